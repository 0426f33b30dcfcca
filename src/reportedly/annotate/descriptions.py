"""Nouns that say beside a name, or of it, what it is: `Jane Roe, a pilot,`; `his son, Paul Roe`; `she is a pilot`."""

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
_NEXT = 2
"""Tokens from a noun to the name it introduces, a comma between them counted."""
_SORTS_OF_BODIES = frozenset("""team group organization organisation company firm corporation party band alliance
militia airline club charity gang cartel bar""".split())
_SORTS = _SORTS_OF_BODIES | frozenset("city town state island region province".split())
_CLIPPED = frozenset({"'m", "’m", "'re", "’re", "'s", "’s"})
_SUBJECTS = frozenset({"nsubj", "nsubjpass", "csubj"})
_SUPPOSING = frozenset("if unless whether though although".split())
_LONGEST_OFFICE = 8
"""Words after the noun of an office."""
_SOMEBODY = frozenset({EntityKind.PERSON, EntityKind.ORGANIZATION, EntityKind.PLACE})


def link_descriptions(scene: Scene) -> Iterator[tuple[int, int, Cluster]]:
    """(start, end, cluster) of each noun that describes an entity mentioned beside it. Run again when pronouns have
    their names, it finds what is said of these."""
    for block, token in scene.tokens("NOUN", "PROPN", "NUM"):
        number = _described(scene, block, token)
        if number is not None:
            yield scene.link(number, block, *_phrase(token))


def _described(scene: Scene, block: Block, token: Token) -> int | None:
    """Index of the entity that this noun describes."""
    if not _can_describe(token) or scene.is_taken(block, token):
        return None
    for name, fits in _candidates(token):
        number = scene.named_at(block, name)
        if number is not None and _is_fit(scene.clusters[number], name, token, fits):
            return number
    return None


def _can_describe(token: Token) -> bool:
    """A noun in the singular; `one` of `one of the pilots`."""
    if token.lower_ == "one":
        return token.dep_ == "attr" and any(child.lower_ == "of" for child in token.rights)
    return token.pos_ in ("NOUN", "PROPN") and token.tag_ not in ("NNS", "NNPS") and token.lower_ not in _NOTHING


def _candidates(token: Token) -> Iterator[tuple[Token, bool]]:
    """What the noun may describe, each with whether the place alone shows that it does."""
    if token.dep_ == "appos" and token.head.i < token.i:
        yield token.head, _has(token, "a", "an")
    for child in token.children:
        is_title = child.left_edge.i == token.i + 1 and not any(own.dep_ in ("det", "poss") for own in token.lefts)
        if child.dep_ == "appos" and 0 < child.left_edge.i - token.i <= _NEXT and not is_title:
            yield child, False
    if token.i and sort_beside(token.nbor(-1), None) is not None:
        yield token.nbor(-1), False
    if token.dep_ == "attr" and _is_being(token.head) and not _is_unsaid(token.head):
        for subject in _subjects(token.head):
            if subject.i < token.i:
                yield subject, token.lower_ == "one" or _has(token, "a", "an", "the")
    first = token.left_edge.i
    if first > token.sent.start + 1 and token.doc[first - 1].text == "," and token.dep_ not in _SUBJECTS \
            and token.doc[first].pos_ != "PROPN" and not _is_title(token):
        yield token.doc[first - 2], False


def sort_beside(last: Token, kind: EntityKind | None) -> Token | None:
    """The noun right after a name's last word that says what sort of thing it names: `the Gulls team`; None for other
    nouns and for those that do not fit the kind, where it is given."""
    if last.i + 1 >= len(last.doc) or last.whitespace_ != " " or last.nbor().head.i == last.i:
        return None
    noun = last.nbor()
    sorts = _SORTS if kind is None else {EntityKind.ORGANIZATION: _SORTS_OF_BODIES,
                                         EntityKind.PLACE: _SORTS - _SORTS_OF_BODIES}.get(kind, frozenset())
    fits = noun.lower_ in sorts and noun.tag_ == "NN" and last.dep_ in ("compound", "nmod") and last.head.i == noun.i
    return noun if fits else None


def _is_title(noun: Token) -> bool:
    """`councillor Jane Roe`."""
    return noun.i + 1 < len(noun.doc) and noun.nbor().pos_ == "PROPN"


def _is_being(verb: Token) -> bool:
    return verb.lemma_ in _BEING or verb.lower_ in _CLIPPED


def _subjects(verb: Token) -> list[Token]:
    """The subject, that of the verb it is joined to where it has none: `Roe was here and is a pilot`."""
    own = [child for child in verb.children if child.dep_ == "nsubj"]
    if not own and verb.dep_ == "conj":
        own = [child for child in verb.head.children if child.dep_ == "nsubj"]
    return [] if any(child.dep_ == "expl" for child in verb.children) else own


def _is_fit(cluster: Cluster, name: Token, token: Token, by_place: bool) -> bool:
    if name.i + 1 == token.i:
        return sort_beside(name, cluster.kind) is not None
    if by_place and cluster.kind in _SOMEBODY:
        return True
    return describes(cluster.kind, token) and (token.dep_ != "attr" or any(
        child.dep_ in ("det", "poss") for child in token.lefts) or token.head.lemma_ == "become")


def _is_unsaid(verb: Token) -> bool:
    """What somebody is not, was once said to be, or may be."""
    return (verb.dep_ == "advcl" and any(child.lower_ in _SUPPOSING for child in verb.children)) or any(
        child.dep_ == "neg" or (child.dep_ == "aux" and child.tag_ == "MD") for child in verb.children)


def _has(token: Token, *articles: str) -> bool:
    return any(child.dep_ == "det" and child.lower_ in articles for child in token.lefts)


def _phrase(token: Token) -> tuple[Token, Token]:
    """First and last word of the noun phrase: up to the noun; of an office with a capital, `Director of Fisheries`, up
    to the end of what it is over."""
    first = token.doc[max(token.left_edge.i, token.sent.start)]
    last = token
    words = token.doc[first.i:token.i + 1]
    if describes(EntityKind.PERSON, token) and all(word.text[:1].isupper() or word.dep_ == "det" for word in words):
        inside = {word.i for word in token.subtree}
        while last.i + 1 in inside and not last.nbor().is_punct and last.i - token.i < _LONGEST_OFFICE:
            last = last.nbor()
        while last.i > token.i and last.pos_ in ("ADP", "DET", "CCONJ"):
            last = last.nbor(-1)
    return first, last
