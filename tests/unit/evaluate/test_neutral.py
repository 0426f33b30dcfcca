"""The neutral schema of the story scorer."""

from __future__ import annotations

from reportedly.evaluate.neutral import neutral
from reportedly.evaluate.story import predict, raw_report
from tests.dossiers import canal

ROWS = [{"url": "https://gannet.example/1", "outlet": "The Gannet", "published": "2031-05-04", "title": None,
         "text": "Mayor Jane Roe denied on Sunday that the bridge was closed.\nShare this article",
         "attributions": "an answer that must not be read"}]


def test_every_section_refers_to_its_reports() -> None:
    result = neutral(canal())
    assert {"timeline", "statements", "entities", "disputes", "theories", "forecasts"} <= set(result)
    assert all(item["reports"] for item in result["timeline"])


def test_a_pack_of_one_report_has_its_span_sections() -> None:
    result = predict(ROWS)
    text = str(ROWS[0]["text"])
    assert [text[item["start"]:item["end"]] for item in result["furniture"]] == ["Share this article"]
    assert [item["iso"] for item in result["dates"]] == ["2031-05-04"]
    (attribution,) = result["attributions"]
    assert (attribution["source"], attribution["named"]) == ("Jane Roe", True)
    assert "bridge was closed" in text[attribution["start"]:attribution["end"]]


def test_a_denial_reads_as_one() -> None:
    (statement,) = predict(ROWS)["statements"]
    assert statement["text"].startswith("denied") and statement["speaker"] == "Jane Roe"


def test_answers_are_not_read() -> None:
    assert b"answer" not in raw_report(ROWS[0], 1).data


def test_a_row_without_text_is_left_out() -> None:
    empty = {"url": "https://gannet.example/2", "outlet": None, "published": None, "title": None, "text": None}
    assert predict([*ROWS, empty]) == predict(ROWS)
