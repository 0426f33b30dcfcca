"""Which exit code an error means: one table, which the help and the docs are read off."""

from __future__ import annotations

from reportedly.errors import (
    FetchError,
    InputError,
    ModelError,
    NothingReadableError,
    RegistryError,
    ReportedlyError,
    StoreError,
    StoreFullError,
    StoreLockedError,
    UnknownItemError,
    VerificationError,
)

OK = 0
VERIFY_FAILED = 1

MEANINGS: tuple[tuple[int, str], ...] = (
    (OK, "done"),
    (VERIFY_FAILED, "verify: something stored does not match"),
    (2, "wrong usage; a path, story, item or format that does not exist"),
    (3, "nothing readable: every report was refused, the reasons are listed"),
    (4, "the story is held by another process, or the disk is full"),
    (5, "the store is damaged or cannot be used"),
    (6, "a part of reportedly is missing, or an address could not be fetched"),
    (130, "interrupted (Ctrl-C); run the same command again to finish"),
)
"""Every exit code with its meaning."""

_BY_ERROR: tuple[tuple[type[ReportedlyError], int], ...] = (
    (NothingReadableError, 3), (InputError, 2), (UnknownItemError, 2), (RegistryError, 2), (StoreLockedError, 4),
    (StoreFullError, 4), (StoreError, 5), (VerificationError, VERIFY_FAILED), (ModelError, 6), (FetchError, 6))
"""Special kinds before general ones."""


def exit_code(error: ReportedlyError) -> int:
    """The exit code of an error."""
    return next((code for kind, code in _BY_ERROR if isinstance(error, kind)), 5)


def as_help() -> str:
    """The table as it stands at the end of `--help`."""
    return "Exit codes: " + " · ".join(f"{code} {meaning}" for code, meaning in MEANINGS)
