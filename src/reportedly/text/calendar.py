"""Calendar arithmetic on days, and what days a TIMEX3 value can mean.

Every function is pure: none reads the clock. Days are proleptic Gregorian; years before 1 are written with a sign as
in ISO 8601 (`-0489` is 490 BC).
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, timedelta

_DAYS_IN_UNIT = {"D": 1, "W": 7, "F": 14}
_MONTHS_IN_UNIT = {"M": 1, "Q": 3, "Y": 12, "E": 120, "C": 1200, "L": 12000}
_PARTS = {
    "MO": ("00:00", "11:59"),
    "MI": ("12:00", "12:59"),
    "AF": ("12:00", "17:59"),
    "EV": ("17:00", "23:59"),
    "NI": ("18:00", "23:59"),
    "DT": ("06:00", "19:59"),
    "PM": ("12:00", "23:59"),
}
_SEASONS = {"SP": (3, 5, 21), "SU": (6, 8, 22), "FA": (9, 11, 23), "WI": (12, 2, 24)}
"""First month, last month and EDTF code, for the northern half of the world, where most of English news is."""


@dataclass(frozen=True, slots=True)
class Bounds:
    """The first and last day or minute that a value can mean."""

    earliest: str
    latest: str
    precision: str


def shift(day: date, count: int, unit: str) -> date | None:
    """The day `count` units later (earlier if negative); None beyond years 1 to 9999 or for units below a day.

    Units are `D`, `W`, `F` (fortnight), `M`, `Q`, `Y`, `E` (decade), `C` (century). 31 January and a month is the last
    day of February.
    """
    try:
        if unit in _DAYS_IN_UNIT:
            return day + timedelta(days=count * _DAYS_IN_UNIT[unit])
        if unit not in _MONTHS_IN_UNIT:
            return None
        month = day.year * 12 + day.month - 1 + count * _MONTHS_IN_UNIT[unit]
        year, month = divmod(month, 12)
        return date(year, month + 1, min(day.day, month_days(year, month + 1)))
    except (OverflowError, ValueError):
        return None


def month_days(year: int, month: int) -> int:
    """Number of days of a month."""
    if month == 2:
        return 29 if year % 4 == 0 and (year % 100 != 0 or year % 400 == 0) else 28
    return 30 if month in (4, 6, 9, 11) else 31


def day_of(year: int, month: int, number: int) -> date | None:
    """The day, or None when the calendar has no such day."""
    try:
        return date(year, month, number)
    except ValueError:
        return None


def week_value(day: date) -> str:
    """ISO week of a day: `2031-W18`."""
    year, week, _ = day.isocalendar()
    return f"{year:04}-W{week:02}"


def latest_weekday(day: date, weekday: int) -> date:
    """The last such weekday (Monday 0) on or before the day; the first of all days where there is none before."""
    back = (day.weekday() - weekday) % 7
    return day - timedelta(days=back) if day.toordinal() > back else day


def next_weekday(day: date, weekday: int) -> date:
    """The first such weekday after the day; the last of all days where there is none."""
    ahead = (weekday - day.weekday() - 1) % 7 + 1
    return day + timedelta(days=ahead) if day.toordinal() + ahead <= date.max.toordinal() else day


def nth_weekday(year: int, month: int, weekday: int, number: int) -> date:
    """The first (1), second, … such weekday of a month; -1 for the last."""
    if number < 0:
        return latest_weekday(date(year, month, month_days(year, month)), weekday)
    first = date(year, month, 1)
    return date(year, month, 1 + (weekday - first.weekday()) % 7 + 7 * (number - 1))


def easter(year: int) -> date:
    """Easter Sunday of the Gregorian calendar (the anonymous algorithm, Nature 1876)."""
    a, b, c = year % 19, year // 100, year % 100
    d, e = divmod(b, 4)
    g = (8 * b + 13) // 25
    h = (19 * a + b - d - g + 15) % 30
    i, k = divmod(c, 4)
    m = (32 + 2 * e + 2 * i - h - k) % 7
    n = (a + 11 * h + 22 * m) // 451
    month, number = divmod(h + m - 7 * n + 114, 31)
    return date(year, month, number + 1)


_VALUE = re.compile(
    r"""(?P<bc>BC)?(?P<year>\d{4})
    (?:-(?P<month>\d\d)(?:-(?P<day>\d\d))? | -W(?P<week>\d\d)(?P<end>-WE)? | -(?P<season>SP|SU|FA|WI)
     | -Q(?P<quarter>[1-4]) | -H(?P<half>[12]))?
    (?:T(?:(?P<hour>\d\d)(?::(?P<minute>\d\d))?(?::\d\d)?|(?P<part>MO|MI|AF|EV|NI|DT|PM)))?Z?""",
    re.VERBOSE,
)
_DECADE = re.compile(r"(?P<bc>BC)?(?P<digits>\d{2,3})")


def bounds_of(value: str, mod: str | None = None) -> Bounds | None:
    """First and last day or minute of a TIMEX3 value, narrowed to its start, middle or end by the TIMEX3 mod.

    None for durations, sets, vague references, and values with a part unknown (`XXXX-05`).
    """
    whole = _VALUE.fullmatch(value)
    if whole is None:
        return _bounds_of_era(value)
    if whole["bc"]:
        return _bounds_before_christ(whole)
    try:
        bounds = _bounds_of_time(whole) if "T" in value else _bounds_of_date(whole)
    except (ValueError, OverflowError):
        return None
    return _narrowed(bounds, mod) if mod in ("START", "MID", "END") else bounds


def _bounds_of_time(parts: re.Match[str]) -> Bounds:
    day = date(int(parts["year"]), int(parts["month"] or ""), int(parts["day"] or "")).isoformat()
    if parts["part"]:
        first, last = _PARTS[parts["part"]]
        return Bounds(f"{day}T{first}", f"{day}T{last}", "part-of-day")
    if parts["hour"] == "24":  # midnight at the end of the day
        return Bounds(f"{day}T23:59", f"{day}T23:59", "minute")
    hour = f"{day}T{int(parts['hour']):02}"
    if parts["minute"]:
        return Bounds(f"{hour}:{parts['minute']}", f"{hour}:{parts['minute']}", "minute")
    return Bounds(f"{hour}:00", f"{hour}:59", "hour")


def _bounds_of_date(parts: re.Match[str]) -> Bounds:
    year = int(parts["year"])
    if parts["day"]:
        day = date(year, int(parts["month"]), int(parts["day"]))
        return _days(day, day, "day")
    if parts["month"]:
        return _months(year, int(parts["month"]), int(parts["month"]), "month")
    if parts["week"]:
        monday = date.fromisocalendar(year, int(parts["week"]), 1)
        first = monday + timedelta(days=5) if parts["end"] else monday
        return _days(first, monday + timedelta(days=6), "week")
    if parts["season"]:
        return _season(year, parts["season"])
    if parts["quarter"]:
        last = int(parts["quarter"]) * 3
        return _months(year, last - 2, last, "quarter")
    if parts["half"]:
        last = int(parts["half"]) * 6
        return _months(year, last - 5, last, "season")
    return _months(year, 1, 12, "year")


def _season(year: int, season: str) -> Bounds:
    if season == "WI":  # "the winter of 1994" may be the one it began with or the one it ended with
        return _days(date(year, 1, 1), date(year + 1, 2, month_days(year + 1, 2)), "season")
    return _months(year, *_SEASONS[season][:2], "season")


def _bounds_of_era(value: str) -> Bounds | None:
    era = _DECADE.fullmatch(value)
    if era is None:
        return None
    digits, open_digits = era["digits"], 4 - len(era["digits"])
    precision = "decade" if open_digits == 1 else "century"
    first, last = int(digits + "0" * open_digits), int(digits + "9" * open_digits)
    if era["bc"]:
        return Bounds(f"{_signed(last)}-01-01", f"{_signed(max(first, 1))}-12-31", precision)
    return Bounds(f"{max(first, 1):04}-01-01", f"{last:04}-12-31", precision)


def _bounds_before_christ(parts: re.Match[str]) -> Bounds | None:
    year = _signed(int(parts["year"]))
    if parts["month"]:
        month = int(parts["month"])
        if not 1 <= month <= 12:
            return None
        last = month_days(1 - int(parts["year"]), month)
        first = int(parts["day"] or 1)
        return Bounds(
            f"{year}-{month:02}-{first:02}",
            f"{year}-{month:02}-{int(parts['day'] or last):02}",
            "day" if parts["day"] else "month",
        )
    return Bounds(f"{year}-01-01", f"{year}-12-31", "season" if parts["season"] else "year")


def _signed(year_before_christ: int) -> str:
    return f"-{year_before_christ - 1:04}" if year_before_christ > 1 else "0000"


def _days(first: date, last: date, precision: str) -> Bounds:
    return Bounds(first.isoformat(), last.isoformat(), precision)


def _months(year: int, first: int, last: int, precision: str) -> Bounds:
    return _days(date(year, first, 1), date(year, last, month_days(year, last)), precision)


def _narrowed(bounds: Bounds, mod: str | None) -> Bounds:
    """The first, middle or last third; of a day its small hours, its middle or its evening."""
    if "T" in bounds.earliest:
        return bounds
    first, last = date.fromisoformat(bounds.earliest), date.fromisoformat(bounds.latest)
    if first == last:
        begin, end = {"START": ("00:00", "08:59"), "MID": ("10:00", "15:59")}.get(mod or "", ("18:00", "23:59"))
        return Bounds(f"{bounds.earliest}T{begin}", f"{bounds.latest}T{end}", "part-of-day")
    third = round((last - first).days / 3)
    if mod == "START":
        last = first + timedelta(days=third - 1)
    elif mod == "END":
        first = last - timedelta(days=third)
    else:
        first, last = first + timedelta(days=third), last - timedelta(days=third)
    return _days(first, last, bounds.precision)


def edtf_of(bounds: Bounds, *, value: str = "", approximate: bool = False) -> str:
    """Extended Date/Time Format (ISO 8601-2) of a range; approximate ones end in `~`.

    A value that is whole is written as itself (`2031-05`, `203X`, `2031-22`), everything else as an interval of days.
    """
    mark = "~" if approximate else ""
    if bounds.precision == "minute" and bounds.earliest == bounds.latest:
        return f"{bounds.earliest}:00"
    first, last = _day_part(bounds.earliest), _day_part(bounds.latest)
    if first == last:
        return first + mark
    return _whole(value, bounds) + mark if _whole(value, bounds) else f"{first}{mark}/{last}{mark}"


def _whole(value: str, bounds: Bounds) -> str:
    if bounds_of(value) != bounds:
        return ""
    if re.fullmatch(r"\d{4}(-\d\d)?", value):
        return value
    if re.fullmatch(r"\d{2,3}", value):
        return value.ljust(4, "X")
    if season := re.fullmatch(r"(\d{4})-(SP|SU|FA|WI)", value):
        return f"{season[1]}-{_SEASONS[season[2]][2]}"
    if quarter := re.fullmatch(r"(\d{4})-Q([1-4])", value):
        return f"{quarter[1]}-{32 + int(quarter[2])}"
    if year := re.fullmatch(r"BC(\d{4})", value):
        return _signed(int(year[1]))
    return ""


def _day_part(moment: str) -> str:
    return moment.partition("T")[0]


def moment_key(moment: str) -> tuple[int, str]:
    """A sort key for days and minutes, in order of time also before year 1."""
    if moment.startswith("-"):
        year, _, rest = moment[1:].partition("-")
        return -int(year), rest
    year, _, rest = moment.partition("-")
    return int(year), rest
