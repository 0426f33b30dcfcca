"""Which passages say outright why something happened."""

from __future__ import annotations

import pytest

from tests.factory import annotated


def firm(text: str) -> bool:
    return any(item.is_firm for item in annotated(text).explanations)


@pytest.mark.parametrize("sentence", [
    "The race was delayed because of the fog.", "The dam broke because a valve had failed.",
    "Critics blamed the flood on the harbour office.", "The leak has nothing to do with the old well.",
    "The outage was caused by a fallen mast.", "The mayor saw a conspiracy to seize the port.",
    "Heavy rain led to the collapse of the wall.", "Rivals lay the blame for the fire on the union.",
    "The clerk was punished for warning the press.", "A loose bolt played a part in the crash."])
def test_causes_motives_and_authors_are_firm(sentence: str) -> None:
    assert firm(sentence)


@pytest.mark.parametrize("sentence", [
    "The crew used a ladder to reach the deck.", "The new law could lead to a ban on nets.",
    "The train is due to leave at noon.",
    "It was a mistake because nobody had asked for it.", "The council met to discuss the budget."])
def test_purposes_forecasts_and_opinions_are_not(sentence: str) -> None:
    assert not firm(sentence)
