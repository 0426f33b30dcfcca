"""What changed between two states of a story: items that came, went, or say something else now."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from reportedly.dossier.records import Dossier
from reportedly.errors import InputError
from reportedly.records.linked import Event
from reportedly.records.span import SourceSpan
from reportedly.show.chronology import standing, when_in_words
from reportedly.show.explaining import members_of, spans_of, words_of

COMPARED = ("timeline", "disputes", "theories", "forecasts", "statements", "claims", "knowledge")
"""Sections compared, in the order in which changes are told."""
STANDINGS = {"single": "from one origin", "agreed": "agreed by two or more origins", "disputed": "disputed"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Changed:
    """One difference between an older and a newer dossier."""

    kind: str
    """`new`, `changed`, `joined` (it is one with another now) or `gone`."""
    section: str
    item: str
    """Id in the newer dossier; of what is gone in the older one. Of what was joined that which it is part of now."""
    words: str
    was: str
    """What was told of it, in fixed words and values; `` for what is new or gone."""
    now: str
    span: SourceSpan | None
    """The words it rests on; None where they stand in no report of the newer dossier."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Changes:
    """Everything that changed, and between which states."""

    since: int
    """The older revision."""
    since_known: str
    """When it was written."""
    revision: int
    known_at: str
    reports: tuple[str, ...]
    """Ids of the reports that came."""
    items: tuple[Changed, ...]
    """By section in the order of `COMPARED`; new, changed, joined, gone."""


def changes_between(older: Dossier, newer: Dossier) -> Changes:
    """What the newer dossier of a story tells that the older one did not, and the reverse.

    Items are matched by their members, so one that grew is the same item. Which report an item is worded by is no
    change.
    """
    had = {row.id for row in older.reports}
    return Changes(since=older.revision, since_known=older.known_at, revision=newer.revision, known_at=newer.known_at,
                   reports=tuple(row.id for row in newer.reports if row.id not in had),
                   items=tuple(change for section in COMPARED for change in _section(section, older, newer)))


def revision_before(revisions: Sequence[tuple[int, str]], since: str | None, revision: int | None) -> int:
    """The revision to compare with, of (number, when written): the one asked for, the last before a day, or the one
    before the last. Raises InputError where there is none."""
    numbers = [number for number, _ in revisions]
    if revision is not None:
        if revision not in numbers:
            raise InputError(f"revision={revision} is not in this story, which has {', '.join(map(str, numbers))}")
        return revision
    found = [number for number, known in revisions if known[:10] < since] if since is not None else numbers[:-1]
    if not found:
        raise InputError(f"since={since!r}: the story was begun on {revisions[0][1][:10]}; nothing was known before"
                         if since is not None else "the story has one revision: there is nothing to compare it with")
    return found[-1]


def _section(section: str, older: Dossier, newer: Dossier) -> Iterator[Changed]:
    before, after = _by_member(getattr(older, section)), _by_member(getattr(newer, section))
    stood, stands = standing(older), standing(newer)
    fresh, other, joined, taken = [], [], [], set()
    for item in getattr(newer, section):
        found = {before[member].id: before[member] for member in _own(item) if member in before}
        free = [one for one in found.values() if one.id not in taken]
        if not found:
            fresh.append(_changed("new", section, item))
            continue
        match, *rest = free or found.values()
        taken |= set(found)
        if (was := _told(match, stood)) != (now := _told(item, stands)):
            other.append(_changed("changed", section, item, was, now))
        joined += [replace(_changed("joined", section, one), item=item.id) for one in rest if free]
    yield from (*fresh, *other, *joined)
    for item in getattr(older, section):
        if not any(member in after for member in _own(item)):
            yield _changed("gone", section, item)


def _own(item: Any) -> tuple[str, ...]:
    """What an item is known by. Disputes of different kinds may be about the same statements."""
    kind = f"{item.kind} " if hasattr(item, "positions") else ""
    return tuple(f"{kind}{member}" for member in dict.fromkeys((item.id, *sorted(members_of(item)))))


def _by_member(items: Sequence[Any]) -> dict[str, Any]:
    return {member: item for item in reversed(items) for member in _own(item)}


def _changed(kind: str, section: str, item: Any, was: str = "", now: str = "") -> Changed:
    return Changed(kind=kind, section=section, item=item.id, words=words_of(item), was=was, now=now,
                   span=next(iter(spans_of(item)), None))


def _told(item: Any, stands: Mapping[str, str]) -> str:
    """What of an item counts as a change, in words."""
    parts = []
    if isinstance(item, Event) and item.id in stands:  # a claim may have the id of an entry
        parts += [STANDINGS[stands[item.id]], when_in_words(item)]
    if hasattr(item, "state"):
        parts.append(item.state)
    if hasattr(item, "positions"):
        parts += [f"{len(item.positions)} positions", *sorted({side.value for side in item.positions if side.value})]
    if hasattr(item, "evidence"):
        parts.append(f"{len(item.evidence)} items bear on it")
    if hasattr(item, "denied_by") and item.denied_by:
        parts.append("contested by " + ", ".join(item.denied_by))
    return "; ".join(parts)
