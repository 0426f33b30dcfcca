"""Terms are told to belong to a part of a passage by their first letters."""

from __future__ import annotations

from reportedly.text.parts import terms_within


def test_inflected_forms_belong_to_the_part() -> None:
    terms = ("close", "harbour", "smuggler", "storm")
    assert terms_within(terms, "closing the harbours") == {"close", "harbour"}


def test_nothing_belongs_to_no_words() -> None:
    assert terms_within(("storm",), "") == frozenset()
