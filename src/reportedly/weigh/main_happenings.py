"""The happenings a story is about, so that explanations of them can be told from those of side matters."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from reportedly.records.linked import LinkedStory
from reportedly.text.normalise import fold
from reportedly.text.weights import total

MOST = 3
"""Heaviest events of the timeline that count as what the story is about."""
NEXT_TO_FIRST = 0.5
"""Share of the first one's weight that the others must have."""
LEAST_SHARED = 0.3
"""Sum of weights of the words beside the verb that a passage must share: it is about that gate, not any gate."""
_SHORTEST_STEM = 4
_SAYING = frozenset("""say tell deny announce admit claim confirm report declare accuse testify warn ask call speak
    describe believe think blame""".split())
"""What was said of a happening is not what the theories explain."""


@dataclass(frozen=True, slots=True)
class _Happening:
    verbs: frozenset[str]
    terms: frozenset[str]


class MainHappenings:
    """Verbs and words of a story's heaviest events."""

    def __init__(self, linked: LinkedStory) -> None:
        ranked = [event for event in linked.events if event.status == "happened"]
        foremost = [event for event in ranked[:MOST] if event.own_weight >= NEXT_TO_FIRST * ranked[0].own_weight]
        by_id = {event.id: event for report in linked.state.reports for event in report.events}
        self._happenings = []
        for event in foremost:
            told = [by_id[one] for one in event.members if one in by_id and fold(by_id[one].lemma) not in _SAYING]
            counts = Counter(term for one in told for term in one.terms)
            terms = frozenset(term for term, count in counts.items() if 3 * count >= len(told))
            self._happenings.append(_Happening(frozenset(fold(one.lemma) for one in told), terms))

    def hold(self, terms: Iterable[str]) -> bool:
        """True for terms of a passage about one of them: its verb (or a noun of it) and more of its words."""
        held = frozenset(terms)
        return any(_is_about(held, one) for one in self._happenings)


def _is_about(held: frozenset[str], happening: _Happening) -> bool:
    acts = {term for term in held for verb in happening.verbs if _is_of_verb(term, verb)}
    return bool(acts) and total((held & happening.terms) - acts - happening.verbs) >= LEAST_SHARED


def _is_of_verb(term: str, verb: str) -> bool:
    """`opening` and `open`, `explosion` and `explode`: told by their first letters."""
    stem = verb[:-2] if len(verb) > 6 else verb.removesuffix("e")
    return term == verb or (len(stem) >= _SHORTEST_STEM and term.startswith(stem))
