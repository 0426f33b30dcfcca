"""A passage is short, unbroken and holds the word that matters."""

from __future__ import annotations

from reportedly.annotate.passages import LONGEST, length, passage
from reportedly.models.spacy_pipeline import english

LONG = (
    "Because the flood took more than half of the houses in the old town and left the market under two metres of mud "
    "for weeks, engineers expect a long repair of the western dyke, which was raised twice in the last century and "
    "which nobody had inspected since the great storm."
)


def test_a_short_sentence_is_shown_whole() -> None:
    tokens = list(english()("The dam may break soon."))
    assert passage(tokens, tokens[2]) == tokens


def test_a_long_sentence_is_cut_to_its_clause() -> None:
    tokens = list(english()(LONG))
    anchor = next(token for token in tokens if token.text == "expect")
    run = passage(tokens, anchor)
    assert length(run) <= LONGEST and anchor in run
    assert [token.i for token in run] == list(range(run[0].i, run[-1].i + 1))


def test_a_sentence_without_end_is_cut() -> None:
    tokens = list(english()("storm " * 400))
    assert length(passage(tokens, tokens[200])) <= LONGEST
