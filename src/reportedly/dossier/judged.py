"""A story state with people's judgements in it: a pure function, so the same judgements give the same dossier.

A judgement names members. A member whose id is gone, because annotation has changed, is found again by the words it
stood on; one that cannot be found leaves its judgement unapplied, which the dossier says.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from reportedly.dossier.corrections import corrected
from reportedly.records.annotation import AnnotatedArticle, Layer
from reportedly.records.ids import ArticleId, MemberId
from reportedly.records.judgement import (
    DIFFERENT,
    GRADE,
    NOTE,
    RATE,
    REJECT,
    SAME,
    STATEMENT,
    UNDO,
    Judgement,
    Ruling,
    said_by,
)
from reportedly.records.linked import JUDGED_APART, JUDGED_SAME, Pair, StoryState
from reportedly.records.outlet_names import called
from reportedly.records.span import SourceSpan

LINKED_LAYERS = {Layer.EVENTS: "event", Layer.STATEMENTS: "claim", Layer.EXPLANATIONS: "explanation",
                 Layer.FORECASTS: "forecast"}
"""Kind of the pairs that members of a layer form. Names are folded by `link.entities`, from the judgements."""
LEAST_OVERLAP = 0.5
"""Share of the words of both that an old and a new span of one member have in common at least."""


@dataclass(frozen=True, slots=True)
class Place:
    """Where a member stands."""

    layer: Layer | None
    """None for a report."""
    report: ArticleId


def with_judgements(state: StoryState) -> tuple[StoryState, tuple[Ruling, ...]]:
    """The state as people corrected it, with only judgements that hold in it, and how each judgement stands."""
    if not state.judgements:
        return state, ()
    places = places_of(state.reports)
    rulings = [_ruled(item, state, places) for item in standing(state.judgements)]
    applied = tuple(ruling.judgement for ruling in rulings if ruling.is_applied)
    reports = tuple(corrected(report, applied) for report in state.reports)
    known = {report.article.id for report in reports}
    return replace(state, reports=reports, judgements=applied,
                   pairs=judged_pairs(state.pairs, applied, places, known)), tuple(rulings)


def standing(judgements: Sequence[Judgement]) -> list[Ruling]:
    """Every judgement, those undone marked. An undoing can be undone."""
    gone: dict[str, str] = {}
    for item in reversed(judgements):
        if item.kind == UNDO and item.id not in gone:
            gone.update(dict.fromkeys(item.members, item.id))
    return [Ruling(judgement=item, is_applied=item.id not in gone,
                   because=f"undone by {gone[item.id]}" if item.id in gone else None)
            for item in judgements]


def places_of(reports: Iterable[AnnotatedArticle]) -> dict[str, Place]:
    """Where every member in view stands, reports included, by id."""
    found: dict[str, Place] = {}
    for report in reports:
        found[report.article.id] = Place(None, report.article.id)
        for layer in Layer:
            for record in getattr(report, layer.value):
                if hasattr(record, "id"):
                    found[record.id] = Place(layer, report.article.id)
    return found


def _ruled(ruling: Ruling, state: StoryState, places: Mapping[str, Place]) -> Ruling:
    """The ruling over members that stand in view; not applied where too few do."""
    item = ruling.judgement
    if not ruling.is_applied or item.kind in (GRADE, NOTE, UNDO):
        return ruling
    if item.kind == STATEMENT:
        return ruling if _still_reads(item.spans, state) else replace(
            ruling, is_applied=False, because="its words no longer stand in a report in view")
    spans: Sequence[SourceSpan | None] = [*item.spans, *[None] * (len(item.members) - len(item.spans))]
    found = [_found_again(member, span, state, places) for member, span in zip(item.members, spans, strict=True)]
    if item.kind == REJECT and not any(found) and not item.spans:
        return ruling  # an item that stands in no report: a dispute
    here = tuple(member for member in found if member)
    if len(here) < (2 if item.kind in (SAME, DIFFERENT, RATE) else 1) or (item.kind == DIFFERENT and not found[0]):
        gone = ", ".join(member for member, at in zip(item.members, found, strict=True) if not at)
        return replace(ruling, is_applied=False, because=f"no longer in view: {gone}")
    return replace(ruling, judgement=replace(item, members=here))


def _found_again(member: str, span: SourceSpan | None, state: StoryState,
                 places: Mapping[str, Place]) -> str | None:
    """The member's id as it is now: its own, or that of the member of its layer on the same words."""
    if member in places:
        return member
    report = next((report for report in state.reports if span and report.article.id == span.article_id), None)
    if report is None or span is None or report.article.text[span.start:span.end] != span.exact:
        return None
    layer = next((layer for layer in Layer if PREFIXES.get(layer) == member.partition("-")[0]), None)
    records = getattr(report, layer.value) if layer else ()
    best = max(records, key=lambda record: (_overlap(main_span(record), span), record.id), default=None)
    if best is None or _overlap(main_span(best), span) < LEAST_OVERLAP:
        return None
    return str(best.id)


PREFIXES = {Layer.MENTIONS: "m", Layer.ENTITIES: "n", Layer.TIMES: "t", Layer.ATTRIBUTIONS: "a", Layer.STATEMENTS: "s",
            Layer.EVENTS: "e", Layer.FIGURES: "q", Layer.EXPLANATIONS: "x", Layer.FORECASTS: "f",
            Layer.KNOWING: "k"}
"""What the ids of a layer begin with."""


def main_span(record: Any) -> SourceSpan | None:
    """The words that a member stands on: its clause, content, first mention or span."""
    for field in ("clause", "span"):
        if isinstance(value := getattr(record, field, None), SourceSpan):
            return value
    return next((value[0] for field in ("content", "mentions") if (value := getattr(record, field, ()))), None)


def _overlap(span: SourceSpan | None, other: SourceSpan) -> float:
    if span is None or span.article_id != other.article_id:
        return 0.0
    both = min(span.end, other.end) - max(span.start, other.start)
    return max(0, both) / (max(span.end, other.end) - min(span.start, other.start))


def _still_reads(spans: Sequence[SourceSpan], state: StoryState) -> bool:
    texts = {report.article.id: report.article.text for report in state.reports}
    return bool(spans) and all(texts.get(span.article_id, "")[span.start:span.end] == span.exact for span in spans)


def judged_pairs(pairs: Sequence[Pair], judgements: Iterable[Judgement], places: Mapping[str, Place],
                 reports: Iterable[ArticleId]) -> tuple[Pair, ...]:
    """The pairs with those that people judged in place of what components say; of two judgements the later one."""
    known, judged = set(reports), {}
    for item in judgements:
        if item.kind not in (SAME, DIFFERENT):
            continue
        first, score = item.members[0], JUDGED_SAME if item.kind == SAME else JUDGED_APART
        for other in item.members[1:]:
            kind = _pair_kind(first, other, places, known)
            if kind:
                a, b = sorted((first, other))
                judged[kind, a, b] = Pair(kind=kind, a=a, b=b, score=score, reason=said_by(item))
    kept = [pair for pair in pairs if (pair.kind, pair.a, pair.b) not in judged]
    return tuple(sorted((*kept, *judged.values()), key=lambda pair: (pair.kind, pair.a, pair.b)))


def _pair_kind(a: str, b: str, places: Mapping[str, Place], reports: set[ArticleId]) -> str | None:
    if a in reports and b in reports:
        return "copy"
    layers = {places[member].layer for member in (a, b)}
    layer = layers.pop() if len(layers) == 1 else None
    return LINKED_LAYERS.get(layer) if layer else None


def rejected_items(rulings: Iterable[Ruling]) -> frozenset[str]:
    """Ids of items that stand in no report and that people rejected."""
    return frozenset(member for ruling in rulings if ruling.is_applied and ruling.judgement.kind == REJECT
                     for member in ruling.judgement.members)


def grades(rulings: Iterable[Ruling]) -> dict[str, Judgement]:
    """The last judgement of each outlet's grade, by the outlet's folded name; one that names a host counts for the
    outlet there."""
    return {called(outlet).casefold(): ruling.judgement for ruling in rulings
            if ruling.is_applied and ruling.judgement.kind == GRADE for outlet in ruling.judgement.members[:1]}



def ratings(rulings: Iterable[Ruling]) -> dict[tuple[MemberId, MemberId], tuple[str, str]]:
    """What people said of single cells: rating and who gave it, by explanation and item."""
    return {(MemberId(theory), MemberId(item)): (ruling.judgement.value or "N", said_by(ruling.judgement))
            for ruling in rulings if ruling.is_applied and ruling.judgement.kind == RATE
            for theory, item in [ruling.judgement.members[:2]]}
