"""Pairs of a report with what a story holds."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from typing import cast

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportedly.link.pairing import MOST_OF_A_KEY, MemoryIndex, all_pairs, comparable, pairs_with, without_repeats
from reportedly.records.annotation import AnnotatedArticle
from reportedly.records.ids import ArticleId
from reportedly.records.linked import Node, Pair


@dataclass
class Sharing:
    """A linker that scores by shared terms and counts its work."""

    kind: str = "event"
    name: str = "sharing.v1"
    scored: list[tuple[str, str]] = field(default_factory=list)

    def nodes(self, article: object) -> list[Node]:
        return list(article) if isinstance(article, tuple) else []

    def score(self, a: Node, b: Node) -> Pair | None:
        self.scored.append((a.id, b.id))
        shared = set(a.terms) & set(b.terms)
        return Pair(kind=self.kind, a=a.id, b=b.id, score=len(shared) / 3, reason="test") if shared else None


def node(number: int, *terms: str) -> Node:
    return Node(id=f"e-{number:04}", kind="event", article_id=ArticleId("r-1"), keys=terms, terms=terms)


def test_what_a_report_repeats_on_and_on_is_left_out() -> None:
    repeated = [node(number, "ferry", "sink") for number in range(500)]
    assert [item.id for item in without_repeats(repeated)] == ["e-0000", "e-0001", "e-0002"]


def test_a_key_that_a_report_holds_on_and_on_stays_with_the_first_nodes() -> None:
    kept = comparable(node(number, "ferry", f"pier {number // 2}") for number in range(500))
    assert [item.id for item in kept if "ferry" in item.keys] == [f"e-{place:04}" for place in range(MOST_OF_A_KEY)]
    assert all(f"pier {number // 2}" in item.keys for number, item in enumerate(kept))
    assert {item.terms for item in kept} == {("ferry", f"pier {number}") for number in range(250)}


@pytest.mark.parametrize("sentences", [500, 1_000, 2_000])
def test_work_of_a_report_of_like_sentences_grows_with_its_length(sentences: int) -> None:
    linker = Sharing()
    pairs_with(linker, comparable(node(number, "ferry", f"pier {number // 2}") for number in range(sentences)),
               MemoryIndex())
    assert len(linker.scored) <= MOST_OF_A_KEY ** 2 / 2 + sentences


def test_each_pair_is_scored_once_and_in_id_order() -> None:
    linker = Sharing()
    index = MemoryIndex()
    index.put([node(1, "ferry", "sink"), node(2, "ferry", "burn")])
    pairs = pairs_with(linker, [node(3, "ferry", "sink")], index)
    assert [(pair.a, pair.b) for pair in pairs] == [("e-0001", "e-0003"), ("e-0002", "e-0003")]
    assert len(linker.scored) == len(set(linker.scored))


def test_nodes_without_a_shared_key_are_not_compared() -> None:
    linker = Sharing()
    index = MemoryIndex()
    index.put([node(1, "ferry")])
    assert pairs_with(linker, [node(2, "bridge")], index) == []
    assert linker.scored == []


TERMS = (("a", "b"), ("b", "c"), ("c",), ("a", "c"), ("d",))


@given(st.permutations([node(number, *terms) for number, terms in enumerate(TERMS)]))
def test_the_order_of_reports_does_not_matter(nodes: list[Node]) -> None:
    linker, index, found = Sharing(), MemoryIndex(), set()
    for item in nodes:
        mine = [replace(item)]
        found |= set(pairs_with(linker, mine, index))
        index.put(mine)
    whole = Sharing()
    assert found == set(pairs_with(whole, sorted(nodes, key=lambda item: item.id), MemoryIndex()))


def linked(linker: Sharing, *reports: tuple[Node, ...]) -> tuple[Pair, ...]:
    """The pairs of reports that are given as their nodes."""
    return all_pairs((linker,), cast(Sequence[AnnotatedArticle], reports))


def test_a_name_that_many_reports_write_is_compared_once() -> None:
    linker = Sharing()
    first, second = node(1, "ferry"), node(2, "ferry")
    pairs = linked(linker, (first, second), (first,), (second, first))
    assert [(pair.a, pair.b) for pair in pairs] == linker.scored == [("e-0001", "e-0002")]


WRITTEN_IN_TWO_WAYS = ((node(1, "ferry", "burn"), node(2, "ferry", "sink")),
                       (node(1, "ferry", "sink"), node(3, "bridge", "sink")),
                       (node(3, "bridge", "burn"), node(2, "ferry", "sink")))


@given(st.permutations(WRITTEN_IN_TWO_WAYS))
def test_one_way_of_writing_stands_for_all_in_any_order(reports: list[tuple[Node, ...]]) -> None:
    pairs = linked(Sharing(), *reports)
    assert {(pair.a, pair.b): round(3 * pair.score) for pair in pairs} == {
        ("e-0001", "e-0002"): 1, ("e-0001", "e-0003"): 1}
