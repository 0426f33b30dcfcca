"""The reader on localhost: every address asked for as a browser asks, over a story on disk."""

from __future__ import annotations

import asyncio
import json
import re
import shutil
from pathlib import Path
from typing import Any

import httpx
import pytest
from lxml import html

import reportedly
from reportedly.show.web.guard import HEADERS
from reportedly.show.web.pages import render
from reportedly.show.web.server import Served, application, named

HOSTS = ("localhost",)
TEXT = ("The lock gate at Osmarra failed on Tuesday. Harbour master Teodor Kalvik said the gate had been inspected in "
        "March. <script>alert(1)</script> stood on the wall, Kalvik said.")


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("served")
    (folder / "gannet.txt").write_text(TEXT)
    reportedly.build([folder / "gannet.txt"], folder / "canal", published="2031-05-07", outlet="The Gannet",
                     now="2031-06-01T10:00:00+00:00", title="The Osmarra lock")
    return folder / "canal"


@pytest.fixture
def stories(built: Path, tmp_path: Path) -> dict[str, Served]:
    shutil.copytree(built, tmp_path / "canal")
    return named([reportedly.open(tmp_path / "canal")])


def ask(stories: dict[str, Served], address: str, *, method: str = "GET", host: str = "localhost") -> httpx.Response:
    async def asked() -> httpx.Response:
        transport = httpx.ASGITransport(application(stories, HOSTS))
        async with httpx.AsyncClient(transport=transport, base_url=f"http://{host}") as client:
            return await client.request(method, address)

    return asyncio.run(asked())


def report_address(stories: dict[str, Served]) -> str:
    return next(name for name in stories["canal"].pages.names if name.startswith("reports/"))


def test_index_lists_the_stories_and_links_lead_to_them(stories: dict[str, Served]) -> None:
    links = html.document_fromstring(ask(stories, "/").text).xpath("//main//a")
    assert [(link.text, link.get("href")) for link in links] == [("The Osmarra lock", "/canal/index.html")]
    assert ask(stories, "/canal/").headers["location"].endswith("/canal/index.html")


def test_every_page_of_the_folder_is_served_and_every_one_has_its_json(stories: dict[str, Served]) -> None:
    for name in render(stories["canal"].story.dossier):
        answer = ask(stories, f"/canal/{name}")
        assert answer.status_code == 200, name
        assert {key: answer.headers[key] for key in HEADERS} == HEADERS
        if name.endswith(".html"):
            assert json.loads(ask(stories, f"/canal/{name[:-5]}.json").text) is not None, name


def test_links_between_pages_are_served(stories: dict[str, Served]) -> None:
    page = html.document_fromstring(ask(stories, "/canal/index.html").text)
    local = {link.split("#")[0] for link in page.xpath("//a/@href") if "://" not in link} - {""}
    assert report_address(stories) in local
    assert {link: ask(stories, f"/canal/{link}").status_code for link in local} == dict.fromkeys(local, 200)


def test_found_sentence_opens_as_a_target(stories: dict[str, Served]) -> None:
    page = html.document_fromstring(ask(stories, "/canal/search.html?q=gate+inspected").text)
    assert {mark.text for mark in page.xpath("//main//mark")} == {"gate", "inspected"}
    address, fragment = page.xpath("//section[@aria-labelledby='in-sentences']//a/@href")[0].split("#")
    report = html.document_fromstring(ask(stories, f"/canal/{address}").text)
    assert "inspected in March" in report.get_element_by_id(fragment).text_content()
    groups = {kind: number for kind, _, number in ask(stories, "/canal/search.json?q=inspected").json()["groups"]}
    assert groups["sentences"] and groups["statements"]


def test_search_finds_names_and_is_narrowed_by_kind_and_outlet(stories: dict[str, Served]) -> None:
    page = html.document_fromstring(ask(stories, "/canal/search.html?q=kalvik").text)
    assert [str(one) for one in page.xpath("//main/section/@aria-labelledby")][:1] == ["title"]
    assert page.xpath("//section[@aria-labelledby='in-names']//a[contains(., 'Kalvik')]/@href")
    page = html.document_fromstring(ask(stories, "/canal/search.html?q=kalvik&in=names").text)
    assert page.xpath("//main/section/@aria-labelledby") == ["title", "in-names"]
    assert page.xpath("//select[@name='in']/option[@selected]/@value") == ["names"]
    nobody = html.document_fromstring(ask(stories, "/canal/search.html?q=kalvik&outlet=Nobody").text)
    assert "Nothing in these reports" in nobody.text_content()
    refused = ask(stories, "/canal/search.html?q=kalvik&in=dreams")
    assert refused.status_code == 422 and refused.text.startswith("in='dreams'")


def test_statements_are_narrowed_by_facets_in_the_address(stories: dict[str, Served]) -> None:
    every = html.document_fromstring(ask(stories, "/canal/statements.html").text)
    [speaker] = every.xpath("//select[@name='speaker']/option[contains(., 'Kalvik')]/@value")
    page = html.document_fromstring(ask(stories, f"/canal/statements.html?speaker={speaker}&kind=indirect").text)
    assert set(page.xpath("//ol[@class='ledger']/li/@data-speaker")) == {speaker}
    assert set(page.xpath("//ol[@class='ledger']/li/@data-kind")) == {"indirect"}
    assert page.xpath("//select[@name='kind']/option[@selected]/@value") == ["indirect"]


@pytest.mark.parametrize(("asked", "status", "words"), [
    ("mood=good", 422, "mood is no facet"), ("page=two", 422, "page='two'"), ("page=0", 422, "page='0'"),
    ("page=99", 404, "Nothing at this address"), ("speaker=Nobody", 200, "0 of")])
def test_bad_facets_are_named(stories: dict[str, Served], asked: str, status: int, words: str) -> None:
    answer = ask(stories, f"/canal/statements.html?{asked}")
    assert answer.status_code == status and words in answer.text


def test_search_without_words_and_without_hits_say_so(stories: dict[str, Served]) -> None:
    assert "Search the reports" in ask(stories, "/canal/search.html").text
    answer = ask(stories, "/canal/search.html?q=%22%3Cscript%3Ealert(1)")
    assert answer.status_code == 200 and "<script>alert" not in answer.text


@pytest.mark.parametrize("address", ["/canal/nothing.html", "/canal/nothing.json", "/canal/a/b/../../../etc/passwd",
                                     "/canal/reports/a-nothing.html"])
def test_unknown_page_is_404_with_a_search(stories: dict[str, Served], address: str) -> None:
    answer = ask(stories, address)
    assert answer.status_code == 404
    if address.startswith("/canal/n"):
        page = html.document_fromstring(answer.text)
        assert page.xpath("//form[@role='search']/@action") == ["search.html"]


def test_unknown_story_is_404_with_the_stories(stories: dict[str, Served]) -> None:
    answer = ask(stories, "/flood/index.html")
    assert answer.status_code == 404 and "The Osmarra lock" in answer.text


@pytest.mark.parametrize("span", ["x", "5-3", "0-99999", "-1-4", "3"])
def test_bad_span_is_422_and_names_the_parameter(stories: dict[str, Served], span: str) -> None:
    answer = ask(stories, f"/canal/{report_address(stories)}?span={span}")
    assert answer.status_code == 422 and answer.text.startswith("span=")


@pytest.mark.parametrize("method", ["POST", "PUT", "DELETE", "PATCH"])
def test_nothing_can_be_written(stories: dict[str, Served], method: str) -> None:
    assert ask(stories, "/canal/index.html", method=method).status_code == 405


def test_another_host_name_is_refused(stories: dict[str, Served]) -> None:
    assert ask(stories, "/canal/index.html", host="news.example").status_code == 400


def test_words_of_reports_cannot_run(stories: dict[str, Served]) -> None:
    for name in stories["canal"].pages.names:
        if name.endswith(".html"):
            text = ask(stories, f"/canal/{name}").text
            assert "<script>alert" not in text
            assert re.findall(r"<script (?!type=.application/ld.json)[^>]*>", text) == [
                f'<script src="{"../" if "/" in name else ""}page.js" defer>'], name


def test_judgement_is_seen_at_the_next_request(stories: dict[str, Served]) -> None:
    assert "Ada Quill" not in ask(stories, "/canal/people.html").text
    path = stories["canal"].story.path
    reportedly.open(path).judge("Ana Ruiz", now="2031-06-02T10:00:00+00:00").name("Teodor Kalvik", "Ada Quill")
    assert "Ada Quill" in ask(stories, "/canal/people.html").text


def test_two_stories_of_one_folder_name_have_two_addresses(built: Path, tmp_path: Path) -> None:
    shutil.copytree(built, tmp_path / "canal")
    assert list(named(map(reportedly.open, (built, tmp_path / "canal")))) == ["canal", "canal-2"]


def test_every_item_has_a_page_under_each_of_its_ids(stories: dict[str, Served]) -> None:
    dossier = stories["canal"].story.dossier
    items: list[Any] = [*dossier.timeline, *dossier.statements, *dossier.claims, *dossier.people, *dossier.places]
    assert len(items) > 3
    for name in {member for item in items for member in (item.id, *getattr(item, "members", ()))}:
        page = html.document_fromstring(ask(stories, f"/canal/items/{name}.html").text)
        assert page.xpath("//section[@aria-labelledby='words']//mark"), name
        assert ask(stories, f"/canal/items/{name}.json").json()["id"] == name


def test_page_of_a_person_gives_what_they_said_and_links_back(stories: dict[str, Served]) -> None:
    person = next(item for item in stories["canal"].story.people if item.name == "Teodor Kalvik")
    page = html.document_fromstring(ask(stories, f"/canal/items/{person.id}.html").text)
    assert page.xpath("//section[@aria-labelledby='words']//dl//a[contains(@href, '#s-')]")
    said = page.xpath("//section[@aria-labelledby='says']//li/p/a/@href")
    assert said and all(ask(stories, f"/canal/items/{address}").status_code == 200 for address in said)


def test_beginning_of_an_id_is_no_address(stories: dict[str, Served]) -> None:
    name = stories["canal"].story.dossier.statements[0].id
    assert ask(stories, f"/canal/items/{name[:-2]}.html").status_code == 404


def test_what_changed_since_a_day_or_revision(stories: dict[str, Served], tmp_path: Path) -> None:
    alone = ask(stories, "/canal/changed.html")
    assert alone.status_code == 200 and "the story has one revision" in alone.text
    (tmp_path / "more.txt").write_text("Fire chief Runa Ostby said twelve barges sank on Wednesday.")
    reportedly.add(stories["canal"].story.path, [tmp_path / "more.txt"], published="2031-06-02", outlet="Courier",
                   now="2031-06-02T10:00:00+00:00")
    page = html.document_fromstring(ask(stories, "/canal/changed.html").text)
    assert "1 report came" in " ".join(page.text_content().split())
    assert "twelve barges" in page.text_content()
    assert ask(stories, "/canal/changed.json?since=2031-06-02").json()["since"] == 1
    for asked, words in (("since=yesterday", "since='yesterday'"), ("revision=x", "revision='x'"),
                         ("revision=77", "revision=77"), ("since=2031-01-01", "nothing was known before")):
        answer = ask(stories, f"/canal/changed.html?{asked}")
        assert answer.status_code == 422 and words in answer.text


def test_oembed_answers_for_its_own_addresses_only(stories: dict[str, Served]) -> None:
    own = ask(stories, "/canal/oembed.json?url=http://localhost/canal/timeline.html").json()
    assert own["type"] == "link" and own["title"] == "The Osmarra lock"
    assert ask(stories, own["thumbnail_url"].removeprefix("http://localhost")).headers["content-type"] == "image/png"
    assert ask(stories, "/canal/oembed.json?url=http://elsewhere.example/").status_code == 404
    assert ask(stories, "/canal/oembed.json?format=xml").status_code == 501
