"""Clusters from pairs."""

from __future__ import annotations

from itertools import permutations

from reportedly.link.solve import clusters
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
