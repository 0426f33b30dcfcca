"""The trained weights that ship with the package: file, digest, licence and card of each."""

from __future__ import annotations

import hashlib
import json
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import Any

from reportedly.errors import ModelError

_FOLDER = "weights"


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


@cache
def shipped() -> dict[str, Shipped]:
    """All shipped weights by name."""
    text = files("reportedly.models").joinpath(_FOLDER, "manifest.json").read_text(encoding="utf-8")
    return {row["name"]: Shipped(**row) for row in json.loads(text)}


def checked_bytes(name: str, *, folder: Path | None = None) -> bytes:
    """The file of the weights. Raises ModelError where it is missing or its SHA-256 is not the manifest's.

    `folder`: where else than in the package to look, for weights that a user trained.
    """
    entry = shipped().get(name)
    if entry is None:
        raise ModelError(f"no weights are called {name!r}; known: {', '.join(sorted(shipped()))}")
    place = (folder or Path(str(files("reportedly.models").joinpath(_FOLDER)))) / entry.file
    try:
        data = place.read_bytes()
    except OSError as error:
        raise ModelError(f"the weights {name} are missing ({entry.file}); install reportedly again") from error
    found = hashlib.sha256(data).hexdigest()
    if found != entry.sha256:
        raise ModelError(f"the weights {name} are damaged: {entry.file} has SHA-256 {found[:12]}…, not "
                         f"{entry.sha256[:12]}…; install reportedly again")
    return data
