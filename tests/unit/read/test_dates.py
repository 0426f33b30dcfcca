"""Dates in many forms, and dates that cannot be."""

from __future__ import annotations

import pytest

from reportedly.read.dates import Given, date_reading, is_later, read_date


@pytest.mark.parametrize(("words", "value", "precision"), [
    ("2031-05-04", "2031-05-04", "day"),
    ("2031-05-04T07:30:00+02:00", "2031-05-04T07:30:00+02:00", "minute"),
    ("2031-05-04T07:30:00.123Z", "2031-05-04T07:30:00Z", "minute"),
    ("2031-05-04T22:50:10", "2031-05-04T22:50:10", "minute"),
    ("2031-05-04 07:30:15 -0500", "2031-05-04T07:30:15-05:00", "minute"),
    ("2031-05-04T00:00:00", "2031-05-04", "day"),
    ("2031/05/04", "2031-05-04", "day"),
    ("20310504T073000Z", "2031-05-04T07:30:00Z", "minute"),
    ("2031-05", "2031-05", "month"),
    ("2031", "2031", "year"),
    ("May 4, 2031", "2031-05-04", "day"),
    ("Sunday, 4 May 2031", "2031-05-04", "day"),
    ("4th of May 2031", "2031-05-04", "day"),
    ("Sept. 4, 2031", "2031-09-04", "day"),
    ("Published May 4, 2031 7:30 PM EDT", "2031-05-04T19:30:00-04:00", "minute"),
    ("Sun, 04 May 2031 07:30:00 GMT", "2031-05-04T07:30:00+00:00", "minute"),
    ("Sun May 4 07:30:00 CEST 2031", "2031-05-04T07:30:00+02:00", "minute"),
    ("04.05.2031", "2031-05-04", "day"),
    ("25/12/2031", "2031-12-25", "day"),
    ("12/25/2031", "2031-12-25", "day"),
    ("May 2031", "2031-05", "month"),
    ("1935641400", "2031-05-04T06:10:00Z", "minute"),
])
def test_date_is_read_as_far_as_the_words_go(words: str, value: str, precision: str) -> None:
    read = read_date(words)
    assert read is not None and (read.value, read.precision) == (value, precision)


@pytest.mark.parametrize("words", ["", "soon", "2031-02-30", "2031-13-01", "0000-00-00", "31 June 2031", "yesterday"])
def test_words_without_a_date_that_exists_give_none(words: str) -> None:
    assert read_date(words) is None


def test_ambiguous_order_is_lowered_to_the_year_with_the_reason() -> None:
    reading, notice = date_reading(Given("03/04/2031", "meta date"))
    assert reading is not None and (reading.value, reading.precision) == ("2031", "year")
    assert notice is not None and notice.code == "date-contradictory"


@pytest.mark.parametrize(("words", "latest"), [
    ("1650-01-01", None),
    ("2031-05-09", "2031-05-04T10:00:00Z"),
    ("not a date", None),
])
def test_impossible_date_is_refused_with_a_notice(words: str, latest: str | None) -> None:
    reading, notice = date_reading(Given(words, "json published"), latest=latest)
    assert reading is None
    assert notice is not None and notice.code == "date-refused" and words in notice.message


@pytest.mark.parametrize(("value", "limit", "later"), [
    ("2031-05-05", "2031-05-04T20:00:00Z", False),
    ("2031-05-05T01:00:00+09:00", "2031-05-04T18:00:00Z", False),
    ("2031-05-04T19:00:00Z", "2031-05-04T18:00:00Z", True),
    ("2031-05-07", "2031-05-04", True),
    ("2031", "2031-05-04", False),
    ("2032", "2031-05-04", True),
])
def test_later_means_later_in_every_zone(value: str, limit: str, later: bool) -> None:
    assert is_later(value, limit) is later
