"""The assembly of annotators and the parse they share."""

from __future__ import annotations

from tests.factory import article

from reportedly.annotate.pipeline import LONGEST_PARSE, EnglishPipeline, parse_article, split_zone
from reportedly.annotate.sentences import ParsedSentences
from reportedly.records.article import Zone, ZoneKind

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
