"""Long lists, page by page: which entries a page holds, on which page an entry stands, and facets of the statements."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Any

from reportedly.dossier.records import Dossier, StatementRow
from reportedly.show.chronology import in_time

LIST_PAGES = ("timeline", "statements", "claims", "disputes", "theories", "forecasts", "knowledge", "sources", "people")
"""Sections with a page of their own that holds everything."""
PLAIN = ("statements", "claims", "disputes", "theories", "forecasts", "knowledge")
"""Those that show one list of the dossier, in its order."""
ROWS = {"timeline": 150, "statements": 100, "claims": 150, "disputes": 40, "theories": 30, "forecasts": 60,
        "knowledge": 200, "sources": 300, "people": 200}
"""Entries on one page of a list."""
ANCHORS = {"timeline": "event", "statements": "statement", "claims": "claim", "knowledge": "known"}
"""What the fragment of an entry begins with, in the lists whose entries have one."""
FACETS = (("speaker", "Speaker"), ("outlet", "Outlet"), ("kind", "Kind"), ("cue_class", "What the words do"),
          ("day", "Day"))
"""Facets of the statements: name in the address, words of the label."""
MOST_VALUES = 200
"""Values that one facet offers, the commonest first."""


@dataclass(frozen=True, slots=True)
class Facet:
    """One way to narrow a list."""

    name: str
    words: str
    values: tuple[tuple[str, int], ...]
    """(value, entries that have it), the commonest first."""
    chosen: str


def file_name(section: str, number: int = 1) -> str:
    """Path of a page of a list: `statements.html`, `statements-2.html`."""
    return f"{section}.html" if number == 1 else f"{section}-{number}.html"


class Lists:
    """The lists of one dossier."""

    def __init__(self, dossier: Dossier) -> None:
        self._dossier = dossier

    @cached_property
    def _entries(self) -> Mapping[str, tuple[Any, ...]]:
        dossier = self._dossier
        told = in_time(event for event in dossier.timeline if not event.is_background)
        before = in_time(event for event in dossier.timeline if event.is_background)
        return {"timeline": (*told, *before), "sources": dossier.reports, "people": (*dossier.people, *dossier.places),
                **{name: getattr(dossier, name) for name in PLAIN}}

    @cached_property
    def _page_of(self) -> Mapping[str, Mapping[str, int]]:
        return {section: {item.id: place // ROWS[section] + 1 for place, item in enumerate(self._entries[section])}
                for section in ANCHORS}

    def pages(self, section: str, entries: Sequence[Any] | None = None) -> int:
        """How many pages a list has, at least 1."""
        number = len(self._entries[section] if entries is None else entries)
        return max(1, -(-number // ROWS[section]))

    @property
    def names(self) -> Mapping[str, tuple[str, int]]:
        """Path of every page of every list -> (section, number of the page)."""
        return {file_name(section, number): (section, number)
                for section in LIST_PAGES for number in range(1, self.pages(section) + 1)}

    def total(self, section: str) -> int:
        """How many entries a list has."""
        return len(self._entries[section])

    def address(self, section: str, item: str) -> str:
        """Path and fragment at which an entry stands; of the list's first page where its entries have no fragment."""
        number = self._page_of.get(section, {}).get(item)
        return f"{file_name(section, number)}#{ANCHORS[section]}-{item}" if number else file_name(section)

    def view(self, section: str, number: int, entries: Sequence[Any] | None = None) -> Dossier:
        """The dossier with only what one page of a list shows of that list."""
        rows = self._entries[section] if entries is None else entries
        shown = tuple(rows[(number - 1) * ROWS[section]:number * ROWS[section]])
        if section == "people":
            people = {entity.id for entity in self._dossier.people}
            return replace(self._dossier, people=tuple(item for item in shown if item.id in people),
                           places=tuple(item for item in shown if item.id not in people))
        if section == "sources":
            rest = self._dossier if number == 1 else replace(self._dossier, sources=(), origins=(), origin_edges=())
            return replace(rest, reports=shown)
        if section == "theories" and number > 1:
            return replace(self._dossier, theories=shown, competing=None)
        return replace(self._dossier, **{section: shown})  # type: ignore[arg-type]  # a name of `PLAIN` or the timeline


def value_of(row: StatementRow, facet: str) -> str:
    """A statement's value of a facet; `` for an undated one's day."""
    if facet == "day":
        return (row.said or "")[:10]
    return str(getattr(row, facet))


def narrowed(rows: Sequence[StatementRow], chosen: Mapping[str, str]) -> tuple[StatementRow, ...]:
    """The statements that have every chosen value."""
    return tuple(row for row in rows if all(value_of(row, name) == value for name, value in chosen.items()))


def facets(rows: Sequence[StatementRow], chosen: Mapping[str, str]) -> tuple[Facet, ...]:
    """Every facet with its values, each counted as the others are chosen now."""
    others = {name: {key: value for key, value in chosen.items() if key != name} for name, _ in FACETS}
    return tuple(Facet(name, words, _counted(narrowed(rows, others[name]), name), chosen.get(name, ""))
                 for name, words in FACETS)


def _counted(rows: Sequence[StatementRow], name: str) -> tuple[tuple[str, int], ...]:
    counts = Counter(filter(None, (value_of(row, name) for row in rows)))
    by_size = sorted(counts.items(), key=lambda pair: (-pair[1], pair[0]))[:MOST_VALUES]
    return tuple(sorted(by_size) if name == "day" else by_size)
