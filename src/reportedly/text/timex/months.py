"""From a match of the grammar to a TIMEX3 value: months and the year they fall in."""

from __future__ import annotations

from datetime import date

from reportedly.text.calendar import month_days, week_value
from reportedly.text.timex.context import Context, Reading
from reportedly.text.timex.patterns import Match
from reportedly.text.timex.readings import mod_of, year_in
from reportedly.text.timex.words import Token

LEADS = frozenset(
    "in until since of from to and or early late last next this during between mid on past hyphen after "
    "before following within start end middle that earlier later".split()
)
"""Classes before which a month name that is also another word ("May", "March") is a month."""


SHORT_NAMES = frozenset(
    "jan feb mar apr jun jul aug sep sept oct nov dec mon tue tues wed thu thur thurs fri sat sun".split()
)


def is_month_name(match: Match, month: Token) -> bool:
    """A month and not the verb, the adjective or the person that is written the same."""
    if not month.capital:
        return False
    if match.find("small", "ordinalday", "year", "iso", "ordinal"):
        return True
    if month.text in SHORT_NAMES:
        return False
    previous, following = match.before(), match.following()
    led = bool(match.last - match.first > 1 or (previous and previous.kind in LEADS))
    if month.text in ("may", "march"):
        return led
    return led or not (following and following.kind == "other" and following.capital and following.text.isalpha())


_IN_A_RANGE = frozenset({"small", "ordinalday", "month", "comma", "of", "the", "weekday"})


def year_ahead(match: Match, month: int, ctx: Context) -> int | None:
    """Year at the other end of a range: that of June 1952 for the March of "21 March - 21 June 1952"."""
    joint = match.following()
    if joint is None or joint.kind not in ("hyphen", "to", "and", "until"):
        return None
    other = None
    if ctx.narrative and (end := match.following(2)) and end.kind == "month" and joint.kind != "and":
        year, _ = ctx.year_for(int(end.value or 0))
        later = [token.kind for token in map(match.following, (3, 4)) if token]
        if year and "year" not in later:
            return year - (int(end.value or 0) < month)
    for distance in range(2, 8):
        token = match.following(distance)
        if token is None:
            return None
        if token.kind == "year":
            return int(token.value or 0) - (other < month) if other else None
        if token.kind not in _IN_A_RANGE:
            return None
        other = int(token.value or 0) if token.kind == "month" else other
    return None


def relative_year(match: Match, ctx: Context) -> tuple[int | None, str | None]:
    """Year of "last year", "that year", "next year" within a match."""
    side = match.find("last", "past", "next", "following", "that", "same", "this")
    kind = side.kind if side else "this"
    anchor, words = ctx.narrated() if kind in ("that", "same", "following") else ctx.deictic()
    if anchor is None:
        return None, None
    return anchor.year + {"last": -1, "past": -1, "next": 1, "following": 1}.get(kind, 0), words


def year_of_month(match: Match, month: int, ctx: Context) -> tuple[int | None, str | None]:
    """Year of a month told without one; "last May" is strictly before, "next May" strictly after the anchor."""
    if match.find("unit"):
        return relative_year(match, ctx)
    if year := year_ahead(match, month, ctx):
        return year, "the range"
    side = match.find("last", "past", "next", "following")
    anchor, words = ctx.deictic()
    if side is None or anchor is None:
        return ctx.year_for(month, whole_month=True)
    if side.kind in ("last", "past"):
        return anchor.year - (month >= anchor.month), words
    return anchor.year + (month <= anchor.month), words


def read_month(match: Match, ctx: Context) -> list[Reading]:
    """ "mid-June", "late January 2016", "last May", "July of that year"."""
    month = match.find("month")
    if month is None or not isinstance(month.value, int) or not is_month_name(match, month):
        return []
    year, anchor, explicit = year_in(match.find("year")), None, match.find("year") is not None
    if year is None:
        year, anchor = year_of_month(match, month.value, ctx)
    value = f"{year:04}-{month.value:02}" if year else f"{ctx.open_year}-{month.value:02}"
    return [Reading("DATE", value, match.rule, mod_of(match), anchor=anchor, explicit_year=explicit)]


def read_week_of_month(match: Match, ctx: Context) -> list[Reading]:
    """ "the last week of March": the ISO week of the month's first day or its last whole one."""
    unit, month = match.find("unit"), match.find("month")
    if unit is None or unit.value not in ("W", "D") or month is None or not month.capital:
        return []
    number, year, anchor = int(month.value or 0), year_in(match.find("year")), None
    explicit = year is not None
    if year is None:
        year, anchor = (
            year_of_month(match, number, ctx) if not match.find("last") else ctx.year_for(number, whole_month=True)
        )
    if year is None:
        return [Reading("DATE", f"XXXX-{number:02}", match.rule)]
    last = month_days(year, number)
    day = date(year, number, (last - 6 if unit.value == "W" else last) if match.find("last") else 1)
    value = week_value(day) if unit.value == "W" else day.isoformat()
    return [Reading("DATE", value, match.rule, anchor=anchor, explicit_year=explicit)]
