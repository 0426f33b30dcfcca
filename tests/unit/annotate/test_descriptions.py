"""What is said beside a name, or of it, and which nouns mean it again."""

from __future__ import annotations

import pytest

from tests.unit.annotate.test_coreference import entity, mentions_of, read


@pytest.mark.parametrize(("text", "name", "nominal"), [
    ("Mary Roe, 19, a keeper of bees, slept.", "Mary Roe", "a keeper"),
    ("Mary Roe sang. She was one of the first soloists.", "Mary Roe", "one"),
    ("Mary Roe sang. She is a legend.", "Mary Roe", "a legend"),
    ("Mary Roe sang, and is a legend.", "Mary Roe", "a legend"),
    ("Mary Roe left. She became chairman of the club.", "Mary Roe", "chairman"),
    ("Mary Roe came with her father, Paul Roe.", "Paul Roe", "her father"),
    ("Mary Roe is also the Team Manager of the Gulls.", "Mary Roe", "the Team Manager of the Gulls"),
    ("They joined the Scarabs team. The Scarabs won.", "Scarabs", "the Scarabs team"),
])
def test_descriptions(text: str, name: str, nominal: str) -> None:
    assert nominal in mentions_of(read(text), name)


@pytest.mark.parametrize(("text", "nominal"), [
    ("If Mary Roe is a pilot, she can fly.", "a pilot"),
    ("Mary Roe may be a pilot.", "a pilot"),
    ("Mary Roe is a bit late.", "a bit"),
    ("Councillor Mary Roe spoke. Unlike Roe, the mayor was calm.", "the mayor"),
])
def test_what_describes_nobody(text: str, nominal: str) -> None:
    assert nominal not in mentions_of(read(text), "Mary Roe")


@pytest.mark.parametrize(("text", "name", "nominal"), [
    ("Philadelphia is old. I love Philadelphia. Philadelphia votes. This city is ours.", "Philadelphia", "This city"),
    ("Kenya and Norway met in May. Kenya won. Kenya rose. Kenya sang. It changed the country.", "Kenya", "the country"),
    ("We love Norway. Norway is cold. Norway is rich. Our Nation is free.", "Norway", "Our Nation"),
    ("The team, known as the Petrels, won. The Petrels team slept. Fans met the team.", "Petrels", "the team"),
    ("He prayed at the Grand Mosque. We love the Grand Mosque. The mosque is old.", "Grand Mosque", "The mosque"),
    ("The Harbour Club met. Then the organization voted.", "Harbour Club", "the organization"),
    ("President Mary Roe spoke. We thank our President.", "Mary Roe", "our President"),
])
def test_nouns_for_a_sort_of_thing(text: str, name: str, nominal: str) -> None:
    assert nominal in mentions_of(read(text), name)


@pytest.mark.parametrize(("text", "nominal"), [
    ("Kenya and Norway met. It changed the country.", "the country"),
    ("The Harbour Club and the Gull Trust met. Then the organization voted.", "the organization"),
    ("The Port Office said so. He held this office for years.", "this office"),
])
def test_what_fits_several_or_means_a_post_stays_open(text: str, nominal: str) -> None:
    assert nominal not in [item.span.exact for item in read(text).mentions if item.form == "nominal"]


def phrase_of(text: str, words: str) -> str | None:
    found = next(item for item in read(text).mentions if item.span.exact == words and item.form == "name")
    return found.phrase.exact if found.phrase is not None else None


@pytest.mark.parametrize(("text", "words", "phrase"), [
    ("They invited student Mary Roe again.", "Mary Roe", "student Mary Roe"),
    ("They live in southern Norway.", "Norway", "southern Norway"),
    ("He praised all Ruritanians.", "Ruritanians", "all Ruritanians"),
    ("Even Norway was calm.", "Norway", None),
    ("There were 300 more Norwegians.", "Norwegians", None),
    ("Another candidate, veteran pilot Mary Roe, lost.", "Mary Roe", "veteran pilot Mary Roe"),
])
def test_words_before_a_name(text: str, words: str, phrase: str | None) -> None:
    assert phrase_of(text, words) == phrase


def test_who_is_addressed_by_office_alone_is_somebody() -> None:
    annotated = read("Thank you, Madam Speaker. I urge a vote, Madam Speaker. We agree, Mr. President.")
    assert mentions_of(annotated, "Madam Speaker") == ["you", "Madam Speaker", "Madam Speaker"]
    assert "Mr. President" in mentions_of(annotated, "Mr. President")
    assert [item.name for item in read("Mr. President Roe spoke.").entities] == ["Roe"]


def test_an_address_is_no_second_person_beside_the_name() -> None:
    assert entity(read("Speaker Mary Roe rose. “Thank you, Madam Speaker,” he said."), "Mary Roe")
