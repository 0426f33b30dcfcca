"""The static folder in Chromium, from disk and without JavaScript."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Literal

import pytest

from reportedly.show.export.formats import export
from tests.browsers import CHROMIUM
from tests.dossiers import canal

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

sync_api = pytest.importorskip("playwright.sync_api")
pytestmark = [pytest.mark.browser, pytest.mark.skipif(not CHROMIUM.exists(), reason="Chromium is not installed")]


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The canal dossier, written."""
    path = tmp_path_factory.mktemp("dossier")
    export(canal(), "html", path)
    return path


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    """A page without JavaScript."""
    context = browser.new_context(java_script_enabled=False, viewport={"width": 1280, "height": 800})
    yield context.new_page()
    context.close()


def test_span_link_opens_the_report_at_the_highlighted_words(page: Page, folder: Path) -> None:
    page.goto((folder / "index.html").as_uri())
    page.locator("#statements .cite").first.click()
    words = page.locator("span:target")
    assert words.inner_text() == "“At least nine people are missing,”"
    colour = words.evaluate("element => getComputedStyle(element).backgroundColor")
    assert colour == "rgb(255, 229, 138)"
    assert words.is_visible()


def test_crossing_span_lights_up_too(browser: Browser, tmp_path: Path) -> None:
    dossier = canal()
    article = dossier.articles[0].article
    start = article.text.index("A lock gate")
    first, second = article.span(start, start + 20), article.span(start + 7, start + 40)
    events = tuple(replace(event, chosen=span, spans=(span,)) for event, span in
                   zip(dossier.timeline[:2], (first, second), strict=True))
    export(replace(dossier, timeline=events), "html", tmp_path)
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto((tmp_path / f"reports/{article.id}.html").as_uri() + f"#s-{second.start}-{second.end}")
    lit = page.locator(".text span").evaluate_all(
        "all => all.filter(e => e.className.startsWith('x') && getComputedStyle(e).backgroundColor !== "
        "'rgba(0, 0, 0, 0)').map(e => e.textContent).join('')")
    assert lit == second.exact
    context.close()


@pytest.mark.parametrize("width", [320, 390, 1280])
@pytest.mark.parametrize("name", ["index.html", "statements.html", "sources.html", "method.html", "report"])
def test_nothing_scrolls_sideways(page: Page, folder: Path, name: str, width: int) -> None:
    path = sorted(folder.glob("reports/*.html"))[0] if name == "report" else folder / name
    page.set_viewport_size({"width": width, "height": 800})
    page.goto(path.as_uri())
    assert page.evaluate("document.documentElement.scrollWidth") <= width


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_style_sheet_is_applied_from_disk(browser: Browser, folder: Path, scheme: Literal["light", "dark"]) -> None:
    context = browser.new_context(color_scheme=scheme, java_script_enabled=False)
    page = context.new_page()
    page.goto((folder / "index.html").as_uri())
    paper = page.evaluate("getComputedStyle(document.body).backgroundColor")
    assert paper == ("rgb(251, 250, 246)" if scheme == "light" else "rgb(22, 24, 26)")
    context.close()


def test_script_runs_under_the_policy_and_complains_of_nothing(browser: Browser, folder: Path) -> None:
    context = browser.new_context(color_scheme="light")
    page = context.new_page()
    messages: list[str] = []
    page.on("console", lambda message: messages.append(message.text))
    page.on("dialog", lambda dialog: messages.append("a dialog was opened"))
    for path in sorted(folder.rglob("*.html")):
        page.goto(path.as_uri())
    page.goto((folder / "index.html").as_uri())
    page.get_by_role("button", name="Dark page").click()
    assert page.evaluate("document.documentElement.dataset.theme") == "dark"
    assert messages == []
    context.close()
