"""The whole dossier as one JSON document: the same record that the pages are made of."""

from __future__ import annotations

from pathlib import Path

from reportedly.dossier.records import Dossier
from reportedly.show.plain import json_text, write


def export(dossier: Dossier, folder: Path) -> list[Path]:
    """Write `dossier.json`."""
    return [write(folder, "dossier.json", json_text(dossier) + "\n")]
