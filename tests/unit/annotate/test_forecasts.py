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
        "The union vowed to fight the plan.",
        "There are fears of severe damage to the pier.",
        "A sea trial is expected next week.",
        "The reform would almost certainly split the council.",
        "There won't be a second ferry.",
        "The new toll threatens enormous harm to the port.",
        "However, this pump may not stop the flood.",
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
        "This may be the only bridge in the valley.",
        "It is unclear how many boats the yard will be able to build.",
        "The clerk will neither confirm nor deny the report.",
        "It'll be interesting to see the new quay.",
        "The regatta, planned for Saturday, was cancelled last week.",
        "Visitors may not enter the tower without permission.",
        "The crew closed the harbour on Monday.",
        "Hackers are feared to have stolen the files.",
        "The commission expected nothing.",
        "Will the council reject the bridge?",
        "The mayor was warned that the dam could break.",
        "Engineers had predicted that the dam would break.",
        "Perhaps Holm sold the barge because he wanted to be rich before next Friday.",
        "Such content shall not be republished without written permission.",
        "Photos: The fair will open its gates.",
        "Norway stood ready to help however it could.",
        "Shouts could be heard from the quay.",
        "The firm may be hiding its debts.",
        "“He would come here and play,” Ana Brisk said.",
        "We're going to be late.",
        "I wish that I could tell you.",
        "The clerks knew that the bank would fail.",
        "The bank was never going to fail.",
        "A gunman opened fire on 12 June last year.",
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


@pytest.mark.parametrize(
    ("sentence", "word", "low"),
    [
        ("Ana Brisk said that the bell would probably never be found.", "probably", 55),
        ("It is almost certain that the fair will be cancelled.", "almost certain", 95),
        ("The mill is unlikely to survive.", "unlikely", 20),
        ("The mill may close.", "may", None),
    ],
)
def test_a_word_of_probability_comes_before_a_bare_modal(sentence: str, word: str, low: int | None) -> None:
    hedge = _only(sentence).hedge
    assert hedge is not None and (hedge.word, hedge.low) == (word, low)


@pytest.mark.parametrize(
    ("sentence", "earliest", "latest"),
    [
        ("The mill will close by 9 June 2031.", "2031-05-04", "2031-06-09"),
        ("The bridge will reopen within two weeks.", "2031-05-04", "2031-05-18"),
        ("The mill is unlikely to survive the year.", "2031-05-04", "2031-12-31"),
        ("The mill will close in June.", "2031-06-01", "2031-06-30"),
        ("Prices will rise this year.", "2031-05-04", "2031-12-31"),
    ],
)
def test_a_horizon_reaches_to_its_last_day(sentence: str, earliest: str, latest: str) -> None:
    horizon = _only(sentence).horizon
    assert horizon is not None and (horizon.earliest, horizon.latest) == (earliest, latest)


@pytest.mark.parametrize(
    ("sentence", "predicate"),
    [("Mayor Vela may resign soon.", "resign"), ("Mayor Vela will be gone by the summer.", "leave")],
)
def test_the_predicate_is_what_is_predicted(sentence: str, predicate: str) -> None:
    assert _only(sentence).predicate == predicate


def test_a_supposed_case_does_not_speak() -> None:
    assert _only("If the court confirms that, the mill is unlikely to survive.").who == "The Gannet"


def test_a_promise_is_less_of_a_forecast() -> None:
    promised = _only("Mayor Vela vowed that the bridge will open.").provenance.score or 0.0
    assert promised < (_only("The bridge will open.").provenance.score or 0.0)


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


def test_a_promise_is_a_forecast_of_its_speaker() -> None:
    one = _only("“We will repair the quay,” Mayor Ada Vela said.")
    assert (one.who, one.provenance.rule) == ("Ada Vela", "promise of the speaker")


@pytest.mark.parametrize(("sentence", "last"), [
    ("The office will publish its list in two months.", "2031-07-04"),
    ("The tests will begin in September and October.", "2031-10-31"),
    ("The mayor will speak tonight.", "2031-05-04"),
])
def test_windows_end_with_the_last_day_that_the_words_name(sentence: str, last: str) -> None:
    [one] = annotated(sentence, published="2031-05-04").forecasts
    assert one.horizon is not None and (one.horizon.latest or "")[:10] == last
