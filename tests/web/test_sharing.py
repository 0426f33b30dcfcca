"""A folder fit to publish, feeds, cards and what stands in the head of a page."""

from __future__ import annotations

import io
import json
import re
from dataclasses import replace
from xml.etree import ElementTree

import pytest
from lxml import html
from PIL import Image

from reportedly.dossier.records import Dossier
from reportedly.show.citations import cited_spans
from reportedly.show.web.feeds import ATOM, entries, moment
from reportedly.show.web.head import MOST_REPORTS, json_ld
from reportedly.show.web.pages import render
from reportedly.show.web.related import related
from reportedly.show.web.sharing import excerpted
from tests.dossiers import HOSTILE, article, canal

LONG = "Title of it\n" + " ".join(f"word{number}" for number in range(400))


def test_excerpts_hold_the_cited_words_and_at_most_forty_on_either_side() -> None:
    report = article(LONG, "The Gannet", "2031-05-06")
    start = report.text.index("word200 ")
    [zone] = excerpted(report, [report.span(start, start + len("word200"))])[0].zones
    words = report.text[zone.start:zone.end].split()
    assert words == [f"word{number}" for number in range(160, 241)]


def test_much_cited_report_is_never_shown_whole() -> None:
    report = article(LONG, "The Gannet", "2031-05-06")
    spans = [report.span(match.start(), match.end()) for match in re.finditer(r"word\d*5\b", report.text)]
    zones = excerpted(report, spans)[0].zones
    assert sum(zone.end - zone.start for zone in zones) * 2 <= len(report.text)
    assert all(any(zone.start <= span.start and span.end <= zone.end for zone in zones) for span in spans)


def test_report_that_is_all_cited_is_not_shown_whole_either() -> None:
    report = article(LONG, "The Gannet", "2031-05-06")
    half, name = len(report.text) // 2, report.text.index("word7 ")
    spans = [report.span(0, half), report.span(half, len(report.text)), report.span(name, name + 5)]
    shown, kept = excerpted(report, spans)
    assert len(kept) == 2 and spans[2] in kept
    assert sum(zone.end - zone.start for zone in shown.zones) <= 0.8 * len(report.text)


def test_later_version_is_cut_in_a_shared_folder() -> None:
    change = replace(canal().changes[0], pieces=(("added", LONG),))
    assert "word60" in str(render(replace(canal(), changes=(change,)))["index.html"])
    assert "word60" not in str(render(replace(canal(), changes=(change,)), shared=True)["index.html"])


def test_shared_folder_opens_every_span_and_holds_no_whole_text() -> None:
    dossier = canal()
    padded = tuple(replace(item, article=replace(item.article, text=item.article.text + "\n" + LONG))
                   for item in dossier.articles)
    files = render(replace(dossier, articles=padded), shared=True, base="https://canal.example/")
    for name, content in files.items():
        if isinstance(content, str):
            assert "word399" not in content, name
    for article_id, spans in cited_spans(dossier).items():
        page = html.document_fromstring(str(files[f"reports/{article_id}.html"]))
        ids = set(page.xpath("//@id"))
        assert {f"s-{span.start}-{span.end}" for span in spans} <= ids
        assert "Only the cited words" in page.text_content()
    head = html.document_fromstring(str(files["index.html"]))
    assert head.xpath("//meta[@property='og:image']/@content") == ["https://canal.example/card.png"]
    assert head.xpath("//link[@rel='canonical']/@href") == ["https://canal.example/index.html"]


def test_feeds_hold_the_same_entries_newest_first() -> None:
    files = render(canal(), base="https://canal.example/")
    root = ElementTree.fromstring(str(files["feed.atom"]))
    feed = json.loads(str(files["feed.json"]))
    ids = [node.findtext(f"{{{ATOM}}}id") for node in root.findall(f"{{{ATOM}}}entry")]
    assert ids and ids == [item["id"] for item in feed["items"]] and len(ids) == len(set(ids))
    moments = [item["date_published"] for item in feed["items"]]
    assert moments == sorted(moments, reverse=True)
    assert all(re.fullmatch(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)", one) for one in moments)
    for item in feed["items"]:
        path, _, fragment = item["url"].removeprefix("https://canal.example/").partition("#")
        assert path in files and (not fragment or f'id="{fragment}"' in str(files[path]))


def test_settled_forecast_is_an_entry_of_its_own() -> None:
    dossier = canal()
    at = lambda section, item: item  # noqa: E731
    before, after = (
        {entry.id for entry in entries(replace(dossier, forecasts=(replace(dossier.forecasts[0], state=state),)), at)}
        for state in ("open", "came-true"))
    assert len(after - before) == 1


@pytest.mark.parametrize(("given", "expected"), [
    ("2031-05-06", "2031-05-06T00:00:00Z"), ("2031-05-06T04:00", "2031-05-06T04:00:00Z"),
    ("2031-05-06T04:00+02:00", "2031-05-06T04:00:00+02:00"),
    ("2031-06-01T10:00:00.123456+00:00", "2031-06-01T10:00:00.123456+00:00")])
def test_moments_are_rfc_3339(given: str, expected: str) -> None:
    assert moment(given) == expected


def test_feed_survives_what_xml_cannot_hold() -> None:
    dossier = canal()
    files = render(replace(dossier, title="a\x02b <b>", timeline=tuple(
        replace(event, text=f"{event.text} \x0b]]>") for event in dossier.timeline)))
    assert ElementTree.fromstring(str(files["feed.atom"])).findtext(f"{{{ATOM}}}title") == "a�b <b>"


def test_json_ld_is_json_and_cannot_end_its_element() -> None:
    dossier = replace(canal(), title=f"{HOSTILE}</script><!--")
    text = str(json_ld(dossier))
    assert "<" not in text
    record = json.loads(text)
    assert record["headline"] == dossier.title and record["@type"] == "AnalysisNewsArticle"
    assert len(record["isBasedOn"]) == len(dossier.reports) <= MOST_REPORTS


def test_card_is_a_picture_of_the_open_graph_size_and_the_same_each_time() -> None:
    picture = render(canal())["card.png"]
    assert isinstance(picture, bytes) and picture == render(canal())["card.png"]
    assert Image.open(io.BytesIO(picture)).size == (1200, 630)
    lopsided = replace(canal().counts, agreed=1, disputed=1, single=5000)
    assert render(replace(canal(), counts=lopsided))["card.png"]


def named(dossier: Dossier, *names: str) -> Dossier:
    """The dossier with only these people, and reports of its own."""
    person = dossier.people[0]
    reports = tuple(row.id for row in dossier.reports)
    return replace(dossier, places=(), people=tuple(replace(person, name=name, reports=reports) for name in names))


def test_related_stories_share_names_or_reports_and_say_which() -> None:
    own = named(canal(), "Runa Ostby", "Teodor Kalvik", "Ilsa Verrin")
    near = replace(named(canal(), "Runa Ostby", "Teodor Kalvik"), title="Near", reports=())
    far = replace(named(canal(), "Somebody Else"), title="Far", reports=())
    near = replace(near, people=tuple(replace(one, reports=one.reports[:2]) for one in near.people))
    found = related(own, [("far", far), ("near", near), ("same", canal())])
    assert [item.name for item in found] == ["same", "near"]
    assert found[0].why.startswith("5 reports in both")
    assert found[1].why == "2 names in common: Runa Ostby, Teodor Kalvik"
