"""Negation and opposites."""

from __future__ import annotations

import pytest

from reportedly.text.polarity import is_negated, positive_forms


@pytest.mark.parametrize("words", ["found no evidence of it", "he didn’t go", "they never met", "had no fear"])
def test_negation_is_seen(words: str) -> None:
    assert is_negated(words)


@pytest.mark.parametrize("words", ["no fewer than 12 boats", "she no longer rows", "a notable boat"])
def test_words_with_no_that_negate_nothing(words: str) -> None:
    assert not is_negated(words)


@pytest.mark.parametrize(("term", "positive"), [("illegal", "legal"), ("unrelated", "related"), ("non-fatal", "fatal")])
def test_prefix_that_negates_is_taken_off(term: str, positive: str) -> None:
    assert positive in positive_forms(term)
