"""The bench task `timeline`: rows in, the chosen days out."""

from __future__ import annotations

from typing import Any

from reportedly.evaluate.timeline import account, predict

ROWS: list[dict[str, Any]] = [
    {"id": "a", "topic": "ferry", "published": "2031-05-05T08:00",
     "text": "WEXMOUTH | Mon May 5, 2031 4:07 am EDT WEXMOUTH (Reuters) - The ferry Gannet sank off Wexmouth on Sunday "
             "with forty people aboard. Divers searched the wreck through the whole night without any light."},
    {"id": "b", "topic": "ferry", "published": "2031-06-02",
     "text": "The harbour master was questioned about the sinking of the Gannet on May 4 by two judges of the court."},
    {"id": "c", "topic": "ferry", "published": None, "text": "The Gannet sank on 3 May 2031, said nobody to us."},
    {"id": "d", "topic": "other", "published": "2031-05-05", "text": "A tower fell in the old town on Sunday at noon."},
]
TASK: dict[str, Any] = {"id": "t", "topic": "ferry", "days": 1, "first": "2031-05-01", "last": "2031-06-30",
                        "sentences_a_day": 1}


def test_the_day_that_lasts_is_told_in_words_of_a_report() -> None:
    answer = list(predict(ROWS, [TASK]))
    assert [(one["id"], [item["date"] for item in one["items"]]) for one in answer] == [("t", ["2031-05-04"])]
    assert any(answer[0]["items"][0]["text"] in str(row["text"]) for row in ROWS)


def test_offsets_are_those_of_the_text_and_the_stamp_names_no_day() -> None:
    text = str(ROWS[0]["text"])
    found = account("a", text, "2031-05-05")
    assert [text[one.start : one.end].strip() for one in found.sentences] == [one.text for one in found.sentences]
    assert found.sentences[0].text.startswith("The ferry Gannet")
    assert [time.day for time in found.sentences[0].times] == ["2031-05-04"]
    assert found.origin is None
