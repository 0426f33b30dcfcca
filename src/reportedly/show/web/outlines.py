"""Outlines of countries to draw maps on: Natural Earth at 1:110 million, in the public domain.

At this scale coasts are true to about ten kilometres and small islands are missing. Borders are as the source has them.
"""

from __future__ import annotations

import json
from functools import cache
from importlib.resources import files
from itertools import accumulate

Point = tuple[float, float]
"""Degrees of longitude and latitude."""
Ring = tuple[Point, ...]


@cache
def outlines() -> dict[str, tuple[Ring, ...]]:
    """The rings of each country by its ISO 3166 code of two letters; those that have none go by a number.

    The last point of a ring is not the first again.
    """
    whole = json.loads(files("reportedly.show.web").joinpath("outlines.json").read_text(encoding="utf-8"))
    steps = whole["steps_per_degree"]
    return {code: tuple(_ring(numbers, steps) for numbers in rings) for code, rings in whole["countries"].items()}


def _ring(numbers: list[int], steps: int) -> Ring:
    """The points of a ring that is stored as its first point and the steps to the next ones."""
    return tuple((x / steps, y / steps)
                 for x, y in zip(accumulate(numbers[0::2]), accumulate(numbers[1::2]), strict=True))


def largest_ring(code: str) -> Ring | None:
    """The outline of the largest part of a country; None for one that is not drawn."""
    return max(outlines().get(code, ()), key=lambda ring: abs(area(ring)), default=None)


@cache
def corners(code: str) -> tuple[Point, ...]:
    """The outermost points of the largest part of a country to each side; empty for one that is not drawn."""
    ring = largest_ring(code) or ()
    return tuple(pick(ring, key=lambda point: point[axis]) for axis in (0, 1) for pick in (min, max)) if ring else ()


def area(ring: Ring) -> float:
    """Square degrees, positive where the points go round against the clock."""
    return sum(x * next_y - next_x * y for (x, y), (next_x, next_y) in _sides(ring)) / 2


def middle(code: str) -> Point | None:
    """The centre of the largest part of a country; None for one that is not drawn."""
    ring = largest_ring(code)
    if ring is None or not (whole := area(ring)):
        return None
    weighed = [(x + next_x, y + next_y, x * next_y - next_x * y) for (x, y), (next_x, next_y) in _sides(ring)]
    return (sum(x * weight for x, _, weight in weighed) / (6 * whole),
            sum(y * weight for _, y, weight in weighed) / (6 * whole))


def _sides(ring: Ring) -> list[tuple[Point, Point]]:
    return list(zip(ring, (*ring[1:], ring[0]), strict=True))
