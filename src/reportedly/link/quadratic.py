"""A logistic function of a few values, their squares and their products by twos, fitted by a script of `bench`."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from itertools import combinations_with_replacement

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]


def products(scaled: Sequence[float]) -> list[float]:
    """The values and their products by twos, squares included."""
    return [*scaled, *(x * y for x, y in combinations_with_replacement(scaled, 2))]


@dataclass(frozen=True, slots=True)
class Quadratic:
    """The fitted function of the values as they come."""

    begin: float
    linear: Floats
    """A weight for each value."""
    square: Floats
    """One for each two, in the upper triangle."""

    def logits(self, told: Floats) -> Floats:
        """Of each row of values; above 0 for the likelier ones. Shape: (rows,)."""
        found: Floats = self.begin + ((self.linear + told @ self.square.T) * told).sum(axis=1)
        return found


@cache
def quadratic(name: str) -> Quadratic:
    """The function of `link/NAME.json`: means and scales of the values, a constant and the weights of `products`."""
    fitted = json.loads(files("reportedly.link").joinpath(f"{name}.json").read_text("utf-8"))
    means, scales, weights = (np.array(fitted[part]) for part in ("means", "scales", "weights"))
    count = len(means)
    square = np.zeros((count, count))
    square[np.triu_indices(count)] = weights[count:]
    square /= np.outer(scales, scales)
    linear = weights[:count] / scales - (square + square.T) @ means
    begin = fitted["begin"][0] - float(weights[:count] @ (means / scales)) + float(means @ square @ means)
    return Quadratic(begin, linear, square)
