"""Dates of one page that agree, and dates that do not."""

from __future__ import annotations

import pytest

from reportedly.read.date_agreement import agreed
from reportedly.records.article import DateReading


def reading(value: str, evidence: str) -> DateReading:
    return DateReading(value=value, precision="day", evidence=evidence, raw=value)


def ask(published: dict[str, str], modified: str | None = None) -> tuple[str | None, bool]:
    readings = [reading(value, evidence) for evidence, value in published.items()]
    found = agreed(readings[0], readings, [reading(modified, "json-ld dateModified")] if modified else [])
    return (found.reading.value if found.reading else None), found.notice is not None


@pytest.mark.parametrize(("published", "modified", "kept", "is_told"), [
    ({"json-ld datePublished": "2031-05-04", "meta date": "2031-05-05"}, None, "2031-05-04", False),
    ({"json-ld datePublished": "2031-05-04", "meta date": "2031-05-09"}, "2031-05-09", "2031-05-04", False),
    ({"json-ld datePublished": "2031-05-09", "meta date": "2031-05-04"}, "2031-05-09", "2031-05-04", True),
    ({"json-ld datePublished": "2031-05-09", "meta date": "2031-05-04"}, None, "2031-05", True),
    ({"json-ld datePublished": "2031-07-09", "time tag": "2031-05-04"}, None, "2031", True),
    ({"json-ld datePublished": "2031-07-09", "time tag": "2029-05-04"}, None, None, True),
    ({"json-ld datePublished": "2031-05-04", "meta date": "2031-05-04", "time tag": "2033-01-01"}, None, "2031-05-04",
     True),
    ({"json-ld datePublished": "2031-05-01", "meta date": "2031-05-04", "time tag": "2031-05-04"}, None, "2031-05-04",
     True),
    ({"--published": "2031-05-04", "json-ld datePublished": "2031-08-04"}, None, "2031-05-04", False),
    ({"json published": "2031-05-04"}, None, "2031-05-04", False),
])
def test_what_is_kept_of_the_dates_that_a_page_states(published: dict[str, str], modified: str | None,
                                                      kept: str | None, is_told: bool) -> None:
    assert ask(published, modified) == (kept, is_told)
