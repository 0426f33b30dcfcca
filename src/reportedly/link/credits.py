"""Which news agency a report is credited to, by its byline, dateline, opening or closing credit.

"According to AFP" is a citation: the words that follow are AFP's, the report is not.
"""

from __future__ import annotations

import re

from reportedly.records.article import Article, ZoneKind

_AGENCIES = {
    "AP": r"AP|(?:The )?Associated Press", "Reuters": r"Reuters|Thomson Reuters", "AFP": r"AFP|Agence France[- ]Presse",
    "UPI": r"UPI|United Press International", "DPA": r"dpa|DPA", "Xinhua": r"Xinhua(?: News Agency)?",
    "Yonhap": r"Yonhap(?: News(?: Agency)?)?", "TASS": r"TASS|Itar-Tass", "Interfax": r"Interfax(?:-\w+)?",
    "RIA Novosti": r"RIA(?: Novosti)?", "Kyodo": r"Kyodo(?: News)?", "PTI": r"PTI|Press Trust of India",
    "ANI": r"ANI", "IANS": r"IANS", "EFE": r"EFE", "ANSA": r"ANSA", "APA": r"APA", "Anadolu": r"Anadolu(?: Agency)?|AA",
    "PA Media": r"PA(?: Media)?|Press Association",
    "AAP": r"AAP|Australian Associated Press",
    "The Canadian Press": r"The Canadian Press|CP", "Bloomberg": r"Bloomberg(?: News)?", "KCNA": r"KCNA",
    "Ukrinform": r"Ukrinform", "BelTA": r"BelTA", "Jiji": r"Jiji(?: Press)?", "Antara": r"Antara",
    "Bernama": r"Bernama",
    "CNS": r"CNS", "Tribune News Service": r"Tribune News Service|TNS", "MENA": r"MENA", "SANA": r"SANA", "WAM": r"WAM",
}
_NAMES = "|".join(f"(?P<a{number}>{pattern})" for number, pattern in enumerate(_AGENCIES.values()))
_DASH = r"(?:-{1,3}|–|—|―)"
_OPENING = re.compile(rf"^[^()\n]{{0,60}}\((?:{_NAMES})\)\s*{_DASH}", re.MULTILINE)
_CITY_OPENING = re.compile(rf"^[A-Z][^\n()]{{0,50}}?,? (?:{_NAMES})\s*{_DASH}\s")
_END = rf"""(?:(?<=[.!?”"'’)…]) *{_DASH} *|\n *{_DASH}? *\(?|[.!?”"]\s*\()"""
_CLOSING = re.compile(rf"{_END}(?:Source: ?|Credit: ?|With |© ?(?:\d{{4}} )?)?(?:{_NAMES})\)?\.?\s*$")
_BYLINE = re.compile(rf"(?<![\w-])(?:{_NAMES})(?![\w-])")
_OWN = frozenset({ZoneKind.BODY, ZoneKind.QUOTE_BLOCK, ZoneKind.DATELINE})


def wire_credit(article: Article) -> str | None:
    """Short name of the agency the report is credited to; None for a report of the outlet's own."""
    for byline in article.byline:
        if found := _agency(_BYLINE.search(byline)):
            return found
    for zone in article.zones:
        words = article.text[zone.start:zone.end]
        names_author = zone.kind is ZoneKind.BYLINE or (zone.kind is ZoneKind.FURNITURE and zone.detail == "credit")
        if names_author and (found := _agency(_BYLINE.search(words))):
            return found
    return _credit_in(article)


def _credit_in(article: Article) -> str | None:
    """The credit at the head of the text or at its very end."""
    own = [zone for zone in article.zones if zone.kind in _OWN]
    if not own:
        return None
    opening = article.text[own[0].start:own[0].end][:200]
    if len(own) > 1 and len(opening) < 60:
        opening += " " + article.text[own[1].start:own[1].end][:120]
    closing = "\n" + article.text[own[-1].start:own[-1].end][-120:]
    return (_agency(_OPENING.search(opening)) or _agency(_CITY_OPENING.search(opening))
            or _agency(_CLOSING.search(closing)))


def _agency(match: re.Match[str] | None) -> str | None:
    if match is None:
        return None
    return next(name for number, name in enumerate(_AGENCIES) if match.group(f"a{number}"))
