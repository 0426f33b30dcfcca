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
_ENDED = {"happened": False, "negated": True}


def resolution_of(item: ForecastMention, last_predicted: str | None,
                  linked: LinkedStory) -> tuple[str | None, tuple[SourceSpan, ...]]:
    """`came-true?` or `failed?` with the passages that settle it; None and nothing where none does.

    A passage settles a forecast when it stands in a report published later than the last that predicts it, tells
    something of that time or later as happened or as not happened, and holds most of the forecast's terms.
    """
    terms = frozenset(term for term in item.terms if hedge_range(term) is None)
    if last_predicted is None or len(terms) < FEWEST_SHARED:
        return None, ()
    settled: dict[str, list[tuple[float, SourceSpan]]] = {"came-true?": [], "failed?": []}
    for report in linked.state.reports:
        day = report.article.published_day
        if day is None or day <= last_predicted:
            continue
        for event in report.events:
            share = _share(event, terms)
            if share and _is_later(event, last_predicted):
                state = "came-true?" if _ENDED[event.status] == item.negated else "failed?"
                settled[state].append((share, event.clause))
    state = max(settled, key=lambda one: (max((share for share, _ in settled[one]), default=0.0), one == "came-true?"))
    ranked = sorted(settled[state], key=lambda row: (-row[0], row[1].article_id, row[1].start))
    spans = tuple(dict.fromkeys(span for _, span in ranked))[:MOST_SPANS]
    return (state, spans) if spans else (None, ())


def _share(event: EventMention, terms: frozenset[str]) -> float:
    """Weighted share of the terms that an ended event holds; 0 where too little."""
    shared = terms & set(event.terms)
    if event.status not in _ENDED or len(shared) < FEWEST_SHARED:
        return 0.0
    share = total(shared) / total(terms)
    return share if share >= TELLS_THE_SAME else 0.0


def _is_later(event: EventMention, day: str) -> bool:
    """Told of a time after the forecast; an event without a time tells nothing."""
    return event.time.earliest is not None and event.time.earliest[:10] > day
