"""Whether later reports tell that a forecast came true or failed: by rule, for a person to confirm."""

from __future__ import annotations

from reportedly.records.annotation import EventMention, ForecastMention
from reportedly.records.linked import LinkedStory
from reportedly.records.span import SourceSpan
from reportedly.text.hedges import hedge_range
from reportedly.text.weights import total

TELLS_THE_SAME = 0.6
"""Weighted share of the forecast's terms that a passage must hold to settle it."""
FEWEST_SHARED = 3
MOST_SPANS = 4
_IS_NEGATED = {"happened": False, "negated": True}


class Endings:
    """What the reports of a story tell as happened or as not happened, by the day of the report."""

    def __init__(self, linked: LinkedStory) -> None:
        self._rows = [
            (day, event, frozenset(event.terms))
            for report in linked.state.reports
            if (day := report.article.published_day)
            for event in report.events
            if event.status in _IS_NEGATED
        ]

    def settle(self, item: ForecastMention, last_predicted: str | None) -> tuple[str | None, tuple[SourceSpan, ...]]:
        """`came-true?` or `failed?` with the passages that settle it; None and nothing where none does.

        A passage settles a forecast when it stands in a report published after the last day on which it was
        predicted, tells something of that time or later, and holds most of the forecast's terms.
        """
        terms = frozenset(term for term in item.terms if hedge_range(term) is None)
        if last_predicted is None or len(terms) < FEWEST_SHARED:
            return None, ()
        found: dict[str, list[tuple[float, SourceSpan]]] = {"came-true?": [], "failed?": []}
        for day, event, held in self._rows:
            share = _share(held, terms) if day > last_predicted and _is_later(event, last_predicted) else 0.0
            if share:
                state = "came-true?" if _IS_NEGATED[event.status] == item.negated else "failed?"
                found[state].append((share, event.clause))
        return _better_supported(found)


def _better_supported(found: dict[str, list[tuple[float, SourceSpan]]]) -> tuple[str | None, tuple[SourceSpan, ...]]:
    """The state whose best passage holds more of the forecast; none of them where they tie, since accounts differ."""
    best = {state: max((share for share, _ in rows), default=0.0) for state, rows in found.items()}
    if best["came-true?"] == best["failed?"]:
        return None, ()
    state = max(best, key=lambda one: best[one])
    ranked = sorted(found[state], key=lambda row: (-row[0], row[1].article_id, row[1].start))
    return state, tuple(dict.fromkeys(span for _, span in ranked))[:MOST_SPANS]


def _share(held: frozenset[str], terms: frozenset[str]) -> float:
    """Weighted share of the forecast's terms that an event holds; 0 where too little."""
    shared = terms & held
    if len(shared) < FEWEST_SHARED:
        return 0.0
    share = total(shared) / total(terms)
    return share if share >= TELLS_THE_SAME else 0.0


def _is_later(event: EventMention, day: str) -> bool:
    """Told of a time after that day; an event without a time tells nothing."""
    return event.time.earliest is not None and event.time.earliest[:10] > day
