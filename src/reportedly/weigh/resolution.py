"""Whether later reports tell that a forecast came true or failed: by rule, for a person to confirm.

A wrong resolution is worse than none: a passage settles a forecast only when it tells the predicted outcome, or the
contrary one, of the same thing, as happened, after it was predicted and within the time it was predicted for.
"""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import dataclass

from reportedly.records.annotation import CueClass, EventMention, ForecastMention, Statement
from reportedly.records.linked import LinkedStory
from reportedly.records.span import SourceSpan
from reportedly.text.hedges import hedge_range
from reportedly.text.normalise import fold
from reportedly.text.outcomes import contrary_outcome, same_outcome
from reportedly.text.weights import total

SHARED_PARTIES = 0.55
"""Weighted share of whom and what a forecast names that a passage must name too."""
LEAST_SHARED = 0.5
"""Sum of their weights: one telling word, or two common ones."""
MOST_SPANS = 4
_IS_NEGATED = {"happened": False, "negated": True}
_TELLING = frozenset({CueClass.ASSERT, CueClass.KNOW})
"""What is denied, alleged, asked, demanded or predicted is not told as happened."""
_CALENDAR = frozenset("""january february march april may june july august september october november december
    monday tuesday wednesday thursday friday saturday sunday week month year day summer spring autumn winter end
    weekend today tomorrow later soon next""".split())


@dataclass(frozen=True, slots=True)
class _Ending:
    """One happening a later report tells."""

    day: str
    event: EventMention
    terms: frozenset[str]
    place: int
    """In the order of reports and their events."""


class Endings:
    """What the reports of a story tell as happened or as not happened, by the day of the report."""

    def __init__(self, linked: LinkedStory) -> None:
        self._by_lemma: dict[str, list[_Ending]] = defaultdict(list)
        told = ((day, event) for report in linked.state.reports if (day := report.article.published_day)
                for event in report.events if event.status in _IS_NEGATED and _is_told(event, linked))
        for place, (day, event) in enumerate(told):
            self._by_lemma[fold(event.lemma)].append(_Ending(day, event, frozenset(event.terms), place))

    def settle(self, item: ForecastMention, last_predicted: str | None) -> tuple[str | None, tuple[SourceSpan, ...]]:
        """`came-true?` or `failed?` with the passages that settle it; None and nothing where none does.

        `last_predicted` is the last day on which it was predicted; without it, without a predicate or without a word
        for whom or what it is about nothing settles it.
        """
        parties = parties_of(item)
        if last_predicted is None or not item.predicate or total(parties) < LEAST_SHARED:
            return None, ()
        found: _Found = {"came-true?": [], "failed?": []}
        for lemma, rows in self._by_lemma.items():
            if not same_outcome(item.predicate, lemma) and not contrary_outcome(item.predicate, lemma):
                continue
            for row in rows:
                state = _outcome(item, row.event)
                share = _share(row, parties) if state and _is_in_time(row, item, last_predicted) else 0.0
                if state and share:
                    found[state].append((share, row))
        return _better_supported(found)


_Found = dict[str, list[tuple[float, _Ending]]]


def _better_supported(found: _Found) -> tuple[str | None, tuple[SourceSpan, ...]]:
    """The state whose best passage holds more of the forecast; none of them where they tie, since accounts differ."""
    best = {state: max((share for share, _ in rows), default=0.0) for state, rows in found.items()}
    if best["came-true?"] == best["failed?"]:
        return None, ()
    state = max(best, key=lambda one: best[one])
    ranked = sorted(found[state], key=lambda one: (-one[0], one[1].event.clause.article_id, one[1].event.clause.start,
                                                   one[1].place))
    return state, tuple(dict.fromkeys(row.event.clause for _, row in ranked))[:MOST_SPANS]


def _outcome(item: ForecastMention, event: EventMention) -> str | None:
    """What an event says of a forecast, its parties apart; None where it tells another thing."""
    lemma = fold(event.lemma)
    if same_outcome(item.predicate, lemma):
        agrees = _IS_NEGATED[event.status] == item.negated
    elif contrary_outcome(item.predicate, lemma) and event.status == "happened":
        agrees = item.negated
    else:
        return None
    return "came-true?" if agrees else "failed?"


def parties_of(item: ForecastMention) -> frozenset[str]:
    """Terms of whom and what a forecast is about: neither its predicate, nor its hedge, nor its horizon."""
    when = " ".join(span.exact for span in item.horizon.because) if item.horizon else ""
    dated = set(re.findall(r"\w+", fold(when)))
    return frozenset(
        term
        for term in item.terms
        if term != item.predicate and term not in _CALENDAR and term not in dated
        and not term.isdigit() and hedge_range(term) is None
    )


def _share(row: _Ending, parties: frozenset[str]) -> float:
    shared = parties & row.terms
    share = total(shared) / total(parties)
    return share if total(shared) >= LEAST_SHARED and share >= SHARED_PARTIES else 0.0


def _is_in_time(row: _Ending, item: ForecastMention, last_predicted: str) -> bool:
    """Told in a later report, of a time not before the prediction and not after its horizon."""
    time = row.event.time
    latest = time.latest or time.earliest
    if row.day <= last_predicted or latest is None or latest[:10] <= last_predicted:
        return False
    over = item.horizon.latest if item.horizon else None
    return over is None or time.earliest is None or time.earliest[:10] <= over[:10]


def _is_told(event: EventMention, linked: LinkedStory) -> bool:
    statement: Statement | None = linked.statements.get(event.statement) if event.statement else None
    return statement is None or (
        statement.cue_class in _TELLING and not (statement.denies or statement.is_silent))
