"""From a match of the grammar to a TIMEX3 value: years, decades, centuries, years of an era."""

from __future__ import annotations

from reportedly.text.timex.context import Context, Reading
from reportedly.text.timex.months import LEADS
from reportedly.text.timex.patterns import Match
from reportedly.text.timex.readings import mod_of
from reportedly.text.timex.words import DECADES

_NUMBERED = frozenset(
    "no number flight room article section page bus model route highway unit size resolution act "
    "chapter line $ # £ € nearly about almost over than".split()
)


def _is_part_of_a_name(match: Match) -> bool:
    """ "H1N1-2009", "Model-2010"; but not "mid-2009", "post-1959", "1939-1945"."""
    hyphen, name, year = match.before(), match.before(2), match.tokens[0]
    if hyphen is None or name is None or hyphen.kind != "hyphen" or hyphen.end != year.start:
        return False
    return name.end == hyphen.start and name.kind in ("other", "small", "number") and name.text not in _BEFORE_YEARS


_BEFORE_YEARS = frozenset({"pre", "post", "since", "until", "till"})
_COUNTED = frozenset("people men women troops soldiers prisoners children dead civilians workers miles feet".split())


def read_year(match: Match, ctx: Context) -> list[Reading]:
    """A year by itself, where the words around make it one."""
    year = match.find("year")
    if year is None or not _is_year(match, int(year.value or 0), narrative=ctx.narrative):
        return []
    return [Reading("DATE", f"{year.value:04}", match.rule, mod_of(match), explicit_year=True)]


def _is_year(match: Match, year: int, *, narrative: bool) -> bool:
    previous, following = match.before(), match.following()
    if _is_part_of_a_name(match):
        return False
    if following and (
        following.kind in ("unit", "units", "number", "small", "numword", "ampm")
        or following.text in ("%", "percent", "per", "°")
    ):
        return False
    if previous and (previous.text in _NUMBERED or previous.kind in ("number", "small", "ordinal")):
        return match.last - match.first > 1
    led = match.last - match.first > 1 or (previous is not None and previous.kind in LEADS)
    if 1900 <= year <= 2099:
        return led or not (following and following.text.endswith("s") and following.kind == "other" and not previous)
    if following and following.kind == "other" and following.text.isalpha():
        if following.text in _COUNTED or year < 1500:
            return False
        # "in 1860 triggered" is a year; "the 1777 campaign" only in a history
        return (led and not following.text.endswith("s")) or (
            narrative and (led or bool(previous and previous.kind == "the"))
        )
    return led or year >= 1500  # 1,000 to 1,499 without a comma is a count more often than a year


def read_year_range(match: Match, ctx: Context) -> list[Reading]:
    """ "2009-2010", "1939-45": one reading for each end."""
    first, second = match.sentence[match.first], match.sentence[match.last - 1]
    if len(second.text) not in (2, 4) or not second.text.isdigit():
        return []
    low, high = int(first.value or 0), int(second.text)
    if second.kind != "year":
        if len(second.text) != 2 or not low % 100 < high:
            return []
        high += low // 100 * 100
    if not low < high <= 2199:
        return []
    return [
        Reading("DATE", f"{low:04}", match.rule, first=match.first, last=match.first + 1, explicit_year=True),
        Reading("DATE", f"{high:04}", match.rule, first=match.last - 1, last=match.last, explicit_year=True),
    ]


def read_decade(match: Match, ctx: Context) -> list[Reading]:
    """ "the late 1970s", "the '90s", "the nineties"."""
    token = match.find("decade")
    if token is None:
        return []
    if token.text in DECADES:
        if "the" not in match.kinds:
            return []
        value = f"19{DECADES[token.text]}"
    else:
        digits = str(token.value)
        value = digits[:3] if len(digits) == 4 else f"{'20' if digits < '30' else '19'}{digits[0]}"
    previous = match.before()
    if (len(str(token.value)) == 2 and "the" not in match.kinds) or (previous and previous.text in ("$", "£", "€")):
        return []
    return [Reading("DATE", value, match.rule, mod_of(match), explicit_year=True)]


def read_century(match: Match, ctx: Context) -> list[Reading]:
    """ "the early 20th century", "the fifth century B.C."."""
    number, unit = match.find("ordinal", "ordinalday", "first"), match.find("unit")
    if number is None or unit is None or unit.value != "C" or not 1 <= int(number.value or 0) <= 30:
        return []
    era = "BC" if match.find("bc") else ""
    return [Reading("DATE", f"{era}{int(number.value or 0) - 1:02}", match.rule, mod_of(match), explicit_year=True)]


def read_before_christ_range(match: Match, ctx: Context) -> list[Reading]:
    """ "499-493 BC", "490 and 480 BC": one reading for each end."""
    first, second = (token for token in match.tokens if token.kind in ("year", "number", "small"))
    if not (first.text.isdigit() and second.text.isdigit() and 0 < int(second.text) < int(first.text) <= 9999):
        return []
    cut = match.place(first) + 1
    return [
        Reading("DATE", f"BC{int(first.text):04}", match.rule, first=match.first, last=cut, explicit_year=True),
        Reading(
            "DATE",
            f"BC{int(second.text):04}",
            match.rule,
            first=match.place(second),
            last=match.last,
            explicit_year=True,
        ),
    ]


def read_decade_before_christ(match: Match, ctx: Context) -> list[Reading]:
    """ "the 470s BC": `BC047`."""
    token = match.find("decade")
    digits = str(token.value) if token else ""
    if not digits.isdigit() or len(digits) < 2:
        return []
    return [Reading("DATE", f"BC{int(digits) // 10:03}", match.rule, mod_of(match), explicit_year=True)]


def read_before_christ(match: Match, ctx: Context) -> list[Reading]:
    """ "490 B.C.", "August 480 BC", "the spring of 480 BC": TIMEX3 writes `BC0490`."""
    season = match.find("season")
    numbers, month = match.all("year", "number", "small"), match.find("month")
    year = str(numbers[-1].value)
    if len(year) > 4 or not year.isdigit() or not 1 <= int(year) <= 9999:
        return []
    value = f"BC{int(year):04}" + (f"-{int(month.value or 0):02}" if month else "")
    if season:
        value += f"-{season.value}"
    if month and len(numbers) > 1:
        value += f"-{int(numbers[0].value or 0):02}"
    return [Reading("DATE", value, match.rule, mod_of(match), explicit_year=True)]


def read_anno_domini(match: Match, ctx: Context) -> list[Reading]:
    """ "A.D. 79", "1066 AD"."""
    token = match.find("year", "number", "small")
    if (
        token is None
        or not str(token.value).isdigit()
        or len(str(token.value)) > 4
        or not 1 <= int(token.value or 0) <= 2199
    ):
        return []
    return [Reading("DATE", f"{int(token.value or 0):04}", match.rule, mod_of(match), explicit_year=True)]
