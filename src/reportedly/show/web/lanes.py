"""The timeline drawn closer: the hours of one day, and a lane for each of those who have a part in most of it.

A filled mark is when it happened, an open one when it was first reported, and a line joins the two. The list of the
timeline is the twin of both in words.
"""

from __future__ import annotations

from collections.abc import Callable, Container, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from math import ceil, floor

from markupsafe import Markup, escape

from reportedly.dossier.records import Dossier
from reportedly.records.ids import ArticleId, MemberId
from reportedly.records.linked import Entity, Event
from reportedly.show.chronology import Day, hours, is_soft, when_in_words
from reportedly.show.web.drawings import (
    ALWAYS_DRAWN,
    MIN_WIDTH,
    STANDINGS,
    axis,
    day_number,
    gradients,
    percent,
    tick_label,
)

MOST_ACTORS, MOST_OF_ACTOR = 6, 30
"""Lanes, and entries of one, the heaviest first."""
LEAST_TIMED, MOST_TIMED = 3, 40
"""Entries of a day that make it worth a drawing, and those drawn."""
ROW, FOOT, NAME = 16, 34, 16
"""Pixels of a row of marks, of the axis, and of the name of a lane."""
MOST_ROWS = 8
LEAST_HOURS = 6
Address = Callable[[Event], str]
Stretch = tuple[float, float]


@dataclass(frozen=True, slots=True)
class Told:
    """One entry with when it happened and when it was first reported, in days."""

    event: Event
    start: float
    end: float
    soft: bool
    reported: float | None
    """None where that is not known, or no later than it happened."""
    title: str


@dataclass(frozen=True, slots=True)
class Actor:
    """Somebody with the entries he, she or it has a part in, the heaviest first."""

    entity: Entity
    events: tuple[Event, ...]


def actors(dossier: Dossier) -> tuple[Actor, ...]:
    """The people, groups and organisations with a part in most dated entries, most first."""
    entity_of = {member: entity for entity in dossier.people for member in entity.members}
    taking_part = {mention.id: mention.participants for article in dossier.articles for mention in article.events}
    by_id = {entity.id: entity for entity in dossier.people}
    found: dict[MemberId, list[Event]] = {}
    for event in dossier.timeline:
        if event.is_background or not (event.when.earliest or event.when.latest):
            continue
        own = {entity_of[local].id for member in event.members for local in taking_part.get(member, ())
               if local in entity_of}
        for actor in sorted(own):
            found.setdefault(actor, []).append(event)
    most = sorted(found, key=lambda actor: (-len(found[actor]), -by_id[actor].mentions, actor))[:MOST_ACTORS]
    return tuple(Actor(by_id[actor], tuple(found[actor])) for actor in most)


def actor_lanes(dossier: Dossier, standing: Mapping[str, str], address: Address | None = None) -> Markup:
    """A lane for each actor, all over the same days; empty where nobody has a part in two dated entries.

    `address`: where a mark leads to; None for a drawing without links.
    """
    lanes = [(actor, told) for actor in actors(dossier)
             if (told := [entry for event in actor.events[:MOST_OF_ACTOR] if (entry := _told(event))])]
    everything = [entry for _, told in lanes for entry in told]
    if len({entry.event.id for entry in everything}) < 2:
        return Markup()
    heaviest = {event.id for event in dossier.timeline[:ALWAYS_DRAWN] if not is_soft(event)}
    first, last = _days_drawn(everything, heaviest)
    parts: list[str] = []
    y = 4
    for actor, told in lanes:
        inside = [entry for entry in told if entry.end >= first and entry.start <= last]
        rows = _rows(inside, first, last)
        number = f"{len(inside)} of {len(actor.events)}" if len(inside) < len(actor.events) else len(inside)
        parts.append(f'<text class="actor" x="0" y="{y + 11}">{escape(_cut(actor.entity.name))} '
                     f'<tspan class="number">{number}</tspan></text>'
                     + (f'<line class="rule" x1="0" x2="100%" y1="{y - 3}" y2="{y - 3}"/>' if parts else ""))
        y += NAME
        parts += [_draw(entry, y + ROW * row + 8, (first, last), standing, "lanes", address) for entry, row in rows]
        y += ROW * (1 + max((row for _, row in rows), default=0)) + 8
    names = ", ".join(f"{_cut(actor.entity.name)} ({len(actor.events)})" for actor, _ in lanes)
    label = (f"Entries by who has a part in them, {tick_label(first, year=True)} to {tick_label(last, year=True)}: "
             f"{names}; the list below gives the same in words")
    return _whole("lanes", label, y + FOOT - 4, axis(first, last, y + FOOT - 4) + "".join(parts))


def hour_bands(
    events: Iterable[Event], dossier: Dossier, standing: Mapping[str, str], address: Address | None = None
) -> tuple[tuple[Day, Markup], ...]:
    """Each day with at least `LEAST_TIMED` entries that have a time of day, and its hours drawn."""
    published = {row.id: row.published for row in dossier.reports}
    return tuple((day, _hour_band(day, published, standing, address)) for day in hours(events)
                 if day.earliest and day.earliest == day.latest and len(day.events) >= LEAST_TIMED)


def _hour_band(day: Day, published: Mapping[ArticleId, str | None], standing: Mapping[str, str],
               address: Address | None) -> Markup:
    begin = day_number(day.earliest) or 0.0
    heaviest = sorted(day.events, key=lambda event: (-event.weight, event.id))[:MOST_TIMED]
    told = [entry for event in heaviest
            if (entry := _told(event, published.get(event.first_report) if event.first_report else None))]
    first, last = _hours_drawn(told, begin)
    rows = _rows(told, first, last)
    height = ROW * (1 + max((row for _, row in rows), default=0)) + FOOT
    prefix = f"hours-{day.earliest}"
    marks = "".join(_draw(entry, ROW * row + 8, (first, last), standing, prefix, address) for entry, row in rows)
    label = f"{day.heading}, hour by hour: {len(told)} entries; the list gives the same in words"
    return _whole(prefix, label, height, _hour_axis(first, last, begin, height) + marks)


def _whole(prefix: str, label: str, height: int, inner: str) -> Markup:
    used = [name for name in STANDINGS if f"url(#{prefix}-{name})" in inner]
    return Markup(f'<svg class="band" width="100%" height="{height}" role="group" aria-label="{escape(label)}">'
                  f"<title>{escape(label)}</title>{gradients(prefix, used) if used else ''}{inner}</svg>")


def _told(event: Event, published: str | None = None) -> Told | None:
    """The entry as it is drawn; None without a date. `published`: the moment of the first report, where hours count."""
    start = day_number(event.when.earliest) or day_number(event.when.latest)
    end = day_number(event.when.latest, end=True) or day_number(event.when.earliest, end=True)
    if start is None or end is None:
        return None
    reported = None
    if published is not None:
        reported = _clock(published) if event.lag_hours is not None else None
    elif event.lag_days:
        reported = day_number(event.first_reported)
    words = when_in_words(event) + ": " + _cut(event.text, 60)
    if reported is not None:
        words += f" (first reported {_reported_in_words(event, published)})"
    return Told(event, start, max(start, end), is_soft(event), reported, words)


def _clock(published: str) -> float | None:
    """The moment by the report's own clock; None for a day alone."""
    return day_number(published[:16]) if len(published) >= 16 else None


def _reported_in_words(event: Event, published: str | None) -> str:
    if published is not None:
        moment = datetime.fromisoformat(published[:16])
        return f"{moment.day} {moment:%b}, {moment:%H:%M}"
    number = day_number(event.first_reported)
    return tick_label(number, year=True) if number is not None else ""


def _cut(words: str, longest: int = 44) -> str:
    return words if len(words) <= longest else words[:longest].rstrip() + " …"


def _days_drawn(told: Sequence[Told], heaviest: Container[MemberId]) -> Stretch:
    """From the first to the last day of the middle nine tenths, with room, and of the heaviest entries, so one far date
    of little weight squeezes nothing."""
    middles = sorted((entry.start + entry.end) / 2 for entry in told)
    low, high = middles[len(middles) // 20], middles[-1 - len(middles) // 20]
    room = max(1.0, (high - low) * 0.25)
    inside = [entry for entry in told if low <= (entry.start + entry.end) / 2 <= high]
    ends = [entry.end for entry in inside] + [entry.reported + 1 for entry in inside if entry.reported is not None]
    heavy = [entry for entry in told if entry.event.id in heaviest]
    first = min([max(min(entry.start for entry in inside), low - room), *(entry.start for entry in heavy)])
    last = max([min(max(ends), high + room), *(entry.end for entry in heavy)])
    return float(floor(first)), max(float(ceil(last)), floor(first) + 1.0)


def _hours_drawn(told: Sequence[Told], begin: float) -> Stretch:
    """Whole hours around the entries, and the first reports where they are of the same day; at least some hours."""
    moments = [moment for entry in told for moment in (entry.start, entry.end, entry.reported)
               if moment is not None and begin <= moment <= begin + 1]
    first = floor((min(moments, default=begin) - begin) * 24 + 1e-6)
    last = ceil((max(moments, default=begin + 1) - begin) * 24 - 1e-6)
    if last - first < LEAST_HOURS:
        first = max(0, min(first - (LEAST_HOURS - last + first) // 2, 24 - LEAST_HOURS))
        last = max(last, first + LEAST_HOURS)
    return begin + first / 24, begin + last / 24


def _rows(told: Iterable[Told], first: float, last: float) -> list[tuple[Told, int]]:
    """Each entry with the first row that is free from its first to its last mark."""
    ends: list[float] = []
    placed = []
    for entry in sorted(told, key=lambda entry: (entry.start, entry.end, entry.event.id)):
        left = percent(entry.start, first, last)
        right = max(percent(entry.end, first, last), left + MIN_WIDTH,
                    percent(entry.reported, first, last) + MIN_WIDTH if entry.reported is not None else 0)
        row = next((number for number, end in enumerate(ends) if end <= left), len(ends))
        row = min(row, MOST_ROWS - 1)
        ends[row:row + 1] = [right + 0.4]
        placed.append((entry, row))
    return placed


def _draw(entry: Told, y: int, drawn: Stretch, standing: Mapping[str, str], prefix: str,
          address: Address | None) -> str:
    name = standing.get(entry.event.id, "single")
    left = percent(entry.start, *drawn)
    width = max(percent(entry.end, *drawn) - left, MIN_WIDTH)
    inner = f"<title>{escape(entry.title)}</title>"
    if entry.reported is not None and entry.reported <= drawn[1]:
        # the day of a report is drawn at its middle, as the day of what happened is
        at = percent(entry.reported + (0.5 if prefix == "lanes" else 0), *drawn)
        inner += (f'<line class="lag" x1="{left + width / 2:.2f}%" x2="{at:.2f}%" y1="{y}" y2="{y}"/>'
                  f'<circle class="reported is-{name}" cx="{at:.2f}%" cy="{y}" r="4"/>')
    if entry.soft:
        inner += (f'<rect fill="url(#{prefix}-{name})" x="{left:.2f}%" y="{y - 5}" width="{width:.2f}%" '
                  'height="10"/>')
    else:
        inner += f'<circle class="fill-{name}" cx="{left + width / 2:.2f}%" cy="{y}" r="5"/>'
    return f'<a href="{escape(address(entry.event))}">{inner}</a>' if address else f"<g>{inner}</g>"


def _hour_axis(first: float, last: float, begin: float, height: int) -> str:
    begins, ends = round((first - begin) * 24), round((last - begin) * 24)
    step = next(step for step in (1, 2, 3, 4, 6) if (ends - begins) / step <= 6)
    marks = []
    for number, hour in enumerate(range(begins, ends + 1, step)):
        at = percent(begin + hour / 24, first, last)
        anchor = "start" if at < 10 else "end" if at > 90 else "middle"
        minor = ' class="minor"' if number % 2 else ""
        marks.append(f'<g{minor}><line class="tick" x1="{at:.2f}%" x2="{at:.2f}%" y1="{height - 26}" '
                     f'y2="{height - 20}"/><text x="{at:.2f}%" y="{height - 6}" text-anchor="{anchor}">{hour:02}:00'
                     "</text></g>")
    return f'<line class="axis" x1="0" x2="100%" y1="{height - 26}" y2="{height - 26}"/>' + "".join(marks)
