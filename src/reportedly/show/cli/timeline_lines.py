"""The timeline as lines for a terminal or a pipe: in brief, one line an entry, or in full, by day or by hour."""

from __future__ import annotations

import re
import sys
import textwrap
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from reportedly.dossier.records import Dossier
from reportedly.records.linked import Event
from reportedly.show.chronology import (
    NO_DATE,
    STATUSES,
    Day,
    clock,
    days,
    doubt_in_words,
    hours,
    lag_in_words,
    standing,
    times_in_words,
)
from reportedly.show.cli.brief import one_line, shortened
from reportedly.show.cli.printing import clean, console, is_terminal
from reportedly.show.when import moment_in_words
from reportedly.text.counted import counted

if TYPE_CHECKING:
    from reportedly.show.timelines import Timeline

Segment = tuple[str, str]
"""Words and their style."""
Line = tuple[Segment, ...]
BLANK: Line = ()
DAY, HOUR = "day", "hour"
TIME, DIM, BOLD, DISPUTED = "cyan", "dim", "bold", "red"
DISPUTE_MARK, APPROXIMATE_MARK = "≠", "~"
_GAP = "  "
_LEAST_TEXT = 30
_SHORT_ID = 10
_WITH_IDS = 110
"""Columns from which the brief has room for ids."""
_BETWEEN = re.compile(r"[\s,]*(?:(?:early|late|on|in|at|by)\s+)*", re.IGNORECASE)
_AFTER = re.compile(r",?\s+(?=\S)")
_MONTHS = tuple("January February March April May June July August September October November December".split())


@dataclass(frozen=True, slots=True, kw_only=True)
class Look:
    """What the lines depend on besides the entries."""

    columns: int | None
    """Columns of the terminal; None into a pipe, where nothing is shortened or wrapped."""
    standing: Mapping[str, str]
    """`disputed` or else, by id of the entry."""
    outlets: Mapping[str, str]
    """Outlet by report."""

    @classmethod
    def of(cls, dossier: Dossier, columns: int | None) -> Look:
        """What a dossier says of its entries and outlets."""
        return cls(columns=columns, standing=standing(dossier), outlets={row.id: row.outlet for row in dossier.reports})


@dataclass(frozen=True, slots=True)
class _Row:
    day: str
    clock: str
    event: Event

    @property
    def year(self) -> str:
        return (self.event.when.earliest or self.event.when.latest or "")[:4] or NO_DATE


def print_lines(lines: Iterable[Line]) -> None:
    """To standard output, with colours on a terminal."""
    if not is_terminal(sys.stdout):
        sys.stdout.writelines(clean("".join(words for words, _ in line)).rstrip() + "\n" for line in lines)
        return
    from rich.text import Text

    screen = console()
    for line in lines:
        screen.print(Text.assemble(*((clean(words), style) for words, style in line)), soft_wrap=True)


def laid_out(found: Timeline, chosen: Timeline, look: Look, *, story: str, level: str,
             is_brief: bool) -> Iterator[Line]:
    """The chosen entries and, in the end, how many of those found are left out and how to see them."""
    if not found:
        yield (("no timeline entry with a time of day" if level == HOUR else "no timeline", ""),)
        return
    yield from brief_lines(chosen, look) if is_brief else full_lines(chosen, look, level=level)
    if left := len(found) - len(chosen):
        before = len(found.background()) - len(chosen.background())
        background = f", {before} of them background" if before else ""
        if is_brief:
            yield BLANK
        yield ((f"{left} more{background}" + (f": reportedly timeline {story} --full" if is_brief else ""), DIM),)


def brief_lines(events: Sequence[Event], look: Look) -> Iterator[Line]:
    """One line an entry, in order of time: day, time of day, words, origins.

    On a terminal each year has a line of its own and a day stands once; into a pipe every line has its whole date.
    """
    rows = [row for day in days(events) for row in _rows(day, with_year=look.columns is None)]
    widths = max((len(row.day) for row in rows), default=0), max((len(row.clock) for row in rows), default=0)
    year, last = None, None
    for row in rows:
        if look.columns is None:
            yield _piped_line(row, widths, look)
            continue
        if row.year != year:
            yield ((row.year, BOLD),)
            year, last = row.year, None
        yield _brief_line(row, "" if row.day == last else row.day, widths, look, look.columns)
        last = row.day


def _rows(day: Day, *, with_year: bool) -> Iterator[_Row]:
    for event in day.events:
        mark = APPROXIMATE_MARK if doubt_in_words(event) else ""
        at = clock(event).replace("about ", APPROXIMATE_MARK)
        yield _Row(mark + short_day(day, with_year=with_year), at, event)


def _brief_line(row: _Row, day: str, widths: tuple[int, int], look: Look, columns: int) -> Line:
    when, at = _columns_of_time(day, row.clock, widths)
    count = _count(row.event, look)
    number = item_id(row.event) if columns >= _WITH_IDS else ""
    tail = f"{_GAP}{count:>3}{_GAP if number else ''}{number}"
    room = max(columns - len(when) - len(at) - len(tail), _LEAST_TEXT)
    return ((when, TIME), (at, TIME), (f"{_fitted(row.event, room):<{room}}", ""),
            (tail[:5], DISPUTED if count.startswith(DISPUTE_MARK) else DIM), (tail[5:], DIM))


def _piped_line(row: _Row, widths: tuple[int, int], look: Look) -> Line:
    when, at = _columns_of_time(row.day, row.clock, widths)
    count, number = _count(row.event, look), item_id(row.event)
    return ((when, TIME), (at, TIME), (f"{count:>3}{_GAP}{number}{_GAP}{_status(row.event)}{one_line(row.event.text)}",
                                       ""))


def _columns_of_time(day: str, at: str, widths: tuple[int, int]) -> tuple[str, str]:
    return (f"{day:>{widths[0]}}{_GAP if widths[0] else ''}", f"{at:<{widths[1]}}{_GAP}" if widths[1] else "")


def _count(event: Event, look: Look) -> str:
    mark = DISPUTE_MARK if look.standing.get(event.id) == "disputed" else ""
    return f"{mark}{len(event.origins)}"


def _status(event: Event) -> str:
    return f"[{STATUSES[event.status]}] " if event.status in STATUSES else ""


def _fitted(event: Event, room: int) -> str:
    """The words in so many columns; what does not fit loses first the date it opens with, which stands beside it."""
    words = one_line(event.text)
    if len(_status(event) + words) > room and (opening := opening_time(event)):
        words = "…" + one_line(event.chosen.exact[opening:])
    return shortened(_status(event) + words, room)


def opening_time(event: Event) -> int:
    """Length of the date that the words shown open with ("On 4 May, at noon, "), from the time expressions that the
    entry rests on; 0 where they open with something else."""
    text, end = event.chosen.exact, 0
    for span in sorted(event.when.because, key=lambda span: span.start):
        first, last = span.start - event.chosen.start, span.end - event.chosen.start
        if span.article_id == event.chosen.article_id and end <= first and _BETWEEN.fullmatch(text[end:first]):
            end = last
    return end + len(match[0]) if end and (match := _AFTER.match(text[end:])) else 0


def full_lines(events: Sequence[Event], look: Look, *, level: str) -> Iterator[Line]:
    """Day by day, each entry with what is known of it; at level `hour` only what has a time of day."""
    by_day = hours if level == HOUR else days
    groups = (("Background, from long before", [event for event in events if event.is_background]),
              ("The story", [event for event in events if not event.is_background]))
    has_background = bool(groups[0][1])
    for title, group in groups:
        if has_background and group:
            yield ((title.upper(), BOLD),)
            yield BLANK
        for day in by_day(group):
            yield ((f"{day.weekday} {day.heading}".strip(), BOLD),)
            width = max(len(clock(event)) for event in day.events)
            for event in day.events:
                yield from _entry_lines(event, width, look)
            yield BLANK


def _entry_lines(event: Event, width: int, look: Look) -> Iterator[Line]:
    at = f"{_GAP}{clock(event):<{width}}{_GAP if width else ''}"
    indent = " " * len(at)
    words = _wrapped(one_line(event.text), look.columns, len(at))
    yield (at, TIME), (words[0], "")
    for line in words[1:]:
        yield (indent, ""), (line, "")
    for line in _wrapped(" · ".join(details(event, look)), look.columns, len(at)):
        yield (indent, ""), (line, DIM)


def details(event: Event, look: Look) -> Iterator[str]:
    """What is known of an entry beside its words: status, doubt, origins and outlets, times given, lag, id."""
    if event.status in STATUSES:
        yield STATUSES[event.status]
    if doubt := doubt_in_words(event):
        yield doubt
    outlets = sorted({look.outlets[report] for report in event.reports if report in look.outlets})
    yield f"{counted(len(event.origins), 'origin')}: {', '.join(outlets)}" if outlets else \
        counted(len(event.origins), "origin")
    if look.standing.get(event.id) == "disputed":
        yield "disputed"
    if given := times_in_words(event):
        yield "accounts differ: " + ", ".join(given)
    if lag := lag_in_words(event):
        first = look.outlets.get(event.first_report or "")
        yield f"{lag} by {first}" if first and len(outlets) > 1 else lag
    yield item_id(event)


def item_id(event: Event) -> str:
    """The beginning of its id, which `explain` takes."""
    return event.id[:_SHORT_ID]


def short_day(day: Day, *, with_year: bool = False) -> str:
    """The heading with short months and, unless asked for, without its year, for a narrow column; `` for no date.

    A range that ends in another year ends in its month: `21 Jan–Sep 2017`.
    """
    if day.heading == NO_DATE:
        return NO_DATE.lower() if with_year else ""
    words = _with_short_months(day.heading)
    if with_year:
        return words
    first, last = day.earliest or day.latest or "", day.latest or day.earliest or ""
    if first[:4] != last[:4]:
        opening = _with_short_months(moment_in_words(first, year=False))
        return f"{opening}–{_with_short_months(moment_in_words(last[:7]))}"
    return f"in {words}" if words == first[:4] else words.removesuffix(f" {first[:4]}").replace(" – ", "–")


def _with_short_months(words: str) -> str:
    for month in _MONTHS:
        words = words.replace(month, month[:3])
    return words


def _wrapped(words: str, columns: int | None, indent: int) -> list[str]:
    if columns is None:
        return [words]
    return textwrap.wrap(words, max(columns - indent, _LEAST_TEXT), break_on_hyphens=False) or [""]
