"""Finds the lines of an extracted body again in the rendered page, so that the extractor's choice gets offsets."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass

from reportedly.read.render import Rendered

_NO_MARKS = r"\s\u200b\u200c\u200d\u200e\u200f\u2060\ufeff\xad\ufffd"
_DROPPED = re.compile(rf"[{_NO_MARKS}]+")
_KEPT = re.compile(rf"[^{_NO_MARKS}]+")
_LONG = 32
"""Characters from which a line is found by its words alone; shorter ones are looked for between their neighbours."""
_PIECE = 24
_REACH = 4000
"""How far, in characters without blanks, a short line may lie from the line before it."""
_TRIES = 40
"""Lines of the page that a short line is compared with; the same few words may stand on a page a thousand times."""


@dataclass(frozen=True, slots=True)
class Extracted:
    """One line of an extractor's body."""

    text: str
    kind: str
    """`p`, `head`, `quote`, `list`, `cell` or `code`."""


@dataclass(frozen=True, slots=True)
class Aligned:
    """Where a line of the body stands in the rendered text."""

    start: int
    end: int
    kind: str


@dataclass(frozen=True, slots=True)
class _Squeezed:
    """The rendered text without blanks, and for each of its characters the place in the text."""

    words: str
    places: list[int]
    starts: list[int]
    """Where each line of the page begins in `words`."""
    starts_by_line: dict[str, list[int]]
    """The same by the line's words, for lines that are found as a whole."""


def align(page: Rendered, lines: Sequence[Extracted]) -> tuple[list[Aligned], int]:
    """Places of the lines in the rendered text, in order; and how many characters of them were not found there."""
    squeezed = _squeeze(page)
    wanted = [_DROPPED.sub("", line.text) for line in lines]
    found: list[list[tuple[int, int]]] = [[] for _ in lines]
    cursor = 0
    for number, words in enumerate(wanted):
        if len(words) >= _LONG:
            found[number] = _locate(squeezed.words, words, cursor)
            cursor = max((end for _, end in found[number]), default=cursor)
    taken = sorted(piece for pieces in found for piece in pieces)
    cursor = 0
    for number, words in enumerate(wanted):
        if words and len(words) < _LONG:
            found[number] = _locate_short(squeezed, words, cursor, taken)
        cursor = max((end for _, end in found[number]), default=cursor)
    missed = sum(max(0, len(words) - sum(end - start for start, end in pieces))
                 for words, pieces in zip(wanted, found, strict=True))
    placed = [Aligned(squeezed.places[start], squeezed.places[end - 1] + 1, line.kind)
              for line, pieces in zip(lines, found, strict=True) for start, end in pieces]
    return sorted(placed, key=lambda piece: (piece.start, -piece.end)), missed


def _squeeze(page: Rendered) -> _Squeezed:
    pieces: list[str] = []
    places: list[int] = []
    starts: list[int] = []
    starts_by_line: dict[str, list[int]] = {}
    for block in page.blocks:
        start, kept = len(places), []
        for run in _KEPT.finditer(page.text, block.start, block.end):
            places.extend(range(run.start(), run.end()))
            kept.append(run.group())
        words = "".join(kept)
        pieces.append(words)
        starts.append(start)
        starts_by_line.setdefault(words, []).append(start)
    return _Squeezed("".join(pieces), places, starts, starts_by_line)


def _locate(page: str, words: str, cursor: int) -> list[tuple[int, int]]:
    """Where the words stand: after the cursor if they do, else anywhere; piece by piece if not in one."""
    at = page.find(words, cursor)
    if at < 0:
        at = page.find(words)
    if at >= 0:
        return [(at, at + len(words))]
    return _locate_pieces(page, words, cursor)


def _locate_pieces(page: str, words: str, cursor: int) -> list[tuple[int, int]]:
    """The longest stretches that both share: seeds of `_PIECE` characters, grown to both sides."""
    found: list[tuple[int, int]] = []
    at = 0
    while at + _PIECE <= len(words):
        seed = words[at:at + _PIECE]
        place = page.find(seed, cursor)
        if place < 0:
            at += _PIECE // 3
            continue
        length = _PIECE
        while at + length < len(words) and place + length < len(page) and words[at + length] == page[place + length]:
            length += 1
        back = 0
        while back < at and back < place - cursor and words[at - back - 1] == page[place - back - 1]:
            back += 1
        found.append((place - back, place + length))
        cursor = place + length
        at += length
    return found


def _locate_short(page: _Squeezed, words: str, cursor: int, taken: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    """A short line as a whole line of the page or the beginning of one, not inside a long line found already."""
    whole = page.starts_by_line.get(words, [])
    for start in whole[bisect_left(whole, cursor):][:_TRIES]:
        if start <= cursor + _REACH and not _is_taken(start, start + len(words), taken):
            return [(start, start + len(words))]
    first = bisect_left(page.starts, cursor)
    for start in page.starts[first:first + _TRIES]:
        if page.words.startswith(words, start) and not _is_taken(start, start + len(words), taken):
            return [(start, start + len(words))]
    return []


def _is_taken(start: int, end: int, taken: Sequence[tuple[int, int]]) -> bool:
    number = bisect_left(taken, (start, end))
    around = taken[max(0, number - 1):number + 1]
    return any(begin < end and start < stop for begin, stop in around)
