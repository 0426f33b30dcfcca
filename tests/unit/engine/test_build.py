from __future__ import annotations

from itertools import permutations
from pathlib import Path

import pytest

from reportedly.engine.build import build
from reportedly.errors import NotFoundError, StoreError
from reportedly.records.article import RawReport, Unread
from reportedly.store.views import load_state, revisions
from tests.fakes.rooms import WordPipeline, raw, rows_of, tools

BRIDGE = raw("Mayor Orla Finch closed the bridge. Nobody was hurt.", name="bridge.txt", outlet="The Gannet")
REPLY = raw("The bridge stays open, Finch said. ORLA Finchley disagreed.", name="reply.txt", outlet="Sandbar Post")
LATER = raw("Engineers found cracks in the bridge.", name="later.txt", published="2031-05-09", outlet="Harbour Wire")
PICTURE = raw("\0PNG", name="picture.html")


def test_build_stores_reports_and_pairs(tmp_path: Path) -> None:
    done = build([BRIDGE, REPLY], tmp_path / "s", tools())
    state = load_state(tmp_path / "s")
    assert len(done.new) == 2 and done.revision == 1
    assert {report.article.name for report in state.reports} == {"bridge.txt", "reply.txt"}
    assert {pair.kind for pair in state.pairs} == {"claim", "entity"}


@pytest.mark.parametrize("order", list(permutations([BRIDGE, REPLY, LATER, PICTURE])))
def test_order_of_inputs_leaves_no_trace(tmp_path: Path, order: tuple[RawReport, ...]) -> None:
    build([BRIDGE, REPLY, LATER, PICTURE], tmp_path / "a", tools())
    build(order, tmp_path / "b", tools())
    assert rows_of(tmp_path / "a") == rows_of(tmp_path / "b")


@pytest.mark.parametrize("order", list(permutations([BRIDGE, REPLY, LATER])))
def test_pairs_do_not_depend_on_which_report_was_added_last(tmp_path: Path, order: tuple[RawReport, ...]) -> None:
    build([BRIDGE, REPLY, LATER], tmp_path / "at-once", tools())
    for report in order:
        build([report], tmp_path / "one-by-one", tools())
    assert load_state(tmp_path / "at-once").pairs == load_state(tmp_path / "one-by-one").pairs


def test_second_build_reads_nothing_and_makes_no_revision(tmp_path: Path) -> None:
    build([BRIDGE, REPLY, PICTURE], tmp_path / "s", tools())
    before, pipeline = rows_of(tmp_path / "s"), WordPipeline()
    done = build([BRIDGE, REPLY, PICTURE], tmp_path / "s", tools(pipeline, now="2032-01-01T00:00:00+00:00"))
    assert (pipeline.annotated, done.new, done.known, len(done.unread)) == ([], (), 2, 1)
    assert rows_of(tmp_path / "s") == before


def test_only_what_is_new_is_annotated(tmp_path: Path) -> None:
    build([BRIDGE], tmp_path / "s", tools())
    pipeline = WordPipeline()
    done = build([BRIDGE, LATER], tmp_path / "s", tools(pipeline))
    assert pipeline.annotated == list(done.new) and len(done.new) == 1
    assert [revision.reports for revision in revisions(tmp_path / "s")] == [1, 1]


def test_same_bytes_twice_are_one_report(tmp_path: Path) -> None:
    again = raw(BRIDGE.data.decode(), name="copy-of-bridge.txt")
    done = build([BRIDGE, again], tmp_path / "s", tools())
    assert (len(done.new), done.known, len(load_state(tmp_path / "s").reports)) == (1, 1, 1)


def test_same_address_with_other_text_is_a_new_version(tmp_path: Path) -> None:
    first = raw("Finch resigned.", name="1.txt", url="https://gannet.example/finch")
    second = raw("Finch did not resign.", name="2.txt", url="https://gannet.example/finch")
    build([first], tmp_path / "s", tools())
    build([second], tmp_path / "s", tools())
    state = load_state(tmp_path / "s")
    assert [report.article.text for report in state.reports] == ["Finch did not resign."]
    assert [report.article.text for report in state.older] == ["Finch resigned."]
    assert dict(state.superseded) == {state.older[0].article.id: state.reports[0].article.id}


def test_unreadable_reports_are_listed_without_folders_and_others_are_read(tmp_path: Path) -> None:
    missing = Unread(where="some/folder/gone.txt", reason="no longer there")
    done = build([PICTURE, BRIDGE, missing], tmp_path / "s", tools())
    assert [unread.where for unread in done.unread] == ["some/folder/gone.txt", "somewhere/picture.html"]
    assert [unread.where for unread in load_state(tmp_path / "s").unread] == ["gone.txt", "picture.html"]
    assert len(done.new) == 1


def test_report_in_another_language_is_kept_and_says_so(tmp_path: Path) -> None:
    done = build([raw("lang=fr Le pont est fermé.", name="pont.txt")], tmp_path / "s", tools())
    report = load_state(tmp_path / "s").reports[0]
    assert done.other_language == (("pont.txt", "fr"),)
    assert [notice.code for notice in report.article.notices] == ["not-annotated-language"]


def test_new_components_annotate_and_link_everything_anew(tmp_path: Path) -> None:
    build([BRIDGE, REPLY], tmp_path / "s", tools())
    newer = WordPipeline(("fake.words.v2",))
    done = build([LATER], tmp_path / "s", tools(newer))
    build([BRIDGE, REPLY, LATER], tmp_path / "fresh", tools(WordPipeline(("fake.words.v2",))))
    assert len(done.renewed) == 2 and len(newer.annotated) == 3
    assert load_state(tmp_path / "s").pairs == load_state(tmp_path / "fresh").pairs


def test_nothing_found_leaves_no_folder(tmp_path: Path) -> None:
    with pytest.raises(NotFoundError):
        build([], tmp_path / "s", tools())
    assert not (tmp_path / "s").exists()


def test_folder_with_other_things_is_left_alone(tmp_path: Path) -> None:
    (tmp_path / "thesis.odt").write_text("mine")
    with pytest.raises(StoreError, match=r"not empty.*thesis\.odt"):
        build([BRIDGE], tmp_path, tools())
    assert [path.name for path in tmp_path.iterdir()] == ["thesis.odt"]


def test_file_that_can_be_read_later_is_no_longer_listed(tmp_path: Path) -> None:
    build([PICTURE, BRIDGE], tmp_path / "s", tools())
    build([raw("Readable now.", name="picture.html")], tmp_path / "s", tools())
    assert load_state(tmp_path / "s").unread == ()
