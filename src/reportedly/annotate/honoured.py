"""People whom a text knows by address and office alone: `Madam Speaker`, `Mr. President`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reportedly.annotate.mention_context import Scene
from reportedly.annotate.name_merging import Cluster
from reportedly.annotate.name_words import TITLE_GENDER, TITLE_NOUNS
from reportedly.annotate.names import Name, name_of_tokens
from reportedly.annotate.parse import Block
from reportedly.records.annotation import EntityKind
from reportedly.text.normalise import fold

if TYPE_CHECKING:
    from spacy.tokens import Token

_ADDRESSES = frozenset("mr mrs madam mme madame ms miss".split())


def introduce_honoured(scene: Scene) -> None:
    """Takes each of them in as an entity, one for one form of address; nothing is linked to anybody else by it."""
    found: dict[str, Cluster] = {}
    for block, token in scene.tokens("NOUN", "PROPN"):
        name = _address(scene, block, token)
        if name is not None:
            person = found.setdefault(fold(name.text).replace(".", ""), Cluster(EntityKind.PERSON))
            person.add(name)
            person.gender = TITLE_GENDER.get(fold(token.text).rstrip("."))
    for person in found.values():
        scene.introduce(person)


def _address(scene: Scene, block: Block, token: Token) -> Name | None:
    """The address that begins here, where nobody's name follows."""
    doc, at = block.doc, token.i + 1
    if fold(token.text).rstrip(".") not in _ADDRESSES or scene.is_taken(block, token):
        return None
    while at < len(doc) and doc[at].text == ".":
        at += 1
    last = at
    while last < len(doc) and doc[last].text.istitle() and fold(doc[last].text) in TITLE_NOUNS:
        last += 1
    if last == at or scene.is_taken(block, doc[at]) or (last < len(doc) and scene.is_taken(block, doc[last])):
        return None
    return name_of_tokens(block, token.i, last - 1, EntityKind.PERSON)
