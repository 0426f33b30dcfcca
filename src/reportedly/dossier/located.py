"""Places on the map: each place of a story looked up in the gazetteer, left open where several may be meant."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import replace

from reportedly.records.linked import Entity, Location
from reportedly.text.gazetteer import CITY, COUNTRY, STATE, Place, places_called

DOMINANT = 20
"""How many times more people a city must have than any other of its name to be meant without further sign."""
LEAST_KNOWN = 100_000
"""People of a city that may be meant without further sign."""


def located(places: Iterable[Entity]) -> tuple[Entity, ...]:
    """The places with where they are, or with what they may be; a pure function of the places together."""
    listed = list(places)
    found = {entity.id: _called(entity) for entity in listed}
    told = Counter(place.country for entity in listed for place in found[entity.id][:1]
                   if len(found[entity.id]) == 1 or place.kind in (COUNTRY, STATE))
    return tuple(_with_location(entity, found[entity.id], told) for entity in listed)


def _called(entity: Entity) -> list[Place]:
    """What the entity's name means in the gazetteer; its aliases where the name means nothing."""
    for name in (entity.name, *entity.aliases):
        if places := places_called(name):
            return list(places)
    return []


def _with_location(entity: Entity, candidates: Sequence[Place], told: Counter[str]) -> Entity:
    chosen, rule = _chosen(candidates, told)
    if chosen is not None:
        return replace(entity, location=Location(
            geonames=chosen.geonames, name=chosen.label, kind=chosen.kind, country=chosen.country,
            latitude=chosen.latitude, longitude=chosen.longitude, rule=rule))
    return replace(entity, may_be=tuple(place.label for place in candidates[:5]))


def _chosen(candidates: Sequence[Place], told: Counter[str]) -> tuple[Place | None, str]:
    """The place meant and why; None where it stays open."""
    if len(candidates) == 1:
        return candidates[0], "the only place of this name"
    whole = [place for place in candidates if place.kind == COUNTRY]
    states = [place for place in candidates if place.kind == STATE]
    cities = [place for place in candidates if place.kind == CITY]
    if states and (whole or (cities and cities[0].population >= LEAST_KNOWN)):
        return None, ""  # Georgia, Washington, New York
    if whole or states:
        return (whole or states)[0], "a country" if whole else "a state of the US"
    near = [place for place in cities if told[place.country]]
    is_one = len(near) == 1 or (near and near[0].population >= 10 * near[1].population)
    if is_one and len({place.country for place in near}) == 1:
        return near[0], f"in {near[0].country}, which the story names elsewhere"
    if cities and cities[0].population >= max(LEAST_KNOWN, DOMINANT * cities[1].population):
        return cities[0], "by far the largest of this name"
    return None, ""
