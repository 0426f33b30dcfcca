"""Whom a speaker means by `we`: the body that he or she founded, owns, speaks or plays for; or the two of a pair."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import takewhile
from typing import TYPE_CHECKING

from reportedly.annotate.mention_context import Scene
from reportedly.annotate.name_merging import Cluster
from reportedly.annotate.names import Name, name_of_tokens
from reportedly.annotate.parse import Block
from reportedly.records.annotation import EntityKind
from reportedly.text.normalise import fold

if TYPE_CHECKING:
    from spacy.tokens import Token

_SPEAKING_FOR = frozenset("""founder co-founder cofounder owner co-owner spokesperson spokesman spokeswoman coach
captain member ceo""".split())
"""Roles whose holder says `we` for the body."""
_OF = frozenset("of for at".split())
_PLAYING = frozenset("coach captain".split())
"""Roles for which a country's name stands for its team."""
_ASSEMBLIES = frozenset("parliament congress senate house assembly council committee party board court cabinet".split())
"""Bodies whose single members do not speak for them."""


def body_of(scene: Scene, person: int) -> int | None:
    """Index of the one body for which this person speaks by the role that stands beside the name; None if none does."""
    found = {number for name in scene.clusters[person].names for role in _roles(name)
             for number in _bodies(scene, name, role) if number != person}
    return found.pop() if len(found) == 1 else None


def _roles(name: Name) -> Iterator[Token]:
    """The nouns beside the name that give such a role."""
    doc = name.block.doc
    root = doc[name.first_token:name.last_token + 1].root
    near = [doc[name.first_token - 1]] if name.first_token else []
    near += takewhile(lambda token: token.idx + name.block.zone.start >= name.title_start,
                      (doc[at] for at in range(name.first_token - 1, -1, -1)))
    near += [child for child in root.children if child.dep_ == "appos"]
    near += [root.head] if root.dep_ == "appos" else []
    if root.dep_ == "nsubj" and root.head.lemma_ == "be":
        near += [child for child in root.head.children if child.dep_ == "attr"]
    seen = set()
    for token in near:
        if token.lower_ in _SPEAKING_FOR and token.i not in seen:
            seen.add(token.i)
            yield token


def _bodies(scene: Scene, name: Name, role: Token) -> Iterator[int]:
    """`founder of Gannet`, `Gannet founder`, `Gannet's founder`, `spokesman for Gannet`."""
    holders = [grand for child in role.children if child.dep_ == "prep" and child.lower_ in _OF
               for grand in child.children if grand.dep_ == "pobj"]
    holders += [token for token in role.doc[max(0, role.i - 2):role.i] if token.text not in ("'s", "’s")][-1:]
    holders += [known for token in holders if (known := _known_as(token)) is not None]
    for token in holders:
        number = scene.named_at(name.block, token)
        if number is not None and _can_be_spoken_for(scene.clusters[number], role.lower_):
            yield number


def _known_as(noun: Token) -> Token | None:
    """`Gulls` in `the team, known as the Gulls`."""
    return next((name for verb in noun.children if verb.dep_ == "acl" and verb.lower_ == "known"
                 for word in verb.children if word.lower_ == "as"
                 for name in word.children if name.dep_ == "pobj"), None)


def _can_be_spoken_for(body: Cluster, role: str) -> bool:
    if body.kind is EntityKind.PERSON or (body.kind is EntityKind.PLACE and role not in _PLAYING):
        return False
    return role != "member" or not any(_ASSEMBLIES & set(fold(form).split()) for form in body.forms)


def pair_of(scene: Scene) -> Cluster | None:
    """The speaker and the one person beside, from `Jane and I`: a group with that phrase for a name; None without."""
    names = [name for block, token in scene.tokens("PRON") if token.lower_ == "i"
             and (name := _joined(scene, block, token)) is not None]
    forms = {name.text for name in names}
    if len(forms) != 1:
        return None
    pair = Cluster(EntityKind.GROUP)
    for name in names:
        pair.add(name)
    return pair


def _joined(scene: Scene, block: Block, token: Token) -> Name | None:
    """`Jane and I`."""
    if token.i < 2 or token.nbor(-1).lower_ != "and":
        return None
    number = scene.named_at(block, token.nbor(-2))
    if number is None or scene.clusters[number].kind is not EntityKind.PERSON:
        return None
    first = token.i - 2
    while first and scene.named_at(block, token.doc[first - 1]) == number:
        first -= 1
    return name_of_tokens(block, first, token.i, EntityKind.GROUP)
