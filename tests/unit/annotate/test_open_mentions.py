"""Mentions that belong to no entity, and what kinds names are by their shape and place."""

from __future__ import annotations

import pytest

from reportedly.annotate.coreference import LocalEntities
from reportedly.annotate.pipeline import EnglishPipeline
from reportedly.annotate.sentences import ParsedSentences
from reportedly.records.annotation import AnnotatedArticle, EntityKind
from tests.factory import article


def read(text: str) -> AnnotatedArticle:
    return EnglishPipeline((ParsedSentences(), LocalEntities())).annotate_one(article(text))


def unlinked(text: str, form: str) -> list[str]:
    return [item.span.exact for item in read(text).mentions if item.form == form and item.entity is None]


def kinds(text: str) -> dict[str, EntityKind]:
    return {item.name: item.kind for item in read(text).entities}


@pytest.mark.parametrize(("text", "said"), [
    ("Pilots refused to fly on Monday.", ["Pilots"]),
    ("Voters chose a new council.", ["Voters"]),
    ("Storms closed the harbour.", []),
    ("Older pilots refused to fly.", [])])
def test_bare_plurals_are_open(text: str, said: list[str]) -> None:
    assert unlinked(text, "nominal") == said


def test_open_mentions_make_no_entity() -> None:
    assert not read("Some pilots wait. Pilots refused to fly.").entities


def test_the_seat_of_a_university_stands_inside_its_name() -> None:
    assert unlinked("She teaches at the University of Brill.", "nested") == ["Brill"]
    assert not unlinked("She teaches at the Bank of Brill.", "nested")


def test_a_capital_article_inside_a_sentence_names_a_body() -> None:
    assert kinds("She wrote for The Gannet, and he read The Gannet.")["Gannet"] is EntityKind.ORGANIZATION


def test_a_letter_and_a_number_are_a_model() -> None:
    assert kinds("Jane Roe drove the MX6 to Norway.")["MX6"] is EntityKind.OTHER


def test_an_adjective_left_of_a_cut_is_no_name() -> None:
    assert "National" not in kinds("Jane Roe praised the National policy of Norway.")


def test_a_side_alone_is_the_one_place_it_begins() -> None:
    names = kinds("South Korea voted. Officials said that the South was calm.")
    assert "South Korea" in names
    assert "South" not in names


def test_a_creed_and_its_church_are_one() -> None:
    names = kinds("The Church of Ternology denied it. Ternology has many members. Ternology sued.")
    assert len([name for name in names if "Ternology" in name]) == 1


def test_a_place_inside_a_title_is_nested() -> None:
    annotated = read("Norway is calm. Norway President Jane Roe spoke.")
    assert [item.span.exact for item in annotated.mentions if item.form == "nested"] == ["Norway"]


def test_a_storm_is_nobody() -> None:
    assert kinds("Cyclone Ternia reached Norway. Ternia weakened.")["Ternia"] is EntityKind.OTHER


def test_a_peoples_republic_is_one_name() -> None:
    assert kinds("He flew to the People's Republic of China.")["People's Republic of China"] is EntityKind.PLACE
