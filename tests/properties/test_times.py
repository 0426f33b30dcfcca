"""What holds for time expressions of any text."""

from __future__ import annotations

import string
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from reportedly.text.calendar import moment_key
from reportedly.text.timex import find_times
from reportedly.text.timex_words import LEXICON

_WORDS = st.one_of(
    st.sampled_from(sorted(LEXICON)),
    st.sampled_from(sorted(word.title() for word in LEXICON)),
    st.integers(0, 10**12).map(str),
    st.sampled_from(
        ["p.m.", "10:27", "24:59", "1/2", "1990s", "'80s", "31st", "Dec.", "2031-02-30", "7/8/07", "B.C.", "o'clock"]
    ),
    st.text(string.punctuation + "\u200f\u00a0é🙂\n", min_size=1, max_size=3),
)
_TEXTS = st.one_of(st.lists(_WORDS, max_size=25).map(" ".join), st.text(max_size=80))
_DAYS = st.one_of(st.none(), st.dates().map(lambda day: day.isoformat()))


@given(_TEXTS, _DAYS)
def test_spans_lie_in_the_text_in_order_and_apart(text: str, published: str | None) -> None:
    found = find_times(text, published)
    assert all(0 <= item.start < item.end <= len(text) for item in found)
    assert all(before.end <= after.start for before, after in pairwise(found))


@given(_TEXTS, _DAYS)
def test_range_is_whole_and_in_order(text: str, published: str | None) -> None:
    for item in find_times(text, published):
        assert (item.earliest is None) == (item.latest is None) == (item.edtf is None)
        if item.earliest and item.latest:
            assert moment_key(item.earliest) <= moment_key(item.latest)


@given(_TEXTS, _DAYS)
def test_same_text_gives_the_same_times(text: str, published: str | None) -> None:
    assert find_times(text, published) == find_times(text, published)


@given(st.sampled_from(["yesterday", "Tuesday", "last week", "two years ago", "this morning", "Dec. 3", "overnight"]))
def test_relative_expression_without_anchor_names_no_day(words: str) -> None:
    assert all(item.earliest is None for item in find_times(f"It fell {words}.", None))
