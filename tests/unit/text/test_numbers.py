"""Numbers in running text."""

from __future__ import annotations

from math import inf

import pytest

from reportedly.text.numbers import overlap, quantities, word_value, written


@pytest.mark.parametrize(("text", "low", "high", "unit"), [
    ("143million files were open", 143e6, 143e6, None),
    ("a sum of 2.5 million", 2.5e6, 2.5e6, None),
    ("some 12,400 households", 11_160, 13_640, None),
    ("dozens of boats", 24, 99, None),
    ("at least 12 sailors", 12, inf, None),
    ("more than two hundred", 200, inf, None),
    ("fewer than 400,000 readers", 0, 400_000, None),
    ("up to 44 million letters", 0, 44e6, None),
    ("nearly 300 guards", 270, 330, None),
    ("between five and nine crates", 5, 9, None),
    ("20 to 30 skiffs", 20, 30, None),
    ("three to five million", 3e6, 5e6, None),
    ("5-7 million", 5e6, 7e6, None),
    ("twenty-five gulls", 25, 25, None),
    ("hundreds of thousands of eels", 200_000, 999_999, None),
    ("£1.2bn", 1.2e9, 1.2e9, "gbp"),
    ("$425 million", 425e6, 425e6, "usd"),
    ("73.6% of voters", 73.6, 73.6, "percent"),
    ("nine per cent", 9, 9, "percent"),
])
def test_number_has_the_values_it_can_mean(text: str, low: float, high: float, unit: str | None) -> None:
    (quantity,) = quantities(text)
    assert (quantity.low, quantity.high) == pytest.approx((low, high))
    assert quantity.unit == unit


@pytest.mark.parametrize("text", ["at 10:27 p.m.", "the F-16s", "the 4th boat", "one of them", "no figure at all", ""])
def test_clock_times_codes_and_ordinals_are_no_quantities(text: str) -> None:
    assert quantities(text) == []


def test_span_returns_the_words_of_the_number() -> None:
    text = "\u200f🚢 About 40 crates, then up to 12 more."
    assert [text[item.start:item.end] for item in quantities(text)] == ["About 40", "up to 12"]


@pytest.mark.parametrize(("low", "high", "words"), [(12, 12, "12"), (12, inf, "at least 12"), (0, 4e5, "up to 400,000"),
                                                    (24, 99, "24-99")])
def test_range_is_written_short(low: float, high: float, words: str) -> None:
    assert written(low, high) == words


def test_ranges_overlap_when_one_value_fits_both() -> None:
    assert overlap(12, inf, 14, 14)
    assert not overlap(0, 11, 12, inf)


def test_number_words_add_up() -> None:
    assert word_value("forty-two") == 42
