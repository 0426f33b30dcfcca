"""Names with the words before them that say who they are, and names inside longer names."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from reportedly.annotate.describing_words import is_person_noun
from reportedly.annotate.name_merging import Cluster
from reportedly.annotate.name_words import PLACE_HEADS
from reportedly.annotate.names import Name
from reportedly.annotate.parse import Block, Parse
from reportedly.records.annotation import EntityKind
from reportedly.text.normalise import fold
from reportedly.text.organisation_names import ORG_HEADS

if TYPE_CHECKING:
    from spacy.tokens import Doc, Span, Token

_PARTING = frozenset({",", "/", ";", ":", "–", "—", "("})
_POINTING = frozenset({"this", "all", "every"})
"""`this House`, `all Ruritanians`."""
_WHOLE = frozenset({EntityKind.PERSON, EntityKind.PLACE})
"""Kinds whose names hold no others: `Jane Roe Foundation`, `Marl Gazette` are of other kinds."""
_SEATED = frozenset("university municipality city archdiocese diocese bishopric mayor port".split())
"""Heads whose ` of X` says where they are."""
_SIDES = frozenset("""north south east west northern southern eastern western central northeast northwest southeast
southwest upper lower new old""".split())


class NounPhrases:
    """The base noun phrases of an article by the token they hang on."""

    def __init__(self, parse: Parse) -> None:
        self._by_root: dict[tuple[int, int], Span] = {
            (block.number, chunk.root.i): chunk for block in parse.blocks for chunk in block.doc.noun_chunks}

    def start_of(self, name: Name) -> int | None:
        """Where the phrase of a name begins, in code points of the article; None where only an article or nothing
        stands before the name, and where the name only qualifies another noun."""
        chunk = next((chunk for at in range(name.last_token, name.first_token - 1, -1)
                      if (chunk := self._by_root.get((name.block.number, at))) is not None), None)
        first = None if chunk is None else self._beside(name, chunk)
        if first is None and chunk is not None:
            first = _first_word(chunk, name)
        if first is None and name.kind is EntityKind.PERSON:
            first = self._title_before(name)
        return None if first is None else name.block.zone.start + name.block.doc[first].idx

    @staticmethod
    def _title_before(name: Name) -> int | None:
        """First word of a title in lower case that the parser has parted from the name: `to | student Jane Roe`."""
        doc, first = name.block.doc, name.first_token
        if not first or not is_person_noun(doc[first - 1].lower_) or doc[first - 1].pos_ != "NOUN":
            return None
        first -= 1
        while first and doc[first - 1].dep_ in ("compound", "amod") and doc[first - 1].head.i >= first \
                and doc[first - 1].pos_ in ("NOUN", "ADJ"):
            first -= 1
        return first

    def _beside(self, name: Name, chunk: Span) -> int | None:
        """First word of the description that the parser takes for a phrase of its own: `The engineer | Jane Roe`."""
        noun = chunk.root.head
        before = self._by_root.get((name.block.number, noun.i))
        touches = before is not None and before.end == chunk.start == name.first_token
        return before[0].i if before is not None and touches and chunk.root.dep_ == "appos" else None


def _first_word(chunk: Span, name: Name) -> int | None:
    before: list[Token] = []
    for token in chunk:
        if token.i < name.first_token:
            before = [] if token.text in _PARTING else [*before, token]
    while before and (before[0].pos_ == "ADV" or before[0].is_punct or before[0].lower_ == "that"):
        before = before[1:]
    if any(token.pos_ == "NUM" or token.tag_ == "PRP$" for token in before) or not any(
            token.pos_ not in ("DET", "PART") or token.lower_ in _POINTING for token in before):
        return None
    return before[0].i


def nested_names(clusters: Sequence[Cluster]) -> Iterator[tuple[Block, int, int, Cluster | None]]:
    """(block, start, end, cluster) of each name inside a title, or inside a longer name of something that is neither
    person nor place; without a cluster for the seat of a body that the report names nowhere else."""
    forms = dict(_forms(clusters))
    for cluster in clusters:
        for name in cluster.names:
            if cluster.kind not in _WHOLE or name.title:
                inside = list(_inside(name, cluster, forms))
                yield from inside or _seat_of(name)


def _forms(clusters: Sequence[Cluster]) -> Iterator[tuple[str, Cluster]]:
    """Folded names that may stand inside others: of several words, of places, or that the report has twice alone."""
    for cluster in clusters:
        counts = Counter(name.text for name in cluster.names)
        for form, count in counts.items():
            is_place = cluster.kind is EntityKind.PLACE and not is_side(form)
            if cluster.kind is not EntityKind.OTHER and (" " in form or is_place or count > 1):
                yield fold(form), cluster


def _inside(name: Name, own: Cluster, forms: dict[str, Cluster]) -> Iterator[tuple[Block, int, int, Cluster]]:
    """The longest other names inside one, from the left."""
    doc, at = name.block.doc, name.first_token
    while at > 0 and doc[at - 1].idx + name.block.zone.start >= name.title_start:
        at -= 1  # `Ruritania` of `Ruritania President Jane Roe` is inside the title
    while at <= name.last_token:
        for last in range(min(name.last_token, at + 3), at - 1, -1):
            words = doc[at:last + 1].text
            cluster = forms.get(fold(words))
            if cluster is not None and cluster is not own and not _is_part(doc, at, last, name):
                start = name.block.zone.start + doc[at].idx
                yield name.block, start, start + len(words), cluster
                at = last
                break
        at += 1


def _seat_of(name: Name) -> Iterator[tuple[Block, int, int, None]]:
    """`Brill` of `University of Brill`."""
    doc = name.block.doc
    for at in range(name.first_token, name.last_token - 1):
        if doc[at].lower_ in _SEATED and doc[at + 1].lower_ == "of" and doc[at + 2].text[:1].isupper():
            yield name.block, name.block.zone.start + doc[at + 2].idx, name.end, None
            return


def _is_part(doc: Doc, first: int, last: int, name: Name) -> bool:
    """The words are the whole name, its noun, `House` of `White House`, or one half of a place of its own, `Indiana` of
    `Southern Indiana`."""
    whole = (first, last) == (name.first_token, name.last_token)
    is_noun = first == last == name.last_token and fold(doc[last].text) in ORG_HEADS
    return whole or is_noun or (first > name.first_token and is_side(doc[first - 1].text)) or (
        last < name.last_token and doc[last + 1].lower_ in PLACE_HEADS)


def is_side(word: str) -> bool:
    """`North`, `Southern`: a part of something named after it."""
    return fold(word) in _SIDES
