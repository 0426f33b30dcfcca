"""Cues that are no verbs: `according to`, `the claim that …`, `her denial of …`, `in their view`."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from reportedly.annotate.cues import NOUN, Cue, cue_for
from reportedly.annotate.found import Found, Piece, piece, runs, touches, without
from reportedly.annotate.sources import phrase_of, subject_of
from reportedly.annotate.verb_cues import VERBAL, is_negated
from reportedly.records.annotation import CueClass

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

LIGHT_VERBS = frozenset("""make issue express give raise voice repeat offer release have cast level lodge file air
reiterate renew put receive win draw share""".split())
"""Verbs that say nothing but that the noun's act was done: "issued a denial", "cast doubt on"."""
_TOPIC = frozenset({"of", "about", "on", "over", "for", "against", "to", "regarding"})
_ARGUMENTS = frozenset({"nsubj", "dobj", "nsubjpass", "pobj"})
_GIVERS = frozenset({"by", "from", "among"})
_CLAUSES = frozenset({"ROOT", "ccomp", "advcl", "relcl", "conj", "parataxis", "acl", "pcomp"})


def noun_cues(doc: Doc) -> Iterator[Found]:
    """One attribution for each `according to` and each cue noun with content, in reading order."""
    for token in doc:
        lower = token.lower_
        if lower == "according" and token.i + 2 < len(doc) and doc[token.i + 1].lower_ == "to":
            found = _according(token)
        elif token.pos_ == "NOUN" and (cue := cue_for(token.lemma_.lower(), NOUN)):
            found = _noun(token, cue)
        else:
            continue
        if found is not None and found.content:
            yield found


def _according(token: Token) -> Found | None:
    """`according to X`: the content is the clause it hangs on, without the phrase itself."""
    doc = token.doc
    to = doc[token.i + 1]
    named = next((word for word in (*to.children, *token.children) if word.dep_ == "pobj" and word.i > to.i), None)
    if named is None:
        return None
    source, cue = phrase_of(named), piece(doc, token.i, to.i)
    clause = _clause_of(token)
    own = {word.i for word in (*token.subtree, *named.subtree)} | {token.i, to.i}
    content = runs(doc, [word for word in clause.subtree if word.i not in own])
    return Found(source=source, cue=(cue,), content=without(content, (*source, cue)), cue_class=CueClass.ASSERT,
                 lemma="accord", negated=False, distance="neutral", rule="according to", head=token.i)


def _clause_of(token: Token) -> Token:
    word = token
    while word.head.i != word.i:
        word = word.head
        if word.pos_ in VERBAL and word.dep_ in _CLAUSES:
            # A cue at the end of a sentence speaks for all of it, not for its last conjunct.
            while word.dep_ in {"conj", "advcl", "parataxis"} and word.head.i != word.i and word.head.pos_ in VERBAL:
                word = word.head
            return word
    return word


def _noun(noun: Token, cue: Cue) -> Found | None:
    clause = _clause_content(noun)
    owner = _owner(noun)
    light = _light_verb(noun)
    content = clause or (_topic_content(noun) if owner is not None or light is not None else ())
    if not content or (clause and owner is None and light is None and noun.dep_ == "ROOT"):
        return None
    source = _source(noun, owner, light)
    words = _cue_words(noun, owner, light, source)
    return Found(source=source, cue=(words,), content=without(content, (words, *source)), cue_class=cue.cue_class,
                 lemma=cue.lemma, negated=light is not None and is_negated(noun, max(0, light.i - 3)),
                 distance=cue.distance, rule="noun cue", head=noun.i)


def _clause_content(noun: Token) -> tuple[Piece, ...]:
    """`that …` or, after a promise or demand, `to …` on the noun; `the fear is that …` beside it."""
    for child in noun.children:
        if child.i > noun.i and child.dep_ in {"acl", "ccomp", "relcl"} and child.pos_ in VERBAL and (
                (_first_word(child) == "that" and not _relative(child)) or _is_infinitive(child)):
            return runs(noun.doc, child.subtree)
    if noun.dep_ == "nsubj" and noun.head.lemma_ == "be":
        for child in noun.head.children:
            if child.dep_ == "ccomp" and child.i > noun.i and _first_word(child) == "that":
                return runs(noun.doc, child.subtree)
    return ()


def _first_word(clause: Token) -> str:
    return next(iter(clause.subtree)).lower_


def _relative(clause: Token) -> bool:
    """True for `the claim that he made`: `that` is the object or subject, not a conjunction."""
    return any(word.lower_ == "that" and word.dep_ in _ARGUMENTS for word in clause.children)


def _is_infinitive(clause: Token) -> bool:
    return clause.dep_ == "acl" and clause.tag_ == "VB" and any(word.dep_ == "aux" and word.lower_ == "to"
                                                                for word in clause.children)


def _topic_content(noun: Token) -> tuple[Piece, ...]:
    parts = [child for child in noun.children if child.dep_ == "prep" and child.i > noun.i and child.lower_ in _TOPIC]
    if not parts and (light := _light_verb(noun)) is not None:
        parts = [child for child in light.children if child.dep_ == "prep" and child.i > noun.i
                 and child.lower_ in {"on", "about", "over"}]
    objects = [word for part in parts[:1] for word in part.children if word.dep_ in {"pobj", "pcomp"}]
    return runs(noun.doc, [token for word in objects for token in word.subtree])


def _owner(noun: Token) -> Token | None:
    """`X's claim`, `the claim by X`."""
    for child in noun.children:
        if child.dep_ == "poss":
            return child
    for child in noun.children:
        if child.dep_ == "prep" and child.lower_ in _GIVERS:
            return next((word for word in child.children if word.dep_ == "pobj"), None)
    return None


def _light_verb(noun: Token) -> Token | None:
    if noun.dep_ == "dobj" and noun.head.pos_ in VERBAL and noun.head.lemma_.lower() in LIGHT_VERBS:
        return noun.head
    return None


def _source(noun: Token, owner: Token | None, light: Token | None) -> tuple[Piece, ...]:
    if owner is not None:
        return runs(noun.doc, [word for word in owner.subtree if word.dep_ != "case" or word.head.i != owner.i])
    if light is not None and (subject := subject_of(light)) is not None:
        return phrase_of(subject, light)
    return ()


def _cue_words(noun: Token, owner: Token | None, light: Token | None, source: tuple[Piece, ...]) -> Piece:
    if light is not None:
        words = piece(noun.doc, light.i, noun.i)
        if not touches(source, *words):
            return words
    case = next((word for word in owner.children if word.dep_ == "case"), None) if owner is not None else None
    return piece(noun.doc, case.i if case is not None and case.i < noun.i else noun.i, noun.i)
