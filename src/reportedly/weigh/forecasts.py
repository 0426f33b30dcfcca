"""The ledger of forecasts: who predicted what, how surely, by when, and what later reports say of it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from math import log2

from reportedly.records.annotation import ForecastMention
from reportedly.records.ids import ArticleId
from reportedly.records.judgement import Provenance
from reportedly.records.linked import LinkedStory
from reportedly.records.span import SourceSpan
from reportedly.records.weighed import Forecast
from reportedly.text.normalise import squeeze
from reportedly.weigh.centre import StoryCentre
from reportedly.weigh.resolution import resolution_of

COMPONENT = "reportedly.rule-forecasts.v1"
LEAST_WEIGHT = 0.1
"""Below this stand sentences whose `may` or `will` predicts nothing of the story."""
MOST = 80
_NAMED = frozenset({"person", "organization", "group"})
_PRONOUNS = frozenset({"it", "this", "that", "they", "these", "there"})


def forecasts(linked: LinkedStory, today: str | None) -> tuple[Forecast, ...]:
    """The story's forecasts, one for each predicted event and predictor, those of most weight first.

    `today` is the day up to which the story is known, `YYYY-MM-DD`; without it no forecast is due.
    """
    by_id = {item.id: item for report in linked.state.reports for item in report.forecasts}
    centre = StoryCentre(linked)
    found = [_forecast(who, members, linked, centre, today)
             for group in linked.forecasts
             for who, members in _by_predictor([by_id[member] for member in group if member in by_id], linked)]
    ranked = sorted((one for one in found if one.weight >= LEAST_WEIGHT), key=lambda one: (-one.weight, one.id))
    return tuple(_without_overlaps(ranked)[:MOST])


def _by_predictor(members: Iterable[ForecastMention],
                  linked: LinkedStory) -> Iterator[tuple[str, list[ForecastMention]]]:
    """Members by predictor's name over all reports; what outlets say in their own voice is one group."""
    groups: dict[str, list[ForecastMention]] = {}
    for item in members:
        groups.setdefault(_predictor(item, linked) or "", []).append(item)
    for who in sorted(groups):
        items = sorted(groups[who], key=lambda item: item.id)
        yield who or _first_published(items, linked).who, items


def _predictor(item: ForecastMention, linked: LinkedStory) -> str | None:
    """The predictor's name; None for the outlet's own voice."""
    statement = linked.statements.get(item.statement) if item.statement else None
    if statement is not None:
        return linked.speaker(statement)
    outlets = {report.article.outlet.name for report in linked.state.reports
               if report.article.id == item.clause.article_id}
    return None if item.who in outlets else item.who


def _first_published(items: Sequence[ForecastMention], linked: LinkedStory) -> ForecastMention:
    days = _days(linked)
    return min(items, key=lambda item: (days.get(item.clause.article_id) or "9", item.id))


def _forecast(who: str, members: Sequence[ForecastMention], linked: LinkedStory, centre: StoryCentre,
              today: str | None) -> Forecast:
    chosen = max(members, key=lambda item: (_strength(item, linked, centre), item.id))
    state, resolution = resolution_of(chosen, _latest(members, linked), linked)
    horizon = next((item.horizon for item in (chosen, *members) if item.horizon is not None), None)
    if state is None:
        over = bool(horizon and horizon.latest and today and horizon.latest[:10] < today)
        state = "due" if over else "open"
    reports = tuple(sorted({item.clause.article_id for item in members}))
    origins = tuple(sorted({linked.origin_of[one].id if one in linked.origin_of else one for one in reports}))
    weight = _strength(chosen, linked, centre) * (1 + 0.25 * log2(len(origins)))
    return Forecast(id=members[0].id, text=squeeze(chosen.clause.exact), chosen=chosen.clause, who=who, hedge=chosen.hedge,
                    horizon=horizon, state=state, resolution=resolution, members=tuple(item.id for item in members),
                    spans=_spans(chosen.clause, members), reports=reports, origins=origins, weight=round(weight, 6),
                    provenance=Provenance(component=COMPONENT, rule=chosen.provenance.rule))


def _strength(item: ForecastMention, linked: LinkedStory, centre: StoryCentre) -> float:
    """The predicting words, nearness to the story's centre, a named predictor, a horizon, words that stand alone."""
    statement = linked.statements.get(item.statement) if item.statement else None
    named = 1.25 if statement is not None and statement.speaker_kind in _NAMED else 1.0
    dated = 1.15 if item.horizon else 1.0
    opens = 0.85 if item.clause.exact.split(" ", 1)[0].lower() in _PRONOUNS else 1.0
    near = 0.4 + 0.6 * centre.nearness(item.terms)
    return (item.provenance.score or 0.5) * near * named * dated * opens


def _without_overlaps(ranked: Iterable[Forecast]) -> list[Forecast]:
    """Forecasts without those read off the same words as a heavier one of the same predictor."""
    kept: list[Forecast] = []
    for one in ranked:
        if not any(one.who == other.who and one.chosen.overlaps(other.chosen) for other in kept):
            kept.append(one)
    return kept


def _latest(members: Iterable[ForecastMention], linked: LinkedStory) -> str | None:
    """Day of the last report that still predicts it; None when none of them is dated."""
    days = _days(linked)
    return max((day for item in members if (day := days.get(item.clause.article_id))), default=None)


def _days(linked: LinkedStory) -> dict[ArticleId, str | None]:
    return {report.article.id: report.article.published_day for report in linked.state.reports}


def _spans(chosen: SourceSpan, members: Iterable[ForecastMention]) -> tuple[SourceSpan, ...]:
    rest = {item.clause for item in members} - {chosen}
    return (chosen, *sorted(rest, key=lambda span: (span.article_id, span.start, span.end)))
