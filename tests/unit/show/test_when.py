"""Dates in words keep their doubt."""

import pytest

from reportedly.records.annotation import TimeRange
from reportedly.show.when import (
    clock_in_words,
    is_uncertain,
    moment_in_words,
    order,
    range_in_words,
    weekday,
    when_in_words,
)


@pytest.mark.parametrize(("earliest", "latest", "words"), [
    ("2031-05-04", "2031-05-04", "4 May 2031"),
    ("2031-05-04T10:27", "2031-05-04T10:27", "4 May 2031, 10:27"),
    ("2031-05-04T06:00", "2031-05-04T12:00", "4 May 2031, 06:00–12:00"),
    ("2031-05-04T18:00", "2031-05-04T23:59", "4 May 2031, late"),
    ("2031-05-04T00:00", "2031-05-04T08:59", "4 May 2031, early"),
    ("2031-05-04", "2031-05-06", "4–6 May 2031"),
    ("2031-05-28", "2031-06-02", "28 May – 2 June 2031"),
    ("2030-12-30", "2031-01-02", "30 December 2030 – 2 January 2031"),
    ("2031-02-01", "2031-02-28", "February 2031"),
    ("2031-01-01", "2031-12-31", "2031"),
    ("2031-05-04", None, "from 4 May 2031"),
    (None, "2031-05-04", "by 4 May 2031"),
    (None, None, "date unknown"),
])
def test_range_is_given_as_far_as_known(earliest: str | None, latest: str | None, words: str) -> None:
    assert range_in_words(earliest, latest) == words


@pytest.mark.parametrize(("value", "words"), [("2031", "2031"), ("2031-05", "May 2031"), ("soon", "soon"),
                                              ("2031-13", "2031-13"),
                                              ("2031-05-04T07:30:00+02:00", "4 May 2031, 07:30")])
def test_moment_that_is_no_date_stays_as_it_is(value: str, words: str) -> None:
    assert moment_in_words(value) == words


def _range(earliest: str | None, latest: str | None, precision: str = "day") -> TimeRange:
    return TimeRange(earliest=earliest, latest=latest, precision=precision, rule="test", because=())


def test_a_day_is_certain_and_a_month_an_open_end_or_a_part_of_day_is_not() -> None:
    assert not is_uncertain(_range("2031-05-04", "2031-05-04"))
    assert is_uncertain(_range("2031-05-01", "2031-05-31", "month"))
    assert is_uncertain(_range("2031-05-04", None))
    assert is_uncertain(_range("2031-05-04T06:00", "2031-05-04T12:00", "part-of-day"))


def test_undated_sorts_last() -> None:
    assert order(_range("2031-05-04", None)) < order(_range(None, "2031-06-01")) < order(_range(None, None))
    assert when_in_words(None) == "date unknown"


def test_years_before_christ_come_first() -> None:
    assert order(_range("-0043-03-15", "-0043-03-15")) < order(_range("0014-08-19", "0014-08-19"))


def test_an_approximate_date_says_so_and_an_open_one_needs_no_more() -> None:
    assert when_in_words(_range("2031-05-04", "2031-05-04"), approximate=True) == "about 4 May 2031"
    assert when_in_words(_range(None, "2031-05-04"), approximate=True) == "by 4 May 2031"


@pytest.mark.parametrize(("earliest", "latest", "words"), [
    ("2031-05-04", "2031-05-04", ""), ("2031-05-04T10:27", "2031-05-04T10:27", "10:27"),
    ("2031-05-04T10:00", "2031-05-04T10:59", "10:00–10:59"), ("2031-05-04T12:00", "2031-05-04T17:59", "afternoon"),
    ("2031-05-04T18:00", "2031-05-05T08:59", ""), (None, None, "")])
def test_time_of_day_stands_in_figures_or_as_a_part_of_the_day(earliest: str | None, latest: str | None,
                                                              words: str) -> None:
    assert clock_in_words(earliest, latest) == words


def test_weekday_of_a_day_alone() -> None:
    assert (weekday("2031-05-04"), weekday("2031-05"), weekday("-0043-03-15")) == ("Sunday", "", "")
