from __future__ import annotations

from dataclasses import replace

import pytest

from reportedly.annotate.pipeline import EnglishPipeline
from reportedly.annotate.rule_attributions import RuleAttributions
from reportedly.annotate.sentences import ParsedSentences
from reportedly.read.reader import read_report
from reportedly.records.annotation import Attribution, AttributionKind
from reportedly.records.article import RawReport
from reportedly.records.span import joined
from tests.factory import article
from tests.unit.annotate.set_off import set_off

RUN = "“The water is falling.\n“The gate will open on Friday.”"
WORDS = "“The water is falling. “The gate will open on Friday.”"


@pytest.mark.parametrize(("text", "expected"), [
    (f"The mayor said in a statement:\n{RUN}\nShops were shut.", ("The mayor", "said in a statement", WORDS)),
    (f"Rain fell. Orla Finch put it like this:\n{RUN}", ("Orla Finch", "put", WORDS)),
    ("The judge said:\n‘You betrayed a child.\n‘You will go to prison.’",
     ("The judge", "said", "‘You betrayed a child. ‘You will go to prison.’")),
    (f"Her note read:\n{RUN}", ("Her note", "read", WORDS)),
    (f"Statement from the harbour board:\n{RUN}", ("the harbour board", ":", WORDS)),
    (f"From Orla Finch, harbour master:\n{RUN}", ("Orla Finch, harbour master", ":", WORDS)),
    ("From the harbour master:\nDouble your lines tonight. The gate shuts at nine.",
     ("the harbour master", ":", "Double your lines tonight. The gate shuts at nine.")),
])
def test_paragraphs_after_a_lead_in_are_its_speakers(text: str, expected: tuple[str, str, str]) -> None:
    assert set_off(text) == [expected]


@pytest.mark.parametrize("text", [
    "Here is what is known:\n“The gate was open,” the mayor said.",
    "The reason is plain:\n“The Long Thaw” sold well in May and in June.",
    "She gave three reasons:\nThe first was the rain.",
    "From Monday:\nThe road is closed.",
    "“It was late,” she said, and added this on the way out of the hall:\nNobody answered.",
])
def test_other_colons_lead_nothing_in(text: str) -> None:
    assert set_off(text) == []


def attributions(text: str) -> tuple[Attribution, ...]:
    """As the reader and the rules find them: the reader sees lost block quotes."""
    raw = RawReport(data=text.encode(), media="text", where="x", name="x", outlet="The Gannet", published="2031-05-04",
                    charset="utf-8")
    report = replace(read_report(raw), language="en")
    return EnglishPipeline([ParsedSentences(), RuleAttributions()]).annotate_one(report).attributions


def test_a_block_whose_marks_are_lost_is_direct_and_what_it_tells_is_nested() -> None:
    whole, *inner = attributions(
        "Judge Orla Finch wrote in her ruling:\n\nThe owner knew that the rope was frayed. He sent the boy down.\n\n"
        "The sentence will be passed in June.")
    assert joined(whole.content) == "The owner knew that the rope was frayed. He sent the boy down."
    assert whole.kind is AttributionKind.DIRECT
    assert [item.parent for item in inner] == [whole.id]


@pytest.mark.parametrize(("text", "expected"), [
    ("“Reed rang at six,” said Finch. “He told me the gate was open.\n“That was the last I heard.”",
     "“That was the last I heard.”"),
    ("“We go on,” said Finch.\n“They told me that the boats were sold. I did not believe it.”",
     "“They told me that the boats were sold. I did not believe it.”"),
])
def test_what_a_quotation_relays_does_not_take_the_next_paragraph_from_its_speaker(text: str, expected: str) -> None:
    pipeline = EnglishPipeline([ParsedSentences(), RuleAttributions()])
    found = pipeline.annotate_one(article(text)).attributions
    assert [joined(item.source) for item in found if joined(item.content) == expected] == ["Finch"]


def test_a_paragraph_with_a_speaker_of_its_own_goes_on_with_nobody_elses_words() -> None:
    pipeline = EnglishPipeline([ParsedSentences(), RuleAttributions()])
    found = pipeline.annotate_one(article(
        "“The boats are old,” said Finch.\n“They leak,” said Moss. “They always did.”")).attributions
    assert [joined(item.source) for item in found] == ["Finch", "Moss"]


@pytest.mark.parametrize("text", [
    "“The boats are old,” said Finch.\n“Shame on you!”",
    "“The boats are old,” said Finch.\n‘Old boats, new debts’",
    "“The boats are old,” said Finch.\n“I got on board of the wrong ship”",
])
def test_a_short_or_unfinished_quotation_alone_is_a_subheading_or_a_call(text: str) -> None:
    pipeline = EnglishPipeline([ParsedSentences(), RuleAttributions()])
    assert [joined(item.content) for item in pipeline.annotate_one(article(text)).attributions] == [
        "“The boats are old,”"]


def test_single_marks_left_open_go_on_in_the_next_paragraph() -> None:
    pipeline = EnglishPipeline([ParsedSentences(), RuleAttributions()])
    text = "‘We paid for every plank,’ said Finch. ‘Nobody helped us.\n‘We are done here.’\nThe hall fell silent."
    found = pipeline.annotate_one(article(text)).attributions
    assert [(joined(item.source), joined(item.content)) for item in found] == [
        ("Finch", "‘We paid for every plank,’ … ‘Nobody helped us."), ("Finch", "‘We are done here.’")]


def test_an_open_quotation_goes_on_beside_what_the_paragraph_tells_then() -> None:
    pipeline = EnglishPipeline([ParsedSentences(), RuleAttributions()])
    found = pipeline.annotate_one(article(
        "“The boats are old,” said Finch. “We pay for every plank.\n“We are done.” The hall fell silent for a while."))
    assert [joined(item.source) for item in found.attributions if joined(item.content) == "“We are done.”"] == ["Finch"]


BLOCK = ("The harbour board picked up signs of a leak in June and urgently informed the ministry — which had long "
         "been warned of it — before the gate gave way.")


@pytest.mark.parametrize(("lead", "speakers"), [
    ("In fact, the Harbour Post is telling us that the board actually knew “in June”…", ["the Harbour Post"]),
    ("In fact, Orla Finch has told the Harbour Post that the board actually knew “in June”…", []),
])
def test_a_block_is_of_the_outlet_that_speaks_in_its_lead_in(lead: str, speakers: list[str]) -> None:
    found = [item for item in attributions(f"Rain fell all day on Brill.\n\n{lead}\n\n{BLOCK}\n\nI think that is bad.")
             if not item.cue]
    assert [joined(item.source) for item in found] == speakers
    assert all(joined(item.content) == BLOCK for item in found)
