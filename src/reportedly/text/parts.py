"""Which terms of a passage belong to one part of it."""

from __future__ import annotations

import re
from collections.abc import Iterable

from reportedly.text.normalise import fold

_LONGEST_ENDING = 3
"""Letters by which a word may be longer than its lemma and still be told from its first letters: `declar-ing`."""


def terms_within(terms: Iterable[str], words: str) -> frozenset[str]:
    """The folded lemmas among `terms` that a stretch of the passage holds, told by their first letters.

    For comparing only: an irregular form ("fought" for `fight`) is missed.
    """
    forms = re.findall(r"\w[\w'-]*", fold(words).replace(",", ""))
    pieces = {piece for form in forms for piece in (form, *form.split("-"))}
    return frozenset(term for term in terms if any(_is_form_of(piece, term) for piece in pieces))


def _is_form_of(word: str, term: str) -> bool:
    stem = term[:-1] if len(term) > 4 and term[-1] in "ey" else term
    return word == term or (len(stem) > 2 and word.startswith(stem) and len(word) - len(stem) <= _LONGEST_ENDING)
