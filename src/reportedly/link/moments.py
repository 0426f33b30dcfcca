"""Which days a time means when accounts are compared: nights touch two, a day of publication also the one before."""

from __future__ import annotations

from reportedly.link.days import shifted
from reportedly.records.annotation import TimeRange

BY_PUBLICATION = "by publication"
EVENING, SMALL_HOURS = "17:00", "06:00"
"""A night belongs to two days: what one outlet dates to Saturday night another dates to the early hours of Sunday."""
Days = tuple[str | None, str | None]


def is_dated(time: TimeRange) -> bool:
    """True when words of the report tell the time; the day of publication or "had vowed" tell it only roughly."""
    return bool(time.because)


def days_meant(time: TimeRange) -> Days:
    """First and last day that the happening may have been on; None where open.

    Reports of an evening are published on the next day, so a day of publication also means the one before.
    """
    earliest, latest = time.earliest, time.latest
    if not earliest or not latest or earliest.startswith("-") or latest.startswith("-"):
        return earliest and earliest[:10], latest and latest[:10]
    if time.rule == BY_PUBLICATION:
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
