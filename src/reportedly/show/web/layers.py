"""What a reader can switch on over a report's text: who says, when, and who is named."""

from __future__ import annotations

from collections.abc import Iterator

from reportedly.records.annotation import AnnotatedArticle
from reportedly.show.web.highlight import Layered

SWITCHES = (("says", "Who says what"), ("when", "When"), ("name", "Who"))
"""Layers with a switch each, and its words; furniture, which is no annotation, has one of its own."""


def layers(report: AnnotatedArticle) -> tuple[Layered, ...]:
    """Every stretch of the report that a layer marks, in reading order."""
    return tuple(sorted((*_says(report), *_when(report), *_names(report)),
                        key=lambda one: (one.start, -one.end, one.layer)))


def _says(report: AnnotatedArticle) -> Iterator[Layered]:
    speakers = {statement.attribution: statement.speaker for statement in report.statements}
    for one in report.attributions:
        told = speakers.get(one.id, "")
        for layer, spans in (("who", one.source), ("cue", one.cue), ("says", one.content)):
            yield from (Layered(span.start, span.end, layer, told) for span in spans)


def _when(report: AnnotatedArticle) -> Iterator[Layered]:
    for time in report.times:
        if time.type in ("DATE", "TIME"):
            yield Layered(time.span.start, time.span.end, "when", time.edtf or time.value)


def _names(report: AnnotatedArticle) -> Iterator[Layered]:
    for entity in report.entities:
        yield from (Layered(span.start, span.end, "name", entity.name) for span in entity.mentions)
