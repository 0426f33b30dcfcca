"""The ledger: open, due, and settled by later reports."""

from __future__ import annotations

from dataclasses import replace

import pytest

from reportedly.weigh.forecasts import MOST, forecasts
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


SETTLING = [
    ("The bell of Orr will probably never be seen again.", "The bell of Orr was found on Monday.", "failed?"),
    ("The Selm regatta will be cancelled.", "The Selm regatta was cancelled on 6 May 2031.", "came-true?"),
    ("Mayor Vela may resign.", "Mayor Vela survived the vote on 6 May 2031.", "failed?"),
    ("Mayor Vela may resign.", "Mayor Vela quit on 6 May 2031.", "came-true?"),
    ("The bell of Orr will probably never be seen again.", "The keeper of Orr gave a memo to the clerk.", "open"),
    ("The Selm regatta will be cancelled.", "The Holm fair was cancelled on 6 May 2031.", "open"),
    ("The Selm regatta will be cancelled.", "The Selm regatta will be cancelled, Ana Brisk said again.", "open"),
    ("The Selm regatta will be cancelled.", "The rower denied that the Selm regatta was cancelled.", "open"),
]


@pytest.mark.parametrize(("predicted", "told", "state"), SETTLING)
def test_only_the_outcome_of_the_same_thing_settles(predicted: str, told: str, state: str) -> None:
    first = annotated(predicted, published="2031-05-04")
    later = annotated(told, published="2031-05-08", outlet="The Heron")
    found = [one for one in forecasts(linked(first, later), "2031-05-09") if first.article.id in one.reports]
    assert [one.state for one in found] == [state]


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


def test_of_very_many_the_lighter_ones_are_listed_only_with_a_date() -> None:
    dated = "\n".join(f"Heron {number} will sing on 9 June 2031." for number in range(MOST + 10))
    report = annotated(f"{dated}\nAn eel will swim.", published="2031-05-04")
    apart = replace(linked(report), forecasts=tuple((item.id,) for item in report.forecasts))
    found = forecasts(apart, None)
    assert len(found) == MOST + 10
    assert all(one.horizon for one in found[MOST:])
