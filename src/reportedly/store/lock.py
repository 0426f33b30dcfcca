"""One writer for each story: a lock of the operating system on `STORY/.lock`, with the holder's name inside.

The lock dies with the process that holds it, so a killed run leaves nothing to clean up; the words left in the file
then mean nothing.
"""

from __future__ import annotations

import fcntl
import json
import os
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from reportedly.errors import StoreLockedError

LOCK = ".lock"
_POLL_S = 0.1


@contextmanager
def story_lock(folder: Path, *, command: str, started: str, wait_s: float) -> Iterator[None]:
    """Hold the story for writing. Waits up to `wait_s`, then raises StoreLockedError that says who holds it."""
    handle = os.open(folder / LOCK, os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o644)
    try:
        _acquire(handle, folder, wait_s)
        os.ftruncate(handle, 0)
        os.pwrite(handle, json.dumps({"pid": os.getpid(), "command": command, "started": started}).encode(), 0)
        try:
            yield
        finally:
            os.ftruncate(handle, 0)
    finally:
        os.close(handle)


def _acquire(handle: int, folder: Path, wait_s: float) -> None:
    deadline = time.monotonic() + wait_s
    while True:
        try:
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
            return
        except BlockingIOError:
            if time.monotonic() >= deadline:
                holder = _holder(handle)
                raise StoreLockedError(f"{folder} is being written by {holder}; waited {wait_s:g} s. "
                                       "Try again when it has finished", holder) from None
        time.sleep(_POLL_S)


def _holder(handle: int) -> str:
    """`process 4711 (reportedly add, since 2031-05-04T10:00:00)`, or what can be told of it."""
    try:
        said = json.loads(os.pread(handle, 4096, 0))
        return f"process {said['pid']} ({said['command']}, since {said['started']})"
    except (ValueError, KeyError, TypeError):
        return "another process"
