"""What is told of a source without a name. Every text is one source, its cue and `the gate had failed`."""

from __future__ import annotations

import msgspec
import pytest

from reportedly.annotate.anonymity import reason_in
from reportedly.records.annotation import Statement, UnnamedSource
from reportedly.records.span import SourceSpan
from tests.unit.annotate.attributed import statements_of

FAILED = "the gate had failed"


def unnamed(source: str, after: str = "") -> UnnamedSource | None:
    """The description of a source that says so, with the text going on after it."""
    [found] = statements_of(f"{source} said {FAILED}{after or '.'}", (source, "said", FAILED))
    return found.unnamed


def words(span: SourceSpan | None) -> str:
    """The words of a span; `` for none."""
    return span.exact if span is not None else ""


@pytest.mark.parametrize(("source", "least", "most"), [
    ("A senior officer", 1, 1), ("One officer", 1, 1), ("Another officer", 1, 1), ("The officer", 1, 1),
    ("Officers", 2, None), ("Some officers", 2, None), ("Many in the crowd", 2, None), ("Others", 2, None),
    ("Two officers", 2, 2), ("Both officers", 2, 2), ("A couple of officers", 2, 2), ("All nine officers", 9, 9),
    ("Several officers", 3, None), ("A few officers", 3, None), ("A handful of officers", 3, None),
    ("A dozen officers", 12, 12), ("Half a dozen officers", 6, 6), ("Dozens of officers", 24, None),
    ("At least seven officers", 7, None), ("More than 30 officers", 31, None), ("Up to 30 officers", 1, 30),
    ("Four in 10 officers", 2, None), ("About 60 percent of officers", 2, None), ("Half of the officers", 2, None),
    ("Between 20 and 25 officers", 20, 25), ("One of the officers", 1, 1), ("Two of the officers", 2, 2),
    ("Two officers and a diplomat", 3, 3), ("Officers and diplomats", 4, None),
    ("A former Group of Seven negotiator", 1, 1),
])
def test_how_many_they_are(source: str, least: int, most: int | None) -> None:
    found = unnamed(source)
    assert found is not None
    assert (found.least, found.most) == (least, most)


@pytest.mark.parametrize(("source", "role"), [
    ("Two senior defence officials", "senior defence officials"),
    ("A Harbour Ministry official", "Harbour Ministry official"),
    ("At least six divers from the northern station", "divers from the northern station"),
    ("Critics", "Critics"), ("Its sources in the union", "sources in the union"),
    ("A majority of the villagers", "villagers"), ("One of the negotiators", "negotiators"),
    ("A spokeswoman for the ministry", "spokeswoman for the ministry"),
    ("Three former aides familiar with the plan", "former aides"),
    ("Two officers and a diplomat", "officers and a diplomat"),
    ("Four in 10 officers", "officers"), ("Two thirds of the officers", "officers"),
    ("Some", ""), ("Others", ""),
])
def test_what_they_are(source: str, role: str) -> None:
    found = unnamed(source)
    assert found is not None
    assert words(found.role) == role


@pytest.mark.parametrize(("source", "access"), [
    ("Two officers familiar with the orders", "familiar with the orders"),
    ("A person briefed on the plan", "briefed on the plan"),
    ("People directly involved in the talks", "directly involved in the talks"),
    ("A banker with direct knowledge of the loan", "with direct knowledge of the loan"),
    ("Four officers close to the governor", "close to the governor"),
    ("An aide who attended the dinner", "who attended the dinner"),
    ("One of the guards, who was in the room,", "who was in the room"),
    ("Two clerks who have seen the letter and asked not to be named", "who have seen the letter"),
    ("A former engineer who worked on the gate", "who worked on the gate"),
    ("An officer", ""), ("A man who lives across the canal", ""),
    ("A clerk who spoke on condition of anonymity", ""), ("Farmers with muddy boots", ""),
])
def test_how_they_know(source: str, access: str) -> None:
    found = unnamed(source)
    assert found is not None
    assert words(found.access) == access


@pytest.mark.parametrize(("source", "after", "reason"), [
    ("An aide, who spoke on condition of anonymity because he was not authorised to speak,", "",
     "because he was not authorised to speak"),
    ("A clerk who asked not to be named for fear of losing her job", "", "for fear of losing her job"),
    ("A clerk who was not authorised to speak publicly", "", "who was not authorised to speak publicly"),
    ("Two aides", ", asking for anonymity as the terms are secret.", "as the terms are secret"),
    ("Two aides", ", speaking anonymously given the delicacy of the talks.", "given the delicacy of the talks"),
    ("Two aides", ", on condition of anonymity to discuss private meetings.", "to discuss private meetings"),
    ("Two aides", ". Both asked not to be identified, citing a gag order.", "citing a gag order"),
    ("An aide", ". She gave only her first name so as not to harm her brother.", "so as not to harm her brother"),
    ("An aide", ", whose name is being withheld because he still works there.", "because he still works there"),
    ("An aide", ". Another aide asked not to be named because she was tired.", ""),
    ("An aide", ". Jane Porter asked not to be named because she was tired.", ""),
    ("An aide", " because nobody had oiled it.", ""),
    ("An aide who asked not to be named", ".", ""),
    ("An aide", ", citing two reports.", ""),
])
def test_why_they_are_not_named(source: str, after: str, reason: str) -> None:
    found = unnamed(source, after)
    assert found is not None
    assert words(found.reason) == reason


def test_a_reason_inside_the_words_said_is_none() -> None:
    text = "He asked for anonymity because he was afraid"
    assert reason_in(text, [(0, len(text))]) is None


@pytest.mark.parametrize("source", [
    "Ann Holt", "Ann Holt, a clerk who asked not to be named,", "The ministry", "The White House", "Police",
    "The company", "The prime minister", "Court papers", "A new study", "The government", "An insurer", "She",
    "The town council", "A spokeswoman, Ann Holt,",
])
def test_names_bodies_documents_and_office_holders_are_not_unnamed(source: str) -> None:
    found = statements_of(f"{source} said {FAILED}.", (source, "said", FAILED))
    assert all(item.unnamed is None for item in found)


def test_a_pronoun_keeps_what_was_told_of_its_source() -> None:
    first, second = statements_of(
        f"Two aides familiar with the plan said {FAILED}. They added that it was old.",
        ("Two aides familiar with the plan", "said", FAILED), ("They", "added", "that it was old"))
    assert second.speaker == first.speaker
    assert second.unnamed == first.unnamed is not None


def test_what_no_source_says_is_no_statement() -> None:
    assert statements_of(f"No officials said {FAILED}.", ("No officials", "said", FAILED)) == ()


def test_a_statement_stored_before_there_was_a_description_still_opens() -> None:
    [found] = statements_of(f"Ann Holt said {FAILED}.", ("Ann Holt", "said", FAILED))
    stored = msgspec.msgpack.decode(msgspec.msgpack.encode(found))
    del stored["unnamed"]
    assert msgspec.convert(stored, Statement) == found
