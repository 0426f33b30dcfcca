"""Who knew what, when: what reports tell of knowing and being told, folded over all of them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import replace

from reportedly.records.annotation import Knowing, TimeRange
from reportedly.records.ids import MemberId
from reportedly.records.linked import LinkedStory
from reportedly.records.weighed import KnowledgeRow
from reportedly.text.normalise import squeeze
from reportedly.text.weights import similarity
from reportedly.weigh.corroboration import independent

SAME_MATTER = 0.5
"""Likeness of two matters that are one."""


def knowledge(linked: LinkedStory) -> tuple[KnowledgeRow, ...]:
    """One row for each thing that somebody knew, did not know or was told, by actor, then by time; undated last."""
    by_actor: dict[tuple[str, str], list[Knowing]] = defaultdict(list)
    for report in linked.state.reports:
        for item in report.knowing:
            by_actor[_name(item.entity, item.actor, linked), item.kind].append(item)
    rows = [_row(actor, group, linked) for (actor, _), items in by_actor.items() for group in _matters(items)]
    return tuple(sorted(_chained(rows), key=lambda row: (
        row.actor.casefold(), row.when.earliest or row.when.latest or "9", row.id)))


def _name(entity: MemberId | None, words: str, linked: LinkedStory) -> str:
    known = linked.entity_of.get(entity) if entity else None
    return known.name if known else linked.known_as.get(words, words)


def _matters(items: Sequence[Knowing]) -> list[list[Knowing]]:
    """Records about one matter together, whatever the order of reports: the longest first."""
    groups: list[list[Knowing]] = []
    for item in sorted(items, key=lambda item: (-len(item.terms), item.id)):
        home = next((group for group in groups if similarity(item.terms, group[0].terms) >= SAME_MATTER), None)
        if home is None:
            groups.append([item])
        else:
            home.append(item)
    return groups


def _row(actor: str, items: Sequence[Knowing], linked: LinkedStory) -> KnowledgeRow:
    best = max(items, key=lambda item: (item.time.rule != "before publication", len(item.matter), item.id))
    reports = tuple(sorted({item.clause.article_id for item in items}))
    origins = independent(reports, linked)
    informants = {_name(item.informant_entity, item.informant, linked) for item in items if item.informant}
    spans = sorted({item.clause for item in items}, key=lambda span: (span.article_id, span.start))
    return KnowledgeRow(
        id=min(item.id for item in items), actor=actor, kind=best.kind, matter=squeeze(best.matter.exact),
        chosen=best.matter, when=_when(items), informants=tuple(sorted(informants)), chain=(),
        said_by=_tellers(items, linked), members=tuple(sorted(item.id for item in items)), spans=tuple(spans),
        reports=reports, origins=origins, provenance=best.provenance)


def _when(items: Iterable[Knowing]) -> TimeRange:
    """The earliest time that words tell, else no later than the first publication."""
    told = [item.time for item in items if item.time.earliest]
    if told:
        return min(told, key=lambda time: (time.earliest or "", time.latest or ""))
    return min((item.time for item in items), key=lambda time: time.latest or "9999")


def _tellers(items: Iterable[Knowing], linked: LinkedStory) -> tuple[str, ...]:
    """Who says so: the speakers of the statements it stands in, else the outlets."""
    outlets = linked.outlets
    return tuple(sorted({linked.speaker(linked.statements[item.statement])
                         if item.statement and item.statement in linked.statements
                         else outlets[item.clause.article_id] for item in items}))


def _chained(rows: Sequence[KnowledgeRow]) -> list[KnowledgeRow]:
    """Each row with the way its matter came, as far as it is told: A told B, B told C."""
    def chain(row: KnowledgeRow, seen: tuple[str, ...]) -> tuple[str, ...]:
        for informant in row.informants:
            if informant in seen:
                continue
            before = next((other for other in rows if other.actor == informant and other.informants and similarity(
                other.matter.casefold().split(), row.matter.casefold().split()) >= SAME_MATTER), None)
            return (*chain(before, (*seen, informant)), informant) if before else (informant,)
        return ()
    return [replace(row, chain=(*found, row.actor)) if (found := chain(row, (row.actor,))) else row for row in rows]
