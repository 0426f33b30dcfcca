"""Who a cue belongs to: the noun phrase that speaks, found in the parse."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reportedly.annotate.found import Piece, runs
from reportedly.annotate.parse import text_of

if TYPE_CHECKING:
    from spacy.tokens import Token

SUBJECTS = frozenset({"nsubj"})
_OWN = SUBJECTS | {"expl"}
_EXPLETIVE = frozenset({"it", "there"})
_CHAINED = frozenset({"conj", "xcomp", "advcl", "pcomp", "prep", "acomp", "dep"})
_FINITE = frozenset({"VBD", "VBZ", "VBP"})
_OPINIONS = frozenset({"believe", "think", "expect", "know", "suspect", "say", "report", "fear", "understand"})
_STEPS = 5
"""Longest way up the tree to the verb whose subject this verb shares; real chains have at most four links."""


def subject_of(verb: Token) -> Token | None:
    """Head of the phrase that speaks; None where the clause names nobody ("it is said that …")."""
    if own := own_subject(verb):
        return None if own.dep_ == "expl" else own
    if is_passive(verb) or (verb.lemma_ in _OPINIONS and described_by(verb) is not None):
        return agent_of(verb)
    return _shared_subject(verb)


def own_subject(verb: Token) -> Token | None:
    """The verb's own active subject, an expletive included."""
    for child in verb.children:
        if child.dep_ in _OWN or (child.dep_ == "nsubjpass" and _is_contracted_perfect(verb)):
            if child.lower_ == "that" and any(other.dep_ in SUBJECTS and other.i > child.i for other in verb.children):
                continue  # a conjunction that the parser took for a pronoun
            return child
    return None


def _is_contracted_perfect(verb: Token) -> bool:
    """`She's said that …`: `'s` is `has`, which the parser takes for a passive."""
    return verb.lemma_ in {"say", "argue", "claim", "warn"} and any(
        child.dep_ == "auxpass" and child.lower_ in {"'s", "’s"} for child in verb.children)


def is_passive(verb: Token) -> bool:
    """True for `was told`, and for a bare participle after its noun ("the man accused of …")."""
    if _is_contracted_perfect(verb):
        return False
    return any(child.dep_ in {"auxpass", "nsubjpass"} for child in verb.children) or (
        verb.tag_ == "VBN" and verb.dep_ in {"acl", "amod", "relcl", "ROOT", "advcl"}
        and not any(child.dep_ == "aux" for child in verb.children))


def described_by(verb: Token) -> Token | None:
    """The noun of a bare passive participle with an infinitive, `a man believed to be …`; None for other verbs."""
    if verb.tag_ not in {"VBN", "VBD"} or verb.dep_ not in {"acl", "advcl"} or verb.n_lefts:
        return None
    if not any(child.dep_ == "xcomp" and child.tag_ in {"VB", "VBN"} for child in verb.children):
        return None
    if verb.dep_ == "acl":
        return verb.head if verb.head.i < verb.i else None
    before = next((token for token in reversed(list(verb.doc[max(0, verb.i - 3):verb.i])) if not token.is_punct), None)
    return before if before is not None and before.pos_ in {"NOUN", "PROPN"} else None


def agent_of(verb: Token) -> Token | None:
    """Head of the phrase after `by` of a passive."""
    for child in verb.children:
        if child.dep_ == "agent" or (child.dep_ == "prep" and child.lower_ == "by"):
            return next((word for word in child.children if word.dep_ == "pobj"), None)
    return None


def _shared_subject(verb: Token) -> Token | None:
    """Subject of the verb that governs this one without a subject of its own: `he resigned, saying …`."""
    word = verb
    for _ in range(_STEPS):
        head = word.head
        if head.i == word.i:
            return _first_subject(verb) if verb.tag_ in _FINITE else None
        if word.dep_ == "acl" and head.pos_ in {"NOUN", "PROPN", "PRON"}:
            return head if head.i < verb.i else None
        if word.dep_ not in _CHAINED:
            return None
        word = head
        if word.pos_ not in {"VERB", "AUX"}:
            continue
        if own := own_subject(word):
            return None if own.dep_ == "expl" or (own.lower_ == "it" and word.lemma_ == "be") else own
        if is_passive(word):
            passive = next((child for child in word.children if child.dep_ == "nsubjpass"), None)
            return passive if passive is not None and passive.lower_ not in _EXPLETIVE else None
    return None


def _first_subject(verb: Token) -> Token | None:
    """First subject of the sentence before a finite verb, where the parse lost the verb's own."""
    for token in verb.sent:
        if token.i >= verb.i:
            return None
        if token.dep_ in SUBJECTS and token.lower_ not in _EXPLETIVE and token.head.dep_ not in {"relcl", "ccomp"}:
            return token
    return None


def phrase_of(head: Token, verb: Token | None = None) -> tuple[Piece, ...]:
    """The whole noun phrase with its appositions: one piece, or several where the cue stands inside it."""
    inside = list(head.subtree)
    if verb is not None and any(token.i == verb.i for token in inside):
        cut = {token.i for token in _clause_between(head, verb)}
        inside = [token for token in inside if token.i not in cut]
    inside = _without_conjoined_clause(head, inside)
    found = runs(head.doc, inside)
    # Punctuation that the parser hung elsewhere splits a phrase; one gap of a comma or quote mark is still one phrase.
    return _bridged(head, found)


def _clause_between(head: Token, verb: Token) -> list[Token]:
    """Subtree of the clause that hangs on the noun and holds the verb: `officials [saying …]`."""
    branch = verb
    while branch.head.i != branch.i and branch.head.i != head.i:
        branch = branch.head
    return list(branch.subtree)


def _without_conjoined_clause(head: Token, tokens: list[Token]) -> list[Token]:
    """Drop clauses that the parser conjoined to the noun by mistake."""
    wrong = {token.i for child in head.children if child.dep_ in {"conj", "parataxis", "ccomp"} and child.pos_ == "VERB"
             for token in child.subtree}
    return [token for token in tokens if token.i not in wrong] or tokens


def _bridged(head: Token, pieces: tuple[Piece, ...]) -> tuple[Piece, ...]:
    text = text_of(head.doc)
    out: list[Piece] = []
    for start, end in pieces:
        if out and not any(map(str.isalnum, text[out[-1][1]:start])):
            out[-1] = (out[-1][0], end)
        else:
            out.append((start, end))
    return tuple(out)
