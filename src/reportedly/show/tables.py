"""A table of records that a person, a program, a notebook or a spreadsheet can read."""

from __future__ import annotations

import csv
import html
import io
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Generic, Self, TypeVar, overload

import msgspec

from reportedly.errors import InputError
from reportedly.show.flat import Row, Value

if TYPE_CHECKING:
    import pandas as pd

RecordT = TypeVar("RecordT")

COLUMNS_BY_FILTER: Mapping[str, tuple[str, ...]] = {
    "speaker": ("speaker", "who", "speakers", "proponents"),
    "outlet": ("outlet", "outlets"),
    "kind": ("kind", "status", "state"),
}
"""The columns that a filter looks at; the first that a table has."""
_WORDS = ("text", "name", "aliases", "roles", "title", "outlet", "positions", "speaker", "who")
_SHOWN = 60
"""Rows of a table in a notebook."""


class Table(Sequence[RecordT], Generic[RecordT]):
    """Records of one kind. Iterating gives the records themselves, `rows()` flat dictionaries."""

    def __init__(self, name: str, records: Sequence[RecordT], flatten: Callable[[RecordT], Row]) -> None:
        self.name = name
        self._records = tuple(records)
        self._flatten = flatten

    def __len__(self) -> int:
        return len(self._records)

    def __iter__(self) -> Iterator[RecordT]:
        return iter(self._records)

    @overload
    def __getitem__(self, index: int) -> RecordT: ...
    @overload
    def __getitem__(self, index: slice) -> Self: ...
    def __getitem__(self, index: int | slice) -> RecordT | Self:
        if isinstance(index, slice):
            return self._of(self._records[index])
        return self._records[index]

    def __repr__(self) -> str:
        return f"<{self.name}: {len(self)} {'row' if len(self) == 1 else 'rows'}>"

    def rows(self) -> list[Row]:
        """One flat dictionary for each record, all with the same keys, the id first."""
        return [self._flatten(record) for record in self._records]

    def where(self, *, contains: str | None = None, speaker: str | None = None, outlet: str | None = None,
              kind: str | None = None, since: str | None = None, until: str | None = None,
              limit: int | None = None) -> Self:
        """The records that match every filter given, in the same order.

        `contains`, `speaker` and `outlet` match a part of the words without regard to case; `kind` the whole word.
        `since` and `until` are ISO days and keep what may have happened between them. `limit` keeps the weightiest.
        Raises InputError for a filter that this table has no column for.
        """
        chosen = [(record, row) for record, row in zip(self._records, self.rows(), strict=True)
                  if self._matches(row, contains, {"speaker": speaker, "outlet": outlet, "kind": kind}, since, until)]
        if limit is not None and len(chosen) > limit:
            heaviest = sorted(range(len(chosen)), key=lambda i: (-_weight(chosen[i][1]), i))[:max(limit, 0)]
            chosen = [chosen[i] for i in sorted(heaviest)]
        return self._of([record for record, _ in chosen])

    def kept(self, wanted: Callable[[RecordT], bool]) -> Self:
        """The records for which a function holds, in the same order."""
        return self._of([record for record in self._records if wanted(record)])

    def to_json(self) -> str:
        """A JSON array of the whole records, with their spans."""
        return msgspec.json.format(msgspec.json.encode(self._records, order="deterministic"), indent=2).decode()

    def to_csv(self) -> str:
        """The rows as CSV (RFC 4180, but lines end in LF) with a head line."""
        rows, out = self.rows(), io.StringIO()
        if rows:
            writer = csv.DictWriter(out, fieldnames=list(rows[0]), lineterminator="\n")
            writer.writeheader()
            writer.writerows(rows)
        return out.getvalue()

    def to_pandas(self) -> pd.DataFrame:
        """The rows as a data frame. Raises ImportError that says what to install where pandas is missing."""
        try:
            import pandas as pd
        except ImportError as error:
            raise ImportError("to_pandas() needs pandas: pip install 'reportedly[pandas]'") from error
        return pd.DataFrame(self.rows())

    def _repr_html_(self) -> str:
        rows = self[:_SHOWN].rows()
        columns = list(rows[0]) if rows else []
        head = "".join(f"<th>{html.escape(column)}</th>" for column in columns)
        body = "".join(f"<tr>{''.join(f'<td>{_cell(row[column])}</td>' for column in columns)}</tr>" for row in rows)
        more = f"<p>… and {len(self) - _SHOWN} more</p>" if len(self) > _SHOWN else ""
        return f"<table><thead><tr>{head}</tr></thead><tbody>{body}</tbody></table>{more}"

    def _of(self, records: Sequence[RecordT]) -> Self:
        return type(self)(self.name, records, self._flatten)

    def _matches(self, row: Row, contains: str | None, asked: Mapping[str, str | None], since: str | None,
                 until: str | None) -> bool:
        if contains and not any(contains.casefold() in str(row.get(column) or "").casefold() for column in _WORDS):
            return False
        for name, value in asked.items():
            if value is not None and not self._has(row, name, value):
                return False
        return (since is None and until is None) or self._is_between(row, since, until)

    def _has(self, row: Row, name: str, value: str) -> bool:
        column = next((column for column in COLUMNS_BY_FILTER[name] if column in row), None)
        if column is None:
            raise InputError(f"{self.name} cannot be filtered by {name}; its columns are {', '.join(row)}")
        cell = str(row[column] or "").casefold()
        return cell == value.casefold() if name == "kind" else value.casefold() in cell

    def _is_between(self, row: Row, since: str | None, until: str | None) -> bool:
        first = next((column for column in ("earliest", "said", "published") if column in row), None)
        if first is None:
            raise InputError(f"{self.name} have no date to filter by; its columns are {', '.join(row)}")
        earliest, latest = row[first], row.get("latest", row[first])
        if earliest is None and latest is None:
            return False
        begins, ends = str(earliest or latest)[:10], str(latest or earliest)[:10]
        return (since is None or ends >= since[:len(ends)]) and (until is None or begins <= until)


def _weight(row: Row) -> float:
    return float(row.get("weight") or 0)


def _cell(value: Value) -> str:
    return "" if value is None else html.escape(str(value))
