"""Which reports tell one story."""

from __future__ import annotations

from reportedly.evaluate.clusters import predict
from reportedly.link.stories import cosine, stories, vector

FERRY = "The ferry sank off Wexmouth harbour. Divers searched the wreck for the missing captain of the ferry."
FERRY_TOO = "Divers found the captain of the sunken ferry near Wexmouth harbour, beside the wreck of the ferry."
APPLES = "Apple growers in the valley expect a poor harvest after frost killed blossom in the orchards."


def test_reports_of_one_event_share_a_story() -> None:
    found = stories({"a": ("Ferry sinks", FERRY), "b": ("Captain found", FERRY_TOO), "c": ("Frost", APPLES)})
    assert found == (("a", "b"), ("c",))


def test_empty_text_is_a_story_of_its_own() -> None:
    assert stories({"a": ("", ""), "b": ("Ferry", FERRY)}) == (("a",), ("b",))
    assert cosine(vector("", ""), vector("Ferry", FERRY)) == 0.0


def test_bench_rows_are_named_by_the_first_id_of_their_story() -> None:
    rows = [{"id": "b", "title": "Ferry", "text": FERRY}, {"id": "a", "title": "Ferry", "text": FERRY_TOO}]
    assert list(predict(rows)) == [{"id": "b", "story": "a"}, {"id": "a", "story": "a"}]
