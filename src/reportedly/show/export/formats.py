"""Every export format by its name."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path

from reportedly.dossier.records import Dossier
from reportedly.errors import RegistryError
from reportedly.show.export import annotations as span_annotations
from reportedly.show.export import csv_, html, json_, jsonl, jsonld, md, timelinejs

FORMATS: Mapping[str, Callable[[Dossier, Path], list[Path]]] = {
    "annotations": span_annotations.export, "csv": csv_.export, "html": html.export, "json": json_.export,
    "jsonl": jsonl.export, "jsonld": jsonld.export, "md": md.export, "timelinejs": timelinejs.export}
NAMES = tuple(sorted(FORMATS))


def export(dossier: Dossier, format: str, folder: Path) -> list[Path]:
    """Write the dossier in one format into a folder and give the files written, the one to open first.

    The same dossier gives the same bytes. Raises RegistryError, which lists the known formats, for another name.
    """
    if format not in FORMATS:
        raise RegistryError(f"no export format is called {format!r}; known: {', '.join(NAMES)}")
    return FORMATS[format](dossier, folder)
