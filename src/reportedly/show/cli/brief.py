"""The one-screen brief that a build ends with, and what an add says."""

from __future__ import annotations

import sys
import textwrap
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from reportedly.dossier.records import Dossier
from reportedly.records.article import Unread
from reportedly.show.chronology import when_in_words
from reportedly.show.cli.printing import console, is_terminal, width, write
from reportedly.show.when import moment_in_words
from reportedly.text.counted import counted

if TYPE_CHECKING:
    from reportedly.engine.build import BuildReport

_DISPUTES = 3
_UNREAD = 5
_POINT_LINES = 2
"""Lines that one point may take, so that the brief stays on one screen of 24 by 80."""


def print_brief(dossier: Dossier, built: BuildReport, story: Path) -> None:
    """Title, counts, five key points, disputes, what was not read, and where to go on."""
    _print_lines(list(brief_lines(dossier, built, story, min(width(), 100))), bold=(0,))


def brief_lines(dossier: Dossier, built: BuildReport, story: Path, columns: int) -> Iterator[str]:
    """The brief as lines of at most so many columns."""
    counts = dossier.counts
    yield shortened(dossier.title or (one_line(dossier.lead.exact) if dossier.lead else "Untitled story"), columns)
    dated = f"as of {moment_in_words(dossier.as_of)}, " if dossier.as_of else ""
    yield (f"{dated}{counted(counts.reports, 'report')}, {counted(counts.outlets, 'outlet')}, "
           f"{counted(counts.origins, 'independent origin')}")
    yield ""
    for point in dossier.key_points:
        mark = f" [{counted(len(point.event.origins), 'origin')}{', disputed' if point.disputed else ''}]"
        yield from pointed(f"{when_in_words(point.event)}: {one_line(point.event.text)}", mark, columns)
    if dossier.disputes:
        yield ""
        yield f"{counted(len(dossier.disputes), 'dispute')}:"
        for dispute in dossier.disputes[:_DISPUTES]:
            sides = " / ".join(f"{side.who}: {one_line(side.value or side.text)}" for side in dispute.positions)
            yield from pointed(f"{dispute.kind}: {sides}", "", columns)
    yield from _notes(dossier, built, columns)
    yield ""
    yield f"Next: reportedly export {story} --format html -o {story}-dossier"


def _notes(dossier: Dossier, built: BuildReport, columns: int) -> Iterator[str]:
    others = sorted({language for _, language in built.other_language})
    if others:
        yield ""
        yield f"{counted(len(built.other_language), 'report')} kept but not annotated (language: {', '.join(others)})"
    if built.unread:
        yield ""
        yield from unread_lines(built.unread, columns)


def unread_lines(unread: Sequence[Unread], columns: int, most: int = _UNREAD) -> Iterator[str]:
    """What was not read, each with its reason and what to try."""
    yield f"{len(unread)} not read:"
    for item in unread[:most]:
        hint = f" ({item.hint})" if item.hint else ""
        yield from pointed(f"{item.where}: {item.reason}{hint}", "", columns)
    if len(unread) > most:
        yield f"  … and {len(unread) - most} more"


def print_added(built: BuildReport) -> None:
    """What an add did, in a line, and what was not read."""
    renewed = f", {len(built.renewed)} annotated anew" if built.renewed else ""
    write(f"{counted(len(built.new), 'new report')}, {built.known} known{renewed}; the story now holds "
          f"{counted(built.total, 'report')} (revision {built.revision})")
    for name, language in built.other_language:
        write(f"  {name}: kept, not annotated (language: {language})")
    if built.unread:
        _print_lines(list(unread_lines(built.unread, min(width(), 100))))


def print_unread(unread: Sequence[Unread]) -> None:
    """Every report that was refused, to standard error."""
    for line in unread_lines(unread, 100, most=len(unread)):
        sys.stderr.write(line + "\n")


def pointed(text: str, mark: str, columns: int) -> list[str]:
    """A point of at most two lines, shortened with an ellipsis, its mark kept whole."""
    room = (columns - 2) * _POINT_LINES - len(mark) - 12  # 12: what wrapping at words may waste
    return textwrap.wrap(shortened(text, room) + mark, columns, initial_indent="· ", subsequent_indent="  ",
                         break_on_hyphens=False)


def shortened(text: str, room: int) -> str:
    """At most so many characters, cut at a space and ended by an ellipsis."""
    if len(text) <= room:
        return text
    return text[:room - 1].rsplit(" ", 1)[0].rstrip(" ,;:") + "…"


def one_line(text: str) -> str:
    """Runs of whitespace as one space."""
    return " ".join(text.split())


def _print_lines(lines: Sequence[str], bold: Sequence[int] = ()) -> None:
    if not is_terminal(sys.stdout):
        write("\n".join(lines))
        return
    screen = console()
    for number, line in enumerate(lines):
        screen.print(line, style="bold" if number in bold else "", soft_wrap=True)
