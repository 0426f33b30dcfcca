"""What a person says of a dossier, turned into judgements: names and ids looked up, each checked before it is written.

Nothing is written here. Every method gives the judgement, or raises InputError or UnknownItemError that says what to
try.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from reportedly.dossier.judged import LINKED_LAYERS, main_span
from reportedly.dossier.records import Dossier
from reportedly.errors import InputError, UnknownItemError
from reportedly.records.annotation import AnnotatedArticle, Layer, LocalEntity
from reportedly.records.judgement import (
    DATE,
    DIFFERENT,
    GRADE,
    NAME,
    NOTE,
    RATE,
    REJECT,
    RESOLVE,
    SAME,
    SPEAKER,
    STATEMENT,
    UNDO,
    Judgement,
    judgement,
)
from reportedly.records.linked import Entity
from reportedly.records.outlet_names import called
from reportedly.records.span import SourceSpan
from reportedly.records.weighed import OUTCOMES, RATINGS
from reportedly.text.normalise import fold

GRADES = ("A", "B", "C", "D", "E", "F")
"""Reliability of a source (Admiralty code): A completely reliable to E unreliable; F cannot be judged."""
SECTIONS = ("timeline", "statements", "claims", "disputes", "theories", "forecasts", "knowledge", "people", "places")
_DAY = re.compile(r"\d{4}(-\d\d(-\d\d(T\d\d:\d\d)?)?)?")


@dataclass(frozen=True, slots=True)
class Item:
    """What a person named."""

    id: str
    section: str
    """Section of the dossier, `reports`, or the layer of a member that stands in no section by itself."""
    members: tuple[str, ...]
    """Ids of everything it was put together from, itself included."""


class Judging:
    """Makes judgements on one dossier, in the name of one person."""

    def __init__(self, dossier: Dossier, *, who: str, said_at: str, reason: str | None = None) -> None:
        self._dossier = dossier
        self._who = who
        self._said_at = said_at
        self._reason = reason
        self._records = dict(_records(dossier.articles))

    def merge(self, names: Sequence[str]) -> Judgement:
        """Names, or ids of people and places, are one."""
        items = [self._entity(name) for name in names]
        ids = tuple(dict.fromkeys(item.id for item in items))
        if len(ids) < 2:
            raise InputError(f"{' and '.join(names)} are one already: {items[0].name}" if items
                             else "name two people or places that are one")
        return self._say(SAME, ids)

    def split(self, one: str, other: str) -> Judgement:
        """Two names, or ids of names in reports, that were taken for one are two."""
        first, second = self._forms(one), self._forms(other)
        if not {entity.id for entity in first} & {entity.id for entity in second} and \
                {self._home(item) for item in first}.isdisjoint({self._home(item) for item in second}):
            raise InputError(f"{one} and {other} are not taken for one; see: reportedly people STORY")
        left = [entity.id for entity in second if entity.id not in {item.id for item in first}]
        if not left:
            raise InputError(f"no report tells {one} and {other} apart by name; give the ids of the two names as they "
                             "stand in reports (members in: reportedly explain STORY ID --json)")
        return self._say(DIFFERENT, (first[0].id, *left))

    def link(self, items: Sequence[str]) -> Judgement:
        """Entries of the timeline, statements, claims, theories, forecasts or reports tell the same."""
        found = [self.item(name) for name in items]
        if len({member for item in found for member in item.members[:1]}) < 2:
            raise InputError("name two different items to link")
        self._check_linkable(found)
        return self._say(SAME, tuple(item.id for item in found))

    def unlink(self, item: str) -> Judgement:
        """A member does not belong to what it was put together with."""
        found = self.item(item)
        home = next((one for one in self._items() if found.id in one.members and len(one.members) > 1), None)
        if home is None:
            raise InputError(f"{found.id} stands alone already: nothing to take it out of")
        self._check_linkable([found])
        return self._say(DIFFERENT, (found.id, *(member for member in home.members if member != found.id)))

    def name(self, entity: str, name: str) -> Judgement:
        """A person, group or place goes by this name."""
        return self._say(NAME, (self._entity(entity).id,), value=_named(name))

    def grade(self, outlet: str, grade: str) -> Judgement:
        """An outlet's reliability, A to F."""
        known = sorted({row.outlet for row in self._dossier.reports})
        match = [name for name in known if name.casefold() == called(outlet).casefold()]
        if not match:
            raise UnknownItemError(f"no report is from {outlet!r}; outlets are {', '.join(known) or 'none'}")
        if grade.upper() not in GRADES:
            raise InputError(f"{grade!r} is no grade; use A (completely reliable) to E (unreliable), or F (not graded)")
        return self._say(GRADE, (match[0],), value=grade.upper(), with_spans=False)

    def reject(self, item: str) -> Judgement:
        """An item is no such thing: it goes from every list."""
        found = self.item(item)
        if found.section == "reports":
            raise InputError("a report cannot be rejected; grade its outlet, or build the story without it")
        return self._say(REJECT, found.members if found.section != "disputes" else (found.id,))

    def speaker(self, statement: str, name: str) -> Judgement:
        """A statement is somebody else's."""
        found = self.item(statement)
        if found.section != "statements":
            raise InputError(f"{found.id} is no statement but stands among {found.section}")
        return self._say(SPEAKER, found.members, value=_named(name))

    def date(self, item: str, day: str) -> Judgement:
        """Something happened, or was said, then: `YYYY`, `YYYY-MM`, `YYYY-MM-DD` or `YYYY-MM-DDTHH:MM`."""
        found = self.item(item)
        if found.section not in ("timeline", "statements", "events"):
            raise InputError(f"{found.id} stands among {found.section}; a day can be given to entries of "
                             "the timeline and statements")
        return self._say(DATE, found.members, value=_checked_day(day))

    def add_statement(self, report: str, start: int, end: int, speaker: str, *, cue: str | None = None,
                      denies: bool = False) -> Judgement:
        """The words of a report from `start` to `end` (code points of its text) are what somebody says."""
        article = next((item.article for item in self._dossier.articles if item.article.id.startswith(report)), None)
        if not report or article is None:
            raise UnknownItemError(f"no report has the id {report!r}; ids stand in the table reports of: "
                                   "reportedly export STORY --format csv")
        if not 0 <= start < end <= len(article.text):
            raise InputError(f"{start} to {end} lies outside the report, which has {len(article.text)} characters")
        if not article.text[start:end].strip():
            raise InputError(f"there are no words from {start} to {end}")
        return self._say(STATEMENT, (), value=_named(speaker), spans=(article.span(start, end),), cue=cue,
                         denies=denies)

    def resolve(self, forecast: str, outcome: str, day: str | None = None) -> Judgement:
        """What came of a forecast, and when that was known: one of `OUTCOMES`, or `open` to leave it open."""
        found = self.item(forecast)
        if found.section != "forecasts":
            raise InputError(f"{found.id} is no forecast but stands among {found.section}")
        asked = outcome.strip().lower().replace(" ", "-")
        if asked not in (*OUTCOMES, "open"):
            raise InputError(f"{outcome!r} is no outcome; use {', '.join(OUTCOMES)} or open")
        if day is not None and len(_checked_day(day)) != len("2031-05-04"):
            raise InputError(f"{day!r} is no day; write 2031-05-04")
        return self._say(RESOLVE, found.members, value=asked, day=day)

    def rate(self, theory: str, evidence: str, rating: str) -> Judgement:
        """How an item bears on a theory: CC, C, N, I or II (very consistent to very inconsistent)."""
        held, item = self.item(theory), self.item(evidence)
        if held.section != "theories":
            raise InputError(f"{held.id} is no theory but stands among {held.section}")
        if rating.upper() not in RATINGS:
            raise InputError(f"{rating!r} is no rating; use CC, C, N, I or II")
        return self._say(RATE, (held.members[0], item.id), value=rating.upper())

    def note(self, item: str, words: str) -> Judgement:
        """A remark beside an item."""
        if not words.strip():
            raise InputError("the note is empty")
        return self._say(NOTE, self.item(item).members[:1] or (item,), value=words.strip())

    def undo(self, which: str) -> Judgement:
        """Take a judgement back; a judgement taken back comes to stand again by `undo` of the undoing."""
        standing = {ruling.judgement.id: ruling.because for ruling in self._dossier.judgements}
        match = [name for name in standing if which and name.startswith(which)]
        if len(match) != 1:
            raise UnknownItemError(f"{'several judgements begin' if match else 'no judgement begins'} with {which!r}; "
                                   "see: reportedly judge STORY list")
        if (standing[match[0]] or "").startswith("undone"):
            raise InputError(f"{match[0]} is {standing[match[0]]} already; undo that to make it stand again")
        return self._say(UNDO, (match[0],), with_spans=False)

    # What a name or id means

    def item(self, name: str) -> Item:
        """The item of the dossier, report or member with this id, or the only one that begins so."""
        found: dict[str, Item] = {}
        for item in self._items():
            if name and item.id.startswith(name):
                found.setdefault(item.id, item)
        if not found:
            found = {one: Item(one, _layer_name(layer), (one,)) for one, (layer, _) in self._records.items()
                     if name and one.startswith(name)}
        if len(found) != 1:
            raise UnknownItemError(f"{'more than one id begins' if found else 'no item has an id that begins'} with "
                                   f"{name!r}; ids stand in the tables, e.g. of: reportedly timeline STORY --full")
        return next(iter(found.values()))

    def _items(self) -> Iterator[Item]:
        for section in SECTIONS:
            for item in getattr(self._dossier, section):
                yield Item(item.id, section, _members_of(item))
        for row in self._dossier.reports:
            yield Item(row.id, "reports", (row.id,))

    def _entity(self, name: str) -> Entity:
        """The person, group or place of a name, alias or id."""
        everybody = (*self._dossier.people, *self._dossier.places)
        asked = fold(name)
        ways = ([item for item in everybody if item.id == name or name in item.members],
                [item for item in everybody if fold(item.name) == asked],
                [item for item in everybody if asked in map(fold, item.aliases)],
                [item for item in everybody if len(name) > 3 and item.id.startswith(name)])
        for found in ways:
            if len(found) == 1:
                return found[0]
            if found:
                raise UnknownItemError(f"{name!r} may be {' or '.join(f'{item.name} ({item.id})' for item in found)}; "
                                       "give the id")
        raise UnknownItemError(f"nobody and no place goes by {name!r}; see: reportedly people STORY")

    def _forms(self, name: str) -> list[LocalEntity]:
        """Names in reports that are written so, or have this id, in id order: those in view, where there are any; an
        earlier version of a report is not."""
        asked = fold(name)
        local = sorted((record for layer, record in self._records.values() if layer is Layer.ENTITIES),
                       key=lambda record: str(record.id))
        found = [record for record in local if record.id == name or fold(record.name) == asked]
        found = found or [record for record in local if asked in map(fold, record.aliases)]
        if not found:
            raise UnknownItemError(f"no report writes the name {name!r}; see: reportedly people STORY")
        known = {member for item in (*self._dossier.people, *self._dossier.places) for member in item.members}
        return [record for record in found if record.id in known] or found

    def _home(self, entity: LocalEntity) -> str:
        everybody = (*self._dossier.people, *self._dossier.places)
        return next((item.id for item in everybody if entity.id in item.members), entity.id)

    def _check_linkable(self, items: Sequence[Item]) -> None:
        kinds = {"reports" if item.section == "reports" else LINKED_LAYERS.get(self._layer_of(item.id), "")
                 for item in items}
        if "" in kinds or len(kinds) > 1:
            shown = ", ".join(f"{item.id} ({item.section})" for item in items)
            raise InputError(f"{shown}: link and unlink take items of one kind, of the timeline, statements, theories, "
                             "forecasts or reports; for names there are merge and split")

    def _layer_of(self, name: str) -> Any:
        return self._records[name][0] if name in self._records else None

    def _say(self, kind: str, members: tuple[str, ...], *, value: str | None = None,
             spans: tuple[SourceSpan, ...] = (), cue: str | None = None, denies: bool = False,
             with_spans: bool = True, day: str | None = None) -> Judgement:
        """The judgement with the words that its members stand on."""
        standing = [main_span(self._records[member][1]) if member in self._records else None for member in members]
        if with_spans and not spans and standing and all(standing):
            spans = tuple(span for span in standing if span)
        return judgement(kind, members, who=self._who, said_at=self._said_at, value=value, reason=self._reason,
                         spans=spans, cue=cue, denies=denies, day=day)


def _records(articles: Iterable[AnnotatedArticle]) -> Iterator[tuple[str, tuple[Layer, Any]]]:
    for article in articles:
        for layer in Layer:
            for record in getattr(article, layer.value):
                if hasattr(record, "id"):
                    yield str(record.id), (layer, record)


def _members_of(item: Any) -> tuple[str, ...]:
    """Ids of everything an item was put together from, its own id first."""
    named = (member for field in ("members", "asserted", "denied", "variants") for member in getattr(item, field, ()))
    return tuple(dict.fromkeys((str(item.id), *map(str, named))))


def _layer_name(layer: Layer) -> str:
    return "events" if layer is Layer.EVENTS else layer.value


def _named(name: str) -> str:
    if not name.strip():
        raise InputError("the name is empty")
    return name.strip()


def _checked_day(day: str) -> str:
    """The day itself. Raises InputError when it is none."""
    try:
        if _DAY.fullmatch(day):
            datetime.fromisoformat(day + "-01-01"[len(day) - 4:] if len(day) < 10 else day)
            return day
    except ValueError:
        pass
    raise InputError(f"{day!r} is no day; write 2031-05-04, 2031-05, 2031 or 2031-05-04T10:30")
