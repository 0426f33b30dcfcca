"""Speech that a report sets off from its own sentences: labels, transcripts, signatures, lead-ins before a block.

These are read before the sentences, over all paragraphs at once, since what marks them stands between paragraphs.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from reportedly.annotate.found import Found, Piece, PieceIndex, touches
from reportedly.annotate.labels import headline_labels, paragraph_label
from reportedly.annotate.lead_ins import led_in
from reportedly.annotate.parse import Block, Parse
from reportedly.annotate.quotes import Quotation
from reportedly.annotate.signed_quotes import signed_words
from reportedly.annotate.transcripts import transcript_turns
from reportedly.records.article import ZoneKind
from reportedly.text.normalise import fold

HEADLINES = frozenset({ZoneKind.TITLE, ZoneKind.SUBTITLE, ZoneKind.HEADING})
_OVERLAP = 0.5
"""Share of a finding's content in a label's from which the two are the same words."""


class SetOffSpeech:
    """The set-off speech of one article."""

    def __init__(self, parse: Parse, marks: Mapping[int, Sequence[Quotation]]) -> None:
        """marks: the quotations of each block, by its place in `Parse.blocks`."""
        blocks = parse.blocks
        people = _people(blocks)
        turns, led = transcript_turns(blocks), led_in(blocks, marks)
        signed = signed_words(blocks, marks, people)
        self._by_place: dict[int, Found] = {}
        for place, block in enumerate(blocks):
            found = turns.get(place) or led.get(place) or signed.get(place) or \
                _label(block, marks[place], people)
            if found is not None:
                self._by_place[place] = found
        self._told = [(start + blocks[place].zone.start, end + blocks[place].zone.start)
                      for place, found in self._by_place.items() for start, end in found.content]
        self._index = PieceIndex([piece] for piece in self._told)

    def at(self, place: int) -> tuple[Found, ...]:
        """The attribution whose label, lead-in or signature stands in this paragraph; none or one."""
        found = self._by_place.get(place)
        return () if found is None else (found,)

    def is_told(self, block: Block) -> bool:
        """True for a paragraph that holds content of set-off speech."""
        return bool(self._index.touching(block.zone.start, block.zone.end))

    def untold(self, block: Block, marks: Sequence[Quotation]) -> list[Quotation]:
        """A paragraph's quotations without those of which set-off speech of any paragraph says whose they are."""
        start = block.zone.start
        near = [self._told[at] for at in self._index.touching(start, block.zone.end)]
        return [mark for mark in marks if not touches(near, mark.start + start, mark.end + start)] if near \
            else list(marks)


def _people(blocks: Sequence[Block]) -> frozenset[str]:
    """Folded words of what the tagger takes for names of people in the paragraphs below the headlines."""
    return frozenset(fold(token.text) for block in blocks if block.zone.kind not in HEADLINES
                     for name in block.doc.ents if name.label_ == "PERSON"
                     for token in name if token.text[:1].isupper())


def _label(block: Block, marks: Sequence[Quotation], people: frozenset[str]) -> Found | None:
    if block.zone.kind in HEADLINES:
        return headline_labels(block.doc, people, is_heading=block.zone.kind is ZoneKind.HEADING)
    return paragraph_label(block.doc, marks)


def is_same(item: Found, label: Found) -> bool:
    """True where the finding is the label's once more, or takes a word of the speaker for what he does."""
    if item.cue and all(_is_inside(piece, label.content) for piece in item.cue):
        return any(touches(item.source, *piece) for piece in label.source)
    shared = sum(_shared(piece, other) for piece in item.content for other in label.content)
    return any(touches(item.cue, *piece) for piece in label.cue) or \
        shared > _OVERLAP * sum(end - start for start, end in item.content)


def _is_inside(piece: Piece, others: Sequence[Piece]) -> bool:
    return any(start <= piece[0] and piece[1] <= end for start, end in others)


def _shared(one: Piece, other: Piece) -> int:
    return max(0, min(one[1], other[1]) - max(one[0], other[0]))
