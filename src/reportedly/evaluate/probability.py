"""The probability-words bench: the number people hear in a word, from the table that dossiers print."""

from __future__ import annotations

from reportedly.text.hedges import hedge_ranges


def table() -> dict[str, list[int]]:
    """`[low, point, high]` in percent for every surveyed word; words that no survey asked for are absent."""
    surveyed = {
        word: entry for word, entries in hedge_ranges().items() for entry in entries if entry.table == "surveys"
    }
    return {
        word: [low, point, high]
        for word, entry in sorted(surveyed.items())
        if (low := entry.low) is not None and (point := entry.point) is not None and (high := entry.high) is not None
    }
