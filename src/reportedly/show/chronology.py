"""The timeline in order of time: by day and by hour, with each entry's doubt and delay in words."""

from __future__ import annotations

from collections.abc import Container, Iterable
from dataclasses import dataclass, replace
from itertools import groupby

from reportedly.dossier.contested import contested_places, is_contested
from reportedly.dossier.records import Dossier
from reportedly.link.moments import is_dated
from reportedly.records.ids import MemberId
from reportedly.records.linked import Event
from reportedly.show.when import (
    UNKNOWN,
    clock_in_words,
    day_of,
    is_uncertain,
    moment_in_words,
    order,
    range_in_words,
    weekday,
)
from reportedly.show.when import when_in_words as range_of_time

STATUSES = {"future": "announced or expected", "negated": "reported as not happening",
            "possible": "reported as possible", "background": "earlier background"}
"""What an entry's status says, where it is more than that something happened."""
NO_DATE = "No date given"
LEAST_LAG_DAYS = 2
"""A report of the next day is no late one."""
_MINUTES = 24 * 60


@dataclass(frozen=True, slots=True, kw_only=True)
class Day:
    """The entries of one day or stretch of days."""

    heading: str
    """`4 May 2031`, `4–6 May 2031`, `by 6 May 2031`, `May 2031`, `No date given`."""
    earliest: str | None
    """First and last ISO day; None where open."""
    latest: str | None
    events: tuple[Event, ...]
    """What has a time of day first, in its order; then the rest, heaviest first."""

    @property
    def weekday(self) -> str:
        """`Sunday`; `` for more than one day."""
        return weekday(self.earliest) if self.earliest and self.earliest == self.latest else ""


def in_time(events: Iterable[Event]) -> tuple[Event, ...]:
    """The entries as a story; what has no date comes last."""
    return tuple(sorted(events, key=_story_order))


def days(events: Iterable[Event]) -> tuple[Day, ...]:
    """The entries by day or stretch of days, in order of time; what has no date last."""
    return tuple(Day(heading=_heading(earliest, latest), earliest=earliest, latest=latest, events=tuple(group))
                 for (earliest, latest), group in groupby(in_time(events), key=_days_of))


def hours(events: Iterable[Event]) -> tuple[Day, ...]:
    """Only the entries whose time of day is known, to the minute, hour or part of the day, by day in its order."""
    return days(event for event in events if clock(event))


@dataclass(frozen=True, slots=True, kw_only=True)
class Stretch:
    """A day with its foremost entries, or days in a row that have none."""

    day: Day | None
    """The day with its foremost entries alone; None where none of the days has one."""
    folded: tuple[Day, ...]
    """The other entries of that day, or all of those days."""
    heading: str
    """Of everything folded, first day to last."""

    @property
    def entries(self) -> int:
        """How many entries are folded."""
        return sum(len(day.events) for day in self.folded)


def stretches(events: Iterable[Event], foremost: Container[MemberId]) -> tuple[Stretch, ...]:
    """The timeline with all but the foremost entries, given by their ids, folded into the days they stand in."""
    found = [(day, tuple(event for event in day.events if event.id in foremost)) for day in days(events)]
    parts: list[Stretch] = []
    for is_light, group in groupby(found, key=lambda pair: not pair[1]):
        if is_light:
            parts.append(_stretch(None, tuple(day for day, _ in group)))
            continue
        for day, first in group:
            others = tuple(event for event in day.events if event not in first)
            parts.append(_stretch(replace(day, events=first), (replace(day, events=others),) if others else ()))
    return tuple(parts)


def _stretch(day: Day | None, folded: tuple[Day, ...]) -> Stretch:
    starts = [found for part in folded if (found := part.earliest or part.latest)]
    ends = [found for part in folded if (found := part.latest or part.earliest)]
    heading = _heading(min(starts, default=None), max(ends, default=None))
    return Stretch(day=day, folded=folded, heading=heading)


def clock(event: Event) -> str:
    """The time of day in words: `10:27`, `about 10:30`, `late`, `22:20–23:00` where accounts differ; `` where none is
    known."""
    given = event.time_range
    if given and len(given[0]) > 10 and given[0][:10] == given[1][:10] == event.when.day:
        return clock_in_words(*given)
    words = clock_in_words(event.when.earliest, event.when.latest)
    return f"about {words}" if words[:1].isdigit() and event.is_approximate else words


def when_in_words(event: Event) -> str:
    """The entry's time in words, with its doubt: `about 4 May 2031`, `3 December 2024, 22:20–23:00`."""
    words = clock(event)
    if words and event.when.day:
        return f"{moment_in_words(event.when.day)}, {words}"
    return range_of_time(event.when, approximate=event.is_approximate)


def times_in_words(event: Event) -> tuple[str, ...]:
    """`22:20 (The Gannet)`, `22:30 (Harbour Post, The Tern)`: who gives which time, where accounts differ."""
    given = event.times_given
    one_day = len({time[:10] for time, _ in given}) == 1
    told = [(time[11:16] if one_day else moment_in_words(time), outlets) for time, outlets in given
            if not one_day or len(time) > 10]
    return tuple(f"{time} ({', '.join(outlets)})" for time, outlets in told)


def doubt_in_words(event: Event) -> str:
    """Why the day is not sure: `day of the report` where no account tells it, `about` where one says so; else ``.

    An hour says so itself.
    """
    if not event.is_approximate or clock(event):
        return ""
    return "about" if is_dated(event.when) else "day of the report"


def is_soft(event: Event) -> bool:
    """True where the day is not sure: a range, a day of publication, or accounts that give different times."""
    return is_uncertain(event.when) or event.is_approximate or event.time_range is not None


def sure_start(event: Event) -> str | None:
    """The minute or day it began, as far as it is sure: no closer than the accounts agree; None where no day is."""
    if event.when.day is None or doubt_in_words(event):
        return None
    given = event.time_range
    if given and given[0][:10] != given[1][:10]:
        return None
    is_sure = not given and not event.is_approximate
    is_minute = is_sure and event.when.precision == "minute" and event.when.earliest == event.when.latest
    return event.when.earliest if is_minute else event.when.day


def lag_in_words(event: Event) -> str:
    """`first reported 3 days later`; hours where the first report tells both; `` for what was reported at once."""
    if event.lag_days is not None and event.lag_days >= LEAST_LAG_DAYS:
        return f"first reported {event.lag_days} days later"
    if event.lag_hours:
        return f"first reported about {event.lag_hours} hour{'s' if event.lag_hours > 1 else ''} later"
    return ""


def standing(dossier: Dossier) -> dict[str, str]:
    """`agreed`, `disputed` or `single` of each timeline entry, by its id, as the brief counts them."""
    contested = contested_places(dossier.disputes)
    return {event.id: "disputed" if is_contested(event, contested)
            else "agreed" if len(event.origins) > 1 else "single" for event in dossier.timeline}


def _heading(earliest: str | None, latest: str | None) -> str:
    words = range_in_words(earliest, latest)
    return NO_DATE if words == UNKNOWN else words


def _days_of(event: Event) -> tuple[str | None, str | None]:
    return day_of(event.when.earliest), day_of(event.when.latest)


def _story_order(event: Event) -> tuple[object, ...]:
    """By day; in it what has a time of day before the rest, a part of the day at its middle."""
    earliest, latest = _days_of(event)
    begins, ends = order(event.when)
    open_start = earliest is None and latest is not None
    timed = bool(clock(event))
    return ((begins[0], begins[1][:5]), open_start, (ends[0], ends[1][:5]), not timed,
            _middle(event) if timed else 0, -event.weight, event.id)


def _middle(event: Event) -> float:
    first, last = (event.when.earliest or "")[11:16], (event.when.latest or "")[11:16]
    return (_minutes(first, 0) + _minutes(last, _MINUTES)) / 2


def _minutes(clock_time: str, otherwise: int) -> int:
    return 60 * int(clock_time[:2]) + int(clock_time[3:]) if clock_time else otherwise
