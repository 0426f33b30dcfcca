from __future__ import annotations

import pytest

from reportedly.records.annotation import Statement
from tests.factory import annotated


def statements(text: str) -> tuple[Statement, ...]:
    return annotated(text).statements


@pytest.mark.parametrize("denial", [
    "Tam Moss denies this.", "Tam Moss denied it.", "Tam Moss rejected the allegation."])
def test_bare_content_takes_its_terms_from_what_was_said_before(denial: str) -> None:
    first, second = statements(f"Jane Porter claims that Moss opened the sluice. {denial}")
    assert second.denies
    assert set(first.terms) <= set(second.terms)
    assert "porter" not in second.terms


def test_without_a_statement_before_the_sentence_before_is_meant() -> None:
    [found] = statements("The sluice opened by itself. Tam Moss denies this.")
    assert {"sluice", "open"} <= set(found.terms)
    assert found.text == "this"


@pytest.mark.parametrize("text", [
    "The dam has burst, Jane Porter said on Wednesday.",
    "On Wednesday the dam burst, Jane Porter said.",
])
def test_a_date_alone_is_not_what_was_said(text: str) -> None:
    assert "on wednesday" not in {item.text.casefold() for item in statements(text)}


def test_a_relative_pronoun_gives_way_to_its_noun() -> None:
    found = statements("Divers found the ledger, which Jane Porter had denied.")
    assert [item.text for item in found if item.denies] == ["the ledger"]
