"""Statements of attributions whose spans are given: no finder of spans stands between a test and its subject."""

from __future__ import annotations

from dataclasses import replace

from reportedly.annotate.coreference import LocalEntities
from reportedly.annotate.cue_reading import read_cue
from reportedly.annotate.parse import Parse
from reportedly.annotate.pipeline import parse_article
from reportedly.annotate.sentences import ParsedSentences
from reportedly.annotate.statements import ResolvedStatements
from reportedly.annotate.times import RuleTimes
from reportedly.records.annotation import AnnotatedArticle, Attribution, AttributionKind, Layer, Statement
from reportedly.records.article import Article
from reportedly.records.ids import MemberId
from reportedly.records.judgement import Provenance
from reportedly.records.span import SourceSpan
from tests.factory import article

Words = tuple[str, str, str]
"""Source, cue and content of one attribution as words of the text; `` for none, pieces parted by ` … `."""


def statements_of(text: str, *attributions: Words) -> tuple[Statement, ...]:
    """The statements of attributions with these words; one whose cue stands in another's content is nested in it."""
    report = article(text)
    parse = parse_article(report)
    annotated = AnnotatedArticle(article=report)
    for annotator in (ParsedSentences(), RuleTimes(), LocalEntities()):
        annotated = annotator.annotate(annotated, parse)
    found = [_attribution(report, parse, number, words) for number, words in enumerate(attributions)]
    nested = tuple(replace(item, parent=_parent(item, found)) for item in found)
    annotated = replace(annotated, attributions=nested, layers=annotated.layers | {Layer.ATTRIBUTIONS})
    return ResolvedStatements().annotate(annotated, parse).statements


def _attribution(report: Article, parse: Parse, number: int, words: Words) -> Attribution:
    source, cue, content = (_spans(report, part) for part in words)
    tokens = [[token for span in spans for token in parse.tokens_in(span)] for spans in (cue, content, source)]
    reading = read_cue(*tokens)
    return Attribution(
        id=MemberId(f"a{number}"), source=source, cue=cue, content=content, kind=AttributionKind.INDIRECT,
        cue_class=reading.cue_class, cue_lemma=reading.lemma, negated=reading.negated, distance=reading.distance,
        parent=None, provenance=Provenance(component="test", rule=reading.rule))


def _spans(report: Article, words: str) -> tuple[SourceSpan, ...]:
    parts = words.split(" … ") if words else []
    starts = [report.text.index(part) for part in parts]
    return tuple(report.span(start, start + len(part)) for start, part in zip(starts, parts, strict=True))


def _parent(item: Attribution, found: list[Attribution]) -> MemberId | None:
    around = [other for other in found if other is not item and any(
        span.start <= item.cue[0].start < span.end for span in other.content)]
    return around[0].id if around else None
