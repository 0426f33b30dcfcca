"""The assembly of annotators and the parse they share."""

from __future__ import annotations

import pytest

from reportedly.annotate.parse import Parse
from reportedly.annotate.pipeline import LONGEST_PARSE, EnglishPipeline, parse_article, split_zone
from reportedly.annotate.sentences import ParsedSentences
from reportedly.records.annotation import AnnotatedArticle, Layer
from reportedly.records.article import Zone, ZoneKind
from tests.factory import article

ONLY_SENTENCES = EnglishPipeline([ParsedSentences()])


def test_sentences_are_the_words_of_the_text() -> None:
    report = article("Ms Roe left.\u00a0 The 🚢 sank at noon.\nNobody saw it.")
    found = ONLY_SENTENCES.annotate_one(report).sentences
    assert [item.span.exact for item in found] == ["Ms Roe left.", "The 🚢 sank at noon.", "Nobody saw it."]
    assert all(report.text[item.span.start:item.span.end] == item.span.exact for item in found)


def test_a_sentence_never_crosses_a_zone() -> None:
    found = ONLY_SENTENCES.annotate_one(article("A headline without a stop\nThe body begins here.")).sentences
    assert len(found) == 2


def test_another_language_passes_without_layers() -> None:
    annotated = ONLY_SENTENCES.annotate_one(article("Das Schiff sank am Mittag.", language="de"))
    assert not annotated.layers and not annotated.sentences


def test_a_long_line_is_parsed_piece_by_piece_without_loss() -> None:
    text = "The tide rose again. " * (LONGEST_PARSE // 10)
    zone = Zone(kind=ZoneKind.BODY, start=0, end=len(text), rule="test")
    pieces = split_zone(text, zone)
    assert "".join(text[piece.start:piece.end] for piece in pieces) == text
    assert max(piece.end - piece.start for piece in pieces) <= LONGEST_PARSE


def test_a_line_without_spaces_is_cut_all_the_same() -> None:
    text = "x" * (3 * LONGEST_PARSE + 7)
    pieces = split_zone(text, Zone(kind=ZoneKind.BODY, start=0, end=len(text), rule="test"))
    assert sum(piece.end - piece.start for piece in pieces) == len(text)


def test_a_block_is_found_by_offset() -> None:
    report = article("One line.\nAnother line.")
    parse = parse_article(report)
    block = parse.block_at(report.text.index("Another"))
    assert block is not None and block.doc.text == "Another line."
    assert parse.block_at(9) is None


def test_tokens_in_a_span() -> None:
    report = article("The ferry sank at noon.")
    start = report.text.index("ferry")
    tokens = parse_article(report).tokens_in(report.span(start, start + len("ferry sank")))
    assert [token.text for token in tokens] == ["ferry", "sank"]


class Failing:
    """An annotator that cannot cope."""

    name = "failing.v1"
    needs: frozenset[Layer] = frozenset()
    adds = frozenset({Layer.EVENTS})

    def annotate(self, article: AnnotatedArticle, parse: Parse) -> AnnotatedArticle:
        raise IndexError("no such token")


def test_a_failing_annotator_costs_its_layer_and_not_the_report() -> None:
    pipeline = EnglishPipeline([Failing(), ParsedSentences()], forgiving=True)
    annotated = pipeline.annotate_one(article("The ferry sank at noon."))
    assert len(annotated.sentences) == 1
    (notice,) = annotated.article.notices
    assert notice.code == "layer-failed"
    assert "failing.v1 failed (IndexError: no such token), so the report has no events" in notice.message


def test_a_failing_annotator_is_raised_to_its_developer() -> None:
    with pytest.raises(IndexError):
        EnglishPipeline([Failing()]).annotate_one(article("The ferry sank at noon."))
