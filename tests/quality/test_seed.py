"""The gold of the seed report lies in it; how well the product finds it is printed, not yet demanded."""

from __future__ import annotations

import json
from hashlib import sha256
from pathlib import Path

import pytest

from reportedly.evaluate.seed import lines, seed_score
from reportedly.records.annotation import CueClass

GOLD = Path(__file__).with_name("seed_attributions.json")
pytestmark = pytest.mark.bench


def test_every_gold_offset_lies_in_the_report_that_was_marked(bench: Path) -> None:
    data = (bench / "seed" / "report.txt").read_bytes()
    gold = json.loads(GOLD.read_text(encoding="utf-8"))
    assert gold["sha256"] == sha256(data).hexdigest()
    text, rows = data.decode(), gold["attributions"]
    for number, row in enumerate(rows):
        spans = [*row["source"], *row["cue"], *row["content"], *([row["speaker"]] if row["speaker"] else [])]
        assert all(0 <= start < end <= len(text) and text[start:end] == text[start:end].strip()
                   for start, end in spans), number
        assert row["content"] and row["class"] in set(CueClass)
        assert row["parent"] is None or 0 <= row["parent"] < number


def test_the_score_is_printed(bench: Path) -> None:
    data = (bench / "seed" / "report.txt").read_bytes()
    print(*lines(seed_score(data, GOLD), data.decode()), sep="\n")
