"""Prints theories against each other: a row for each theory, a column for each item."""

from __future__ import annotations

import sys
from collections.abc import Iterator, Mapping

import msgspec

from reportedly.dossier.records import Dossier
from reportedly.records.weighed import LeftOut, Matrix
from reportedly.show.cli.printing import clean, width, write

MOST_COLUMNS = 9
"""Items shown in columns at once: the ones that separate the theories best."""
LONGEST = 110


def print_matrix(dossier: Dossier, *, as_json: bool) -> None:
    """The matrix, what its letters stand for, and what would make theories change places."""
    found = dossier.competing
    if as_json:
        encoded = msgspec.json.encode(found, order="deterministic")
        sys.stdout.write(msgspec.json.format(encoded, indent=2).decode() + "\n")
    elif found is None:
        write("fewer than two theories compete")
    else:
        for line in _lines(found, {theory.id: theory.text for theory in dossier.theories}):
            write(line)
        foretold = {item.id: item.text for item in dossier.forecasts}
        for theory, forecast in found.forecasts:
            write(f"Who holds {found.theories.index(theory) + 1} predicts: {_cut(foretold[forecast], LONGEST)}")


def _lines(found: Matrix, text_of: Mapping[str, str]) -> Iterator[str]:
    shown = min(MOST_COLUMNS, len(found.items))
    letters = [chr(ord("a") + number) for number in range(shown)]
    yield "     against  " + " ".join(f"{letter:>2}" for letter in letters) + "  theory"
    room = max(24, width() - 16 - 3 * shown)
    rows = zip(found.theories, found.cells, found.inconsistency, strict=True)
    for number, (theory, row, against) in enumerate(rows, 1):
        cells = " ".join(f"{cell.rating if cell.rating != 'N' else '·':>2}" for cell in row[:shown])
        yield f"{number:>3}  {against:>7.2f}  {cells}  {_cut(text_of[theory], room)}"
    yield ""
    for letter, item in zip(letters, found.items, strict=False):
        yield f"  {letter}  {_cut(item.text, width() - 8 - len(item.outlet))}  [{clean(item.outlet)}]"
    if len(found.items) > shown:
        yield f"  and {len(found.items) - shown} more items; --json has all"
    yield "\nII, I: against; C, CC: for; ·: neither. Against: I counts 1, II 2, by the outlet's grade; it is no chance."
    place: dict[str, int] = {theory: number for number, theory in enumerate(found.theories, 1)}
    yield from (_left_out(one, place) for one in found.left_out)
    if not found.left_out:
        yield "No source, origin or item alone makes two theories change places."
    for question in found.questions:
        yield f"Asked: {_cut(question.exact, LONGEST)}"


def _left_out(one: LeftOut, place: Mapping[str, int]) -> str:
    swaps = " and ".join(f"{place[a]} and {place[b]} change places" for a, b in one.swapped[:3])
    return f"Without the {one.kind} {_cut(one.name, 60)!r}, {swaps}."


def _cut(words: str, most: int) -> str:
    flat = " ".join(clean(words).split())
    return flat if len(flat) <= most else flat[:max(8, most - 1)].rstrip() + "…"
