"""Comparable terms of a stretch of text: folded lemmas of its content words, and its numbers."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import TYPE_CHECKING

from reportedly.text.normalise import fold

if TYPE_CHECKING:
    from spacy.tokens import Token

CONTENT = frozenset({"NOUN", "PROPN", "VERB", "ADJ", "NUM", "ADV"})
EMPTY_LEMMAS = frozenset("""be have do say tell make get go take give come see know also just more most very much
many new last first other such there here then now when where how why would could should may might will can must
one""".split())
_NUMBER = re.compile(r"^\d[\d,.]*$")


def terms_of(tokens: Iterable[Token]) -> tuple[str, ...]:
    """Folded lemmas of content words without the emptiest ones, and numbers without separators; sorted, unique."""
    return tuple(sorted({term for token in tokens if (term := term_of(token))}))


def term_of(token: Token) -> str | None:
    """The folded lemma of a content word or a plain number; None for words that carry no content."""
    if token.pos_ not in CONTENT or token.is_punct:
        return None
    if _NUMBER.match(token.text):
        return token.text.replace(",", "").rstrip(".")
    if token.is_stop and token.pos_ != "PROPN" and token.pos_ != "NUM":
        return None
    lemma = fold(token.lemma_).removesuffix("'s")
    return lemma if len(lemma) > 1 and lemma not in EMPTY_LEMMAS and any(map(str.isalnum, lemma)) else None
