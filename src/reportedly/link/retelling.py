"""Does one report retell another in its own words: the same facts, sentence by sentence, in much the same order?

Two reports of one event share names and figures too. What tells a retelling is that every sentence of either has one
in the other, that hardly a name or figure stands in only one, and that what they share comes in the same order. A
logistic function of six such measures decides; fitted on 60 paraphrases and on pairs of other reports of one event
(`bench/sets/copies/fit.py`). A report taken for a retelling counts for no origin of its own, so the threshold is high.
"""

from __future__ import annotations

import re
from collections.abc import Set
from functools import lru_cache
from itertools import combinations
from math import exp, fsum

import numpy as np

from reportedly.link.alike import read
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


def retold(a: str, b: str) -> float:
    """0 to 1: how likely one of two reports retells the other; 0 where they share too little to be looked at."""
    found = measures(a, b)
    if found is None:
        return 0.0
    return 1 / (1 + exp(-(_WEIGHTS[0] + fsum(x * w for x, w in zip(found, _WEIGHTS[1:], strict=True)))))


def measures(a: str, b: str) -> tuple[float, ...] | None:
    """What is told of two reports, the same for either order; None where they share too little.

    Terms in common; how well the sentences of the less covered one are covered; the order of what is shared; names
    and figures in common; the sentence that is covered worst.
    """
    names = _jaccard(_names(a), _names(b), 0.0)
    if names < LEAST_NAMES or (alike := _dice(a, b)) < LEAST_DICE:
        return None
    sides = [_covered(one, other) for one, other in ((a, b), (b, a))]
    if not all(sides):
        return None
    first, second = _terms(a), _terms(b)
    means = [sum(value * size for value, size in side) / sum(size for _, size in side) for side in sides]
    return (alike, min(means), _in_order(first, second), names,
            _jaccard(set(_NUMBER.findall(a)), set(_NUMBER.findall(b)), 0.5),
            min(value for side in sides for value, _ in side))


def _covered(one: str, other: str) -> list[tuple[float, int]]:
    """For each sentence how near its words come to those of the sentence of the other report that fits best, and its
    number of words; empty where the other has no sentences."""
    theirs = [read(sentence).points for sentence in _sentences(other)]
    if not theirs:
        return []
    points, starts = np.concatenate(theirs), np.cumsum([0, *map(len, theirs[:-1])])
    out = []
    for sentence in _sentences(one):
        mine = read(sentence)
        nearest = np.maximum.reduceat(products_of(mine.points, points), starts, axis=1).astype(np.float64)
        out.append((float((mine.weights[:, 1] @ nearest).max()) / UNIT ** 2, len(sentence.split())))
    return out


@lru_cache(maxsize=4096)
def _sentences(text: str) -> tuple[str, ...]:
    found = (part for part in _SENTENCE.split(text.strip()) if len(_WORD.findall(part)) >= _FEWEST_IN_SENTENCE)
    return tuple(part for part in found if len(read(part).points))[:MOST_SENTENCES]


@lru_cache(maxsize=4096)
def _weight(text: str) -> float:
    return fsum(map(kin_weight, _terms(text)))


def _key(word: str) -> str:
    folded = fold(word)
    return kin_key(folded) if folded.isalpha() else folded.replace(",", "")


@lru_cache(maxsize=4096)
def _terms(text: str) -> dict[str, float]:
    """Content words by kin, each with the place of its first use, 0 to 1."""
    words = [word for word in _WORD.findall(text) if fold(word) not in FUNCTION_WORDS]
    places: dict[str, float] = {}
    for place, word in enumerate(words):
        places.setdefault(_key(word), place / len(words))
    return {key: place for key, place in places.items() if key}


def _dice(a: str, b: str) -> float:
    whole = _weight(a) + _weight(b)
    return 2 * fsum(map(kin_weight, _terms(a).keys() & _terms(b).keys())) / whole if whole else 0.0


def _in_order(a: dict[str, float], b: dict[str, float]) -> float:
    """Share of the pairs of shared terms that come in the same order in both; a half for too few."""
    shared = [term for term in a if term in b]
    if len(shared) < 3:
        return 0.5
    one, other = (np.array([side[term] for term in shared]) for side in (a, b))
    first, second = np.triu_indices(len(shared), 1)
    return float(np.mean((one[first] < one[second]) == (other[first] < other[second])))


@lru_cache(maxsize=4096)
def _names(text: str) -> frozenset[str]:
    return frozenset(name.lower() for name in _NAME.findall(text)) - FUNCTION_WORDS


def _jaccard(a: Set[str], b: Set[str], where_none: float) -> float:
    return len(a & b) / len(a | b) if a or b else where_none

