from __future__ import annotations

import pytest

from tests.factory import annotated


def said(text: str) -> list[tuple[str, str]]:
    return [(item.speaker, item.cue) for item in annotated(text).statements]


@pytest.mark.parametrize("text", [
    "On Tuesday the senate approved the harbour bill.",
    "President Orla Finch declared martial law on Tuesday.",
    "The president called him numerous times during the night.",
    "The customers may find that the harbour is closed.",
    "Your gift helps us to tell the story of the harbour.",
])
def test_acts_are_no_statements(text: str) -> None:
    assert said(text) == []


@pytest.mark.parametrize("text", [
    "Orla Finch declared that the harbour was closed.",
    "Orla Finch called him a liar.",
    "Orla Finch called for calm in the harbour.",
    "Orla Finch went on to say that the harbour was closed.",
    "Orla Finch declared the vote “void and shameful”.",
])
def test_words_stay_statements(text: str) -> None:
    assert [speaker for speaker, _ in said(text)] == ["Orla Finch"]


@pytest.mark.parametrize("text", [
    "Orla Finch dismissed the lawsuit without a reason.",
    "The senate rejected the motion.",
])
def test_who_decides_says_nothing(text: str) -> None:
    assert said(text) == []
