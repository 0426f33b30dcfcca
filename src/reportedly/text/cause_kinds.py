"""Two kinds of causes that exclude each other: somebody meant it, or something went wrong."""

from __future__ import annotations

from collections.abc import Iterable

_MEANT = ("sabot", "tamper", "hack", "intrud", "arson", "terror", "deliberate", "intention", "plot", "conspir",
          "foul play", "break-in", "vandal", "murder", "attack", "bomb", "orchestrat", "stage", "purpose", "crimin")
_WENT_WRONG = ("error", "mistake", "fault", "malfunction", "failure", "defect", "accident", "glitch", "bug",
               "misread", "overload", "fatigue", "neglig", "neglect")


def cause_kind(terms: Iterable[str]) -> str:
    """`meant`, `went wrong`, or `` where the terms speak of neither or of both."""
    held = tuple(terms)
    meant = any(term.startswith(_MEANT) for term in held)
    wrong = any(term.startswith(_WENT_WRONG) for term in held)
    return "meant" if meant and not wrong else "went wrong" if wrong and not meant else ""
