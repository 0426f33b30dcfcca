"""Time expressions with TIMEX3 values, read against the day of publication; verb tense comes from the parse."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from reportedly.annotate.parse import Block, Parse
from reportedly.annotate.tense import tense_of
from reportedly.records.annotation import AnnotatedArticle, Layer, Sentence, TimeExpression
from reportedly.records.article import Article
from reportedly.records.ids import MemberId, content_id
from reportedly.records.judgement import Provenance
from reportedly.text.timex.reader import Timex, reader_of

if TYPE_CHECKING:
    from spacy.tokens import Token


class RuleTimes:
    """Adds the times layer: the grammar of `text.timex`, sentence by sentence."""

    name = "reportedly.rule-times.v1"
    needs = frozenset({Layer.SENTENCES})
    adds = frozenset({Layer.TIMES})

    def annotate(self, article: AnnotatedArticle, parse: Parse) -> AnnotatedArticle:
        """The article with its time expressions in reading order; without a date of publication relative ones keep
        an unknown day."""
        text = article.article.text
        reader = reader_of(text, article.article.published_day)
        times: list[TimeExpression] = []
        for sentence in sorted(article.sentences, key=lambda item: item.span.start):
            found = reader.read(
                sentence.span.exact, offset=sentence.span.start, tense=partial(_tense_at, parse, sentence)
            )
            times += [_record(article.article, item) for item in found]
        return replace(
            article, times=tuple(times), layers=article.layers | self.adds, made_by=(*article.made_by, self.name)
        )


def _tense_at(parse: Parse, sentence: Sentence, start: int, _end: int) -> str | None:
    block = parse.block_at(sentence.span.start)
    token = _token_at(block, start) if block else None
    return tense_of(token) if token is not None else None


def _token_at(block: Block, offset: int) -> Token | None:
    """The token that holds an offset of the article's text."""
    place = offset - block.zone.start
    span = block.doc.char_span(place, place + 1, alignment_mode="expand")
    return span[0] if span is not None and len(span) else None


def _record(article: Article, found: Timex) -> TimeExpression:
    return TimeExpression(
        id=MemberId(content_id("t", article.id, found.start, found.end)),
        span=article.span(found.start, found.end),
        type=found.type,
        value=found.value,
        mod=found.mod,
        earliest=found.earliest,
        latest=found.latest,
        precision=found.precision,
        edtf=found.edtf,
        anchor=found.anchor,
        zone=found.zone,
        provenance=Provenance(component=RuleTimes.name, rule=found.rule),
    )
