"""Static weights of terms."""

from __future__ import annotations

import pytest

from reportedly.text.weights import containment, dice, rarest, similarity, weight


def test_rare_words_weigh_more_than_common_ones() -> None:
    assert weight("year") < weight("ferry") <= weight("zyzzogeton") == 1.0


def test_similarity_is_the_mean_of_dice_and_containment() -> None:
    a, b = ("ferry", "petrel", "sink"), ("ferry", "petrel")
    assert similarity(a, b) == pytest.approx((dice(a, b) + containment(a, b)) / 2)


@pytest.mark.parametrize(("a", "b", "expected"), [((), (), 0.0), (("ferry",), (), 0.0), (("ferry",), ("ferry",), 1.0)])
def test_similarity_lies_between_nothing_and_one(a: tuple[str, ...], b: tuple[str, ...], expected: float) -> None:
    assert similarity(a, b) == expected


def test_rarest_terms_come_first_and_ties_by_alphabet() -> None:
    assert rarest(["year", "zyzzo", "azzyz"], 2) == ["azzyz", "zyzzo"]
