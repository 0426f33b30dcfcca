from __future__ import annotations

import pytest

from tests.unit.annotate.set_off import set_off

BODY = "Orla Finch waited on the quay. The ferry lies in nine fathoms. Divers went down on Monday."


@pytest.mark.parametrize(("title", "expected"), [
    ("Mayor: dam will hold", ("Mayor", ":", "dam will hold")),
    ("Finch: ‘Nobody told me’", ("Finch", ":", "‘Nobody told me’")),
    ("Finch on ferry loss: ‘I will not resign’", ("Finch on ferry loss", ":", "‘I will not resign’")),
    ("Harbour union chief: strike will go on", ("Harbour union chief", ":", "strike will go on")),
    ("Police: two dead in ferry fire", ("Police", ":", "two dead in ferry fire")),
    ("Poll: most islanders against new levy", ("Poll", ":", "most islanders against new levy")),
    ("Ferry was never inspected: report", ("report", ":", "Ferry was never inspected")),
    ("Two dead in ferry fire: police", ("police", ":", "Two dead in ferry fire")),
    ("Captain ignored three warnings – survivors", ("survivors", "–", "Captain ignored three warnings")),
    ("Ferry to be raised in spring - salvage boss", ("salvage boss", "-", "Ferry to be raised in spring")),
    ("‘We sang until the boats came’: cook who clung to a hatch",
     ("cook who clung to a hatch", ":", "‘We sang until the boats came’")),
    ("Levy to double by spring, says harbour board", ("harbour board", "says", "Levy to double by spring")),
    ("Ferry rolled in calm sea, finds inquiry", ("inquiry", "finds", "Ferry rolled in calm sea")),
    ("Finch – ‘I will not resign over this’", ("Finch", "–", "‘I will not resign over this’")),
    ("Was it sabotage? ‘Pure invention’, says admiral", ("admiral", "says", "Was it sabotage? ‘Pure invention’")),
])
def test_a_headline_names_its_speaker_before_a_colon_or_at_its_end(title: str, expected: tuple[str, str, str]) -> None:
    assert set_off(BODY, title) == [expected]


@pytest.mark.parametrize("title", [
    "Live updates: ferry sinks off Brill",
    "Opinion: the harbour board must go",
    "Photos: the night the ferry sank",
    "Watch: divers reach the wreck",
    "Explainer: why ferries roll",
    "Harbour reborn: the making of a port",
    "Finch: the man who sold the harbour",
    "The harbour papers: what we know",
    "The mayor's week: three votes and a wedding",
    "Brill v Korsand: follow the derby",
    "Brill 2: 1 Korsand: late header settles it",
    "Two lost at sea – a cook and his son",
    "Ferry lost off Brill – in pictures",
    "Ferry lost off Brill – video",
    "Ferry lost off Brill - The Brill Herald",
    "Meet Orla Finch: harbour master",
    "Ten walks for a wet day: the expert's choice",
    "Trains stop – and the mayor walks home",
    "Ferry – ‘a coffin with a funnel’",
    "First person: I swam home from the ferry",
    "Ask the expert: can I moor here?",
    "Skipper loses boat, finds friend",
    "Kick-off at 19:30: what to expect",
])
def test_a_title_with_a_subtitle_a_rubric_or_an_aside_names_no_speaker(title: str) -> None:
    assert set_off(BODY, title) == []


def test_a_name_that_the_tagger_does_not_know_is_known_from_the_report() -> None:
    title = "Sands: ferry was safe"
    assert set_off("Peter Sands, the owner, spoke on Monday. Mr Sands took no questions.", title) == [
        ("Sands", ":", "ferry was safe")]


@pytest.mark.parametrize(("text", "expected"), [
    ("@brillpolice: The quay is closed. Use the north road.",
     ("@brillpolice", ":", "The quay is closed. Use the north road.")),
    ("RT @brillpolice: The quay is closed.", ("@brillpolice", ":", "The quay is closed.")),
    ("Orla Finch (@orlafinch): I am not leaving.", ("Orla Finch (@orlafinch)", ":", "I am not leaving.")),
    ("The owner's lawyer: “He will fight this. He has a case.”",
     ("The owner's lawyer", ":", "“He will fight this. He has a case.”")),
    ("In the words of one deckhand: “A coffin with a funnel.”",
     ("one deckhand", ":", "“A coffin with a funnel.”")),
    ("Governor Moss (by telephone): “I will be back by Friday.”",
     ("Governor Moss (by telephone)", ":", "“I will be back by Friday.”")),
    ("Finch’s lawyer, in an e-mail: “She has done nothing wrong.”",
     ("Finch’s lawyer", ":", "“She has done nothing wrong.”")),
    ("And this from the union: “We told them twice.”", ("the union", ":", "“We told them twice.”")),
    ("The owner: “I slept well that night.” He laughed as he said it and went back to his soup.",
     ("The owner", ":", "“I slept well that night.”")),
])
def test_a_paragraph_that_begins_with_a_speaker_and_a_colon(text: str, expected: tuple[str, str, str]) -> None:
    assert set_off(text) == [expected]


@pytest.mark.parametrize("text", [
    "From left: “Moss” the dog, Orla Finch and the mayor.",
    "Photo: “Dawn over Brill” by Ida Lorne.",
    "Then, later that day: “the great wave”, as it is now called, came in.",
    "Follow @brillpolice: it posts road news all day.",
    "There were two ways out: “the hatch” and the window.",
    "The vote was 10:30 in favour.",
    "Genesis 1:3 was read on deck.",
])
def test_a_colon_after_anything_else_is_none(text: str) -> None:
    assert set_off(text) == []
