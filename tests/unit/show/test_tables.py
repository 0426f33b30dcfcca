from __future__ import annotations

import csv
import io
import json
import sys
from dataclasses import dataclass

import pytest

from reportedly.errors import InputError
from reportedly.show.flat import Row
from reportedly.show.tables import Table


@dataclass(frozen=True)
class Thing:
    """A record as small as one can be."""

    id: str
    text: str
    speaker: str
    weight: float
    earliest: str | None
    latest: str | None


def flat(thing: Thing) -> Row:
    return {"id": thing.id, "text": thing.text, "speaker": thing.speaker, "weight": thing.weight,
            "earliest": thing.earliest, "latest": thing.latest}


THINGS = Table("things", [
    Thing("a", "The <b>gate</b> broke,\n\"twice\"", "Runa Ostby", 1.0, "2031-05-04", "2031-05-04"),
    Thing("b", "The gate was sound", "Teodor Kalvik", 3.0, "2031-05-01", "2031-05-31"),
    Thing("c", "Nobody knows", "", 2.0, None, None)], flat)


def test_table_is_a_sequence_of_records() -> None:
    assert len(THINGS) == 3
    assert THINGS[0] in THINGS and THINGS[-1].id == "c"
    assert [thing.id for thing in THINGS[1:]] == ["b", "c"]
    assert repr(THINGS[:1]) == "<things: 1 row>"


@pytest.mark.parametrize(("filters", "left"), [
    ({}, "abc"), ({"contains": "GATE"}, "ab"), ({"speaker": "kalvik"}, "b"), ({"since": "2031-05-10"}, "b"),
    ({"until": "2031-05-03"}, "b"), ({"since": "2031-05-04", "until": "2031-05-04"}, "ab"),
    ({"since": "2031-06-01"}, ""), ({"limit": 2}, "bc"), ({"limit": 9}, "abc"), ({"contains": "none"}, "")])
def test_filters_keep_the_order(filters: dict[str, str | int], left: str) -> None:
    assert "".join(thing.id for thing in THINGS.where(**filters)) == left  # type: ignore[arg-type]


def test_filter_without_a_column_names_the_columns() -> None:
    with pytest.raises(InputError, match="things cannot be filtered by outlet; its columns are id, text"):
        THINGS.where(outlet="Gannet")


def test_json_and_csv_give_back_what_went_in() -> None:
    assert [row["id"] for row in json.loads(THINGS.to_json())] == ["a", "b", "c"]
    rows = list(csv.DictReader(io.StringIO(THINGS.to_csv())))
    assert rows[0]["text"] == THINGS[0].text and rows[2]["earliest"] == ""
    assert THINGS[:0].to_csv() == "" and json.loads(THINGS[:0].to_json()) == []


def test_notebook_table_escapes_words_of_reports() -> None:
    assert "<b>" not in THINGS._repr_html_() and "&lt;b&gt;gate" in THINGS._repr_html_()


def test_data_frame_has_the_columns_of_the_rows() -> None:
    pytest.importorskip("pandas")
    assert list(THINGS.to_pandas().columns) == ["id", "text", "speaker", "weight", "earliest", "latest"]


def test_missing_pandas_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "pandas", None)
    with pytest.raises(ImportError, match=r"reportedly\[pandas\]"):
        THINGS.to_pandas()
