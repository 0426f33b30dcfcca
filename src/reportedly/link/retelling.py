"""Does one report retell another in its own words: the same facts, sentence by sentence, in much the same order?

Two reports of one event share names and figures too. What tells a retelling is that every sentence of either has one
in the other, that hardly a name or figure stands in only one, and that what they share comes in the same order. A
logistic function of six such measures decides; fitted on 60 paraphrases and on pairs of other reports of one event
(`bench/sets/copies/fit.py`). A report taken for a retelling counts for no origin of its own, so the threshold is high.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence, Set
from functools import cached_property
from itertools import combinations, islice
from math import exp, fsum, log
from typing import NamedTuple

import numpy as np

from reportedly.link.alike import Reading, read
from reportedly.models.meanings import UNIT, products_of
from reportedly.text.function_words import FUNCTION_WORDS
from reportedly.text.kin import kin_key, kin_weight
from reportedly.text.normalise import fold

FEWEST_WORDS = 60
"""Two digests of three sentences say the same without one having read the other."""
LONGEST_READ = 6_000
MOST_SENTENCES = 40
KEY_FACTS = 10
"""Blocking keys are the pairs of this many rarest names and figures: all 60 paraphrases meet their originals."""
LEAST_DICE = 0.3
"""Share of the terms by weight below which the sentences are not looked at."""
LEAST_NAMES = 0.3
"""Share of all names that both have, below which they are not looked at either."""
RETOLD = 0.6
"""Probability from which one is taken for a retelling of the other."""
_WEIGHTS = (-19.414, 4.834, -11.89, 3.141, 5.414, 2.169, 30.731)
"""A constant, then one for each measure. The second is negative beside the last, which tells the same better."""
_ROUNDING = 1e-9
_WORD = re.compile(r"\d[\d.,]*\d|[^\W_]+")
_NUMBER = re.compile(r"\d[\d.,]*\d|\d")
_NAME = re.compile(r"\b[A-Z][a-z]+")
_SENTENCE = re.compile(r"(?<=[.!?][\"”’'])\s+|(?<=[.!?])\s+|\n+")
_FEWEST_IN_SENTENCE = 4


def fact_keys(text: str) -> list[str]:
    """Pairs of the rarest names and figures of a report, sorted."""
    found = {_key(word) for word in _WORD.findall(text[:LONGEST_READ])
             if (word[0].isdigit() or word[0].isupper()) and fold(word) not in FUNCTION_WORDS}
    rarest = sorted(filter(None, found), key=lambda key: (-kin_weight(key), key))[:KEY_FACTS]
    return sorted("facts:" + "+".join(sorted(pair)) for pair in combinations(rarest, 2))


class Telling:
    """A report's words as they are compared with those of others; each part is found when it is first asked for."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._readings: list[Reading] = []

    @cached_property
    def terms(self) -> dict[str, float]:
        """Content words by kin, each with the place of its first use, 0 to 1."""
        words = [word for word in _WORD.findall(self._text) if fold(word) not in FUNCTION_WORDS]
        places: dict[str, float] = {}
        for place, word in enumerate(words):
            places.setdefault(_key(word), place / len(words))
        return {key: place for key, place in places.items() if key}

    @cached_property
    def weight(self) -> float:
        """Of all terms together."""
        return fsum(map(kin_weight, self.terms))

    @cached_property
    def names(self) -> frozenset[str]:
        """Capitalised words, in small letters."""
        return frozenset(name.lower() for name in _NAME.findall(self._text)) - FUNCTION_WORDS

    @cached_property
    def numbers(self) -> frozenset[str]:
        """As written."""
        return frozenset(_NUMBER.findall(self._text))

    @cached_property
    def _sentences(self) -> list[str]:
        found = (part for part in _SENTENCE.split(self._text.strip())
                 if len(_WORD.findall(part)) >= _FEWEST_IN_SENTENCE)
        return list(islice(found, MOST_SENTENCES))

    def sentences(self) -> Iterator[tuple[Reading, int]]:
        """The sentences in order with their numbers of words; the network reads each when it is first come to."""
        for place, text in enumerate(self._sentences):
            if place == len(self._readings):
                self._readings.append(read(text))
            if len(self._readings[place].points):
                yield self._readings[place], len(text.split())


class InWords(NamedTuple):
    """What words alone tell of two reports, the same for either order."""

    alike: float
    """Share of the terms by weight."""
    in_order: float
    """Share of the pairs of shared terms that come in the same order."""
    names: float
    numbers: float
    """Shares of all that both have."""


def retold(a: Telling, b: Telling) -> float:
    """0 to 1: how likely one of two reports retells the other; 0 where that is less than `RETOLD` for certain."""
    words = in_words(a, b)
    sides = covered(a, b, least_covered(words)) if words else None
    return likelihood(_measured(words, sides)) if words and sides else 0.0


def likelihood(told: Sequence[float]) -> float:
    """0 to 1, of measures as `measures` gives them."""
    return 1 / (1 + exp(-(_WEIGHTS[0] + fsum(x * w for x, w in zip(told, _WEIGHTS[1:], strict=True)))))


def measures(a: str, b: str) -> tuple[float, ...] | None:
    """What is told of two reports, the same for either order; None where they share too little.

    Terms in common; how well the sentences of the less covered one are covered; the order of what is shared; names
    and figures in common; the sentence that is covered worst.
    """
    one, other = Telling(a), Telling(b)
    words = in_words(one, other)
    sides = covered(one, other, 0.0) if words else None
    return _measured(words, sides) if words and sides else None


def in_words(a: Telling, b: Telling) -> InWords | None:
    """What is told without reading sentences; None where the reports share too little."""
    names = _jaccard(a.names, b.names, 0.0)
    if names < LEAST_NAMES or (alike := _dice(a, b)) < LEAST_DICE:
        return None
    return InWords(alike, _in_order(a.terms, b.terms), names, _jaccard(a.numbers, b.numbers, 0.5))


def least_covered(words: InWords) -> float:
    """How well every sentence must be covered at the least where a retelling is to be found.

    Sentences are covered on the whole no worse than the worst of them, and what both together add falls with it.
    """
    constant, alike, whole, in_order, names, numbers, worst = _WEIGHTS
    told = fsum((constant, alike * words.alike, in_order * words.in_order, names * words.names,
                 numbers * words.numbers))
    return (log(RETOLD / (1 - RETOLD)) - told) / (whole + worst) - _ROUNDING


Side = list[tuple[float, int]]


def covered(a: Telling, b: Telling, least: float) -> tuple[Side, Side] | None:
    """For each sentence of either how well it is covered by the other report, and its number of words; None where one
    is covered less than `least`, or where a report has no sentences."""
    first = _covered(a, b, least)
    second = _covered(b, a, least) if first else None
    return (first, second) if first and second else None


def _covered(one: Telling, other: Telling, least: float) -> Side | None:
    """How near the words of each sentence come to those of the sentence of the other report that fits best."""
    theirs = [reading.points for reading, _ in other.sentences()]
    if not theirs:
        return None
    points, starts = np.concatenate(theirs), np.cumsum([0, *map(len, theirs[:-1])])
    out = []
    for mine, words in one.sentences():
        nearest = np.maximum.reduceat(products_of(mine.points, points), starts, axis=1).astype(np.float64)
        out.append((float((mine.weights[:, 1] @ nearest).max()) / UNIT ** 2, words))
        if out[-1][0] < least:
            return None
    return out


def _measured(words: InWords, sides: tuple[Side, Side]) -> tuple[float, ...]:
    means = [sum(value * size for value, size in side) / sum(size for _, size in side) for side in sides]
    return (words.alike, min(means), words.in_order, words.names, words.numbers,
            min(value for side in sides for value, _ in side))


def _key(word: str) -> str:
    folded = fold(word)
    return kin_key(folded) if folded.isalpha() else folded.replace(",", "")


def _dice(a: Telling, b: Telling) -> float:
    whole = a.weight + b.weight
    return 2 * fsum(map(kin_weight, a.terms.keys() & b.terms.keys())) / whole if whole else 0.0


def _in_order(a: dict[str, float], b: dict[str, float]) -> float:
    """Share of the pairs of shared terms that come in the same order in both; a half for too few."""
    shared = [term for term in a if term in b]
    if len(shared) < 3:
        return 0.5
    one, other = (np.array([side[term] for term in shared]) for side in (a, b))
    first, second = np.triu_indices(len(shared), 1)
    return float(np.mean((one[first] < one[second]) == (other[first] < other[second])))


def _jaccard(a: Set[str], b: Set[str], where_none: float) -> float:
    return len(a & b) / len(a | b) if a or b else where_none
