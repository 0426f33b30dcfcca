"""Who `I`, `we` and `you` are."""

from __future__ import annotations

import pytest

from reportedly.records.annotation import AnnotatedArticle
from tests.unit.annotate.test_pronouns import ANSWERS, read


def all_referents(annotated: AnnotatedArticle, words: str) -> list[str | None]:
    """Names of what each mention with these words refers to, in reading order."""
    names = {item.id: item.name for item in annotated.entities}
    return [names.get(item.entity) if item.entity is not None else None
            for item in annotated.mentions if item.span.exact == words and item.form == "pronoun"]


@pytest.mark.parametrize(("text", "name"), [
    ("“We paid,” said Paul Moss, a spokesman for Gannet Shipping.", "Gannet Shipping"),
    ("“We paid,” Gannet Shipping founder Paul Moss said.", "Gannet Shipping"),
    ("Paul Moss, coach of Norway, said: “We were tired.”", "Norway"),
    ("“We paid,” said Paul Moss, a customer of Gannet Shipping.", None),
    ("“We voted,” said Paul Moss, a member of the Harbour Council.", None),
    ("“We met,” said Paul Moss, owner of a kiosk in Norway.", None),
])
def test_we_is_the_body_that_a_speaker_speaks_for(text: str, name: str | None) -> None:
    assert all_referents(read(text), "We") == ([name] if name else [])


def test_each_quotation_has_its_own_speaker() -> None:
    annotated = read("“I am tired,” said Mary Roe. Paul Moss said, “I am not.” “I slept,” he added.")
    assert all_referents(annotated, "I") == ["Mary Roe", "Paul Moss", "Paul Moss"]


def test_a_verb_across_the_end_of_a_sentence_quotes_nothing() -> None:
    annotated = read("Mary Roe said little. A sign hung there. It read “I am closed”. Paul Moss warned her.")
    assert all_referents(annotated, "I") == []


@pytest.mark.parametrize(("text", "words", "names"), [
    ("Paul Moss came. Thank you, Mr. Moss.", "you", ["Paul Moss"]),
    ("Paul Moss came. Mr. Moss, you are late.", "you", ["Paul Moss"]),
    ("Paul Moss came. You know, Mr. Moss, nobody likes rain.", "You", []),
    ("Paul Moss, a farmer, came. Do you mind?", "you", []),
])
def test_who_is_called_by_name_is_spoken_to(text: str, words: str, names: list[str]) -> None:
    assert all_referents(read(text), words) == names


def test_turns_under_labels_are_their_speakers_own() -> None:
    annotated = read("Remarks by President Mary Roe and Vice President Paul Moss\nTHE VICE PRESIDENT:\nI am glad.\n"
                     "It is cold.\nTHE PRESIDENT:\nI am not.\nTHE HARBOUR MASTER:\nI say nothing.")
    assert all_referents(annotated, "I") == ["Paul Moss", "Mary Roe"]


def test_turns_behind_labels_are_their_speakers_own() -> None:
    annotated = read("Mary Roe met Paul Moss.\nMARY ROE, MAYOR: I am glad.\nPAUL MOSS, FARMER: I am not.\n"
                     "MARY ROE: I know, and I am sorry.")
    assert all_referents(annotated, "I") == ["Mary Roe", "Paul Moss", "Mary Roe", "Mary Roe"]


def test_two_who_answer_together_say_we() -> None:
    annotated = read("An interview with Mary Roe and Paul Moss\nHow did you begin?\nI'm Paul Moss, and we kept bees.\n"
                     "Why bees?\nMary and I liked them.\nWill you stop?\nWe asked Mary, and I said no.")
    assert all_referents(annotated, "we") == ["Mary and I"]
    assert all_referents(annotated, "We") == ["Mary and I"]
    assert all_referents(annotated, "I") == ["Paul Moss", "Paul Moss"]


def test_a_founder_answers_for_what_was_founded() -> None:
    annotated = read(f"The Heron interviewed Mary Roe, founder of Gannet Shipping.\n{ANSWERS}\nWhat next?\nWe sail on.")
    assert all_referents(annotated, "We") == ["Gannet Shipping"]


def test_an_interviewer_s_remark_is_no_answer() -> None:
    annotated = read(f"The Heron interviewed Mary Roe.\nYou keep bees, I hear, and your sons help.\n"
                     f"I do, and I have done so for many years, although the winters here are long, "
                     f"and cold, and hard on the young ones.\n{ANSWERS}")
    assert all_referents(annotated, "You") == ["Mary Roe"]
    assert all_referents(annotated, "I")[0] == "Mary Roe"


SPEECH = ("I came here. I saw the harbour, and I liked it. I asked why. I waited. I was told to wait. I did. "
          "As President, I must act. I will.")


def test_a_speaker_without_a_name_is_known_by_the_office() -> None:
    assert set(all_referents(read(SPEECH), "I")) == {"President"}


@pytest.mark.parametrize("text", [
    SPEECH.replace("As President, I must act.", "As a farmer, I must act."),
    SPEECH.replace("As President, I must act.", "As President Roe knows, I must act."),
    "As President, I must act.",
])
def test_no_office_no_speaker(text: str) -> None:
    assert "President" not in all_referents(read(text), "I")


def test_a_country_is_she_only_where_nobody_else_can_be() -> None:
    assert all_referents(read("Norway mourns her sons."), "her") == ["Norway"]
    assert all_referents(read("The senator from Norway mourns her sons."), "her") == [None]
    assert all_referents(read("Norway was calm. She said so."), "She") == [None]


def test_a_brand_with_a_small_first_letter_is_a_name() -> None:
    annotated = read("Mary Roe, gullNet founder, left. The mRNA and 5 kWh stayed.")
    assert [item.name for item in annotated.entities] == ["Mary Roe", "gullNet"]
