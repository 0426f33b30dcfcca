"""From a match of the grammar to a TIMEX3 value: seasons, quarters, halves, decades, centuries, years of an era."""

from __future__ import annotations

from reportedly.text.timex_context import Context, Reading
from reportedly.text.timex_patterns import Match
from reportedly.text.timex_spans import read_relative_unit
from reportedly.text.timex_values import Normaliser, mod_of, relative_year
from reportedly.text.timex_words import DECADES, Token


def read_season(match: Match, ctx: Context) -> list[Reading]:
    """ "last winter", "the summer of 1994", "this fall"."""
    token, year = match.find("season"), match.find("year")
    if token is None or not _is_season(match, token, ctx):
        return []
    if year:
        return [
            Reading("DATE", f"{int(year.value or 0):04}-{token.value}", match.rule, mod_of(match), explicit_year=True)
        ]
    found, anchor = _season_year(match, str(token.value), ctx)
    value = f"{found:04}-{token.value}" if found else f"{ctx.open_year}-{token.value}"
    return [Reading("DATE", value, match.rule, mod_of(match), anchor=anchor)]


def _is_season(match: Match, token: Token, ctx: Context) -> bool:
    """ "in the spring", "this fall", "spring 2031"; but not "the spring tide", "a fall in shares"."""
    if match.find("year"):
        return True
    previous, following = match.before(), match.following()
    after_preposition = bool(previous and previous.kind in ("in", "until", "since", "during", "of"))
    if "the" in match.kinds and match.last - match.first == 2:
        if following and following.kind == "of":
            return False
        if not after_preposition and following and _is_named_by_season(following):
            return False
    if ctx.narrative and match.last - match.first == 1 and _is_bare_season(token, previous, following):
        return True
    led = match.last - match.first > 1 or after_preposition
    return led and (token.text not in ("fall", "spring") or not (previous and previous.kind == "to"))


def _is_bare_season(token: Token, previous: Token | None, following: Token | None) -> bool:
    """ "entered winter quarters", "the spring and summer" of a history; "fall" and "spring"
    are verbs, so only of campaigns."""
    if token.text in ("fall", "spring"):
        return bool(following and following.text in _CAMPAIGNS)
    named = token.capital and following and following.capital and following.text not in _CAMPAIGNS
    return not named and not (previous and previous.kind in ("hyphen", "apostrophe"))


_CAMPAIGNS = frozenset("offensive offensives campaign campaigns harvest semester quarters term".split())
_AFTER_A_SEASON = frozenset(
    "was is were are has had have will would and or but when that which while as with for after because it he she they "
    "we you i there came comes brought brings saw ended begins began so if then by at to".split()
)
"""Words that go on after "the spring" as a time; a noun instead makes it "the spring tide"."""


def _is_named_by_season(following: Token) -> bool:
    return following.kind == "other" and following.text.isalpha() and following.text.lower() not in _AFTER_A_SEASON


_SEASON_MONTH = {"SP": 4, "SU": 7, "FA": 10, "WI": 1}


def _season_year(match: Match, season: str, ctx: Context) -> tuple[int | None, str | None]:
    if match.find("unit"):
        return relative_year(match, ctx)
    month = _SEASON_MONTH[season]
    side, (anchor, words) = match.find("last", "past", "next", "following"), ctx.deictic()
    if side is None and anchor and match.find("this"):
        return anchor.year, words
    if side is None or anchor is None:
        return ctx.year_for(month, 15)
    if side.kind in ("last", "past"):
        return anchor.year - (month + 2 > anchor.month), words
    return anchor.year + (month <= anchor.month), words


def read_quarter(match: Match, ctx: Context) -> list[Reading]:
    """ "the fourth quarter", "the third quarter of 2031", "last quarter"."""
    number = next(
        (int(token.value or 0) for token in match.all("first", "ordinal", "ordinalday") if token.text != "quarter"),
        None,
    )
    if number is None:
        return read_relative_unit(match, ctx)
    if not 1 <= number <= 4:
        return []
    year, anchor, explicit = _counted_year(match, number * 3 - 2, ctx)
    if match.find("ago", "earlier"):
        year, anchor = _year_before(number, ctx)
    return [
        Reading(
            "DATE",
            f"{year:04}-Q{number}" if year else f"XXXX-Q{number}",
            match.rule,
            mod_of(match),
            anchor=anchor,
            explicit_year=explicit,
        )
    ]


def _year_before(quarter: int, ctx: Context) -> tuple[int | None, str | None]:
    """ "the year-ago third quarter": the year before that of the quarter at hand, else before the last such one."""
    if ctx.quarter:
        return ctx.quarter[0] - 1, ctx.quarter_words
    year, anchor = ctx.year_for(quarter * 3 - 1)
    return (year - 1 if year else None), anchor


_SOON = 2
"""Months to the next period of a name from which it is meant rather than the last one, ten months back."""
_REPORTED_WITHIN = 6
"""Months from the start of a period within which its results are "expected"."""


def _counted_year(match: Match, month: int, ctx: Context) -> tuple[int | None, str | None, bool]:
    if year := match.find("year"):
        return int(year.value or 0), None, True
    if match.find("unit") and not match.find("ago", "earlier"):
        return *relative_year(match, ctx), False
    if ctx.narrative or ctx.published is None:
        return *ctx.year_for(month), False
    behind = (ctx.published.month - month) % 12
    if ctx.tense == "future" and behind > _REPORTED_WITHIN:
        return *ctx.year_for(month), False
    # results are told of periods that have begun, unless the next such one is much nearer
    ahead = (month - ctx.published.month) % 12
    soon = 1 <= ahead <= _SOON
    this_year = ctx.published.year + (soon and month < ctx.published.month)
    return this_year - (month > ctx.published.month and not soon), ctx.published_anchor, False


def read_half(match: Match, ctx: Context) -> list[Reading]:
    """ "the first half of 2031"."""
    told, unit = match.find("first", "ordinal", "latter", "last"), match.find("unit")
    number = 2 if told and told.kind in ("latter", "last") else int(told.value or 0) if told else 0
    if not 1 <= number <= 2 or (unit and unit.value != "Y"):
        return []
    year, anchor, explicit = _counted_year(match, number * 6 - 3, ctx)
    return [
        Reading(
            "DATE",
            f"{year:04}-H{number}" if year else f"XXXX-H{number}",
            match.rule,
            anchor=anchor,
            explicit_year=explicit,
        )
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


ERA_NORMALISERS: dict[str, Normaliser] = {
    "season": read_season,
    "quarter": read_quarter,
    "half": read_half,
    "decade": read_decade,
    "century": read_century,
    "before Christ": read_before_christ,
    "range before Christ": read_before_christ_range,
    "decade before Christ": read_decade_before_christ,
    "anno domini": read_anno_domini,
}
