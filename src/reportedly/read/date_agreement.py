"""Dates of publication that one page states in several places and that do not agree.

Pages state their date in JSON-LD, in meta tags and in time elements. A template that fills one of them with the date
of change, or of the visit, is found by comparing: what two places say stands, a date of change gives way to an
earlier date, and otherwise only that much is kept which the places share.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from reportedly.read.dates import days_between
from reportedly.records.article import DateReading, Notice

_PLACES = {"json-ld": "json-ld", "meta": "meta", "time": "element", "span": "element"}
_MOST_DAYS_APART = 1
"""Zones and midnights move a date by a day without any contradiction."""


@dataclass(frozen=True, slots=True)
class Agreed:
    """What is believed of the dates a page states."""

    reading: DateReading | None
    """None when the places share not even the year."""
    notice: Notice | None
    """None when they agree."""


def agreed(first: DateReading, readings: Sequence[DateReading], modified: Sequence[DateReading]) -> Agreed:
    """The date that the places of a page agree on. `first`: the most trusted; `modified`: dates of change stated."""
    places = _first_of_each_place(readings)
    if first.day is None or first not in places or not (others := [one for one in places if _differs(first, one)]):
        return Agreed(first, None)
    sides = [[one for one in places if not _differs(one, head)] for head in (first, others[0])]
    stated = " and ".join(f"{one.value} ({one.evidence})" for one in (first, others[0]))
    if len(sides[0]) != len(sides[1]):
        most = max(sides, key=len)[0]
        return Agreed(most, _notice(f"{stated} contradict each other; {most.value} is stated in two places and kept"))
    early, late = sorted((first, others[0]), key=lambda one: one.value)
    if any(not _differs(late, change) for change in modified):
        return Agreed(early, None if early is first else _notice(f"{stated}: the later one is the date of change"))
    shared = _shared(early, late)
    kept = f"kept as {shared.value}, which both share" if shared else "they share not even the year, so none is kept"
    return Agreed(shared, _notice(f"{stated} contradict each other; {kept}"))


def _first_of_each_place(readings: Sequence[DateReading]) -> list[DateReading]:
    found: dict[str, DateReading] = {}
    for reading in readings:
        place = _PLACES.get(reading.evidence.split()[0])
        if place is not None and reading.day is not None:
            found.setdefault(place, reading)
    return list(found.values())


def _differs(one: DateReading, other: DateReading) -> bool:
    if one.day is None or other.day is None:
        return False
    return days_between(one.day, other.day) > _MOST_DAYS_APART


def _shared(early: DateReading, late: DateReading) -> DateReading | None:
    evidence = f"{early.evidence} and {late.evidence}"
    if early.value[:7] == late.value[:7]:
        return replace(early, value=early.value[:7], precision="month", evidence=evidence)
    if early.value[:4] == late.value[:4]:
        return replace(early, value=early.value[:4], precision="year", evidence=evidence)
    return None


def _notice(words: str) -> Notice:
    return Notice(code="date-contradictory", message=f"publication dates {words}")
