"""Trained weights, the package's own and those a user trained: file, digest, licence and settings of each."""

from __future__ import annotations

import hashlib
import json
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import Any

from reportedly.errors import ModelError


@dataclass(frozen=True, slots=True, kw_only=True)
class Shipped:
    """One set of weights."""

    name: str
    """Versioned: `attribution.v1`."""
    file: str
    sha256: str
    licence: str
    trained_on: str
    recipe: str
    """Folder of the repository with the code that trains it."""
    settings: dict[str, Any]
    """What its user needs to know and the weights do not say: thresholds, sizes."""


PACKAGED = Path(str(files("reportedly.models").joinpath("weights")))
"""The folder of the weights that ship with the package."""


@cache
def manifest(folder: Path = PACKAGED) -> dict[str, Shipped]:
    """The weights in a folder by name. Raises ModelError when its `manifest.json` is missing or odd."""
    try:
        rows = json.loads((folder / "manifest.json").read_text(encoding="utf-8"))
        return {row["name"]: Shipped(**row) for row in rows}
    except (OSError, ValueError, TypeError, KeyError) as error:
        advice = "install reportedly again" if folder == PACKAGED else "name the folder that training wrote"
        raise ModelError(f"{folder} holds no readable manifest.json of weights ({error}); {advice}") from error


def weights_entry(name: str, folder: Path = PACKAGED) -> Shipped:
    """The row of some weights. Raises ModelError that lists the known names."""
    known = manifest(folder)
    if name not in known:
        raise ModelError(f"no weights are called {name!r}; known: {', '.join(sorted(known))}")
    return known[name]


def checked_bytes(name: str, folder: Path = PACKAGED) -> bytes:
    """The file of the weights. Raises ModelError where it is missing or its SHA-256 is not the manifest's."""
    entry = weights_entry(name, folder)
    advice = "install reportedly again" if folder == PACKAGED else "train them again"
    try:
        data = (folder / entry.file).read_bytes()
    except OSError as error:
        raise ModelError(f"the weights {name} are missing ({entry.file}); {advice}") from error
    found = hashlib.sha256(data).hexdigest()
    if found != entry.sha256:
        raise ModelError(f"the weights {name} are damaged: {entry.file} has SHA-256 {found[:12]}…, not "
                         f"{entry.sha256[:12]}…; {advice}")
    return data
