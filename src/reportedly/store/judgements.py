"""`judgements.jsonl`: what people decided, one line each, only ever added to.

The file is the only truth for people's decisions; no table repeats it. Undoing adds a line as well. Lines are written
under the story's lock and synced to the disk; a line torn by a kill is passed over and told, and never touches others.
"""

from __future__ import annotations

import os
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import msgspec

from reportedly.records.judgement import Judgement
from reportedly.store.connection import store_errors
from reportedly.store.lock import story_lock

FILE = "judgements.jsonl"


@dataclass(frozen=True, slots=True, kw_only=True)
class Fault:
    """A line that is no judgement."""

    line: int
    """Counted from 1."""
    problem: str


@cache
def _lines() -> msgspec.json.Decoder[Judgement]:
    return msgspec.json.Decoder(Judgement)


def append(folder: Path, judgement: Judgement, *, wait_s: float) -> None:
    """Write one judgement at the end of the file and sync it. Waits for the story as writers do; raises
    StoreLockedError, StoreFullError."""
    line = msgspec.json.encode(judgement) + b"\n"
    with story_lock(folder, command="reportedly judge", started=judgement.said_at, wait_s=wait_s), \
            store_errors(folder), (folder / FILE).open("ab+") as file:
        if file.tell() and _is_torn(file.fileno(), file.tell()):
            line = b"\n" + line  # what a kill left half written must not swallow this one
        file.write(line)
        file.flush()
        os.fsync(file.fileno())


def _is_torn(handle: int, size: int) -> bool:
    return os.pread(handle, 1, size - 1) != b"\n"


def read(folder: Path) -> tuple[tuple[Judgement, ...], tuple[Fault, ...]]:
    """Every judgement in the order in which they were said, and the lines that are none; both empty without a file."""
    path = folder / FILE
    if not path.is_file():
        return (), ()
    found: dict[str, Judgement] = {}
    faults: list[Fault] = []
    for number, line in enumerate(path.read_bytes().split(b"\n"), 1):
        if not line.strip():
            continue
        try:
            item = _lines().decode(line)
            found.setdefault(item.id, item)
        except msgspec.DecodeError as error:
            faults.append(Fault(line=number, problem=f"no judgement: {error}"))
    return tuple(found.values()), tuple(faults)

