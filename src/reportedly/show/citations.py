"""Every span that an item of a dossier rests on: what the pages link to and the exports list."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from reportedly.dossier.records import Dossier
from reportedly.records.ids import ArticleId, MemberId
from reportedly.records.linked import Entity
from reportedly.records.span import SourceSpan
from reportedly.show.unnamed import spans as unnamed_spans


@dataclass(frozen=True, slots=True, kw_only=True)
class Citation:
    """One span with the item that rests on it."""

    kind: str
    """`lead`, `event`, `statement`, `claim`, `dispute`, `theory`, `evidence`, `forecast`, `resolution`, `hedge`,
    `knowledge`, `origin` (a passage that a copy shares, an outlet cited), `person` or `place`."""
    item: str
    """Id of the item; `lead` for the lead."""
    span: SourceSpan


def citations(dossier: Dossier) -> tuple[Citation, ...]:
    """Every citation once, by report, place, kind and item."""
    found = {(span.article_id, span.start, span.end, kind, item): span
             for kind, item, spans in _all(dossier) for span in spans}
    return tuple(Citation(kind=key[3], item=key[4], span=found[key]) for key in sorted(found))


def cited_spans(dossier: Dossier) -> dict[ArticleId, tuple[SourceSpan, ...]]:
    """The cited spans of each report, once each, in reading order."""
    by_report: dict[ArticleId, dict[tuple[int, int], SourceSpan]] = {}
    for citation in citations(dossier):
        span = citation.span
        by_report.setdefault(span.article_id, {})[span.start, span.end] = span
    return {article_id: tuple(spans[place] for place in sorted(spans)) for article_id, spans in by_report.items()}


def first_mentions(dossier: Dossier) -> dict[MemberId, tuple[SourceSpan, ...]]:
    """For each person, group and place: the first mention by name in each report that names it."""
    local = {entity.id: entity.mentions[0] for article in dossier.articles for entity in article.entities
             if entity.mentions}
    return {entity.id: _one_a_report(local[member] for member in entity.members if member in local)
            for entity in (*dossier.people, *dossier.places)}


def _one_a_report(spans: Iterable[SourceSpan]) -> tuple[SourceSpan, ...]:
    kept: dict[ArticleId, SourceSpan] = {}
    for span in spans:
        if span.article_id not in kept or span.start < kept[span.article_id].start:
            kept[span.article_id] = span
    return tuple(kept[article_id] for article_id in sorted(kept))


def _all(dossier: Dossier) -> Iterator[tuple[str, str, tuple[SourceSpan, ...]]]:
    if dossier.lead:
        yield "lead", "lead", (dossier.lead,)
    for point in dossier.key_points:
        yield "event", point.event.id, (point.event.chosen, *point.event.spans)
    for event in dossier.timeline:
        yield "event", event.id, (event.chosen, *event.spans, *event.when.because)
    for row in dossier.statements:
        links = tuple(link.span for link in row.statement.chain if link.role != "outlet" and link.span is not None)
        yield "statement", row.id, (*row.spans, row.sentence, *links, *unnamed_spans(row.statement.unnamed))
    for claim in dossier.claims:
        yield "claim", claim.id, (claim.chosen, *claim.spans)
    for dispute in dossier.disputes:
        yield "dispute", dispute.id, tuple(span for position in dispute.positions for span in position.spans)
    for known in dossier.knowledge:
        yield "knowledge", known.id, (known.chosen, *known.spans, *known.when.because)
    for edge in dossier.origin_edges:
        shared = (span for passage in edge.passages for span in (passage.first, passage.second))
        yield "origin", edge.later, (*shared, *edge.spans)
    yield from _weighed(dossier)
    yield from _entities(dossier)


def _weighed(dossier: Dossier) -> Iterator[tuple[str, str, tuple[SourceSpan, ...]]]:
    for theory in dossier.theories:
        yield "theory", theory.id, (theory.chosen, *theory.spans)
        yield "evidence", theory.id, tuple(evidence.span for evidence in theory.evidence)
    for forecast in dossier.forecasts:
        yield "forecast", forecast.id, (forecast.chosen, *forecast.spans)
        yield "resolution", forecast.id, forecast.resolution
        yield "hedge", forecast.id, (forecast.hedge.span,) if forecast.hedge else ()


def _entities(dossier: Dossier) -> Iterator[tuple[str, str, tuple[SourceSpan, ...]]]:
    mentions = first_mentions(dossier)
    groups: tuple[tuple[str, tuple[Entity, ...]], ...] = (("person", dossier.people), ("place", dossier.places))
    for kind, entities in groups:
        for entity in entities:
            yield kind, entity.id, mentions[entity.id]
