"""Quotations: marks paired inside one paragraph.

News prints curly, straight, doubled-single, single and angle marks, and one article in ten has a mark without its
partner. A mark never reaches beyond its paragraph, an apostrophe is never a mark, and a single mark opens only where a
partner closes it.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

DOUBLE = "“«„”»\""
SINGLE = "‘’'`"
DOUBLED = ("''", "``", "‘‘", "’’")
"""Two single marks side by side stand for a double one."""
_BEFORE_OPENING = frozenset(" \t\n\r\u00a0\u2009\u202f([{—–-/:,\u200f\u200e\u202b\u202a“„«\"'‘")
_SENTENCE_END = re.compile(r"[.!?…]+(?=\s|$)")
_CLIPPED = re.compile(r"(?:\d\ds?|em|til|tis|twas|cause|n|bout|round)\b", re.IGNORECASE)
"""What follows an apostrophe that stands for missing letters: '90s, 'em, rock 'n' roll."""
_AYN = re.compile(r"(?:abd|ali|umar|omar|uthman|isa|amr|ayn|ain|aden|amman|iraq|oman|aqaba|arafat|ashura|eid|id)\b",
                  re.IGNORECASE)
"""Arabic names that are printed with a letter like a mark before them: ‘Abd, ‘Ali."""
_BEFORE_SPEECH = frozenset(".!?…:,’”")
_FEWEST_OPEN_WORDS = 3
"""Words of a quotation that a single mark opens and nothing closes; fewer are a name or a slip."""


@dataclass(frozen=True, slots=True)
class Quotation:
    """Words between marks. Offsets include the marks."""

    start: int
    end: int
    inner_start: int
    """First character after the opening mark."""
    inner_end: int
    """One past the last character before the closing mark."""
    closed: bool
    """False when the mark has no partner: the quotation may go on in the next paragraph."""
    single: bool
    """Set off by single marks, which also set off titles and scare words."""


@dataclass(frozen=True, slots=True)
class _Mark:
    start: int
    end: int
    opens: bool
    closes: bool
    single: bool
    weak: bool = False
    """May as well be the apostrophe of a plural possessive: `the voters' choice`."""


def quotations(text: str, start: int = 0, end: int | None = None) -> list[Quotation]:
    """The outermost quotations of one paragraph, `text[start:end]`, in reading order, not overlapping.

    A closing mark without an opening one is passed over. An opening double mark without its partner reaches to the
    end of the paragraph where it opens the paragraph or follows a comma or colon, else to the end of its sentence.
    """
    stop = len(text) if end is None else end
    marks = list(_marks(text, start, stop))
    found: list[Quotation] = []
    index = 0
    while index < len(marks):
        mark = marks[index]
        index += 1
        if not mark.opens:
            continue
        partner = _partner(marks, index, mark)
        if partner is None:
            found.extend(_unclosed(text, marks, index, start, stop))
        else:
            closing = marks[partner]
            if closing.start > mark.end:
                found.append(Quotation(mark.start, closing.end, mark.end, closing.start, True, mark.single))
            index = partner + 1
    return _without_overlaps(found)


def marks_near(quotations: Sequence[Quotation], start: int, end: int) -> Sequence[Quotation]:
    """Those of a paragraph's quotations, in reading order, that share a character or an edge with the stretch."""
    first = bisect_left(quotations, start, key=lambda item: item.end)
    return quotations[first:bisect_right(quotations, end, lo=first, key=lambda item: item.start)]


def _without_overlaps(found: list[Quotation]) -> list[Quotation]:
    kept: list[Quotation] = []
    for quotation in found:
        if not kept or quotation.start >= kept[-1].end:
            kept.append(quotation)
    return kept


def _partner(marks: list[_Mark], index: int, opening: _Mark) -> int | None:
    """Index of the mark that closes the opening one; None where another opening comes first or nothing closes."""
    weak = None
    for at in range(index, len(marks)):
        mark = marks[at]
        if mark.single != opening.single:
            continue
        if mark.closes and not mark.weak:
            return at
        if mark.closes and weak is None:
            weak = at
        elif mark.opens and not mark.closes:
            return weak
    return weak


def _unclosed(text: str, marks: list[_Mark], index: int, start: int, stop: int) -> Iterator[Quotation]:
    """The quotation of the mark before `index`, which has no partner."""
    mark = marks[index - 1]
    if mark.single:
        if _opens_speech(text, mark, start, stop):
            yield Quotation(mark.start, mark.end + len(text[mark.end:stop].rstrip()), mark.end,
                            mark.end + len(text[mark.end:stop].rstrip()), False, True)
        return
    later = (marks[at] for at in range(index, len(marks)))
    limit = next((other.start for other in later if other.opens and not other.single), stop)
    before = last_character(text, start, mark.start)
    if limit < stop or (before and before not in ",:"):
        sentence = _SENTENCE_END.search(text, mark.end, limit)
        if sentence is None:
            return
        limit = sentence.end()
    limit = mark.end + len(text[mark.end:limit].rstrip())
    if limit > mark.end:
        yield Quotation(mark.start, limit, mark.end, limit, False, False)


def _opens_speech(text: str, mark: _Mark, start: int, stop: int) -> bool:
    """True for a single mark that opens a paragraph or a sentence in it, as where the next paragraph goes on."""
    before = last_character(text, start, mark.start)
    if (before and before not in _BEFORE_SPEECH) or not text[mark.end].isupper():
        return False
    if last_character(text, mark.end, stop) not in ".!?…":
        return False
    return _AYN.match(text, mark.end) is None and len(text[mark.end:stop].split()) >= _FEWEST_OPEN_WORDS


def last_character(text: str, start: int, end: int) -> str:
    """The last character of the stretch that is not whitespace; empty where there is none. Copies nothing."""
    while end > start and text[end - 1].isspace():
        end -= 1
    return text[end - 1] if end > start else ""


def _marks(text: str, start: int, end: int) -> Iterator[_Mark]:
    at = start
    while at < end:
        char = text[at]
        if char not in DOUBLE and char not in SINGLE:
            at += 1
            continue
        width = 2 if at + 2 <= end and text[at:at + 2] in DOUBLED else 1
        before = text[at - 1] if at > start else " "
        after = text[at + width] if at + width < end else " "
        mark = _double(at, width, char, before, after) if width == 2 or char in DOUBLE else \
            _single(text, at, char, before, after)
        if mark.opens or mark.closes:
            yield mark
        at += width


def _double(at: int, width: int, char: str, before: str, after: str) -> _Mark:
    """Sides decide, whatever the mark's shape: one typed backwards still opens before a word and closes after one."""
    opens = before in _BEFORE_OPENING and not after.isspace()
    closes = not before.isspace() and not after.isalnum()
    if opens == closes:
        opens = char in "“«„`‘" or (char in "\"'" and before.isspace())
        closes = not opens
        if before.isdigit() and char in "\"'":  # inches and seconds: 5'10"
            opens = False
    return _Mark(at, at + width, opens, closes, False)


def _single(text: str, at: int, char: str, before: str, after: str) -> _Mark:
    opens = char != "’" and before in _BEFORE_OPENING and not after.isspace() and not _CLIPPED.match(text, at + 1)
    closes = char in "’'" and not before.isspace() and not after.isalnum() and not opens
    return _Mark(at, at + 1, opens, closes, True, weak=before in "sS" and after.isspace())
