from __future__ import annotations

import pytest

from reportedly.annotate.pipeline import EnglishPipeline
from reportedly.annotate.rule_attributions import RuleAttributions
from reportedly.annotate.sentences import ParsedSentences
from reportedly.records.annotation import AttributionKind
from tests.factory import article
from tests.unit.annotate.set_off import set_off


@pytest.mark.parametrize(("text", "speakers"), [
    ("IDA MOSS, HOST: Where were you that night?\nORLA FINCH, HARBOUR MASTER: At my desk.\nMOSS: All night?",
     ["IDA MOSS, HOST", "ORLA FINCH, HARBOUR MASTER", "MOSS"]),
    ("MOSS (voice-over): Brill is two hours from shore.\nFINCH (on tape): I heard nothing.\nMOSS: Nobody did.",
     ["MOSS (voice-over)", "FINCH (on tape)", "MOSS"]),
    ("Q: Did you see the light?\nA: I saw two.", ["Q", "A"]),
    ("Q. Did you see the light?\nA. I saw two.", ["Q", "A"]),
    ("QUESTION: Did you see the light?\nTHE PRESIDENT: No comment.", ["QUESTION", "THE PRESIDENT"]),
    ("Finch: We should go.\nMoss: You go. I’m staying.\nFinch: Don’t be a fool.", ["Finch", "Moss", "Finch"]),
    ("Interviewer: What did you see?\nOrla Finch: A light on the water. Then nothing.",
     ["Interviewer", "Orla Finch"]),
    ("Caller: My boat is filling.\nCoastguard officer: How many are you?\nCaller: Four.",
     ["Caller", "Coastguard officer", "Caller"]),
    ("Witness B: He paid me.\nCounsel: How much?\nWitness B: I never counted.", ["Witness B", "Counsel", "Witness B"]),
    ("Speaker 1: Are we on?\nSpeaker 2: We are.\nSpeaker 1: Good morning.", ["Speaker 1", "Speaker 2", "Speaker 1"]),
    ("\"MOSS: Did you lie to them?\n\"FINCH: I did not.\"", ["MOSS", "FINCH"]),
    ("Orla Finch, Brill: I think the levy is a scandal.\nTom Reed, Korsand: I disagree. We need the money.",
     ["Orla Finch, Brill", "Tom Reed, Korsand"]),
    ("The Brill Herald: The board has lost its head.\nDaily Heron: Let them finish the work.",
     ["The Brill Herald", "Daily Heron"]),
])
def test_turns_of_a_conversation_have_their_speakers(text: str, speakers: list[str]) -> None:
    assert [source for source, _, _ in set_off(text)] == speakers
    assert {cue for _, cue, _ in set_off(text)} <= {":", "."}


@pytest.mark.parametrize("text", [
    "WHO: The mayor of Brill\nWHAT: Opening of the gate. You are welcome.\nWHEN: Monday at 10:30.",
    "BRILL: The mayor resigned on Monday.\nKORSAND: Boats stayed in port.",
    "Ingredients: flour, butter, an egg.\nMethod: you rub, we bake.",
    "Pros: You get a large screen.\nCons: You pay for it.",
    "Aries: You will meet a stranger.\nTaurus: Your luck is in.\nGemini: We all need sleep.",
    "Step 1: You cut the bread.\nStep 2: You toast it.",
    "Winner: Orla Finch\nReferee: Ida Moss\nCoach: Tom Reed",
    "Myth: You need a licence to fish.\nFact: You do not.",
    "Monday: We will see rain.\nTuesday: You may need a hat.",
    "Best actor: Tom Reed.\nBest actress: Ida Moss.",
    "Note: All times are ours.\nNote: You pay in crowns.",
    "LIVE: Follow us here.\nUPDATE: We have the names.",
    "A. Roe signed the deed.\nQ. Moss did not. Who else?",
    "Director: Ida Moss. You will weep.",
])
def test_lists_and_rubrics_are_no_conversation(text: str) -> None:
    assert set_off(text) == []


def test_a_turn_of_several_paragraphs_goes_on_to_the_next_label_without_asides() -> None:
    text = ("Q: What happened?\nA: I was at my desk.\nThen the lamp went out.\n(Laughter)\nQ: And then?\n"
            "A: I lit a candle.\nQ: Did you call?\nA: Nobody was there.")
    assert set_off(text)[1] == ("A", ":", "I was at my desk. Then the lamp went out.")


def test_the_words_of_a_turn_are_direct_and_what_they_relay_is_nested_in_them() -> None:
    text = "Q: What did he say?\nA: Reed told me that the gate was open."
    found = EnglishPipeline([ParsedSentences(), RuleAttributions()]).annotate_one(article(text)).attributions
    turn, relayed = found[-2:]
    assert turn.kind is AttributionKind.DIRECT
    assert relayed.parent == turn.id
