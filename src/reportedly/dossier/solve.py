"""StoryState -> LinkedStory: every cluster, solved from the pairs in view."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace

from reportedly.link.claims import fold_claims
from reportedly.link.copies import fold_origins
from reportedly.link.entities import fold_entities
from reportedly.link.events import fold_events
from reportedly.link.explanations import fold_explanations
from reportedly.link.forecasts import fold_forecasts
from reportedly.records.annotation import EntityKind
from reportedly.records.linked import Entity, LinkedStory, Pair, StoryState


def solve(state: StoryState) -> LinkedStory:
    """The story with its origins, entities, events and claims; a pure function of the state."""
    return with_claims(solve_happenings(state))


def solve_happenings(state: StoryState) -> LinkedStory:
    """The story without claims and explanations, which a timeline does not need."""
    by_kind = pairs_by_kind(state)
    reports = state.reports
    origins = fold_origins(reports, by_kind.get("copy", []))
    origin_of = {report: origin for origin in origins for report in origin.reports}
    entities = fold_entities(reports, by_kind.get("entity", []), state.judgements)
    entity_of = {member: entity for entity in entities for member in entity.members}
    return LinkedStory(
        state=state, origins=origins, entities=entities, origin_of=origin_of, entity_of=entity_of,
        events=fold_events(reports, by_kind.get("event", []), origin_of, entity_of),
        claims=(), explanations=(),
        forecasts=fold_forecasts([item.id for report in reports for item in report.forecasts],
                                 by_kind.get("forecast", [])),
        statements={item.id: item for report in reports for item in report.statements}, known_as=known_forms(entities),
    )


def with_claims(linked: LinkedStory) -> LinkedStory:
    """The story with its claims and explanations as well."""
    by_kind, reports = pairs_by_kind(linked.state), linked.state.reports
    return replace(
        linked, claims=fold_claims(reports, by_kind.get("claim", []), linked.origin_of, linked.entity_of),
        explanations=fold_explanations([item.id for report in reports for item in report.explanations],
                                       by_kind.get("explanation", [])))


def pairs_by_kind(state: StoryState) -> dict[str, list[Pair]]:
    """The pairs in view, those of each kind in their order."""
    by_kind: dict[str, list[Pair]] = {}
    for pair in state.pairs:
        by_kind.setdefault(pair.kind, []).append(pair)
    return by_kind


def known_forms(entities: Sequence[Entity]) -> dict[str, str]:
    """The name of each form that one person or body alone goes by; it names speakers that a report left bare."""
    names: dict[str, set[str]] = defaultdict(set)
    for entity in entities:
        if entity.kind in (EntityKind.PERSON, EntityKind.ORGANIZATION):
            for form in (entity.name, *entity.aliases):
                names[form].add(entity.name)
    return {form: next(iter(known)) for form, known in sorted(names.items()) if len(known) == 1}
