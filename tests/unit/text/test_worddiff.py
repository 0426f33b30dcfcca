"""Differing words of positions."""

import pytest

from reportedly.text.worddiff import unshared


def _marked(*texts: str) -> list[list[str]]:
    return [[piece.text for piece in row if piece.differs] for row in unshared(texts)]


@pytest.mark.parametrize(("texts", "marked"), [
    (("Nine people are missing", "Twelve people are missing"), [["Nine"], ["Twelve"]]),
    (("at least 9 are missing", "missing are 12"), [["at least 9"], ["12"]]),
    (("The gate held.", "the GATE held"), [[], []]),
    (("only one side",), [[]]),
    (("", "something"), [[], ["something"]]),
    ((), []),
])
def test_words_missing_elsewhere_are_marked(texts: tuple[str, ...], marked: list[list[str]]) -> None:
    assert _marked(*texts) == marked


@pytest.mark.parametrize("text", ["", "  two  spaces ", "“Nine,” she said 🚒 — no\u202e!", "a\nb\t1,200.5"])
def test_pieces_give_the_text_back(text: str) -> None:
    assert "".join(piece.text for piece in unshared([text, "other words"])[0]) == text
