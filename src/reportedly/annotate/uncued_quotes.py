"""Quotations that no cue claims: they go on with what the speaker before them said."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from reportedly.annotate.attribution_records import Placed
from reportedly.annotate.found import Found, PieceIndex
from reportedly.annotate.parse import Block, text_of
from reportedly.annotate.quoted_speech import is_speech
from reportedly.annotate.quotes import Quotation, last_character
from reportedly.records.annotation import CueClass

_NARRATED = 0.1
"""Most of a paragraph that may stand outside its marks while it still counts as nothing but quotation."""


def with_uncued(text: str, found: list[Found], marks: Sequence[Quotation]) -> tuple[list[Found], list[Quotation]]:
    """Quotations without a cue join the quoting attribution before them; those with none before are left over."""
    out, left = list(found), []
    quoting = sorted((item.start, max(end for _, end in (*item.content, *item.cue)), at)
                     for at, item in enumerate(found) if _is_quoting(item, text))
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


def _speaker_before(block: Block, before: Sequence[Placed]) -> Placed | None:
    """The last quoted or quoting attribution of the paragraph just before this one."""
    for item in reversed(before):
        if item.block.number < block.number - 1:
            return None
        if item.source and item.block.number == block.number - 1:
            return item
    return None


def continued(block: Block, orphans: Sequence[Quotation], marks: tuple[Quotation, ...],
              before: Sequence[Placed]) -> list[Placed]:
    """The paragraph as more words of the speaker before it, where it is nothing but quotation; else nothing."""
    speaker = _speaker_before(block, before)
    if not orphans or speaker is None or not _is_all_quoted(text_of(block.doc), orphans):
        return []
    return [_continuation(block, orphans, marks, speaker)]


def _continuation(block: Block, orphans: Sequence[Quotation], marks: tuple[Quotation, ...],
                  speaker: Placed) -> Placed:
    found = Found(source=(), cue=(), content=tuple((mark.start, mark.end) for mark in orphans),
                  cue_class=CueClass.ASSERT, lemma="", negated=False, distance="neutral",
                  rule="quotation that goes on from the paragraph before")
    return Placed(block, found, marks, speaker.source)
