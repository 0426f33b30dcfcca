"""Which words two or more texts do not share."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

_TOKEN = re.compile(r"\s+|\w+(?:[.,:'’]\w+)*|[^\w\s]")


@dataclass(frozen=True, slots=True)
class Piece:
    """A run of words of one text."""

    text: str
    differs: bool
    """True where the words are not in every other text."""


def unshared(texts: Sequence[str]) -> tuple[tuple[Piece, ...], ...]:
    """Each text cut into runs; a run differs when its words are missing from at least one other text.

    Word order, case and punctuation do not count. The pieces of a text, joined, give it back. A single text
    differs nowhere.
    """
    rows = [_TOKEN.findall(text) for text in texts]
    shared = set.intersection(*({token.casefold() for token in row} for row in rows)) if rows else set()
    return tuple(_pieces([(token, any(map(str.isalnum, token)) and token.casefold() not in shared) for token in row])
                 for row in rows)


def _pieces(tokens: Sequence[tuple[str, bool]]) -> tuple[Piece, ...]:
    """Join neighbours of one kind; white space between two differing words differs with them."""
    kinds = [differs for _, differs in tokens]
    for number in range(1, len(tokens) - 1):
        if tokens[number][0].isspace():
            kinds[number] = kinds[number - 1] and kinds[number + 1]
    out: list[Piece] = []
    for (text, _), differs in zip(tokens, kinds, strict=True):
        if out and out[-1].differs == differs:
            out[-1] = Piece(out[-1].text + text, differs)
        else:
            out.append(Piece(text, differs))
    return tuple(out)
