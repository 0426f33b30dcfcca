"""Attributions as the trained model finds them: windows over an article's words, decoded and put back into text."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import accumulate
from pathlib import Path
from typing import TYPE_CHECKING

from reportedly.annotate.attribution_decoding import (
    Decoded,
    Floats,
    Run,
    Weights,
    cues_of,
    decode,
    softmax,
    without_shared,
)
from reportedly.annotate.attribution_words import FEATURES, Words, words_of
from reportedly.annotate.cue_reading import CueReading, read_cue
from reportedly.annotate.found import Found, Piece, merged
from reportedly.annotate.parse import Block, Parse
from reportedly.annotate.quotes import Quotation, marks_near
from reportedly.models.attribution import (
    LONGEST_WINDOW,
    AttributionModel,
    WindowScores,
    attribution_model,
    decoding_settings,
)
from reportedly.models.manifest import PACKAGED

if TYPE_CHECKING:
    from spacy.tokens import Token

_QUOTE = list(FEATURES).index("quote")
_SENTENCE_ENDS = frozenset(".!?…”\"’'")
OVERLAP = 64
"""Word pieces that neighbouring windows share at least, so that each cue is read with words on both sides."""


def windows(counts: Sequence[int], *, longest: int = LONGEST_WINDOW, overlap: int = OVERLAP) -> list[Run]:
    """First word and one past the last of each window: as few as will do, of like length. counts: pieces of each word.

    A window holds at most `longest` pieces with the two at its ends, and shares about `overlap` with the next.
    """
    ends = list(accumulate(counts))
    total, room = (ends[-1] if ends else 0), longest - 2
    if total <= room:
        return [(0, len(counts))] if counts else []
    number = -(-(total - overlap) // (room - overlap))
    while True:
        found = _of_like_length(ends, number, overlap)
        if all(ends[stop - 1] - ends[start] + counts[start] <= room for start, stop in found):
            return found
        number += 1  # words are not cut, so a window may run over


def _of_like_length(ends: Sequence[int], number: int, overlap: int) -> list[Run]:
    """So many windows over words that end after so many pieces."""
    total = ends[-1]
    length = -(-(total + (number - 1) * overlap) // number)
    begins = [place * (length - overlap) for place in range(number)]
    return [(bisect_right(ends, begin), bisect_left(ends, min(total, begin + length)) + 1) for begin in begins]


def own_parts(spans: Sequence[Run]) -> Iterator[Run]:
    """For each window the words whose cues are read there: the middle of what it shares goes to either side."""
    for place, (start, stop) in enumerate(spans):
        first = (start + spans[place - 1][1]) // 2 if place else start
        last = (spans[place + 1][0] + stop) // 2 if place + 1 < len(spans) else stop
        yield first, last


@dataclass(frozen=True, slots=True)
class Reading:
    """One window as the model read it."""

    start: int
    """First word, counted over the article."""
    own: Run
    """First and one past the last word whose cues are taken from this window."""
    roles: Floats
    """Probabilities. Shape: (words, 5)."""
    scores: WindowScores
    model: AttributionModel


def read_windows(words: Words, model: AttributionModel) -> list[Reading]:
    """All windows of an article, read one by one, so that no other article can change what is found."""
    spans = windows([len(model.pieces.of(word)) for word in words.texts])
    found = []
    for (start, stop), own in zip(spans, own_parts(spans), strict=True):
        scores = model.read(words.texts[start:stop], words.features[start:stop])
        found.append(Reading(start, own, softmax(scores.role), scores, model))
    return found


def decoded(words: Words, readings: Sequence[Reading], weights: Weights) -> list[Decoded]:
    """All attributions of an article, in words of the article, by the place of their cues."""
    found: list[Decoded] = []
    for reading in readings:
        found += [_within_sentence(words, item.moved(reading.start)) for item in _in_window(words, reading, weights)
                  if reading.own[0] <= reading.start + item.cue[0] < reading.own[1]]
    return found


def _within_sentence(words: Words, item: Decoded) -> Decoded:
    """Content without any mark ends with the sentence of its cue: 99.3 % of PolNeAR's does."""
    inside = [word for first, last in item.content for word in range(first, last + 1)]
    if not inside or words.features[inside, _QUOTE].any():
        return item
    first, last = item.cue
    while first > 0 and not _ends_before(words, first):
        first -= 1
    while last + 1 < len(words) and not _ends_before(words, last + 1):
        last += 1
    kept = tuple((max(start, first), min(end, last)) for start, end in item.content if start <= last and end >= first)
    return replace(item, content=kept or item.content)


def _ends_before(words: Words, word: int) -> bool:
    """True where a sentence ends before the word: by the parse and by a mark, as the parse alone errs."""
    return bool(words.sentences[word] != words.sentences[word - 1]) and (
        words.texts[word - 1] in _SENTENCE_ENDS or bool(words.blocks[word] != words.blocks[word - 1]))


def _in_window(words: Words, reading: Reading, weights: Weights) -> list[Decoded]:
    inside = slice(reading.start, reading.start + len(reading.roles))
    blocks, sentences = words.blocks[inside], words.sentences[inside]

    def read(cues: Sequence[tuple[Run, float]]) -> list[Decoded]:
        if not cues:
            return []
        tied = reading.model.tie(reading.scores, [cue for cue, _ in cues], sentences, blocks)
        missing = reading.scores.missing[[cue[0] for cue, _ in cues]]
        return decode(cues, tied, missing, reading.roles, blocks, weights)

    sure = read(cues_of(reading.roles, blocks, weights.cue))
    doubtful = [(cue, chance) for cue, chance in cues_of(reading.roles, blocks, weights.doubtful)
                if chance < weights.cue]
    return [*sure, *without_shared(read(doubtful), sure)]


class ModelFinder:
    """Finds attributions with the model in a folder and the weights its decoding was tuned to."""

    def __init__(self, folder: Path = PACKAGED) -> None:
        """Nothing is loaded before it is used."""
        self._folder = folder

    def found(self, parse: Parse, marks: Mapping[int, Sequence[Quotation]]) -> dict[int, list[Found]]:
        """The attributions by the place of their cue's block in `Parse.blocks`; offsets are the block's.

        marks: the quotations of each block, by place. Parts in other paragraphs have offsets outside the block.
        """
        words = words_of(parse, marks)
        by_block: dict[int, list[Found]] = {}
        weights = Weights(**decoding_settings(self._folder))
        for item in decoded(words, read_windows(words, attribution_model(self._folder)), weights):
            place = int(words.blocks[item.cue[0]])
            if item.content:
                found = _found(parse, words, item, place, marks)
                by_block.setdefault(place, []).append(replace(found, sure=item.confidence >= weights.cue))
        return by_block


def _found(parse: Parse, words: Words, item: Decoded, place: int, marks: Mapping[int, Sequence[Quotation]]) -> Found:
    block = parse.blocks[place]
    cue = _pieces(words, [item.cue])
    source = _pieces(words, [item.source] if item.source else [])
    content = [_to_marks(parse, piece, marks) for piece in _pieces(words, item.content)]
    content = list(merged(content, parse.article.text))
    reading = _reading(block, cue, content, source)
    back = block.zone.start
    return Found(source=_moved(source, -back), cue=_moved(cue, -back), content=_moved(content, -back),
                 cue_class=reading.cue_class, lemma=reading.lemma, negated=reading.negated, distance=reading.distance,
                 rule=reading.rule, head=reading.head)


def _pieces(words: Words, runs: Sequence[Run]) -> list[Piece]:
    """Runs of words as pieces of the article's text, cut where a paragraph ends."""
    found: list[Piece] = []
    for first, last in runs:
        while first <= last:
            stop = min(last + 1, bisect_right(words.blocks, words.blocks[first], first, last + 1))
            found.append((int(words.starts[first]), int(words.ends[stop - 1])))
            first = stop
    return found


def _to_marks(parse: Parse, piece: Piece, marks: Mapping[int, Sequence[Quotation]]) -> Piece:
    """The piece with the quotation marks that stand at its edges: PolNeAR has them inside in 99 cases of 100."""
    start, end = piece
    place = bisect_right(parse.blocks, start, key=lambda block: block.zone.start) - 1
    offset = parse.blocks[place].zone.start
    for mark in marks_near(marks[place], start - offset, end - offset):
        if mark.inner_start == start - offset:
            start = mark.start + offset
        if mark.closed and end - offset == mark.inner_end and start - offset <= mark.start:
            end = mark.end + offset
    return start, end


def _moved(pieces: Sequence[Piece], by: int) -> tuple[Piece, ...]:
    return tuple((start + by, end + by) for start, end in pieces)


def _reading(block: Block, cue: Sequence[Piece], content: Sequence[Piece],
             source: Sequence[Piece]) -> CueReading:
    """What the cue does, read from the tokens of its own paragraph."""
    return read_cue(*(_tokens(block, pieces) for pieces in (cue, content, source)))


def _tokens(block: Block, pieces: Sequence[Piece]) -> list[Token]:
    found: list[Token] = []
    for start, end in pieces:
        if block.zone.start <= start and end <= block.zone.end:
            inside = block.doc.char_span(start - block.zone.start, end - block.zone.start, alignment_mode="expand")
            found.extend(inside if inside is not None else ())
    return found
