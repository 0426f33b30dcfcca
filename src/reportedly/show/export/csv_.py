"""One CSV file a table (RFC 4180, UTF-8), safe to open in a spreadsheet."""

from __future__ import annotations

import csv
import io
from pathlib import Path

from reportedly.dossier.records import Dossier
from reportedly.show.export.tables import Cell, Table, tables
from reportedly.show.plain import write

FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r", "＝", "＋", "－", "＠")
"""A cell that begins so, in narrow or wide form, is run as a formula by spreadsheets (OWASP, CSV injection)."""


def export(dossier: Dossier, folder: Path) -> list[Path]:
    """Write `timeline.csv`, `statements.csv` and so on, one a table, also for tables without rows."""
    return [write(folder, f"{name}.csv", csv_text(table)) for name, table in tables(dossier).items()]


def csv_text(table: Table) -> str:
    """A table as CSV, its first line the names of the columns; unknown values are empty."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow(table.columns)
    writer.writerows([guarded(cell) for cell in row] for row in table.rows)
    return out.getvalue()


def guarded(cell: Cell) -> Cell:
    """The cell, with an apostrophe before words that a spreadsheet would run."""
    if isinstance(cell, str) and (cell.startswith(FORMULA_STARTS) or cell.lstrip().startswith(FORMULA_STARTS)):
        return f"'{cell}"
    return cell
