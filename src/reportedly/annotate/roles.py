"""What a report says a person or organisation is: titles in lower case before the name, appositions after it."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from reportedly.annotate.name_merging import Cluster
from reportedly.annotate.names import Name
from reportedly.annotate.parse import Parse
from reportedly.records.annotation import EntityKind

if TYPE_CHECKING:
    from spacy.tokens import Token

_LONGEST_ROLE = 12
"""Words of an apposition that are still a role and not a story."""
_TOUCHING = frozenset({"compound", "nmod", "amod", "nsubj", "dobj", "pobj", "poss"})
"""How the parser hangs a title in lower case on the name after it."""
_ENDS = frozenset({",", ";", ":", ".", "(", ")", "—", "–", "--", '"', "“", "”"})


def add_roles(parse: Parse, clusters: Iterable[Cluster]) -> None:
    """Add to each cluster the descriptions that stand beside its names."""
    for cluster in clusters:
        if cluster.kind in (EntityKind.PERSON, EntityKind.ORGANIZATION):
            for name in cluster.names:
                cluster.roles.extend(roles_beside(name))


def roles_beside(name: Name) -> list[str]:
    """`defence minister` before the name and `leader of the Harbour Party` after it."""
    doc = name.block.doc
    out = []
    before = _lower_case_title(doc[name.first_token])
    if before:
        out.append(doc[before[0]:before[-1] + 1].text)
    root = doc[name.first_token:name.last_token + 1].root
    out += [_phrase(child) for child in root.children
            if child.dep_ == "appos" and child.i > name.last_token and child.pos_ == "NOUN"]
    if root.dep_ == "appos" and root.head.pos_ == "NOUN" and root.head.i < root.i:
        out.append(_phrase(root.head))
    if root.dep_ == "nsubj" and root.head.lemma_ == "be":
        out += [_phrase(child) for child in root.head.children
                if child.dep_ == "attr" and child.pos_ == "NOUN" and child.i > root.head.i]
    return [role for role in out if role]


def _lower_case_title(token: Token) -> list[int]:
    """Indices of the noun phrase in lower case that touches the name on its left, without its article."""
    doc, at = token.doc, token.i - 1
    out: list[int] = []
    if at < 0 or doc[at].dep_ not in _TOUCHING or doc[at].head.i < token.i:
        return []
    while at >= token.sent.start and doc[at].text.islower() and doc[at].text.isalpha() \
            and doc[at].pos_ in ("NOUN", "ADJ"):
        out.insert(0, at)
        at -= 1
    if not out or doc[out[-1]].pos_ != "NOUN" or doc[out[-1]].tag_ == "NNS":
        return []
    return out


def _phrase(noun: Token) -> str:
    """The noun with what belongs to it up to the next mark, without its article; `` when it is too long."""
    left = min((child.i for child in noun.lefts if child.dep_ in ("amod", "compound", "nmod", "nummod")),
               default=noun.i)
    subtree = {token.i for token in noun.subtree}
    end = noun.i + 1
    while end < len(noun.doc) and end in subtree and noun.doc[end].text not in _ENDS \
            and noun.doc[end].tag_ not in ("WDT", "WP", "WRB", "WP$") and noun.doc[end].dep_ != "relcl":
        end += 1
    words = noun.doc[left:end]
    return words.text if len(words) <= _LONGEST_ROLE else ""
