"""Every export format by its name."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from reportedly.dossier.records import Dossier
from reportedly.registry import Registry
from reportedly.show.export import annotations as span_annotations
from reportedly.show.export import csv_, html, json_, jsonl, jsonld, md, timelinejs

Write = Callable[[Dossier, Path], list[Path]]
FORMATS: Mapping[str, Write] = {
    "annotations": span_annotations.export, "csv": csv_.export, "html": html.export, "json": json_.export,
    "jsonl": jsonl.export, "jsonld": jsonld.export, "md": md.export, "timelinejs": timelinejs.export}
NAMES = tuple(sorted(FORMATS))


@dataclass(frozen=True, slots=True)
class FormatExporter:
    """One format behind the `Exporter` seam."""

    name: str
    write: Write

    def export(self, dossier: Dossier, folder: Path) -> Sequence[str]:
        """Write the dossier and give the names of the files below the folder, the one to open first."""
        return [path.relative_to(folder).as_posix() for path in self.write(dossier, folder)]


def exporters() -> Registry:
    """A registry of kind `exporter` with every format."""
    registry = Registry()
    for name in NAMES:
        registry.add("exporter", name, partial(FormatExporter, name, FORMATS[name]))
    return registry


def export(dossier: Dossier, format: str, folder: Path) -> list[Path]:
    """Write the dossier in one format into a folder and give the files written, the one to open first.

    The same dossier gives the same bytes. Raises RegistryError, which lists the known formats, for another name.
    """
    return [folder / name for name in exporters().make("exporter", format).export(dossier, folder)]
