"""Forecasts of different reports pair when they predict the same, in the same sense and for the same time."""

from __future__ import annotations

import pytest

from reportedly.link.forecasts import ForecastLinker, fold_forecasts
from reportedly.link.pairing import all_pairs
from tests.factory import annotated


@pytest.mark.parametrize(
    ("one", "other", "clusters"),
    [
        ("The council will reject the old bridge.", "The council is likely to reject the bridge.", 1),
        ("The council will reject the old bridge.", "The council will not reject the old bridge.", 2),
        ("The council will reject the old bridge.", "The storm may flood the northern islands.", 2),
        (
            "The council will vote on the bridge on 9 June 2031.",
            "The council will vote on the bridge on 12 July 2031.",
            2,
        ),
    ],
)
def test_forecasts_fold_by_event_sense_and_time(one: str, other: str, clusters: int) -> None:
    reports = [annotated(one, outlet="The Gannet"), annotated(other, outlet="The Heron")]
    pairs = all_pairs([ForecastLinker()], reports)
    ids = [item.id for report in reports for item in report.forecasts]
    assert len(ids) == 2 and len(fold_forecasts(ids, pairs)) == clusters
