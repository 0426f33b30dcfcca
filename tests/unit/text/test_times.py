"""The library of its own: `reportedly.times`."""

from __future__ import annotations

import datetime as dt

import pytest

import reportedly
from reportedly.errors import InputError

TEXT = "The gate fell today."


@pytest.mark.parametrize(
    ("date", "zone", "day"),
    [
        ("2031-05-04", None, "2031-05-04"),
        (dt.date(2031, 5, 4), None, "2031-05-04"),
        (dt.datetime(2031, 5, 4, 23, 30), None, "2031-05-04"),
        ("2031-05-04T23:30:00+09:00", None, "2031-05-04"),
        ("2031-05-04T23:30:00Z", "+09:00", "2031-05-05"),
        ("2031-05-04T23:30:00Z", "UTC-5", "2031-05-04"),
        ("2031-05-04T23:30:00Z", "Asia/Seoul", "2031-05-05"),
        (None, None, "XXXX-XX-XX"),
    ],
)
def test_day_of_publication_is_that_of_the_zone(date: str | dt.date | None, zone: str | None, day: str) -> None:
    (item,) = reportedly.times(TEXT, date, zone=zone)
    assert item.value == day


@pytest.mark.parametrize(
    ("date", "zone", "message"),
    [
        ("4 May", None, "is no date; write it as 2031-05-04"),
        ("2031-02-30", None, "is no date"),
        ("2031-05-04", "+09:00", "it has no time with an offset"),
        ("2031-05-04T10:00:00Z", "Atlantis/Capital", "no zone 'Atlantis/Capital'"),
    ],
)
def test_what_cannot_be_read_is_said(date: str, zone: str | None, message: str) -> None:
    with pytest.raises(InputError, match=message):
        reportedly.times(TEXT, date, zone=zone)


def test_everything_an_expression_tells() -> None:
    text = "🙂 It fell in early May, two weeks after."
    item = reportedly.times(text, "2031-06-10")[0]
    assert (text[item.start : item.end], item.type, item.value, item.mod) == ("early May", "DATE", "2031-05", "START")
    assert (item.earliest, item.latest, item.precision, item.edtf) == (
        "2031-05-01", "2031-05-10", "month", "2031-05-01/2031-05-10")
    assert (item.anchor, item.rule) == ("published 2031-06-10", "month")
