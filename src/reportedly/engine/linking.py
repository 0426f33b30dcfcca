"""Links one report to what a story holds: its nodes, and the pairs they form.

The score of a pair depends on its two nodes alone, so the pairs of a story do not depend on the order of its
reports. One case needs care: reports that write one name share a node, and they may write it in different ways.
Then the least of the ways stands for all of them, whichever report came first, and its pairs are scored anew.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from typing import Protocol

from reportedly.link.pairing import comparable, pairs_with
from reportedly.records.annotation import AnnotatedArticle
from reportedly.records.linked import CandidateIndex, Linker, Node, Pair
from reportedly.store.writer import Linked


class StoredIndex(CandidateIndex, Protocol):
    """What is on disk: asked for by key and by id."""

    def is_empty(self) -> bool:
        """True when no look-up can find anything."""

    def named(self, kind: str, ids: Iterable[str]) -> Iterable[Node]:
        """The nodes of the kind that have these ids."""


class StoryIndex:
    """The nodes of a story in memory, fetched from the disk for each key when it is first asked for.

    A story built from nothing never asks the disk. 1,000 reports of 1,000 words have about 100,000 nodes.
    """

    def __init__(self, stored: StoredIndex) -> None:
        self._stored = None if stored.is_empty() else stored
        self._nodes: dict[tuple[str, str], Node] = {}
        self._by_key: dict[tuple[str, str], dict[str, Node]] = defaultdict(dict)
        self._fetched: set[tuple[str, str]] = set()

    def fetch(self, kind: str, nodes: Sequence[Node]) -> None:
        """Bring in what the disk holds for these nodes, in two queries for all of them."""
        if self._stored is None:
            return
        keys = {key for node in nodes for key in node.keys if (kind, key) not in self._fetched}
        self._fetched.update((kind, key) for key in keys)
        for node in (*self._stored.sharing(kind, keys), *self._stored.named(kind, [node.id for node in nodes])):
            held = self._nodes.setdefault((kind, node.id), node)  # what is in memory may be newer than the disk
            for key in keys.intersection(held.keys):  # its other keys were asked for before, or will be fetched too
                self._by_key[kind, key][node.id] = held

    def get(self, kind: str, node_id: str) -> Node | None:
        """The node of this id; None if it has not been fetched or put."""
        return self._nodes.get((kind, node_id))

    def put(self, node: Node) -> None:
        """Take a node in, in place of one with the same id."""
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


def link_report(article: AnnotatedArticle, linkers: Sequence[Linker], index: StoryIndex) -> Linked:
    """All nodes of a report, those new or in place of others, and the pairs of these. Takes them into the index."""
    nodes: list[Node] = []
    changed: list[Node] = []
    replaced: list[Node] = []
    pairs: list[Pair] = []
    for linker in linkers:
        own = _distinct(linker.nodes(article))
        index.fetch(linker.kind, own)
        fresh = [node for node in own if _stands_for_all(node, index.get(linker.kind, node.id))]
        known = [node for node in fresh if index.get(linker.kind, node.id) is not None]
        pairs += pairs_with(linker, fresh, _Without(index, {node.id for node in known}) if known else index)
        for node in fresh:
            index.put(node)
        nodes += own
        changed += fresh
        replaced += known
    return Linked(nodes=nodes, changed=changed, replaced=replaced, pairs=pairs)


class _Without:
    """An index without some nodes: those that are being replaced."""

    def __init__(self, index: StoryIndex, ids: set[str]) -> None:
        self._index = index
        self._ids = ids

    def sharing(self, kind: str, keys: Iterable[str]) -> list[Node]:
        return [node for node in self._index.sharing(kind, keys) if node.id not in self._ids]


def _distinct(nodes: Iterable[Node]) -> list[Node]:
    """Each id once, in id order, thinned where the report repeats itself on and on."""
    by_id: dict[str, Node] = {}
    for node in nodes:
        if _stands_for_all(node, by_id.get(node.id)):
            by_id[node.id] = node
    return comparable(by_id[node_id] for node_id in sorted(by_id))


def _stands_for_all(node: Node, known: Node | None) -> bool:
    return known is None or _features(node) < _features(known)


def _features(node: Node) -> tuple[object, ...]:
    """Everything of a node but the report it was first met in."""
    return node.label, node.keys, node.terms, node.earliest or "", node.latest or "", node.group
