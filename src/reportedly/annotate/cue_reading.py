"""What a cue does with its content, whoever found the cue and whatever words it is made of.

The classes are defined at the head of `cue_classes.tsv`. Decided there and here: a negated belief is a doubt ("does
not believe", "is no longer convinced"; `negated` stays true), while what is not known stays knowledge, negated ("did
not know that the dam leaked" doubts nothing); "has no doubt" is knowledge, not negated; agreement withheld is denial;
"would not say", "declined to say" and "did not respond" decline, but "did not say whether" is a negated assertion and
"refused to leave" the outlet's word for an act; what a speaker warns of is predicted unless it is past. `distanced`
are the words with which an outlet stands back from the content: claimed, maintained, insisted, alleged, supposedly.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from reportedly.annotate.cue_classes import ADJECTIVE, NOUNS, VERB, class_of
from reportedly.annotate.cue_heads import frames_of, is_negated, keys, meaning_of, phrase_in, words_of
from reportedly.annotate.cues import COMPLEMENT, UNTRUE, Cue, cue_for
from reportedly.records.annotation import CueClass

if TYPE_CHECKING:
    from spacy.tokens import Token

_REFUSING = frozenset({"decline", "refuse"})
_ANSWERING = frozenset("comment respond reply answer elaborate return reach".split())
"""Not doing these leaves the question open, whatever the content."""
_TELLING = frozenset("""say specify disclose reveal explain identify name provide give detail tell discuss confirm
indicate clarify speak talk address describe divulge share release offer characterize characterise mention state
interview speculate""".split())
"""Not being willing to do these declines: "would not say"; "did not say" only reports that it was not said."""
_UNWILLING = frozenset({"would", "will", "wo", "could", "can", "ca", "cannot", "may", "’d", "'d"})
_FACTIVE = frozenset("""know learn realise realize understand recognise recognize remember forget recall discover notice
aware unaware see hear read find familiar idea knowledge awareness memory recollection""".split())
"""What is said not to be known is still so: negation leaves their content standing."""
_AGREEING = frozenset({"agree", "concur", "accept"})
_ACTED_ON = frozenset("""lawsuit case suit appeal petition bid offer bill motion amendment request ballot
candidate""".split())
"""Who rejects or dismisses these decides; he does not deny that something is true."""
_STANDING_BACK = frozenset({"allegedly", "purportedly", "supposedly", "ostensibly", "alleged", "purported", "supposed",
                            "so-called"})
_SO_CALLED = frozenset({"purported", "supposed", "so-called", "self-styled", "self-proclaimed"})
"""Of a source: `the purported leader said`. An `alleged victim` is only the court's word."""
_POS_NAMES = {VERB: "cue verb", NOUNS: "cue noun", ADJECTIVE: "cue adjective"}
_FRAME_NAMES = {"that": "clause", "c": "clause", "wh": "question", "to": "infinitive", "x": "infinitive", "o": "object"}
UNKNOWN_WORD = "word of no table, read as saying"
A_DECISION = ", a decision"
"""Ends the rule of a cue that decides on a thing and denies nothing."""
_SAID_AS_CONTENT = ("no", "comment")


@dataclass(frozen=True, slots=True)
class CueReading:
    """What a cue does."""

    cue_class: CueClass
    lemma: str
    """Of the word that carries the meaning: `deny`, `doubt` of "cast doubt on"; `` without a cue word."""
    negated: bool
    distance: str
    """`neutral` or `distanced`."""
    rule: str
    """Why: for `Attribution.provenance.rule`; `Statement.denies` looks for "complement" in it."""
    head: int = -1
    """Index in its doc of the word that carries the meaning; -1 without a cue word."""


def read_cue(cue: Sequence[Token], content: Sequence[Token], source: Sequence[Token] = ()) -> CueReading:
    """What the cue with these tokens does with this content; all tokens of one doc, content or source may be empty.

    Never raises for odd spans: words of no table are read as saying, and `rule` says so.
    """
    words = words_of(cue)
    if not words or not any(token.is_alpha or token.is_digit for token in words):
        asks = "wh" in frames_of((), content) and bool(content) and any(token.text == "?" for token in content[-3:])
        return CueReading(CueClass.ASK if asks else CueClass.ASSERT, "", False, "neutral", "no cue word")
    frames = frames_of(cue, content)
    reading = _by_phrase(cue, source, frames) or _by_word(cue, content, source, frames)
    if tuple(token.lower_ for token in content if token.is_alpha) == _SAID_AS_CONTENT:
        return replace(reading, cue_class=CueClass.DECLINE, negated=False, rule="refusal or silence")
    if any(token.lower_ in _STANDING_BACK for token in cue) or any(token.lower_ in _SO_CALLED for token in source):
        return replace(reading, distance="distanced")
    return reading


def _by_phrase(cue: Sequence[Token], source: Sequence[Token], frames: Sequence[str]) -> CueReading | None:
    tokens = [token for token in cue if not token.is_space]
    match = phrase_in(tokens)
    if match is None:
        return None
    phrase, found = match
    head = next((token for token in reversed(found) if token.pos_ in {"NOUN", "ADJ", "VERB", "PROPN"}), found[0])
    reading = CueReading(phrase.cue.cue_class, head.lemma_.lower(), is_negated(tokens, head, source, found),
                         phrase.cue.distance, "cue phrase", head.i)
    return _adjusted(reading, tokens)


def _by_word(cue: Sequence[Token], content: Sequence[Token], source: Sequence[Token],
             frames: Sequence[str]) -> CueReading:
    head = meaning_of(cue) or cue[0]
    negated = is_negated(cue, head, source)
    if named := _naming(head, content):
        return CueReading(named.cue_class, named.lemma, negated, named.distance, "cue verb, object and complement",
                          head.i)
    found = next(((cue_, pos) for word, pos in keys(head) if (cue_ := class_of(word, pos, frames))), None)
    if found is None:
        reading = CueReading(CueClass.ASSERT, head.lemma_.lower(), negated, "neutral",
                             UNKNOWN_WORD, head.i)
    else:
        frame = next((_FRAME_NAMES[name] for name in frames if name in _FRAME_NAMES), "")
        rule = ", ".join(filter(None, (_POS_NAMES.get(found[1], "cue word"), frame)))
        reading = CueReading(found[0].cue_class, found[0].lemma, negated, found[0].distance, rule, head.i)
    return _adjusted(_decided(reading, head, content), cue, content)


def _naming(head: Token, content: Sequence[Token]) -> Cue | None:
    """`called the charge groundless`: what the object is called, by a verb that takes object and complement."""
    cue = cue_for(head.lemma_.lower(), COMPLEMENT)
    if cue is None or not content:
        return None
    words = {token.lower_ for token in content}
    named = any(token.dep_ == "oprd" or (token.lower_ == "as" and head.i in {token.head.i, token.head.head.i})
                or (token.dep_ == "ccomp" and token.head.i == head.i and token.pos_ in {"ADJ", "NOUN"})
                for token in content)
    return cue if named or (words & UNTRUE and head.lemma_ in {"call", "brand", "label", "term", "deem"}) else None


def _decided(reading: CueReading, head: Token, content: Sequence[Token]) -> CueReading:
    """Rejecting a bill is a decision, no denial."""
    if reading.cue_class is CueClass.DENY and content:
        inside = {token.i for token in content}
        objects = [token for token in content if token.head.i == head.i or token.head.i not in inside]
        if any(token.lemma_.lower() in _ACTED_ON for token in objects):
            return replace(reading, cue_class=CueClass.ASSERT, rule=f"{reading.rule}{A_DECISION}")
    return reading


def _adjusted(reading: CueReading, cue: Sequence[Token], content: Sequence[Token] = ()) -> CueReading:
    """The reading with refusals, silence and negation taken into account."""
    refusing = next((token for token in cue if token.lemma_.lower() in _REFUSING), None)
    if refusing is not None:
        return _refused(reading, refusing, cue, content)
    if reading.negated and _is_silence(reading, cue):
        return replace(reading, cue_class=CueClass.DECLINE, rule="refusal or silence")
    if reading.negated and reading.cue_class is CueClass.DOUBT and reading.lemma != "question":
        return replace(reading, cue_class=CueClass.KNOW, negated=False, rule=f"{reading.rule}, no doubt")
    if reading.negated and _is_belief(reading):
        return replace(reading, cue_class=CueClass.DOUBT, rule=f"{reading.rule}, not believed")
    if reading.negated and reading.lemma in _AGREEING:
        return replace(reading, cue_class=CueClass.DENY, negated=False, rule=f"{reading.rule}, agreement withheld")
    return reading


def _is_belief(reading: CueReading) -> bool:
    return (reading.cue_class is CueClass.KNOW and reading.lemma not in _FACTIVE) or reading.lemma == "clear"


def _is_silence(reading: CueReading, cue: Sequence[Token]) -> bool:
    """`did not comment`, `would not say`."""
    if reading.cue_class not in {CueClass.ASSERT, CueClass.DENY}:
        return False
    if reading.lemma in _ANSWERING:
        return True
    return reading.lemma in _TELLING and any(token.lower_ in _UNWILLING and token.i < reading.head for token in cue)


def _refused(reading: CueReading, refusing: Token, cue: Sequence[Token], content: Sequence[Token]) -> CueReading:
    """`declined to say` is silence, `refused to condemn` a feeling not shown, `refused to leave` an act."""
    inner = next((token for token in (*cue, *content) if token.i > refusing.i and token.tag_ == "VB"), None)
    silent = replace(reading, cue_class=CueClass.DECLINE, negated=False, rule="refusal or silence")
    if inner is None:
        is_asked = any(token.lemma_.lower() in {"comment", "interview", "request"} for token in content)
        return silent if refusing.lemma_.lower() == "decline" or is_asked else reading
    lemma = inner.lemma_.lower()
    if lemma in _ANSWERING | _TELLING or any(token.lower_ == "interviewed" for token in (*cue, *content)):
        return replace(silent, lemma=lemma)
    found = next((cue_ for word, pos in keys(inner) if (cue_ := class_of(word, pos, ("c", "o")))), None)
    if found is not None and found.cue_class in {CueClass.FEEL, CueClass.DEMAND}:
        return replace(reading, cue_class=found.cue_class, lemma=lemma, negated=True, rule="refusal to judge")
    if found is not None and found.cue_class is CueClass.KNOW:
        return replace(reading, cue_class=CueClass.DOUBT, lemma=lemma, negated=False, rule="refusal to believe")
    if found is not None:
        return replace(silent, lemma=lemma)
    if refusing.lemma_.lower() == "decline":
        return silent
    return replace(reading, cue_class=CueClass.ASSERT, negated=False, rule="refusal to act")
