"""What a report says a person or organisation is: titles in lower case before the name, appositions after it."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from reportedly.annotate.describing_words import ORGANISATION_NOUNS, is_person_noun
from reportedly.annotate.name_merging import Cluster
from reportedly.annotate.name_words import DEMONYMS
from reportedly.annotate.names import Name
from reportedly.annotate.parse import Parse
from reportedly.records.annotation import EntityKind
from reportedly.text.normalise import fold
from reportedly.text.organisation_names import ORG_HEADS

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

_LONGEST_ROLE = 12
"""Words of an apposition that are still a role and not a story."""
_TOUCHING = frozenset({"compound", "nmod", "amod", "nsubj", "nsubjpass", "dobj", "pobj", "poss", "conj", "attr", "dep"})
"""How the parser hangs a title in lower case on the name after it."""
_ENDS = frozenset({",", ";", ":", ".", "(", ")", "—", "–", "--", "-", '"', "“", "”", "?", "!"})
_OWN_TAGS = frozenset({"WDT", "WP", "WRB", "WP$", "VBD", "VBZ", "VBP", "MD", "VBG"})
"""Tags of words that begin a clause, with which a role ends."""
_RELATIVE = frozenset({"that", "who", "which", "to", "from", "with", "as", "over", "after", "during", "on", "since"})


def add_roles(parse: Parse, clusters: Iterable[Cluster]) -> None:
    """Add to each cluster the descriptions that stand beside its names."""
    for cluster in clusters:
        if cluster.kind in (EntityKind.PERSON, EntityKind.ORGANIZATION):
            for name in cluster.names:
                cluster.roles.extend(roles_beside(name, cluster.kind))


def roles_beside(name: Name, kind: EntityKind) -> list[str]:
    """`defence minister` before the name and `leader of the Harbour Party` after it, fit for the kind."""
    doc = name.block.doc
    found = [_lower_case_title(doc[name.first_token])]
    root = doc[name.first_token:name.last_token + 1].root
    found += [child for child in root.children if child.dep_ == "appos" and child.i > name.last_token]
    if root.dep_ == "appos" and root.head.i < name.first_token and _touches(doc, root.head.i, name.first_token):
        found.append(root.head)
    if root.dep_ == "nsubj" and root.head.lemma_ == "be":
        found += [child for child in root.head.children
                  if child.dep_ == "attr" and child.i > root.head.i and _has_article(child)]
    roles = [_phrase(noun, name) for noun in found
             if noun is not None and noun.pos_ == "NOUN" and noun.tag_ != "NNS" and describes(kind, noun)]
    return [role for role in roles if role]


def describes(kind: EntityKind, noun: Token) -> bool:
    """The noun says what something of this kind is: `neighbour` a person, `insurer` an organisation."""
    words = {fold(noun.lemma_), fold(noun.text), fold(noun.text).rpartition("-")[2]}
    if kind is EntityKind.PERSON:
        return any(is_person_noun(word) for word in words)
    return bool(words & (ORGANISATION_NOUNS | ORG_HEADS))


def _touches(doc: Doc, noun: int, first: int) -> bool:
    """Nothing but a comma stands between the noun's phrase and the name."""
    return all(token.is_punct or token.dep_ in ("det", "amod", "compound", "prep", "pobj")
               for token in doc[noun + 1:first])


def _has_article(noun: Token) -> bool:
    """`is a farmer`, `was the mayor`: says what somebody is, where `is man enough` does not."""
    return any(child.dep_ in ("det", "poss") for child in noun.lefts)


def _lower_case_title(token: Token) -> Token | None:
    """The noun in lower case that touches the name on its left: `harbour master` before `Jane Roe`."""
    if token.i == 0 or token.nbor(-1).pos_ != "NOUN" or not token.nbor(-1).text.islower() or token.is_sent_start:
        return None
    noun = token.nbor(-1)
    hangs = noun.dep_ in _TOUCHING and noun.head.i >= token.i
    beneath = token.head.i == noun.i or token.head.head.i == noun.i
    return noun if hangs or beneath else None


def _phrase(noun: Token, name: Name) -> str:
    """The noun with what belongs to it, without article, clause or the name itself; `` when it is too long."""
    doc, left = noun.doc, noun.i
    while left > noun.sent.start and _qualifies(doc[left - 1]) and not name.first_token <= left - 1 <= name.last_token:
        left -= 1
    while doc[left].text in ("-", "'s", "’s"):
        left += 1
    subtree = {token.i for token in noun.subtree}
    end = noun.i + 1
    while end < len(doc) and end in subtree and end != name.first_token and not _ends(doc[end], noun):
        end += 1
    while doc[end - 1].pos_ in ("ADP", "DET", "CCONJ", "PART"):
        end -= 1
    words = doc[left:end]
    text = words.text[:1].lower() + words.text[1:] if doc[left].is_sent_start else words.text
    return text if left <= noun.i < end and len(words) <= _LONGEST_ROLE else ""


def _qualifies(token: Token) -> bool:
    """A word of a title or description in lower case, before its noun or at the head of a sentence; a hyphen in it."""
    if token.is_sent_start and token.text.istitle() and token.ent_type_ not in ("PERSON", "GPE", "DATE"):
        return token.dep_ in ("compound", "amod") and token.pos_ != "PROPN" and token.lower_ not in DEMONYMS
    return (token.text.islower() and token.pos_ in ("NOUN", "ADJ") and token.tag_ != "NNS") \
        or (token.text in ("-", "‑") and not token.whitespace_)


def _ends(token: Token, noun: Token) -> bool:
    """Where a role ends: at a mark, a clause, a second description after `and`, or what the holder does elsewhere."""
    return (token.text in _ENDS and not (token.text == "-" and not token.whitespace_)) or token.tag_ in _OWN_TAGS \
        or token.dep_ in ("relcl", "acl") or token.lower_ in _RELATIVE \
        or (token.dep_ == "cc" and token.head.i == noun.i)
