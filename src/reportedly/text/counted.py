"""A number with its noun."""

from __future__ import annotations


def counted(number: int, noun: str) -> str:
    """`1 report`, `2 reports`; for nouns that take an s."""
    return f"{number} {noun}{'' if number == 1 else 's'}"
