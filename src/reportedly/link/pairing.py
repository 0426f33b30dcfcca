"""Scores the pairs that a report forms with what a story holds already."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace

from reportedly.records.annotation import AnnotatedArticle
from reportedly.records.linked import BulkLinker, CandidateIndex, Linked, Linker, Node, Pair

MOST_REPEATS = 3
"""A headline, a lead and a caption may say the same; more is a broken page."""
MOST_OF_A_KEY = 64
"""Nodes of one report that are looked up by one key. Reports of the story bench have at most 5; of 2,000 articles of
Timeline17 three have more than this, each longer than 50,000 characters."""


class MemoryIndex:
    """Nodes by id and by key, in memory: all of a story that is not stored, or what a build has of one that is."""

    def __init__(self) -> None:
        self._nodes: dict[tuple[str, str], Node] = {}
        self._by_key: dict[tuple[str, str], dict[str, Node]] = defaultdict(dict)

    def get(self, kind: str, node_id: str) -> Node | None:
        """The node of this id; None if it has not been put."""
        return self._nodes.get((kind, node_id))

    def put(self, nodes: Iterable[Node]) -> None:
        """Take nodes in, each in place of one with the same id."""
        for node in nodes:
            old = self._nodes.get((node.kind, node.id))
            for key in old.keys if old else ():
                self._by_key[node.kind, key].pop(node.id, None)
            self._nodes[node.kind, node.id] = node
            for key in node.keys:
                self._by_key[node.kind, key][node.id] = node

    def sharing(self, kind: str, keys: Iterable[str]) -> list[Node]:
        """Every node of the kind that has at least one of the keys, each once."""
        met: dict[str, Node] = {}
        for key in keys:
            met.update(self._by_key.get((kind, key), {}))
        return list(met.values())


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
    among.put(nodes)
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


def nodes_of(linker: Linker, article: AnnotatedArticle) -> list[Node]:
    """Each id once, in id order, thinned where the report repeats itself on and on."""
    by_id: dict[str, Node] = {}
    for node in linker.nodes(article):
        if _stands_for_all(node, by_id.get(node.id)):
            by_id[node.id] = node
    return comparable(by_id[node_id] for node_id in sorted(by_id))


def join(linker: Linker, nodes: Sequence[Node], index: MemoryIndex) -> Linked:
    """Take a report's nodes into the index, and score the pairs that are new.

    Reports that write one name share a node, whose pairs are scored with the first of them, and they may write it in
    different ways. Then the least of the ways stands for all, whichever report came first, and is compared anew.
    """
    changed = [node for node in nodes if _stands_for_all(node, index.get(linker.kind, node.id))]
    replaced = [node for node in changed if index.get(linker.kind, node.id) is not None]
    gone = {node.id for node in replaced}
    pairs = pairs_with(linker, changed, _Without(index, gone) if gone else index)
    index.put(changed)
    return Linked(nodes=tuple(nodes), changed=tuple(changed), replaced=tuple(replaced), pairs=tuple(pairs))


class _Without:
    """An index without some nodes: those that are being replaced."""

    def __init__(self, index: CandidateIndex, ids: set[str]) -> None:
        self._index = index
        self._ids = ids

    def sharing(self, kind: str, keys: Iterable[str]) -> list[Node]:
        return [node for node in self._index.sharing(kind, keys) if node.id not in self._ids]


def _stands_for_all(node: Node, known: Node | None) -> bool:
    return known is None or _features(node) < _features(known)


def _features(node: Node) -> tuple[object, ...]:
    """Everything of a node but the report it was first met in."""
    return node.label, node.keys, node.terms, node.earliest or "", node.latest or "", node.group


def all_pairs(linkers: Sequence[Linker], reports: Iterable[AnnotatedArticle]) -> tuple[Pair, ...]:
    """Every pair of a story held in memory, by kind and ids."""
    index = MemoryIndex()
    pairs: list[Pair] = []
    stale: dict[tuple[str, str], int] = {}
    """How many pairs had been scored when the node was replaced; those of it among them are void."""
    for report in reports:
        for linker in linkers:
            joined = join(linker, nodes_of(linker, report), index)
            stale.update(((node.kind, node.id), len(pairs)) for node in joined.replaced)
            pairs += joined.pairs
    standing = (pair for place, pair in enumerate(pairs)
                if place >= max(stale.get((pair.kind, pair.a), 0), stale.get((pair.kind, pair.b), 0)))
    return tuple(sorted(standing, key=lambda pair: (pair.kind, pair.a, pair.b)))
