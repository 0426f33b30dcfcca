"""The reader on localhost in Chromium: a search, by keyboard alone, to the highlighted words and back."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

import reportedly
from tests.browsers import ARGUMENTS, CHROMIUM
from tests.served import serving

sync_api = pytest.importorskip("playwright.sync_api")
pytestmark = [pytest.mark.browser, pytest.mark.skipif(not CHROMIUM.exists(), reason="Chromium is not installed")]
TEXT = "The lock gate at Osmarra failed on Tuesday. Teodor Kalvik said the gate had been inspected in March."


@pytest.fixture
def address(tmp_path: Path) -> Iterator[str]:
    """A served story of one report, on a free port of loopback; stopped at the end."""
    (tmp_path / "gannet.txt").write_text(TEXT)
    story = reportedly.build([tmp_path / "gannet.txt"], tmp_path / "canal", published="2031-05-07", outlet="The Gannet",
                             now="2031-06-01T10:00:00+00:00")
    with serving([story]) as base:
        yield f"{base}/canal"


def test_search_by_keyboard_opens_the_highlighted_words_and_goes_back(address: str) -> None:
    with sync_api.sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=str(CHROMIUM), args=ARGUMENTS)
        page = browser.new_page()
        asked: list[str] = []
        page.on("request", lambda request: asked.append(request.url))
        page.goto(f"{address}/index.html")
        while page.evaluate("document.activeElement.id") != "q":
            page.keyboard.press("Tab")
        page.keyboard.type("inspected")
        page.keyboard.press("Enter")
        page.wait_for_url("**/search.html?q=inspected")
        while "?span=" not in page.evaluate("document.activeElement.getAttribute('href') || ''"):
            page.keyboard.press("Tab")
        page.keyboard.press("Enter")
        page.wait_for_url("**/reports/**")
        words = page.locator("span:target")
        assert words.inner_text() == "Teodor Kalvik said the gate had been inspected in March."
        assert words.evaluate("element => getComputedStyle(element).backgroundColor") != "rgba(0, 0, 0, 0)"
        page.go_back()
        assert page.url.endswith("search.html?q=inspected")
        assert all(url.startswith(address.removesuffix("/canal")) for url in asked)
        browser.close()
