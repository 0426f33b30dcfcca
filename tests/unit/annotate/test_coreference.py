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


@pytest.mark.parametrize(("text", "name", "kind"), [
    ("Shares of Tamber Hydraulics fell. Tamber said it was calm.", "Tamber Hydraulics", EntityKind.ORGANIZATION),
    ("“No,” said neighbour Dorrie Flinch. Flinch sells eels.", "Dorrie Flinch", EntityKind.PERSON),
    ("Chief physician Mirel Stope said so on Monday.", "Mirel Stope", EntityKind.PERSON),
    ("They live on Kettle Lane. He walked along Kettle Lane.", "Kettle Lane", EntityKind.PLACE),
    ("The troops left Marlow-on-Dene at noon.", "Marlow-on-Dene", EntityKind.PLACE),
    ("The group Salt Gulls denied it.", "Salt Gulls", EntityKind.ORGANIZATION),
    ("He told the programme “Meet the Harbour” that rain was near.", "Meet the Harbour", EntityKind.OTHER),
    ("St Petroc’s Hospital treated 20 people.", "St Petroc’s Hospital", EntityKind.ORGANIZATION),
    ("They took the regional capital, Vorsk, at dawn.", "Vorsk", EntityKind.PLACE)])
def test_kind_is_told_by_the_words_beside_the_name(text: str, name: str, kind: EntityKind) -> None:
    assert entity(read(text), name).kind is kind


@pytest.mark.parametrize(("title", "text"), [
    ("The Admiral Walks A Mile", "An eel was seen in the harbour by Jane Roe."),
    (None, "They painted “LET THE SEA IN” on the wall before Jane Roe came."),
    (None, "SHOCK WINNER\nIt was won by Jane Roe."),
    (None, "Radical fishers opened the gate, Jane Roe said.")])
def test_capitals_of_headlines_and_slogans_make_no_names(title: str | None, text: str) -> None:
    assert [item.name for item in read(text, title=title).entities] == ["Jane Roe"]


@pytest.mark.parametrize("text", [
    "Gannet lost money. Gannet Richard Tern went home. Richard Tern slept.",
    "Facebook Twitter Pinterest Richard Tern went home. Gannet lost money.",
    "AP Richard Tern went home. Gannet lost money.",
    "Actor Richard Tern went home. Gannet lost money."])
def test_what_furniture_glued_to_a_name_is_cut_off(text: str) -> None:
    tern = entity(read(text), "Richard Tern")
    assert tern.kind is EntityKind.PERSON and not [form for form in tern.aliases if "Gannet" in form]


def test_office_without_a_holder_is_no_organisation() -> None:
    assert not read("The U.S. Secretary of State flew home.").entities


@pytest.mark.parametrize(("text", "name", "roles"), [
    ("“It rose,” said neighbour Dorrie Flinch on Monday.", "Dorrie Flinch", ("neighbour",)),
    ("Jane Roe, a different shoulder, was there.", "Jane Roe", ()),
    ("Harbour master Peter Tern, who signed it, left.", "Peter Tern", ("harbour master",))])
def test_roles_describe_and_hold_no_name(text: str, name: str, roles: tuple[str, ...]) -> None:
    assert entity(read(text), name).roles == roles


@pytest.mark.parametrize(("text", "name", "nominal"), [
    ("Mary Roe, a retired pilot, slept.", "Mary Roe", "a retired pilot"),
    ("Harbour master Peter Tern rose. Later the harbour master left.", "Peter Tern", "the harbour master"),
    ("Norway voted on Monday. Nobody in the country slept.", "Norway", "the country")])
def test_description_is_a_mention_of_whom_it_describes(text: str, name: str, nominal: str) -> None:
    assert nominal in [span.exact for span in entity(read(text), name).mentions]


def test_i_is_the_speaker_of_the_quoted_words() -> None:
    annotated = read("“I saw my boat sink,” said Mary Roe on Monday.")
    assert {"I", "my"} <= {span.exact for span in entity(annotated, "Mary Roe").mentions}


def mentions_of(annotated: AnnotatedArticle, name: str) -> list[str]:
    own = entity(annotated, name)
    return [item.span.exact for item in annotated.mentions if item.entity == own.id and item.form != "nested"]


def test_the_words_before_a_name_are_its_phrase() -> None:
    annotated = read("The retired engineer Jane Roe left. The Kremlin waited.")
    phrases = {item.span.exact: item.phrase.exact if item.phrase else None for item in annotated.mentions
               if item.form == "name"}
    assert phrases == {"Jane Roe": "The retired engineer Jane Roe", "Kremlin": None}


def test_names_inside_names_are_nested_and_count_for_nobody() -> None:
    annotated = read("Peter Tern died in Norway. The Peter Tern Foundation mourned him there. Norway grieved.")
    assert [item.span.exact for item in annotated.mentions if item.form == "nested"] == ["Peter Tern"]
    assert "Peter Tern" in mentions_of(annotated, "Peter Tern Foundation")[0]


def test_a_half_of_the_compass_holds_no_place() -> None:
    annotated = read("Indiana voted. The University of Southern Indiana was closed.")
    assert not [item for item in annotated.mentions if item.form == "nested" and item.entity is not None]


@pytest.mark.parametrize(("text", "name", "short"), [
    ("The House of Deputies met. The White House was dark. The House rose at noon.", "House of Deputies", "House"),
    ("The Republic of Albania voted. Albania is small.", "Republic of Albania", "Albania")])
def test_the_head_alone_means_the_fuller_name(text: str, name: str, short: str) -> None:
    assert short in mentions_of(read(text), name)


def test_acronyms_of_things_are_nobody() -> None:
    annotated = read("The lab tested the DNA of the eels. DNA does not lie, it said.")
    assert {item.kind for item in annotated.entities if item.name == "DNA"} <= {EntityKind.OTHER}


def test_what_is_somebody_s_is_no_second_person() -> None:
    annotated = read("Andy Tern died. Tern was loved. Tern Papers were sold. Andy Tern left no will. "
                     "Tern had no heirs.")
    assert mentions_of(annotated, "Andy Tern").count("Tern") == 2


@pytest.mark.parametrize(("text", "name", "nominal"), [
    ("Jane Roe is a retired pilot. She flew.", "Jane Roe", "a retired pilot"),
    ("Jane Roe, director of the Marl museum, left.", "Jane Roe", "director"),
    ("Norway is rich. Norway is cold. We love Norway. Our country is free.", "Norway", "Our country")])
def test_descriptions_and_the_speaker_s_country(text: str, name: str, nominal: str) -> None:
    assert nominal in mentions_of(read(text), name)


def test_what_somebody_is_not_describes_nobody() -> None:
    assert not [item for item in read("Jane Roe is not a pilot.").mentions if item.form == "nominal"]


def test_quoted_words_are_of_whom_he_said_means() -> None:
    annotated = read("Peter Tern came in. “I am tired,” he said.\n“I have had no sleep for days, and my dog is ill.”")
    assert mentions_of(annotated, "Peter Tern") == ["Peter Tern", "I", "he", "I", "my"]


def test_the_speaker_of_a_speech_says_i() -> None:
    annotated = read("Ferry bill debated\nSpeaker Jane Roe delivered remarks on the floor on Monday.\nI thank you all.")
    assert "I" in mentions_of(annotated, "Jane Roe")


@pytest.mark.parametrize("text", [
    "After a leak at the shipping agency Gannet Shipping closed the harbour, the company said that it was sorry.",
    "Gannet Shipping said on Monday that a ferry sank. The company, which runs four ferries, said it was sorry.",
    "Gannet Shipping closed a pier. The company says that a security company, Vellmark Ltd, looked into it.",
    "Gannet Shipping has four ferries. Gannet Shipping sold one to Ternhall Ltd. Ternhall Ltd sank it. Gannet Shipping "
    "paid for it, and Gannet Shipping lost the case. The mayor was angry. So was the pilot. He said the company lied."])
def test_the_company_is_the_one_business_it_can_mean(text: str) -> None:
    company = "The company" if "The company" in text else "the company"
    assert company in mentions_of(read(text), "Gannet Shipping")


def test_a_company_that_is_told_from_others_is_not_the_one_named_before() -> None:
    annotated = read("Gannet Shipping closed a pier. The company that built it said nothing.")
    assert "The company" not in mentions_of(annotated, "Gannet Shipping")


@pytest.mark.parametrize(("text", "name"), [
    ("The Fair Credit Reporting Act says that bureaus may not sell names.", "Fair Credit Reporting Act"),
    ("Clerks of the Harbour Credit Union left on Monday.", "Harbour Credit Union")])
def test_the_head_of_a_law_or_body_holds_its_name_together(text: str, name: str) -> None:
    assert name in {item.name for item in read(text).entities}


def test_a_number_that_everybody_has_names_nobody() -> None:
    annotated = read("Hackers took Social Security numbers. The Social Security office in Marl closed on Monday.")
    assert [len(item.mentions) for item in annotated.entities if item.name.startswith("Social Security")] == [1]
