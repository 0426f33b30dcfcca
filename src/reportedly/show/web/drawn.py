"""The drawings of one dossier, each made when a page first asks for it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import cached_property
from typing import Protocol

from markupsafe import Markup

from reportedly.dossier.records import Dossier
from reportedly.records.ids import ArticleId
from reportedly.records.linked import Entity, Event
from reportedly.show.chronology import Day, standing
from reportedly.show.citations import first_mentions
from reportedly.show.web.lanes import actor_lanes, hour_bands
from reportedly.show.web.maps import near, place_map, sights
from reportedly.show.web.origin_drawing import MOST_NODES, origin_graph

FEW_NODES = 24
"""Reports of the front page, which must stay small; the list page holds the rest."""


class Few(Protocol):
    """How much of each list a page holds."""

    @property
    def cites(self) -> int:
        """Links beneath one entry."""


def _is_few(limits: Few) -> bool:
    """True on the front page."""
    return limits.cites < 10


class Drawn:
    """Drawings whose marks lead to the lists that say the same in words."""

    def __init__(self, dossier: Dossier, report: Callable[[ArticleId], str], item: Callable[[str, str], str]) -> None:
        """`report` and `item` (by section and id) say where marks lead to."""
        self._dossier = dossier
        self._report = report
        self._item = item

    @cached_property
    def _standing(self) -> Mapping[str, str]:
        return standing(self._dossier)

    def maps(self, limits: Few) -> tuple[Markup, ...]:
        """The map of the places that most mentions are of and, where others lie far away, that of all, but not on the
        front page; empty where no place is known on the map."""
        return self._maps[:1] if _is_few(limits) else self._maps

    @cached_property
    def _maps(self) -> tuple[Markup, ...]:
        mentions = first_mentions(self._dossier)
        places = [place for place in self._dossier.places if mentions[place.id]]
        close = near(places)
        drawn = place_map(close, self._place)
        others = place_map(places, self._place) if len(close) < len(places) else Markup()
        return tuple(one for one in (drawn, others) if one)

    @cached_property
    def left_off(self) -> int:
        """How many places of the list are on no map."""
        return len(self._dossier.places) - len(sights(self._dossier.places))

    def graph(self, limits: Few) -> Markup:
        """The origin graph; empty where nothing joins the reports."""
        return origin_graph(self._dossier, self._report, FEW_NODES if _is_few(limits) else MOST_NODES)

    @cached_property
    def lanes(self) -> Markup:
        """Lanes by who has a part in the entries; empty where nobody has in two."""
        return actor_lanes(self._dossier, self._standing, self._event)

    @cached_property
    def hours(self) -> tuple[tuple[Day, Markup], ...]:
        """The hours of each day on which enough entries have a time of day."""
        proper = [event for event in self._dossier.timeline if not event.is_background]
        return hour_bands(proper, self._dossier, self._standing, self._event)

    def _event(self, event: Event) -> str:
        return self._item("timeline", event.id)

    def _place(self, place: Entity) -> str:
        return self._item("places", place.id)
