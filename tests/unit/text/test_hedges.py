"""Words of probability are found with the range to print."""

from __future__ import annotations

import pytest

from reportedly.evaluate.probability import table
from reportedly.text.hedges import find_hedges, hedge_range, hedge_ranges


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("The dam is highly likely to hold.", ["highly likely"]),
        ("It may rain, perhaps.", ["may", "perhaps"]),
        ("The vote is on May 4.", []),
        ("It won’t hold.", ["won't"]),
        ("Almost  certainly gone", ["almost certainly"]),
        ("dismay and mighty unlikelihood", []),
        ("", []),
    ],
)
def test_hedges_are_found_longest_phrase_first(text: str, words: list[str]) -> None:
    assert [entry.word for _, _, entry in find_hedges(text)] == words


def test_offsets_are_those_of_the_text() -> None:
    text = "😀\u200f it is very unlikely"
    start, end, _ = find_hedges(text)[0]
    assert text[start:end] == "very unlikely"


def test_a_standard_comes_before_surveys() -> None:
    entry = hedge_range("Likely")
    assert entry is not None and (entry.table, entry.low, entry.high) == ("ICD-203", 55, 80)


def test_a_word_without_agreed_range_has_none() -> None:
    entry = hedge_range("expected to")
    assert entry is not None and (entry.table, entry.low, entry.high) == ("none", None, None)
    assert hedge_range("harbour") is None


def test_every_range_is_in_order_and_in_percent() -> None:
    for entries in hedge_ranges().values():
        for entry in entries:
            numbers = [number for number in (entry.low, entry.point, entry.high) if number is not None]
            assert numbers == sorted(numbers) and all(0 <= number <= 100 for number in numbers)


def test_the_bench_table_holds_surveyed_words_only() -> None:
    assert table()["unlikely"][1] < 50 < table()["likely"][1]
    assert "expected to" not in table()
