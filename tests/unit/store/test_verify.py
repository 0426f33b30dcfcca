from __future__ import annotations

import sqlite3
from dataclasses import replace
from pathlib import Path

import pytest

from reportedly.engine.build import build
from reportedly.records.annotation import AnnotatedArticle
from reportedly.records.ids import ArticleId
from reportedly.store.codec import pack_article, unpack_article
from reportedly.store.verify import verify
from reportedly.store.writer import text_hash
from tests.fakes.rooms import raw, tools


@pytest.fixture
def story(tmp_path: Path) -> Path:
    build([raw("Finch closed the bridge. Nobody was hurt."), raw("Quiet day.", name="b")], tmp_path, tools())
    return tmp_path


def tamper(folder: Path, change: dict[str, object] | None = None, **columns: object) -> None:
    """Change fields of the first article (or the columns given) behind the store's back."""
    with sqlite3.connect(folder / "store.sqlite") as store:
        name, payload = store.execute("SELECT id, payload FROM report ORDER BY name DESC, id LIMIT 1").fetchone()
        annotated: AnnotatedArticle = unpack_article(payload)
        if change:
            annotated = replace(annotated, article=replace(annotated.article, **change))  # type: ignore[arg-type]
        store.execute("UPDATE report SET payload = ? WHERE id = ?", (pack_article(annotated), name))
        for column, value in columns.items():
            store.execute(f"UPDATE report SET {column} = ? WHERE id = ?", (value, name))


def test_whole_story_has_no_failures(story: Path) -> None:
    checked = verify(story)
    assert (checked.ok, checked.reports, checked.sources, checked.failures) == (True, 2, 2, ())
    assert checked.spans == 6  # three sentences, three capitalised words


@pytest.mark.parametrize(("change", "columns", "problem"), [
    ({"text": "Quiet night"}, {}, "the SHA-256 differs"),
    ({"text": "Quiet night"}, {"text_hash": text_hash("Quiet night")}, "its id is not the one"),
    ({"text": "Quiet night"}, {}, "should read 'Quiet day.', the text reads 'Quiet nigh'"),
    ({"text": "Quiet"}, {}, "lies outside the text"),
    ({"id": ArticleId("r-0")}, {}, "names another report"),
    ({"url": "https://elsewhere.example"}, {}, "differ from those it was stored with"),
    ({}, {"payload": b"\x78\x9cnonsense"}, "damaged"),
    ({}, {"text_hash": "0"}, "the SHA-256 differs")])
def test_tampered_reports_are_found(story: Path, change: dict[str, object], columns: dict[str, object],
                                    problem: str) -> None:
    tamper(story, change, **columns)
    checked = verify(story)
    assert not checked.ok
    assert any(problem in failure.problem for failure in checked.failures)


def test_changed_and_missing_sources_are_found(story: Path) -> None:
    first, second = sorted((story / "sources").iterdir())
    first.write_bytes(b"other bytes")
    second.unlink()
    assert [(failure.item, failure.problem) for failure in verify(story).failures] == [
        (first.name, "the kept bytes have another SHA-256"),
        (second.name, "the bytes of this source are missing")]


def test_lost_members_are_found(story: Path) -> None:
    with sqlite3.connect(story / "store.sqlite") as store:
        store.execute("DELETE FROM member WHERE layer = 'entities'")
    assert {failure.problem for failure in verify(story).failures} == {
        "the table of members and the stored report disagree about it"}
