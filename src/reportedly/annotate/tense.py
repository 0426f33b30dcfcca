"""Tense, negation and mood of a verb, read off the parse."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from spacy.tokens import Token

VERBAL = frozenset({"VERB", "AUX"})
_FUTURE_AUX = frozenset({"will", "'ll", "’ll", "wo", "shall", "sha"})
_MODAL_AUX = frozenset({"may", "might", "could", "can", "would", "should", "must", "ca", "'d"})
_FUTURE_HEADS = frozenset(
    "expect plan schedule intend due set slate hope aim promise vow pledge prepare want go poise "
    "likely agree decide threaten seek propose urge ask tell order".split()
)
"""Words whose infinitive lies ahead of them: "plans to meet", "is scheduled to land"."""
AUXILIARIES = frozenset({"aux", "auxpass"})


def verb_above(token: Token) -> Token | None:
    """The nearest verb that governs a token; None where there is none (a headline of nouns)."""
    for node in (token, *token.ancestors):
        if node.pos_ in VERBAL and node.dep_ not in AUXILIARIES:
            return node
    return None


def tense_of(token: Token) -> str | None:
    """`future`, `past` or None (present, or no verb) for the clause that a token stands in."""
    verb = verb_above(token)
    return tense_of_verb(verb) if verb is not None else None


def tense_of_verb(verb: Token) -> str | None:
    """`future`, `past` or None for present tense and bare participles with no finite verb above."""
    aux = [child for child in verb.children if child.dep_ in AUXILIARIES]
    words = {child.lower_ for child in aux}
    if words & _FUTURE_AUX or _is_going_to(verb):
        return "future"
    if verb.tag_ == "VBD" or any(child.tag_ == "VBD" for child in aux):
        return "past"
    if words & {"would", "'d"}:
        return "future"
    if verb.tag_ == "VB" and "to" in words:
        head = verb.head
        return "future" if head.lemma_ in _FUTURE_HEADS or head == verb else None
    if words & {"has", "have", "'ve", "having"}:
        return "past"
    if (
        verb.tag_ in ("VBN", "VBG", "VB")
        and verb.head != verb
        and verb.dep_ in ("acl", "advcl", "conj", "xcomp", "pcomp")
    ):
        above = verb_above(verb.head)
        return (
            "past" if verb.tag_ == "VBN" and verb.dep_ == "acl" else tense_of_verb(above) if above is not None else None
        )
    return None


def _is_going_to(verb: Token) -> bool:
    return verb.head.lemma_ == "go" and verb.head.tag_ == "VBG" and verb.dep_ == "xcomp"


def is_perfect_past(verb: Token) -> bool:
    """ "had vowed", "had been trading"."""
    return verb.tag_ in ("VBN", "VBG") and any(
        child.lower_ in ("had", "'d", "’d") and child.dep_ in AUXILIARIES for child in verb.children
    )


def is_negated(verb: Token) -> bool:
    """ "did not resign", "never left", "no one died"."""
    if any(child.dep_ == "neg" or child.lower_ in ("not", "n't", "never") for child in verb.children):
        return True
    subject = next((child for child in verb.children if child.dep_ in ("nsubj", "nsubjpass")), None)
    return subject is not None and (
        subject.lower_ in ("nobody", "none", "nothing")
        or any(child.lower_ in ("no", "neither") for child in subject.children)
    )


def is_modal(verb: Token) -> bool:
    """ "may resign", "could be impeached": possible, not told as having happened."""
    return any(
        child.lower_ in _MODAL_AUX and child.dep_ in AUXILIARIES and child.tag_ == "MD" for child in verb.children
    )
