"""Sentences that say best what many have in common."""

from __future__ import annotations

import pytest

from reportedly.link.central import WordCounts, central, words_of

SAID = ["The ferry Gannet sank off Wexmouth in the fog.", "In thick fog the ferry Gannet sank.",
        "The ferry Gannet sank near the pier.", "Apples cost more at the autumn fair."]


def chosen(sentences: list[str], count: int, factors: list[float] | None = None) -> list[int]:
    counts = WordCounts()
    for sentence in sentences:
        counts.add(words_of(sentence))
    return central([counts.vector(words_of(one)) for one in sentences], factors or [1.0] * len(sentences), count)


def test_the_outsider_comes_last_and_words_decide() -> None:
    order = chosen(SAID, 4)
    assert order[0] != 3
    assert 3 in order


def test_two_that_say_the_same_are_never_both_chosen() -> None:
    assert len(chosen([SAID[0], SAID[0].upper(), SAID[3]], 3)) == 2


def test_a_factor_can_put_another_first() -> None:
    first = chosen(SAID, 1)[0]
    assert chosen(SAID, 1, [0.1 if place == first else 1.0 for place in range(4)])[0] != first


@pytest.mark.parametrize(("sentences", "count", "expected"), [([], 2, []), (["", ""], 1, [0]), (SAID, 0, [])])
def test_nothing_to_choose(sentences: list[str], count: int, expected: list[int]) -> None:
    assert chosen(sentences, count) == expected


def test_words_are_folded_and_short_ones_left_out() -> None:
    assert words_of("“The Café, at 9, was CLOSED!”") == ["the", "cafe", "was", "closed"]
