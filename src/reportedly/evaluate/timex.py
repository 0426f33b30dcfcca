"""The bench task `timex`: TIMEX3 expressions of documents with a date."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from reportedly.text.timex import find_times


def predict(rows: Iterable[Mapping[str, Any]]) -> Iterator[dict[str, Any]]:
    """`{id, dct, text}` -> `{id, timexes: [{start, end, type, value}]}`; `dct` may be missing or null."""
    for row in rows:
        found = find_times(row["text"], row.get("dct"))
        yield {
            "id": row["id"],
            "timexes": [
                {"start": item.start, "end": item.end, "type": item.type, "value": item.value} for item in found
            ],
        }
