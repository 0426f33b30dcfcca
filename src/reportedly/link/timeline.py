"""The order of the timeline's entries by weight, so that a short list shows different things."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace

from reportedly.link.days import within
from reportedly.records.linked import Event
from reportedly.text.normalise import fold
from reportedly.text.weights import dice, weight

RANKED = 400
"""Events compared with one another; lighter ones follow by weight. Comparing all would be quadratic."""
REDUNDANCY = 0.6
"""How far a near-copy of an entry that already stands in the list is pushed down (maximal marginal relevance,
Carbonell & Goldstein 1998)."""
OTHER_RANGE = 0.5
_WORD = re.compile(r"[a-z0-9][a-z0-9'-]+")


def rank(events: Iterable[Event]) -> tuple[Event, ...]:
    """The events, heaviest first; an entry like one before it on the same days loses weight and so its place."""
    ordered = sorted(events, key=lambda event: (-event.weight, event.id))
    waiting = [(event, shown_terms(event), 0.0) for event in ordered[:RANKED]]
    ranked = []
    while waiting:
        place = max(range(len(waiting)), key=lambda index: (_marginal(waiting[index]), -index))
        best = waiting.pop(place)
        ranked.append(replace(best[0], weight=_marginal(best)))
        waiting = [(event, terms, max(likeness, _likeness(event, terms, best[0], best[1])))
                   for event, terms, likeness in waiting]
    floor = ranked[-1].weight if ranked else 0.0
    return (*ranked, *(replace(event, weight=min(event.weight, floor)) for event in ordered[RANKED:]))


def _marginal(entry: tuple[Event, frozenset[str], float]) -> float:
    event, _, likeness = entry
    return round(event.weight * (1 - REDUNDANCY * likeness), 6)


def _likeness(event: Event, terms: frozenset[str], other: Event, other_terms: frozenset[str]) -> float:
    """Similarity of the words shown; half of it where one is dated more closely than the other, 0 for other days."""
    first, second = event.when, other.when
    if not within(first.earliest, first.latest, second.earliest, second.latest, 0):
        return 0.0
    same_days = first.day is not None and first.day == second.day
    return dice(terms, other_terms) * (1.0 if same_days else OTHER_RANGE)


def shown_terms(event: Event) -> frozenset[str]:
    """Folded words of the entry that carry some content."""
    return frozenset(word for word in _WORD.findall(fold(event.text)) if weight(word) > 0.2)
