"""Cues that tell an act, a wish or a leaning rather than words: PolNeAR marks them, a ledger of statements does not.

`voted for the motion`, `declared martial law` and `called him twice` are happenings; `helps us to tell the story` and
`73 % are for it` say nothing that anybody said.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from reportedly.annotate.cue_reading import A_DECISION, UNKNOWN_WORD
from reportedly.records.annotation import Attribution, AttributionKind, CueClass

if TYPE_CHECKING:
    from spacy.tokens import Token

_DECIDING = frozenset("""vote approve uphold pass adopt ratify enact sign veto elect appoint convict acquit sentence
impeach overturn annul""".split())
_DECLARED = frozenset("law war emergency ceasefire truce independence bankruptcy holiday curfew quarantine".split())
_RULED_ON = frozenset("lawsuit case suit appeal petition bill motion amendment ballot".split())
_LEANING = frozenset({"for", "against", "with", "behind", "in favor of", "in favour of"})
_REAL_BEFORE_INFINITIVE = frozenset("go continue use proceed begin start come take be quick seem appear have".split())
"""What governs the infinitive of a cue that did happen: `went on to say`, `was quick to point out`."""
_NOT_YET = frozenset({"will", "may", "might", "should", "must", "likely"})
_OF_FACTS = frozenset({CueClass.ASSERT, CueClass.KNOW, CueClass.ALLEGE, CueClass.ASK})
"""What was not yet said or known; who will oppose something opposes it already."""
CONJUNCTIONS = frozenset({"that", "whether", "how", "why"})
_CONTENTFUL = frozenset({"NOUN", "PROPN", "ADJ", "VERB"})
_OFTEN = frozenset("""time numerous several many phone telephone number day night morning afternoon evening hour minute
week last next repeat""".split())
"""Words beside the person called that only tell how often and when."""
_COMPLEMENTS = frozenset({"oprd", "ccomp", "attr", "acomp"})


def is_act(attribution: Attribution, cue: Token | None, content: Sequence[Token]) -> bool:
    """True where the words tell what somebody did, might say or is for."""
    words = " ".join(span.exact.casefold() for span in attribution.cue)
    if words in _LEANING:
        return True
    if cue is None or attribution.kind is not AttributionKind.INDIRECT:
        return False
    return _is_decision(cue, content) or _is_ruling(attribution, content) or _is_phone_call(cue, content) \
        or _is_unreal(attribution, cue) or _is_of_no_table(attribution, content)


def _is_of_no_table(attribution: Attribution, content: Sequence[Token]) -> bool:
    """`is offering a free service`: no known word of saying, no marks, no clause set off by a conjunction."""
    return attribution.provenance.rule == UNKNOWN_WORD and not (content and content[0].lower_ in CONJUNCTIONS)


def _is_decision(cue: Token, content: Sequence[Token]) -> bool:
    """`approved the motion`, `declared martial law`; not `voted that …`, `declared the vote void`."""
    if any(token.dep_ == "mark" and token.head.head.i == cue.i for token in content):
        return False
    if cue.lemma_.lower() in _DECIDING:
        return cue.pos_ in {"VERB", "AUX"}
    return cue.lemma_.lower() == "declare" and not _has_complement(cue) and any(
        token.lemma_.lower() in _DECLARED for token in content)


def _is_ruling(attribution: Attribution, content: Sequence[Token]) -> bool:
    """`dismissed the lawsuit`, `rejected the motion`; who rejects an offer says what he thinks of it."""
    return attribution.provenance.rule.endswith(A_DECISION) and any(
        token.lemma_.lower() in _RULED_ON and token.dep_ in {"dobj", "nsubjpass"} for token in content)


def _is_phone_call(cue: Token, content: Sequence[Token]) -> bool:
    """`called him numerous times`; not `called him a liar`, `called for calm`."""
    if cue.lemma_.lower() != "call" or cue.pos_ != "VERB" or not content or content[0].pos_ != "PRON":
        return False
    said = {token.lemma_.lower() for token in content[1:] if token.pos_ in _CONTENTFUL}
    return said <= _OFTEN


def _has_complement(cue: Token) -> bool:
    return any(child.dep_ in _COMPLEMENTS and child.i > cue.i for child in cue.children)


def _is_unreal(attribution: Attribution, cue: Token) -> bool:
    """`helps us to tell …`, `it is important to note that …`, `customers may find that …`: nobody has said it yet."""
    words = {word for span in attribution.cue for word in span.exact.casefold().replace("’", "'").split()}
    if words & _NOT_YET and attribution.cue_class in _OF_FACTS:
        return True
    if cue.tag_ != "VB" or not any(child.lower_ == "to" and child.dep_ == "aux" for child in cue.children):
        return False
    if not attribution.source:
        return True
    governor = cue.head
    inside = any(governor.lower_ in span.exact.casefold().split() for span in attribution.cue)
    return governor.i != cue.i and not inside and governor.lemma_.lower() not in _REAL_BEFORE_INFINITIVE
