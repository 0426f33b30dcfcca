"""Spans looked up by place."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from reportedly.annotate.places import PlaceIndex
from reportedly.records.span import SourceSpan
from tests.factory import article

TEXT = article("The tide rose. " * 200)
SPANS = st.tuples(st.integers(0, 2900), st.integers(1, 90)).map(lambda pair: TEXT.span(pair[0], pair[0] + pair[1]))


@given(st.lists(SPANS, max_size=30), SPANS)
def test_look_ups_find_what_a_search_of_all_finds(spans: list[SourceSpan], wanted: SourceSpan) -> None:
    index = PlaceIndex((span, number) for number, span in enumerate(spans))
    assert index.covering(wanted) == [number for number, span in enumerate(spans) if span.covers(wanted)]
    assert index.overlapping(wanted) == [number for number, span in enumerate(spans) if span.overlaps(wanted)]
