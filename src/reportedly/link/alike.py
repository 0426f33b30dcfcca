"""How far two contents say the same: each word is laid beside its nearest in the other, whatever form it has.

A logistic function of how near the words come, in the whole and by the weight of the rarer ones, and of how long both
contents are. Its weights stand in `alike.json`, fitted on labelled pairs (`bench/sets/claims/fit.py`). A cheaper
function of the words in common is asked first: what it calls hopeless is not read by the network.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from functools import cache
from importlib.resources import files
from itertools import combinations_with_replacement, islice
from math import exp, log

import numpy as np
from numpy.typing import NDArray

from reportedly.models.meanings import UNIT, Meanings, meaning_model
from reportedly.text.function_words import FUNCTION_WORDS
from reportedly.text.kin import kin_key, kin_weight
from reportedly.text.normalise import fold

LEAST_WEIGHT = 0.1
"""What a word counts for at least where rarer words count for more."""
_KEPT = 65_536
"""Contents whose words are remembered: each is compared with many, and takes about 4 kB."""
_AT_ONCE = 256
"""Contents that one is compared with in one go: a few megabytes of nearness."""
Floats = NDArray[np.float64]
Reading = tuple[Meanings, Floats]
"""The words of a content with their vectors, and what each counts for: evenly and by its weight, each adding up to 1.
Shape of the second: (words, 2)."""
_remembered: dict[str, Reading] = {}


def word_weight(word: str) -> float:
    """0 for words without content of their own, up to 1 for the rarest; 1 for numbers."""
    folded = fold(word)
    if folded in FUNCTION_WORDS:
        return 0.0
    return kin_weight(kin_key(folded)) if folded.isalpha() else 1.0


def read(text: str) -> Reading:
    """The content as read, out of memory if it was read before."""
    return read_all([text])[0]


def read_all(texts: Sequence[str]) -> list[Reading]:
    """`read` of each."""
    found = {text: reading for text in texts if (reading := _remembered.get(text)) is not None}
    new = [text for text in dict.fromkeys(texts) if text not in found]
    fresh = {text: _read(text) for text in new}  # threads hinder each other: half as long again
    if len(_remembered) + len(fresh) > _KEPT:
        for text in list(islice(_remembered, _KEPT // 2)):  # the oldest; reports of one topic come together
            _remembered.pop(text, None)
    _remembered.update(fresh)
    found |= fresh
    return [found[text] for text in texts]


def _read(text: str) -> Reading:
    found = meaning_model().read(text)
    weights = np.array([max(LEAST_WEIGHT, word_weight(word)) for word in found.words])
    even = np.ones_like(weights)
    return found, np.stack([even / max(1, len(even)), weights / max(LEAST_WEIGHT, float(weights.sum()))], axis=1)


def features(a: str, b: str) -> tuple[float, ...] | None:
    """What is told of two contents, the same for either order; None where one has no words.

    Mean nearness of the words of each to their nearest in the other, the greater and the less; the same by weight;
    logarithms of the number of words.
    """
    one, other = read(a), read(b)
    return tuple(_told(one, [other])[0].tolist()) if one[0].words and other[0].words else None


def _told(one: Reading, others: Sequence[Reading]) -> Floats:
    """The features of one content with each of the others, none of them empty. Shape: (others, 6).

    All at once, which is faster than one by one. Points are small whole numbers, whose products single floats hold
    exactly, and sums are of doubles: so what is told of two does not depend on the company.
    """
    (mine, first), sizes = one, [len(words.words) for words, _ in others]
    starts = np.cumsum([0, *sizes[:-1]])
    near = mine.products(np.concatenate([words.points for words, _ in others]))
    ahead = np.maximum.reduceat(near, starts, axis=1).astype(np.float64).T @ first
    back = near.max(axis=0).astype(np.float64)[:, None] * np.concatenate([weights for _, weights in others])
    behind = np.add.reduceat(back, starts, axis=0)
    more, less = np.maximum(ahead, behind) / UNIT ** 2, np.minimum(ahead, behind) / UNIT ** 2
    counts = np.log(np.array(sizes, dtype=np.float64)), np.full(len(sizes), log(len(mine.words)))
    return np.stack([more[:, 0], less[:, 0], more[:, 1], less[:, 1], np.minimum(*counts), np.maximum(*counts)], axis=1)


def products(scaled: Sequence[float]) -> list[float]:
    """The values and their products by twos, squares included."""
    return [*scaled, *(x * y for x, y in combinations_with_replacement(scaled, 2))]


def likeness(a: str, b: str) -> float:
    """0 to 1: how likely a careful editor would put two contents under one claim; 0 where one has no words."""
    return likenesses(a, [b])[0]


def likenesses(text: str, others: Sequence[str]) -> list[float]:
    """The likeness of a content to each of the others."""
    one, found = read(text), read_all(others)
    places = [place for place, (words, _) in enumerate(found) if words.words] if one[0].words else []
    out = [0.0] * len(found)
    for start in range(0, len(places), _AT_ONCE):
        some = places[start:start + _AT_ONCE]
        for place, value in zip(some, _judged(_told(one, [found[place] for place in some])), strict=True):
            out[place] = value
    return out


def _judged(told: Floats) -> list[float]:
    begin, linear, square = _fitted()
    logits = begin + ((linear + told @ square.T) * told).sum(axis=1)
    return [1 / (1 + exp(-logit)) for logit in logits.tolist()]


@cache
def _fitted() -> tuple[float, Floats, Floats]:
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
