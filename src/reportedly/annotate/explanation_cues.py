"""The words that make a passage an explanation: which part explains, which is explained, how strong the word is."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from reportedly.annotate.explanation_words import (
    ADDRESSING,
    BLAMING,
    CAUSAL_VERBS,
    CONTROL,
    CULPRIT_VERBS,
    FAILING,
    HANDS_IN,
    HINTING,
    MEANS,
    MEANT,
    MOTIVE_NOUNS,
    OF_A_CAUSE,
    OPEN_QUESTION,
    PASSIVE_CAUSES,
    PHRASES,
    PURPOSE_VERBS,
    RESULTS,
    RUMOUR_NOUNS,
    SUSPECTING,
    WANTED,
)
from reportedly.annotate.parse import text_of
from reportedly.annotate.passages import subject_of
from reportedly.annotate.terms import terms_of
from reportedly.text.cause_kinds import cause_kind

if TYPE_CHECKING:
    from spacy.tokens import Token


@dataclass(frozen=True, slots=True)
class Cue:
    """One explaining word or phrase in a sentence."""

    tokens: tuple[Token, ...]
    rule: str
    strength: float
    cause: tuple[Token, ...] = ()
    effect: tuple[Token, ...] = ()
    head: Token | None = None
    """The verb of what is explained: what tells whether it is about the story's main event."""
    by: Token | None = None
    """Subject of a suspecting, blaming or citing verb: who explains; None when the word does not say."""
    timeless: bool = False
    """True for words of motive and suspicion, which are about the past whatever their own tense."""


def cues(tokens: Sequence[Token]) -> Iterator[Cue]:
    """Every explaining word of a sentence, phrases first."""
    taken: set[int] = set()
    for cue in (*_phrases(tokens), *_words(tokens)):
        places = {token.i for token in cue.tokens}
        if not places & taken and cue.strength > 0:
            taken |= places
            yield cue


def _phrases(tokens: Sequence[Token]) -> Iterator[Cue]:
    doc, first, last = tokens[0].doc, tokens[0].i, tokens[-1].i
    start = tokens[0].idx
    text = text_of(doc)[start : tokens[-1].idx + len(tokens[-1].text)]
    for pattern, rule, strength in PHRASES:
        for match in pattern.finditer(text):
            run = doc.char_span(start + match.start(), start + match.end(), alignment_mode="expand")
            if run is not None and first <= run[0].i and run[-1].i <= last:
                yield _phrase_cue(tuple(run), rule, strength)


def _phrase_cue(run: tuple[Token, ...], rule: str, strength: float) -> Cue:
    """Cause and effect of a connective: the clause or noun it governs, and the verb that this hangs on."""
    mark = run[0]
    if rule == "because" and mark.dep_ == "mark":
        clause = mark.head
        if not terms_of(clause.subtree):
            return Cue(run, rule, 0.0)  # "because that was what there was" names nothing
        return Cue(run, rule, strength, tuple(_after(clause, run[-1])), tuple(_before(clause.head, mark)), clause.head)
    if rule == "cited as a reason":
        return _citing(run, rule, strength)
    if rule == "claims responsibility":
        return _claiming(run, rule, strength)
    if rule == "says it was meant":
        return _meaning(run, rule, strength)
    if rule == "finds no sign of":
        return _finding_none(run, rule, strength)
    governed = [
        child
        for token in run
        for child in token.children
        if child.dep_ in {"pobj", "pcomp", "dobj"} and child.i > run[-1].i
    ]
    anchor = next((token for token in mark.ancestors if token.pos_ in {"VERB", "AUX"}), None)
    if rule == "named as a theory":
        content = [part for child in run[-1].children if child.i > run[-1].i for part in child.subtree]
        return Cue(run, rule, strength, tuple(content) if terms_of(content) else (), head=anchor, timeless=True)
    if not governed or anchor is None or rule in {"linked to", "names a fault"}:
        return Cue(run, rule, strength, head=anchor)
    cause = [part for part in governed[0].subtree if part.i > run[-1].i]
    return Cue(run, rule, strength, tuple(cause), tuple(_before(anchor, mark)), anchor)


def _citing(run: tuple[Token, ...], rule: str, strength: float) -> Cue:
    verb = run[0]
    named = next((child for child in verb.children if child.dep_ in {"dobj", "obj"}), None)
    if (
        named is None
        or named.ent_type_ in {"PERSON", "ORG"}
        or named.lemma_ in {"source", "official", "report", "person"}
    ):
        return Cue(run, rule, 0.0)
    return Cue(
        run, rule, strength, tuple(named.subtree), tuple(_before(verb.head, verb)), verb.head, by=subject_of(verb)
    )


def _claiming(run: tuple[Token, ...], rule: str, strength: float) -> Cue:
    """Who claims responsibility is proponent and culprit in one; what for is the effect."""
    verb = next((token for token in run if token.pos_ in {"VERB", "AUX"}), run[0])
    subject = subject_of(verb)
    if subject is not None and subject.tag_ in {"WDT", "WP"} and verb.dep_ == "relcl":
        subject = verb.head
    what = [part for token in (*run, verb) for child in token.children
            if child.lower_ == "for" and child.i > run[0].i for part in child.subtree if part.i > child.i]
    cause = tuple(subject.subtree) if subject is not None and subject.i < run[0].i else ()
    return Cue(run, rule, strength, tuple(part for part in cause if part.i < run[0].i), tuple(what), verb, by=subject)


def _meaning(run: tuple[Token, ...], rule: str, strength: float) -> Cue:
    """`Rebels opened the lock on purpose`: who did it is the cause, the deed the effect."""
    deed = next((one for one in run[0].ancestors if one.pos_ == "VERB"), None)
    doer = subject_of(deed) if deed is not None else None
    if deed is None or doer is None:
        return Cue(run, rule, 0.0)
    return Cue(run, rule, strength, tuple(doer.subtree), tuple(_after(deed, doer)), deed)


def _finding_none(run: tuple[Token, ...], rule: str, strength: float) -> Cue:
    """What nobody found a sign of is the cause that the passage speaks against."""
    last = run[-1]
    what = [part for child in last.children for part in child.subtree if part.i > last.i]
    if last.dep_ == "mark":
        what = _after(last.head, last)
    anchor = next((token for token in run[0].ancestors if token.pos_ in {"VERB", "AUX"}), None)
    named = cause_kind(terms_of(what))
    return Cue(run, rule, strength if named else 0.0, tuple(what), (), anchor, timeless=True)


def _words(tokens: Sequence[Token]) -> Iterator[Cue]:
    for token in tokens:
        if token.pos_ in {"VERB", "AUX"}:
            found = (
                _passive_cause(token)
                or _blaming(token)
                or _suspecting(token)
                or _active_cause(token)
                or _purpose(token)
                or _failing(token)
                or _wanting(token)
            )
        elif token.lower_ in MEANT:
            found = _meaning((token,), "says it was meant", 0.7)
        else:
            found = _motive(token) or _rumour(token) or _suspects_as_noun(token)
        if found is not None:
            yield found


def _passive_cause(verb: Token) -> Cue | None:
    weight = PASSIVE_CAUSES.get(verb.lemma_)
    if weight is None or verb.tag_ != "VBN":
        return None
    agent = next(
        (child for child in verb.children if child.dep_ in {"agent", "prep"} and child.lower_ in {"by", "of", "from"}),
        None,
    )
    if agent is None:
        return None
    effect = subject_of(verb)
    return Cue(
        (verb, agent),
        f"passive cause: {verb.lemma_} {agent.lower_}",
        weight,
        tuple(part for part in agent.subtree if part.i > agent.i),
        tuple(effect.subtree) if effect is not None else (),
        verb,
    )


def _active_cause(verb: Token) -> Cue | None:
    weight = CAUSAL_VERBS.get(verb.lemma_) or CULPRIT_VERBS.get(verb.lemma_)
    subject = subject_of(verb)
    if (
        weight is None
        or subject is None
        or any(
            child.dep_ in {"auxpass", "neg"} or (child.lower_ == "to" and child.dep_ == "aux")
            for child in verb.children
        )
    ):
        return None
    if verb.lemma_ == "contribute" and subject.ent_type_ in {"PERSON", "ORG"}:
        return None  # a credit line: "Jane Roe contributed to this report"
    if verb.lemma_ == "lead" and any(child.dep_ in {"dobj", "obj"} for child in verb.children):
        return None  # "leading a convoy to the capital"
    wanted = {"lead": "to", "result": "in", "contribute": "to", "subject": "to"}.get(verb.lemma_)
    if wanted and not any(child.lower_ == wanted for child in verb.children):
        return None
    if wanted is None and not any(child.dep_ in {"dobj", "obj", "ccomp", "dative"} for child in verb.children):
        return None  # "he drove down" names no effect
    effect = [part for child in verb.children if child.i > verb.i and child.dep_ != "punct" for part in child.subtree]
    if not effect:
        return None
    if verb.lemma_ in {"allow", "enable", "expose"} and subject.lemma_ not in OF_A_CAUSE:
        weight *= 0.6
    rule = "names the culprit" if verb.lemma_ in CULPRIT_VERBS else f"causal verb: {verb.lemma_}"
    return Cue((verb,), rule, weight, tuple(subject.subtree), tuple(effect), verb)


def _blaming(verb: Token) -> Cue | None:
    weight = BLAMING.get(verb.lemma_)
    if weight is None:
        return None
    target = next(
        (child for child in verb.children if child.dep_ in {"prep", "dative"} and child.lower_ in {"to", "on", "of"}),
        None,
    )
    if verb.lemma_ == "put":
        down = any(child.lower_ == "down" for child in verb.children)
        if not down or target is None:
            return None
    elif verb.lemma_ in {"attribute", "ascribe", "pin", "accuse"} and target is None:
        return None
    cause = tuple(part for part in target.subtree if part.i > target.i) if target is not None else ()
    return Cue((verb,), f"blaming verb: {verb.lemma_}", weight, cause, (), verb, by=subject_of(verb))


def _suspecting(verb: Token) -> Cue | None:
    weight = SUSPECTING.get(verb.lemma_)
    content = next((child for child in verb.children if child.dep_ in {"ccomp", "dobj", "xcomp"}), None)
    if weight is None and content is not None and verb.lemma_ in HINTING and _hints_at_somebody(content):
        weight = HINTING[verb.lemma_]
    if weight is None or content is None or any(child.dep_ == "neg" for child in verb.children):
        return None
    if content.dep_ != "ccomp" and verb.lemma_ not in {"suspect", "allege"}:
        return None
    if any(child.tag_ == "MD" and child.lower_ in {"will", "would", "can"} for child in content.children):
        return None
    subject = subject_of(verb)
    if subject is not None and subject.lower_ in {"you", "i"} and verb.lemma_ == "think":
        return None
    return Cue(
        (verb,),
        f"suspecting verb: {verb.lemma_}",
        weight,
        tuple(content.subtree),
        (),
        content,
        by=subject,
        timeless=verb.lemma_ in {"suspect", "speculate", "theorise", "theorize"},
    )


def _hints_at_somebody(content: Token) -> bool:
    """`Others suggest that the ministry was involved in the plot`: a hand in it, not any other news."""
    return any(token.lemma_.lower() in HANDS_IN for token in content.subtree)


def _wanting(verb: Token) -> Cue | None:
    """`They wanted to disband the company`: what others were after, as somebody says."""
    if verb.lemma_ != "want" or verb.tag_ != "VBD":
        return None
    subject = subject_of(verb)
    goal = next((child for child in verb.children if child.dep_ == "xcomp"), None)
    if goal is None or subject is None or subject.lower_ in {"i", "we", "you", "it", "who", "that"}:
        return None
    if any(child.dep_ == "neg" for child in verb.children):
        return None
    return Cue((verb,), WANTED, 0.5, tuple(goal.subtree), (), goal, timeless=True)


def _suspects_as_noun(token: Token) -> Cue | None:
    """`Rep. Jane Roe suspects that …`, where the tagger takes the verb for a noun after a run of names."""
    content = next(
        (
            child
            for child in token.children
            if child.dep_ in {"acl", "ccomp"} and any(part.dep_ == "mark" for part in child.children)
        ),
        None,
    )
    names = [child for child in token.children if child.dep_ == "compound" and child.pos_ == "PROPN"]
    if token.lower_ != "suspects" or token.dep_ != "ROOT" or content is None or not names:
        return None
    return Cue(
        (token,),
        "suspecting verb: suspect",
        SUSPECTING["suspect"],
        tuple(content.subtree),
        (),
        content,
        by=names[-1],
        timeless=True,
    )


def _purpose(verb: Token) -> Cue | None:
    """An infinitive of purpose on a verb that tells what was done, or `aimed at`, `designed to`."""
    if verb.lemma_ in PURPOSE_VERBS and verb.tag_ == "VBN":
        goal = next((child for child in verb.children if child.dep_ in {"xcomp", "prep"} and child.i > verb.i), None)
        if goal is not None:
            return Cue((verb,), f"purpose: {verb.lemma_}", PURPOSE_VERBS[verb.lemma_], tuple(goal.subtree), (), goal)
    mark = next((child for child in verb.children if child.lower_ == "to" and child.dep_ == "aux"), None)
    if mark is None or verb.head.pos_ != "VERB" or verb.i < verb.head.i or verb.head.lemma_ in CONTROL:
        return None
    if verb.head.lemma_ in ADDRESSING or verb.lemma_ in ADDRESSING or verb.lemma_ in RESULTS:
        return None
    acted_on = any(child.dep_ == "dobj" and verb.head.i < child.i < mark.i for child in verb.head.children)
    if verb.dep_ != "advcl" and not (verb.dep_ == "xcomp" and acted_on):
        return None
    done = verb.head.tag_ in {"VBD", "VBN", "VBZ", "VBG"}
    reach = mark.i - verb.head.i
    means = verb.head.tag_ == "VBD" and acted_on and verb.head.lemma_ in MEANS
    strength = 0.8 if means else (0.55 if done else 0.25) * (1.0 if reach > 1 else 0.6)
    return Cue(
        (mark, verb),
        "what a means was used for" if means else "infinitive of purpose",
        strength,
        tuple(part for part in verb.subtree),
        tuple(_before(verb.head, mark)),
        verb.head,
    )


def _failing(verb: Token) -> Cue | None:
    weight = FAILING.get(verb.lemma_)
    if weight is None or subject_of(verb) is None:
        return None
    if verb.lemma_ == "fail" and not any(child.dep_ == "xcomp" for child in verb.children):
        return None
    if verb.lemma_ == "ignore" and not any(child.dep_ in {"dobj", "obj"} for child in verb.children):
        return None
    return Cue((verb,), "names a neglect", weight, tuple(verb.subtree), (), verb)


def _motive(token: Token) -> Cue | None:
    """A noun of motive or cause that says what it is: `the motive was …`, `a key factor in …`, `a pretext to …`."""
    weight = MOTIVE_NOUNS.get(token.lemma_)
    if weight is None or token.pos_ != "NOUN" or token.dep_ in {"compound", "amod"}:
        return None
    copula = token.head if token.head.lemma_ in {"be", "appear", "seem", "remain", "become"} else None
    opened = any(child.dep_ in {"prep", "acl", "relcl"} for child in token.children)
    unknown = any(child.lower_ in {"no", "any", "unknown", "whatever"} for child in token.children) or _is_open(token)
    if unknown or (copula is None and not opened):
        return None
    anchor = copula if copula is not None else next(iter(token.ancestors), token)
    named = token if copula is None else _complement(copula) if token.dep_ != "attr" else subject_of(copula)
    return Cue(
        (token,),
        f"noun of motive: {token.lemma_}",
        weight * (1.0 if copula is not None else 0.6),
        tuple(named.subtree) if named is not None else (),
        head=anchor,
        timeless=True,
    )


def _complement(copula: Token) -> Token | None:
    wanted = {"attr", "ccomp", "xcomp"}
    return next((child for child in copula.children if child.i > copula.i and child.dep_ in wanted), None)


def _is_open(token: Token) -> bool:
    """True where the sentence says that nobody knows the motive: `remains unknown`, `wondered about the motive`."""
    near = [one for one in (*list(token.ancestors)[:3], *token.head.children) if one.i != token.i]
    return any(one.lemma_.lower() in OPEN_QUESTION or _is_not_known(one) for one in near)


def _is_not_known(word: Token) -> bool:
    around = (*word.children, *word.head.children)
    return word.lemma_ in {"know", "find", "identify", "clear"} and any(one.dep_ == "neg" for one in around)


def _rumour(token: Token) -> Cue | None:
    """A noun that calls its content a guess: `rumours that …`, `speculation about …`, `one theory is …`."""
    weight = RUMOUR_NOUNS.get(token.lemma_)
    if weight is None or token.pos_ != "NOUN" or token.dep_ in {"compound", "amod"}:
        return None
    content = next(
        (child for child in token.children if child.i > token.i and child.dep_ in {"acl", "relcl", "ccomp", "prep"}),
        None,
    )
    copula = token.head if token.head.lemma_ == "be" and token.dep_ in {"nsubj", "attr"} else None
    if content is None and copula is None:
        return None
    cause = tuple(content.subtree) if content is not None else ()
    return Cue(
        (token,),
        f"noun of rumour: {token.lemma_}",
        weight * (1.0 if content is None or content.dep_ != "prep" else 0.8),
        cause,
        head=copula or next(iter(token.ancestors), token),
        timeless=True,
    )


def _after(head: Token, mark: Token) -> list[Token]:
    return [part for part in head.subtree if part.i > mark.i]


def _before(head: Token, mark: Token) -> list[Token]:
    return [part for part in head.subtree if part.i < mark.i]
