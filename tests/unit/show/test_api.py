from __future__ import annotations

import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest

import reportedly
from reportedly.errors import InputError, NotFoundError, NothingReadableError, RegistryError, StoreError
from reportedly.records.ids import MemberId
from reportedly.show.explaining import Explainer
from tests.dossiers import canal
from tests.fakes.rooms import tools

TABLES = ("timeline", "statements", "claims", "disputes", "theories", "forecasts", "sources", "people", "places",
          "entities", "reports", "knowledge", "origins")


@pytest.fixture
def reports(tmp_path: Path) -> Path:
    """A folder of two readable reports and a picture."""
    folder = tmp_path / "reports"
    folder.mkdir()
    (folder / "a.txt").write_text("Finch closed the bridge. Nobody was hurt.")
    (folder / "b.txt").write_text("Kalvik opened the bridge again.")
    (folder / "c.html").write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(64))
    return folder


def test_importing_the_package_loads_nothing_heavy() -> None:
    code = ("import sys, reportedly; dir(reportedly); "
            "print(sorted({'sqlalchemy', 'spacy', 'typer', 'msgspec', 'httpx'} & set(sys.modules)))")
    assert subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout == "[]\n"


def test_unknown_names_of_the_package_are_attribute_errors() -> None:
    with pytest.raises(AttributeError, match="no attribute 'nothing'"):
        reportedly.nothing  # noqa: B018  # the access is the test


def test_built_story_has_every_table(reports: Path, tmp_path: Path) -> None:
    story = reportedly.build(reports, tmp_path / "s", tools=tools())
    assert {row["name"] for row in story.reports.rows()} == {"a.txt", "b.txt"}
    assert [unread.where for unread in story.unread] == ["c.html"]
    for name in TABLES:
        table = getattr(story, name)
        assert table.name == name and len(table.rows()) == len(table)
        assert table._repr_html_().startswith("<table>"), "a notebook shows it"
    assert story.verify().ok


def test_story_without_a_folder_is_built_in_a_temporary_one(reports: Path) -> None:
    story = reportedly.build([reports / "a.txt"], tools=tools())
    assert len(story.reports) == 1 and story.path.is_dir()


def test_added_reports_come_to_the_same_story(reports: Path, tmp_path: Path) -> None:
    reportedly.build([reports / "a.txt"], tmp_path / "s", tools=tools())
    story = reportedly.add(tmp_path / "s", [reports], tools=tools())
    assert story.built is not None and (len(story.built.new), story.built.known) == (1, 1)
    assert len(reportedly.open(tmp_path / "s", revision=1).reports) == 1
    assert len(story.revisions) == 2


def test_search_and_explain_lead_to_the_words(reports: Path, tmp_path: Path) -> None:
    story = reportedly.build(reports, tmp_path / "s", tools=tools())
    hit = story.search("bridge closed")[0]
    entity = next(report for report in story.state.reports if report.article.id == hit.article_id).entities[0]
    explained = story.explain(entity.id)
    assert (explained.kind, explained.text) == ("entities", entity.name)
    assert explained.quoted[0].span == entity.mentions[0] and explained.quoted[0].matches
    assert explained.rules == ("fake: fake",)
    assert story.explain(hit.article_id).kind == "report"


def test_dispute_is_explained_though_it_stands_in_no_single_report() -> None:
    dispute = replace(canal().disputes[0], id=MemberId("d-0123456789abcdef"))
    told = replace(canal(), disputes=(dispute,))
    assert Explainer(told).composed("d-01234") == ("disputes", dispute)
    explained = Explainer(told).explain("disputes", dispute)
    assert {span.span for span in explained.quoted} >= {span for side in dispute.positions for span in side.spans}
    assert Explainer(told).composed("") is None


def test_search_is_cut_as_the_view_is(reports: Path, tmp_path: Path) -> None:
    reportedly.build([reports / "a.txt"], tmp_path / "s", tools=tools())
    reportedly.add(tmp_path / "s", [reports / "b.txt"], tools=tools())
    assert len(reportedly.open(tmp_path / "s").search("bridge")) == 2
    assert len(reportedly.open(tmp_path / "s", revision=1).search("bridge")) == 1


def test_exports_of_the_same_reports_in_any_order_are_equal(reports: Path, tmp_path: Path) -> None:
    orders = [[reports / "a.txt", reports / "b.txt"], [reports / "b.txt", reports / "a.txt"]]
    written = []
    for number, order in enumerate(orders):
        story = reportedly.build(order, tmp_path / f"s{number}", tools=tools())
        story.export("json", tmp_path / f"out{number}")
        written.append({path.name: path.read_bytes() for path in sorted((tmp_path / f"out{number}").rglob("*"))
                        if path.is_file()})
    assert written[0] and written[0] == written[1]


def test_errors_say_what_to_do(reports: Path, tmp_path: Path) -> None:
    with pytest.raises(NotFoundError, match="does not exist"):
        reportedly.build([tmp_path / "none.txt"], tmp_path / "s", tools=tools())
    with pytest.raises(NothingReadableError) as refused:
        reportedly.build([reports / "c.html"], tmp_path / "refused", tools=tools())
    assert len(refused.value.unread) == 1
    with pytest.raises(StoreError, match="holds no story"):
        reportedly.add(tmp_path / "nowhere", [reports], tools=tools())
    with pytest.raises(InputError, match="no day or moment"):
        reportedly.build([reports], tmp_path / "s", now="today", tools=tools())
    story = reportedly.build([reports], tmp_path / "s", tools=tools())
    with pytest.raises(RegistryError, match="known:"):
        story.export("docx", tmp_path / "out")


def test_story_draws_itself_and_is_one_page(reports: Path, tmp_path: Path) -> None:
    story = reportedly.build(reports, tmp_path / "s", tools=tools(), title="The bridge")
    for name in ("timeline", "lanes", "map", "origins", "agreement"):
        assert story.figure(name).startswith('<svg xmlns="http://www.w3.org/2000/svg"')
    with pytest.raises(InputError, match="no figure called 'pie'"):
        story.figure("pie")
    page = story.to_html()
    assert "<title>The bridge</title>" in page and "Nobody was hurt." in page and "<script" not in page
