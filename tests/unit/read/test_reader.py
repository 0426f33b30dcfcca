"""Text and JSON to articles."""

from __future__ import annotations

import json

import pytest

from reportedly.errors import UnreadableReportError
from reportedly.read.reader import read_report
from reportedly.records.article import RawReport, ZoneKind
from reportedly.records.ids import digest

TEXT = "Ferry burns in Port Alder\r\nBy Jane Roe\r\n\r\n" \
       "The ferry\u00a0burned for two days 🔥 before the harbour was opened again.\r\n"


def json_raw(**fields: object) -> RawReport:
    return RawReport(data=json.dumps(fields).encode(), media="json", where="w.jsonl:1", name="w.jsonl:1")


def test_plain_text_is_kept_exactly_as_decoded() -> None:
    raw = RawReport(data=TEXT.encode(), media="text", where="a.txt", name="a.txt")
    article = read_report(raw)
    assert article.text == TEXT and article.source == digest(raw.data)
    assert (article.title, article.byline, article.language) == ("Ferry burns in Port Alder", ("Jane Roe",), "en")


def test_json_text_is_kept_exactly_and_null_fields_are_unknown() -> None:
    article = read_report(json_raw(url=None, outlet=None, published=None, title=None, text=TEXT))
    assert article.text == TEXT and article.published is None and article.url is None
    assert "no-date" in {notice.code for notice in article.notices}


def test_json_fields_are_believed_with_their_evidence() -> None:
    article = read_report(json_raw(url="https://www.gannet.example/f", outlet="The Gannet", text=TEXT,
                                   published="2031-05-04T22:50:10", title="Ferry burns in Port Alder"))
    assert article.outlet.name == "The Gannet" and article.outlet.domain == "gannet.example"
    assert article.published is not None
    assert (article.published.value, article.published.evidence) == ("2031-05-04T22:50:10", "json published")
    assert article.zones[0].kind is ZoneKind.TITLE


def test_host_as_outlet_loses_its_www() -> None:
    assert read_report(json_raw(outlet="www.gannet.example", text=TEXT)).outlet.name == "gannet.example"


def test_date_after_now_is_refused_and_never_replaced_by_today() -> None:
    article = read_report(json_raw(published="2031-05-04", text=TEXT), now="2030-01-01T00:00:00Z")
    assert article.published is None
    assert [notice.code for notice in article.notices] == ["date-refused", "no-date"]


def test_same_report_read_twice_has_one_id_and_changed_text_another() -> None:
    texts = (TEXT, TEXT, TEXT + "More.")
    first, again, changed = (read_report(json_raw(url="https://g.example/", text=text)) for text in texts)
    assert first.id == again.id != changed.id


def test_other_language_is_told() -> None:
    text = "Le traversier a brûlé pendant deux jours avant que le port ne soit rouvert aux bateaux de pêche."
    article = read_report(json_raw(text=text))
    assert article.language == "fr" and "not-annotated-language" in {notice.code for notice in article.notices}


def test_half_characters_are_replaced_without_shifting() -> None:
    data = rb'{"text": "The ferry \ud83d burned for two days."}'
    article = read_report(RawReport(data=data, media="json", where="w", name="w"))
    assert article.text == "The ferry \ufffd burned for two days."


def test_megabyte_on_one_line_is_read() -> None:
    text = "The ferry burned for two days and nights. " * 25_000
    article = read_report(RawReport(data=text.encode(), media="text", where="a", name="a"))
    assert article.text == text and len(article.zones) == 1


@pytest.mark.parametrize("raw", [
    RawReport(data=b"", media="text", where="a.txt", name="a.txt"),
    RawReport(data=b" \n \xc2\xa0\n", media="text", where="a.txt", name="a.txt"),
    RawReport(data=b"{", media="json", where="a.txt", name="a.txt"),
    RawReport(data=b"[" * 100_000, media="json", where="a.txt", name="a.txt"),
    RawReport(data=b"x", media="film", where="a.txt", name="a.txt"),
])
def test_what_cannot_be_read_says_where_and_why(raw: RawReport) -> None:
    with pytest.raises(UnreadableReportError) as caught:
        read_report(raw)
    assert caught.value.where == "a.txt" and caught.value.reason
