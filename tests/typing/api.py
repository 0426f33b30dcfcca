"""What a user's code looks like to the type checker; nothing here is run."""

from __future__ import annotations

from pathlib import Path

import reportedly
from reportedly.records.linked import Event


def brief(folder: Path) -> list[str]:
    story = reportedly.build([folder], folder / "story", now="2031-06-30")
    return [line(event) for event in story.timeline]


def line(event: Event) -> str:
    return f"{event.when.day or 'undated'}: {event.text} ({len(event.origins)} origins)"


def by_day(path: str) -> list[tuple[str, str, list[int | None]]]:
    timeline = reportedly.open(path).timeline.where(since="2031-05-04").brief(10)
    return [(day.weekday, day.heading, [event.lag_days for event in day.events]) for day in timeline.days()]


def speakers(path: str) -> set[str]:
    story = reportedly.open(path, as_of="2031-05-06")
    return {row.speaker for row in story.statements if not row.denies}


def spans(path: str) -> list[tuple[int, int, str]]:
    story = reportedly.open(path)
    return [(span.start, span.end, span.exact) for dispute in story.disputes
            for side in dispute.positions for span in side.spans]
