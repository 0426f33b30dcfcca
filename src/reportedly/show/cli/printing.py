"""Prints for people on a terminal, plainly into pipes. Rich is loaded for a terminal only."""

from __future__ import annotations

import os
import shutil
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, TextIO

from reportedly.errors import InputError

if TYPE_CHECKING:
    from rich.console import Console

    from reportedly.show.tables import Table

_GAP = "  "
_LEAST_TEXT = 24
_MOST_NAME = 18
"""Columns that a name may take on a terminal before it wraps."""
_SHORT_ID = 10
"""Characters of an id shown on a terminal: `explain` takes the beginning of an id."""
_NARROW = 100


@dataclass(frozen=True, slots=True)
class Column:
    """A column as a person sees it."""

    name: str
    """Of the flat row."""
    head: str
    style: str = ""
    numeric: bool = False
    wide: bool = False
    """Takes the room that is left; at least one column of a table."""
    spare: bool = False
    """Left out on a terminal narrower than 100 columns."""


def is_terminal(stream: TextIO) -> bool:
    """True when a person looks at the stream."""
    return stream.isatty() and os.environ.get("TERM") != "dumb"


def console(stream: TextIO | None = None) -> Console:
    """A console over a stream. NO_COLOR and COLUMNS are heeded by Rich."""
    from rich.console import Console

    return Console(file=stream or sys.stdout, highlight=False, soft_wrap=False, emoji=False, markup=False)


def write(text: str = "") -> None:
    """One line, or several, to standard output."""
    sys.stdout.write(clean(text) + "\n")


def warn(text: str) -> None:
    """One line to standard error."""
    sys.stderr.write(clean(text) + "\n")


def clean(text: str) -> str:
    """Without control characters, so that words of a report cannot steer a terminal, and without lone surrogates."""
    kept = "".join(mark if mark == "\n" or mark.isprintable() or ord(mark) > 0x9F else " " for mark in text)
    return kept.encode("utf-8", "replace").decode("utf-8")


def print_table(table: Table[Any], columns: Sequence[Column], *, as_json: bool, as_csv: bool, quiet: bool) -> None:
    """The table as JSON, as CSV, as a table on a terminal, or as aligned columns into a pipe."""
    if as_json and as_csv:
        raise InputError("--json and --csv exclude each other")
    if as_json:
        sys.stdout.write(table.to_json() + "\n")
    elif as_csv:
        sys.stdout.write(table.to_csv())
    elif not quiet:
        rows = table.rows()
        if not rows:
            write(f"no {table.name}")
        elif is_terminal(sys.stdout):
            shown = [column for column in columns if not column.spare or width() >= _NARROW]
            console().print(rich_table(shown, [[_cell(row[column.name]) for column in shown] for row in rows]))
        else:
            print_aligned([column.head for column in columns],
                          [[_cell(row[column.name]) for column in columns] for row in rows])


def rich_table(columns: Sequence[Column], rows: Sequence[Sequence[str]]) -> Any:
    """A table that fits the terminal: words wrap, ids are shortened to a beginning that `explain` takes."""
    from rich import box
    from rich.table import Table as RichTable
    from rich.text import Text

    shown = RichTable(box=box.SIMPLE_HEAD, pad_edge=False, show_edge=False, header_style="bold")
    for column in columns:
        shown.add_column(column.head, style=column.style, justify="right" if column.numeric else "left",
                         ratio=1 if column.wide else None, overflow="fold", no_wrap=column.name == "id",
                         min_width=_LEAST_TEXT if column.wide else None,
                         max_width=None if column.wide else _MOST_NAME)
    for row in rows:
        shown.add_row(*(Text(cell[:_SHORT_ID] if column.name == "id" else cell)
                        for column, cell in zip(columns, row, strict=True)))
    return shown


def print_aligned(heads: Sequence[str], rows: Sequence[Sequence[str]]) -> None:
    """Columns padded with spaces, the last one as long as it is: for `less`, `grep` and `cut`."""
    lines = [[head.upper() for head in heads], *rows]
    widths = [max(len(line[i]) for line in lines) for i in range(len(heads) - 1)]
    for line in lines:
        write(_GAP.join([*(cell.ljust(width) for cell, width in zip(line, widths, strict=False)), line[-1]]).rstrip())


def width() -> int:
    """Columns of the terminal; 80 where there is none."""
    return shutil.get_terminal_size((80, 24)).columns if is_terminal(sys.stdout) else 80


def _cell(value: object) -> str:
    if value is None or value is False:
        return ""
    if value is True:
        return "yes"
    words = f"{value:.2f}" if isinstance(value, float) else str(value)
    return " ".join(clean(words).split())
