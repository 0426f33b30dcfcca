"""Mentions of people that name nobody and repeat no name: bare plurals that open a sentence, `Pilots refused to fly`.

They belong to no entity of a dossier. They are found so that a reader of the mentions knows that somebody is meant.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from reportedly.annotate.describing_words import is_person_noun
from reportedly.annotate.mention_context import Scene
from reportedly.annotate.name_words import TITLE_NOUNS
from reportedly.text.normalise import fold

if TYPE_CHECKING:
    from spacy.tokens import Token

_PEOPLE = frozenset("people police men women parents children officials families fans".split())


def open_mentions(scene: Scene) -> Iterator[tuple[int, int]]:
    """(start, end) of each, in reading order; what is linked to an entity already is left out."""
    for block, token in scene.tokens("NOUN"):
        if _is_bare_plural(token) and not scene.is_taken(block, token):
            start = block.zone.start + token.idx
            yield start, start + len(token.text)


def _is_bare_plural(token: Token) -> bool:
    """Several of a kind, unnamed, subject of the sentence they open."""
    if not (token.is_sent_start and token.text.istitle() and token.dep_ in ("nsubj", "nsubjpass")):
        return False
    lemma = fold(token.lemma_)
    return token.tag_ == "NNS" and not any(True for _ in token.children) and (
        is_person_noun(lemma) or lemma in TITLE_NOUNS or token.lower_ in _PEOPLE)
