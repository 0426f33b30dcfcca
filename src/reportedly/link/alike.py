"""How far two contents say the same: each word is laid beside its nearest in the other, whatever form it has.

A logistic function of how near the words come, in the whole and by the weight of the rarer ones, and of how long both
contents are. Its weights stand in `alike.json`, fitted on labelled pairs (`bench/sets/claims/fit.py`). A cheaper
function of the words in common is asked first: what it calls hopeless is not read by the network.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from functools import cache, lru_cache
from importlib.resources import files
from itertools import combinations_with_replacement
from math import exp, log

import numpy as np
from numpy.typing import NDArray

from reportedly.models.meanings import Meanings, meaning_model
from reportedly.text.function_words import FUNCTION_WORDS
from reportedly.text.kin import kin_key, kin_weight
from reportedly.text.normalise import fold

LEAST_WEIGHT = 0.1
"""What a word counts for at least where rarer words count for more."""
_KEPT = 65_536
"""Contents whose words are remembered: each is compared with many, and takes about 4 kB."""
Floats = NDArray[np.float32]


def word_weight(word: str) -> float:
    """0 for words without content of their own, up to 1 for the rarest; 1 for numbers."""
    folded = fold(word)
    if folded in FUNCTION_WORDS:
        return 0.0
    return kin_weight(kin_key(folded)) if folded.isalpha() else 1.0


@lru_cache(maxsize=_KEPT)
def read(text: str) -> tuple[Meanings, Floats]:
    """The words of a content with their vectors, and what each counts for: evenly and by its weight, each adding up to
    1. Shape of the second: (words, 2)."""
    found = meaning_model().read(text)
    weights = np.array([max(LEAST_WEIGHT, word_weight(word)) for word in found.words], dtype=np.float32)
    even = np.ones_like(weights)
    return found, np.stack([even / max(1, len(even)), weights / max(LEAST_WEIGHT, float(weights.sum()))], axis=1)


def features(a: str, b: str) -> tuple[float, ...] | None:
    """What is told of two contents, the same for either order; None where one has no words.

    Mean nearness of the words of each to their nearest in the other, the greater and the less; the same by weight;
    logarithms of the number of words.
    """
    (one, first), (other, second) = read(a), read(b)
    if not one.words or not other.words:
        return None
    near = one.towards(other)
    plain, weighed = (near.max(axis=1) @ first).tolist()
    plain_back, weighed_back = (near.max(axis=0) @ second).tolist()
    fewer, more = sorted((len(one.words), len(other.words)))
    return (max(plain, plain_back), min(plain, plain_back), max(weighed, weighed_back), min(weighed, weighed_back),
            log(fewer), log(more))


def products(scaled: Sequence[float]) -> list[float]:
    """The values and their products by twos, squares included."""
    return [*scaled, *(x * y for x, y in combinations_with_replacement(scaled, 2))]


def likeness(a: str, b: str) -> float:
    """0 to 1: how likely a careful editor would put two contents under one claim; 0 where one has no words."""
    found = features(a, b)
    if found is None:
        return 0.0
    begin, linear, square = _fitted()
    return 1 / (1 + exp(-(begin + float((linear + square @ found) @ found))))


@cache
def _fitted() -> tuple[float, NDArray[np.float64], NDArray[np.float64]]:
    """The fitted function of the values as they come: a constant, a weight for each, one for each product of two."""
    fitted = json.loads(files("reportedly.link").joinpath("alike.json").read_text("utf-8"))
    means, scales, weights = (np.array(fitted[name]) for name in ("means", "scales", "weights"))
    count = len(means)
    square = np.zeros((count, count))
    square[np.triu_indices(count)] = weights[count:]
    square /= np.outer(scales, scales)
    linear = weights[:count] / scales - (square + square.T) @ means
    begin = fitted["begin"][0] - float(weights[:count] @ (means / scales)) + float(means @ square @ means)
    return begin, linear, square
