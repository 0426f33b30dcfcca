from __future__ import annotations

import pytest

from reportedly.records.annotation import Statement
from tests.factory import annotated
from tests.unit.annotate.attributed import statements_of


def statements(text: str) -> tuple[Statement, ...]:
    return annotated(text).statements


@pytest.mark.parametrize("text", [
    "It is interesting to note that the dam was built twice.",
    "Correction: An earlier version of this report said that the dam had burst.",
    "Asked whether the dam was safe, Jane Porter left the room.",
    "Hours before the deal was announced, the ferry sank.",
    "Nobody said that the dam was safe.",
    "Evidence suggests that the dam was weak.",
    "Jane Porter blames you.",
    "Saying that the dam is safe is foolish.",
    "The crate contained a note.",
    "The dam belongs to a firm also called Gannet Works.",
    "A big hurdle in such cases is showing how much residents were harmed.",
    "The records help the board decide whether to close the gate.",
])
def test_what_nobody_says_is_no_statement(text: str) -> None:
    assert statements(text) == ()


def test_what_was_told_inside_anothers_words_is_theirs() -> None:
    found = statements("Brill council was told on Friday that the dam could burst, two officials told the Heron.")
    assert [item.speaker for item in found] == ["two officials"]


@pytest.mark.parametrize(("text", "content"), [
    ("It is feared that the dam will burst.", "that the dam will burst"),
    ("The ferry is believed to have sunk.", "The ferry … to have sunk"),
    ("Divers found a wreck believed to be the ferry.", "a wreck … to be the ferry"),
])
def test_a_passive_without_a_source_has_a_whole_clause(text: str, content: str) -> None:
    assert ("unattributed", content) in [(item.speaker, item.text) for item in statements(text)]


def test_a_short_clause_is_something_said() -> None:
    assert [item.text for item in statements("Two officials said that it was not.")] == ["that it was not"]


def test_whom_a_thing_is_so_to_holds_an_opinion() -> None:
    found = statements("The board wants a second gate. To Jane Porter, head of the union, that is a nonstarter.")
    assert [(item.speaker, item.text) for item in found][-1] == ("Jane Porter", "that is a nonstarter")


def test_what_only_hangs_on_to_is_no_opinion() -> None:
    assert statements("To this day, it is a ruin.") == statements("To the north, that is a swamp.") == ()


@pytest.mark.parametrize(("text", "cue", "content", "count"), [
    ("The board raised its estimate of the damage.", "its", "estimate of the damage", 0),
    ("It has also emerged that the dam had burst.", "also", "that the dam had burst", 1),
    ("It has also emerged that the dam had burst.", "emerged", "that the dam had burst", 1),
])
def test_a_cue_without_a_word_of_its_own_says_nothing(text: str, cue: str, content: str, count: int) -> None:
    assert len(statements_of(text, ("", cue, content))) == count
