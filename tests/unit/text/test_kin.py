"""Kin words share a key."""

from __future__ import annotations

import pytest

from reportedly.text.kin import kin_key, kin_keys


@pytest.mark.parametrize(("word", "other"), [
    ("warned", "told"), ("ordered", "order"), ("sold", "sale"), ("resignation", "resigned"), ("stopped", "stop"),
    ("falsified", "forgery"), ("opening", "open"), ("intruders", "breach"), ("killed", "deaths"),
])
def test_kin_words_share_a_key(word: str, other: str) -> None:
    assert kin_key(word) == kin_key(other)


@pytest.mark.parametrize(("word", "other"), [("warned", "ordered"), ("sank", "sold"), ("crane", "crate")])
def test_other_words_do_not(word: str, other: str) -> None:
    assert kin_key(word) != kin_key(other)


def test_keys_of_nothing_are_none() -> None:
    assert kin_keys([]) == frozenset()
