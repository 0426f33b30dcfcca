"""Comparing days and ranges of days as the records hold them."""

from __future__ import annotations

from datetime import date, timedelta
from functools import lru_cache


def days_between(first: str, second: str) -> int | None:
    """Whole days from the first ISO date (or date-time) to the second; None where one is no full date."""
    start, end = ordinal(first), ordinal(second)
    return None if start is None or end is None else end - start


@lru_cache(maxsize=65_536)  # a story's mentions are compared by the million and lie on a few thousand moments
def ordinal(moment: str) -> int | None:
    """The day of an ISO date or date-time by the proleptic Gregorian calendar's count, 1 for 0001-01-01; else None."""
    try:
        return date.fromisoformat(moment[:10]).toordinal()
    except ValueError:
        return None


def within(earliest: str | None, latest: str | None, other_earliest: str | None, other_latest: str | None,
           slack: int) -> bool:
    """True when the two ranges of days overlap or lie at most `slack` days apart; open ends are compatible."""
    return _before(latest, other_earliest) <= slack and _before(other_latest, earliest) <= slack


def _before(end: str | None, start: str | None) -> int:
    if not end or not start:
        return 0
    return days_between(end, start) or 0


def length(earliest: str | None, latest: str | None) -> int | None:
    """Days a range covers, 1 for a single day; None when it is open."""
    if not earliest or not latest:
        return None
    between = days_between(earliest, latest)
    return None if between is None else between + 1


@lru_cache(maxsize=65_536)
def shifted(day: str, by: int) -> str:
    """The ISO day so many days later."""
    return (date.fromisoformat(day[:10]) + timedelta(days=by)).isoformat()
