"""Folding: one spelling for what readers take as the same word."""

from __future__ import annotations

import unicodedata

_APOSTROPHES = str.maketrans({"’": "'", "‘": "'", "ʼ": "'", "`": "'", "´": "'", "ł": "l", "Ł": "L", "ø": "o", "Ø": "O",
                              "\u00a0": " ", "\u202f": " ", "\u00ad": None, "\u200b": None, "\ufeff": None})


def fold(words: str) -> str:
    """Lower case, without accents or soft hyphens, straight apostrophes, single spaces, trimmed.

    For comparing only: its offsets are not those of the text.
    """
    if words.isascii():  # most English words: nothing to take apart
        return " ".join(words.replace("`", "'").split()).lower()
    plain = words.translate(_APOSTROPHES)
    if plain.isascii():
        return " ".join(plain.split()).lower()
    plain = unicodedata.normalize("NFKD", plain)
    kept = "".join(char for char in plain if not unicodedata.combining(char))
    return " ".join(kept.split()).casefold()


def squeeze(words: str) -> str:
    """The words with every run of whitespace as one space, trimmed: for showing, never for offsets."""
    return " ".join(words.split())
