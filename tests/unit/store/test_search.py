from __future__ import annotations

from pathlib import Path

import pytest

from reportedly.engine.build import build
from reportedly.store.search import quoted, search
from reportedly.store.views import load_state
from tests.fakes.rooms import WordPipeline, raw, tools

TEXT = "Finch closed the café bridge 🚒. The harbour bridge stays open, she said. Nobody closed the harbour."


@pytest.fixture
def story(tmp_path: Path) -> Path:
    build([raw(TEXT)], tmp_path, tools())
    return tmp_path


@pytest.mark.parametrize(("words", "found"), [
    ("bridge", ["Finch closed the café bridge 🚒.", "The harbour bridge stays open, she said."]),
    ("BRIDGE closed", ["Finch closed the café bridge 🚒."]),
    ("cafe", ["Finch closed the café bridge 🚒."]),
    ('"harbour bridge"', ["The harbour bridge stays open, she said."]),
    ("“closed the harbour”", ["Nobody closed the harbour."]),
    ("harbour -bridge", ["The harbour bridge stays open, she said."]),
    ("tunnel", []), ("", []), ("!!! ()", [])])
def test_sentences_found_by_words(story: Path, words: str, found: list[str]) -> None:
    assert sorted(hit.span.exact for hit in search(story, words)) == sorted(found)


@pytest.mark.parametrize("words", ['"', '"" ""', "NEAR(", "bridge AND", "a*", "text:bridge", "^x", "'; DROP", "\0"])
def test_no_words_are_syntax(story: Path, words: str) -> None:
    search(story, words)


def test_matches_and_spans_read_as_the_text_does(story: Path) -> None:
    text = load_state(story).reports[0].article.text
    hits = search(story, "harbour open")
    spans = [span for hit in hits for span in (hit.span, *hit.matches)]
    assert [span.exact for span in hits[0].matches] == ["harbour", "open"]
    assert all(text[span.start:span.end] == span.exact for span in spans)


def test_report_in_another_language_can_be_searched(tmp_path: Path) -> None:
    build([raw("lang=de Die Brücke fiel.")], tmp_path, tools())
    assert [hit.span.exact for hit in search(tmp_path, "brucke")] == ["lang=de Die Brücke fiel."]


def test_reannotated_report_is_found_once(story: Path) -> None:
    build([raw(TEXT)], story, tools(WordPipeline(("fake.words.v2",))))
    assert len(search(story, "cafe")) == 1


def test_search_is_narrowed_to_reports_and_limited(story: Path) -> None:
    assert search(story, "bridge", reports=set()) == ()
    assert len(search(story, "bridge", limit=1)) == 1


def test_quoting_keeps_phrases_together() -> None:
    assert quoted('state "of emergency" now') == '"state" AND "of emergency" AND "now"'
