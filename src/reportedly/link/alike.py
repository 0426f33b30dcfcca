"""How far two contents say the same: each word is laid beside its nearest in the other, whatever form it has.

A logistic function of how near the words come, in the whole and by the weight of the rarer ones, and of how long both
contents are. Its weights stand in `alike.json`, fitted on labelled pairs (`bench/sets/claims/fit.py`). What `hope` says
of the words in common is asked first.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from math import exp, log

import numpy as np
from numpy.typing import NDArray

from reportedly.link.quadratic import quadratic
from reportedly.models.meanings import DIRECTIONS, UNIT, Meanings, Points, meaning_model, products_of, words_of
from reportedly.text.function_words import FUNCTION_WORDS
from reportedly.text.kin import kin_key, kin_weight
from reportedly.text.normalise import fold

LEAST_WEIGHT = 0.1
"""What a word counts for at least where rarer words count for more."""
_AT_ONCE = 256
"""Contents that one is compared with in one go: a few megabytes of nearness."""
Floats = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Reading:
    """A content as it is compared."""

    points: Points
    """One for each word; shape: (words, 64)."""
    weights: Floats
    """What each word counts for: evenly and by its weight, each adding up to 1. Shape: (words, 2)."""


@lru_cache(maxsize=65_536)
def word_weight(word: str) -> float:
    """0 for words without content of their own, up to 1 for the rarest; 1 for numbers."""
    folded = fold(word)
    if folded in FUNCTION_WORDS:
        return 0.0
    return kin_weight(kin_key(folded)) if folded.isalpha() else 1.0


@lru_cache(maxsize=16_384)  # a sentence is compared with those of many reports
def read(text: str) -> Reading:
    """The content, read by the network."""
    return _weighed(*_meanings(text))


def points_of(text: str) -> bytes:
    """What `read` finds, to be kept: so many words as points, one after another; of no bytes without words."""
    return _meanings(text).points.tobytes()


@lru_cache(maxsize=16_384)  # an outlet's own sentence is a content and one of the sentences that a report is retold by
def _meanings(text: str) -> Meanings:
    return meaning_model().read(text)


def read_back(text: str, points: bytes) -> Reading:
    """The content again out of what `points_of` gave of it, without the network."""
    kept = np.frombuffer(points, dtype=np.int8).reshape(-1, DIRECTIONS)
    return _weighed(words_of(text)[:len(kept)], kept)


def _weighed(words: Sequence[str], points: Points) -> Reading:
    weights = np.array([max(LEAST_WEIGHT, word_weight(word)) for word in words])
    even = np.ones_like(weights)
    return Reading(points, np.stack([even / max(1, len(even)), weights / max(LEAST_WEIGHT, float(weights.sum()))],
                                    axis=1))


def features(a: str, b: str) -> tuple[float, ...] | None:
    """What is told of two contents, the same for either order; None where one has no words.

    Mean nearness of the words of each to their nearest in the other, the greater and the less; the same by weight;
    logarithms of the number of words.
    """
    one, other = read(a), read(b)
    return tuple(_told(one, [other])[0].tolist()) if len(one.points) and len(other.points) else None


def _told(one: Reading, others: Sequence[Reading]) -> Floats:
    """The features of one content with each of the others, none of them empty. Shape: (others, 6).

    All at once, which is faster than one by one. Points are small whole numbers, whose products single floats hold
    exactly, and sums are of doubles: so what is told of two does not depend on the company.
    """
    sizes = [len(other.points) for other in others]
    starts = np.cumsum([0, *sizes[:-1]])
    near = products_of(one.points, np.concatenate([other.points for other in others]))
    ahead = np.maximum.reduceat(near, starts, axis=1).astype(np.float64).T @ one.weights
    back = near.max(axis=0).astype(np.float64)[:, None] * np.concatenate([other.weights for other in others])
    behind = np.add.reduceat(back, starts, axis=0)
    more, less = np.maximum(ahead, behind) / UNIT ** 2, np.minimum(ahead, behind) / UNIT ** 2
    counts = np.log(np.array(sizes, dtype=np.float64)), np.full(len(sizes), log(len(one.points)))
    return np.stack([more[:, 0], less[:, 0], more[:, 1], less[:, 1], np.minimum(*counts), np.maximum(*counts)], axis=1)


def likeness(a: str, b: str) -> float:
    """0 to 1: how likely a careful editor would put two contents under one claim; 0 where one has no words."""
    return likenesses(read(a), [read(b)])[0]


def likenesses(one: Reading, others: Sequence[Reading]) -> list[float]:
    """The likeness of a content to each of the others."""
    places = [place for place, other in enumerate(others) if len(other.points)] if len(one.points) else []
    out = [0.0] * len(others)
    for start in range(0, len(places), _AT_ONCE):
        some = places[start:start + _AT_ONCE]
        for place, value in zip(some, _judged(_told(one, [others[place] for place in some])), strict=True):
            out[place] = value
    return out


def _judged(told: Floats) -> list[float]:
    return [1 / (1 + exp(-logit)) for logit in quadratic("alike").logits(told).tolist()]
