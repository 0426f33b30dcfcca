#!/usr/bin/env python3
"""Pictures of every section of the example's pages into docs/pictures, by Chromium.

    python -m docs.pictures out/example/story
"""

from __future__ import annotations

import sys
from pathlib import Path

from playwright.sync_api import Browser, sync_playwright

import reportedly
from tests.browsers import ARGUMENTS, CHROMIUM
from tests.served import serving

FOLDER = Path(__file__).parent / "pictures"
SECTIONS = ("brief", "timeline", "statements", "knowledge", "disputes", "theories", "forecasts", "sources", "people",
            "unknown")
MOST_HIGH = 1500
"""Pixels of a section that a picture shows."""


def shoot(browser: Browser, address: str, name: str, section: str | None, *, width: int, dark: bool = False) -> None:
    """One picture: of a section, or of what the window shows."""
    page = browser.new_page(viewport={"width": width, "height": 900}, color_scheme="dark" if dark else "light")
    page.goto(address)
    path = FOLDER / f"{name}-{width}{'-dark' if dark else ''}.png"
    box = page.locator(f"#{section}").bounding_box() if section else None
    if box is None:
        page.screenshot(path=path)
    else:
        page.screenshot(path=path, full_page=True, clip={**box, "x": 0, "width": width,
                                                         "height": min(box["height"], MOST_HIGH)})
    page.close()


def main() -> None:
    story = reportedly.open(sys.argv[1])
    FOLDER.mkdir(exist_ok=True)
    with serving([story]) as base, sync_playwright() as playwright:
        address = f"{base}/{story.path.name}"
        browser = playwright.chromium.launch(executable_path=str(CHROMIUM), args=ARGUMENTS)
        for section in SECTIONS:
            shoot(browser, f"{address}/index.html", section, section, width=1280)
        for width, dark in ((1280, False), (1280, True), (390, False), (390, True)):
            shoot(browser, f"{address}/index.html", "first-view", None, width=width, dark=dark)
        event = story.dossier.timeline[0]
        span = f"reports/{event.chosen.article_id}.html#s-{event.chosen.start}-{event.chosen.end}"
        shoot(browser, f"{address}/{span}", "report", None, width=1280)
        shoot(browser, f"{address}/items/{story.dossier.disputes[0].id}.html", "item", None, width=1280)
        shoot(browser, f"{address}/search.html?q=gate", "search", None, width=1280)
        browser.close()


if __name__ == "__main__":
    main()
