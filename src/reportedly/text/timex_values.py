"""From a match of the grammar to a TIMEX3 type and value: dates and times of day.

Every function takes a match and the context and gives its readings; none means that these words are no time
expression after all ("may", "march", the 1,500 metres).
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from reportedly.text.calendar import Bounds, bounds_of, day_of, easter, month_days, nth_weekday, shift, week_value
from reportedly.text.timex_context import Context, Reading
from reportedly.text.timex_patterns import Match
from reportedly.text.timex_words import Token

Normaliser = Callable[[Match, Context], list[Reading]]
_LEADS = frozenset(
    "in until since of from to and or early late last next this during between mid on past hyphen after "
    "before following within start end middle that earlier later".split()
)
"""Classes before which a month name that is also another word ("May", "March") is a month."""
_NUMBERED = frozenset(
    "no number flight room article section page bus model route highway unit size resolution act "
    "chapter line $ # £ € nearly about almost over than".split()
)
_NAMED_DAYS = frozenset("black bloody super cyber ash palm sheffield fat ruby".split())
_SHORT_NAMES = frozenset(
    "jan feb mar apr jun jul aug sep sept oct nov dec mon tue tues wed thu thur thurs fri sat sun".split()
)


def mod_of(match: Match) -> str | None:
    """TIMEX3 mod that the words ask for."""
    kinds = match.kinds
    if "early" in kinds or "start" in kinds:
        return "START"
    if "late" in kinds or "end" in kinds:
        return "END"
    if "mid" in kinds or "middle" in kinds:
        return "MID"
    return "APPROX" if "about" in kinds else None


def _year_of(token: Token | None) -> int | None:
    return token.value if token and isinstance(token.value, int) else None


def _is_month_name(match: Match, month: Token) -> bool:
    """A month and not the verb, the adjective or the person that is written the same."""
    if not month.capital:
        return False
    if match.find("small", "ordinalday", "year", "iso", "ordinal"):
        return True
    if month.text in _SHORT_NAMES:
        return False
    previous, following = match.before(), match.following()
    led = bool(match.last - match.first > 1 or (previous and previous.kind in _LEADS))
    if month.text in ("may", "march"):
        return led
    return led or not (following and following.kind == "other" and following.capital and following.text.isalpha())


def day_in(match: Match, ctx: Context) -> tuple[str, str | None, bool] | None:
    """Value to the day, the anchor used, and whether the year is written; None if these words name no day."""
    if token := match.find("iso"):
        return _valid(str(token.value)[:10])
    if token := match.find("slash"):
        return _slash(str(token.value))
    if month := match.find("month"):
        return _month_day(match, month, ctx) if _is_month_name(match, month) else None
    if token := match.find("relday"):
        return _relative_day(token, ctx)
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
    day, year = int(number.value or 0), _year_of(match.find("year"))
    if year:
        return _valid(f"{year:04}-{month.value:02}-{day:02}")
    if match.find("unit"):
        found, anchor = relative_year(match, ctx)
    elif year := _year_ahead(match, month.value, ctx):
        found, anchor = year, "the range"
    else:
        found, anchor = ctx.year_for(month.value, day)
    value = f"{found:04}-{month.value:02}-{day:02}" if found else f"{ctx.open_year}-{month.value:02}-{day:02}"
    if found and not bounds_of(value):
        return None
    return value, anchor, False


_IN_A_RANGE = frozenset({"small", "ordinalday", "month", "comma", "of", "the", "weekday"})


def _year_ahead(match: Match, month: int, ctx: Context) -> int | None:
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


def _relative_day(token: Token, ctx: Context) -> tuple[str, str | None, bool]:
    offset = token.value if isinstance(token.value, int) else 0
    anchor, words = (ctx.published, ctx.published_anchor)
    day = shift(anchor, offset, "D") if anchor else None
    return (day.isoformat(), words, False) if day else ("XXXX-XX-XX", None, False)


def _weekday(match: Match, token: Token, ctx: Context) -> tuple[str, str | None, bool] | None:
    previous = match.before()
    if token.text.rstrip(".") in _SHORT_NAMES or (previous and previous.text in _NAMED_DAYS):
        return None
    kinds = match.kinds
    told = kinds & {"that", "following", "same"}
    side = "told" if told else "last" if kinds & {"last", "past"} else "next" if "next" in kinds else None
    day, anchor = ctx.weekday(int(token.value or 0), side)
    return (day.isoformat() if day else f"XXXX-WXX-{int(token.value or 0) + 1}"), anchor, False


def clock_value(match: Match) -> str | None:
    """`T22:27` of the clock words of a match; None if they give no hour of the day."""
    if token := match.find("clock"):
        if (unit := match.find("units")) and unit.value != "TH":
            return None
        hour, minute = (int(part) for part in str(token.value).split(":")[:2])
    elif token := _military(match):
        hour, minute = int(token.text[:2]), int(token.text[2:])
    elif token := match.find("daytime"):
        return f"T{token.value}"
    elif ampm := match.find("ampm", "oclock"):
        hour, minute = int(match.sentence[match.place(ampm) - 1].value or 0), 0
    elif (part := match.find("daypart")) and (number := match.find("small")):
        return _hour_of_part(int(number.value or 0), str(part.value))
    else:
        return None
    ampm = match.find("ampm")
    if ampm:
        if not 1 <= hour <= 12:
            return None
        hour = hour % 12 + (12 if ampm.value == "p" else 0)
    return f"T{hour:02}:{minute:02}" if hour < 24 else None


def _military(match: Match) -> Token | None:
    """The `0735` of "0735 GMT", "1900 hrs"."""
    token = match.find("number", "year")
    if token is None or len(token.text) != 4 or not token.text.isdigit() or int(token.text[2:]) > 59:
        return None
    after = match.sentence[match.place(token) + 1]
    return token if after.kind == "zone" or (after.text in ("hrs", "hours") and token.kind == "number") else None


def zone_of(match: Match) -> str | None:
    """Offset of the zone that the words name: `Z`, `-05:00`, `IST`."""
    zone = match.find("zone")
    return str(zone.value) if zone else None


def _with_zone(value: str, zone: str | None) -> str:
    """TIMEX3 writes UTC into the value; other clocks are local ones, whose offset is kept beside it."""
    return value + "Z" if zone == "Z" and "T" in value else value


def _hour_of_part(hour: int, part: str) -> str | None:
    """ "4 in the morning", "9 in the evening"."""
    if not 1 <= hour <= 12 or part not in ("MO", "AF", "EV", "NI"):
        return None
    later = part in ("AF", "EV") or (part == "NI" and hour >= 6)
    return f"T{hour % 12 + 12 * later:02}:00"


def read_clock(match: Match, ctx: Context) -> list[Reading]:
    """A time of day by itself; its day is found in the sentence later."""
    value = clock_value(match)
    if value is None or ("clock" in match.kinds and not match.find("ampm", "zone") and not _is_led_clock(match)):
        return []
    zone = zone_of(match)
    return [
        Reading(
            "TIME", _with_zone(value, zone), match.rule, mod="APPROX" if "about" in match.kinds else None, zone=zone
        )
    ]


def _is_led_clock(match: Match) -> bool:
    """Without "a.m." or a zone a clock needs a word before it that tells it from a score or a verse."""
    previous = match.before()
    return bool(previous and previous.kind in ("at", "until", "from", "since", "about", "between", "before", "after"))


def read_clock_and_day(match: Match, ctx: Context) -> list[Reading]:
    """ "10:27 p.m. on Dec. 3", "Tuesday at noon"."""
    clock, day = clock_value(match), _day_beside_clock(match, ctx)
    if clock is None or day is None:
        return []
    value, anchor, explicit = day
    zone = zone_of(match)
    return [
        Reading("TIME", _with_zone(value + clock, zone), match.rule, anchor=anchor, explicit_year=explicit, zone=zone)
    ]


def _day_beside_clock(match: Match, ctx: Context) -> tuple[str, str | None, bool] | None:
    """The day, read from the words that are not the hour: "9 a.m. Dec. 3" holds two small numbers."""
    ampm = match.find("ampm", "oclock")
    if ampm is None or match.find("clock"):
        return day_in(match, ctx)
    hour = match.place(ampm) - 1
    parts = (
        Match(match.rule, match.sentence, hour + 2, match.last),
        Match(match.rule, match.sentence, match.first, hour),
    )
    return next((day for part in parts if (day := day_in(part, ctx))), None)


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
    if token is None or (token.capital and previous and previous.capital and previous.kind == "other"):
        return []  # "USA Today", "News Tonight"
    value, anchor, _ = _relative_day(token, ctx)
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
    year, anchor = _year_of(match.find("year")), None
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


def read_month(match: Match, ctx: Context) -> list[Reading]:
    """ "mid-June", "late January 2016", "last May", "July of that year"."""
    month = match.find("month")
    if month is None or not isinstance(month.value, int) or not _is_month_name(match, month):
        return []
    year, anchor, explicit = _year_of(match.find("year")), None, match.find("year") is not None
    if year is None:
        year, anchor = _year_of_month(match, month.value, ctx)
    value = f"{year:04}-{month.value:02}" if year else f"{ctx.open_year}-{month.value:02}"
    return [Reading("DATE", value, match.rule, mod_of(match), anchor=anchor, explicit_year=explicit)]


def _year_of_month(match: Match, month: int, ctx: Context) -> tuple[int | None, str | None]:
    """Year of a month told without one; "last May" is strictly before, "next May" strictly after the anchor."""
    if match.find("unit"):
        return relative_year(match, ctx)
    if year := _year_ahead(match, month, ctx):
        return year, "the range"
    side = match.find("last", "past", "next", "following")
    anchor, words = ctx.deictic()
    if side is None or anchor is None:
        return ctx.year_for(month, whole_month=True)
    if side.kind in ("last", "past"):
        return anchor.year - (month >= anchor.month), words
    return anchor.year + (month <= anchor.month), words


def relative_year(match: Match, ctx: Context) -> tuple[int | None, str | None]:
    """Year of "last year", "that year", "next year" within a match."""
    side = match.find("last", "past", "next", "following", "that", "same", "this")
    kind = side.kind if side else "this"
    anchor, words = ctx.narrated() if kind in ("that", "same", "following") else ctx.deictic()
    if anchor is None:
        return None, None
    return anchor.year + {"last": -1, "past": -1, "next": 1, "following": 1}.get(kind, 0), words


def read_year(match: Match, ctx: Context) -> list[Reading]:
    """A year by itself, where the words around make it one."""
    year = match.find("year")
    if year is None or not _is_year(match, int(year.value or 0), narrative=ctx.narrative):
        return []
    return [Reading("DATE", f"{year.value:04}", match.rule, mod_of(match), explicit_year=True)]


_COUNTED = frozenset("people men women troops soldiers prisoners children dead civilians workers miles feet".split())


def _is_year(match: Match, year: int, *, narrative: bool) -> bool:
    previous, following = match.before(), match.following()
    if following and (
        following.kind in ("unit", "units", "number", "small", "numword", "ampm")
        or following.text in ("%", "percent", "per", "°")
    ):
        return False
    if previous and (previous.text in _NUMBERED or previous.kind in ("number", "small", "ordinal")):
        return match.last - match.first > 1
    led = match.last - match.first > 1 or (previous is not None and previous.kind in _LEADS)
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


def read_holiday(match: Match, ctx: Context) -> list[Reading]:
    """Fixed and computed holidays, in the year that the tense and the anchor give."""
    token = match.find("holiday")
    if token is None or not token.capital:
        return []
    explicit, anchor = _year_of(match.find("year")), None
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


def read_week_of_month(match: Match, ctx: Context) -> list[Reading]:
    """ "the last week of March": the ISO week of the month's first day or its last whole one."""
    unit, month = match.find("unit"), match.find("month")
    if unit is None or unit.value not in ("W", "D") or month is None or not month.capital:
        return []
    number, year, anchor = int(month.value or 0), _year_of(match.find("year")), None
    explicit = year is not None
    if year is None:
        year, anchor = (
            _year_of_month(match, number, ctx) if not match.find("last") else ctx.year_for(number, whole_month=True)
        )
    if year is None:
        return [Reading("DATE", f"XXXX-{number:02}", match.rule)]
    last = month_days(year, number)
    day = date(year, number, (last - 6 if unit.value == "W" else last) if match.find("last") else 1)
    value = week_value(day) if unit.value == "W" else day.isoformat()
    return [Reading("DATE", value, match.rule, anchor=anchor, explicit_year=explicit)]


DATE_NORMALISERS: dict[str, Normaliser] = {
    "clock and day": read_clock_and_day,
    "day and clock": read_clock_and_day,
    "clock": read_clock,
    "part of date": read_date,
    "date": read_date,
    "day range": read_day_range,
    "day range before month": read_day_range,
    "month": read_month,
    "weekday": read_date,
    "weekday of week": read_date,
    "relative day": read_relative_day,
    "year": read_year,
    "day beside day": read_day_beside_day,
    "part and day": read_date,
    "week of": read_week_of,
    "week of month": read_week_of_month,
    "year range": read_year_range,
    "holiday": read_holiday,
    "day of month": read_day_of_month,
}
