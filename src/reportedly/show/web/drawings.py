"""Drawings as SVG text: positions in percent, so that words keep their size at any width, and no inline style.

Each has its twin in words beside it on the page; colours and patterns come from the style sheet.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import islice

from markupsafe import Markup, escape

from reportedly.dossier.records import Counts
from reportedly.records.linked import Event
from reportedly.show.chronology import is_soft, when_in_words

LANE_HEIGHT = 16
MOST_LANES = 9
MOST_MARKS = 60
"""Marks of a band: more are a smear, and the page of a large story must stay small."""
ALWAYS_DRAWN = 5
"""Heaviest entries that are in view whatever their dates: as many as there are key points."""
MIN_WIDTH = 1.1
"""Percent of the width that a mark takes at least."""
STANDINGS = ("agreed", "disputed", "single")
TICKS = 5
LONGEST_TITLE = 60
LEFT, RIGHT = 2.0, 98.0
"""Percent: the marks stay this far from the edges."""


@dataclass(frozen=True, slots=True)
class Mark:
    """One timeline entry on the band."""

    start: float
    """Days since year 1, fractions are hours."""
    end: float
    soft: bool
    standing: str
    """`agreed`, `disputed` or `single`."""
    title: str


def day_number(value: str | None, *, end: bool = False) -> float | None:
    """Days since year 1 of an ISO day or minute; of a whole day its end, if asked; None for what is no date."""
    if not value:
        return None
    try:
        day = date.fromisoformat(value[:10]).toordinal()
    except ValueError:
        return None
    hour, minute = value[11:13], value[14:16]
    if hour.isdigit() and minute.isdigit():
        return day + int(hour) / 24 + int(minute) / 1440
    return float(day + 1 if end else day)


def agreement_bar(counts: Counts) -> Markup:
    """How many timeline entries are agreed, disputed and of one origin, as one bar; empty when there is none."""
    parts = (("agreed", counts.agreed), ("disputed", counts.disputed), ("single", counts.single))
    total = sum(number for _, number in parts)
    if not total:
        return Markup()
    left, rects = 0.0, []
    for name, number in parts:
        width = 100 * number / total
        if number:
            rects.append(f'<rect class="fill-{name}" x="{left:.2f}%" y="0" width="{width:.2f}%" height="12"/>')
        left += width
    words = ", ".join(f"{number} {name}" for name, number in parts)
    return Markup(f'<svg class="bar" width="100%" height="12" role="img" aria-label="{words}">'
                  f"<title>{words}</title>{''.join(rects)}</svg>")


def share_bar(part: int, whole: int) -> Markup:
    """A small bar for a share; the numbers stand beside it in words."""
    width = 100 * part / whole if whole else 0
    return Markup('<svg class="share" width="64" height="8" aria-hidden="true">'
                  '<rect class="fill-rest" width="64" height="8"/>'
                  f'<rect class="fill-agreed" width="{width:.0f}%" height="8"/></svg>')


def origin_chain(copies: int) -> Markup:
    """One filled dot for the origin and an open one for each copy, joined by a line."""
    shown = min(copies, 12)
    width = 18 * (shown + 1)
    dots = "".join(f'<circle class="copy" cx="{27 + 18 * number}" cy="9" r="5"/>' for number in range(shown))
    return Markup(f'<svg class="chain" width="{width}" height="18" aria-hidden="true"><line x1="9" y1="9" '
                  f'x2="{width - 9}" y2="9"/><circle class="origin" cx="9" cy="9" r="6"/>{dots}</svg>')


def time_band(events: Iterable[Event], standing_of: dict[str, str]) -> Markup:
    """The dated entries on one band: dots for days, bars with soft edges for uncertain dates; empty without dates.

    Of many entries the first `MOST_MARKS` are drawn; the timeline gives the heaviest first.
    """
    dated = (mark for event in events if (mark := _mark(event, standing_of.get(event.id, "single"))))
    marks = list(islice(dated, MOST_MARKS))
    if len(marks) < 2:
        return Markup()
    first, last = _window(marks)
    inside = [mark for mark in marks if mark.end >= first and mark.start <= last]
    placed, lanes = _lanes(inside, first, last)
    height = lanes * LANE_HEIGHT + 34
    outside = _outside(sum(mark.end < first for mark in marks), sum(mark.start > last for mark in marks))
    label = (f"{len(inside)} entries from {tick_label(first, year=True)} to {tick_label(last, year=True)}{outside}; "
             "the list below gives the same in words")
    return Markup(
        f'<svg class="band" width="100%" height="{height}" role="img" aria-label="{label}"><title>{label}</title>'
        + gradients() + axis(first, last, height)
        + "".join(_draw(mark, lane, first, last, height) for mark, lane in placed) + "</svg>")


def _outside(before: int, after: int) -> str:
    parts = [f"{before} earlier" if before else "", f"{after} later" if after else ""]
    named = " and ".join(part for part in parts if part)
    return f" ({named} not drawn)" if named else ""


def _mark(event: Event, standing: str) -> Mark | None:
    start = day_number(event.when.earliest) or day_number(event.when.latest)
    end = day_number(event.when.latest, end=True) or day_number(event.when.earliest, end=True)
    if start is None or end is None or event.is_background:
        return None
    words = event.text if len(event.text) <= LONGEST_TITLE else event.text[:LONGEST_TITLE] + " …"
    return Mark(start, max(end, start), is_soft(event), standing, f"{when_in_words(event)}: {words}")


def _window(marks: Sequence[Mark]) -> tuple[float, float]:
    """The stretch of days drawn: the middle nine tenths of the entries, with room, and the heaviest ones that are sure
    of their day, which come first: so one far date of little weight squeezes nothing."""
    middles = sorted((mark.start + mark.end) / 2 for mark in marks)
    low, high = middles[len(middles) // 20], middles[-1 - len(middles) // 20]
    room = max(1.0, (high - low) * 0.25)
    heaviest = [mark for mark in marks[:ALWAYS_DRAWN] if not mark.soft]
    starts = [mark.start for mark in marks if mark.start >= low - room or mark in heaviest]
    ends = [mark.end for mark in marks if mark.end <= high + room or mark in heaviest]
    return float(int(min(starts, default=low))), max(max(ends, default=high), float(int(min(starts, default=low)) + 1))


def percent(moment: float, first: float, last: float) -> float:
    """Percent of the width."""
    inside = min(max(moment, first), last)
    return LEFT + (RIGHT - LEFT) * (inside - first) / (last - first)


def _lanes(marks: Sequence[Mark], first: float, last: float) -> tuple[list[tuple[Mark, int]], int]:
    """Each mark with the first lane that is free there; the last lane takes what finds none."""
    ends: list[float] = []
    placed = []
    for mark in sorted(marks, key=lambda mark: (mark.start, mark.end, mark.title)):
        left = percent(mark.start, first, last)
        right = max(percent(mark.end, first, last), left + MIN_WIDTH)
        lane = next((number for number, end in enumerate(ends) if end <= left), len(ends))
        lane = min(lane, MOST_LANES - 1)
        ends[lane:lane + 1] = [right + 0.4]
        placed.append((mark, lane))
    return placed, len(ends)


def _draw(mark: Mark, lane: int, first: float, last: float, height: int) -> str:
    left = percent(mark.start, first, last)
    width = max(percent(mark.end, first, last) - left, MIN_WIDTH)
    y = height - 30 - (lane + 1) * LANE_HEIGHT
    title = f"<title>{escape(mark.title)}</title>"
    if not mark.soft:
        return f'<circle class="fill-{mark.standing}" cx="{left + width / 2:.2f}%" cy="{y + 7}" r="5">{title}</circle>'
    return (f'<rect class="soft" fill="url(#soft-{mark.standing})" x="{left:.2f}%" y="{y + 2}" width="{width:.2f}%" '
            f'height="10">{title}</rect>')


def gradients(prefix: str = "soft", names: Iterable[str] = STANDINGS) -> str:
    """What bars of these standings are filled with: ids begin with a prefix, which a page must not use twice."""
    stops = "".join(f'<stop offset="{at}" stop-opacity="{opacity}"/>'
                    for at, opacity in ((0, 0.1), (0.3, 1), (0.7, 1), (1, 0.1)))
    return "<defs>" + "".join(f'<linearGradient id="{prefix}-{name}" class="stops-{name}">{stops}</linearGradient>'
                              for name in names) + "</defs>"


def axis(first: float, last: float, height: int) -> str:
    """A line with the first and last day and some between in words; every second goes where there is little room."""
    line = f'<line class="axis" x1="0" x2="100%" y1="{height - 26}" y2="{height - 26}"/>'
    span = int(last - first)
    count = min(TICKS, span + 1)
    out = [line]
    for number in range(count):
        moment = first + (span * number // max(count - 1, 1))
        at = percent(moment, first, last)
        anchor = "start" if at < 10 else "end" if at > 90 else "middle"
        minor = ' class="minor"' if number % 2 else ""
        out.append(f'<g{minor}><line class="tick" x1="{at:.2f}%" x2="{at:.2f}%" y1="{height - 26}" y2="{height - 20}"/>'
                   f'<text x="{at:.2f}%" y="{height - 6}" text-anchor="{anchor}">'
                   f"{tick_label(moment, year=number == 0 or span > 300)}</text></g>")
    return "".join(out)


def tick_label(moment: float, *, year: bool) -> str:
    """`4 May`, `4 May 2031`."""
    day = date.min + timedelta(days=int(moment) - 1)
    return f"{day.day} {day:%b}" + (f" {day.year}" if year else "")
