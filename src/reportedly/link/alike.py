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
from math import exp, fsum, log

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
    """The words of a content with their vectors, and the weight of each."""
    found = meaning_model().read(text)
    weights = [max(LEAST_WEIGHT, word_weight(word)) for word in found.words]
    return found, np.array(weights, dtype=np.float32)


def features(a: str, b: str) -> tuple[float, ...] | None:
    """What is told of two contents, the same for either order; None where one has no words.

    Mean nearness of the words of each to their nearest in the other, the greater and the less; the same by weight;
    logarithms of the number of words.
    """
    (one, first), (other, second) = read(a), read(b)
    if not one.words or not other.words:
        return None
    near = one.towards(other)
    mine, theirs = near.max(axis=1), near.max(axis=0)
    plain = (float(mine.mean()), float(theirs.mean()))
    weighed = (float(mine @ first / first.sum()), float(theirs @ second / second.sum()))
    counts = (len(one.words), len(other.words))
    return (max(plain), min(plain), max(weighed), min(weighed), log(min(counts)), log(max(counts)))


def products(scaled: Sequence[float]) -> list[float]:
    """The values and their products by twos, squares included."""
    return [*scaled, *(x * y for x, y in combinations_with_replacement(scaled, 2))]


def likeness(a: str, b: str) -> float:
    """0 to 1: how likely a careful editor would put two contents under one claim; 0 where one has no words."""
    found = features(a, b)
    if found is None:
        return 0.0
    fitted = _fitted()
    scaled = [(value - mean) / scale for value, mean, scale in zip(found, fitted["means"], fitted["scales"],
                                                                   strict=True)]
    logit = fitted["begin"][0] + fsum(x * w for x, w in zip(products(scaled), fitted["weights"], strict=True))
    return 1 / (1 + exp(-logit))


@cache
def _fitted() -> dict[str, list[float]]:
    found: dict[str, list[float]] = json.loads(files("reportedly.link").joinpath("alike.json").read_text("utf-8"))
    return found
