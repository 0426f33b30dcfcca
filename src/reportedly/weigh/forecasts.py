"""The ledger of forecasts: who predicted what, how surely, by when, and what later reports say of it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from math import log2

from reportedly.records.annotation import LEANING, ForecastMention, TimeRange
from reportedly.records.ids import ArticleId
from reportedly.records.judgement import Provenance
from reportedly.records.linked import LinkedStory
from reportedly.records.span import SourceSpan
from reportedly.records.weighed import Forecast
from reportedly.text.normalise import squeeze
from reportedly.text.weights import rarest, total
from reportedly.weigh.centre import StoryCentre
from reportedly.weigh.corroboration import independent
from reportedly.weigh.likelihoods import likelihood_of
from reportedly.weigh.resolution import LEAST_SHARED, Endings, parties_of

COMPONENT = "reportedly.forecast-ledger.v2"
LEAST_WEIGHT = 0.1
"""Below this stand sentences whose `may` or `will` predicts nothing of the story."""
LEAST_NEARNESS = 0.25
"""Share of its weight that a forecast keeps when it names nothing of the story's centre."""
MOST = 80
"""Forecasts shown: beyond them stand side remarks of long stories."""
MOST_DATED = 80
"""Shown beside them: what is expected for a day or range that words tell, as it stands on no timeline."""
_NAMED = frozenset({"person", "organization", "group"})
_PRONOUNS = frozenset({"it", "this", "that", "they", "these", "there"})
_NO_ACT = frozenset({"be", "have", "do", "seem", "remain", "continue", "need", "want", "know", "think", "feel"})
"""Predicates by which no report tells whether it came about."""


@dataclass(frozen=True, slots=True)
class _Candidate:
    """One predicted event by one predictor."""

    who: str
    members: tuple[ForecastMention, ...]
    chosen: ForecastMention
    origins: tuple[ArticleId, ...]
    weight: float


def forecasts(linked: LinkedStory, today: str | None) -> tuple[Forecast, ...]:
    """The story's forecasts, one for each predicted event and predictor, those of most weight first.

    `today` is the day up to which the story is known, `YYYY-MM-DD`; without it no forecast is due.
    """
    by_id = {item.id: item for report in linked.state.reports for item in report.forecasts}
    outlets = linked.outlets
    days = {report.article.id: report.article.published_day for report in linked.state.reports}
    centre = StoryCentre(linked)
    found = [
        _candidate(who, members, linked, centre, days)
        for group in linked.forecasts
        for who, members in _by_predictor([by_id[member] for member in group if member in by_id], linked, outlets)
    ]
    ranked = sorted((one for one in found if one.weight >= LEAST_WEIGHT), key=lambda one: (-one.weight, one.chosen.id))
    endings = Endings(linked)
    kept = _without_overlaps(ranked)
    dated = [one for one in kept[MOST:] if any(item.horizon and item.horizon.because for item in one.members)]
    told = _Told(linked, outlets, days)
    return tuple(_forecast(one, endings, told, today) for one in (*kept[:MOST], *dated[:MOST_DATED]))


def _by_predictor(
    members: Iterable[ForecastMention], linked: LinkedStory, outlets: Mapping[ArticleId, str]
) -> Iterator[tuple[str | None, tuple[ForecastMention, ...]]]:
    """Members by predictor's name over all reports; what outlets say in their own voice is one group, under None."""
    groups: dict[str, list[ForecastMention]] = {}
    for item in members:
        statement = linked.statements.get(item.statement) if item.statement else None
        own_voice = statement is None and item.who == outlets[item.clause.article_id]
        who = linked.speaker(statement) if statement is not None else "" if own_voice else item.who
        groups.setdefault(who, []).append(item)
    for who in sorted(groups):
        yield who or None, tuple(sorted(groups[who], key=lambda item: item.id))


def _candidate(
    who: str | None,
    members: tuple[ForecastMention, ...],
    linked: LinkedStory,
    centre: StoryCentre,
    days: Mapping[ArticleId, str | None],
) -> _Candidate:
    chosen = max(members, key=lambda item: (_strength(item, linked, centre), item.id))
    first = min(members, key=lambda item: (days[item.clause.article_id] or "9", item.id))
    origins = independent((item.clause.article_id for item in members), linked)
    return _Candidate(
        who=who or first.who,
        members=members,
        chosen=chosen,
        origins=origins,
        weight=round(_strength(chosen, linked, centre) * (1 + 0.25 * log2(len(origins))), 6),
    )


def _strength(item: ForecastMention, linked: LinkedStory, centre: StoryCentre) -> float:
    """The predicting words, nearness to the story's centre, predictor, horizon, a range, words that stand alone."""
    statement = linked.statements.get(item.statement) if item.statement else None
    named = 1.25 if statement is not None and statement.speaker_kind in _NAMED else 1.0
    dated = 1.15 if item.horizon else 1.0
    ranged = 1.35 if item.hedge and item.hedge.low is not None else 1.0
    opens = 0.85 if item.clause.exact.split(" ", 1)[0].lower() in _PRONOUNS else 1.0
    near = LEAST_NEARNESS + (1 - LEAST_NEARNESS) * centre.nearness(item.terms)
    return (item.provenance.score or 0.5) * near * named * dated * ranged * opens


def _without_overlaps(ranked: Iterable[_Candidate]) -> list[_Candidate]:
    """Candidates without those read off the same words as a heavier one."""
    kept: list[_Candidate] = []
    taken: dict[ArticleId, list[SourceSpan]] = defaultdict(list)
    for one in ranked:
        clause = one.chosen.clause
        if not any(clause.overlaps(other) for other in taken[clause.article_id]):
            kept.append(one)
            taken[clause.article_id].append(clause)
    return kept


@dataclass(frozen=True, slots=True)
class _Told:
    """What the reports tell of those who predict, and when."""

    linked: LinkedStory
    outlets: Mapping[ArticleId, str]
    days: Mapping[ArticleId, str | None]

    def role(self, item: ForecastMention) -> str | None:
        """The role that most reports give the speaker; None for outlets and where none is given."""
        statement = self.linked.statements.get(item.statement) if item.statement else None
        entity = self.linked.entity_of.get(statement.entity) if statement and statement.entity else None
        return entity.roles[0] if entity and entity.roles else None

    def said(self, item: ForecastMention) -> str | None:
        """When it was said, else published."""
        statement = self.linked.statements.get(item.statement) if item.statement else None
        return (statement.said.day if statement and statement.said else None) or self.days[item.clause.article_id]


def _forecast(one: _Candidate, endings: Endings, told: _Told, today: str | None) -> Forecast:
    chosen = one.chosen
    horizon = next((item.horizon for item in (chosen, *one.members) if item.horizon is not None), None)
    reports = tuple(sorted({item.clause.article_id for item in one.members}))
    last = max((day for report in reports if (day := told.days[report])), default=None)
    state, resolution = endings.settle(chosen, last)
    if state is None:
        over = bool(horizon and horizon.latest and today and horizon.latest[:10] < today)
        state = "due" if over else "open"
    return Forecast(
        id=one.members[0].id,
        text=squeeze(chosen.clause.exact),
        chosen=chosen.clause,
        who=one.who,
        hedge=chosen.hedge,
        horizon=horizon,
        state=state,
        resolution=resolution,
        members=tuple(item.id for item in one.members),
        spans=_spans(chosen.clause, one.members),
        reports=reports,
        origins=one.origins,
        weight=one.weight,
        provenance=Provenance(component=COMPONENT, rule=chosen.provenance.rule),
        role=told.role(chosen),
        outlet=told.outlets[chosen.clause.article_id],
        said=told.said(chosen),
        condition=chosen.condition,
        negated=chosen.negated,
        window=window_of(horizon),
        criterion=criterion_of(chosen, horizon),
        likelihood=likelihood_of(chosen),
        settled=min((day for span in resolution if (day := told.days[span.article_id])), default=None),
    )


def window_of(horizon: TimeRange | None) -> str:
    """`stated`, `inferred` where the words only lean on the day of publication, `open-ended` without an end."""
    if horizon is None or horizon.latest is None:
        return "open-ended"
    return "inferred" if horizon.rule in LEANING else "stated"


def criterion_of(item: ForecastMention, horizon: TimeRange | None) -> str | None:
    """By what it can be told: the act, whom or what it is about, until when; None where it names no act or nobody."""
    parties = rarest(parties_of(item), 4)
    if not item.predicate or item.predicate in _NO_ACT or total(parties) < LEAST_SHARED:
        return None
    until = f", by {horizon.latest[:10]}" if horizon and horizon.latest else ""
    happens = "does not happen" if item.negated else "happens"
    return f"a later report tells whether it {happens}: {item.predicate}, of {', '.join(parties)}{until}"


def _spans(chosen: SourceSpan, members: Sequence[ForecastMention]) -> tuple[SourceSpan, ...]:
    rest = {item.clause for item in members} - {chosen}
    return (chosen, *sorted(rest, key=lambda span: (span.article_id, span.start, span.end)))
