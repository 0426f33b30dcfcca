"""The words of time: which class a word of English belongs to, and its value.

Recognition runs over classes, not letters: a sentence becomes a string with one character for each token, and the
grammar of `patterns` is written over the names of the classes.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

OTHER = "."
_names = """month weekday weekdays unit units relday daypart dayparts daytime season small number year numword vague
ordinal a the this that last next ago earlier later from now early late mid start middle end of on at in and or to comma
hyphen possessive iso slash clock ampm oclock zone decade bc ad every set about over under least most than present
pastref futureref same holiday break half few past only ordinalday between other per old more time following before
apostrophe first after within quarter weekend during since until fiscal period current latter long ahead
former""".split()
CLASS = {name: chr(0xE000 + number) for number, name in enumerate(_names)} | {"other": OTHER}
"""Class name -> the private-use character that stands for it."""

MONTHS = {
    name: number
    for number, names in enumerate(
        (
            "january jan",
            "february feb",
            "march mar",
            "april apr",
            "may",
            "june jun",
            "july jul",
            "august aug",
            "september sept sep",
            "october oct",
            "november nov",
            "december dec",
        ),
        start=1,
    )
    for name in names.split()
}
WEEKDAYS = {
    name: number
    for number, names in enumerate(
        (
            "monday mon",
            "tuesday tue tues",
            "wednesday wed",
            "thursday thu thur thurs",
            "friday fri",
            "saturday sat",
            "sunday sun",
        )
    )
    for name in names.split()
}
UNITS = {
    "second": "TS",
    "sec": "TS",
    "minute": "TM",
    "min": "TM",
    "hour": "TH",
    "hr": "TH",
    "day": "D",
    "night": "N",
    "week": "W",
    "fortnight": "F",
    "month": "M",
    "quarter": "Q",
    "year": "Y",
    "yr": "Y",
    "decade": "E",
    "century": "C",
    "millennium": "L",
    "weekend": "WE",
}
"""Unit word -> letter of ISO 8601 durations, with `T` before the ones below a day."""
SEASONS = {"spring": "SP", "summer": "SU", "autumn": "FA", "fall": "FA", "winter": "WI"}
DAYPARTS = {
    "morning": "MO",
    "afternoon": "AF",
    "evening": "EV",
    "night": "NI",
    "dawn": "MO",
    "dusk": "EV",
    "nightfall": "NI",
    "lunchtime": "MI",
    "midafternoon": "AF",
    "midmorning": "MO",
    "daybreak": "MO",
    "sunrise": "MO",
    "sunset": "EV",
}
ONES = {
    word: number
    for number, word in enumerate(
        """zero one two three four five six seven eight nine ten
        eleven twelve thirteen fourteen fifteen sixteen seventeen
    eighteen nineteen""".split()
    )
}
TENS = {
    word: 10 * number
    for number, word in enumerate("twenty thirty forty fifty sixty seventy eighty ninety".split(), start=2)
}
SCALES = {"hundred": 100, "thousand": 1000, "million": 1_000_000, "dozen": 12}
ORDINALS = {
    word: number
    for number, word in enumerate(
        """first second third fourth fifth sixth seventh eighth ninth
        tenth eleventh twelfth thirteenth fourteenth fifteenth
    sixteenth seventeenth eighteenth nineteenth twentieth""".split(),
        start=1,
    )
}
DECADES = {
    "twenties": 2,
    "thirties": 3,
    "forties": 4,
    "fifties": 5,
    "sixties": 6,
    "seventies": 7,
    "eighties": 8,
    "nineties": 9,
}
SETS = {
    "hourly": "PT1H",
    "daily": "P1D",
    "nightly": "P1D",
    "weekly": "P1W",
    "biweekly": "P2W",
    "fortnightly": "P2W",
    "monthly": "P1M",
    "bimonthly": "P2M",
    "yearly": "P1Y",
    "annually": "P1Y",
    "biennial": "P2Y",
}
HOLIDAYS = {
    "christmas": "12-25",
    "christmas day": "12-25",
    "christmas eve": "12-24",
    "new year's day": "01-01",
    "new year's eve": "12-31",
    "new year's": "01-01",
    "halloween": "10-31",
    "valentine's day": "02-14",
    "boxing day": "12-26",
    "independence day": "07-04",
    "veterans day": "11-11",
    "may day": "05-01",
    "st. patrick's day": "03-17",
    "thanksgiving": "thanksgiving",
    "thanksgiving day": "thanksgiving",
    "easter": "easter",
    "easter sunday": "easter",
    "good friday": "good friday",
    "easter monday": "easter monday",
    "labor day": "labor day",
    "memorial day": "memorial day",
    "martin luther king day": "king day",
    "presidents day": "presidents day",
    "9/11": "2001-09-11",
}

_CLASSED = {
    "the": "the",
    "this": "this",
    "these": "this",
    "that": "that",
    "those": "that",
    "last": "last",
    "past": "past",
    "latest": "last",
    "previous": "last",
    "preceding": "last",
    "next": "next",
    "coming": "next",
    "upcoming": "next",
    "following": "following",
    "ensuing": "following",
    "subsequent": "following",
    "ago": "ago",
    "earlier": "earlier",
    "later": "later",
    "afterward": "later",
    "afterwards": "later",
    "before": "before",
    "after": "after",
    "from": "from",
    "now": "now",
    "early": "early",
    "late": "late",
    "mid": "mid",
    "start": "start",
    "beginning": "start",
    "onset": "start",
    "middle": "middle",
    "end": "end",
    "close": "end",
    "of": "of",
    "on": "on",
    "at": "at",
    "in": "in",
    "and": "and",
    "or": "or",
    "to": "to",
    "through": "to",
    "till": "until",
    "until": "until",
    "between": "between",
    "every": "every",
    "each": "every",
    "per": "per",
    "about": "about",
    "around": "about",
    "nearly": "about",
    "almost": "about",
    "approximately": "about",
    "roughly": "about",
    "some": "about",
    "circa": "about",
    "ca": "about",
    "over": "over",
    "exceeding": "over",
    "under": "under",
    "least": "least",
    "most": "most",
    "than": "than",
    "more": "more",
    "less": "under",
    "fewer": "under",
    "only": "only",
    "just": "only",
    "same": "same",
    "old": "old",
    "time": "time",
    "half": "half",
    "couple": "few",
    "few": "few",
    "several": "vague",
    "many": "vague",
    "various": "vague",
    "recent": "past",
    "first": "first",
    "final": "last",
    "a": "a",
    "an": "a",
    "o'clock": "oclock",
    "oclock": "oclock",
    "within": "within",
    "during": "during",
    "since": "since",
    "by": "until",
    "bc": "bc",
    "b.c.": "bc",
    "bce": "bc",
    "b.c.e.": "bc",
    "ad": "ad",
    "a.d.": "ad",
    "ce": "ad",
    "currently": "present",
    "nowadays": "present",
    "presently": "present",
    "current": "current",
    "fiscal": "fiscal",
    "period": "period",
    "previously": "earlier",
    "latter": "latter",
    "long": "long",
    "former": "former",
    "ahead": "ahead",
    "recently": "pastref",
    "lately": "pastref",
    "formerly": "pastref",
    "future": "futureref",
    "one": "numword",
    "noon": "daytime",
    "midnight": "daytime",
    "midday": "daytime",
    "overnight": "relday",
    "today": "relday",
    "tonight": "relday",
    "yesterday": "relday",
    "tomorrow": "relday",
    "weekend": "weekend",
    "weekends": "units",
    "quarter": "quarter",
    "quarters": "units",
    "second": "ordinal",
}
ZONES = {
    "gmt": "Z",
    "utc": "Z",
    "est": "-05:00",
    "edt": "-04:00",
    "cdt": "-05:00",
    "mst": "-07:00",
    "mdt": "-06:00",
    "pst": "-08:00",
    "pdt": "-07:00",
    "cet": "+01:00",
    "cest": "+02:00",
    "eet": "+02:00",
    "eest": "+03:00",
    "jst": "+09:00",
    "kst": "+09:00",
    "aest": "+10:00",
    "aedt": "+11:00",
    "nzst": "+12:00",
    "wib": "+07:00",
    "hkt": "+08:00",
    "sgt": "+08:00",
    "pkt": "+05:00",
    "cst": "CST",
    "ist": "IST",
    "bst": "BST",
    "msk": "+03:00",
    "et": "ET",
    "pt": "PT",
}
"""Abbreviation -> offset from UTC; those of several zones (China and Chicago, India and Israel) stay as written."""


@dataclass(frozen=True, slots=True)
class Token:
    """A word, number or mark of a sentence, with its class."""

    text: str
    """As written, in lower case."""
    start: int
    """First character, in code points of the sentence."""
    end: int
    kind: str
    """Class name, a key of `CLASS`."""
    value: int | str | None = None
    """Number, unit letter, `HH:MM`, …; None for classes that carry none."""
    capital: bool = False
    """The word begins with a capital letter as written."""


def _plural(word: str) -> str:
    return "centuries" if word == "century" else "millennia" if word == "millennium" else word + "s"


def _lexicon() -> Mapping[str, tuple[str, int | str | None]]:
    words: dict[str, tuple[str, int | str | None]] = {word: (kind, None) for word, kind in _CLASSED.items()}
    words |= {word: ("month", number) for word, number in MONTHS.items()}
    for word, number in WEEKDAYS.items():
        words[word] = ("weekday", number)
        if word.endswith("day"):
            words[word + "s"] = ("weekdays", number)
    for word, unit in UNITS.items():
        words.setdefault(word, ("unit", unit))
        words[_plural(word)] = ("units", unit)
    words["quarter"], words["weekend"] = ("quarter", "Q"), ("weekend", "WE")
    words |= {word: ("season", code) for word, code in SEASONS.items()}
    words |= {word + "s": ("dayparts", code) for word, code in DAYPARTS.items()}
    words |= {word: ("daypart", code) for word, code in DAYPARTS.items()}
    words |= {word: ("numword", number) for word, number in (ONES | TENS | SCALES).items()}
    words |= {word: ("ordinal", number) for word, number in ORDINALS.items() if word != "first"}
    words["first"] = ("first", 1)
    words |= {word: ("decade", digit) for word, digit in DECADES.items()}
    words |= {word: ("set", value) for word, value in SETS.items()}
    words |= {word: ("zone", offset) for word, offset in ZONES.items()}
    words |= {"noon": ("daytime", "12:00"), "midday": ("daytime", "12:00"), "midnight": ("daytime", "00:00")}
    words |= {
        "today": ("relday", 0),
        "tonight": ("relday", "NI"),
        "yesterday": ("relday", -1),
        "tomorrow": ("relday", 1),
        "overnight": ("relday", "overnight"),
    }
    return words


LEXICON = _lexicon()
_MARKS = {",": "comma", "-": "hyphen", "–": "hyphen", "—": "hyphen", "’": "apostrophe", "'": "apostrophe"}
_HOLIDAY = "|".join(sorted((re.escape(name).replace("'", "['’]") for name in HOLIDAYS), key=len, reverse=True))
_TOKEN = re.compile(
    rf"""
      (?P<address>(?:https?://|www\.)\S+|[^\W\d_]+\d+\.[a-z]{{2,4}}\b)
    | (?P<iso>\d{{4}}-\d\d-\d\d(?:T\d\d:\d\d(?::\d\d)?Z?)?)\b
    | (?P<slash>\d{{1,2}}/\d{{1,2}}/(?:\d{{4}}|\d\d)|\d{{1,2}}\.\d{{1,2}}\.\d{{4}})(?![\d/])
    | (?P<nineeleven>\b9/11)(?![/\d])
    | (?P<half>1/2|½)(?![\w/])
    | (?P<clock>(?:[01]?\d|2[0-4]):[0-5]\d(?::[0-5]\d)?)(?![\d:])
    | (?P<decade>(?:['’]|\b[12]\d|\b[1-9](?=\d0s\ +b\.?c))?\d0['’]?s)\b
    | (?P<ordinal>\d{{1,3}})(?:st|nd|rd|th)\b
    | (?P<number>\d{{1,3}}(?:,\d{{3}})+(?:\.\d+)?|\d+(?:\.\d+)?(?=\D|$))
    | (?P<ampm>[ap]\.\s?m\.|[ap]m\b)
    | (?P<holiday>\b(?:{_HOLIDAY})\b)
    | (?P<dotted>(?:b\.c\.e?\.?|a\.d\.?))(?!\w)
    | (?P<short>(?:jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec|mon|tues?|wed|thurs?|thu|fri|sat|sun|ca)\.)
    | (?P<oclock>o['’]clock\b)
    | (?P<possessive>['’]s\b)
    | (?P<word>[^\W\d_]+)
    | (?P<break>\n\s*\n)
    | (?P<mark>[^\w\s])
    """,
    re.VERBOSE | re.IGNORECASE,
)


def tokens_of(text: str) -> list[Token]:
    """The tokens of a text in reading order. Whitespace is left out, except that a blank line is a `break`."""
    tokens = [_token(match) for match in _TOKEN.finditer(text)]
    return _with_years_in_words(tokens) if _CENTURY_WORD.search(text) else tokens


_CENTURY_WORD = re.compile(r"\b(?:eighteen|nineteen|twenty|two thousand)\b", re.IGNORECASE)


def _with_years_in_words(tokens: list[Token]) -> list[Token]:
    """ "nineteen ninety-six" as one token, as broadcast transcripts write years."""
    out: list[Token] = []
    place = 0
    while place < len(tokens):
        year, width = _year_in_words(tokens, place)
        if year:
            first, last = tokens[place], tokens[place + width - 1]
            out.append(Token(str(year), first.start, last.end, "year", year))
        else:
            out.append(tokens[place])
        place += width
    return out


def _year_in_words(tokens: list[Token], place: int) -> tuple[int | None, int]:
    """The year that begins here and how many tokens it takes; None and 1 where none does."""
    words = [
        token.value if token.kind == "numword" and isinstance(token.value, int) else None
        for token in tokens[place : place + 4]
        if token.kind != "hyphen"
    ]
    century, tens, ones = (*words, None, None, None)[:3]
    hyphens = [token.kind == "hyphen" for token in tokens[place : place + 4]]
    if century == 2 and tens == 1000 and place and tokens[place - 1].text in ("year", "in", "since", "until", "by"):
        return 2000, 2
    if century not in (18, 19, 20) or tens is None or not 10 <= tens <= 90 or hyphens[:2] != [False, False]:
        return None, 1
    width = 3 + hyphens[2] if tens >= 20 and ones is not None and 1 <= ones <= 9 else 2
    after = tokens[place + width].kind if place + width < len(tokens) else ""
    if after in ("unit", "units", "numword") or (width == 2 and 10 < tens <= 12):
        return None, 1
    return century * 100 + tens + (ones or 0 if width > 2 else 0), width


def _token(match: re.Match[str]) -> Token:
    group, raw = match.lastgroup or "mark", match.group()
    text = raw.lower().replace("’", "'")
    kind, value = _classify(group, text)
    return Token(text, match.start(), match.end(), kind, value, raw[:1].isupper())


def _classify(group: str, text: str) -> tuple[str, int | str | None]:
    if group == "address":
        return "other", None
    if group in ("word", "mark"):
        return LEXICON.get(text) or (_MARKS.get(text, "other"), None)
    if group == "number":
        return _number(text)
    if group == "short":
        return LEXICON[text[:-1]]
    if group == "ordinal":
        value = int(re.sub(r"\D", "", text))
        return ("ordinalday" if 1 <= value <= 31 else "ordinal"), value
    if group == "decade":
        digits = re.sub(r"\D", "", text)
        return "decade", digits
    if group == "dotted":
        return ("bc" if text.startswith("b") else "ad"), None
    if group in ("ampm",):
        return "ampm", text[0]
    if group in ("holiday", "nineeleven"):
        return "holiday", HOLIDAYS[text]
    return group, text


def _number(text: str) -> tuple[str, int | str | None]:
    if not text.isascii() or not text.isdigit():
        return "number", text.replace(",", "")
    if len(text) <= 2 and 1 <= int(text) <= 31:
        return "small", int(text)
    if len(text) == 4 and 1000 <= int(text) <= 2199:
        return "year", int(text)
    return "number", text
