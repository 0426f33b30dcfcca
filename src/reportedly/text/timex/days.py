"""From a match of the grammar to a TIMEX3 value: days, told by date, weekday or word.

Every function takes a match and the context and gives its readings; none means that these words are no time
expression after all ("may", "march", the 1,500 metres)."""

from __future__ import annotations

from datetime import date

from reportedly.text.calendar import Bounds, bounds_of, day_of, shift, week_value
from reportedly.text.timex.context import Context, Reading
from reportedly.text.timex.holidays import read_holiday
from reportedly.text.timex.months import SHORT_NAMES, is_month_name, relative_year, year_ahead
from reportedly.text.timex.patterns import Match
from reportedly.text.timex.readings import mod_of, year_in
from reportedly.text.timex.words import Token

_NAMED_DAYS = frozenset("black bloody super cyber ash palm sheffield fat ruby".split())


def day_in(match: Match, ctx: Context) -> tuple[str, str | None, bool] | None:
    """Value to the day, the anchor used, and whether the year is written; None if these words name no day."""
    if token := match.find("iso"):
        return _valid(str(token.value)[:10])
    if token := match.find("slash"):
        return _slash(str(token.value))
    if month := match.find("month"):
        return _month_day(match, month, ctx) if is_month_name(match, month) else None
    if token := match.find("relday"):
        return relative_day(token, ctx)
    if token := match.find("weekday"):
        return _weekday(match, token, ctx)
    return None


def _valid(value: str) -> tuple[str, str | None, bool] | None:
    return (value, None, True) if bounds_of(value) else None


def _slash(words: str) -> tuple[str, str | None, bool] | None:
    first, second, year = (int(part) for part in words.replace(".", "/").split("/"))
    year += 0 if year > 99 else 2000 if year < 50 else 1900
    # Dots are the continental order; slashes the American one unless the first number can be no month.
    month, number = (second, first) if "." in words or first > 12 else (first, second)
    day = day_of(year, month, number)
    return (day.isoformat(), None, True) if day else None


def _month_day(match: Match, month: Token, ctx: Context) -> tuple[str, str | None, bool] | None:
    numbers = match.all("small", "ordinalday", "ordinal", "first")
    near = [token for token in numbers if abs(match.place(token) - match.place(month)) <= 2]
    if not near or not isinstance(month.value, int):
        return None
    number = near[-1] if near[-1].start > month.start else near[0]
    day, year = int(number.value or 0), year_in(match.find("year"))
    if year:
        return _valid(f"{year:04}-{month.value:02}-{day:02}")
    if match.find("unit"):
        found, anchor = relative_year(match, ctx)
    elif year := year_ahead(match, month.value, ctx):
        found, anchor = year, "the range"
    elif (month.value, day) == (9, 11) and _means_the_attacks(match, ctx):
        found, anchor = 2001, None
    else:
        found, anchor = ctx.year_for(month.value, day)
    value = f"{found:04}-{month.value:02}-{day:02}" if found else f"{ctx.open_year}-{month.value:02}-{day:02}"
    if found and not bounds_of(value):
        return None
    return value, anchor, False


_ATTACKS = frozenset("attack attacks terror terrorist terrorists hijackings hijackers victim victims".split())
_SEASON_OF_REPORTS = 60


def _means_the_attacks(match: Match, ctx: Context) -> bool:
    """ "September 11" alone is that of 2001, but for reports of the weeks around another one."""
    if ctx.narrative or ctx.published is None or ctx.published <= date(2001, 9, 11):
        return False
    following = match.following()
    if following and following.text in _ATTACKS:
        return True
    apart = abs((ctx.published - date(ctx.published.year, 9, 11)).days)
    return _SEASON_OF_REPORTS < apart < 365 - _SEASON_OF_REPORTS


def relative_day(token: Token, ctx: Context) -> tuple[str, str | None, bool]:
    offset = token.value if isinstance(token.value, int) else 0
    anchor, words = (ctx.published, ctx.published_anchor)
    day = shift(anchor, offset, "D") if anchor else None
    return (day.isoformat(), words, False) if day else ("XXXX-XX-XX", None, False)


def _weekday(match: Match, token: Token, ctx: Context) -> tuple[str, str | None, bool] | None:
    previous = match.before()
    if token.text.rstrip(".") in SHORT_NAMES or (previous and previous.text in _NAMED_DAYS):
        return None
    kinds = match.kinds
    told = kinds & {"that", "following", "same"}
    side = "told" if told else "last" if kinds & {"last", "past"} else "next" if "next" in kinds else None
    day, anchor = ctx.weekday(int(token.value or 0), side)
    return (day.isoformat() if day else f"XXXX-WXX-{int(token.value or 0) + 1}"), anchor, False


def read_date(match: Match, ctx: Context) -> list[Reading]:
    """A day, with the part of the day where it is told ("the night of Dec. 3")."""
    day = day_in(match, ctx)
    if day is None or (match.rule == "weekday" and match.find("unit") and not _is_week(match)):
        return []
    value, anchor, explicit = day
    part = match.find("daypart", "daytime")
    if part:
        value += f"T{part.value}"
    return [
        Reading("TIME" if part else "DATE", value, match.rule, mod_of(match), anchor=anchor, explicit_year=explicit)
    ]


def _is_week(match: Match) -> bool:
    unit = match.find("unit")
    return unit is not None and unit.value == "W"


def read_relative_day(match: Match, ctx: Context) -> list[Reading]:
    """ "yesterday", "early today", "tonight", "overnight"."""
    token = match.find("relday")
    previous = match.before()
    if token is None or (token.capital and previous and (previous.text.isalpha() or previous.kind == "the")):
        return []  # "USA Today", "the Today programme"
    value, anchor, _ = relative_day(token, ctx)
    if token.value == "overnight":
        return [_overnight(match, ctx)]
    part = match.find("daypart", "daytime")
    code = f"T{part.value}" if part else "TNI" if token.value == "NI" else ""
    return [Reading("TIME" if code else "DATE", value + code, match.rule, mod_of(match), anchor=anchor)]


def _overnight(match: Match, ctx: Context) -> Reading:
    """The night that ended on the day of publication."""
    before = shift(ctx.published, -1, "D") if ctx.published else None
    if before is None or ctx.published is None:
        return Reading("TIME", "XXXX-XX-XXTNI", match.rule)
    bounds = Bounds(f"{before}T18:00", f"{ctx.published}T08:59", "part-of-day")
    return Reading("TIME", f"{before}TNI", match.rule, bounds=bounds, anchor=ctx.published_anchor)


def read_day_range(match: Match, ctx: Context) -> list[Reading]:
    """ "June 23-26": one reading for each end, the month and year shared."""
    month, days = match.find("month"), match.all("small", "ordinalday")
    if month is None or not month.capital or not isinstance(month.value, int) or len(days) != 2:
        return []
    low, high = (int(day.value or 0) for day in days)
    if not low < high:
        return []
    year, anchor = year_in(match.find("year")), None
    explicit = year is not None
    if year is None:
        year, anchor = ctx.year_for(month.value, low)
    values = [
        f"{year:04}-{month.value:02}-{day:02}" if year else f"XXXX-{month.value:02}-{day:02}" for day in (low, high)
    ]
    if year and not all(map(bounds_of, values)):
        return []
    cut = match.place(days[0]) + 1
    second = match.place(days[1])
    return [
        Reading("DATE", values[0], match.rule, anchor=anchor, first=match.first, last=cut, explicit_year=explicit),
        Reading("DATE", values[1], match.rule, anchor=anchor, first=second, last=match.last, explicit_year=explicit),
    ]


def read_day_of_month(match: Match, ctx: Context) -> list[Reading]:
    """ "the 4th", where what follows shows that nothing is being counted."""
    token, previous, following = match.find("ordinalday"), match.before(), match.following()
    if token is None or not previous or previous.kind not in ("on", "until", "of", "since", "from", "to", "and"):
        return []
    if following and following.kind == "other" and following.text.isalpha() and following.text not in _AFTER_DAY:
        return []
    anchor, words = ctx.narrated()
    day = day_of(anchor.year, anchor.month, int(token.value or 0)) if anchor else None
    if anchor is None:
        return [Reading("DATE", f"XXXX-XX-{int(token.value or 0):02}", match.rule)]
    return [Reading("DATE", day.isoformat(), match.rule, anchor=words)] if day else []


_AFTER_DAY = frozenset(
    "when but while as with for after he she it they was were is said who which that because".split()
)


def read_day_beside_day(match: Match, ctx: Context) -> list[Reading]:
    """ "the day before yesterday", "the week after Christmas"."""
    unit = match.find("unit", "daypart")
    code = str(unit.value) if unit else ""
    if code not in ("D", "W", "N", "NI", "MO"):
        return []
    later = match.place(match.find("before", "after") or match.tokens[0]) + 1
    rest = Match(match.rule, match.sentence, later, match.last)
    value, anchor = _day_or_holiday(rest, ctx)
    day = (
        shift(date.fromisoformat(value), -1 if match.find("before") else 1, "W" if code == "W" else "D")
        if value and value[:1].isdigit()
        else None
    )
    if value is None:
        return []
    if day is None:
        return [Reading("DATE", "XXXX-XX-XX", match.rule)]
    told = week_value(day) if code == "W" else day.isoformat() + ("" if code == "D" else f"T{code[:2]}")
    return [
        Reading(
            "TIME" if "T" in told else "DATE",
            told.replace("TN", "TNI") if told.endswith("TN") else told,
            match.rule,
            anchor=anchor,
        )
    ]


def _day_or_holiday(match: Match, ctx: Context) -> tuple[str | None, str | None]:
    if match.find("holiday"):
        holiday = read_holiday(match, ctx)
        return (holiday[0].value[:10], holiday[0].anchor) if holiday else (None, None)
    day = day_in(match, ctx)
    return (day[0], day[1]) if day else (None, None)


def read_week_of(match: Match, ctx: Context) -> list[Reading]:
    """ "the week of March 6"."""
    unit = match.find("unit", "weekend")
    day = day_in(match, ctx)
    if day is None or unit is None or unit.value not in ("W", "WE"):
        return []
    value, anchor, explicit = day
    end = "-WE" if unit.value == "WE" else ""
    week = week_value(date.fromisoformat(value)) if value[:1].isdigit() else "XXXX-WXX"
    return [Reading("DATE", week + end, match.rule, anchor=anchor, explicit_year=explicit)]
