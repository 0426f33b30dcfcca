"""Quotations that no cue claims: they go on with what the speaker before them said."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from reportedly.annotate.attribution_records import Placed
from reportedly.annotate.found import Found, PieceIndex, touches
from reportedly.annotate.parse import Block, text_of
from reportedly.annotate.quoted_speech import is_speech
from reportedly.annotate.quotes import Quotation, last_character
from reportedly.records.annotation import CueClass

_NARRATED = 0.1
"""Most of a paragraph that may stand outside its marks while it still counts as nothing but quotation."""
_REACH = 12
"""Paragraphs back to the cue of a quotation that runs over paragraphs."""
_RELATIVES = frozenset("who which that whose their his her its".split())
"""Sources of what stands in a clause about somebody: `said Roe, who thinks that …`."""
_FEWEST_WORDS = 5
"""A shorter quotation by itself is a subheading, or what a crowd calls."""
_BETWEEN = 8
"""Most characters of whitespace between two paragraphs."""


def with_uncued(text: str, found: list[Found], marks: Sequence[Quotation]) -> tuple[list[Found], list[Quotation]]:
    """Quotations without a cue join the quoting attribution before them; those with none before are left over."""
    out, left = list(found), []
    quoting = sorted((item.start, max(end for _, end in (*item.content, *item.cue)), at)
                     for at, item in enumerate(found) if _is_quoting(item, text) and not _is_within(item, marks))
    seen, last = 0, (-1, -1)
    for mark in unclaimed([mark for mark in marks if is_speech(mark, text)], found):
        while seen < len(quoting) and quoting[seen][0] < mark.start:
            last = max(last, quoting[seen][1:])
            seen += 1
        at = last[1]
        if at < 0 or not _is_own_sentence(text, mark):
            left.append(mark)
        else:
            out[at] = out[at].with_content((*out[at].content, (mark.start, mark.end)))
            last = max(last, (mark.end, at))
    return out, left


def unclaimed(marks: Iterable[Quotation], found: Sequence[Found]) -> list[Quotation]:
    """The quotations that no attribution from outside them has as content."""
    index = PieceIndex(item.content for item in found)
    return [mark for mark in marks if not any(
        not any(mark.start <= start < mark.end for start, _ in found[at].cue)
        for at in index.touching(mark.inner_start, mark.inner_end))]


def _is_quoting(item: Found, text: str) -> bool:
    return bool(item.content and item.source) and any(text[start:start + 1] in "“\"'‘«`" for start, _ in item.content)


def _is_own_sentence(text: str, mark: Quotation) -> bool:
    """True when nothing but other quotations shares the quotation's sentence."""
    before = last_character(text, 0, mark.start)
    inner = last_character(text, mark.inner_start, mark.inner_end)
    after = text[mark.end:mark.end + 1]
    return (not before or before in ".!?…”\"'’»") and (inner in tuple(".!?…") or after in tuple(".!?"))


def _is_all_quoted(text: str, marks: Iterable[Quotation]) -> bool:
    """True when hardly a word of the paragraph stands outside the quotations."""
    outside = len(text.strip()) - sum(mark.end - mark.start for mark in marks)
    return outside <= _NARRATED * len(text)


def _is_within(item: Found, marks: Iterable[Quotation]) -> bool:
    """True for what is told inside a quotation: its speaker is not the one who is quoted."""
    return any(mark.inner_start <= start < mark.inner_end for start, _ in item.cue for mark in marks)


def _speaker_before(block: Block, before: Sequence[Placed]) -> Placed | None:
    """Who the paragraph just before this one leaves speaking: the last speaker there whom no other quotes."""
    near: list[Placed] = []
    for item in reversed(before):
        if item.block.number < block.number - _REACH:
            break
        if item.source and _stands_before(item, block) and not _is_within(item.found, item.quotations) \
                and item.source[0].exact.casefold() not in _RELATIVES:
            near.append(item)
    return next((item for item in near if _leaves_open(item, block)), None) or next(iter(near), None)


def _stands_before(item: Placed, block: Block) -> bool:
    """True for what was said in the paragraph before, or by content of an earlier one that reaches up to here."""
    end = max((end for _, end in item.found.content), default=0) + item.block.zone.start
    return item.block.number == block.number - 1 or 0 <= block.zone.start - end <= _BETWEEN


def _is_speech_alone(text: str) -> bool:
    """True for a paragraph of some words that end a sentence; `‘I got on the wrong ship’` is a subheading."""
    whole = text.rstrip()
    words = whole.rstrip("”\"’'»")
    return len(whole.split()) >= _FEWEST_WORDS and (words == whole or words.endswith(tuple(".!?…,;:—–-")))


def _leaves_open(item: Placed, block: Block) -> bool:
    """True where the paragraph before ends in a quotation of this speaker that nothing closes."""
    return item.block.number == block.number - 1 and any(
        not mark.closed and touches(item.found.content, mark.inner_start, mark.end)
        for mark in item.quotations[-1:])


def continued(block: Block, orphans: Sequence[Quotation], marks: tuple[Quotation, ...], before: Sequence[Placed],
              new: Sequence[Placed] = ()) -> list[Placed]:
    """The paragraph as more words of the speaker before it, where it is nothing but quotation; else nothing.

    Where the paragraph before left its quotation open, the quotation that opens this one goes on with it anyhow.
    `new`: what was found in the paragraph itself; a cue outside its marks has its quotations.
    """
    speaker = _speaker_before(block, before) if orphans else None
    if speaker is None:
        return []
    text = text_of(block.doc)
    own = all(_is_within(item.found, marks) for item in new)
    is_open = _leaves_open(speaker, block)
    if own and _is_all_quoted(text, orphans) and (is_open or _is_speech_alone(text)):
        return [_continuation(block, orphans, marks, speaker)]
    if is_open and not text[:orphans[0].start].strip():
        return [_continuation(block, orphans[:1], marks, speaker)]
    return []


def _continuation(block: Block, orphans: Sequence[Quotation], marks: tuple[Quotation, ...],
                  speaker: Placed) -> Placed:
    found = Found(source=(), cue=(), content=tuple((mark.start, mark.end) for mark in orphans),
                  cue_class=CueClass.ASSERT, lemma="", negated=False, distance="neutral",
                  rule="quotation that goes on from the paragraph before")
    return Placed(block, found, marks, speaker.source)
