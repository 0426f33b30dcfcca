"""What a clause without a date of its own still tells about when: the day somebody told it, or that it looks back."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from reportedly.annotate.event_times import A_DAY, Attached, own_time
from reportedly.annotate.event_triggers import FRAMES
from reportedly.annotate.tense import AUXILIARIES, VERBAL, is_perfect_past, tense_of_verb

if TYPE_CHECKING:
    from spacy.tokens import Token

_TELLING = FRAMES | frozenset("announce confirm disclose claim warn declare testify insist acknowledge admit".split())
_LOOKING_BACK = frozenset(
    """testify admit deny accuse acknowledge confess recall remember reveal disclose allege claim
recount emerge transpire""".split()
)
"""Verbs whose clause tells of an earlier day than the telling."""
_FORMERLY = frozenset(
    "previously formerly once earlier originally often routinely regularly frequently usually recently long".split()
)
"""Adverbs of what was so on other days than the day of the report."""
_LATER = frozenset({"then", "later", "subsequently", "afterwards", "afterward", "eventually"})
_CLOSE = frozenset({"just", "shortly", "right", "immediately"})
_TRIES = frozenset("vote attempt bid motion try effort request appeal application".split())
"""What is done again when it fails: "the first vote" is told when there is a second."""
_EARLIER = frozenset({"earlier", "previous", "prior", "original"})
_AFTER, _ALONG = frozenset({"after", "since", "because", "when"}), frozenset({"as", "while", "before"})
_CLAUSES = frozenset({"ccomp", "parataxis", "conj"})


def time_of_telling(trigger: Token, attached: Sequence[Attached]) -> Attached | None:
    """The time at which somebody told it, where the report gives that one alone ("it burned, she said on Friday")."""
    node = verb_of(trigger)
    if is_perfect_past(node):
        return None
    while node.dep_ in _CLAUSES and node.head != node:
        is_told = node.dep_ != "conj" and node.head.lemma_ in _TELLING
        node = node.head
        if is_told and (found := own_time(node, attached)) and found.rank < 2 and found.time.precision in A_DAY:
            return found
    return None


def is_act_of_speech(trigger: Token) -> bool:
    """True for what the report heard ("denied it", "said that …"): of its own day, not of the day it tells of."""
    return verb_of(trigger).lemma_ in _TELLING or verb_of(trigger).lemma_ in _LOOKING_BACK


def looks_back(trigger: Token) -> bool:
    """True for what was over when it was told: "had vowed", "after he left", "once worked", "just before the vote"."""
    verb = verb_of(trigger)
    if any(child.dep_ == "conj" and child.pos_ in VERBAL and _is_formerly(child) for child in verb.children):
        return True
    if verb.dep_ == "conj" and _shares_auxiliary(verb) and _is_formerly(verb.head):
        return True
    return _is_told_as_over(verb) or _is_anterior(verb) or _is_formerly(verb) or _is_of_earlier_try(verb)


def goes_on_later(trigger: Token) -> bool:
    """True for "then left", "later sold it": after what was told before, whenever that was."""
    return any(child.dep_ == "advmod" and child.lower_ in _LATER and not any(child.children)
               for child in verb_of(trigger).children)


def verb_of(trigger: Token) -> Token:
    """The verb itself, or the word that an event noun hangs on."""
    return trigger if trigger.pos_ in VERBAL else trigger.head


def _is_told_as_over(verb: Token) -> bool:
    """What is testified, admitted or denied, what somebody had said, and what "after he …" looks back on."""
    if verb.dep_ == "advcl":
        marks = {child.lower_ for child in verb.children}
        return bool(marks & _AFTER) or (bool(marks & _ALONG) and verb.head.pos_ in VERBAL and looks_back(verb.head))
    if verb.dep_ not in ("ccomp", "pcomp") or tense_of_verb(verb) != "past":
        return False
    return verb.head.lemma_ in _LOOKING_BACK or is_perfect_past(verb.head)


def _is_anterior(verb: Token) -> bool:
    return is_perfect_past(verb) or (verb.dep_ == "conj" and _shares_auxiliary(verb) and is_perfect_past(verb.head))


def _shares_auxiliary(verb: Token) -> bool:
    """ "had planned it and bought": without a subject and an auxiliary of its own it goes on in the same tense."""
    return not any(child.dep_ in AUXILIARIES or child.dep_.startswith("nsubj") for child in verb.children)


def _is_formerly(verb: Token) -> bool:
    if tense_of_verb(verb) != "past":
        return False
    if any(child.dep_ == "xcomp" and any(map(_is_apart, child.children)) for child in verb.children):
        return True
    return any(
        (child.dep_ == "advmod" and (child.lower_ == "ago" or (child.lower_ in _FORMERLY and not any(child.children))))
        or _is_apart(child)
        for child in verb.children
    )


def _is_apart(child: Token) -> bool:
    """ "within hours of the vote", "just before the vote": counted from that; "for instance": of whatever day."""
    if child.dep_ == "prep" and child.lower_ == "within":
        return any(node.dep_ == "prep" and node.lower_ in ("of", "after") for noun in child.children
                   for node in noun.children)
    if child.dep_ == "prep" and child.lower_ == "for":
        return any(noun.lower_ in ("instance", "example") for noun in child.children)
    return child.dep_ == "prep" and child.lower_ == "before" and any(
        node.lower_ in _CLOSE for node in child.children)


def _is_of_earlier_try(verb: Token) -> bool:
    for noun in verb.children:
        if noun.dep_ in ("nsubj", "nsubjpass", "dobj"):
            words = {child.lower_ for child in noun.children if child.dep_ in ("amod", "det")}
            if words & _EARLIER or (noun.lemma_ in _TRIES and {"the", "first"} <= words):
                return True
    return False


def breaks_narrative(tokens: Sequence[Token]) -> bool:
    """True for a sentence that is told of now, of what may be or of what will be, after which a date holds no more."""
    root = tokens[0].sent.root
    return root.pos_ in VERBAL and tense_of_verb(root) != "past"
