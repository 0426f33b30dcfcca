"""One report as people corrected it: members rejected, speakers and dates put right, statements added."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import Any

from reportedly.records.annotation import (
    AnnotatedArticle,
    AttributionKind,
    ChainLink,
    CueClass,
    EntityKind,
    EventMention,
    Layer,
    LocalEntity,
    Statement,
    TimeRange,
)
from reportedly.records.ids import MemberId, content_id
from reportedly.records.judgement import DATE, PERSON, REJECT, SPEAKER, STATEMENT, Judgement, Provenance, said_by
from reportedly.records.span import SourceSpan, joined
from reportedly.text.normalise import fold

_LENGTHS = {4: "year", 7: "month", 10: "day", 16: "minute"}
_WORD = re.compile(r"[a-z0-9][a-z0-9'-]+")
_OPENING = tuple("\"“„«‘")


def corrected(report: AnnotatedArticle, judgements: Iterable[Judgement]) -> AnnotatedArticle:
    """The report with every judgement that names a member of it; the report itself where none does."""
    own = {record.id for layer in Layer for record in getattr(report, layer.value) if hasattr(record, "id")}
    for item in judgements:
        if item.kind == STATEMENT and item.spans[0].article_id == report.article.id:
            report = _with_statement(report, item)
        elif item.kind in (REJECT, SPEAKER, DATE) and own.intersection(item.members):
            report = _changed(report, item)
    return report


def _changed(report: AnnotatedArticle, item: Judgement) -> AnnotatedArticle:
    """The report with what one judgement says of its members."""
    if item.kind == REJECT:
        left: dict[str, Any] = {layer.value: tuple(record for record in getattr(report, layer.value)
                                                   if getattr(record, "id", None) not in item.members)
                                for layer in Layer}
        return replace(report, **left)
    change = _with_speaker if item.kind == SPEAKER else _with_day
    return replace(report, statements=tuple(change(report, record, item) if record.id in item.members else record
                                            for record in report.statements),
                   events=tuple(_with_day(report, record, item) if record.id in item.members else record
                                for record in report.events))


def _with_speaker(report: AnnotatedArticle, statement: Statement, item: Judgement) -> Statement:
    """The statement under another speaker; relays before the speaker stay as they are."""
    entity = entity_called(report.entities, item.value or "")
    name = entity.name if entity else item.value or ""
    chain = tuple(ChainLink(role="speaker", name=name, span=None) if link.role == "speaker" else link
                  for link in statement.chain)
    return replace(statement, speaker=name, entity=entity.id if entity else None, speaker_kind=_kind_of(entity),
                   chain=chain, unnamed=None, provenance=_by(item))


def _kind_of(entity: LocalEntity | None) -> str:
    return {EntityKind.PERSON: "person", EntityKind.GROUP: "group"}.get(entity.kind, "organization") if entity \
        else "person"


def entity_called(entities: Sequence[LocalEntity], name: str) -> LocalEntity | None:
    """The one entity of the report with this name or alias; None where there is none, or more than one."""
    asked = fold(name)
    full = [entity for entity in entities if fold(entity.name) == asked]
    found = full or [entity for entity in entities if asked in map(fold, entity.aliases)]
    return found[0] if len(found) == 1 else None


def _with_day(_: AnnotatedArticle, record: Any, item: Judgement) -> Any:
    """The event mention or statement with the day or minute that the judgement gives."""
    when = TimeRange(earliest=item.value, latest=item.value, precision=_LENGTHS.get(len(item.value or ""), "day"),
                     rule=said_by(item), because=())
    return replace(record, time=when) if isinstance(record, EventMention) else replace(record, said=when)


def _by(item: Judgement) -> Provenance:
    return Provenance(component=PERSON, rule=said_by(item))


def _with_statement(report: AnnotatedArticle, item: Judgement) -> AnnotatedArticle:
    """The report with one statement more, by its speaker and words; its id is derived from the judgement's."""
    own = MemberId(content_id("s", item.id))
    entity = entity_called(report.entities, item.value or "")
    name = entity.name if entity else item.value or ""
    words = joined(item.spans)
    quoted = item.spans[0].exact.startswith(_OPENING)
    outlet = ChainLink(role="outlet", name=report.article.outlet.label, span=None)
    made = Statement(
        id=own, attribution=own, speaker=name, speaker_kind=_kind_of(entity), entity=entity.id if entity else None,
        chain=(outlet, ChainLink(role="speaker", name=name, span=None)), cue=item.cue or "",
        cue_class=CueClass.DENY if item.denies else CueClass.ASSERT, denies=item.denies,
        kind=AttributionKind.DIRECT if quoted else AttributionKind.INDIRECT, distance="neutral", content=item.spans,
        text=words, sentence=_around(report, item.spans[0]), said=None,
        terms=tuple(sorted(set(_WORD.findall(fold(words))))), provenance=_by(item))
    return replace(report, statements=(*report.statements, made))


def _around(report: AnnotatedArticle, span: SourceSpan) -> SourceSpan:
    """The sentence that holds the words; they themselves where none does."""
    return next((sentence.span for sentence in report.sentences if sentence.span.covers(span)), span)
