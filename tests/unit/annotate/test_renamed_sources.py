"""Whom a noun, a pronoun or a description means as the source of a statement."""

from __future__ import annotations

from dataclasses import replace

import pytest

from reportedly.annotate.pipeline import EnglishPipeline
from tests.factory import article, ruled

FILLER = "The harbour was quiet on Monday."


def speakers(text: str) -> list[str]:
    return [item.speaker for item in ruled(text).statements]


@pytest.mark.parametrize(("text", "speaker"), [
    ("Mary Roe told the Heron that the ferry sank.\nThe economist said that it was old.", "Mary Roe"),
    ("Peter Tern said that the ferry sank.\nThe actress said that it was old.", "The actress"),
    ("An economist left. Mary Roe said that the ferry sank.\nThe economist said that it was old.", "The economist"),
    ("Mary Roe said that the ferry sank.\nThe judge said that it was old.", "The judge"),
    (f"It was Mary Roe who first saw the comet. The astronomer said that it was bright. {FILLER}", "Mary Roe"),
    ("Gannet Shipping said that the ferry sank.\nThe firm said that it was old.", "Gannet Shipping"),
    ("Brill Airways said that the plane landed.\nThe airline said that it was old.", "Brill Airways"),
    ("The Brill Herald reported that the ferry sank.\nThe company said that it was old.", "The company"),
    ("Norway said that the ferry sank.\nThe company said that it was old.", "The company"),
    (f"They met at the Tamber Casino. {FILLER}\nOn Monday, the casino said that she had left.", "Tamber Casino"),
    ("A spokesman for the port said that the ferry sank.\nPaul Moss slept.\nThe spokesman said that it was old.",
     "A spokesman for the port"),
    ("The port rejected the claim, saying: “The ferry was safe.”\nThe statement said that it was old.", "The port"),
])
def test_a_definite_noun(text: str, speaker: str) -> None:
    assert speakers(text)[-1] == speaker


@pytest.mark.parametrize(("text", "first"), [
    ("A former pilot says that the storm was staged.\nRebecca Moss told the Heron that the storm was old.",
     "Rebecca Moss"),
    ("A pilot says that the storm was staged.\nRebecca Moss, a pilot, told the Heron that rain fell.", "Rebecca Moss"),
    ("A pilot says that the storm was staged.\nRebecca Moss, a nurse, told the Heron that the storm was old.",
     "A pilot"),
    ("A pilot says that the storm was staged.\nRebecca Moss told the Heron that rain fell.", "A pilot"),
    ("A witness says that the storm was loud.\nRebecca Moss told the Heron that the storm was old.", "A witness"),
    ("Rebecca Moss slept. A pilot says that the storm was staged.\nRebecca Moss said that the storm was old.",
     "A pilot"),
])
def test_an_unnamed_source_is_who_is_named_next_for_the_same_words(text: str, first: str) -> None:
    assert speakers(text)[0] == first


@pytest.mark.parametrize(("text", "speaker"), [
    ("The captain came back for Paul Moss and said: “The bird is back.”\n“It is flying,” he announced.", "The captain"),
    ("Mary Roe met Jane Finch. Jane Finch said that rain fell.\nShe said that it was cold.", "Jane Finch"),
    ("Mary Roe said that rain fell. Jane Finch slept.\nShe said that it was cold.", "Jane Finch"),
    ("Peter Tern slept. An aide said that rain fell. The candidate rose, and he said that it was cold.", "Peter Tern"),
    ("Sen. Peter Tern slept.\nThe cheerful senator said that rain fell.\nHe said that it was cold.", "Peter Tern"),
    ("Paul Moss said that rain fell.\nPeter Tern wept. “There is nothing. My brother did it. It is like he shot us. "
     "I am done,” he said.", "Peter Tern"),
    ("Mary Roe said that rain fell.\nHe said that it was cold.", "He"),
])
def test_a_pronoun_goes_on_for_the_last_speaker_unless_another_came_in(text: str, speaker: str) -> None:
    assert speakers(text)[-1] == speaker


@pytest.mark.parametrize(("text", "speaker"), [
    ("The port pointed to coverage in Heron Weekly.\nThat article says that the ferry was old.", "Heron Weekly"),
    ("The port runs Heron Ferries.\nThat article says that the ferry was old.", "That article"),
    ("The writer sleeps. The author thinks that the ferry was old.", "The Gannet"),
    ("The author of the book, Paul Moss, slept. The author thinks that the ferry was old.", "Paul Moss"),
])
def test_writings_and_their_authors(text: str, speaker: str) -> None:
    assert speakers(text)[-1] == speaker


def test_an_object_joined_to_the_subject_by_mistake_does_not_speak() -> None:
    text = "The Brill Assembly had voted to annul it and Speaker Tam Moss called the decree “invalid”."
    assert speakers(text) == ["Tam Moss"]


def test_a_role_without_its_name_is_who_has_it() -> None:
    text = "Credit agency Gannet Shipping lost money. Credit agency says that the ferry sank."
    assert speakers(text)[-1] == "Gannet Shipping"


@pytest.mark.parametrize(("text", "speaker"), [
    ("The old bridge is safe, an engineer said on Monday.", "an engineer"),
    ("The old bridge is safe, Mary Roe said on Monday.", "Mary Roe"),
    ("The old bridge is safe, two engineers said on Monday.", "expert"),
    ("It rained all day, Mary Roe said on Monday.", "expert"),
])
def test_a_headline_s_noun_is_who_says_so_below(text: str, speaker: str) -> None:
    found = ruled(text, title="Old bridge is safe, expert says").statements
    assert found[0].speaker == speaker


def test_we_in_a_paragraph_that_goes_on_with_a_quotation_is_not_the_author() -> None:
    text = "Paul Moss said: “The dam leaks.\nWe expect that it will break before the winter."
    found = EnglishPipeline().annotate_one(replace(article(text), byline=("Orla Finch",)))
    assert "Orla Finch" not in [item.speaker for item in found.statements]
