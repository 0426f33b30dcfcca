"""From the attribution model's scores to spans: which words are cues, and what each cue's source and content are.

Content is found by a two-state Viterbi pass for each cue: every word pays for being in or out, every piece for its
first and last word, so edges are decided together with what lies between them. A source is the best pair of first and
last word inside one paragraph, or none.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float32]
Run = tuple[int, int]
"""First and last word, both inclusive."""
NONE, SOURCE, CUE_BEGIN, CUE_INSIDE, CONTENT = range(5)
IN_SOURCE, IN_CONTENT, SOURCE_FIRST, SOURCE_LAST, CONTENT_FIRST, CONTENT_LAST = range(6)
_NEVER = np.float32(-1e4)


@dataclass(frozen=True, slots=True)
class Weights:
    """What decoding weighs; chosen on a part of the training articles that was kept out of training."""

    cue: float = 0.5
    """Least probability that a word is part of a cue."""
    doubtful: float = 0.15
    """Least probability of a cue that counts where a rule finds it too; chosen on dev between two values."""
    role: float = 0.5
    """Share that a word's own role has in whether it is content, the rest being its tie to the cue."""
    edge: float = 1.5
    """Weight of the scores of first and last words of content against those of the words between."""
    piece: float = 1.0
    """Price of every piece of content."""
    missing: float = 0.0
    """Added to the score of having no source."""
    longest_source: int = 60
    """Words."""


@dataclass(frozen=True, slots=True)
class Decoded:
    """One attribution in words of a window."""

    cue: Run
    source: Run | None
    content: tuple[Run, ...]
    confidence: float
    """Probability of the cue: the mean over its words."""

    def moved(self, by: int) -> Decoded:
        """The same with its words counted from so many words before."""
        def run(first: int, last: int) -> Run:
            return first + by, last + by
        return Decoded(run(*self.cue), run(*self.source) if self.source else None,
                       tuple(run(*piece) for piece in self.content), self.confidence)


def softmax(scores: Floats) -> Floats:
    """Probabilities over the last axis."""
    shifted = np.exp(scores - scores.max(axis=-1, keepdims=True))
    return np.asarray(shifted / shifted.sum(axis=-1, keepdims=True), dtype=np.float32)


def cues_of(roles: Floats, blocks: NDArray[np.int32], least: float) -> list[tuple[Run, float]]:
    """Runs of words that are cues, with their probability. roles: probabilities (words, 5)."""
    begin, inside = roles[:, CUE_BEGIN], roles[:, CUE_INSIDE]
    together = begin + inside
    found: list[tuple[Run, float]] = []
    first = -1
    for word in range(len(roles) + 1):
        ends = word == len(roles) or together[word] < least
        splits = not ends and first >= 0 and (begin[word] > inside[word] or blocks[word] != blocks[word - 1])
        if first >= 0 and (ends or splits):
            found.append(((first, word - 1), float(together[first:word].mean())))
            first = -1
        if first < 0 and not ends:
            first = word
    return found


def without_shared(doubtful: Sequence[Decoded], sure: Sequence[Decoded]) -> list[Decoded]:
    """Those in doubt that share no word of cue or content with any that is sure."""
    taken = {word for item in sure for first, last in (item.cue, *item.content) for word in range(first, last + 1)}
    return [item for item in doubtful if item.content and not any(
        word in taken for first, last in (item.cue, *item.content) for word in range(first, last + 1))]


def decode(cues: Sequence[tuple[Run, float]], scores: Floats, missing: Floats, roles: Floats,
           blocks: NDArray[np.int32], weights: Weights) -> list[Decoded]:
    """Source and content of each cue.

    scores: (cues, words, 6); missing: (cues, 2); roles: probabilities (words, 5); blocks: (words,).
    """
    taken = np.zeros(scores.shape[1], dtype=bool)
    for (first, last), _ in cues:
        taken[first:last + 1] = True
    inside = _log_odds_of_content(scores)
    inside = (1 - weights.role) * inside + weights.role * _log_odds_by_role(inside, roles)
    inside[:, taken] = _NEVER
    inside = _flat(inside)
    found = []
    for number, (cue, confidence) in enumerate(cues):
        source = source_of(scores[number], missing[number], blocks, taken, weights)
        mine = inside[number].copy()
        if source is not None:
            mine[source[0]:source[1] + 1] = _NEVER
        content = pieces_of(mine, scores[number, :, CONTENT_FIRST], scores[number, :, CONTENT_LAST], weights)
        found.append(Decoded(cue, source, content, confidence))
    return found


def _log_odds_of_content(scores: Floats) -> Floats:
    """Of being in the content against being in the source or in neither (whose score is 0). Shape: (cues, words)."""
    source = scores[:, :, IN_SOURCE]
    return np.asarray(scores[:, :, IN_CONTENT] - np.logaddexp(0, source), dtype=np.float32)


def _log_odds_by_role(inside: Floats, roles: Floats) -> Floats:
    """Of being content at all, shared out among the cues by how far the word is tied to each. Shape: (cues, words)."""
    share = softmax(inside.T).T if len(inside) else inside
    chance = np.clip(share * roles[:, CONTENT], 1e-5, 1 - 1e-5)
    return np.asarray(np.log(chance / (1 - chance)), dtype=np.float32)


def _flat(inside: Floats) -> Floats:
    """Each word is left to the one cue that wants it most: PolNeAR's contents do not overlap."""
    if not len(inside):
        return inside
    best = inside.argmax(axis=0)
    return np.where(np.arange(len(inside))[:, None] == best[None], inside, np.minimum(inside, np.float32(-4)))


def source_of(scores: Floats, missing: Floats, blocks: NDArray[np.int32], taken: NDArray[np.bool_],
              weights: Weights) -> Run | None:
    """First and last word of the source; None where having none scores higher."""
    first = np.where(taken, _NEVER, scores[:, SOURCE_FIRST])
    last = np.where(taken, _NEVER, scores[:, SOURCE_LAST])
    best: Run | None = None
    most = float(missing[0] + missing[1]) + weights.missing
    for start in np.argsort(-first)[:4]:
        stop = start
        while stop < len(blocks) and stop < start + weights.longest_source and not taken[stop] \
                and blocks[stop] == blocks[start]:
            stop += 1
        if stop == start:
            continue
        end = int(start + last[start:stop].argmax())
        if (value := float(first[start] + last[end])) > most:
            best, most = (int(start), end), value
    return best


def pieces_of(inside: Floats, first: Floats, last: Floats, weights: Weights) -> tuple[Run, ...]:
    """The pieces of content that score best together. inside: log odds of each word; first, last: scores of edges."""
    candidates = np.flatnonzero(inside > -3)
    if not len(candidates):
        return ()
    low, high = int(candidates[0]), int(candidates[-1])
    enter = (weights.edge * np.clip(first, -6, 6) - weights.piece).tolist()
    leave = (weights.edge * np.clip(last, -6, 6)).tolist()
    odds = inside.tolist()
    out_score, in_score = 0.0, -1e9
    in_from: list[bool] = []  # the word begins a piece
    out_from: list[bool] = []  # a piece ended at the word before
    for word in range(low, high + 1):
        begin = out_score + enter[word]
        in_from.append(begin > in_score)
        now = max(begin, in_score) + odds[word]
        ended = now + leave[word]
        out_from.append(ended > out_score)
        out_score, in_score = max(ended, out_score), now
    return tuple(_traced(low, high, in_from, out_from))


def _traced(low: int, high: int, in_from: Sequence[bool], out_from: Sequence[bool]) -> Iterable[Run]:
    pieces: list[Run] = []
    word = high
    while word >= low:
        if not out_from[word - low]:
            word -= 1
            continue
        end = word
        while not in_from[word - low]:
            word -= 1
        pieces.append((word, end))
        word -= 1
    return reversed(pieces)
