"""The inference model as a filter over weakly found disputes."""

from __future__ import annotations

from dataclasses import replace

from reportedly.records.ids import MemberId
from reportedly.records.judgement import Provenance
from reportedly.records.weighed import Dispute, Position
from reportedly.weigh.bearing import CONTRARY, that_bear


def dispute(*texts: str) -> Dispute:
    positions = tuple(Position(who=f"V{number}", text=text, value=None, spans=(), members=(), origins=())
                      for number, text in enumerate(texts))
    return Dispute(id=MemberId("d-1"), kind="denial", text=texts[0], positions=positions, weight=1.0,
                   provenance=Provenance(component="test", rule="negated"))


def test_sides_that_contradict_each_other_stay_and_say_what_the_model_said() -> None:
    found = list(that_bear([dispute("The gate was shut at noon.", "The gate was not shut at noon.")], "negated"))
    assert len(found) == 1
    assert "; inference.v2: contradiction 0." in found[0].provenance.rule
    assert replace(found[0], provenance=found[0].provenance) == found[0]


def test_sides_that_speak_of_different_things_fall() -> None:
    apart = dispute("Ms Verrin has not said whether she will run, an aide to her campaign told reporters.",
                    "Mr Kalvik owns a golf course in Luthen that lost money for eleven years.")
    assert list(that_bear([apart], "negated")) == []


def test_a_word_and_its_opposite_need_a_contradiction() -> None:
    agreeing = dispute("The crew made the correct decision to turn back.", "The crew decided to turn back.")
    assert list(that_bear([agreeing], CONTRARY)) == []
