"""Pairs of a report with what a story holds."""

from __future__ import annotations

from dataclasses import dataclass, field, replace

from hypothesis import given
from hypothesis import strategies as st

from reportedly.link.pairing import MemoryIndex, pairs_with, without_repeats
from reportedly.records.ids import ArticleId
from reportedly.records.linked import Node, Pair


@dataclass
class Sharing:
    """A linker that scores by shared terms and counts its work."""

    kind: str = "event"
    name: str = "sharing.v1"
    scored: list[tuple[str, str]] = field(default_factory=list)

    def nodes(self, article: object) -> list[Node]:
        return []

    def score(self, a: Node, b: Node) -> Pair | None:
        self.scored.append((a.id, b.id))
        shared = set(a.terms) & set(b.terms)
        return Pair(kind=self.kind, a=a.id, b=b.id, score=len(shared) / 3, reason="test") if shared else None


def node(number: int, *terms: str) -> Node:
    return Node(id=f"e-{number:04}", kind="event", article_id=ArticleId("r-1"), keys=terms, terms=terms)


def test_what_a_report_repeats_on_and_on_is_left_out() -> None:
    repeated = [node(number, "ferry", "sink") for number in range(500)]
    assert [item.id for item in without_repeats(repeated)] == ["e-0000", "e-0001", "e-0002"]


def test_each_pair_is_scored_once_and_in_id_order() -> None:
    linker = Sharing()
    index = MemoryIndex()
    index.add([node(1, "ferry", "sink"), node(2, "ferry", "burn")])
    pairs = pairs_with(linker, [node(3, "ferry", "sink")], index)
    assert [(pair.a, pair.b) for pair in pairs] == [("e-0001", "e-0003"), ("e-0002", "e-0003")]
    assert len(linker.scored) == len(set(linker.scored))


def test_nodes_without_a_shared_key_are_not_compared() -> None:
    linker = Sharing()
    index = MemoryIndex()
    index.add([node(1, "ferry")])
    assert pairs_with(linker, [node(2, "bridge")], index) == []
    assert linker.scored == []


TERMS = (("a", "b"), ("b", "c"), ("c",), ("a", "c"), ("d",))


@given(st.permutations([node(number, *terms) for number, terms in enumerate(TERMS)]))
def test_the_order_of_reports_does_not_matter(nodes: list[Node]) -> None:
    linker, index, found = Sharing(), MemoryIndex(), set()
    for item in nodes:
        mine = [replace(item)]
        found |= set(pairs_with(linker, mine, index))
        index.add(mine)
    whole = Sharing()
    assert found == set(pairs_with(whole, sorted(nodes, key=lambda item: item.id), MemoryIndex()))
