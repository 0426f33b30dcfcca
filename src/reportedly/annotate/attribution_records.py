"""Attributions as they are found, and the records made of them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from reportedly.annotate.found import Found, Piece, PieceIndex, touches
from reportedly.annotate.labels import OWN_WORDS
from reportedly.annotate.parse import Block, text_of
from reportedly.annotate.quoted_speech import is_speech
from reportedly.annotate.quotes import DOUBLE, SINGLE, Quotation, marks_near
from reportedly.records.annotation import Attribution, AttributionKind
from reportedly.records.article import Article
from reportedly.records.ids import MemberId, content_id
from reportedly.records.judgement import Provenance
from reportedly.records.span import SourceSpan

DIRECT_FROM = 0.9
"""Share of the content's words inside quotation marks from which it counts as direct; below it mixed (as PolNeAR's
authors and our scorer count)."""


@dataclass(frozen=True, slots=True)
class Placed:
    """A found attribution with the paragraph its cue stands in; other parts may lie in other paragraphs."""

    block: Block
    found: Found
    quotations: tuple[Quotation, ...]
    source: tuple[SourceSpan, ...]


def spans_of(article: Article, block: Block, pieces: Iterable[Piece]) -> tuple[SourceSpan, ...]:
    """Pieces in code points of the block as spans of the article."""
    return tuple(article.span(block.zone.start + start, block.zone.start + end) for start, end in pieces if start < end)


def records_of(article: Article, placed: Sequence[Placed], component: str) -> list[Attribution]:
    """The records, in reading order, each with its parent; twice the same spans are one."""
    seen: dict[MemberId, Attribution] = {}
    ids = [_id_of(article, item) for item in placed]
    index = PieceIndex(_moved(item, item.found.content) for item in placed)
    for item, own in zip(placed, ids, strict=True):
        parent = _parent(placed, ids, item, index)
        seen.setdefault(own, _record(article, item, own, parent if parent != own else None, component))
    return list(seen.values())


def _moved(item: Placed, pieces: Iterable[Piece]) -> list[Piece]:
    """The pieces in code points of the article: content may lie in other paragraphs than its cue."""
    offset = item.block.zone.start
    return [(start + offset, end + offset) for start, end in pieces]


def _id_of(article: Article, item: Placed) -> MemberId:
    parts = [(span.start, span.end) for span in item.source]
    parts += _moved(item, (*item.found.cue, *item.found.content))
    return MemberId(content_id("a", article.id, *(number for part in parts for number in part)))


def _parent(placed: Sequence[Placed], ids: Sequence[MemberId], item: Placed, index: PieceIndex) -> MemberId | None:
    """Id of the smallest attribution whose content holds this one's cue and content."""
    best: tuple[int, MemberId] | None = None
    inner = _moved(item, (*item.found.cue, *item.found.content))
    for at in index.touching(*inner[0]) if item.found.cue else ():
        other, own = placed[at], ids[at]
        if other is item:
            continue
        for start, end in _moved(other, other.found.content):
            if all(start <= first and last <= end for first, last in inner) and (best is None or end - start < best[0]):
                best = (end - start, own)
    return best[1] if best else None


def _record(article: Article, item: Placed, own: MemberId, parent: MemberId | None,
            component: str) -> Attribution:
    found = item.found
    kind = AttributionKind.DIRECT if found.rule in OWN_WORDS else _kind_of(article, item)
    return Attribution(
        id=own, source=item.source, cue=spans_of(article, item.block, found.cue),
        content=spans_of(article, item.block, found.content), kind=kind, cue_class=found.cue_class,
        cue_lemma=found.lemma, negated=found.negated, distance=_distance(item, kind), parent=parent,
        provenance=Provenance(component=component, rule=found.rule))


def _kind_of(article: Article, item: Placed) -> AttributionKind:
    """Direct when at least nine words in ten stand inside quotation marks, indirect when none does."""
    text, offset = text_of(item.block.doc), item.block.zone.start
    words = quoted = 0
    for start, end in item.found.content:
        if start < 0 or end > len(text):  # goes on in another paragraph, which opens with a mark where it is quoted
            other = article.text[start + offset:end + offset]
            count = len(other.split())
            inside = count if other[:1] in tuple(DOUBLE + SINGLE) else 0
        else:
            count, inside = _words_in(text, (start, end), marks_near(item.quotations, start, end))
        words, quoted = words + count, quoted + inside
    if not quoted:
        return AttributionKind.INDIRECT
    return AttributionKind.DIRECT if quoted >= DIRECT_FROM * words else AttributionKind.MIXED


def _words_in(text: str, piece: Piece, marks: Sequence[Quotation]) -> tuple[int, int]:
    """Words of the piece, and those of them that begin inside quotation marks."""
    words = quoted = 0
    at = piece[0]
    for word in text[piece[0]:piece[1]].split():
        at = text.index(word, at)
        words += 1
        quoted += any(mark.start <= at < mark.end for mark in marks)
        at += len(word)
    return words, quoted


def _distance(item: Placed, kind: AttributionKind) -> str:
    if item.found.distance != "neutral":
        return item.found.distance
    text = text_of(item.block.doc)
    if kind is AttributionKind.MIXED and all(
            not is_speech(mark, text)
            for mark in marks_near(item.quotations, item.found.content[0][0], item.found.content[-1][1])
            if touches(item.found.content, mark.start, mark.end)):
        return "scare-quoted"
    if any("so-called" in text[start:end].casefold() for start, end in item.found.content if start >= 0):
        return "distanced"
    return "neutral"
