"""Predictions are found with predictor, hedge, horizon and condition; other uses of the same words are not."""

from __future__ import annotations

import pytest

from reportedly.records.annotation import ForecastMention
from tests.factory import annotated


def _only(text: str) -> ForecastMention:
    found = annotated(text).forecasts
    assert len(found) == 1, [item.clause.exact for item in found]
    return found[0]


@pytest.mark.parametrize(
    "sentence",
    [
        "The council will reject the bridge.",
        "Mayor Vela may resign soon.",
        "The strike is likely to spread to the islands.",
        "The minister is expected to face angry farmers.",
        "Analysts predict a close race in the north.",
        "A ruling on the ferry is months away.",
        "Economists warn that prices will double.",
        "Lawyers doubt that a judge will stop the trial.",
    ],
)
def test_predictions_are_found(sentence: str) -> None:
    assert _only(sentence).clause.exact == sentence


@pytest.mark.parametrize(
    "sentence",
    [
        "The storm may have damaged 40 houses.",
        "The guards could not open the gate.",
        "We will bring you more on this story.",
        "You may unsubscribe at any time.",
        "Visitors may not enter the tower without permission.",
        "The crew closed the harbour on Monday.",
        "Hackers are feared to have stolen the files.",
        "The commission expected nothing.",
        "Will the council reject the bridge?",
    ],
)
def test_permission_ability_and_the_past_are_no_forecasts(sentence: str) -> None:
    assert annotated(sentence).forecasts == ()


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("The council will reject the bridge.", "The Gannet"),
        ("Harbour experts predict a hard winter for the ports.", "Harbour experts"),
        ("If the past is a guide, as Marta Lindqvist predicts it will be, the toll may rise.", "Lindqvist"),
    ],
)
def test_the_predictor_is_the_speaker_or_the_outlet(text: str, who: str) -> None:
    assert who in {item.who for item in annotated(text).forecasts} or who in annotated(text).forecasts[0].who


def test_the_hedge_carries_its_range() -> None:
    hedge = _only("The strike is likely to spread to the islands.").hedge
    assert hedge is not None and (hedge.word, hedge.low, hedge.high, hedge.table) == ("likely", 55, 80, "ICD-203")


def test_an_if_clause_is_the_condition() -> None:
    condition = _only("The ferry will sink if the crew leaves.").condition
    assert condition is not None and condition.exact == "if the crew leaves"


def test_a_day_to_come_is_the_horizon() -> None:
    horizon = _only("The council will vote on the bridge on 9 June 2031.").horizon
    assert horizon is not None and horizon.earliest == "2031-06-09"


def test_an_undated_report_has_no_horizon() -> None:
    found = annotated("The council will vote on Friday.", published=None).forecasts
    assert [item.horizon for item in found] == [None]


@pytest.mark.parametrize("sentence", ["The dam is unlikely to hold.", "The council will not reject the bridge."])
def test_negation_is_kept(sentence: str) -> None:
    assert _only(sentence).negated


@pytest.mark.parametrize("text", ["", "will " * 3000, "It may “rain\u202e 😀 soon’", "Ã¢â‚¬â„¢ will may likely to"])
def test_odd_text_gives_whole_spans(text: str) -> None:
    report = annotated(text)
    for item in report.forecasts:
        assert report.article.text[item.clause.start : item.clause.end] == item.clause.exact
