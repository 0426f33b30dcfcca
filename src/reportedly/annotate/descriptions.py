"""Nouns that say beside a name, or of it, what it is: `Jane Roe, a retired pilot,`; `his son, Paul Roe`; `she is a pilot`."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from reportedly.annotate.mention_context import Scene
from reportedly.annotate.name_merging import Cluster
from reportedly.annotate.parse import Block
from reportedly.annotate.roles import describes
from reportedly.records.annotation import EntityKind

if TYPE_CHECKING:
    from spacy.tokens import Token

_NOTHING = frozenset("""bit lot moment form kind sort part number matter thing result reason way time case example sign
one fan""".split())
"""Nouns that describe nobody, though they stand beside names."""
_BEING = frozenset({"be", "become"})
_SOMEBODY = frozenset({EntityKind.PERSON, EntityKind.ORGANIZATION, EntityKind.PLACE})


def link_descriptions(scene: Scene) -> Iterator[tuple[int, int, Cluster]]:
    """(start, end, cluster) of each noun that describes an entity mentioned beside it. Run again when pronouns have
    their names, it finds what is said of these."""
    for block, token in list(scene.tokens()):
        number = _described(scene, block, token)
        if number is not None:
            yield scene.link(number, block, _phrase_start(token), token)


def _described(scene: Scene, block: Block, token: Token) -> int | None:
    """Index of the entity that this noun describes."""
    if token.pos_ not in ("NOUN", "PROPN") or token.tag_ in ("NNS", "NNPS") or scene.is_taken(block, token) \
            or token.lower_ in _NOTHING:
        return None
    for name, fits in _candidates(token):
        number = scene.named_at(block, name)
        if number is not None and _is_fit(scene.clusters[number], token, fits):
            return number
    return None


def _candidates(token: Token) -> Iterator[tuple[Token, bool]]:
    """What the noun may describe, each with whether the place alone shows that it does."""
    if token.dep_ == "appos" and token.head.i < token.i:
        yield token.head, _has(token, "a", "an")
    for child in token.children:
        if child.dep_ == "appos" and child.i > token.i:
            yield child, False
    if token.dep_ == "attr" and token.head.lemma_ in _BEING and not _is_unsaid(token.head):
        for child in token.head.children:
            if child.dep_ == "nsubj" and child.i < token.i:
                yield child, _has(token, "a", "an", "the")


def _is_fit(cluster: Cluster, token: Token, by_place: bool) -> bool:
    if by_place and cluster.kind in _SOMEBODY:
        return True
    return describes(cluster.kind, token) and (token.dep_ == "appos" or any(
        child.dep_ in ("det", "poss") for child in token.lefts))


def _is_unsaid(verb: Token) -> bool:
    """What somebody is not, was once said to be, or may be."""
    return verb.dep_ in ("advcl", "relcl") or any(
        child.dep_ == "neg" or (child.dep_ == "aux" and child.tag_ == "MD") for child in verb.children)


def _has(token: Token, *articles: str) -> bool:
    return any(child.dep_ == "det" and child.lower_ in articles for child in token.lefts)


def _phrase_start(token: Token) -> Token:
    """The first word of the noun phrase."""
    return token.doc[token.left_edge.i] if token.left_edge.i >= token.sent.start else token
