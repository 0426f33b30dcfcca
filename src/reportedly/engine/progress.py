"""What a build tells its caller while it works."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Progress:
    """One step of a build."""

    stage: str
    """`receive` (bytes kept), `read` (read, annotated, linked and written) or `renew` (annotated anew)."""
    done: int
    total: int | None
    """None while it is not known how many there will be."""
    name: str
    """The report just done."""


ProgressListener = Callable[[Progress], None]


def silent(progress: Progress) -> None:
    """Tells nobody."""
