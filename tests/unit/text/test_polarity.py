"""Negation and opposites."""

from __future__ import annotations

import pytest

from reportedly.text.polarity import is_negated, is_question, negated_words, positive_forms, rejects


@pytest.mark.parametrize("words", ["found no evidence of it", "he didn’t go", "they never met", "had no fear"])
def test_negation_is_seen(words: str) -> None:
    assert is_negated(words)


@pytest.mark.parametrize("words", ["no fewer than 12 boats", "she no longer rows", "a notable boat"])
def test_words_with_no_that_negate_nothing(words: str) -> None:
    assert not is_negated(words)


@pytest.mark.parametrize(("term", "positive"), [("illegal", "legal"), ("unrelated", "related"), ("non-fatal", "fatal")])
def test_prefix_that_negates_is_taken_off(term: str, positive: str) -> None:
    assert positive in positive_forms(term)


@pytest.mark.parametrize(("words", "negated"), [
    ("He did not steal the lamp, but he sold it.", ("steal", "the", "lamp")),
    ("She had no knowledge of the fund.", ("knowledge", "of", "the", "fund")),
    ("Girls should not row.", ()), ("He does not know why the crane fell.", ()),
    ("Police have not verified the tape.", ()), ("He stole it.", ()),
])
def test_words_under_a_negation(words: str, negated: tuple[str, ...]) -> None:
    assert negated_words(words) == negated


@pytest.mark.parametrize(("words", "expected"), [
    ("why the crane had fallen", True), ("And if the tape is real, who made it", True), ("Who was it?", True),
    ("the crane had fallen", False), ("Whittaker left", False),
])
def test_questions_are_seen(words: str, expected: bool) -> None:
    assert is_question(words) is expected


@pytest.mark.parametrize(("words", "expected"), [
    ("the report is false", True), ("a groundless accusation", True), ("It is a hoax.", True),
    ("she boarded the wrong ferry", False), ("an impossible parking space", False),
])
def test_words_that_reject(words: str, expected: bool) -> None:
    assert rejects(words) is expected
