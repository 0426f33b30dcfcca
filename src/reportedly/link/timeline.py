"""The order of the timeline's entries by weight, so that a short list shows different things."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from functools import cache
from math import fsum

from reportedly.link.days import within
from reportedly.records.linked import Event
from reportedly.text.happening_kinds import heft, kind_of_happening
from reportedly.text.normalise import fold
from reportedly.text.weights import weight

RANKED = 400
"""Events compared with one another; lighter ones follow by weight. Comparing all would be quadratic."""
REDUNDANCY = 0.7
"""How far a near-copy of an entry that already stands in the list is pushed down (maximal marginal relevance,
Carbonell & Goldstein 1998)."""
OTHER_RANGE = 0.5
"""What is left of a likeness where one entry is dated more closely than the other: they may tell of two days."""
SAME_WORDS, SAME_WORDS_OTHER_DAY = 1.2, 0.7
"""Likeness of an entry that shows the very words of another, of a time that may be the same or of another day."""
LEAST_LIKENESS = 0.15
"""Entries less alike than this, a name or a common word in common, tell different things."""
TOLD_ALREADY = 0.6
"""Share of an entry's words that the accounts of another of the same day use between them from which it tells the same
moment in other words."""
ACCOUNTS = 40
"""Accounts of an entry whose words are looked at."""
ENOUGH_SHARED = 2.0
"""Weight of shared terms, about three telling words, from which likeness counts in full."""
FUNCTION_WORDS = frozenset(
    """the an and or but nor if as at by for from in into of off on onto out over per than to under up upon via with
within without about above across after against along among around before behind below beneath beside between
beyond despite down during except inside near since through throughout till toward towards until it its he him
his she her hers they them their theirs we us our you your who whom whose which what when where while why how
that this these those there here is are was were be been being am has have had having do does did not no any all
some each every both only also very more most other such own same so too will would shall should can could may
might must just then once""".split())
"""Words of the closed classes: that two entries share them tells nothing."""
_WORD = re.compile(r"[a-z0-9][a-z0-9'-]+")
_ENDINGS = ("", "s", "es", "ed", "d", "ing")


@dataclass(slots=True)
class _Waiting:
    """An event not yet in the list, with the entry of the list that it is most like."""

    event: Event
    terms: frozenset[str]
    likeness: float = 0.0
    like: Event | None = None

    @property
    def novelty(self) -> float:
        return round(1 - REDUNDANCY * self.likeness, 4)

    @property
    def marginal(self) -> float:
        return round(self.event.weight * self.novelty, 6)

    def beside(self, listed: _Waiting, told: frozenset[str]) -> None:
        """Note how much of this is told by an entry that has just been listed; `told` are all its accounts' terms."""
        likeness = _likeness(self, listed, told)
        if likeness > max(self.likeness, LEAST_LIKENESS):
            self.likeness, self.like = likeness, listed.event

    def listed(self) -> Event:
        return replace(self.event, weight=self.marginal, novelty=self.novelty,
                       repeats=self.like.id if self.like else None)


def rank(events: Iterable[Event]) -> tuple[Event, ...]:
    """The events, heaviest first; one that tells what one before it tells loses weight and so its place.

    `novelty` says what is left of the weight, `repeats` which entry took the rest.
    """
    ordered = sorted(events, key=lambda event: (-event.weight, event.id))
    waiting = [_Waiting(event, shown_terms(event)) for event in ordered[:RANKED]]
    ranked: list[Event] = []
    while waiting:
        best = waiting.pop(max(range(len(waiting)), key=lambda index: (waiting[index].marginal, -index)))
        ranked.append(best.listed())
        told = told_terms(best.event)
        for other in waiting:
            other.beside(best, told)
    floor = ranked[-1].weight if ranked else 0.0
    return (*ranked, *(replace(event, weight=min(event.weight, floor)) for event in ordered[RANKED:]))


def _likeness(entry: _Waiting, listed: _Waiting, told: frozenset[str]) -> float:
    """Likeness of the words shown, or how far the accounts of the listed one tell them; half of it where one is dated
    more closely than the other, 0 for other days."""
    event, other = entry.event, listed.event
    same_words = event.chosen.covers(other.chosen) or other.chosen.covers(event.chosen)
    first, second = event.when, other.when
    if not within(first.earliest, first.latest, second.earliest, second.latest, 0):
        return SAME_WORDS_OTHER_DAY if same_words else 0.0
    if same_words:
        return SAME_WORDS
    if first.day is None or first.day != second.day:
        return _overlap(entry.terms, listed.terms) * OTHER_RANGE
    contained = _contained(entry.terms, told)
    return max(_overlap(entry.terms, listed.terms), contained if contained >= TOLD_ALREADY else 0.0)


def _overlap(terms: frozenset[str], other: frozenset[str]) -> float:
    """Mean of weighted Dice and containment: a short entry is told whole by a long one that holds its words."""
    both = fsum(map(heft, terms & other))
    if not both:
        return 0.0
    first, second = fsum(map(heft, terms)), fsum(map(heft, other))
    return (2 * both / (first + second) + both / min(first, second)) / 2 * min(1.0, both / ENOUGH_SHARED)


def _contained(terms: frozenset[str], told: frozenset[str]) -> float:
    """Weighted share of the terms that are told."""
    both = fsum(map(heft, terms & told))
    return both / fsum(map(heft, terms)) * min(1.0, both / ENOUGH_SHARED) if both else 0.0


def told_terms(event: Event) -> frozenset[str]:
    """Terms of all accounts of an entry, of the first `ACCOUNTS` where there are more."""
    return terms_of(" ".join(span.exact for span in event.spans[:ACCOUNTS]))


def shown_terms(event: Event) -> frozenset[str]:
    """Terms of the words shown."""
    return terms_of(event.text)


def terms_of(text: str) -> frozenset[str]:
    """The words that carry some content, folded, without endings, those of one kind of happening as one."""
    words = (word for word in _WORD.findall(fold(text)) if word not in FUNCTION_WORDS)
    return frozenset(term for word in words if weight(term := _term(word)) > 0.2)


@cache
def _term(word: str) -> str:
    """The kind of happening a word form names, else the base form that is in use, else the word."""
    bare = word.removesuffix("'s")
    forms = [form for ending in _ENDINGS if bare.endswith(ending) for form in _bases(bare, ending)]
    kind = next((kind for form in forms if (kind := kind_of_happening(form))), None)
    return kind or next((form for form in forms[1:] if len(form) > 2 and weight(form) < weight(bare)), bare)


def _bases(word: str, ending: str) -> tuple[str, ...]:
    base = word[:len(word) - len(ending)]
    if not ending:
        return (word,)
    doubled = len(base) > 2 and base[-1] == base[-2]
    return (base, base + "e", *((base[:-1],) if doubled else ()))
