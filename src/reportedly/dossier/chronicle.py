"""The chronicle of a stored story: its days by weight, each told by sentences of its reports."""

from __future__ import annotations

from reportedly.link.accounts import chronicle_of
from reportedly.link.chronicle import ChronicleDay
from reportedly.link.copies import fold_origins
from reportedly.records.linked import StoryState


def chronicle(
    state: StoryState, *, count: int | None, first: str | None, last: str | None, sentences: int
) -> tuple[ChronicleDay, ...]:
    """The days that matter most, in order of time. It needs origins alone, not the composed dossier, so it stays quick
    where a story has thousands of reports."""
    origins = fold_origins(state.reports, [pair for pair in state.pairs if pair.kind == "copy"])
    told = chronicle_of(state.reports, origins)
    days = told.days(count=count, first=first or "", last=last or "9999-12-31", sentences=sentences)
    return tuple(sorted(days, key=lambda day: day.day))
