"""One record a line, each with its `type`: for tools that read line by line."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

from reportedly.dossier.records import Dossier
from reportedly.show.plain import json_text, plain, write


def export(dossier: Dossier, folder: Path) -> list[Path]:
    """Write `dossier.jsonl`: the head first, then events, statements and so on, then the stored reports' texts."""
    return [write(folder, "dossier.jsonl", "".join(line + "\n" for line in lines(dossier)))]


def lines(dossier: Dossier) -> Iterator[str]:
    """Every record as one line of JSON whose `type` says what it is."""
    head = {"title": dossier.title, "note": dossier.note, "lead": dossier.lead, "as_of": dossier.as_of,
            "revision": dossier.revision, "known_at": dossier.known_at, "counts": dossier.counts,
            "components": dossier.components}
    yield json_text({"type": "dossier"} | {name: plain(value) for name, value in head.items()}, indent=None)
    groups: tuple[tuple[str, Iterable[object]], ...] = (
        ("key-point", dossier.key_points), ("event", dossier.timeline), ("statement", dossier.statements),
        ("claim", dossier.claims), ("dispute", dossier.disputes), ("theory", dossier.theories),
        ("forecast", dossier.forecasts), ("source", dossier.sources), ("person", dossier.people),
        ("place", dossier.places), ("report", dossier.reports), ("origin", dossier.origins),
        ("change", dossier.changes), ("unread", dossier.unread),
        ("article", (item.article for item in dossier.articles)))
    for kind, records in groups:
        for record in records:
            values = plain(record)
            assert isinstance(values, dict), "a record is a mapping of its fields"
            yield json_text({"type": kind} | values, indent=None)
