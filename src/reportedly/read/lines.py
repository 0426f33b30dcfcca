"""Lines of a text with their places in it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

_LINE = re.compile(r"[^\n\r\v\f\u2028\u2029]+")
_INVISIBLE = ("".join(chr(code) for code in range(0x3001) if chr(code).isspace())
              + "\x00\u200b\u200c\u200d\u200e\u200f\u2060\ufeff\xad")
"""Every blank of Unicode, and marks without width."""
_WORD = re.compile(r"[^\W_][\w’'.-]*")
_END_MARK = re.compile(r"[.!?;。！？](?:\s?[\"”’'»)\]])*$")
_ELLIPSIS = re.compile(r"(?:…|\.\.\.)[\"”’')\]]*$")


@dataclass(frozen=True, slots=True)
class Line:
    """One line without the blanks around it: `text` is the frozen text from `start` to `end`."""

    start: int
    end: int
    text: str
    after_blank: bool = False
    """True when an empty line, or the beginning of the text, stands before it."""

    @property
    def words(self) -> int:
        """How many words it has."""
        return sum(1 for _ in _WORD.finditer(self.text))

    @property
    def ends(self) -> bool:
        """True when it closes with the mark of a finished sentence; an ellipsis does not finish one."""
        return bool(_END_MARK.search(self.text)) and not _ELLIPSIS.search(self.text)

    @property
    def trails_off(self) -> bool:
        """True when it closes with an ellipsis."""
        return bool(_ELLIPSIS.search(self.text))


def lines_of(text: str) -> list[Line]:
    """Every line that shows something, in order."""
    return list(_lines(text))


def _lines(text: str) -> Iterator[Line]:
    last_end, blank = 0, True
    for match in _LINE.finditer(text):
        blank = blank or _breaks(text[last_end:match.start()]) > 1
        last_end = match.end()
        piece = trimmed(text, match.start(), match.end())
        if piece is None:
            blank = True
            continue
        yield Line(*piece, text[piece[0]:piece[1]], blank)
        blank = False


def _breaks(gap: str) -> int:
    return gap.replace("\r\n", "\n").count("\n") + gap.replace("\r\n", "").count("\r")


def trimmed(text: str, start: int, end: int) -> tuple[int, int] | None:
    """The stretch without invisible characters at its ends; None when nothing visible is left."""
    piece = text[start:end]
    left = len(piece) - len(piece.lstrip(_INVISIBLE))
    if left == len(piece):
        return None
    return start + left, start + len(piece.rstrip(_INVISIBLE))
