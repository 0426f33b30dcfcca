"""Scores the pairs that a report forms with what a story holds already."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace

from reportedly.records.annotation import AnnotatedArticle
from reportedly.records.linked import BulkLinker, CandidateIndex, Linker, Node, Pair

MOST_REPEATS = 3
"""A headline, a lead and a caption may say the same; more is a broken page."""
MOST_OF_A_KEY = 64
"""Nodes of one report that are looked up by one key. Reports of the story bench have at most 5; of 2,000 articles of
Timeline17 three have more than this, each longer than 50,000 characters."""


class MemoryIndex:
    """Nodes by key, in memory: the index of a story that is not stored, and the bulk builder's cache."""

    def __init__(self) -> None:
        self._known: set[tuple[str, str]] = set()
        self._by_key: dict[tuple[str, str], dict[str, Node]] = defaultdict(dict)

    def add(self, nodes: Iterable[Node]) -> None:
        """Take nodes in; a node of the same kind and id is kept once."""
        for node in nodes:
            if (node.kind, node.id) not in self._known:
                self._known.add((node.kind, node.id))
                for key in node.keys:
                    self._by_key[node.kind, key][node.id] = node

    def sharing(self, kind: str, keys: Iterable[str]) -> Iterable[Node]:
        """Every node of the kind that has at least one of the keys, each once."""
        met: dict[str, Node] = {}
        for key in keys:
            met.update(self._by_key.get((kind, key), {}))
        return met.values()


def without_repeats(nodes: Iterable[Node]) -> list[Node]:
    """The nodes of one report without what it repeats more than `MOST_REPEATS` times in the same words.

    A report that repeats one sentence ten thousand times would else form a hundred million pairs with itself.
    """
    times: Counter[tuple[object, ...]] = Counter()
    kept = []
    for node in nodes:
        features = (node.terms, node.label, node.group, node.earliest, node.latest, node.keys)
        times[features] += 1
        if times[features] <= MOST_REPEATS:
            kept.append(node)
    return kept


def comparable(nodes: Iterable[Node]) -> list[Node]:
    """The nodes of one report without its repeats, each with the keys that it is looked up by.

    A key that more than `MOST_OF_A_KEY` of them hold stays with the first ones: a page of thousands of like sentences
    then forms a number of pairs that grows with its length, not with the square. What is left out depends on this
    report alone, so the order of reports does not matter.
    """
    held: Counter[str] = Counter()
    thinned = []
    for node in without_repeats(nodes):
        held.update(node.keys)
        keys = tuple(key for key in node.keys if held[key] <= MOST_OF_A_KEY)
        thinned.append(node if len(keys) == len(node.keys) else replace(node, keys=keys))
    return thinned


def pairs_with(linker: Linker, nodes: Sequence[Node], index: CandidateIndex) -> list[Pair]:
    """Pairs of these nodes with the index and among themselves, each once, by id.

    Every score depends on its two nodes alone, so the union over all reports does not depend on their order.
    """
    pairs: dict[tuple[str, str], Pair] = {}
    among = MemoryIndex()
    among.add(nodes)
    done: set[str] = set()
    score = _bulk(linker)
    for node in nodes:
        done.add(node.id)
        met = {other.id: other for source in (index, among) for other in source.sharing(linker.kind, node.keys)}
        others = [other for name, other in met.items() if name not in done]
        pairs.update(((pair.a, pair.b), pair) for pair in score(node, others) if pair is not None)
    return [pairs[key] for key in sorted(pairs)]


def _bulk(linker: Linker) -> Callable[[Node, Sequence[Node]], Iterable[Pair | None]]:
    """How this linker compares one node with many."""
    if isinstance(linker, BulkLinker):
        return linker.scores
    return lambda node, others: (linker.score(*sorted((node, other), key=lambda one: one.id)) for other in others)


def all_pairs(linkers: Sequence[Linker], reports: Iterable[AnnotatedArticle]) -> tuple[Pair, ...]:
    """Every pair of a story held in memory, by kind and ids."""
    index, pairs = MemoryIndex(), []
    for report in reports:
        for linker in linkers:
            nodes = comparable(linker.nodes(report))
            pairs.extend(pairs_with(linker, nodes, index))
            index.add(nodes)
    return tuple(sorted(set(pairs), key=lambda pair: (pair.kind, pair.a, pair.b)))
