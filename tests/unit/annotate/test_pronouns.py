"""Which name a pronoun stands for, and when it stays open."""

from __future__ import annotations

import pytest

from reportedly.annotate.coreference import LocalEntities
from reportedly.annotate.pipeline import EnglishPipeline
from reportedly.annotate.sentences import ParsedSentences
from reportedly.records.annotation import AnnotatedArticle
from tests.factory import article

PIPELINE = EnglishPipeline((ParsedSentences(), LocalEntities()))


def referent(annotated: AnnotatedArticle, words: str) -> str | None:
    """Name of what the last mention with these words refers to."""
    names = {item.id: item.name for item in annotated.entities}
    found = [item for item in annotated.mentions if item.span.exact == words and item.form == "pronoun"]
    return names.get(found[-1].entity) if found and found[-1].entity is not None else None


def read(text: str, title: str | None = None) -> AnnotatedArticle:
    return PIPELINE.annotate_one(article(text, title=title))


@pytest.mark.parametrize(("text", "words", "name"), [
    ("Gannet Shipping lost two ferries. It sold a third.", "It", "Gannet Shipping"),
    ("Gannet Shipping lost two ferries, but its crews were safe.", "its", "Gannet Shipping"),
    ("Gannet Shipping pays well. The passengers were calm when they left.", "they", None),
    ("Gannet Shipping runs a ferry. The ferry was old when it sank.", "it", None),
    ("Gannet Shipping said that it is time to go home.", "it", None),
    ("Gannet Shipping was calm. “We wait until it stops,” said Mary Roe.", "it", None),
    ("“When he was winning, I was glad,” said Peter Tern.", "he", None),
    ("Norway lost two ferries. It sold a third.", "It", "Norway"),
    ("Peter Tern fired back. “Paul Moss invited me when I was ill,” he said.", "he", "Peter Tern"),
    ("Peter Tern slept. An officer came in. “It was late,” he said.", "he", None),
    ("An officer came in. Peter Tern slept. “It was late,” he said.", "he", "Peter Tern"),
    ("Paul Moss slept. Peter Tern came. He called on Tern to leave.", "He", "Paul Moss"),
    ("Paul Moss slept. Peter Tern came. He called Tern’s words a lie.", "He", "Paul Moss"),
    ("Paul Moss slept and Peter Tern left. He rose, and Tern came back.", "He", None),
    ("Paul Moss lost. “When he was winning, I was glad,” said Peter Tern.", "he", "Paul Moss"),
])
def test_third_person(text: str, words: str, name: str | None) -> None:
    assert referent(read(text), words) == name


ANSWERS = ("How long have you kept bees?\nI began as a child.\nDo bees sleep?\nThey do, as far as I know.\n"
           "Will you stop?\nNot before I must.")


@pytest.mark.parametrize(("opening", "name"), [
    ("The Heron interviewed Mary Roe, a keeper of bees.", "Mary Roe"),
    ("An interview with Mary Roe", "Mary Roe"),
    ("The Heron spoke with Mary Roe about bees.", "Mary Roe"),
    ("An interview with Mary Roe and Paul Moss", None),
    ("Mary Roe keeps bees.", None),
])
def test_answers_of_an_interview_are_the_interviewed_person_s(opening: str, name: str | None) -> None:
    annotated = read(f"{opening}\n{ANSWERS}")
    assert (referent(annotated, "I"), referent(annotated, "you")) == (name, name)


def test_one_question_makes_no_interview() -> None:
    annotated = read("In an interview with Mary Roe bees came up.\nDo bees sleep?\nI doubt it.")
    assert referent(annotated, "I") is None


@pytest.mark.parametrize(("first", "name"), [
    ("Remarks by Mary Roe at the opening of the bridge", "Mary Roe"),
    ("Mary Roe's inaugural address", "Mary Roe"),
    ("Remarks by Mary Roe and Paul Moss at the opening", None),
    ("Mary Roe opens the bridge", None),
])
def test_a_printed_speech_is_its_speaker_s(first: str, name: str | None) -> None:
    assert referent(read(f"{first}\nI am glad to be here today."), "I") == name
