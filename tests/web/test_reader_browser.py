"""The reader in Chromium: without JavaScript, by keyboard, printed, and how it comes up."""

from __future__ import annotations

import io
import unicodedata
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

import reportedly
from reportedly.show.citations import cited_spans
from reportedly.show.web.context import grounded
from tests.browsers import CHROMIUM
from tests.served import serving

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

    from reportedly.show.api import Story

pypdf = pytest.importorskip("pypdf")
sync_api = pytest.importorskip("playwright.sync_api")
pytestmark = [pytest.mark.browser, pytest.mark.skipif(not CHROMIUM.exists(), reason="Chromium is not installed")]


@pytest.fixture(scope="module")
def story(tmp_path_factory: pytest.TempPathFactory) -> Story:
    """The example, built."""
    return reportedly.build(["examples/reports"], tmp_path_factory.mktemp("reader") / "gate",
                            now="2031-06-30T00:00:00+00:00")


@pytest.fixture(scope="module")
def folder(story: Story, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Its static folder."""
    path = tmp_path_factory.mktemp("folder")
    story.export("html", path)
    return path


@pytest.fixture
def plain(browser: Browser) -> Iterator[Page]:
    """A page without JavaScript."""
    context = browser.new_context(java_script_enabled=False, viewport={"width": 1280, "height": 800})
    yield context.new_page()
    context.close()


def test_every_cited_span_lights_up_without_javascript(plain: Page, folder: Path, story: Story) -> None:
    for article_id, spans in cited_spans(grounded(story.dossier)).items():
        plain.goto((folder / f"reports/{article_id}.html").as_uri())
        unlit = []
        for span in spans:
            plain.goto((folder / f"reports/{article_id}.html").as_uri() + f"#s-{span.start}-{span.end}")
            lit = plain.evaluate("""() => {
                const walker = document.createTreeWalker(document.querySelector("article.text"), NodeFilter.SHOW_TEXT);
                const plain = "rgba(0, 0, 0, 0)";
                let words = "";
                while (walker.nextNode()) {
                    let at = walker.currentNode.parentElement;
                    while (at.tagName === "SPAN" && getComputedStyle(at).backgroundColor === plain)
                        at = at.parentElement;
                    if (at.tagName === "SPAN") words += walker.currentNode.data;
                }
                return words;
            }""")
            if "".join(lit.split()) != "".join(span.exact.split()):
                unlit.append((span.exact, lit))
        assert not unlit, article_id


def test_every_section_is_reached_without_javascript(plain: Page, folder: Path) -> None:
    plain.goto((folder / "index.html").as_uri())
    for link in plain.locator("nav[aria-label=Sections] a").all():
        name = (link.get_attribute("href") or "").partition("#")[2]
        link.click()
        assert plain.locator(f"#{name}").is_visible()
        assert plain.locator(f"#{name}").bounding_box() is not None


def test_layers_are_switched_without_javascript(plain: Page, folder: Path) -> None:
    path = max(folder.glob("reports/*.html"), key=lambda path: path.read_text().count("l-says"))
    plain.goto(path.as_uri())
    says = plain.locator("article.text .l-says").first
    colour = "element => getComputedStyle(element).backgroundColor"
    assert says.evaluate(colour) == "rgba(0, 0, 0, 0)"
    plain.get_by_label("Who says what").check()
    assert says.evaluate(colour) != "rgba(0, 0, 0, 0)"
    furniture = plain.locator(".furniture").first
    if furniture.count():
        assert furniture.is_visible()
        plain.get_by_label("Page furniture").uncheck()
        assert not furniture.is_visible()


def test_previous_and_next_span_by_keyboard(browser: Browser, folder: Path) -> None:
    context = browser.new_context()
    page = context.new_page()
    path = max(folder.glob("reports/*.html"), key=lambda path: path.read_text().count("data-span"))
    page.goto(path.as_uri())
    wanted = [row.get_attribute("data-span") for row in page.locator("li[data-span]").all()[:3]]
    page.get_by_role("button", name="Next").focus()
    for name in wanted:
        page.keyboard.press("Enter")
        page.wait_for_url(f"**#{name}", timeout=5000)
    page.get_by_role("button", name="Previous").focus()
    page.keyboard.press("Enter")
    page.wait_for_url(f"**#{wanted[1]}", timeout=5000)
    context.close()


def bare(text: str) -> str:
    """Letters and digits alone: how a PDF gives marks, ligatures and spaces is its own affair."""
    return "".join(filter(str.isalnum, unicodedata.normalize("NFKC", text)))


def test_printed_page_has_every_section_and_numbered_endnotes(browser: Browser, folder: Path) -> None:
    context = browser.new_context()
    page = context.new_page()
    page.goto((folder / "index.html").as_uri())
    notes = page.locator(".endnotes li").all_text_contents()
    assert notes and not page.locator(".endnotes").is_visible()
    pdf = pypdf.PdfReader(io.BytesIO(page.pdf(format="A4")))
    printed = " ".join(" ".join(part.extract_text().split()) for part in pdf.pages)
    for heading in page.locator("main > section > h2").all_text_contents():
        assert heading in printed
    for number, note in enumerate(notes, 1):
        assert bare(f"{number}.{note}")[:60] in bare(printed), note
        assert f"[{number}]" in "".join(printed.split())
    page.emulate_media(media="print")
    page.set_viewport_size({"width": 700, "height": 1000})
    assert page.evaluate("document.documentElement.scrollWidth") <= 700
    context.close()


def test_first_view_comes_up_still_and_asks_nobody_else(browser: Browser, story: Story) -> None:
    with serving([story]) as base:
        context = browser.new_context(viewport={"width": 1280, "height": 900})
        page = context.new_page()
        asked: list[str] = []
        page.on("request", lambda request: asked.append(request.url))
        page.add_init_script("""
            window.shift = 0; window.paint = 0;
            new PerformanceObserver((list) => { for (const one of list.getEntries()) window.shift += one.value; })
                .observe({type: "layout-shift", buffered: true});
            new PerformanceObserver((list) => { for (const one of list.getEntries()) window.paint = one.startTime; })
                .observe({type: "largest-contentful-paint", buffered: true});""")
        for _ in range(2):
            page.goto(f"{base}/gate/index.html")
            page.wait_for_timeout(300)
        assert page.evaluate("window.shift") < 0.01
        assert 0 < page.evaluate("window.paint") < 1000
        assert all(url.startswith(base) for url in asked)
        context.close()
