"""axe-core finds nothing on any kind of page, light and dark, wide and narrow."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Literal

import pytest

import reportedly
from reportedly.show.web.lists import LIST_PAGES
from reportedly.show.web.pages import Pages
from tests.browsers import CHROMIUM
from tests.served import serving

if TYPE_CHECKING:
    from playwright.sync_api import Browser

axe = pytest.importorskip("axe_playwright_python.sync_playwright")
sync_api = pytest.importorskip("playwright.sync_api")
pytestmark = [pytest.mark.browser, pytest.mark.skipif(not CHROMIUM.exists(), reason="Chromium is not installed")]


@pytest.fixture(scope="module")
def addresses(tmp_path_factory: pytest.TempPathFactory) -> Iterator[list[str]]:
    """One address of every kind of page of the example, served, and of its report with most cited spans."""
    folder = tmp_path_factory.mktemp("axe") / "gate"
    story = reportedly.build(["examples/reports"], folder, now="2031-06-30T00:00:00+00:00")
    pages = Pages(story.dossier, served=True)
    reports = max((name for name in pages.names if name.startswith("reports/")), key=lambda name: len(pages.page(name)))
    outlet = next(name for name in pages.names if name.startswith("sources/"))
    items = [f"items/{getattr(story.dossier, section)[0].id}.html" for section in
             ("timeline", "statements", "claims", "disputes", "theories", "forecasts", "knowledge", "people", "places")
             if getattr(story.dossier, section)]
    with serving([story]) as base:
        yield [f"{base}/", *(f"{base}/gate/{name}" for name in (
            "index.html", "method.html", "judgements.html", *(f"{name}.html" for name in LIST_PAGES), reports,
            outlet, *items,
            "search.html?q=gate", "search.html?q=gate&in=names", "nothing.html", "statements.html?kind=direct"))]


@pytest.mark.parametrize("width", [390, 1280])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing(browser: Browser, addresses: list[str], scheme: Literal["light", "dark"],
                           width: int) -> None:
    context = browser.new_context(color_scheme=scheme, viewport={"width": width, "height": 900})
    page = context.new_page()
    found = []
    for address in addresses:
        page.goto(address)
        page.evaluate("document.querySelectorAll('details').forEach((fold) => { fold.open = true; })")
        found += [f"{address.partition('/gate')[2]}: {rule['id']}: {node['html'][:150]}"
                  for rule in axe.Axe().run(page).response["violations"] for node in rule["nodes"][:2]]
    context.close()
    assert len(addresses) > 20
    assert not found, "\n".join(found)
