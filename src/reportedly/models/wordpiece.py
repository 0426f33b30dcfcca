"""Words -> WordPiece ids (Devlin et al. 2019), for models trained on uncased BERT vocabularies.

Words come in one by one, as the models' features do, so every piece is known to belong to one word; repeated words,
which are most of a news text, are looked up. The vocabulary is a file with one piece a line.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Mapping

UNKNOWN = "[UNK]"
BEGIN = "[CLS]"
END = "[SEP]"
LONGEST_WORD = 100
"""Characters; a longer word counts as unknown, as in BERT."""
MOST_PIECES = 8
"""Pieces of one word; the rest of a long one is dropped."""
_MOST_KEPT = 200_000
"""Words whose pieces are remembered: about 40 MB."""


class WordPieces:
    """The pieces of words under one vocabulary."""

    def __init__(self, vocabulary: Mapping[str, int]) -> None:
        self._vocabulary = vocabulary
        self._known: dict[str, tuple[int, ...]] = {}
        self.begin, self.end, self.unknown = (vocabulary[name] for name in (BEGIN, END, UNKNOWN))

    @classmethod
    def from_lines(cls, lines: Iterable[str]) -> WordPieces:
        """From a vocabulary file: the number of a line is the id of its piece."""
        return cls({line.rstrip("\n"): number for number, line in enumerate(lines)})

    def of(self, word: str) -> tuple[int, ...]:
        """Ids of the word's pieces: at least one, at most `MOST_PIECES`."""
        found = self._known.get(word)
        if found is None:
            if len(self._known) >= _MOST_KEPT:
                self._known.clear()
            found = self._known[word] = self._split(folded(word))[:MOST_PIECES] or (self.unknown,)
        return found

    def _split(self, word: str) -> tuple[int, ...]:
        """Greedy, longest piece first; the unknown id where the letters run out of pieces."""
        if len(word) > LONGEST_WORD:
            return (self.unknown,)
        ids: list[int] = []
        start = 0
        while start < len(word):
            for end in range(len(word), start, -1):
                piece = self._vocabulary.get(("##" if start else "") + word[start:end])
                if piece is not None:
                    break
            else:
                return (self.unknown,)
            ids.append(piece)
            start = end
        return tuple(ids)


def folded(word: str) -> str:
    """Lower case, without accents and control characters: what uncased BERT reads."""
    if word.isascii():
        return word.lower()
    plain = unicodedata.normalize("NFD", word.lower())
    return "".join(char for char in plain if unicodedata.category(char) not in ("Mn", "Cc", "Cf"))
