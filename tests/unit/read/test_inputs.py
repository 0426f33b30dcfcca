"""What the user names, and everything that can be wrong with it."""

from __future__ import annotations

import gzip
import json
from pathlib import Path

import pytest

from reportedly.errors import FetchError, NotFoundError
from reportedly.read.fetch import Fetched
from reportedly.read.inputs import Fetcher, find_reports
from reportedly.records.article import RawReport, Unread

PAGE = b"<html><body><article><p>The ferry burned for two days.</p></article></body></html>"
LINE = json.dumps({"url": None, "outlet": "The Gannet", "published": "2031-05-04", "title": None,
                   "text": "The ferry burned."})


def found(*paths: Path | str, **given: str) -> list[RawReport | Unread]:
    return list(find_reports(paths, **given))  # type: ignore[arg-type]


def read_names(items: list[RawReport | Unread]) -> list[str]:
    return [item.name for item in items if isinstance(item, RawReport)]


def refusals(items: list[RawReport | Unread]) -> list[Unread]:
    return [item for item in items if isinstance(item, Unread)]


def test_folder_gives_its_reports_sorted_and_skips_hidden_files_and_saved_assets(tmp_path: Path) -> None:
    (tmp_path / "b.html").write_bytes(PAGE)
    (tmp_path / "a.txt").write_text("The ferry burned.")
    (tmp_path / ".hidden.txt").write_text("no")
    (tmp_path / "b_files").mkdir()
    (tmp_path / "b_files" / "frame.html").write_bytes(PAGE)
    (tmp_path / "deep").mkdir()
    (tmp_path / "deep" / "c.md.gz").write_bytes(gzip.compress(b"The harbour opened."))
    (tmp_path / "logo.png").write_bytes(b"\x89PNG\r\n\x1a\n")
    assert read_names(found(tmp_path)) == ["a.txt", "b.html", "c.md.gz"]


def test_media_is_corrected_by_what_the_bytes_are(tmp_path: Path) -> None:
    (tmp_path / "page.txt").write_bytes(PAGE)
    (tmp_path / "words.html").write_text("The ferry burned.")
    assert [item.media for item in found(tmp_path) if isinstance(item, RawReport)] == ["html", "text"]


def test_same_file_named_twice_is_one_report(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("The ferry burned.")
    assert read_names(found(tmp_path, tmp_path / "a.txt")) == ["a.txt"]


def test_glob_gives_its_matches(tmp_path: Path) -> None:
    (tmp_path / "a1.txt").write_text("One.")
    (tmp_path / "a2.txt").write_text("Two.")
    (tmp_path / "b.txt").write_text("Three.")
    assert read_names(found(str(tmp_path / "a*.txt"))) == ["a1.txt", "a2.txt"]


@pytest.mark.parametrize(("name", "words"), [("nowhere", "does not exist"), ("no*.txt", "nothing matches"),
                                             ("empty", "has nothing to read")])
def test_path_that_leads_nowhere_says_what_was_looked_for(tmp_path: Path, name: str, words: str) -> None:
    (tmp_path / "empty").mkdir()
    (tmp_path / "empty" / "photo.png").write_bytes(b"\x89PNG\r\n\x1a\n")
    with pytest.raises(NotFoundError, match=words) as caught:
        find_reports([tmp_path / name])
    assert "\n" not in str(caught.value)


@pytest.mark.parametrize(("name", "data", "reason"), [
    ("photo.html", b"\x89PNG\r\n\x1a\n" + bytes(60), "looks like a PNG image, not HTML"),
    ("photo.htm", b"\xff\xd8\xff\xe0" + bytes(60), "looks like a JPEG image, not HTML"),
    ("paper.txt", b"%PDF-1.7 ...", "looks like a PDF document, not text"),
    ("pack.json", b"PK\x03\x04" + bytes(60), "looks like a zip archive"),
    ("cut.html.gz", gzip.compress(PAGE * 50)[:-20], "truncated gzip file"),
    ("bad.html.gz", b"\x1f\x8b\x08\x00" + b"\xff" * 40, "damaged gzip file"),
    ("empty.txt", b"", "is empty"),
    ("blank.txt", b" \n\n", "is empty"),
    ("report.pdf", b"%PDF-1.7", "a PDF document is not read"),
])
def test_bad_file_is_listed_with_its_reason_and_the_others_are_read(tmp_path: Path, name: str, data: bytes,
                                                                    reason: str) -> None:
    (tmp_path / "good.txt").write_text("The ferry burned.")
    (tmp_path / name).write_bytes(data)
    items = found(tmp_path)
    assert read_names(items) == ["good.txt"]
    unread, = refusals(items)
    assert reason in unread.reason and unread.where.endswith(name)


def test_large_file_is_refused_by_its_size_alone(tmp_path: Path) -> None:
    with (tmp_path / "large.txt").open("wb") as file:
        file.truncate(200_000_000)
    (tmp_path / "good.txt").write_text("The ferry burned.")
    unread, = refusals(found(tmp_path))
    assert "200,000,000 bytes" in unread.reason


def test_gzip_bomb_is_refused_while_it_unpacks(tmp_path: Path) -> None:
    (tmp_path / "bomb.txt.gz").write_bytes(gzip.compress(b"a" * 3_000_000))
    unread, = refusals(list(find_reports([tmp_path], most_bytes=100_000)))
    assert "unpacks to more than 100,000 bytes" in unread.reason


def test_broken_json_lines_are_listed_by_line_and_the_others_are_read(tmp_path: Path) -> None:
    lines = [LINE, '{"text": "cut', '{"title": "no words"}', "[1]", '{"text": 7}', "", LINE]
    (tmp_path / "wire.jsonl").write_text("\n".join(lines))
    items = found(tmp_path)
    assert read_names(items) == ["wire.jsonl:1", "wire.jsonl:7"]
    assert [(unread.where.rpartition(":")[2], unread.reason.split(":")[0]) for unread in refusals(items)] == [
        ("2", "broken JSON"), ("3", "object with no text"), ("4", "holds a JSON list, not an object"),
        ("5", "object with a number as text")]


def test_json_file_holds_one_object_or_a_list(tmp_path: Path) -> None:
    (tmp_path / "one.json").write_text(LINE)
    (tmp_path / "two.json").write_text(f"[{LINE}, {LINE}]")
    (tmp_path / "zlines.json").write_text(f"{LINE}\n{LINE}\n")
    assert read_names(found(tmp_path)) == ["one.json", "two.json:1", "two.json:2", "zlines.json:1", "zlines.json:2"]


def test_reports_csv_fills_in_and_the_user_wins(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("The ferry burned.")
    (tmp_path / "reports.csv").write_text("file,url,outlet,published,title\na.txt,,The Gannet,2031-05-04,Ferry burns\n")
    weak, = found(tmp_path)
    strong, = found(tmp_path, outlet="The Tern")
    assert isinstance(weak, RawReport) and isinstance(strong, RawReport)
    assert (weak.outlet, weak.published, weak.title) == ("The Gannet", "2031-05-04", "Ferry burns")
    assert weak.catalogued == ("outlet", "published", "title")
    assert strong.outlet == "The Tern" and strong.catalogued == ("published", "title")


def test_reports_csv_of_the_named_folder_reaches_below_and_into_lines(tmp_path: Path) -> None:
    (tmp_path / "deep").mkdir()
    (tmp_path / "deep" / "a.txt").write_text("The ferry burned.")
    (tmp_path / "wire.jsonl").write_text(f"{LINE}\n{LINE}\n")
    (tmp_path / "reports.csv").write_text("file,outlet\ndeep/a.txt,The Tern\nwire.jsonl:2,The Skua\n")
    assert [item.outlet for item in found(tmp_path) if isinstance(item, RawReport)] == [None, "The Skua", "The Tern"]


@pytest.mark.parametrize(("table", "reason"), [
    ("name,outlet\na.txt,x\n", "no column"), ("file\nlost.txt\n", "is not there"), ('file\n"a.txt\n', "broken CSV")])
def test_wrong_reports_csv_is_told_and_the_reports_are_read(tmp_path: Path, table: str, reason: str) -> None:
    (tmp_path / "a.txt").write_text("The ferry burned.")
    (tmp_path / "reports.csv").write_text(table)
    items = found(tmp_path)
    assert read_names(items) == ["a.txt"] and reason in refusals(items)[0].reason


def fetcher(data: bytes, media: str) -> Fetcher:
    def fetch(url: str) -> Fetched:
        if "down" in url:
            raise FetchError(f"{url}: no answer in time")
        return Fetched(data, f"{url}/final", media, "utf-8", "2031-05-05T10:00:00+00:00")
    return fetch


def test_address_is_fetched_by_the_fetcher_that_was_passed_in() -> None:
    addresses = ["https://gannet.example/ferry", "https://down.example/"]
    raw, unread = find_reports(addresses, fetcher=fetcher(PAGE, "text/html"))
    assert isinstance(raw, RawReport) and isinstance(unread, Unread)
    assert (raw.url, raw.media) == ("https://gannet.example/ferry/final", "html")
    assert raw.retrieved == "2031-05-05T10:00:00+00:00"
    assert unread.reason == "no answer in time"


def test_fetched_picture_is_refused_and_nothing_is_fetched_without_a_fetcher() -> None:
    picture, = find_reports(["https://gannet.example/a"], fetcher=fetcher(b"GIF89a" + bytes(20), "image/gif"))
    alone, = find_reports(["https://gannet.example/a"])
    assert isinstance(picture, Unread) and "GIF" in picture.reason
    assert isinstance(alone, Unread)
