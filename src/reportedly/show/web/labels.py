"""Where the names of a drawing go, so that none lies on another at any width the drawing is shown at.

Points are in percent of the width, names keep their size, so how names lie to each other depends on the width: each is
tried at every width of a list. A name that fits on wide screens only is marked as such, for the style sheet to hide.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

NARROW, WIDE = (326, 420, 560), (640, 800, 1112)
"""Widths in pixels at which names are tried: a telephone to a small window, and what is wider."""
LETTER, WIDE_LETTER, LINE = 6.9, 12.5, 15.0
"""Room of a letter and the height of a line at 12 pixels."""
GAP = 7.0
"""From the middle of a mark to its name."""
LONGEST = 26
"""Letters of a name; what is longer is cut."""


@dataclass(frozen=True, slots=True)
class Spot:
    """A mark with a name."""

    x: float
    """Percent of the width."""
    y: float
    """Share of the height, from 0 to 100."""
    name: str
    """`` for a mark that has none, and only must not be covered."""
    has_mark: bool = True
    """False where the name itself stands at the point."""
    above: bool = False
    """True where a line runs through the mark, which the name must not lie on."""


@dataclass(frozen=True, slots=True)
class Label:
    """A name with its place beside its mark."""

    name: str
    """Cut where it is long."""
    dx: float
    """Pixels from the mark to where the words are anchored, and to their base line."""
    dy: float
    anchor: str
    """`start`, `middle` or `end`, as SVG has it."""
    only_wide: bool
    """True where it would lie on another name on a narrow screen."""


Box = tuple[float, float, float, float]


def placed(spots: Sequence[Spot], ratio: float | None, height: float, most: int) -> tuple[Label | None, ...]:
    """A label for each spot, the first ones first; None for a name that finds no room, or beyond `most`.

    `ratio`: width by height of the drawing; None where the height is the same at any width, and then it is `height`.
    """
    sizes = {width: width / ratio if ratio else height for width in (*NARROW, *WIDE)}
    taken = {width: [_mark(spot, width, tall) for spot in spots if spot.has_mark] for width, tall in sizes.items()}
    labels: list[Label | None] = []
    for spot in spots:
        is_wanted = spot.name and sum(found is not None for found in labels) < most
        label = _first_free(spot, sizes, taken) if is_wanted else None
        labels.append(label)
        if label is not None:
            for width in (*(() if label.only_wide else NARROW), *WIDE):
                taken[width].append(_box(spot, label, width, sizes[width]))
    return tuple(labels)


def room_of(words: str) -> float:
    """Pixels that words take, about."""
    return sum(WIDE_LETTER if unicodedata.east_asian_width(letter) in "WF" else LETTER for letter in words)


def _first_free(spot: Spot, sizes: dict[int, float], taken: dict[int, list[Box]]) -> Label | None:
    name = spot.name if len(spot.name) <= LONGEST else spot.name[:LONGEST - 1].rstrip() + "…"
    for only_wide in (False, True):
        for dx, dy, anchor in _ways(spot):
            label = Label(name, dx, dy, anchor, only_wide)
            widths = WIDE if only_wide else (*NARROW, *WIDE)
            if all(_fits(_box(spot, label, width, sizes[width]), width, sizes[width], taken[width])
                   for width in widths):
                return label
    return None


def _ways(spot: Spot) -> Iterable[tuple[float, float, str]]:
    """The places beside a mark, the best first; the point itself for what has none."""
    if spot.above:
        return ((-5, -GAP - 2, "start"), (5, -GAP - 2, "end"), (-5, GAP + 12, "start"), (5, GAP + 12, "end"))
    if not spot.has_mark:
        return ((0, 4, "middle"), (0, 4, "start"), (0, 4, "end"), (0, 18, "middle"), (0, -10, "middle"))
    return ((GAP, 4, "start"), (-GAP, 4, "end"), (0, -GAP - 1, "middle"), (0, GAP + 11, "middle"))


def _mark(spot: Spot, width: float, height: float) -> Box:
    x, y = spot.x * width / 100, spot.y * height / 100
    return (x - 4, y - 4, x + 4, y + 4)


def _box(spot: Spot, label: Label, width: float, height: float) -> Box:
    room = room_of(label.name)
    left = spot.x * width / 100 + label.dx - {"start": 0, "middle": room / 2, "end": room}[label.anchor]
    base = spot.y * height / 100 + label.dy
    return (left, base - LINE + 4, left + room, base + 4)


def _fits(box: Box, width: float, height: float, taken: Iterable[Box]) -> bool:
    is_inside = box[0] >= 0 and box[1] >= 0 and box[2] <= width and box[3] <= height
    return is_inside and not any(box[0] < other[2] and other[0] < box[2] and box[1] < other[3] and other[1] < box[3]
                                 for other in taken)
