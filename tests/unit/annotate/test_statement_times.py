"""When something was said, by cues whose verb is not the word that carries their meaning."""

from __future__ import annotations

import pytest

from tests.unit.annotate.attributed import Words, statements_of


@pytest.mark.parametrize(("text", "words", "rule"), [
    ("Jane Porter had made it clear that the dam was safe.",
     ("Jane Porter", "had made it clear", "that the dam was safe"), "before publication"),
    ("Jane Porter raised doubts on Monday about the dam.",
     ("Jane Porter", "raised doubts", "about the dam"), "expression in the clause"),
    ("Jane Porter is convinced that the dam is safe.",
     ("Jane Porter", "is convinced", "that the dam is safe"), "by publication"),
])
def test_tense_and_date_are_those_of_the_cues_verb(text: str, words: Words, rule: str) -> None:
    [found] = statements_of(text, words)
    assert found.said is not None
    assert found.said.rule == rule


@pytest.mark.parametrize(("text", "words", "rule"), [
    ("Jane Porter spoke of a closure of the dam in February.",
     ("Jane Porter", "spoke of", "a closure of the dam"), "by publication"),
    ("Jane Porter promised an inquiry in March.", ("Jane Porter", "promised", "an inquiry"), "by publication"),
    ("Jane Porter announced the closure in March.",
     ("Jane Porter", "announced", "the closure"), "expression in the clause"),
    ("Jane Porter promised an inquiry on Monday.",
     ("Jane Porter", "promised", "an inquiry"), "expression in the clause"),
])
def test_a_month_told_behind_what_is_to_come_is_not_that_of_the_saying(text: str, words: Words, rule: str) -> None:
    [found] = statements_of(text, words)
    assert found.said is not None
    assert found.said.rule == rule
