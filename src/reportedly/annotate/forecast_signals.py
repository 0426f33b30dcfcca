"""The words that make a sentence a prediction: what they are, what they govern, and how strongly they predict."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from reportedly.annotate.parse import text_of
from reportedly.annotate.passages import TELLING, subject_of

if TYPE_CHECKING:
    from spacy.tokens import Token

WORTH_A_LOOK = re.compile(
    r"\b(?:will|won['’]t|shall|going|may|might|could|would|likely|unlikely|certain|sure|bound|set|poised|due|expect\w*|"
    r"schedul\w+|slated|tipped|project\w*|forecast\w*|predict\w*|anticipat\w+|foresee\w*|warn\w*|fear\w*|doubt\w*|bet|"
    r"away|off|about|course|track|probably|inevitabl\w+|promis\w+|vow\w*|pledg\w+|threat\w*|plan\w*|intend\w*|"
    r"potential|swear|swore|agreed|prepar\w+|seen|heard|over|beginning|start|"
    r"come)\b|['’]ll\b",
    re.IGNORECASE,
)
"""A sentence without any of these words is no prediction, unless it names a day to come."""

GOES_ON = re.compile(
    r"(?:\bnot|n['’]t|\bnever) (?:yet )?(?:seen|heard) the (?:last|end)\b|"
    r"\bfar from over\b|(?:\bnot|n['’]t) over yet\b|"
    r"\b(?:only|just) the (?:beginning|start)\b|\b(?:more|worse) (?:is|are|was|were) (?:still |yet )?to come\b",
    re.IGNORECASE)
"""Words that say of what goes on now that it will go on."""
FUTURE = frozenset({"will", "'ll", "’ll", "wo", "shall"})
POSSIBLE = frozenset({"may", "might", "could"})
ADJECTIVES = {
    "likely": 1.0,
    "unlikely": 1.0,
    "certain": 0.9,
    "sure": 0.8,
    "bound": 0.9,
    "set": 0.8,
    "poised": 0.9,
    "expected": 1.0,
    "due": 0.6,
    "scheduled": 0.55,
    "slated": 0.6,
    "tipped": 0.9,
    "projected": 1.0,
    "forecast": 1.0,
    "predicted": 1.0,
    "going": 0.7,
    "about": 0.6,
    "inevitable": 0.9,
}
"""Words that take `to` and a verb. The weights order a reader's interest: what may turn out otherwise comes first."""
PREDICTING = {
    "predict": 1.0,
    "forecast": 1.0,
    "anticipate": 0.8,
    "foresee": 0.9,
    "expect": 0.9,
    "project": 0.8,
    "warn": 0.8,
    "fear": 0.7,
    "doubt": 0.9,
    "bet": 0.7,
}
OUTLOOKS = {"fear": 0.5, "warning": 0.6, "threat": 0.6, "risk": 0.4, "prospect": 0.4, "plan": 0.5, "pledge": 0.5,
            "promise": 0.5, "vow": 0.5, "intention": 0.5, "potential": 0.5}
"""Nouns that name what is feared, threatened, planned or promised."""
_MEANT = frozenset({"plan", "pledge", "promise", "vow", "intention", "threat", "potential"})
"""Those that take `to` and a verb; the others take `of` or `that`."""
MEANING_TO = {"promise": 0.5, "vow": 0.5, "pledge": 0.5, "swear": 0.5, "threaten": 0.6, "plan": 0.5, "intend": 0.5,
              "agree": 0.4, "prepare": 0.4}
"""Verbs whose subject means to do what follows: a promise is a forecast of its speaker."""
_PROPOSED = frozenset("""plan proposal bill legislation law measure deal agreement move overhaul reform budget amendment
    merger offer decision order""".split())
"""What is proposed: `the bill would` tells what is to come if it does."""
_SURE = frozenset("likely certainly probably almost inevitably surely also then eventually".split())
_EXPECTED = frozenset({"expected", "scheduled", "planned", "forecast", "predicted", "slated"})
_IDLE = frozenset("interesting hard difficult happy surprised forgiven remembered".split())
"""`It will be interesting to see` predicts nothing."""
_TAKES_A_NOUN = frozenset({"predict", "forecast", "anticipate", "foresee", "expect"})
_RECEIVED = frozenset({"warn", "tell", "inform", "advise", "alert", "notify", "caution", "remind"})
"""In the passive these tell what somebody knew: `was warned that the dam could break`."""
PROMISING = frozenset({"promise", "vow", "pledge", "swear", "threaten", "offer", "commit"})
"""Verbs whose subject means to bring it about."""
_HOW = frozenset({"how", "however", "why", "what", "whatever", "wherever", "so", "only"})
"""Before `could` or `might` these make it ability or possibility: `however it could`."""
_SEEMING = frozenset({"seem", "want", "sound", "look", "appear", "need", "wonder"})
_SENSED = frozenset({"hear", "see", "feel", "smell", "trace", "find", "read", "view", "spot"})
_LINKING = frozenset({"be", "appear", "seem", "look"})
_UNITS = frozenset({"minute", "hour", "day", "week", "month", "year", "decade"})
_STATES = frozenset({"be", "have", "know", "mean", "contain", "remain", "include", "want", "need", "depend"})
_OUTCOMES = frozenset({"win", "lose", "see", "face", "find", "survive", "fail", "reach", "prevail", "beat"})
_RULES = re.compile(
    r"\b(?:law|laws|act|rules?|regulations?|permit\w*|allow\w*|licen[cs]e\w*|constitution\w*|statutes?|"
    r"terms|visitors?|without (?:permission|consent))\b",
    re.IGNORECASE,
)


OWN_PROMISE, WOULD, WOULD_IF = "promise of the speaker", "future in the past", "would, of what is to come"


@dataclass(frozen=True, slots=True)
class Signal:
    """One predicting word in a sentence."""

    token: Token
    """The predicting word itself."""
    head: Token
    """Head of what is predicted: usually its verb."""
    rule: str
    strength: float
    """0 to 1: how surely this is a prediction about the story rather than idle modality."""
    by: Token | None = None
    """Subject of a predicting verb: who predicts; None when the word does not say."""
    negated: bool = False


def signals(tokens: Sequence[Token]) -> Iterator[Signal]:
    """Every predicting word of a sentence, in reading order; a question predicts nothing."""
    if any(token.text == "?" for token in tokens[-3:]):
        return
    going_on = _goes_on(tokens)
    if going_on is not None:
        yield going_on
    for token in tokens:
        found = (_modal(token, tokens) or _adjective(token) or _expected(token) or _predicting_verb(token)
                 or _meaning_to(token) or _outlook(token) or _months_away(token))
        if found is not None and found.strength > 0:
            yield found


def _goes_on(tokens: Sequence[Token]) -> Signal | None:
    """`We haven't seen the last act`, `it is far from over`, `more is to come`: it will go on."""
    doc, start = tokens[0].doc, tokens[0].idx
    match = GOES_ON.search(text_of(doc)[start:tokens[-1].idx + len(tokens[-1].text)])
    run = doc.char_span(start + match.start(), start + match.end(), alignment_mode="expand") if match else None
    if run is None:
        return None
    verb = next((one for one in (run[0], *run[0].ancestors) if one.pos_ in {"VERB", "AUX"}), run[0])
    return Signal(run[-1], verb, "says it goes on", 0.7)


def parenthetical_source(tokens: Sequence[Token]) -> Token | None:
    """Who is named in `as X predicts`, `as X said`; None when there is no such aside."""
    for token in tokens:
        if token.lemma_ in TELLING and token.pos_ == "VERB":
            marked = any(child.lower_ == "as" and child.dep_ in {"mark", "advmod"} for child in token.children)
            subject = subject_of(token) if marked else None
            if subject is not None and subject.pos_ != "PRON":
                return subject
    return None


def _modal(token: Token, tokens: Sequence[Token]) -> Signal | None:
    if token.tag_ != "MD" or token.head.pos_ not in {"VERB", "AUX"}:
        return None
    head, word = token.head, token.lower_
    negated = is_negated(head)
    if is_of_the_past(head) or _is_asked(token, head) or _is_idle(head):
        return None
    if _is_promise_or_address(head, word):
        return _own_promise(token, head, negated)
    if word in FUTURE:
        return Signal(token, head, "future tense", 0.7 * _discount(head), negated=negated)
    if word in POSSIBLE and _is_about_to_come(token, head) and not _is_permission(token, head, negated, tokens):
        return Signal(token, head, "modal verb with a future reading", 0.8 * _discount(head), negated=negated)
    if word == "would" and not _has_perfect(head) and not _is_known(head):
        rule = WOULD_IF if _depends(token, head) else WOULD
        return Signal(token, head, rule, 0.35 * _discount(head), negated=negated)
    return None


def _own_promise(token: Token, head: Token, negated: bool) -> Signal | None:
    """`We will make sure they pay`: counts where somebody is quoted, since a page promises its readers many things."""
    subject = subject_of(head)
    first_person = subject is not None and subject.lower_ in {"i", "we"} and token.lower_ in FUTURE
    return Signal(token, head, OWN_PROMISE, 0.4 * _discount(head), negated=negated) if first_person else None


def _is_asked(token: Token, head: Token) -> bool:
    """`It is unclear how much they will be able to make`, `whether it would hold`: left open, not predicted."""
    if head.dep_ not in {"ccomp", "pcomp", "csubj", "csubjpass", "acl", "xcomp"}:
        return False
    return any(part.lower_ in {"whether", "how", "why", "what"} for part in head.subtree if part.i < token.i)


def _is_idle(head: Token) -> bool:
    """`It'll be interesting to see`; `will neither confirm nor deny`, which refuses to say."""
    if head.lemma_ in {"confirm", "deny", "comment", "say"} and any(
            part.lower_ in {"neither", "not", "n't", "nor"} for part in head.children):
        return True
    return head.lemma_ == "be" and any(child.lower_ in _IDLE for child in head.children if child.dep_ == "acomp")


def _depends(token: Token, head: Token) -> bool:
    """`Would` that tells what is to come in the outlet's own voice: with an `if`, a word of how sure, or a proposal."""
    subject = subject_of(head)
    proposed = subject is not None and subject.lemma_.lower() in _PROPOSED
    sure = any(child.lower_ in _SURE for child in head.children if abs(child.i - token.i) <= 3)
    supposed = any(part.lower_ in {"if", "unless"} and part.head.tag_ in {"VBZ", "VBP"}
                   for child in head.children if child.dep_ == "advcl" for part in child.children)
    return proposed or sure or supposed


def _expected(token: Token) -> Signal | None:
    """`A test is expected next week`, `talks are scheduled for May`: a thing, without a verb after it."""
    if token.lower_ not in _EXPECTED or not _passive(token):
        return None
    helpers = [child for child in token.children if child.dep_ == "auxpass"]
    if any(child.dep_ in {"xcomp", "ccomp", "agent"} for child in token.children):
        return None
    if not any(child.tag_ in {"VBZ", "VBP"} for child in helpers) or is_of_the_past(token):
        return None
    return Signal(token, token, f"{token.lower_}", 0.8, negated=is_negated(token))


def _meaning_to(token: Token) -> Signal | None:
    """`Vowed to fight`, `plans to speak`, `threatens harm`: what the subject means to do."""
    weight = MEANING_TO.get(token.lemma_) if token.pos_ == "VERB" else None
    if weight is None or any(child.lower_ == "had" for child in token.children if child.dep_ == "aux"):
        return None
    act = next((child for child in token.children if child.dep_ in {"xcomp", "ccomp"}
                and any(part.lower_ == "to" for part in child.children)), None)
    if act is None and token.lemma_ == "threaten" and token.tag_ in {"VBZ", "VBP"}:
        act = next((child for child in token.children if child.dep_ in {"dobj", "obj"} and child.pos_ == "NOUN"), None)
    if act is None or is_negated(token) or _has_perfect(act) or (token.lemma_ == "prepare" and _passive(token)):
        return None
    return Signal(token, act, f"means to: {token.lemma_}", weight * _discount(token), by=subject_of(token),
                  negated=is_negated(act))


def _outlook(token: Token) -> Signal | None:
    """`Fears of severe damage`, `plans to launch in May`, `has the potential to grow`."""
    weight = OUTLOOKS.get(token.lemma_.lower()) if token.pos_ == "NOUN" else None
    if weight is None or token.dep_ in {"compound", "pobj"} or is_of_the_past(token):
        return None
    if token.lemma_.lower() in _MEANT:
        act = next((child for child in token.children if child.dep_ in {"acl", "relcl"}
                    and any(part.lower_ == "to" for part in child.children)), None)
    else:
        of = next((child for child in token.children if child.lower_ == "of"), None)
        act = next((child for child in of.children if child.dep_ == "pobj"), None) if of is not None else None
    return Signal(token, act, f"noun of outlook: {token.lemma_.lower()}", weight) if act is not None else None


def _adjective(token: Token) -> Signal | None:
    weight = ADJECTIVES.get(token.lower_)
    if weight is None or token.dep_ in {"amod", "compound", "det"}:
        return None
    infinitive = next(
        (
            child
            for child in token.children
            if child.dep_ in {"xcomp", "ccomp", "acl"} and any(part.lower_ == "to" for part in child.children)
        ),
        None,
    )
    negated = is_negated(token) or is_negated(token.head) or token.lower_ == "unlikely"
    if infinitive is None:
        if token.lower_ not in {"likely", "unlikely", "inevitable"} or _modifies_the_past(token):
            return None
        head = token.head if token.dep_ == "advmod" else token
        return Signal(token, head, "adjective of probability", weight * _discount(token), negated=negated)
    if _has_perfect(infinitive) or (token.lower_ == "due" and infinitive.pos_ != "VERB"):
        return None
    if is_of_the_past(infinitive) or (token.lower_ == "going" and _is_promise_or_address(infinitive, "will")):
        return None
    past = any(part.tag_ == "VBD" and part.lemma_ in _LINKING for part in (token.head, *token.children))
    if past and (token.lower_ == "going" or any(part.lower_ == "ago" for part in token.sent)):
        return None
    return Signal(
        token,
        infinitive,
        f"{token.lower_} to",
        weight * (0.5 if past else 1.0) * _discount(infinitive),
        negated=negated or is_negated(infinitive),
    )


def _predicting_verb(token: Token) -> Signal | None:
    weight = PREDICTING.get(token.lemma_) if token.pos_ == "VERB" else None
    if (
        weight is None
        or token.dep_ in {"amod", "compound"}
        or (token.lower_ in {"expected", "predicted"} and _passive(token))
    ):
        return None
    content = next((child for child in token.children if child.dep_ in {"ccomp", "xcomp"}), None)
    if content is None and token.lemma_ in _TAKES_A_NOUN:
        content = next(
            (child for child in token.children if child.dep_ in {"dobj", "obj"} and child.pos_ != "PRON"), None
        )
    if content is None or _has_perfect(content) or _tells_the_past(content) or is_of_the_past(content):
        return None
    by = None if _passive(token) else subject_of(token)
    negated = is_negated(token) or is_negated(content) or token.lemma_ == "doubt"
    return Signal(
        token,
        content,
        f"verb of prediction: {token.lemma_}",
        weight * (0.85 if token.tag_ == "VBD" else 1.0),
        by=by,
        negated=negated,
    )


def _months_away(token: Token) -> Signal | None:
    if (
        token.lower_ not in {"away", "off"}
        or token.head.lemma_ not in {"be", "remain", "seem"}
        or token.head.tag_ == "VBD"
    ):
        return None
    near = [*token.children, *(child for child in token.head.children if child.i == token.i - 1)]
    if any(child.lemma_ in _UNITS for child in near):
        return Signal(token, token.head, "time until it happens", 1.0)
    return None


def is_promised(token: Token) -> bool:
    """True when somebody promises or threatens it: what a speaker can bring about is less of a forecast."""
    return any(one.lemma_ in PROMISING and one.pos_ == "VERB" for one in (token, *token.ancestors))


def is_of_the_past(head: Token) -> bool:
    """True for what somebody had been told or had foreseen before: `was warned that …`, `had predicted that …`."""
    for verb in head.ancestors:
        if verb.pos_ != "VERB":
            continue
        had = any(child.dep_ == "aux" and child.lower_ in {"had", "'d", "’d"} for child in verb.children)
        was_told = verb.lemma_ in _RECEIVED and _passive(verb)
        if was_told or (had and (verb.lemma_ in PREDICTING or verb.lemma_ in _RECEIVED or verb.lemma_ in TELLING)):
            return True
    return False


def is_negated(token: Token) -> bool:
    """True when the word carries its own `not`, `never` or `no longer`."""
    return any(child.dep_ == "neg" or child.lower_ in {"never", "n't", "n’t"} for child in token.children)


def _passive(token: Token) -> bool:
    return any(child.dep_ in {"auxpass", "nsubjpass"} for child in token.children)


def _has_perfect(token: Token) -> bool:
    return any(
        child.lower_ in {"have", "has", "had", "having", "'ve", "’ve"} and child.i < token.i for child in token.children
    )


def _is_about_to_come(token: Token, head: Token) -> bool:
    """`May`, `might` and `could` of a time to come: not of the past, of what goes on now, or of how one can do it."""
    helpers = [child for child in head.children if child.dep_ in {"aux", "auxpass"}]
    if _has_perfect(head) or (head.tag_ == "VBG" and any(child.lemma_ == "be" for child in helpers)):
        return False
    if head.lemma_ in _SEEMING or (head.lemma_ in _SENSED and _passive(head)):
        return False
    if head.lemma_ == "be" and head.pos_ == "AUX" and token.lower_ in {"may", "might"}:
        return False  # "this may be the only way": of what is so
    before = [part for child in head.children if child.i < head.i for part in child.subtree
              if not (part.lower_ == "however" and part.i + 1 < len(part.doc) and part.nbor(1).text == ",")]
    near = [token.nbor(-k) for k in (1, 2) if token.i >= k]
    return not any(part.lower_ in _HOW for part in (*before, *near)) and not _is_backshifted(token, head)


def _is_known(head: Token) -> bool:
    """`They knew that it would rain`: told of what came about."""
    verb = next((one for one in head.ancestors if one.pos_ == "VERB"), None)
    return verb is not None and verb.tag_ == "VBD" and verb.lemma_ in {"know", "learn", "realise", "realize"}


def _is_backshifted(token: Token, head: Token) -> bool:
    """`Could` and `might` of a tale told in the past: `they found that the team could recover`."""
    if token.lower_ == "may":
        return False
    verb = next((one for one in head.ancestors if one.pos_ in {"VERB", "AUX"}), None)
    told = verb is not None and (verb.lemma_ in TELLING or verb.lemma_ in PREDICTING)
    return verb is not None and not told and verb.tag_ == "VBD" and head.dep_ not in {"conj", "parataxis"}


def _tells_the_past(content: Token) -> bool:
    has_modal = any(child.tag_ == "MD" for child in content.children)
    finite = content.tag_ == "VBD" or any(
        child.tag_ == "VBD" for child in content.children if child.dep_.startswith("aux")
    )
    return finite and not has_modal


def _modifies_the_past(token: Token) -> bool:
    head = token.head
    if token.dep_ not in {"advmod", "amod"} or head.pos_ not in {"VERB", "AUX"}:
        return False
    return not any(child.tag_ == "MD" and child.lower_ in FUTURE for child in head.children)


def _is_promise_or_address(head: Token, word: str) -> bool:
    """`We will bring you more`, `you may unsubscribe`: the page speaks to its reader."""
    subject = subject_of(head)
    if subject is None:  # "There won't be", "Will be in space for years"
        return not any(child.dep_ == "expl" for child in head.children) and word not in FUTURE
    if subject.lower_ == "you":
        return True
    means_to = word in FUTURE or word in {"would", "could"}
    return subject.lower_ in {"i", "we"} and means_to and head.lemma_ not in _OUTCOMES


def _is_permission(token: Token, head: Token, negated: bool, tokens: Sequence[Token]) -> bool:
    """`May` that permits, `could` that was or was not able to."""
    if token.lower_ == "could":
        return negated or any(child.lower_ == "so" and child.dep_ == "mark" for child in head.children)
    text = tokens[0].doc[tokens[0].i : tokens[-1].i + 1].text
    return token.lower_ == "may" and negated and bool(_RULES.search(text))


def _discount(head: Token) -> float:
    """Less for states and for background told in a relative clause."""
    factor = 0.6 if head.lemma_ in _STATES and head.pos_ == "AUX" else 1.0
    return factor * (0.55 if any(part.dep_ in {"relcl", "acl"} for part in (head, *head.ancestors)) else 1.0)
