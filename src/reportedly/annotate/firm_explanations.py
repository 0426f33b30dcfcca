"""Which passages say outright why something happened, through whom, or that a cause is none; the rest only may."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reportedly.annotate.explanation_words import HANDS_IN, MOTIVE_NOUNS
from reportedly.text.cause_kinds import cause_kind

if TYPE_CHECKING:
    from spacy.tokens import Token

    from reportedly.annotate.explanation_cues import Cue

_FIRM = frozenset({
    "because of", "as a result of", "cited as a reason", "over suspicions of", "claims responsibility",
    "on the pretext", "behind it", "says it was meant", "rules a cause in or out", "rules a cause out",
    "finds no sign of",
    "named as a theory", "guess about the past", "played a part", "names what moved somebody", "lays the blame",
    "called an attempt", "down to", "paid the price", "helped to", "done to somebody for", "would not have happened"})
"""Rules whose words tell by themselves."""
_TOLD = ("because", "due to", "in response to", "causal verb", "passive cause", "names the culprit", "responsible for")
"""Rules that tell where their verb is of what happened or is so, not of what may or will be."""
_LOOSE_VERBS = frozenset({"expose", "allow", "enable", "subject", "contribute", "drive", "inspire", "bear"})
_BLAMING = frozenset({"blame", "attribute", "ascribe", "pin", "put"})
_GUESSED = frozenset({"suspect", "speculate", "theorise", "theorize", "suggest", "hint", "insinuate"})
_TELLING_NOUNS = frozenset({"motive", "motivation", "pretext", "culprit", "aim", "purpose", "sabotage"})
_DEEDS = frozenset({"conspiracy", "plot", "cover-up"})
_RUMOURS = frozenset({"rumour", "rumor", "theory", "hypothesis", "speculation", "explanation"})
_OPINION = frozenset("""mistake wrong right good bad helpful clear important unlikely likely favor favour interest
    reason believe think prefer doubt progress""".split())
"""What a reason is given for where it is an opinion: `it was a mistake because …`."""


def is_firm(cue: Cue) -> bool:
    """True for a passage that gives or rejects a cause, a motive or an author as such."""
    rule, _, word = cue.rule.partition(": ")
    if rule in _FIRM:
        return not (cue.head is not None and rule == "because of" and (_is_ahead(cue.head) or _is_opinion(cue)))
    if rule.startswith(_TOLD):
        return _is_told(cue, rule, word.split(" ")[0])
    if rule == "blaming verb":
        return word in _BLAMING
    if rule == "suspecting verb":
        return word in _GUESSED and _names_a_cause(cue)
    if rule == "noun of motive":
        return word in _DEEDS or (word in _TELLING_NOUNS and cue.head is not None and cue.head.lemma_ == "be")
    return rule == "noun of rumour" and word in _RUMOURS


def _is_told(cue: Cue, rule: str, verb: str) -> bool:
    if verb in _LOOSE_VERBS or cue.head is None or _is_ahead(cue.head):
        return False
    if rule == "responsible for":
        return cue.tokens[0].head.lemma_ == "be"
    if rule == "due to":
        return not any(token.pos_ == "VERB" for token in cue.tokens[-1].head.children) and bool(cue.cause)
    if rule == "in response to":
        return cue.head.tag_ in {"VBD", "VBN"}
    if rule in {"causal verb", "passive cause"}:
        return not _is_generic(cue.head)
    return rule != "because" or not _is_opinion(cue)


def _is_ahead(head: Token) -> bool:
    """Told as what may or will be, or under such a verb."""
    chain = [head, *(one for one in head.ancestors if one.pos_ in {"VERB", "AUX"})][:3]
    modal = {"will", "would", "could", "can", "shall", "should", "might", "may", "'ll", "’ll", "to"}
    return any(child.lower_ in modal and child.dep_ == "aux" and child.i < one.i and not _is_perfect(one)
               for one in chain[:1 + (head.dep_ in {"advcl", "conj", "xcomp"})] for child in one.children)


def _is_perfect(head: Token) -> bool:
    """`May have caused`: a guess at what happened."""
    return any(child.lower_ == "have" and child.dep_ == "aux" for child in head.children)


def _is_generic(head: Token) -> bool:
    """`Viruses that cause illness`, `a disease caused by`: what a thing is, not what happened."""
    if head.dep_ == "relcl":
        return head.tag_ in {"VBZ", "VBP", "VB"}
    return head.dep_ == "acl" and head.head.ent_type_ == ""


def _is_opinion(cue: Cue) -> bool:
    return any(token.lemma_.lower() in _OPINION for token in cue.effect) or \
        (cue.head is not None and cue.head.lemma_.lower() in _OPINION)


def _names_a_cause(cue: Cue) -> bool:
    lemmas = [token.lemma_.lower() for token in cue.cause]
    return bool(cause_kind(lemmas)) or any(lemma in MOTIVE_NOUNS or lemma in HANDS_IN or lemma in {"cause", "because"}
                                           for lemma in lemmas)
