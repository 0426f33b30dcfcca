"""Spans and their words."""

from __future__ import annotations

import pytest

from reportedly.records.span import joined
from tests.factory import article

TEXT = "The ferry sank 🚢 at noon, Ms Roe said."


def test_offsets_are_code_points() -> None:
    report = article(TEXT)
    assert report.span(17, 24).exact == "at noon"


@pytest.mark.parametrize(("start", "end"), [(-1, 3), (3, 3), (5, 2), (0, 1000)])
def test_a_span_outside_the_text_is_refused(start: int, end: int) -> None:
    with pytest.raises(ValueError, match="is not inside the text"):
        article(TEXT).span(start, end)


def test_pieces_are_joined_in_reading_order_with_a_mark_for_the_gap() -> None:
    report = article(TEXT)
    assert joined([report.span(17, 24), report.span(0, 9)]) == "The ferry … at noon"


def test_pieces_that_touch_are_joined_by_a_space() -> None:
    report = article(TEXT)
    assert joined([report.span(0, 3), report.span(4, 9)]) == "The ferry"


def test_cover_and_overlap() -> None:
    report = article(TEXT)
    whole, part, other = report.span(0, 14), report.span(4, 9), report.span(17, 24)
    assert whole.covers(part) and whole.overlaps(part)
    assert not whole.overlaps(other) and not part.covers(whole)
