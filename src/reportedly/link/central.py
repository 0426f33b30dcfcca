"""The sentences that say best what many sentences have in common.

Words weigh more the fewer sentences of the whole collection hold them; sentences closest to the centroid come first,
each next one for what those before it do not say (maximal marginal relevance, Carbonell and Goldstein 1998).
"""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence

from reportedly.text.normalise import fold

REDUNDANCY = 0.5
"""What likeness to a sentence already chosen takes away."""
SAME = 0.6
"""Likeness from which two sentences say the same, so that only one of them is ever shown."""
_MARKS = ".,;:!?\"'()[]“”-"


def words_of(sentence: str) -> list[str]:
    """The folded words of more than two letters, in order."""
    return [word for piece in fold(sentence).split() if len(word := piece.strip(_MARKS)) > 2]


class WordCounts:
    """In how many sentences of a collection each word stands."""

    def __init__(self) -> None:
        self._holders: Counter[str] = Counter()
        self._sentences = 0

    def add(self, words: Sequence[str]) -> None:
        """Count the words of one sentence."""
        self._sentences += 1
        self._holders.update(set(words))

    def vector(self, words: Sequence[str]) -> dict[str, float]:
        """Words by weight; length 1, empty without words."""
        weights = {
            word: count * math.log((self._sentences + 1) / (self._holders[word] + 0.5))
            for word, count in Counter(words).items()
        }
        return _unit(weights)


def central(vectors: Sequence[Mapping[str, float]], factors: Sequence[float], count: int) -> list[int]:
    """Places of at most `count` sentences, best first; `factors` multiply the closeness of each. Of equals the first
    comes first."""
    centre: defaultdict[str, float] = defaultdict(float)
    for vector in vectors:
        for word, weight in vector.items():
            centre[word] += weight
    middle = _unit(centre)
    closeness = [_dot(vector, middle) * factor for vector, factor in zip(vectors, factors, strict=True)]
    likeness = [0.0] * len(vectors)
    picked: list[int] = []
    while len(picked) < count:
        left = [place for place in range(len(vectors)) if place not in picked and likeness[place] < SAME]
        if not left:
            break
        best = max(left, key=lambda place: (closeness[place] - REDUNDANCY * likeness[place], -place))
        picked.append(best)
        likeness = [max(before, _dot(vectors[best], vector)) for before, vector in zip(likeness, vectors, strict=True)]
    return picked


def _unit(weights: Mapping[str, float]) -> dict[str, float]:
    size = math.sqrt(math.fsum(weight**2 for weight in weights.values())) or 1.0
    return {word: weight / size for word, weight in weights.items()}


def _dot(one: Mapping[str, float], other: Mapping[str, float]) -> float:
    return math.fsum(weight * other[word] for word, weight in one.items() if word in other)
