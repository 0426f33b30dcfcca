"""From a match of the grammar to a TIMEX3 value: quarters and halves, and the periods of business reports."""

from __future__ import annotations

from reportedly.text.calendar import shift
from reportedly.text.timex.context import Context, Reading
from reportedly.text.timex.months import relative_year
from reportedly.text.timex.patterns import Match
from reportedly.text.timex.readings import mod_of, point_value, unknown_point
from reportedly.text.timex.units import read_relative_unit


def read_quarter(match: Match, ctx: Context) -> list[Reading]:
    """ "the fourth quarter", "the third quarter of 2031", "last quarter"."""
    number = next(
        (int(token.value or 0) for token in match.all("first", "ordinal", "ordinalday") if token.text != "quarter"),
        None,
    )
    if number is None and match.find("year") and match.find("last"):
        number = 4  # "the last quarter of 2017"
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


_OF_A_REPORT = frozenset({"in", "during", "of", "since", "for"})


_COUNTED_IN_A_YEAR = frozenset("months quarters half quarter month weeks rest most end part middle beginning".split())


def read_period(match: Match, ctx: Context) -> list[Reading]:
    """ "the quarter", "the latest quarter", "the 1988 period": the quarter that the report is about, else the last
    whole one before publication."""
    previous, following = match.before(), match.following()
    if following and following.text in ("-", "of"):
        return []
    if match.last - match.first == 2 and (previous is None or previous.text not in _OF_A_REPORT):
        return []
    year, quarter, words = _quarter_ended(match, ctx) or _quarter_at_hand(ctx)
    if told := match.find("year"):
        if match.find("period") and not ctx.quarter:
            return [Reading("DATE", f"{told.value:04}", match.rule, explicit_year=True)]
        year = int(told.value or 0)
    value = f"{year:04}-Q{quarter}" if year else "XXXX-QX"
    return [Reading("DATE", value, match.rule, anchor=words, explicit_year=bool(told))]


def _quarter_ended(match: Match, ctx: Context) -> tuple[int | None, int, str | None] | None:
    """ "the quarter ended July 31": told by the month of its end, which may be a month off the calendar's."""
    following = match.following()
    month = next((token for token in map(match.following, (2, 3)) if token and token.kind == "month"), None)
    if following is None or following.text not in ("ended", "ending") or month is None or ctx.published is None:
        return None
    number = int(month.value or 0)
    year = ctx.published.year - (number > ctx.published.month)
    return year, max((number + 1) // 3, 1), ctx.published_anchor


def _quarter_at_hand(ctx: Context) -> tuple[int | None, int, str | None]:
    if ctx.quarter:
        return *ctx.quarter, ctx.quarter_words
    before = shift(ctx.published, -1, "Q") if ctx.published else None
    return (before.year, (before.month + 2) // 3, ctx.published_anchor) if before else (None, 0, None)


def read_year_before(match: Match, ctx: Context) -> list[Reading]:
    """ "the year-ago quarter", "year-earlier": the same period a year before."""
    unit = match.find("unit")
    if unit is None or unit.value != "Y":
        return []
    if ctx.quarter or match.find("quarter"):
        year, quarter, words = _quarter_at_hand(ctx)
        return [Reading("DATE", f"{year - 1:04}-Q{quarter}" if year else "XXXX-QX", match.rule, anchor=words)]
    anchor, words = ctx.deictic()
    return [Reading("DATE", f"{anchor.year - 1:04}" if anchor else "XXXX", match.rule, anchor=words)]


def read_current_unit(match: Match, ctx: Context) -> list[Reading]:
    """ "the current quarter", "the fiscal year", "the current month"."""
    unit = match.find("unit", "quarter")
    code = str(unit.value) if unit else ""
    if code not in ("D", "W", "M", "Q", "Y", "E", "C"):
        return []
    anchor, words = ctx.deictic()
    return [
        Reading(
            "DATE",
            point_value(anchor, code) if anchor else unknown_point(code),
            match.rule,
            mod_of(match),
            anchor=words,
        )
    ]


def read_year_reported(match: Match, ctx: Context) -> list[Reading]:
    """ "for the year", "nine months of the year": the year of the report; "the year" of anything else is none."""
    unit, previous, following = match.find("unit"), match.before(), match.following()
    if unit is None or unit.value != "Y" or previous is None or (following and following.text in ("-", "to")):
        return []
    if previous.kind == "of":
        counted = match.before(2)
        if counted is None or counted.text not in _COUNTED_IN_A_YEAR:
            return []
    elif previous.text != "for" and previous.kind not in ("in", "during"):
        return []
    if following and following.text in ("ended", "ending"):
        return [Reading("DURATION", "P1Y", match.rule)]
    anchor, words = ctx.narrated() if ctx.narrative else ctx.deictic()
    return [Reading("DATE", f"{anchor.year:04}" if anchor else "XXXX", match.rule, anchor=words)]


def read_unit_end(match: Match, ctx: Context) -> list[Reading]:
    """ "year-end", "month's end"."""
    unit = match.find("unit")
    if unit is None or unit.value not in ("Y", "M") or (match.find("the") and not match.find("possessive", "hyphen")):
        return []
    anchor, words = ctx.narrated() if ctx.narrative else ctx.deictic()
    if anchor is None:
        return [Reading("DATE", "XXXX-12" if unit.value == "Y" else "XXXX-XX", match.rule, "END")]
    month = 12 if unit.value == "Y" else anchor.month
    return [Reading("DATE", f"{anchor.year:04}-{month:02}", match.rule, "END", anchor=words)]
