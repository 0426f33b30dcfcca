"""Clusters from pairs."""

from __future__ import annotations

from itertools import permutations

import pytest

from reportedly.link.solve import Groups, clusters
from reportedly.records.linked import Pair


def pair(a: str, b: str, score: float) -> Pair:
    return Pair(kind="event", a=a, b=b, score=score, reason="test")


def test_members_join_from_the_highest_score_down() -> None:
    pairs = [pair("a", "b", 0.9), pair("b", "c", 0.8), pair("a", "c", 0.7)]
    assert clusters("abcd", pairs, 0.6) == (("a", "b", "c"), ("d",))


def test_negative_pair_keeps_two_apart() -> None:
    pairs = [pair("a", "b", 0.9), pair("b", "c", 0.8), pair("a", "c", -1.0)]
    assert clusters("abc", pairs, 0.5) == (("a", "b"), ("c",))


def test_one_strong_pair_does_not_chain_groups() -> None:
    pairs = [pair("a", "b", 0.9), pair("c", "d", 0.9), pair("b", "c", 0.7)]
    assert clusters("abcd", pairs, 0.6) == (("a", "b"), ("c", "d"))


def test_order_of_pairs_is_of_no_matter() -> None:
    pairs = [pair("a", "b", 0.7), pair("b", "c", 0.7), pair("a", "c", 0.5)]
    assert len({clusters("abc", order, 0.6) for order in permutations(pairs)}) == 1


def chained(size: int) -> list[Pair]:
    """One connected component: every id pairs with its six neighbours and with one hub."""
    ids = [f"n{number:05}" for number in range(size)]
    near = [pair(ids[at], ids[at + step], 0.9 - step / 10) for at in range(size) for step in range(1, 7)
            if at + step < size]
    return near + [pair(ids[0], other, 0.55) for other in ids[7:]]


@pytest.mark.parametrize("size", [500, 5000])
def test_work_grows_with_the_pairs_and_not_with_their_square(size: int) -> None:
    pairs = chained(size)
    groups = Groups({member for item in pairs for member in (item.a, item.b)})
    for item in pairs:
        groups.weigh(item)
    for item in sorted(pairs, key=lambda item: (-item.score, item.a, item.b)):
        groups.join(item.a, item.b, 0.0)
    assert len(groups.sorted()) == 1
    assert groups.moves < len(pairs) * size.bit_length()


def test_mean_between_groups_counts_unscored_pairs_as_nothing() -> None:
    pairs = [pair("a", "b", 0.9), pair("c", "d", 0.9), pair("b", "c", 0.8), pair("a", "d", 0.7)]
    assert clusters("abcd", pairs, 0.6) == (("a", "b", "c", "d"),)
    assert clusters("abcd", pairs, 0.6, cohesion=0.9) == (("a", "b"), ("c", "d"))


def test_groups_kept_apart_stay_apart_however_they_grow() -> None:
    pairs = [pair("a", "b", 0.9), pair("c", "d", 0.9), pair("a", "d", -0.1), pair("b", "c", 0.85), pair("a", "c", 0.8)]
    assert clusters("abcd", pairs, 0.5, cohesion=0.0) == (("a", "b"), ("c", "d"))
