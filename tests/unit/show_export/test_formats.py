"""Every format: known by name, same bytes for the same dossier, no certainty added."""

from __future__ import annotations

import csv
import io
import json
from dataclasses import replace
from pathlib import Path

import pytest

from reportedly.dossier.records import Dossier
from reportedly.errors import RegistryError
from reportedly.show.citations import cited_spans
from reportedly.show.export.csv_ import csv_text, guarded
from reportedly.show.export.formats import NAMES, export, exporters
from reportedly.show.export.jsonld import graph
from reportedly.show.export.md import plain_words
from reportedly.show.export.tables import Table, tables
from reportedly.show.export.timelinejs import timeline
from reportedly.show.plain import plain
from tests.dossiers import HOSTILE, canal

RATINGS = {"rating", "reviewRating", "ClaimReview", "ratingValue"}


def test_names_are_those_of_the_command() -> None:
    assert NAMES == ("annotations", "csv", "html", "json", "jsonl", "jsonld", "md", "timelinejs")
    assert exporters().names("exporter") == NAMES


def test_unknown_format_lists_the_known_ones(tmp_path: Path) -> None:
    with pytest.raises(RegistryError, match="'pdf'; known: annotations, csv, html"):
        export(canal(), "pdf", tmp_path)


@pytest.mark.parametrize("name", NAMES)
def test_same_dossier_gives_same_bytes(name: str, tmp_path: Path) -> None:
    first, second = export(canal(), name, tmp_path / "a"), export(canal(), name, tmp_path / "b")
    assert first
    assert [path.read_bytes() for path in first] == [path.read_bytes() for path in second]


def test_file_to_open_comes_first(tmp_path: Path) -> None:
    assert export(canal(), "html", tmp_path)[0] == tmp_path / "index.html"


def test_half_a_surrogate_pair_does_not_stop_an_export(tmp_path: Path) -> None:
    for name in NAMES:
        assert export(replace(canal(), title="gate \ud83d"), name, tmp_path / name)


def test_json_is_the_whole_record(tmp_path: Path) -> None:
    (path,) = export(canal(), "json", tmp_path)
    assert json.loads(path.read_text("utf-8")) == plain(canal())


def test_plain_values_are_what_json_can_hold() -> None:
    assert plain({"b": float("inf"), "a": frozenset({"y", "x"}), "c": (1, None)}) == {
        "a": ["x", "y"], "b": None, "c": [1, None]}
    with pytest.raises(TypeError, match="object is no record"):
        plain(object())


def test_jsonl_has_a_type_on_every_line(tmp_path: Path) -> None:
    (path,) = export(canal(), "jsonl", tmp_path)
    types = [json.loads(line)["type"] for line in path.read_text("utf-8").splitlines()]
    assert types[0] == "dossier"
    assert types.count("statement") == len(canal().statements) and types.count("article") == len(canal().articles)


def test_one_annotation_a_cited_span_with_both_selectors(tmp_path: Path) -> None:
    dossier = canal()
    (path,) = export(dossier, "annotations", tmp_path)
    items = json.loads(path.read_text("utf-8"))["items"]
    texts = {item.article.url or f"urn:reportedly:{item.article.id}": item.article.text for item in dossier.articles}
    assert len(items) == sum(map(len, cited_spans(dossier).values()))
    for item in items:
        quote, position = item["target"]["selector"]
        text, start, end = texts[item["target"]["source"]], position["start"], position["end"]
        assert text[start:end] == quote["exact"]
        assert text[:start].endswith(quote["prefix"]) and text[end:].startswith(quote["suffix"])
        assert item["body"]


def test_words_after_an_emoji_keep_their_place(tmp_path: Path) -> None:
    (path,) = export(canal(), "annotations", tmp_path)
    gannet = canal().articles[0].article
    after = [item["target"]["selector"] for item in json.loads(path.read_text("utf-8"))["items"]
             if item["target"]["source"] == gannet.url
             and item["target"]["selector"][1]["start"] > gannet.text.index("🚒")]
    assert after
    assert all(gannet.text[place["start"]:place["end"]] == quote["exact"] for quote, place in after)


@pytest.mark.parametrize(("cell", "written"), [
    ("=1+1", "'=1+1"), ("+49", "'+49"), ("-2", "'-2"), ("@sum", "'@sum"), ("\tx", "'\tx"), (" =1", "' =1"),
    ("＝1", "'＝1"), ("plain", "plain"), ("“=1”", "“=1”"), (-2, -2), (None, None)])
def test_no_cell_is_run_as_a_formula(cell: str | int | None, written: str | int | None) -> None:
    assert guarded(cell) == written


def test_csv_reads_back_as_its_table() -> None:
    table = Table(("a", "b"), (("one, “two”\nthree", None), (HOSTILE, 3)))
    rows = list(csv.reader(io.StringIO(csv_text(table), newline="")))
    assert rows == [["a", "b"], ["one, “two”\nthree", ""], [HOSTILE, "3"]]


def test_every_row_has_a_cell_for_every_column() -> None:
    for name, table in tables(canal()).items():
        assert table.rows, name
        assert all(len(row) == len(table.columns) for row in table.rows), name


def test_jsonld_rates_nothing_and_dates_only_what_is_certain() -> None:
    nodes = graph(canal())["@graph"]
    words = json.dumps(nodes)
    assert not any(word in words for word in RATINGS)
    assert isinstance(nodes, list)
    events = {node["name"]: node for node in nodes if isinstance(node, dict) and node["@type"] == "Event"}
    assert "startDate" not in events["the gate had been inspected in March"]
    assert events["The Osmarra canal reopened on 23 May"]["startDate"] == "2031-05-23"


def test_jsonld_calls_direct_words_a_quotation_and_reported_ones_a_claim() -> None:
    nodes = graph(canal())["@graph"]
    assert isinstance(nodes, list)
    kinds = [node["@type"] for node in nodes
             if isinstance(node, dict) and str(node["@id"]).startswith("urn:reportedly:statement")]
    assert kinds == ["Quotation", "Claim", "Claim", "Claim", "Claim"]


def test_what_did_not_happen_is_no_event() -> None:
    dossier = canal()
    denied = replace(dossier, timeline=tuple(replace(item, status="negated") for item in dossier.timeline))
    nodes = graph(denied)["@graph"]
    assert isinstance(nodes, list)
    assert not [node for node in nodes if isinstance(node, dict) and node["@type"] == "Event"]


def test_timelinejs_shows_doubt_and_counts_the_undated() -> None:
    shown = timeline(canal())
    events = shown["events"]
    assert isinstance(events, list)
    displayed = [event["display_date"] for event in events if isinstance(event, dict)]
    assert displayed[0] == "March 2031 (date uncertain)"
    assert "1 entries without a date are left out." in json.dumps(shown["title"])
    assert len(events) == len(canal().timeline) - 1


def doubtful() -> Dossier:
    """The canal dossier with an entry that is background and late, one that is approximate, one with two times."""
    dossier = canal()
    first, second, third, *rest = dossier.timeline
    times = (("2031-05-06T04:00", "Gannet"), ("2031-05-06T04:30", "Tern"))
    return replace(dossier, timeline=(
        replace(first, when=replace(first.when, latest="2031-05-06T04:00", precision="minute"), times=times,
                edtf="2031-05-06"),
        replace(second, edtf="2031-05-06~", is_approximate=True),
        replace(third, edtf="2031-03", is_background=True, lag_days=36, first_report=dossier.reports[0].id), *rest))


def test_exports_carry_the_time_in_values_and_what_is_not_known_of_it() -> None:
    rows = tables(doubtful())["timeline"]
    found = [dict(zip(rows.columns, row, strict=True)) for row in rows.rows]
    assert [row["edtf"] for row in found[:3]] == ["2031-05-06", "2031-05-06~", "2031-03"]
    assert found[0]["times_given"] == "2031-05-06T04:00 (Gannet) | 2031-05-06T04:30 (Tern)"
    assert (found[2]["background"], found[2]["lag_days"], found[2]["first_reported_by"]) == ("yes", 36, "The Gannet")
    assert found[1]["lag_days"] is None and found[1]["when"] == "about 6 May 2031"
    slides = timeline(doubtful())["events"]
    assert isinstance(slides, list) and isinstance(slides[0], dict)
    assert slides[0]["group"] == "Background, from long before"
    assert slides[0]["reportedly"] == {
        "edtf": "2031-03", "earliest": "2031-03-01", "latest": "2031-03-31", "precision": "month",
        "first_reported": "2031-03-01", "lag_days": 36, "lag_hours": None, "background": True}
    assert "first reported 36 days later" in json.dumps(slides[0])


def test_no_export_makes_a_date_surer_than_it_is(tmp_path: Path) -> None:
    nodes = graph(doubtful())["@graph"]
    assert isinstance(nodes, list)
    events = [node for node in nodes if isinstance(node, dict) and str(node["@id"]).startswith("urn:reportedly:event")]
    assert [event.get("startDate") for event in events[:3]] == ["2031-05-06", None, None]
    assert [event["reportedly:when"] for event in events[:2]] == [
        {"@type": "http://id.loc.gov/datatypes/edtf/EDTF", "@value": value}
        for value in ("2031-05-06", "2031-05-06~")]
    assert "reportedly:lagDays" not in events[0] and events[2]["reportedly:background"] is True
    slides = timeline(doubtful())["events"]
    assert isinstance(slides, list)
    shown = [slide["display_date"] for slide in slides if isinstance(slide, dict)]
    assert shown[1:3] == ["6 May 2031, 04:00–04:30 (date uncertain)", "about 6 May 2031 (date uncertain)"]
    (path,) = export(doubtful(), "md", tmp_path)
    words = path.read_text("utf-8")
    assert "**about 6 May 2031**: Twelve people are missing" in words
    assert "accounts differ: 04:00 (Gannet), 04:30 (Tern)" in words
    assert words.index("### Background") < words.index("first reported 36 days later")


def test_timelinejs_escapes_words_that_it_would_run() -> None:
    dossier = canal()
    evil = replace(dossier, title=HOSTILE, timeline=tuple(replace(item, text=HOSTILE) for item in dossier.timeline))
    assert "<script" not in json.dumps(timeline(evil))


def test_every_footnote_is_there_once(tmp_path: Path) -> None:
    (path,) = export(canal(), "md", tmp_path)
    lines = path.read_text("utf-8").splitlines()
    notes = [line.split(":")[0] for line in lines if line.startswith("[^")]
    used = {mark for line in lines if not line.startswith("[^") for mark in _marks(line)}
    assert len(notes) == len(set(notes))
    assert used == set(notes)


def _marks(line: str) -> list[str]:
    return [f"[^{part.split(']')[0]}]" for part in line.split("[^")[1:]]


@pytest.mark.parametrize(("words", "written"), [
    ("*bold* <b>", "\\*bold\\* \\<b\\>"), ("# no heading", "\\# no heading"), ("- no item", "\\- no item"),
    ("two\nlines", "two lines"), ("[a](javascript:x)", "\\[a\\](javascript:x)"), ("plain", "plain")])
def test_words_cannot_become_markup(words: str, written: str) -> None:
    assert plain_words(words) == written


def test_tables_tell_of_an_unnamed_source() -> None:
    table = tables(canal())["statements"]
    rows = [dict(zip(table.columns, row, strict=True)) for row in table.rows]
    row = next(row for row in rows if row["speaker"] == "two rescue officials")
    assert (row["unnamed_least"], row["unnamed_most"], row["unnamed_role"], row["unnamed_reason"]) == (
        2, 2, "rescue officials", None)
    assert all(row["unnamed_least"] is None for row in rows if row["speaker_kind"] == "person")


def test_markdown_tells_of_an_unnamed_source(tmp_path: Path) -> None:
    (path,) = export(canal(), "md", tmp_path)
    assert "via Fenmark Radio; unnamed: 2 · rescue officials" in path.read_text("utf-8")
