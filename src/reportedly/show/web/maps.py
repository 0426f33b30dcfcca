"""The places of a story on a map: land cropped to them, a dot for each town, a tint for each country, names beside.

Equirectangular, with degrees of longitude shortened as they are in the middle of the map, so that nothing is stretched.
The list of places is the map's twin in words.
"""

from __future__ import annotations

from collections.abc import Callable, Container, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from math import cos, hypot, radians

from markupsafe import Markup, escape

from reportedly.records.linked import Entity
from reportedly.show.web.labels import Label, Spot, placed
from reportedly.show.web.outlines import Point, Ring, corners, middle, outlines
from reportedly.text.counted import counted

MOST_PLACES, MOST_LABELS = 60, 14
"""Marks and names of a map: those named most."""
ROOM = 0.16
"""Of the extent, left free on each side."""
LEAST_DEGREES = 7.0
"""Height of the smallest map: closer, the outlines hold nothing."""
SHAPES = (("map", 1.5), ("map is-wide", 2.0))
"""Class and width by height; the style sheet knows both."""
WIDE_FROM = 1.9
FIELD = 1000
"""Width of the land in units of the drawing."""
LONGEST_PATH = 9_000
"""Letters of the land: the page of a story must stay small."""
NEAR_SHARE, NEAR_SIZE = 0.7, 0.4
"""A close map is worth drawing where it holds so much of the mentions, at no more than so much of the extent."""


@dataclass(frozen=True, slots=True)
class Sight:
    """A place that can be drawn."""

    entity: Entity
    at: Point
    """Of a country the middle of its largest part."""
    country: str
    """Code of a country that is tinted as a whole; `` for a town."""


@dataclass(frozen=True, slots=True)
class Crop:
    """The stretch of the earth that is drawn."""

    west: float
    north: float
    width: float
    """Degrees."""
    height: float
    shape: str
    """Class of the drawing."""

    @property
    def ratio(self) -> float:
        """Width by height of the drawing."""
        return dict(SHAPES)[self.shape]

    def percent(self, at: Point) -> Point:
        """Where a point lies in the drawing, in percent of width and height."""
        east = (at[0] - self.west) % 360
        return 100 * east / self.width, 100 * (self.north - at[1]) / self.height


def sights(places: Iterable[Entity]) -> tuple[Sight, ...]:
    """The places that can be drawn, those named most first; a state, and a country too small for the outlines, are
    in none."""
    found = []
    for entity in places:
        location = entity.location
        if location is None:
            continue
        if location.latitude is not None and location.longitude is not None:
            found.append(Sight(entity, (location.longitude, location.latitude), ""))
        elif location.kind == "country" and (at := middle(location.country)):
            found.append(Sight(entity, at, location.country))
    return tuple(sorted(found, key=lambda sight: (-sight.entity.mentions, sight.entity.id))[:MOST_PLACES])


def near(places: Sequence[Entity]) -> tuple[Entity, ...]:
    """The places that most mentions are of, where they lie close together and others far away; else all of them."""
    found = sights(places)
    everything, kept = extent(found), list(found)
    whole = sum(sight.entity.mentions for sight in found)
    while len(kept) > 2:
        left = max(kept, key=lambda sight: (_extent_without(kept, sight), sight.entity.id))
        fewer = [sight for sight in kept if sight is not left]
        if sum(sight.entity.mentions for sight in fewer) < NEAR_SHARE * whole:
            break
        kept = fewer
        if extent(kept) <= NEAR_SIZE * everything:
            ids = {sight.entity.id for sight in kept}
            return tuple(place for place in places if place.id in ids)
    return tuple(places)


def _extent_without(kept: Sequence[Sight], left: Sight) -> float:
    """How much smaller the map gets without one."""
    return -extent([sight for sight in kept if sight is not left])


def extent(found: Sequence[Sight]) -> float:
    """Degrees from edge to edge of a map of these places; 0 without places."""
    return _crop(found).width if found else 0.0


def place_map(places: Iterable[Entity], address: Callable[[Entity], str] | None = None) -> Markup:
    """The land around the places with a mark for each that is known on the map; empty where none is.

    `address`: where a mark leads to; None for a drawing without links.
    """
    found = sights(places)
    if not found:
        return Markup()
    crop = _crop(found)
    spots = [Spot(*crop.percent(sight.at), sight.entity.name, has_mark=not sight.country) for sight in found]
    labels = placed(spots, crop.ratio, 0, MOST_LABELS)
    told = {sight.country for sight in found if sight.country}
    label = f"Map of {counted(len(found), 'place')}; the list gives the same in words"
    marks = [_mark(sight, spot, label, address) for sight, spot, label in zip(found, spots, labels, strict=True)]
    return Markup(
        f'<svg class="{crop.shape}" width="100%" role="group" aria-label="{label}"><title>{label}</title>'
        f'<rect class="sea" width="100%" height="100%"/>{_land(crop, told)}{"".join(reversed(marks))}</svg>')


def _mark(sight: Sight, spot: Spot, label: Label | None, address: Callable[[Entity], str] | None) -> str:
    entity = sight.entity
    where = entity.location.name if entity.location else ""
    number = counted(entity.mentions, "mention")
    inner = f"<title>{escape(f'{entity.name} ({where}), {number}')}</title>"
    if not sight.country:
        inner += f'<circle class="place" cx="{spot.x:.2f}%" cy="{spot.y:.2f}%" r="4"/>'
    if label is not None:
        kind = ("country" if sight.country else "town") + (" minor" if label.only_wide else "")
        inner += (f'<text class="{kind}" x="{spot.x:.2f}%" y="{spot.y:.2f}%" dx="{label.dx:g}" dy="{label.dy:g}" '
                  f'text-anchor="{label.anchor}">{escape(label.name)}</text>')
    if address is None:
        return f"<g>{inner}</g>"
    return f'<a href="{escape(address(entity))}">{inner}</a>'


def _crop(found: Sequence[Sight]) -> Crop:
    """The smallest stretch of one of the shapes that holds the places, with room."""
    towns = {sight.entity.location.country for sight in found if not sight.country and sight.entity.location}
    points = [point for sight in found for point in _held(sight, towns)]
    west, across = _arc([point[0] for point in points])
    south, north = min(point[1] for point in points), max(point[1] for point in points)
    squeeze = max(cos(radians((south + north) / 2)), 0.2)
    high = max((north - south) * (1 + 2 * ROOM), LEAST_DEGREES)
    wide = min(across * (1 + 2 * ROOM), 360.0)
    shape, ratio = SHAPES[wide * squeeze / high >= WIDE_FROM]
    width = max(wide, high * ratio / squeeze)
    if width > 360:  # the whole earth and no more: seas stand above and below
        width, shape, ratio = 360.0, *SHAPES[1]
    height = width * squeeze / ratio
    top = (south + north) / 2 + height / 2
    return Crop((west + across / 2 - width / 2 + 180) % 360 - 180, top, width, height, shape)


def _held(sight: Sight, towns: Container[str]) -> Iterable[Point]:
    """What of a place must be on the map: a country as a whole, where no town in it is drawn, or its middle."""
    return (sight.at, *corners(sight.country)) if sight.country and sight.country not in towns else (sight.at,)


def _arc(longitudes: Sequence[float]) -> tuple[float, float]:
    """Where the shortest stretch that holds all longitudes begins, and its length; it may go over the date line."""
    around = sorted({longitude % 360 for longitude in longitudes})
    gaps = [(after - before, after) for before, after in zip(around, (*around[1:], around[0] + 360), strict=True)]
    widest, begin = max(gaps)
    return begin % 360, 360 - widest


def _land(crop: Crop, told: set[str]) -> str:
    """Every country in view as a path, in units of `FIELD`; coarser where it would be long."""
    plain = [ring for code in outlines() if code not in told for ring in _in_view(crop, code)]
    tinted = [ring for code in sorted(told) for ring in _in_view(crop, code)]
    tolerance = 1.5
    while len(drawn := "".join(_path(_thinned(ring, tolerance)) for ring in (*plain, *tinted))) > LONGEST_PATH:
        tolerance *= 1.4
    first = "".join(_path(_thinned(ring, tolerance)) for ring in plain)
    second = drawn[len(first):]
    return (f'<svg viewBox="0 0 {FIELD} {FIELD / crop.ratio:.0f}" width="100%" height="100%">'
            f'<path class="land" d="{first}"/>' + (f'<path class="land told" d="{second}"/>' if second else "")
            + "</svg>")


def _in_view(crop: Crop, code: str) -> Iterator[Ring]:
    """The rings of a country in units of `FIELD`, cut at the edges of the map."""
    scale, stretch = FIELD / crop.width, FIELD / crop.ratio / crop.height
    for ring in outlines().get(code, ()):
        for turn in (-360, 0, 360):
            left = min(point[0] for point in ring) + turn - crop.west
            right = max(point[0] for point in ring) + turn - crop.west
            if right < 0 or left > crop.width:
                continue
            points = tuple(((x + turn - crop.west) * scale, (crop.north - y) * stretch) for x, y in ring)
            if inside := _clipped(points, -9, -9, FIELD + 9, FIELD / crop.ratio + 9):
                yield inside


def _path(points: Ring) -> str:
    if len(points) < 3:
        return ""
    whole = [(round(x), round(y)) for x, y in points]
    steps = (f"{x - from_x} {y - from_y}" for (from_x, from_y), (x, y) in pairwise(whole))
    return f"M{whole[0][0]} {whole[0][1]}l" + " ".join(steps).replace(" -", "-") + "z"


def _thinned(points: Ring, tolerance: float) -> Ring:
    """The ring without points that are closer than so much to the one before; nothing where it is a speck."""
    kept: list[Point] = []
    for x, y in points:
        if not kept or hypot(x - kept[-1][0], y - kept[-1][1]) >= tolerance:
            kept.append((x, y))
    return tuple(kept)


def _clipped(points: Ring, left: float, top: float, right: float, bottom: float) -> Ring:
    """What of a ring lies in a box (Sutherland and Hodgman, 1974); its edges on the box lie out of sight."""
    for axis, edge, sign in ((0, left, 1), (0, right, -1), (1, top, 1), (1, bottom, -1)):
        points = _cut(points, axis, edge, sign)
    return points


def _cut(points: Ring, axis: int, edge: float, sign: int) -> Ring:
    kept: list[Point] = []
    for before, point in zip((*points[-1:], *points[:-1]), points, strict=True):
        is_in, was_in = sign * (point[axis] - edge) >= 0, sign * (before[axis] - edge) >= 0
        if is_in != was_in:
            share = (edge - before[axis]) / (point[axis] - before[axis])
            kept.append((before[0] + share * (point[0] - before[0]), before[1] + share * (point[1] - before[1])))
        if is_in:
            kept.append(point)
    return tuple(kept)
