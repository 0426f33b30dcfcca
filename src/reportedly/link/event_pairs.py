"""Scores two accounts of what happened: shared terms, by kind of happening, and kin verbs at compatible times.

A story compares its accounts by the million, so what one account says is taken apart once (`Told`), and the cheapest
tests come first.
"""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from functools import cache
from math import fsum

from reportedly.link.days import length, ordinal
from reportedly.link.moments import LOOKS_BACK_DAYS
from reportedly.records.linked import Node, Pair
from reportedly.text.happening_kinds import heft, kind_of_happening, kinds_in
from reportedly.text.verbs import are_kin
from reportedly.text.weights import rarest

EXPLICIT, UNDATED, RETOLD = "dated", "undated", "retold"
"""`retold`: told without a date below the lead, so that it may look back on an earlier day."""
LOOKED_BACK = 0.85
"""What is left of the likeness where an account without a date would look back on a day told elsewhere."""
UNSURE = 0.85
"""What is left where one account tells it as possible ("may have"): only for one verb or kin."""
ENOUGH_SHARED = 2.0
"""Weight of shared terms, about three telling words, from which likeness counts in full: two clauses of three words
that share two are no evidence."""
KIN = 0.8
OTHER_VERB = 0.45
"""What is left of the likeness of two clauses whose verbs have nothing to do with each other."""
OTHER_NAMES = 0.6
"""What is left where both accounts name somebody or some place, and none in common ("Vell confirmed a case")."""
LEAST_OF_ONE_HOUR, SAME_CLOCK_MINUTES, FULL_TIME = 0.5, 30, len("2031-05-04T10:27")
"""Likeness of two accounts of one act at clock times so near, though they share no other word ("they voted at 1 a.m.",
"the motion was put to the vote at 1:04")."""
SAME_DAY_TOLD = 1.2
"""Two accounts that both name one day are likelier to mean one happening than two that do not."""
FEWEST_TERMS = 3
"""An undated account of fewer terms ("why the gate had opened") may mean any day, so it joins none."""
NARROW_DAYS = 2
"""A day or a night."""
LEAST_SCORE = 0.3
"""Pairs below are not worth keeping: groups join by means of scores, and these hardly raise one."""
STANCES = frozenset("claim deny argue insist warn ask call describe accuse blame complain doubt defend".split())
"""Verbs of taking a stand: an act of its own beside what it is about."""
ANOTHER_ACT = 0.2


@dataclass(frozen=True, slots=True)
class Told:
    """A node of an account, taken apart."""

    node: Node
    terms: frozenset[str]
    heft: float
    """Of all its terms together."""
    first: int | None
    last: int | None
    """Days it may lie on, by the proleptic calendar's count; None for an open end."""
    is_narrow: bool
    status: str
    act: str
    dated: str
    names: frozenset[str]
    """Words of names; empty where it names nobody."""
    clock: int | None
    """Minutes since midnight."""


def told(node: Node) -> Told:
    """The parts of a node; one of a store made before names and clock were kept has none."""
    status, act, dated, *more = node.group.split("|")
    names, clock = (*more, "", "")[:2]
    return Told(node=node, terms=frozenset(node.terms),
                heft=fsum(map(heft, node.terms)), first=(node.earliest and ordinal(node.earliest)) or None,
                last=(node.latest and ordinal(node.latest)) or None,
                is_narrow=(length(node.earliest, node.latest) or NARROW_DAYS + 1) <= NARROW_DAYS,
                status=status, act=act, dated=dated, names=frozenset(filter(None, names.split(","))),
                clock=int(clock) if clock else None)


def pair_of(a: Told, b: Told) -> Pair | None:
    """The pair, or None for other days, other statuses or little in common."""
    late = agreement_of_days(a, b)
    if not late or are_of_one_sentence(a, b):
        return None
    shared = a.terms & b.terms
    same_terms = likeness(a, b, fsum(map(heft, shared)))
    if same_terms < LEAST_OF_ONE_HOUR and are_of_one_hour(a, b):
        same_terms = LEAST_OF_ONE_HOUR
    if same_terms * SAME_DAY_TOLD < LEAST_SCORE:
        return None
    if EXPLICIT in (a.dated, b.dated) and a.dated != b.dated and min(len(a.terms), len(b.terms)) < FEWEST_TERMS:
        return None
    same_verb = verb_agreement(a.act, b.act, a.terms, b.terms)
    if late < 1.0 and same_verb < KIN:
        return None
    same_day = a.dated == b.dated == EXPLICIT and a.is_narrow and b.is_narrow
    agreed = SAME_DAY_TOLD if same_day and same_verb else 1.0
    agreed *= late * status_agreement(a.status, b.status, same_verb)
    if a.names and b.names and a.names.isdisjoint(b.names):
        agreed *= OTHER_NAMES
    score = round(min(1.0, agreed * same_terms * (OTHER_VERB + (1 - OTHER_VERB) * same_verb)), 4)
    if score < LEAST_SCORE:
        return None
    first, second = (a, b) if a.node.id < b.node.id else (b, a)
    reason = f"share {', '.join(rarest(shared, 4))}; {first.act} / {second.act}"
    return Pair(kind=a.node.kind, a=first.node.id, b=second.node.id, score=score, reason=reason)


def are_of_one_sentence(a: Told, b: Told) -> bool:
    """True for a clause and the one around it, which tell two things; one told twice in the same words is one thing."""
    if a.node.article_id != b.node.article_id:
        return False
    first, second = a.node.label, b.node.label
    return (first in second or second in first) and (first != second or a.act != b.act)


def are_of_one_hour(a: Told, b: Told) -> bool:
    """True for one act of one day at nearly one clock time, whatever else the two accounts say of it."""
    if a.clock is None or b.clock is None or a.act != b.act or a.node.earliest != b.node.earliest:
        return False
    return abs(a.clock - b.clock) <= SAME_CLOCK_MINUTES


def agreement_of_days(a: Told, b: Told) -> float:
    """1 where both mean one day, `LOOKED_BACK` where one is told without a date some days after the other's, else 0."""
    if not (_is_before(a.last, b.first) or _is_before(b.last, a.first)):
        return 1.0
    if {a.dated, b.dated} != {RETOLD, EXPLICIT}:
        return 0.0
    later, earlier = (a, b) if a.dated == RETOLD else (b, a)
    if later.first is None or earlier.last is None or not earlier.is_narrow:
        return 0.0
    return LOOKED_BACK if 0 <= later.first - earlier.last < LOOKS_BACK_DAYS else 0.0


def _is_before(end: int | None, start: int | None) -> bool:
    return end is not None and start is not None and end < start


def likeness(a: Told, b: Told, both: float) -> float:
    """Mean of weighted Dice and containment, less where what is shared weighs little."""
    if not both:
        return 0.0
    return (2 * both / (a.heft + b.heft) + both / min(a.heft, b.heft)) / 2 * min(1.0, both / ENOUGH_SHARED)


def status_agreement(status: str, other: str, same_verb: float) -> float:
    """1 for one status, or a retrospect beside a report; `UNSURE` for a kin verb told as possible; else 0."""
    if status == other or {status, other} == {"happened", "background"}:
        return 1.0
    return UNSURE if {status, other} == {"happened", "possible"} and same_verb >= KIN else 0.0


def verb_agreement(lemma: str, other: str, terms: Collection[str], other_terms: Collection[str]) -> float:
    """1 for one verb, `KIN` for kin, 0.7 where each account names the kind of happening that the other's verb is of,
    0.6 or 0.5 where one verb is of no kind but the accounts share a kind or the verb, 0.2 or 0 for verbs of two kinds.
    """
    if lemma == other:
        return 1.0
    kind, other_kind = kind_of_happening(lemma), kind_of_happening(other)
    if _are_kin(lemma, other) or (kind and kind == other_kind):
        return KIN
    if (lemma in STANCES) != (other in STANCES):
        return ANOTHER_ACT  # that Roe claims something of the gate is not that the gate fell
    named = (kind or lemma) in other_terms, (other_kind or other) in terms
    if all(named):
        return 0.7
    if kind and other_kind:
        return ANOTHER_ACT if any(named) else 0.0
    return 0.6 if kinds_in(terms) & kinds_in(other_terms) else 0.5 if any(named) else 0.0


_are_kin = cache(are_kin)
"""A few thousand verbs, two by two."""
