"""Names, roles, nominals and pronouns of one report."""

from __future__ import annotations

import pytest

from reportedly.annotate.coreference import LocalEntities
from reportedly.annotate.pipeline import EnglishPipeline
from reportedly.annotate.sentences import ParsedSentences
from reportedly.records.annotation import AnnotatedArticle, EntityKind, LocalEntity
from tests.factory import article


def read(text: str, title: str | None = None) -> AnnotatedArticle:
    return EnglishPipeline((ParsedSentences(), LocalEntities())).annotate_one(article(text, title=title))


def entity(annotated: AnnotatedArticle, name: str) -> LocalEntity:
    return next(item for item in annotated.entities if item.name == name)


@pytest.mark.parametrize(("sentence", "name", "role"), [
    ("Defense Minister Seo Tae-ri resigned on Monday.", "Seo Tae-ri", "Defense Minister"),
    ("Harbour police chief Jane Roe left the room.", "Jane Roe", "police chief"),
    ("Secretary of State Peter Tern flew home.", "Peter Tern", "Secretary of State"),
    ("Jane Roe, leader of the Harbour Party, left.", "Jane Roe", "leader of the Harbour Party")])
def test_title_is_a_role_and_not_part_of_the_name(sentence: str, name: str, role: str) -> None:
    assert role in entity(read(sentence), name).roles


def test_full_and_short_names_and_honorifics_are_one_person() -> None:
    annotated = read("Peter Tern spoke first. Mr. Tern was calm. Tern’s lawyer was not.")
    tern = entity(annotated, "Peter Tern")
    assert tern.kind is EntityKind.PERSON
    assert {"Tern", "Mr. Tern"} <= set(tern.aliases)
    assert len(tern.mentions) == 3


def test_namesakes_stay_apart() -> None:
    annotated = read("Jane Roe met Peter Roe. Ms. Roe smiled.")
    assert "Ms. Roe" in entity(annotated, "Jane Roe").aliases
    assert entity(annotated, "Peter Roe").aliases == ()


def test_acronym_joins_its_organisation() -> None:
    annotated = read("The National Harbour Commission (NHC) met. The NHC adjourned.")
    commission = entity(annotated, "National Harbour Commission")
    assert commission.aliases == ("NHC",) and commission.kind is EntityKind.ORGANIZATION


def test_nominal_repeats_the_head_of_a_name() -> None:
    annotated = read("The Harbour Safety Commission met on Monday. Later the commission left.")
    assert [span.exact for span in entity(annotated, "Harbour Safety Commission").mentions][-1] == "the commission"


def test_nominal_that_fits_two_stays_open() -> None:
    annotated = read("The Trade Court sat. The Labour Court sat too.\nIt was hot. People left. Rain fell. "
                     "It ended. The court rose.")
    assert not [item for item in annotated.mentions if item.form == "nominal" and item.entity]


def test_pronoun_takes_the_person_of_its_gender() -> None:
    annotated = read("Mary Roe called Peter Tern. She asked him to leave.")
    assert "She" in [span.exact for span in entity(annotated, "Mary Roe").mentions]
    assert "him" in [span.exact for span in entity(annotated, "Peter Tern").mentions]


def test_pronoun_without_a_name_stays_unresolved() -> None:
    annotated = read("He left the room before the others came.")
    assert [(item.form, item.entity) for item in annotated.mentions] == [("pronoun", None)]


@pytest.mark.parametrize("sentence", [
    "However, nobody came on Monday.", "Meanwhile prices rose in January.", "Breaking: Live updates"])
def test_capital_alone_makes_no_person(sentence: str) -> None:
    assert not [item for item in read(sentence).entities if item.kind is EntityKind.PERSON]


def test_headline_words_are_no_names() -> None:
    annotated = read("Peter Tern said the storm would pass and the ferry would sail.",
                     title="Storm Will Pass, Ferry Will Sail, Says Peter Tern")
    assert [item.name for item in annotated.entities] == ["Peter Tern"]


@pytest.mark.parametrize("text", ["\u200f“Jane Roe”\u200f 😀 said.", "JaneÂ Roe â€” said “no", "x" * 3000, "- - -",
                                  "’s Roe"])
def test_odd_text_keeps_spans_true(text: str) -> None:
    annotated = read(text)
    for mention in annotated.mentions:
        assert annotated.article.text[mention.span.start:mention.span.end] == mention.span.exact
