"""The timeline as a table that also reads by day, by hour and in brief."""

from __future__ import annotations

from reportedly.dossier.timeline import brief
from reportedly.options import default
from reportedly.records.linked import Event
from reportedly.show.chronology import Day, clock, days, hours, in_time
from reportedly.show.tables import Table

BRIEF_LINES = int(default("brief-entries") or 0)


class Timeline(Table[Event]):
    """What happened, in order of time. Filters and slices give timelines again."""

    def brief(self, lines: int = BRIEF_LINES) -> Timeline:
        """The weightiest entries, at most so many, in order of time; background only where lines are left for it."""
        return self._of(in_time(brief(self, lines)))

    def days(self) -> tuple[Day, ...]:
        """The entries by day or stretch of days (`4–6 May 2031`, `by 6 May 2031`); what has no date last."""
        return days(self)

    def hours(self) -> tuple[Day, ...]:
        """Only what is known to the minute, the hour or the part of a day, by day in order of the clock."""
        return hours(self)

    def with_hours(self) -> Timeline:
        """Only what is known to the minute, the hour or the part of a day."""
        return self._of([event for event in self if clock(event)])

    def background(self) -> Timeline:
        """Only what happened long before the story."""
        return self._of([event for event in self if event.is_background])

    def without_background(self) -> Timeline:
        """Only what belongs to the story itself."""
        return self._of([event for event in self if not event.is_background])
