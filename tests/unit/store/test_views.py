from __future__ import annotations

from pathlib import Path

import pytest

from reportedly.engine.build import build
from reportedly.errors import InputError, StoreError, UnknownItemError
from reportedly.records.annotation import Layer
from reportedly.store.views import load_state, lookup, revisions
from tests.fakes.rooms import WordPipeline, annotated, raw, read_plain, tools

PAGE = "https://gannet.example/finch"


def texts(folder: Path, **view: str | int) -> list[str]:
    """Texts of the reports in view, in order."""
    return [report.article.text for report in load_state(folder, **view).reports]  # type: ignore[arg-type]


@pytest.fixture
def story(tmp_path: Path) -> Path:
    """Three reports of three days and an undated one, in two revisions."""
    build([raw("Finch left on Monday.", name="1", published="2031-05-05"),
           raw("Finch came back, people said.", name="2", published="2031-05-08", outlet="Post")], tmp_path, tools())
    build([raw("Nobody saw Finch.", name="3", published=None),
           raw("Finch spoke in May.", name="4", published="2031-05")], tmp_path, tools(now="2031-07-01T00:00:00+00:00"))
    return tmp_path


@pytest.mark.parametrize(("view", "expected"), [
    ({}, ["Finch spoke in May.", "Finch left on Monday.", "Finch came back, people said.", "Nobody saw Finch."]),
    ({"as_of": "2031-05-05"}, ["Finch left on Monday."]),
    ({"as_of": "2031-05-07"}, ["Finch left on Monday."]),
    ({"as_of": "2031-05-31"}, ["Finch spoke in May.", "Finch left on Monday.", "Finch came back, people said."]),
    ({"as_of": "2031-05-04"}, []),
    ({"revision": 1}, ["Finch left on Monday.", "Finch came back, people said."]),
    ({"revision": 1, "as_of": "2031-05-05"}, ["Finch left on Monday."])])
def test_views_by_day_and_revision(story: Path, view: dict[str, str | int], expected: list[str]) -> None:
    assert texts(story, **view) == expected


def test_pairs_are_those_of_reports_in_view(story: Path) -> None:
    assert load_state(story, as_of="2031-05-05").pairs == ()
    alone = build([raw("Finch left on Monday.", name="1", published="2031-05-05"),
                   raw("Finch came back, people said.", name="2", published="2031-05-08", outlet="Post")],
                  story / "alone", tools())
    assert load_state(story, revision=1).pairs == load_state(alone.story).pairs


def test_revisions_say_when_and_by_what(story: Path) -> None:
    assert [(one.number, one.known_at[:10], one.reports, one.note) for one in revisions(story)] == [
        (1, "2031-06-01", 2, "reportedly build"), (2, "2031-07-01", 2, "reportedly build")]
    assert load_state(story, revision=1).known_at.startswith("2031-06-01")


@pytest.mark.parametrize("day", ["yesterday", "2031-5-4", "2031-13-01", "2031-05"])
def test_as_of_takes_days_only(story: Path, day: str) -> None:
    with pytest.raises(InputError, match="YYYY-MM-DD"):
        load_state(story, as_of=day)


def test_unknown_revision_names_the_known_ones(story: Path) -> None:
    with pytest.raises(StoreError, match="has no revision 7; it has 1, 2"):
        load_state(story, revision=7)


def test_stored_records_come_back_equal(tmp_path: Path) -> None:
    report = raw("Ünal’s bridge 🚒 fell.\u200f ‏أهلا said Finch…\r\n\tMore \u00a0words \ud83d".encode(
        "utf-8", "replace").decode(), name="odd.txt")
    build([report], tmp_path, tools())
    assert load_state(tmp_path).reports == (annotated(read_plain(report)),)


def test_items_are_found_by_id_and_by_its_beginning(story: Path) -> None:
    report = load_state(story).reports[0]
    entity = report.entities[0]
    found = lookup(story, entity.id)
    assert (found.layer, found.record, found.article) == (Layer.ENTITIES, entity, report)
    assert lookup(story, entity.id[:12]).record == entity
    assert lookup(story, report.article.id).record == report.article


@pytest.mark.parametrize(("item", "problem"), [("", "no item"), ("n-", "more than one"), ("x-nothing", "no item"),
                                               ("%", "no item"), ("n-' OR 1=1", "no item")])
def test_unknown_and_ambiguous_ids(story: Path, item: str, problem: str) -> None:
    with pytest.raises(UnknownItemError, match=problem):
        lookup(story, item)


def test_later_modified_version_stands_even_if_added_first(tmp_path: Path) -> None:
    build([raw("New text.", name="new", url=PAGE, published="2031-05-06")], tmp_path, tools())
    build([raw("Old text.", name="old", url=PAGE, published="2031-05-05")], tmp_path, tools())
    assert texts(tmp_path) == ["New text."]
    assert texts(tmp_path, as_of="2031-05-05") == ["Old text."]


def test_without_dates_the_version_known_later_stands(tmp_path: Path) -> None:
    for text in ("First.", "Second.", "Third."):
        build([raw(text, name="page", url=PAGE, published=None)], tmp_path, tools())
    assert texts(tmp_path) == ["Third."]
    assert texts(tmp_path, revision=2) == ["Second."]
    assert len(load_state(tmp_path).superseded) == 2


def test_metadata_put_right_replaces_the_report(tmp_path: Path) -> None:
    build([raw("One text.", published="2031-05-09", outlet=None)], tmp_path, tools())
    build([raw("One text.", published="2031-05-04", outlet="The Gannet")], tmp_path, tools())
    state = load_state(tmp_path)
    assert [(one.article.outlet.name, one.article.published_day) for one in state.reports] == [
        ("The Gannet", "2031-05-04")]


def test_same_bytes_of_two_outlets_are_two_reports(tmp_path: Path) -> None:
    build([raw("A wire text.", name="a", outlet="The Gannet"), raw("A wire text.", name="b", outlet="Post")], tmp_path,
          tools())
    assert len(load_state(tmp_path).reports) == 2


def test_report_that_was_not_annotated_is_in_view(tmp_path: Path) -> None:
    build([raw("lang=de Die Brücke fiel.")], tmp_path, tools(WordPipeline()))
    assert [report.layers for report in load_state(tmp_path).reports] == [frozenset()]
