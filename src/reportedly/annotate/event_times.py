"""When an event happened: the time expression that its verb governs, else what the text around lets be told."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import TYPE_CHECKING

from reportedly.annotate.event_triggers import FRAMES
from reportedly.annotate.tense import VERBAL, is_perfect_past, tense_of_verb
from reportedly.records.annotation import TimeExpression, TimeRange

if TYPE_CHECKING:
    from spacy.tokens import Token

VAGUE = frozenset({"PRESENT_REF", "PAST_REF", "FUTURE_REF"})
_NOT_WHEN = frozenset({"since", "until", "till", "before", "after", "despite", "about", "than", "for", "of", "from"})
"""Prepositions that tie a date to something else than the moment of the event."""
_WHEN = frozenset({"on", "in", "at", "during", "by"})
A_DAY = frozenset({"minute", "hour", "part-of-day", "day"})
_INSIDE_NOUN = frozenset({"amod", "compound", "poss", "nummod", "nmod", "appos"})
_BESIDE = frozenset({"after", "as", "when", "while", "before", "once", "with"})
_CLOSE = frozenset({"shortly", "just", "soon", "right", "immediately", "minutes", "seconds", "moments"})
_ALONG = frozenset({"as", "when", "while"})
_SUCCEEDING = frozenset({"succeed", "fail", "result", "end", "begin", "start"})
"""Verbs that tell how what they govern went: "succeeded in landing it on Monday"."""
_SPEAKING_OF = frozenset(
    "speak talk discuss propose call demand urge warn promise consider debate mention suggest plan envisage".split()
)
"""Verbs whose date, where it stands with the thing spoken of, is that of the thing ("spoke of a vote in April")."""
_UNTIL = frozenset({"to", "until", "till", "through"})
_JOINS = frozenset({"-", "–", "—", "to", "through", "until", "and"})


@dataclass(frozen=True, slots=True)
class Attached:
    """A time expression with the word that governs it."""

    time: TimeExpression
    verb: Token
    """The verb, or the event noun it stands with."""
    rank: int
    """0 governed by the verb itself, 1 through one of its objects."""
    place: int
    """Token index, for distance."""


def attach(time: TimeExpression, tokens: Sequence[Token]) -> Attached | None:
    """The verb or noun that a time expression belongs to; None for what tells no moment ("since 1998", "two weeks")."""
    if (time.earliest is None and time.latest is None) or time.value in VAGUE or not tokens:
        return None
    if _is_inside_word(time, tokens[0]):
        return None
    inside = set(tokens)
    head = next((token for token in tokens if token.head not in inside or token.head == token), tokens[-1])
    rank, node, noun = 0, head, head
    if node.head == node:
        return Attached(time, node, 0, node.i)
    while node.head != node:
        if node.dep_ in ("prep", "mark") and _leads_elsewhere(node, head, inside, time):
            return None
        if node == head and node.dep_ in _INSIDE_NOUN and not _follows_when(tokens[0]):
            rank = 2
        node = node.head
        if node.pos_ in VERBAL and not _is_unhappened(node):
            if rank and node.lemma_ in _SPEAKING_OF and not noun.dep_.startswith("nsubj"):
                return None
            verb = node.head if _leads_what_is_told(tokens[0], node) else _content_verb(node)
            return Attached(time, verb, rank, head.i)
        if node.pos_ in ("NOUN", "PROPN", "ADJ", "NUM") and node not in inside and node.head != node:
            rank, noun = max(rank, 1) if rank < 2 else 2, node
    return Attached(time, node, min(rank, 1), head.i)


def _leads_elsewhere(preposition: Token, head: Token, inside: set[Token], time: TimeExpression) -> bool:
    """True where a preposition ties the date to something else than the moment ("since May", "moved it to Monday")."""
    is_next = preposition == head.head
    if preposition.lower_ == "to":
        return is_next
    if preposition.lower_ not in _NOT_WHEN or _tells_when(preposition, time):
        return False
    return not (is_next and _swallows_name(head, inside))


def _leads_what_is_told(first: Token, verb: Token) -> bool:
    """ "The guard said on Friday the dam broke": a date between the two, without "that", is of the saying."""
    above = verb.head
    if verb.dep_ != "ccomp" or above.lemma_ not in FRAMES or above.i > first.i or first.i > verb.i:
        return False
    return first.i - verb.left_edge.i <= 1 and not any(child.lower_ == "that" for child in verb.lefts)


def _is_inside_word(time: TimeExpression, word: Token) -> bool:
    """True for the digits of a longer word: an address, a model, the name of a file ("flood2031.org")."""
    rest = word.text.replace(time.span.exact, "", 1)
    return len(rest) < len(word.text) and any(map(str.isalpha, rest))


def _follows_when(token: Token) -> bool:
    """ "On Monday guards closed …": the parser takes the day for part of the noun, the preposition shows it is none."""
    return token.i > 0 and token.nbor(-1).lower_ in _WHEN


def _is_unhappened(gerund: Token) -> bool:
    """True for "without warning": what was not done has no moment, the date beside it is that of what was."""
    return gerund.dep_ == "pcomp" and gerund.head.lower_ == "without"


def _content_verb(verb: Token) -> Token:
    """The lexical verb of an auxiliary that the parser hung the date on."""
    return verb.head if verb.dep_ in ("aux", "auxpass") and verb.head.pos_ in VERBAL else verb


def _swallows_name(head: Token, inside: set[Token]) -> bool:
    """ "before the Harbour Committee December 8": the parser takes the name for a part of the date behind it."""
    return any(child.dep_ in ("compound", "nmod") and child.pos_ == "PROPN" and child not in inside
               for child in head.lefts)


def _tells_when(preposition: Token, time: TimeExpression) -> bool:
    """ "from May", "of last year"; "shortly after 10 p.m." is about that time."""
    if preposition.lower_ in ("after", "before") and time.precision in ("minute", "hour"):
        if preposition.lower_ == "before" and (time.earliest or "").endswith("T00:00"):
            return False  # it was on the day before
        return any(child.lower_ in _CLOSE for child in preposition.children)
    if preposition.lower_ == "of":
        return preposition.head.lower_ != "as"  # "stood at 40 as of May" tells of a state
    if preposition.lower_ != "from":
        return False
    if len(time.value) >= len("2031-05"):
        return True
    beside = (*preposition.children, *preposition.head.children)
    return any(child.lower_ in _UNTIL and child.i > preposition.i for child in beside)


def joined_range(
    chosen: TimeExpression, times: Sequence[TimeExpression], text: str
) -> tuple[str | None, str | None, tuple[TimeExpression, ...]]:
    """First and last moment of an expression and of the one it forms a range with ("June 23-26", "May to July")."""
    for first, second in pairwise(times):
        if chosen not in (first, second) or None in (first.earliest, second.latest):
            continue
        between = text[first.span.end : second.span.start].strip()
        lead = text[max(first.span.start - 9, 0) : first.span.start].lower()
        joined = between in _JOINS and (between != "and" or lead.rstrip().endswith("between"))
        if joined and second.type == first.type and str(first.earliest) <= str(second.latest):
            return first.earliest, second.latest, (first, second)
    return chosen.earliest, chosen.latest, (chosen,)


def own_time(trigger: Token, attached: Sequence[Attached]) -> Attached | None:
    """The expression that belongs to a trigger: its own, or that of the infinitive it governs ("voted to lift it on
    Wednesday"); the best attached first, then the nearest."""
    governed = _governed(trigger)
    candidates = [item for item in attached if item.verb == trigger or item.verb in governed]
    return min(
        candidates, key=lambda item: (item.verb != trigger, item.rank, abs(item.place - trigger.i)), default=None
    )


def _governed(trigger: Token) -> set[Token]:
    out = {child for child in trigger.children if child.dep_ in ("xcomp", "pcomp")}
    if trigger.lemma_ in _SUCCEEDING:
        out |= {verb for child in trigger.children if child.dep_ == "prep" for verb in child.children
                if verb.dep_ == "pcomp"}
    out |= {  # "called it badly misjudged on Wednesday": no clause of its own
        child
        for child in trigger.children
        if child.dep_ in ("ccomp", "oprd")
        and not any(node.dep_.startswith(("nsubj", "aux")) for node in child.children)
    }
    if trigger.pos_ == "NOUN" and trigger.head.lemma_ in ("be", "take", "happen", "occur"):
        out.add(trigger.head)
    return out


def inherited_time(trigger: Token, attached: Sequence[Attached]) -> Attached | None:
    """The time of the clause that this one is joined to ("raided it on Monday and charged …", "as crowds gathered")."""
    node = trigger
    while node.dep_ in ("conj", "advcl", "dobj", "nsubj", "nsubjpass", "pobj", "prep", "attr") and node.head != node:
        marks = {child.lower_ for child in node.children} if node.dep_ == "advcl" else set()
        if node.dep_ == "advcl" and not marks & _BESIDE:
            return None
        above = node.head
        found = own_time(above, attached) if above.pos_ in VERBAL else None
        if found and found.rank < 2:
            is_far = bool(marks & {"after", "before"}) and found.time.precision not in A_DAY
            return None if is_far else found  # "led it from 2020 to 2027 before he was ousted"
        node = above
    return None


def companion_time(trigger: Token, attached: Sequence[Attached]) -> Attached | None:
    """The time of a clause that happens along with this one ("was asleep when the dam broke on Monday") or that this
    one goes on from after a semicolon ("the court ruled on Monday; it found …")."""
    if trigger.pos_ not in VERBAL:
        return None
    for child in trigger.children:
        if child.dep_ == "agent" and (found := _time_of_agent(child, attached)):
            return found
        if child.pos_ not in VERBAL:
            continue
        along = child.dep_ == "advcl" and any(node.lower_ in _ALONG for node in child.children)
        if along or _goes_on_after(child, trigger):
            found = own_time(child, attached)
            if found and found.rank < 2:
                return found
    return None


def _time_of_agent(by: Token, attached: Sequence[Attached]) -> Attached | None:
    """ "were hurt by a blast reported last year": what it was done by is dated."""
    for noun in by.children:
        for child in (noun, *noun.children):
            if child.dep_ in ("pobj", "acl") and (found := own_time(child, attached)) and found.rank < 2:
                return found
    return None


def _goes_on_after(clause: Token, trigger: Token) -> bool:
    if clause.dep_ not in ("ccomp", "parataxis") or clause.i > trigger.i:
        return False
    return any(token.text == ";" for token in trigger.doc[clause.right_edge.i : trigger.i])


def shared_time(trigger: Token, attached: Sequence[Attached]) -> Attached | None:
    """The time at the end of a row of verbs, which holds for all of them: "ten were hurt and two died on Sunday"."""
    if trigger.pos_ not in VERBAL:
        return None
    for joined in (child for child in trigger.rights if child.dep_ == "conj" and child.pos_ in VERBAL):
        found = own_time(joined, attached) or shared_time(joined, attached)
        if found and found.rank < 2 and found.place > joined.i:
            return found
    return None


def untold(status: str, published: str | None, *, is_past: bool) -> TimeRange:
    """The range where no expression helps: by publication, before it (`is_past`), after it ("will vote")."""
    if published is None:
        return TimeRange(earliest=None, latest=None, precision="unknown", rule="no time told", because=())
    if status == "future":
        return TimeRange(earliest=published, latest=None, precision="unknown", rule="after publication", because=())
    if is_past:
        return TimeRange(earliest=None, latest=published, precision="unknown", rule="before publication", because=())
    return TimeRange(earliest=published, latest=published, precision="day", rule="by publication", because=())


def carried(time: TimeRange, rule: str) -> TimeRange:
    """The time for what is told next: of that day or part of the day, but not of that minute."""
    if time.precision not in ("minute", "hour") or not time.earliest or not time.latest:
        return replace(time, rule=rule)
    return replace(time, earliest=time.earliest[:10], latest=time.latest[:10], precision="day", rule=rule)


def takes_narrative_time(trigger: Token, status: str) -> bool:
    """Told in the simple past, so the time of the sentence before goes on."""
    verb = trigger if trigger.pos_ in VERBAL else trigger.head
    return (
        status in ("happened", "negated")
        and not is_perfect_past(verb)
        and tense_of_verb(verb) == "past"
        and not any(child.lower_ in ("has", "have") for child in verb.children)
    )
