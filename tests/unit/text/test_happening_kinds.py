"""Kinds of happenings: verbs and nouns that tell of one thing."""

from __future__ import annotations

from reportedly.text.happening_kinds import LEAST_HEFT, by_kind, heft, kind_of_happening, kinds_in


def test_verbs_and_nouns_name_one_kind() -> None:
    assert {kind_of_happening(word) for word in ("gunman", "shooting", "shoot")} == {"shoot"}
    assert kind_of_happening("bridge") is None


def test_words_are_replaced_by_their_kind() -> None:
    assert by_kind(("gunman", "bridge", "deadly")) == {"shoot", "bridge", "kill"}
    assert kinds_in(("gunman", "bridge")) == {"shoot"}


def test_a_kind_weighs_something_however_common() -> None:
    assert heft("kill") >= LEAST_HEFT
