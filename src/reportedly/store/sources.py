"""The bytes of reports as received, each under its SHA-256: `STORY/sources/HASH`."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

from reportedly.records.ids import digest

SOURCES = "sources"


def keep(folder: Path, data: bytes) -> str:
    """Keep the bytes and give their SHA-256. The name appears only when all of them are safe on disk."""
    name = digest(data)
    place = folder / SOURCES / name
    if place.is_file() and place.stat().st_size == len(data):
        return name
    place.parent.mkdir(parents=True, exist_ok=True)
    temporary = place.with_name(f".{name}.part")
    try:
        with temporary.open("wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
    except OSError:
        temporary.unlink(missing_ok=True)
        raise
    temporary.replace(place)
    return name


def read(folder: Path, name: str) -> bytes:
    """The bytes of this SHA-256. Raises FileNotFoundError when they are not kept here."""
    return (folder / SOURCES / name).read_bytes()


def names(folder: Path) -> Iterator[str]:
    """Every kept SHA-256, sorted."""
    place = folder / SOURCES
    if place.is_dir():
        yield from sorted(path.name for path in place.iterdir() if not path.name.startswith("."))
