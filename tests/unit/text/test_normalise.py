"""Folding for comparison."""

from __future__ import annotations

import pytest

from reportedly.text.normalise import fold, squeeze


@pytest.mark.parametrize(("words", "folded"), [
    ("  Señor\u00a0Núñez ", "senor nunez"),
    ("Łódź", "lodz"),
    ("the mayor’s", "the mayor's"),
    ("STRASSE ﬁre", "strasse fire"),
])
def test_spellings_that_readers_take_as_one(words: str, folded: str) -> None:
    assert fold(words) == folded


def test_squeeze_keeps_the_words() -> None:
    assert squeeze(" a\n\tb\u00a0 c ") == "a b c"
