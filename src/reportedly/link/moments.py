"""Which days a time means when accounts are compared: nights touch two; told without a date, a report of a day may tell
of that day or look back on an earlier one."""

from __future__ import annotations

from reportedly.link.days import shifted
from reportedly.records.annotation import TimeRange

BY_PUBLICATION, DAY_OF_TELLING = "by publication", "day of telling"
ROUGH = frozenset({BY_PUBLICATION, DAY_OF_TELLING})
"""Rules that give the day of a report, or of what is quoted in it, in place of the day of the happening."""
LOOKS_BACK_DAYS = 90
"""Days before its report on which a happening told without a date may have been, if another account dates it so."""
EVENING, SMALL_HOURS = "17:00", "06:00"
"""A night belongs to two days: what one outlet dates to Saturday night another dates to the early hours of Sunday."""
Days = tuple[str | None, str | None]


def is_dated(time: TimeRange) -> bool:
    """True when words of the report tell the time; the day of publication or "had vowed" tell it only roughly."""
    return bool(time.because) and time.rule not in ROUGH


def days_meant(time: TimeRange) -> Days:
    """First and last day that the happening can have been on at all; None where open."""
    if time.rule in ROUGH and time.earliest and time.latest:
        return shifted(time.earliest, -LOOKS_BACK_DAYS), time.latest[:10]
    return days_told(time)


def days_told(time: TimeRange) -> Days:
    """First and last day that the words mean by themselves; None where open.

    Reports of an evening are published on the next day, so a day of publication also means the one before.
    """
    earliest, latest = time.earliest, time.latest
    if not earliest or not latest or earliest.startswith("-") or latest.startswith("-"):
        return earliest and earliest[:10], latest and latest[:10]
    if time.rule in ROUGH:
        return shifted(earliest, -1), latest[:10]
    first, last = earliest[:10], latest[:10]
    if first == last and earliest[11:] >= EVENING:
        return first, shifted(last, 1)
    if first == last and len(latest) > 10 and latest[11:] < SMALL_HOURS:
        return shifted(first, -1), last
    return first, last


def in_common(days: Days, other: Days) -> Days | None:
    """The days that both may mean; None where there are none."""
    first = max((day for day in (days[0], other[0]) if day), default=None)
    last = min((day for day in (days[1], other[1]) if day), default=None)
    return None if first and last and first > last else (first, last)
