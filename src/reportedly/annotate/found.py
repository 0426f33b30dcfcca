"""An attribution as the rules find it in one parsed paragraph, before it becomes a record; and how spans are cut."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from reportedly.records.annotation import CueClass

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

Piece = tuple[int, int]
"""Start and end in code points of the doc."""
_EDGES = frozenset(",;:.-–—)(…")
_OPENERS = frozenset("([")


@dataclass(frozen=True, slots=True)
class Found:
    """One attribution. Offsets are code points of the paragraph's doc; pieces are in reading order."""

    source: tuple[Piece, ...]
    cue: tuple[Piece, ...]
    content: tuple[Piece, ...]
    cue_class: CueClass
    lemma: str
    negated: bool
    distance: str
    rule: str
    head: int = -1
    """Index of the cue's head token; -1 where there is no cue word."""
    sure: bool = True
    """False for what counts only where another way of finding agrees."""

    @property
    def start(self) -> int:
        """First character of any part."""
        return min(piece[0] for piece in (*self.source, *self.cue, *self.content))

    def with_content(self, pieces: Iterable[Piece]) -> Found:
        """The same with other content."""
        return replace(self, content=tuple(sorted(pieces)))


def piece(doc: Doc, first: int, last: int) -> Piece:
    """From the first character of one token to the last of another, both indices inclusive."""
    return doc[first].idx, doc[last].idx + len(doc[last].text)


def runs(doc: Doc, tokens: Iterable[Token], trim: bool = True) -> tuple[Piece, ...]:
    """The tokens as pieces of neighbours, commas, stops and brackets trimmed off the edges of each."""
    pieces: list[Piece] = []
    indices = sorted({token.i for token in tokens})
    at = 0
    while at < len(indices):
        end = at
        while end + 1 < len(indices) and indices[end + 1] == indices[end] + 1:
            end += 1
        if cut := _cut(doc, indices[at], indices[end], trim):
            pieces.append(cut)
        at = end + 1
    return tuple(pieces)


def _cut(doc: Doc, first: int, last: int, trim: bool) -> Piece | None:
    while first <= last and (doc[first].is_space or (trim and _is_edge(doc[first].text, opening=True))):
        first += 1
    while last >= first and (doc[last].is_space or (trim and _is_edge(doc[last].text, opening=False))):
        last -= 1
    return piece(doc, first, last) if first <= last else None


def _is_edge(text: str, *, opening: bool) -> bool:
    """Brackets that open belong to what follows them, those that close to what stands before."""
    if opening and text in _OPENERS:
        return False
    if not opening and text in ")]":
        return False
    return all(char in _EDGES for char in text)


def without(pieces: Iterable[Piece], holes: Iterable[Piece]) -> tuple[Piece, ...]:
    """The pieces with the holes cut out of them."""
    left = list(pieces)
    for hole_start, hole_end in holes:
        kept: list[Piece] = []
        for start, end in left:
            if hole_end <= start or end <= hole_start:
                kept.append((start, end))
                continue
            if start < hole_start:
                kept.append((start, hole_start))
            if hole_end < end:
                kept.append((hole_end, end))
        left = kept
    return tuple(sorted(left))


def merged(pieces: Iterable[Piece], text: str) -> tuple[Piece, ...]:
    """Overlapping pieces, and those with nothing but whitespace between them, joined."""
    out: list[Piece] = []
    for start, end in sorted(pieces):
        if out and (start <= out[-1][1] or not text[out[-1][1]:start].strip()):
            out[-1] = (out[-1][0], max(end, out[-1][1]))
        else:
            out.append((start, end))
    return tuple(out)


class PieceIndex:
    """Which of many attributions have a piece that touches a stretch, without looking at all of them.

    A paragraph of one megabyte has thousands of attributions, so comparing each with each is out of the question.
    """

    def __init__(self, pieces_by_number: Iterable[Iterable[Piece]]) -> None:
        self._pieces = sorted((start, end, number) for number, pieces in enumerate(pieces_by_number)
                              for start, end in pieces)
        self._longest = max((end - start for start, end, _ in self._pieces), default=0)

    def touching(self, start: int, end: int) -> list[int]:
        """Numbers of those with a piece that shares a character with the stretch, ascending, each once."""
        first = bisect_left(self._pieces, (start - self._longest,))
        last = bisect_left(self._pieces, (end,), lo=first)
        return sorted({number for at_start, at_end, number in self._pieces[first:last]
                       if at_start < end and start < at_end})


def touches(pieces: Iterable[Piece], start: int, end: int) -> bool:
    """True when some piece shares a character with the stretch."""
    return any(first < end and start < last for first, last in pieces)
