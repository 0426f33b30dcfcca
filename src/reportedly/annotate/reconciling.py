"""Set-off speech beside what the trained model found: one attribution of each, none that runs over a paragraph's end.

The model's corpus has hardly a transcript, colon headline or embedded post. There it takes a headline and the first
paragraph for one sentence, a label's words for a cue, or gives a quotation to whoever spoke before.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import replace

from reportedly.annotate.found import Found, Piece, touches
from reportedly.annotate.labels import LEAD_IN_RULE
from reportedly.annotate.parse import Block, text_of
from reportedly.annotate.quoted_speech import trimmed
from reportedly.annotate.quotes import DOUBLE, SINGLE
from reportedly.annotate.set_off_speech import HEADLINES, SetOffSpeech, is_same
from reportedly.records.article import ZoneKind


def reconciled(found: Sequence[Found], place: int, blocks: Sequence[Block],
               set_off: SetOffSpeech) -> tuple[list[Found], tuple[Found, ...]]:
    """What the model found in a paragraph beside its labels, and the labels, with the model's edges where it has both.

    place: of the paragraph in `blocks`; what is found may have parts in others, at offsets outside it.
    """
    labels = tuple(_with_edges_of(label, found) for label in set_off.at(place))
    kept = []
    for item in found:
        if any(is_same(item, label) for label in labels):
            continue
        content = _within_reach(item, place, blocks, set_off)
        if content or not item.content:
            kept.append(item.with_content(content))
    return kept, labels


def _with_edges_of(label: Found, found: Sequence[Found]) -> Found:
    """A lead-in, whose sentence the model reads better: with its source and cue, and what it says of the words."""
    if label.rule != LEAD_IN_RULE:
        return label
    same = next((item for item in found if item.source and any(touches(item.cue, *piece) for piece in label.cue)), None)
    if same is None:
        return label
    start = label.content[0][0]
    before = tuple(piece for piece in same.content if piece[0] >= 0 and piece[1] <= start)
    whole = replace(label, source=same.source, cue=same.cue, negated=same.negated)
    return whole.with_content((*before, *label.content))


def _within_reach(item: Found, place: int, blocks: Sequence[Block], set_off: SetOffSpeech) -> tuple[Piece, ...]:
    """The content, cut at the ends of paragraphs; of other paragraphs only what may go on from this one."""
    offset, length = blocks[place].zone.start, len(text_of(blocks[place].doc))
    if all(start >= 0 and end <= length for start, end in item.content):
        return item.content
    pieces: list[Piece] = []
    for start, end in item.content:
        at = max(0, bisect_right(blocks, start + offset, key=lambda block: block.zone.start) - 1)
        while at < len(blocks) and blocks[at].zone.start < end + offset:
            zone, text = blocks[at].zone, text_of(blocks[at].doc)
            part = max(start + offset, zone.start) - zone.start, min(end + offset, zone.end) - zone.start
            is_quoted = part[0] < part[1] and text[part[0]] in DOUBLE + SINGLE
            is_whole = not text[:part[0]].strip()  # of another paragraph's own words a part is somebody else's
            if part[0] < part[1] and (at == place or (
                    (is_quoted or is_whole) and _may_hold(at, place, blocks, set_off))):
                pieces += [(first + zone.start - offset, last + zone.start - offset) for first, last in
                           ([part] if is_quoted else trimmed([part], text))]
            at += 1
    return tuple(sorted(pieces))


def _may_hold(at: int, place: int, blocks: Sequence[Block], set_off: SetOffSpeech) -> bool:
    """True for a paragraph that opens with a mark, is set apart or follows a colon, and is nobody else's."""
    other, own = blocks[at], blocks[place]
    if other.zone.kind in HEADLINES or own.zone.kind in HEADLINES or set_off.is_told(other):
        return False
    follows_colon = at == place + 1 and text_of(own.doc).rstrip().endswith(":")
    return text_of(other.doc).lstrip()[:1] in tuple(DOUBLE + SINGLE) or follows_colon \
        or other.zone.kind is ZoneKind.QUOTE_BLOCK
