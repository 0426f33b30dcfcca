"""From a match of the grammar to a TIMEX3 value: the periods of business reports, told by the quarter at hand."""

from __future__ import annotations

from reportedly.text.calendar import shift
from reportedly.text.timex_context import Context, Reading
from reportedly.text.timex_patterns import Match
from reportedly.text.timex_spans import point_value, unknown_point
from reportedly.text.timex_values import Normaliser, mod_of

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


def read_current(match: Match, ctx: Context) -> list[Reading]:
    """ "current" by itself."""
    return [Reading("DATE", "PRESENT_REF", match.rule)]


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


FISCAL_NORMALISERS: dict[str, Normaliser] = {
    "period": read_period,
    "year before": read_year_before,
    "current": read_current,
    "current unit": read_current_unit,
    "fiscal unit": read_current_unit,
    "year reported": read_year_reported,
    "unit end": read_unit_end,
}
