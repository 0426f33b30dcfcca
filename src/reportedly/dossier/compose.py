"""StoryState -> Dossier: solves the clusters, weighs them and picks what the brief shows."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from functools import cached_property

from reportedly.collecting import without_collecting
from reportedly.dossier.contested import Contested, contested_places, is_contested
from reportedly.dossier.judged import grades, ratings, rejected_items, with_judgements
from reportedly.dossier.located import located
from reportedly.dossier.outcomes import with_outcomes
from reportedly.dossier.records import Counts, Dossier, KeyPoint, ReportRow
from reportedly.dossier.solve import pairs_by_kind, solve_happenings, with_claims
from reportedly.dossier.sources import changes, headline, report_rows, source_summaries
from reportedly.dossier.statements import statement_rows
from reportedly.dossier.timeline import timeline
from reportedly.link.origins import origin_edges
from reportedly.records.annotation import EntityKind
from reportedly.records.article import Article
from reportedly.records.ids import ArticleId, MemberId
from reportedly.records.judgement import Ruling
from reportedly.records.linked import Entity, Event, LinkedStory, StoryState
from reportedly.records.span import SourceSpan
from reportedly.records.weighed import Dispute, Forecast
from reportedly.weigh.competing import matrix
from reportedly.weigh.corroboration import Corroboration, of_claim, of_event
from reportedly.weigh.disputes import disputes as find_disputes
from reportedly.weigh.forecasts import forecasts as find_forecasts
from reportedly.weigh.knowledge import knowledge as find_knowledge
from reportedly.weigh.theories import theories as find_theories

KEY_POINTS = 5
"""Key points of the first screen (DESIGN section 4)."""


def compose(state: StoryState) -> Dossier:
    """The dossier of a story state; a pure function, so the same state gives the same dossier."""
    return Composition(state).dossier


class Composition:
    """A story state on its way to a dossier: each part is made when it is first asked for.

    Who asks for the timeline alone waits for no claims, disputes and theories, which take most of the time.
    """

    def __init__(self, state: StoryState) -> None:
        self.state, self.rulings = with_judgements(state)
        self.as_of = state.as_of or latest_day(state)

    @cached_property
    def happenings(self) -> LinkedStory:
        """The story without claims and explanations."""
        with without_collecting():
            return solve_happenings(self.state)

    @cached_property
    def forecasts(self) -> tuple[Forecast, ...]:
        """Who predicted what, and what came of it."""
        return with_outcomes(find_forecasts(self.happenings, self.as_of), self.rulings)

    @cached_property
    def timeline(self) -> tuple[Event, ...]:
        """What happened, heaviest first."""
        with without_collecting():
            return timeline(self.happenings, self.forecasts)

    @cached_property
    def reports(self) -> tuple[ReportRow, ...]:
        """One row a report in view."""
        return report_rows(self.happenings)

    @cached_property
    def dossier(self) -> Dossier:
        """All parts."""
        with without_collecting():
            return self._whole()

    def _whole(self) -> Dossier:
        state, whole = self.state, with_claims(self.happenings)
        rejected = rejected_items(self.rulings)
        disputes = tuple(item for item in find_disputes(whole) if item.id not in rejected)
        contested = contested_places(disputes)
        linked = replace(whole, events=self.timeline)
        found = find_theories(whole)
        return Dossier(
            title=state.title or headline_of(linked), note=state.note, lead=lead(linked), as_of=self.as_of,
            revision=state.revision, known_at=state.known_at,
            counts=counts(linked, contested), key_points=key_points(linked.events, contested), timeline=linked.events,
            statements=statement_rows(linked, disputes), claims=linked.claims, disputes=disputes,
            theories=found, forecasts=self.forecasts,
            competing=matrix(found, self.forecasts, whole, letters(self.rulings), ratings(self.rulings)),
            sources=source_summaries(linked, grades(self.rulings)),
            people=entities(linked, places=False), places=located(entities(linked, places=True)), reports=self.reports,
            origins=linked.origins, changes=changes(state), unread=state.unread,
            articles=(*state.reports, *state.older), components=components(linked, disputes),
            knowledge=find_knowledge(whole), grades=grades_of(linked, disputes),
            origin_edges=origin_edges(state.reports, pairs_by_kind(state).get("copy", [])),
            judgements=self.rulings)


def letters(rulings: Iterable[Ruling]) -> dict[str, str]:
    """The grade of each outlet that people graded, by its folded name."""
    return {outlet: item.value or "F" for outlet, item in grades(rulings).items()}


def grades_of(linked: LinkedStory, disputes: Iterable[Dispute]) -> dict[MemberId, Corroboration]:
    """The grade of every timeline entry and claim. An entry is denied where a side of a denial contests words that
    tell it."""
    denials = [item for item in disputes if item.kind == "denial"]
    contested = contested_places(denials)
    denying: dict[ArticleId, set[ArticleId]] = {}
    for item in denials:
        for report in {span.article_id for side in item.positions for span in side.spans}:
            denying.setdefault(report, set()).update(item.positions[0].origins)
    mentions = {mention.id: mention for report in linked.state.reports for mention in report.events}
    found = {claim.id: of_claim(claim, linked) for claim in linked.claims}
    for event in linked.events:
        against = [origin for report in event.reports for origin in denying.get(report, ())] \
            if is_contested(event, contested) else []
        found[event.id] = of_event(event, linked, mentions, against)
    return found


def latest_day(state: StoryState) -> str | None:
    """The latest day of publication in view; None when nothing is dated."""
    return max((day for report in state.reports if (day := report.article.published_day)), default=None)


def headline_of(linked: LinkedStory) -> str:
    """For a story that nobody named: the title of the report whose words lead it; empty for an empty story."""
    first = lead(linked)
    articles = {report.article.id: report.article for report in linked.state.reports}
    if first is not None:
        members = next(event for event in linked.events if event.chosen == first)
        titled = [article for report in members.reports if (article := articles[report]).title]
        return headline(min(titled, key=earliest_first)) if titled else headline(articles[first.article_id])
    return headline(min(articles.values(), key=earliest_first)) if articles else ""


def earliest_first(article: Article) -> tuple[str, str]:
    """Sort key: by publication, undated last, then id."""
    return (article.published.value if article.published else "9999", article.id)


def lead(linked: LinkedStory) -> SourceSpan | None:
    """The heaviest timeline entry's words."""
    return linked.events[0].chosen if linked.events else None


def counts(linked: LinkedStory, contested: Contested) -> Counts:
    """Reports, outlets, independent origins, and how far the timeline's entries are agreed."""
    disputed = sum(is_contested(event, contested) for event in linked.events)
    agreed = sum(len(event.origins) > 1 and not is_contested(event, contested) for event in linked.events)
    return Counts(reports=len(linked.state.reports),
                  outlets=len({report.article.outlet.label for report in linked.state.reports}),
                  origins=len(linked.origins), agreed=agreed, disputed=disputed,
                  single=len(linked.events) - agreed - disputed)


def key_points(events: Iterable[Event], contested: Contested) -> tuple[KeyPoint, ...]:
    """The heaviest happenings, in order of time."""
    chosen = [event for event in events if event.status == "happened" and not event.is_background][:KEY_POINTS]
    in_time = sorted(chosen, key=lambda event: (event.when.earliest or event.when.latest or "9", event.id))
    return tuple(KeyPoint(event=event, disputed=is_contested(event, contested)) for event in in_time)


def entities(linked: LinkedStory, *, places: bool) -> tuple[Entity, ...]:
    """People, organisations and groups, or places; most reports first."""
    kept = [entity for entity in linked.entities
            if (entity.kind is EntityKind.PLACE) == places and entity.kind is not EntityKind.OTHER]
    return tuple(sorted(kept, key=lambda entity: (-len(entity.reports), -entity.mentions, entity.name)))


def components(linked: LinkedStory, disputes: Iterable[Dispute]) -> tuple[str, ...]:
    """Every component that had a part, sorted."""
    names = {name for report in linked.state.reports for name in report.made_by}
    names |= {report.article.made_by.component for report in linked.state.reports}
    return tuple(sorted(names | {dispute.provenance.component for dispute in disputes}))
