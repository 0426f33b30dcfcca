"""Which terms of a passage belong to one part of it."""

from __future__ import annotations

import re
from collections.abc import Iterable

from reportedly.records.annotation import EntityKind, LocalEntity
from reportedly.records.span import SourceSpan
from reportedly.text.normalise import fold

_ACTORS = frozenset({EntityKind.PERSON, EntityKind.ORGANIZATION})
_LONGEST_ENDING = 3
"""Letters by which a word may be longer than its lemma and still be told from its first letters: `declar-ing`."""


def terms_within(terms: Iterable[str], words: str) -> frozenset[str]:
    """The folded lemmas among `terms` that a stretch of the passage holds, told by their first letters.

    For comparing only: an irregular form ("fought" for `fight`) is missed.
    """
    forms = re.findall(r"\w[\w'-]*", fold(words).replace(",", ""))
    pieces = {piece for form in forms for piece in (form, *form.split("-"))}
    return frozenset(term for term in terms if any(_is_form_of(piece, term) for piece in pieces))


def terms_with_names(terms: Iterable[str], part: SourceSpan, entities: Iterable[LocalEntity]) -> frozenset[str]:
    """`terms_within` a part, each person or organisation named there as one term.

    A group called Free Tide has nothing to do with a tide table. A person is told by the last word of the name.
    """
    beside, names = part.exact, set()
    for entity in entities:
        spans = [span for span in entity.mentions if part.covers(span)]
        words = fold(entity.name).split()
        if spans and words and entity.kind in _ACTORS:
            names.add(words[-1] if entity.kind is EntityKind.PERSON else " ".join(words))
            for start, end in ((span.start - part.start, span.end - part.start) for span in spans):
                beside = beside[:start] + " " * (end - start) + beside[end:]
    return terms_within(terms, beside) | names


def _is_form_of(word: str, term: str) -> bool:
    stem = term[:-1] if len(term) > 4 and term[-1] in "ey" else term
    return word == term or (len(stem) > 2 and word.startswith(stem) and len(word) - len(stem) <= _LONGEST_ENDING)
