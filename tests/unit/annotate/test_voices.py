from __future__ import annotations

from dataclasses import replace

import pytest

from reportedly.annotate.coreference import LocalEntities
from reportedly.annotate.pipeline import EnglishPipeline
from reportedly.annotate.rule_attributions import RuleAttributions
from reportedly.annotate.sentences import ParsedSentences
from reportedly.annotate.statements import ResolvedStatements
from reportedly.annotate.times import RuleTimes
from reportedly.records.annotation import AttributionKind, CueClass, Statement
from tests.factory import article

PIPELINE = EnglishPipeline([ParsedSentences(), RuleTimes(), LocalEntities(), RuleAttributions(), ResolvedStatements()])
INTERVIEW = ("HOST: Good morning, Ms Porter. Is the dam safe?\n"
             "JANE PORTER: I think that it is safe. We reject the accusation completely.")


def statements(text: str, byline: tuple[str, ...] = ()) -> tuple[Statement, ...]:
    return PIPELINE.annotate_one(replace(article(text), byline=byline)).statements


@pytest.mark.parametrize(("byline", "speaker", "kind"), [
    (("Orla Finch",), "Orla Finch", "person"),
    ((), "The Gannet", "organization"),
    (("Orla Finch", "Tam Moss"), "The Gannet", "organization"),
])
def test_first_person_outside_marks_is_the_author_or_the_outlet(
        byline: tuple[str, ...], speaker: str, kind: str) -> None:
    [found] = statements("I think that the dam will break before the winter.", byline)
    assert (found.speaker, found.speaker_kind, found.entity) == (speaker, kind, None)


def test_first_person_inside_a_labelled_turn_is_whose_turn_it_is() -> None:
    found = statements(INTERVIEW, ("Orla Finch",))
    assert {item.speaker.casefold() for item in found} == {"host", "jane porter"}
    [denial] = [item for item in found if item.denies]
    assert denial.speaker.casefold() == "jane porter"


def test_a_turn_is_direct_words_and_a_question_asks() -> None:
    turns = [item for item in statements(INTERVIEW) if item.cue == ":"]
    assert [(item.kind, item.cue_class) for item in turns] == [
        (AttributionKind.DIRECT, CueClass.ASK), (AttributionKind.DIRECT, CueClass.ASSERT)]


def test_a_single_label_in_capitals_is_a_dateline() -> None:
    assert [item.speaker for item in statements("BRILL: Jane Porter said the dam was safe.")] == ["Jane Porter"]


@pytest.mark.parametrize(("text", "speaker"), [
    ("The company said the pump had failed. It said that two valves were stuck.", "The company"),
    ("A spokeswoman said the pump had failed. She said that two valves were stuck.", "A spokeswoman"),
    ("Two officials said the pump had failed. They said that two valves were stuck.", "Two officials"),
    ("The ferry line said in a statement that the pump had failed. The statement said that two valves were stuck.",
     "The ferry line"),
])
def test_a_pronoun_without_a_name_goes_on_for_the_speaker_before(text: str, speaker: str) -> None:
    assert [item.speaker for item in statements(text)] == [speaker, speaker]


def test_it_is_not_a_person() -> None:
    found = statements("A spokeswoman said the pump had failed. It said that two valves were stuck.")
    assert [item.speaker for item in found] == ["A spokeswoman"]
