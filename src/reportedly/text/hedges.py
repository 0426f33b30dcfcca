"""Words of probability and the ranges that standards and readers give them.

The table `hedges.tsv` is made by `bench/build_hedges.py`. Standards (ICD-203, PHIA) give ranges; surveys of readers
give a median and the range of the middle eight of ten answers. A word that no table knows ("expected") has no range.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

_APOSTROPHE = str.maketrans({"’": "'", "‘": "'"})


TABLES = ("ICD-203", "PHIA", "Kent", "surveys")
"""US Intelligence Community Directive 203 (2015); the UK's probability yardstick; Kent 1964; two surveys of readers."""


@dataclass(frozen=True, slots=True, kw_only=True)
class HedgeRange:
    """What one table says of one word, in percent."""

    word: str
    table: str
    """One of `TABLES`, or `none` for a word without an agreed range."""
    low: int | None
    point: int | None
    """The number most readers hear, or Kent gives; None where a standard gives a range only."""
    high: int | None


@cache
def hedge_ranges() -> dict[str, tuple[HedgeRange, ...]]:
    """Every known word with its ranges, the one to print first: in the order of `TABLES`."""
    lines = files("reportedly.text").joinpath("hedges.tsv").read_text(encoding="utf-8").splitlines()[1:]
    found: dict[str, tuple[HedgeRange, ...]] = {}
    for line in lines:
        word, table, *numbers = line.split("\t")
        low, point, high = (int(number) if number else None for number in numbers)
        entry = HedgeRange(word=word, table=table, low=low, point=point, high=high)
        found[word] = (*found.get(word, ()), entry)
    return found


def hedge_range(word: str, table: str | None = None) -> HedgeRange | None:
    """The range to print for a word of probability; None for a word that is not a hedge.

    `table`: one of `TABLES` that comes first; the others follow where it does not know the word.
    """
    ranges = hedge_ranges().get(" ".join(word.translate(_APOSTROPHE).casefold().split())) or ()
    return next((entry for entry in ranges if entry.table == table), ranges[0] if ranges else None)


def find_hedges(text: str) -> list[tuple[int, int, HedgeRange]]:
    """Start, end and range of every word of probability in a text, longest phrase first where two overlap.

    Offsets are code points of `text`. A capital `May` is a month.
    """
    ranges = hedge_ranges()
    return [
        (match.start(), match.end(), ranges[key][0])
        for match in _pattern().finditer(text)
        if match.group() != "May"
        and (key := " ".join(match.group().translate(_APOSTROPHE).casefold().split())) in ranges
    ]


@cache
def _pattern() -> re.Pattern[str]:
    longest_first = sorted(hedge_ranges(), key=lambda word: (-len(word), word))
    forms = (re.escape(word).replace(r"\ ", r"\s+").replace("'", "['’‘]") for word in longest_first)
    return re.compile(rf"(?<!\w)(?:{'|'.join(forms)})(?!\w)", re.IGNORECASE)
