"""Errors that a caller can act on.

    ReportedlyError
    ├── InputError              nothing to work on, or an argument that cannot be used
    │   ├── NotFoundError       a path that does not exist, a folder with nothing to read
    │   └── NothingReadableError  every report was refused; `.unread` lists the reasons
    ├── UnreadableReportError        one report cannot be read (collected, never raised past the reader of many)
    ├── FetchError              an address could not be fetched or may not be
    ├── StoreError
    │   ├── StoreLockedError    another process holds the story; `.holder` says who
    │   ├── StoreFullError      the disk is full; what was stored before is whole
    │   └── UnknownItemError    no item has this id
    ├── VerificationError       a stored span or hash does not match
    ├── ModelError              weights are missing or their digest is wrong
    └── RegistryError           no component of this name; the message lists the known ones

A message says what was found, where, and what to try.
"""

from __future__ import annotations

from collections.abc import Sequence


class ReportedlyError(Exception):
    """Root of all errors that reportedly raises on purpose."""


class InputError(ReportedlyError):
    """Nothing to work on, or an argument that cannot be used."""


class NotFoundError(InputError):
    """A path that does not exist, or a folder with nothing to read."""


class NothingReadableError(InputError):
    """Every report was refused."""

    def __init__(self, message: str, unread: Sequence[object] = ()) -> None:
        super().__init__(message)
        self.unread = tuple(unread)


class UnreadableReportError(ReportedlyError):
    """One report cannot be read."""

    def __init__(self, where: str, reason: str, hint: str | None = None) -> None:
        super().__init__(f"{where}: {reason}" + (f" ({hint})" if hint else ""))
        self.where = where
        self.reason = reason
        self.hint = hint


class FetchError(ReportedlyError):
    """An address could not be fetched or may not be."""


class StoreError(ReportedlyError):
    """The store cannot do what was asked."""


class StoreLockedError(StoreError):
    """Another process holds the story."""

    def __init__(self, message: str, holder: str) -> None:
        super().__init__(message)
        self.holder = holder


class StoreFullError(StoreError):
    """The disk is full; what was stored before is whole."""


class UnknownItemError(StoreError):
    """No item has this id."""


class VerificationError(ReportedlyError):
    """A stored span or hash does not match."""


class ModelError(ReportedlyError):
    """Weights are missing or their digest is wrong."""


class RegistryError(ReportedlyError):
    """No component of this name."""
