"""Which contents are worth laying beside each other word by word: what their terms in common say already.

A story has two contents that share rare terms by the million, and few of them say the same. A logistic function of how
much they share, how long they are and whether their numbers agree tells most of the others apart at little cost. Its
weights stand in `hope.json`, fitted to what `alike` says of such pairs, not to labels
(`bench/sets/claims/fit_hope.py`).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from reportedly.link.quadratic import quadratic
from reportedly.link.taken_apart import TakenApart
from reportedly.records.linked import Node
from reportedly.text.kin import kin_weight

LEAST_HOPE = -3.1
"""Logit from which the words are laid beside each other: four fifths of the pairs that share keys stay out, and with
them one in nine to one in five of those that would have been of one claim, most of these barely so."""
FEWEST_SHARED = 2
_MOST_SHARED = 6
"""More terms in common tell no more."""
_OTHER_VALUE = 0.6
"""Likeness of two that give different numbers, numbers apart, from which the numbers are values of one thing."""
_UNIT = 10_000
"""Weights are whole numbers of this part, whose sums are exact in any order."""
_ONE_TERM, _ONE_NUMBER = 1 << 24, 1 << 44
"""What one sum over shared terms counts besides their weight: the terms, and those of them that are numbers."""
_NOTHING = ""
"""Stands for the terms of a content that has none."""
Whole = NDArray[np.int64]
Floats = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Terms:
    """The terms of a content, taken apart."""

    places: Whole
    """Of each term in the vocabulary."""
    worth: Whole
    row: int
    """Of its totals."""


class Hope:
    """Compares contents by their terms; remembers each content's."""

    def __init__(self) -> None:
        self._vocabulary = {_NOTHING: (0, 0)}
        """Of each term its place, and its weight, `_ONE_TERM`, and `_ONE_NUMBER` if it is a number."""
        self._terms = TakenApart(self._taken_apart)
        self._totals = np.zeros((1024, 5), dtype=np.int64)
        """A row for each content: weight of all terms, of the numbers; number of all, of the numbers; of places."""
        self._rows = 0

    def places(self, node: Node, others: Sequence[Node]) -> list[int]:
        """Where among the others those stand that may say the same as the node, in order."""
        if not others:
            return []
        told, apart = self._compared(node, others)
        hopeful = ~apart
        hopeful[hopeful] = quadratic("hope").logits(told[hopeful]) >= LEAST_HOPE
        return [int(place) for place in np.flatnonzero(hopeful)]

    def features(self, node: Node, others: Sequence[Node]) -> Floats:
        """What is told of the node with each of the others, the same for either order. Shape: (others, 8).

        Share of the shorter one that is shared, and of both, by weight; number of shared terms; logarithms of the
        numbers of terms, the less and the greater; whether numbers differ, some are shared, only one gives any.
        """
        return self._compared(node, others)[0]

    def _compared(self, node: Node, others: Sequence[Node]) -> tuple[Floats, NDArray[np.bool_]]:
        """The features, and which others share too little or give other numbers of one thing."""
        one, found = self._terms.of(node), [self._terms.of(other) for other in others]
        own = np.zeros(len(self._vocabulary), dtype=np.int64)
        own[one.places] = one.worth
        mine, theirs = self._totals[one.row], self._totals[[other.row for other in found]].T
        starts = np.cumsum(theirs[4]) - theirs[4]
        sums = np.add.reduceat(own[np.concatenate([other.places for other in found])], starts)
        shared, count, numbers = sums % _ONE_TERM, sums % _ONE_NUMBER // _ONE_TERM, sums // _ONE_NUMBER
        whole = mine[0] + theirs[0]
        told = np.stack([shared / np.minimum(mine[0], theirs[0]), 2 * shared / whole,
                         np.minimum(count, _MOST_SHARED), np.log(np.minimum(mine[2], theirs[2])),
                         np.log(np.maximum(mine[2], theirs[2])),
                         (numbers < mine[3]) | (numbers < theirs[3]), numbers > 0,
                         (mine[3] > 0) != (theirs[3] > 0)], axis=1)
        other_numbers = (mine[3] > 0) & (theirs[3] > 0) & (numbers == 0)
        of_one_thing = 2 * shared >= _OTHER_VALUE * np.maximum(1, whole - mine[1] - theirs[1])
        return told, (count < FEWEST_SHARED) | (other_numbers & of_one_thing)

    def _taken_apart(self, node: Node) -> Terms:
        known = [self._vocabulary.get(term) or self._learned(term) for term in node.terms or (_NOTHING,)]
        places, worth = np.array(known, dtype=np.int64).T
        numbers = worth[worth >= _ONE_NUMBER]
        if self._rows == len(self._totals):
            self._totals = np.concatenate([self._totals, np.zeros_like(self._totals)])
        self._totals[self._rows] = (max(1, (worth % _ONE_TERM).sum()), (numbers % _ONE_TERM).sum(),
                                    max(1, len(node.terms)), len(numbers), len(places))
        self._rows += 1
        return Terms(places, worth, self._rows - 1)

    def _learned(self, term: str) -> tuple[int, int]:
        worth = round(_UNIT * kin_weight(term)) + _ONE_TERM + _ONE_NUMBER * term[0].isdigit()
        self._vocabulary[term] = len(self._vocabulary), worth
        return self._vocabulary[term]
