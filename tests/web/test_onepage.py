"""The dossier as one page: nothing outside it is needed, and every link leads to a place inside it."""

from __future__ import annotations

import re
from base64 import b64encode
from dataclasses import replace
from functools import cache
from hashlib import sha256
from pathlib import Path
from urllib.parse import urldefrag

import pytest
from lxml import html

from reportedly.records.annotation import AnnotatedArticle
from reportedly.show.web.onepage import one_page
from tests.browsers import ARGUMENTS, CHROMIUM
from tests.dossiers import HOSTILE, article, canal, crowded


@cache
def page() -> html.HtmlElement:
    """The page of the canal dossier, parsed."""
    return html.document_fromstring(one_page(canal()))


def test_same_dossier_gives_same_bytes() -> None:
    assert one_page(canal()) == one_page(canal())


def test_policy_lets_in_the_one_style_and_nothing_else() -> None:
    text = one_page(canal())
    [style] = re.findall(r"<style>(.*?)</style>", text, re.DOTALL)
    digest = b64encode(sha256(style.encode()).digest()).decode()
    [policy] = page().xpath("//meta[@http-equiv='Content-Security-Policy']/@content")
    assert policy == f"default-src 'none'; style-src 'sha256-{digest}'; base-uri 'none'; form-action 'none'"
    assert not page().xpath("//script | //link | //img | //iframe | //form | //*[@style] | //@src")


def test_every_link_leads_to_a_place_in_the_page() -> None:
    ids = page().xpath("//@id")
    assert len(ids) == len(set(ids))
    for link in page().xpath("//a/@href"):
        path, fragment = urldefrag(str(link))
        assert path.startswith("https://") or (not path and fragment in ids), link
    for labels in page().xpath("//@aria-labelledby"):
        assert labels in ids


def test_cited_words_are_the_targets_words() -> None:
    links = page().xpath("//a[@class='cite'][contains(@href, '-s-')]/@href")
    assert len(links) > 20
    for link in links:
        [target] = page().xpath(f"//*[@id='{str(link)[1:]}']")
        report, start, end = re.match(r"#(r-\w+)-s-(\d+)-(\d+)", str(link)).groups()  # type: ignore[union-attr]
        words = next(item.article.text for item in canal().articles if item.article.id == report)
        assert words[int(start):int(end)] in str(target.text_content())


def test_crossing_spans_are_shown_apart() -> None:
    dossier = canal()
    report = dossier.articles[0].article
    start = report.text.index("A lock gate")
    spans = (report.span(start, start + 20), report.span(start + 7, start + 40))
    events = tuple(replace(event, chosen=span, spans=(span,))
                   for event, span in zip(dossier.timeline[:2], spans, strict=True))
    found = html.document_fromstring(one_page(replace(dossier, timeline=events)))
    assert not found.xpath("//*[starts-with(@class, 'x0')]"), "numbers would be the same in every report"
    apart = found.xpath(f"//p[@class='excerpt'][@id='{report.id}-s-{spans[1].start}-{spans[1].end}']/mark")
    assert [mark.text_content() for mark in apart] == [spans[1].exact]


def test_every_section_and_every_report_is_there() -> None:
    sections = page().xpath("//main/section/@id")
    assert sections[0] == "brief" and sections[-1] == "reports" and "timeline" in sections and "unknown" in sections
    assert page().xpath("//section[@id='reports']/article/@id") == [item.article.id for item in canal().articles]
    levels = [int(str(item.tag)[1]) for item in page().iter("h1", "h2", "h3", "h4")]
    assert levels[0] == 1 and levels.count(1) == 1


def test_hostile_words_stay_words() -> None:
    evil = canal()
    report = article(f"{HOSTILE}\n</style><script>alert(2)</script>", HOSTILE, "2031-05-06")
    evil = replace(evil, title=HOSTILE, note=HOSTILE, articles=(*evil.articles, AnnotatedArticle(article=report)))
    found = html.document_fromstring(one_page(evil))
    assert not found.xpath("//script") and len(found.xpath("//style")) == 1
    assert "alert(2)" in found.xpath(f"//article[@id='{report.id}']")[0].text_content()


def test_a_crowded_story_is_one_page_too() -> None:
    assert one_page(crowded(20)).count('class="entry') == 120


@pytest.mark.browser
@pytest.mark.skipif(not CHROMIUM.exists(), reason="Chromium is not installed")
def test_style_applies_and_a_span_lights_up_without_a_script(tmp_path: Path) -> None:
    sync_api = pytest.importorskip("playwright.sync_api")
    path = tmp_path / "story.html"
    path.write_text(one_page(canal()), encoding="utf-8")
    with sync_api.sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=str(CHROMIUM), args=ARGUMENTS)
        shown = browser.new_context(java_script_enabled=False, color_scheme="light",
                                    viewport={"width": 390, "height": 800}).new_page()
        messages: list[str] = []
        shown.on("console", lambda message: messages.append(message.text))
        shown.goto(path.as_uri())
        assert shown.evaluate("getComputedStyle(document.body).backgroundColor") == "rgb(251, 250, 246)"
        assert shown.evaluate("document.documentElement.scrollWidth") <= 390
        shown.locator("#statements .cite").first.click()
        words = shown.locator("span:target")
        assert words.inner_text() == "“At least nine people are missing,”"
        assert words.evaluate("element => getComputedStyle(element).backgroundColor") == "rgb(255, 229, 138)"
        assert messages == []
        browser.close()
