"""Tolls: what a number counts by the phrase around it."""

from __future__ import annotations

import pytest

from reportedly.text.tolls import is_elided, toll_unit


@pytest.mark.parametrize(("words", "number", "unit"), [
    ("The number of injured rose to 31 on Monday.", "31", "injury"),
    ("The death toll stood at 58.", "58", "death"),
    ("The number of dead rose from 12 to 14.", "14", "death"),
    ("The office gave 31 as the number of injured.", "31", "injury"),
    ("The number of boats rose to 31.", "31", None),
])
def test_phrase_tells_what_is_counted(words: str, number: str, unit: str | None) -> None:
    start = words.rindex(number)
    assert toll_unit(words, start, start + len(number)) == unit


@pytest.mark.parametrize(("words", "number", "expected"), [
    ("It had first spoken of 14.", "14", True), ("The city put it at 25 million.", "25 million", True),
    ("It had first spoken of 14 boats.", "14", False), ("Pier 14.", "14", False),
])
def test_noun_left_out(words: str, number: str, expected: bool) -> None:
    start = words.index(number)
    assert is_elided(words, start, start + len(number)) is expected
