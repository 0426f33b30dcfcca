from __future__ import annotations

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from reportedly.annotate.model_attributions import own_parts, windows

COUNTS = st.lists(st.integers(1, 8), max_size=400)


@given(COUNTS)
def test_every_word_belongs_to_one_window_alone(counts: list[int]) -> None:
    spans = windows(counts, longest=60, overlap=20)
    owned = [word for start, stop in own_parts(spans) for word in range(start, stop)]
    assert owned == list(range(len(counts)))


@given(COUNTS)
def test_windows_hold_what_the_encoder_takes_and_share_their_edges(counts: list[int]) -> None:
    spans = windows(counts, longest=60, overlap=20)
    assert all(sum(counts[start:stop]) <= 58 for start, stop in spans)
    assert all(before[1] > after[0] > before[0] for before, after in pairwise(spans))


def test_windows_are_as_few_as_will_do_and_of_like_length() -> None:
    spans = windows([1] * 100, longest=62, overlap=20)
    assert spans == [(0, 60), (40, 100)]
    assert list(own_parts(spans)) == [(0, 50), (50, 100)]
    assert windows([1] * 50, longest=62, overlap=20) == [(0, 50)]
