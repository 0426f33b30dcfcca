"""`reports.csv`: what the files of a folder do not say themselves."""

from __future__ import annotations

import csv
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from reportedly.read.charset import decode
from reportedly.records.article import Unread

NAME = "reports.csv"
FIELDS = ("url", "outlet", "published", "title", "retrieved")
_MOST_BYTES = 50_000_000


@dataclass(frozen=True, slots=True)
class Catalogue:
    """Rows by file name as the table writes it, and what is wrong with the table."""

    rows: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    problems: tuple[Unread, ...] = ()

    def row(self, name: str, line: int | None = None) -> Mapping[str, str]:
        """The filled columns for a file, or for one line of it (`wire.jsonl:3`); empty when there is no row."""
        whole = self.rows.get(name, {})
        return {**whole, **self.rows.get(f"{name}:{line}", {})} if line is not None else whole


def catalogue_in(folder: Path) -> Catalogue:
    """The table of a folder; an empty one when the folder has none. Problems are told, never raised."""
    path = folder / NAME
    try:
        if not path.is_file():
            return Catalogue()
        if path.stat().st_size > _MOST_BYTES:
            return Catalogue(problems=(Unread(where=str(path), reason=f"is larger than {_MOST_BYTES:,} bytes"),))
        text = decode(path.read_bytes()).text
    except OSError as error:
        return Catalogue(problems=(Unread(where=str(path), reason=error.strerror or str(error)),))
    return _parsed(path, text)


def _parsed(path: Path, text: str) -> Catalogue:
    try:
        table = list(csv.reader(text.splitlines(), strict=True))
    except csv.Error as error:
        return Catalogue(problems=(Unread(where=str(path), reason=f"broken CSV: {error}"),))
    header = [column.strip().casefold() for column in table[0]] if table else []
    if "file" not in header:
        return Catalogue(problems=(Unread(where=str(path), reason='has no column "file"',
                                          hint="columns: file,url,outlet,published,title"),))
    rows: dict[str, dict[str, str]] = {}
    for cells in table[1:]:
        row = {column: cell.strip() for column, cell in zip(header, cells, strict=False) if cell.strip()}
        if name := row.get("file"):
            rows[name] = {column: row[column] for column in FIELDS if column in row}
    return Catalogue(rows, _missing(path, rows))


def _missing(path: Path, rows: Mapping[str, object]) -> tuple[Unread, ...]:
    def is_there(name: str) -> bool:
        return (path.parent / name).exists() or (path.parent / name.rpartition(":")[0]).is_file()

    return tuple(Unread(where=f"{path}: {name}", reason="is named in reports.csv but is not there",
                        hint="file names are relative to the folder of reports.csv")
                 for name in rows if not is_there(name))
