"""Dates in words, with their doubt: `4 May 2031`, `4–6 May 2031`, `by 9 May 2031`, `May 2031`, `date unknown`."""

from __future__ import annotations

from calendar import monthrange
from datetime import date

from reportedly.records.annotation import TimeRange
from reportedly.text.calendar import moment_key

UNKNOWN = "date unknown"
_LAST = "9999-99"
_MONTHS = ("January February March April May June July August September October November December").split()
EXACT = frozenset({"minute", "hour", "day"})
"""Precisions that need no sign of doubt."""
PARTS_OF_DAY = {("00:00", "08:59"): "early", ("00:00", "11:59"): "morning", ("06:00", "19:59"): "daytime",
                ("10:00", "15:59"): "midday", ("12:00", "12:59"): "midday", ("12:00", "17:59"): "afternoon",
                ("12:00", "23:59"): "afternoon or evening", ("17:00", "23:59"): "evening", ("18:00", "23:59"): "late"}
"""The hours that a report means by a part of the day, as time expressions are read, in words."""


def when_in_words(when: TimeRange | None, *, approximate: bool = False) -> str:
    """The range in words; `date unknown` where neither end is known, `about 4 May 2031` for an approximate one."""
    if when is None:
        return UNKNOWN
    words = range_in_words(when.earliest, when.latest)
    return f"about {words}" if approximate and when.earliest and when.latest else words


def range_in_words(earliest: str | None, latest: str | None) -> str:
    """A range of ISO days or minutes in words."""
    if not earliest and not latest:
        return UNKNOWN
    if not earliest:
        return f"by {moment_in_words(latest or '')}"
    if not latest:
        return f"from {moment_in_words(earliest)}"
    if earliest == latest:
        return moment_in_words(earliest)
    return _whole_months(earliest, latest) or _span_in_words(earliest, latest)


def moment_in_words(value: str, *, year: bool = True) -> str:
    """An ISO year, month, day or minute in words; what is no date is given back as it is."""
    day, _, time = value.partition("T")
    parts = day.split("-")
    if not all(part.isdigit() for part in parts) or len(parts) > 3 or not _is_month(parts):
        return value
    words = [_MONTHS[int(parts[1]) - 1]] if len(parts) > 1 else []
    if len(parts) == 3:
        words.insert(0, str(int(parts[2])))
    if year or not words:
        words.append(parts[0])
    return " ".join(words) + (f", {time[:5]}" if time[:5] else "")


def day_of(value: str | None) -> str | None:
    """The day of an ISO moment; None for coarser values and for None."""
    return value[:10] if value and len(value) >= 10 else None


def is_uncertain(when: TimeRange) -> bool:
    """True where the range is open, coarser than a day, or longer than one."""
    return when.day is None or when.precision not in EXACT


def order(when: TimeRange) -> tuple[tuple[int, str], tuple[int, str]]:
    """A sort key that reads as a story: by earliest moment; what has no date comes last."""
    return moment_key(when.earliest or when.latest or _LAST), moment_key(when.latest or _LAST)


def clock_in_words(earliest: str | None, latest: str | None) -> str:
    """`10:27`, `10:00–11:30`, `late`: the time of day of a range inside one day; `` where none is known."""
    first, last = (earliest or "")[11:16], (latest or "")[11:16]
    if (earliest or "")[:10] != (latest or "")[:10] or not (first or last):
        return ""
    part = PARTS_OF_DAY.get((first, last))
    return part or (first if first == last else f"{first or '00:00'}–{last or '24:00'}")


def weekday(day: str) -> str:
    """`Tuesday` for an ISO day of the years 1 to 9999; `` for anything else."""
    try:
        return date.fromisoformat(day).strftime("%A")
    except ValueError:
        return ""


def _is_month(parts: list[str]) -> bool:
    return len(parts) < 2 or 1 <= int(parts[1]) <= 12


def _whole_months(earliest: str, latest: str) -> str | None:
    """`May 2031` or `2031` when the range is just that; else None."""
    if len(earliest) != 10 or len(latest) != 10 or not earliest.endswith("-01") or earliest[:4] != latest[:4]:
        return None
    if earliest[5:] == "01-01" and latest[5:] == "12-31":
        return earliest[:4]
    year, month, last = latest[:4], latest[5:7], latest[8:]
    if earliest[:7] != latest[:7] or not (year + month + last).isdigit() or not 1 <= int(month) <= 12:
        return None
    return moment_in_words(latest[:7]) if int(last) == monthrange(int(year), int(month))[1] else None


def _span_in_words(earliest: str, latest: str) -> str:
    first, last = earliest[:10], latest[:10]
    if first == last:
        return f"{moment_in_words(first)}, {clock_in_words(earliest, latest)}"
    if first[:7] == last[:7] and len(earliest) == len(latest) == 10:
        return f"{int(first[8:])}–{moment_in_words(last)}"
    return f"{moment_in_words(earliest, year=first[:4] != last[:4])} – {moment_in_words(latest)}"
