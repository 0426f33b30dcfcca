"""Calendar arithmetic and the days that a value can mean."""

from __future__ import annotations

from datetime import date

import pytest

from reportedly.text.calendar import (
    bounds_of,
    easter,
    edtf_of,
    latest_weekday,
    moment_key,
    next_weekday,
    nth_weekday,
    shift,
)


@pytest.mark.parametrize(
    ("count", "unit", "day"),
    [
        (1, "M", date(2031, 2, 28)),
        (-1, "Y", date(2030, 1, 31)),
        (2, "W", date(2031, 2, 14)),
        (-1, "C", date(1931, 1, 31)),
    ],
)
def test_shift_keeps_to_the_calendar(count: int, unit: str, day: date) -> None:
    assert shift(date(2031, 1, 31), count, unit) == day


def test_shift_beyond_the_calendar_is_none() -> None:
    assert shift(date(2031, 1, 31), 10**12, "Y") is None
    assert shift(date(2031, 1, 31), -(10**12), "D") is None


def test_weekday_of_the_day_itself_counts_as_latest() -> None:
    wednesday = date(2031, 12, 10)
    assert latest_weekday(wednesday, 2) == wednesday
    assert next_weekday(wednesday, 2) == date(2031, 12, 17)


def test_moving_days() -> None:
    assert easter(2024) == date(2024, 3, 31)
    assert nth_weekday(2031, 11, 3, 4) == date(2031, 11, 27)
    assert nth_weekday(2031, 5, 0, -1) == date(2031, 5, 26)


@pytest.mark.parametrize(
    ("value", "earliest", "latest", "precision", "edtf"),
    [
        ("2031-02", "2031-02-01", "2031-02-28", "month", "2031-02"),
        ("2031-W18", "2031-04-28", "2031-05-04", "week", "2031-04-28/2031-05-04"),
        ("2031-SU", "2031-06-01", "2031-08-31", "season", "2031-22"),
        ("2031-Q2", "2031-04-01", "2031-06-30", "quarter", "2031-34"),
        ("203", "2030-01-01", "2039-12-31", "decade", "203X"),
        ("19", "1900-01-01", "1999-12-31", "century", "19XX"),
        ("2031-05-04T22:27", "2031-05-04T22:27", "2031-05-04T22:27", "minute", "2031-05-04T22:27:00"),
    ],
)
def test_bounds_and_edtf_of_a_value(value: str, earliest: str, latest: str, precision: str, edtf: str) -> None:
    bounds = bounds_of(value)
    assert bounds is not None
    assert (bounds.earliest, bounds.latest, bounds.precision) == (earliest, latest, precision)
    assert edtf_of(bounds, value=value) == edtf


@pytest.mark.parametrize("value", ["XXXX-05", "P2W", "PAST_REF", "2031-02-30", "2031-13", "2031-W60", ""])
def test_unknown_parts_and_impossible_days_have_no_bounds(value: str) -> None:
    assert bounds_of(value) is None


def test_moments_before_christ_sort_first() -> None:
    assert sorted(["2031-01-01", "-0489-06-01", "-0499-01-01"], key=moment_key) == [
        "-0499-01-01",
        "-0489-06-01",
        "2031-01-01",
    ]
