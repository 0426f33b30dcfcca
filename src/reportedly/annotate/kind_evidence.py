"""What the words around a name say about its kind; the model's label is the weakest of all votes."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import TYPE_CHECKING

from reportedly.annotate.describing_words import ORGANISATION_NOUNS, PLACE_NOUNS, is_person_noun
from reportedly.annotate.name_words import EVENT_HEADS, HYPHEN_TAILS
from reportedly.annotate.names import Name
from reportedly.annotate.parse import text_of
from reportedly.records.annotation import EntityKind
from reportedly.text.normalise import fold

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

Vote = tuple[EntityKind, float]
_SURE, _STRONG, _FAIR, _SLIGHT = 6.0, 3.0, 1.5, 0.75
_WITHIN = frozenset({"in", "near", "outside", "towards", "toward", "across", "throughout"})
"""Prepositions that are followed by places far more often than by people or organisations."""
_MOVING = frozenset("""travel fly arrive go return flee drive sail move march head come drift evacuate deport
extradite""".split())
_TOWARDS = frozenset({"to", "from", "through", "via"})
_HUMAN_VERBS = frozenset("""recall smile laugh cry weep nod shrug marry die grin sigh whisper wave walk sit sleep wear
wake dream kneel sob shout joke quip resign retire""".split())
"""What people do and places and firms do not."""
_SAYING = frozenset("say add tell reply recall insist joke quip note explain".split())
_OF_BODIES = frozenset("team squad founder co-founder cofounder spokesman spokeswoman spokesperson ceo".split())
"""What follows the names of organisations: `Gulls team`, `Gannet founder`."""
_SCORES = frozenset("– - — : % to".split())
_OF_THINGS = frozenset("""browser software camera cameras photograph photographs vaccine virus missile missiles rocket
rifle aircraft jet spacecraft telescope""".split())
"""What follows the names of makes and products: `Umbra camera`."""
_OPENING, _CLOSING = frozenset("\"“‘«"), frozenset("\"”’»")
_SPAN = 60
"""Code points within which a quoted title ends."""


def kind_evidence(name: Name) -> Counter[EntityKind]:
    """Votes for the name's kind from its own words and those beside it, by weight; empty where nothing speaks."""
    votes: Counter[EntityKind] = Counter()
    for kind, weight in _evidence(name):
        votes[kind] += weight  # type: ignore[assignment]
    return votes


def _evidence(name: Name) -> Iterator[Vote]:
    doc, root = name.block.doc, name.block.doc[name.first_token:name.last_token + 1].root
    if name.sure:
        yield name.kind, _SURE
    if _is_quoted_title(name):
        yield EntityKind.OTHER, _SURE + 1
    if root.dep_ == "appos" and root.head.pos_ == "NOUN" and root.head.i < name.first_token \
            and (kind := _noun_kind(root.head)) is not None:
        yield kind, _STRONG
    yield from _described_before(doc, name)
    yield from _described_after(doc, name, root)
    yield from _after_preposition(root, name)
    if _is_interviewed(doc, name):
        yield EntityKind.PERSON, _FAIR
    if [token.lower_ for token in doc[name.last_token + 1:name.last_token + 3]] == ["and", "i"]:
        yield EntityKind.PERSON, _STRONG
    if name.last_token + 1 < len(doc) and doc[name.last_token + 1].lower_ in _OF_BODIES:
        yield EntityKind.ORGANIZATION, _STRONG
    if name.last_token + 1 < len(doc) and doc[name.last_token + 1].lower_ in _OF_THINGS:
        yield EntityKind.OTHER, _STRONG
    if _has_number(doc, name):
        yield EntityKind.OTHER, _FAIR
    before = doc[name.first_token - 1].text if name.first_token else ""
    if before.istitle() and before.casefold() in EVENT_HEADS:
        yield EntityKind.OTHER, _SURE
    if name.weak and (_has_own_article(doc, name) or (root.dep_ == "nsubj" and root.head.lemma_ == "interview")):
        yield EntityKind.ORGANIZATION, _STRONG
    if (noun := _known_as(root)) is not None and (kind := _noun_kind(noun)) is not None:
        yield kind, _STRONG
    yield from _as_subject(root)


def _is_interviewed(doc: Doc, name: Name) -> bool:
    """`The Gannet interviews Jane Roe`, `an interview with Jane Roe`; of several words, as people are introduced."""
    before = [token.lower_ for token in doc[max(0, name.first_token - 2):name.first_token]]
    return " " in name.text and (before[-1:] in (["interviews"], ["interviewed"]) or before == ["interview", "with"])


def _has_number(doc: Doc, name: Name) -> bool:
    """`Umbra 6`: a make and its version; no score, `Aldra 2 – 1 Varr`."""
    at = name.last_token + 1
    if at >= len(doc) or not doc[at].text.isdigit() or len(doc[at].text) > 2 or doc[at].sent != doc[at - 1].sent:
        return False
    return at + 1 >= len(doc) or doc[at + 1].text not in _SCORES


def _has_own_article(doc: Doc, name: Name) -> bool:
    """`writes for The Heron`: the article has a capital though no sentence begins."""
    at = name.first_token - 1
    return at > 0 and doc[at].text == "The" and not doc[at].is_sent_start and doc[at - 1].text.islower()


def _known_as(root: Token) -> Token | None:
    """`team` in `a team known as the Gulls`."""
    verb = root.head.head if root.dep_ == "pobj" and root.head.lower_ == "as" else None
    known = verb is not None and verb.dep_ == "acl" and verb.lower_ in ("known", "dubbed", "called", "nicknamed")
    return verb.head if verb is not None and known else None


def _noun_kind(noun: Token) -> EntityKind | None:
    """The kind a common noun describes; None for nouns of several kinds and all others."""
    lemma = fold(noun.lemma_).rpartition("-")[2]
    kinds = [kind for kind, known in ((EntityKind.PERSON, is_person_noun(lemma)),
                                      (EntityKind.ORGANIZATION, lemma in ORGANISATION_NOUNS),
                                      (EntityKind.PLACE, lemma in PLACE_NOUNS)) if known]
    return kinds[0] if len(kinds) == 1 else None


def _described_before(doc: Doc, name: Name) -> Iterator[Vote]:
    """`neighbour Jane Roe`, `the group Free Gulls`, `the town of Marl`."""
    at = name.first_token - 1
    if at < 0 or doc[at].sent != doc[name.first_token].sent:
        return
    noun = doc[at]
    if noun.lower_ == "of" and at > 0 and _noun_kind(doc[at - 1]) is EntityKind.PLACE and doc[at - 1].text.islower():
        yield EntityKind.PLACE, _STRONG
    if noun.pos_ != "NOUN" or not noun.text.islower() or noun.tag_ == "NNS":
        return
    kind = _noun_kind(noun)
    if kind is not None and (kind is EntityKind.PERSON or _ends_phrase(doc, name)):
        yield kind, _STRONG


def _ends_phrase(doc: Doc, name: Name) -> bool:
    """No noun follows the name: not `the town Marl Gate opened`."""
    after = name.last_token + 1
    return after >= len(doc) or doc[after].pos_ not in ("NOUN", "PROPN")


def _described_after(doc: Doc, name: Name, root: Token) -> Iterator[Vote]:
    """`Roe, 34,`, `Roe, a farmer,`, `Roe, who`, `Gannet, an insurer,`."""
    at = name.last_token + 1
    if at + 1 >= len(doc) or doc[at].text not in (",", "("):
        if at < len(doc) and doc[at].lower_ == "who":
            yield EntityKind.PERSON, _FAIR
        return
    after = doc[at + 1]
    closes = at + 2 >= len(doc) or doc[at + 2].text in (",", ")", ".")
    if after.text.isascii() and after.text.isdigit() and len(after.text) < 3 and closes:
        yield EntityKind.PERSON, _STRONG
    elif after.lower_ in ("who", "whose") and doc[at].text == ",":
        yield EntityKind.PERSON, _STRONG if after.lower_ == "who" else _SLIGHT
    for noun in root.children:
        if noun.dep_ == "appos" and noun.i > name.last_token and noun.pos_ == "NOUN" \
                and (kind := _noun_kind(noun)) is not None:
            yield kind, _STRONG


def _after_preposition(root: Token, name: Name) -> Iterator[Vote]:
    """`in Marl`, `sailed to Marl`: places follow, where people seldom do."""
    doc, at = root.doc, name.first_token - 1
    if at < 0 or root.dep_ not in ("pobj", "conj") or doc[at].pos_ != "ADP":
        return
    word, verb = doc[at].lower_, doc[at].head
    if word in _WITHIN and not _has_possessive(root):
        yield EntityKind.PLACE, _FAIR
    elif word in _TOWARDS and verb.lemma_ in _MOVING:
        yield EntityKind.PLACE, _SLIGHT


def _has_possessive(root: Token) -> bool:
    return any(child.tag_ == "POS" for child in root.children) or root.dep_ == "poss"


def _as_subject(root: Token) -> Iterator[Vote]:
    """`Roe smiled`; `said Roe` speaks against a place only."""
    if root.dep_ != "nsubj":
        return
    if root.head.lemma_ in _HUMAN_VERBS:
        yield EntityKind.PERSON, _FAIR
    elif root.head.lemma_ in _SAYING:
        yield EntityKind.PERSON, _SLIGHT
        yield EntityKind.ORGANIZATION, _SLIGHT / 2


def _is_quoted_title(name: Name) -> bool:
    """The name fills a pair of quotation marks and is of several words: `"Meet the Mayor"`."""
    text = text_of(name.block.doc)
    start, end = name.start - name.block.zone.start, name.end - name.block.zone.start
    if not 0 < start < end < len(text) or end - start > _SPAN or " " not in name.text:
        return False
    return text[start - 1] in _OPENING and (text[end] in _CLOSING or text[end:end + 2] in (',"', ",”", '."', ".”"))


def form_kind(text: str) -> EntityKind | None:
    """The kind that a name's own shape tells: `Marl-on-Sea` is a place."""
    parts = fold(text).split("-")
    if len(parts) == 3 and parts[1] in ("on", "upon", "sur", "am", "by", "le", "les", "in", "under") \
            and text[:1].isupper() and text.rpartition("-")[2][:1].isupper() and parts[2] not in HYPHEN_TAILS:
        return EntityKind.PLACE
    return None
