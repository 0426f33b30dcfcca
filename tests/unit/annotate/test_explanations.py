"""Causes, motives and culprits are found with who offers them and which way they speak."""

from __future__ import annotations

import pytest

from reportedly.records.annotation import Explanation
from tests.factory import annotated


def _strongest(text: str) -> Explanation:
    found = annotated(text).explanations
    assert found, text
    return max(found, key=lambda item: item.provenance.score or 0.0)


@pytest.mark.parametrize(
    ("sentence", "rule"),
    [
        ("The ferry sank because the crew ignored the alarm.", "because"),
        ("The mayor closed the port because of smugglers.", "because of"),
        ("The blackout was caused by a fallen mast.", "passive cause"),
        ("The motive was revenge for the lost vote.", "noun of motive"),
        ("Inspectors blamed the crash on a broken signal.", "blaming verb"),
        ("Deputy Mora Lind suspects that the aim was to close the harbour.", "suspecting verb"),
        ("Thieves exploited a weak lock to enter the vault.", "names the culprit"),
        ("Rumours that the duke had fled spread in the capital.", "noun of rumour"),
        ("The guards fired in order to stop the convoy.", "in order to"),
        ("Human error opened the sluice.", "names a fault"),
        ("Smugglers opened the sluice on purpose.", "says it was meant"),
        ("Rebels deliberately flooded the mine.", "says it was meant"),
        ("Inspector Ada Holm said that there was no evidence of sabotage.", "finds no sign of"),
        ("Critics say that the mayor used guards to silence a rival.", "what a means was used for"),
    ],
)
def test_explanations_are_found(sentence: str, rule: str) -> None:
    assert _strongest(sentence).provenance.rule.startswith(rule)


@pytest.mark.parametrize(
    "sentence",
    [
        "The council met on Monday.",
        "Why did the ferry sink?",
        "The mayor vowed to rebuild the pier.",
        "Jane Roe contributed to this report.",
        "They spoke on condition of anonymity because the trial has begun.",
        "They could not be named because the trial has begun.",
        "We slept on sacks because that was what there was.",
        "Ana Brisk texted me to ask about the ferry.",
        "His motive is unknown.",
        "Ana Brisk wondered about the motive.",
        "Photos: The ferry sank because of the storm.",
        "Hikers found no trace of snow.",
        "He drove down and gambled in the casino.",
        "",
    ],
)
def test_plain_telling_explains_nothing(sentence: str) -> None:
    assert annotated(sentence).explanations == ()


def test_cause_and_effect_are_told_apart() -> None:
    item = _strongest("The ferry sank because the crew ignored the alarm.")
    assert item.cause is not None and item.cause.exact == "the crew ignored the alarm"
    assert item.effect is not None and item.effect.exact == "The ferry sank"


@pytest.mark.parametrize(
    ("sentence", "stance"),
    [
        ("Police found no evidence that the fire was linked to the strike.", "against"),
        ("The fire was linked to the strike.", "for"),
    ],
)
def test_stance_follows_words_of_denial(sentence: str, stance: str) -> None:
    assert _strongest(sentence).stance == stance


def test_the_outlet_explains_in_its_own_voice() -> None:
    assert _strongest("The ferry sank because the crew ignored the alarm.").proponent == "The Gannet"


def test_the_suspecting_person_is_the_proponent() -> None:
    assert "Lind" in _strongest("Deputy Mora Lind suspects that the aim was to close the harbour.").proponent


def test_who_claims_responsibility_is_proponent_and_cause() -> None:
    item = _strongest("The Brotherhood of Salt claimed responsibility for the fire at the mill.")
    assert "Brotherhood" in item.proponent
    assert item.cause is not None and "Brotherhood" in item.cause.exact
    assert item.effect is not None and item.effect.exact == "the fire at the mill"


def test_what_happened_outranks_what_always_holds() -> None:
    past = _strongest("The ferry sank because the crew ignored the alarm.")
    habit = _strongest("The ferry sinks because the crew ignores the alarm.")
    assert (past.provenance.score or 0) > (habit.provenance.score or 0)


@pytest.mark.parametrize("text", ["because " * 2000, "“because of\u202e 😀’ the ‘storm", "due to to to"])
def test_odd_text_gives_whole_spans(text: str) -> None:
    report = annotated(text)
    for item in report.explanations:
        assert report.article.text[item.clause.start : item.clause.end] == item.clause.exact
