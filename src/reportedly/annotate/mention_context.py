"""Where entities stand in a report: by sentence, by grammatical role, inside or outside quotation marks."""

from __future__ import annotations

from bisect import bisect_left, bisect_right, insort
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from reportedly.annotate.name_merging import Cluster
from reportedly.annotate.parse import Block, Parse, text_of
from reportedly.annotate.quotes import quotations

if TYPE_CHECKING:
    from spacy.tokens import Token

_SUBJECTS = frozenset({"nsubj", "nsubjpass", "csubj"})
_FEWEST_SINGLY = 4
"""Tokens inside single marks, which also set off titles and words that are not the writer's own."""


@dataclass(frozen=True, slots=True, order=True)
class Occurrence:
    """One place where an entity is mentioned."""

    start: int
    sentence: int
    """Number of its sentence over the whole article."""
    role: str
    """`subject`, `object`, `possessor`, `modifier` or `other`."""
    verb: int
    """Index of the verb (or noun) it depends on, over the article's blocks; for subjects of one clause."""
    referent: int
    """Index in `Scene.clusters`."""


class Scene:
    """All mentions so far; grows as nominals and pronouns are linked."""

    def __init__(self, parse: Parse, clusters: Sequence[Cluster]) -> None:
        self.parse = parse
        self.clusters = tuple(clusters)
        self._starts = [block.zone.start + sent.start_char for block in parse.blocks for sent in block.doc.sents]
        self._tokens = [(block, token) for block in parse.blocks for token in block.doc]
        self._by_class: dict[tuple[str, ...], list[tuple[Block, Token]]] = {}
        self.occurrences: list[Occurrence] = []
        self.taken: dict[tuple[int, int], int] = {}
        """By (block's start, token index), the cluster of every token that belongs to a mention; of one inside another,
        the one found first, which is the name."""
        for number, cluster in enumerate(self.clusters):
            for name in cluster.names:
                self._add(number, name.block, name.first_token, name.last_token)

    def tokens(self, *classes: str) -> Sequence[tuple[Block, Token]]:
        """Every token of the article in reading order, with its block; only those of these word classes, if given."""
        if not classes:
            return self._tokens
        if classes not in self._by_class:
            self._by_class[classes] = [(block, token) for block, token in self._tokens if token.pos_ in classes]
        return self._by_class[classes]

    def is_taken(self, block: Block, token: Token) -> bool:
        """The token belongs to a mention already."""
        return (block.zone.start, token.i) in self.taken

    def named_at(self, block: Block, token: Token) -> int | None:
        """Index of the cluster to whose mention the token belongs; None for other tokens."""
        return self.taken.get((block.zone.start, token.i))

    def sentence_at(self, offset: int) -> int:
        """Number of the sentence that holds this offset."""
        return bisect_right(self._starts, offset) - 1

    def link(self, referent: int, block: Block, first: Token, last: Token) -> tuple[int, int, Cluster]:
        """Record a further mention; its span and cluster."""
        self._add(referent, block, first.i, last.i)
        return (block.zone.start + first.idx, block.zone.start + last.idx + len(last.text), self.clusters[referent])

    def introduce(self, cluster: Cluster) -> int:
        """Take in an entity that only its speaker's own words describe; its index. Words named already stay with whom
        they name."""
        self.clusters = (*self.clusters, cluster)
        for name in cluster.names:
            self._add(len(self.clusters) - 1, name.block, name.first_token, name.last_token)
        return len(self.clusters) - 1

    def before(self, offset: int, sentences: int) -> list[Occurrence]:
        """Mentions that end up before this offset, at most so many sentences back, nearest last."""
        here = self.sentence_at(offset)
        end = bisect_right(self.occurrences, offset, key=lambda item: item.start)
        out = []
        for item in reversed(self.occurrences[:end]):
            if item.sentence < here - sentences:
                break
            if item.start < offset:
                out.append(item)
        return out[::-1]

    def _add(self, referent: int, block: Block, first: int, last: int) -> None:
        offset = block.zone.start
        root = block.doc[first:last + 1].root
        insort(self.occurrences, Occurrence(
            start=offset + block.doc[first].idx, sentence=self.sentence_at(offset + block.doc[first].idx),
            role=role_of(root), verb=offset + root.head.idx, referent=referent))
        for index in range(first, last + 1):
            self.taken.setdefault((offset, index), referent)


def role_of(token: Token) -> str:
    """Grammatical role of a mention by its head word."""
    if token.dep_ in _SUBJECTS:
        return "subject"
    if token.dep_ == "conj" and token.head.dep_ in _SUBJECTS:
        return "subject"
    if token.dep_ in ("dobj", "dative", "obj"):
        return "object"
    if token.dep_ == "poss":
        return "possessor"
    return "modifier" if token.dep_ in ("compound", "amod", "nmod") else "other"


def quoted_tokens(block: Block) -> frozenset[int]:
    """Indices of the block's tokens that stand inside quotation marks: double ones, or single ones that set off more
    than a few words."""
    out: set[int] = set()
    found = quotations(text_of(block.doc))
    starts = [token.idx for token in block.doc] if found else []
    for quotation in found:
        inside = range(bisect_left(starts, quotation.inner_start), bisect_left(starts, quotation.inner_end))
        if not quotation.single or len(inside) >= _FEWEST_SINGLY:
            out.update(inside)
    return frozenset(out)
