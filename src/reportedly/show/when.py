"""Dates in words, with their doubt: `4 May 2031`, `4–6 May 2031`, `by 9 May 2031`, `May 2031`, `date unknown`."""

from __future__ import annotations

from calendar import monthrange

from reportedly.records.annotation import TimeRange

UNKNOWN = "date unknown"
_MONTHS = ("January February March April May June July August September October November December").split()
EXACT = frozenset({"minute", "hour", "day"})
"""Precisions that need no sign of doubt."""


def when_in_words(when: TimeRange | None) -> str:
    """The range in words; `date unknown` where neither end is known."""
    if when is None:
        return UNKNOWN
    return range_in_words(when.earliest, when.latest)


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


def order(when: TimeRange) -> tuple[str, str]:
    """A sort key that reads as a story: by earliest moment; what has no date comes last."""
    return (when.earliest or when.latest or "9999", when.latest or "9999")


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
        return f"{moment_in_words(first)}, {earliest[11:16] or '00:00'}–{latest[11:16] or '24:00'}"
    if first[:7] == last[:7] and len(earliest) == len(latest) == 10:
        return f"{int(first[8:])}–{moment_in_words(last)}"
    return f"{moment_in_words(earliest, year=first[:4] != last[:4])} – {moment_in_words(latest)}"
