"""Who says what a verb in the singular says: findings made by hand."""

from __future__ import annotations

import pytest

from reportedly.annotate.agreement import with_agreeing_sources
from reportedly.models.spacy_pipeline import english
from tests.unit.annotate.test_refining import Parts, found, words


@pytest.mark.parametrize(("text", "before", "after"), [
    ("The clerk suspects that the board knew, as 172 of them met, and claims that the pier was safe.",
     [("The clerk", "suspects", "that the board knew, as 172 of them met, and claims that the pier was safe"),
      ("172 of them", "claims", "that the pier was safe")],
     [("The clerk", "suspects", "that the board knew, as 172 of them met"),
      ("The clerk", "claims", "that the pier was safe")]),
    ("The clerk says that the board knew, as the mayor met them, and claims that the pier was safe.",
     [("The clerk", "says", "that the board knew, as the mayor met them, and claims that the pier was safe"),
      ("the mayor", "claims", "that the pier was safe")], None),
    ("Clerks say that the board knew, as 172 of them met, and claim that the pier was safe.",
     [("Clerks", "say", "that the board knew, as 172 of them met, and claim that the pier was safe"),
      ("172 of them", "claim", "that the pier was safe")], None),
])
def test_one_who_claims_is_not_many(text: str, before: list[Parts], after: list[Parts] | None) -> None:
    items = with_agreeing_sources(english()(text), [found(text, *parts) for parts in before])
    assert [words(text, item) for item in items] == (before if after is None else after)
