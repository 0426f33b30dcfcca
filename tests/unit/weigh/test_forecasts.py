"""The ledger: open, due, and settled by later reports."""

from __future__ import annotations

import pytest

from reportedly.weigh.forecasts import forecasts
from tests.factory import annotated
from tests.unit.weigh.story import linked

PREDICTED = annotated("The council will reject the Selm bridge on 9 June 2031.", published="2031-05-04")
HAPPENED = annotated("The council rejected the Selm bridge on 9 June 2031.", published="2031-06-10", outlet="The Heron")
FAILED = annotated(
    "The council did not reject the Selm bridge on 9 June 2031.", published="2031-06-10", outlet="The Heron"
)


@pytest.mark.parametrize(("today", "state"), [("2031-06-09", "open"), ("2031-06-10", "due"), (None, "open")])
def test_a_forecast_is_due_when_its_horizon_has_passed(today: str | None, state: str) -> None:
    assert [one.state for one in forecasts(linked(PREDICTED), today)] == [state]


def test_a_later_report_of_the_event_settles_it() -> None:
    one = forecasts(linked(PREDICTED, HAPPENED), "2031-06-30")[0]
    assert one.state == "came-true?"
    assert [span.article_id for span in one.resolution] == [HAPPENED.article.id]


def test_a_later_report_that_it_did_not_happen_settles_it() -> None:
    assert forecasts(linked(PREDICTED, FAILED), "2031-06-30")[0].state == "failed?"


def test_an_earlier_report_settles_nothing() -> None:
    earlier = annotated(
        "The council rejected the Selm bridge on 3 March 2031.", published="2031-03-04", outlet="The Tern"
    )
    assert forecasts(linked(earlier, PREDICTED), "2031-05-04")[0].state == "open"


def test_each_named_predictor_has_a_row() -> None:
    one = annotated("Ana Brisk said the council will reject the Selm bridge.", outlet="The Gannet")
    other = annotated("Olaf Tern said the council will reject the Selm bridge.", outlet="The Heron")
    assert len(forecasts(linked(one, other), None)) == 2


def test_a_story_without_predictions_has_no_forecasts() -> None:
    assert forecasts(linked(annotated("The council met on Monday.")), "2031-05-05") == ()
