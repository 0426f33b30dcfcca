"""From a match of the grammar to a TIMEX3 value: fixed and computed holidays."""

from __future__ import annotations

from datetime import date

from reportedly.text.calendar import easter, nth_weekday, shift
from reportedly.text.timex.context import Context, Reading
from reportedly.text.timex.patterns import Match
from reportedly.text.timex.readings import year_in

_HOLIDAY_MONTHS = {
    "thanksgiving": 11,
    "easter": 4,
    "good friday": 4,
    "easter monday": 4,
    "labor day": 9,
    "memorial day": 5,
    "king day": 1,
    "presidents day": 2,
}


def read_holiday(match: Match, ctx: Context) -> list[Reading]:
    """Fixed and computed holidays, in the year that the tense and the anchor give."""
    token = match.find("holiday")
    if token is None or not (token.capital or token.text[:1].isdigit()):
        return []
    if len(str(token.value)) == 10 and str(token.value)[:1].isdigit():  # "9/11"
        known = ctx.published is None or ctx.published.isoformat() >= str(token.value)
        return [Reading("DATE", str(token.value), match.rule)] if known else []
    explicit, anchor = year_in(match.find("year")), None
    year = explicit
    rule = str(token.value)
    if year is None:
        month = int(rule[:2]) if rule[0].isdigit() else _HOLIDAY_MONTHS[rule]
        year, anchor = ctx.year_for(month, int(rule[3:]) if rule[0].isdigit() else 20)
    if year is None:
        value = f"XXXX-{rule}" if rule[0].isdigit() else "XXXX-XX-XX"
    else:
        value = f"{year:04}-{rule}" if rule[0].isdigit() else _moving_holiday(rule, year).isoformat()
    part = match.find("daypart")
    return [
        Reading(
            "TIME" if part else "DATE",
            value + (f"T{part.value}" if part else ""),
            match.rule,
            anchor=anchor,
            explicit_year=explicit is not None,
        )
    ]


def _moving_holiday(rule: str, year: int) -> date:
    weekday_rules = {
        "thanksgiving": (11, 3, 4),
        "labor day": (9, 0, 1),
        "memorial day": (5, 0, -1),
        "king day": (1, 0, 3),
        "presidents day": (2, 0, 3),
    }
    if rule in weekday_rules:
        return nth_weekday(year, *weekday_rules[rule])
    offset = {"good friday": -2, "easter monday": 1}.get(rule, 0)
    return shift(easter(year), offset, "D") or easter(year)
