"""Reports as the chronicle takes them."""

from __future__ import annotations

from reportedly.link.accounts import account_of, chronicle_of
from reportedly.records.linked import Origin
from tests.factory import annotated

TEXT = ("The ferry Gannet sank off Wexmouth on Sunday with forty people aboard. "
        "Divers searched the wreck all through the night.")


def test_sentences_keep_their_place_and_the_days_they_name() -> None:
    report = annotated(TEXT, published="2031-05-06", title="Ferry sinks off Wexmouth on Sunday")
    found = account_of(report, origin=None)
    text = report.article.text
    assert [text[one.start : one.end] for one in found.sentences] == [one.text for one in found.sentences]
    assert [[time.day for time in one.times] for one in found.sentences] == [["2031-05-04"], []]
    assert (found.id, found.published) == (report.article.id, "2031-05-06")


def test_copies_of_a_known_origin_count_once() -> None:
    reports = [annotated(TEXT, published="2031-05-06", outlet=outlet) for outlet in ("The Gannet", "The Tern", "Dawn")]
    ids = [report.article.id for report in reports]
    origin = Origin(id=ids[0], reports=tuple(ids[:2]), basis="shares 100 % of its passages", credit=None)
    days = chronicle_of(reports, (origin,)).days()
    assert [(day.day, day.reports, day.origins) for day in days if day.reports] == [("2031-05-04", 3, 2)]
