"""Correcting a served story in Chromium: by keyboard alone, without JavaScript, and under a password."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

import reportedly
from reportedly.show.api import Story
from reportedly.store.judgements import read
from tests.browsers import CHROMIUM
from tests.served import serving

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

sync_api = pytest.importorskip("playwright.sync_api")
pytestmark = [pytest.mark.browser, pytest.mark.skipif(not CHROMIUM.exists(), reason="Chromium is not installed")]
TEXT = ("The lock gate at Osmarra failed on Tuesday. Teodor Kalvik said the gate had been inspected in March. "
        "Runa Ostby said nobody had been hurt.")
PASSWORD = "tide gate eel memo"


@pytest.fixture
def story(tmp_path: Path) -> Story:
    """A story of one report."""
    (tmp_path / "gannet.txt").write_text(TEXT)
    return reportedly.build([tmp_path / "gannet.txt"], tmp_path / "canal", published="2031-05-07", outlet="The Gannet",
                            now="2031-06-01T10:00:00+00:00")


def to(page: Page, selector: str, key: str = "Tab") -> None:
    """Press a key until the focus is on what the selector gives."""
    for _ in range(150):
        if page.evaluate("selector => document.activeElement.matches(selector)", selector):
            return
        page.keyboard.press(key)
    raise AssertionError(f"{selector} is not reached by keyboard")


def fill(page: Page, form: str, **typed: str) -> None:
    """Type into the fields of a form by keyboard, and send it."""
    for name, words in typed.items():
        to(page, f"#{form}-{name}")
        page.keyboard.press("Control+A")
        page.keyboard.type(words)
    page.keyboard.press("Enter")


def person(story: Story, name: str) -> str:
    story.forget()
    return next(f"items/{one.id}.html" for one in story.people if one.name == name)


@pytest.mark.parametrize("scripted", [True, False])
def test_two_names_are_merged_and_parted_again_by_keyboard(browser: Browser, story: Story, scripted: bool) -> None:
    context = browser.new_context(java_script_enabled=scripted)
    page = context.new_page()
    with serving([story]) as base:
        page.goto(f"{base}/canal/{person(story, 'Teodor Kalvik')}")
        to(page, "summary:has(~ form #merge-other)")
        page.keyboard.press("Enter")
        fill(page, "merge", other="Nobody Atall", who="Ana Ruiz", reason="one office")
        page.wait_for_selector("#problem:focus")
        to(page, "#problem a")
        page.keyboard.press("Enter")
        fill(page, "merge", other="Runa Ostby")
        page.wait_for_selector(".told[role=status]:focus")
        names = next({one.name, *one.aliases} for one in reportedly.open(story.path).people)
        assert {"Teodor Kalvik", "Runa Ostby"} <= names
        to(page, ".told summary")
        page.keyboard.press("Enter")
        undo = page.locator(".told input[name=form]").get_attribute("value")
        assert page.locator(f"#{undo}-who").input_value() == "Ana Ruiz"
        fill(page, str(undo), reason="two people after all")
        page.wait_for_function("address => location.href !== address", arg=page.url)
        page.wait_for_selector(".told[role=status]:focus")
        assert {"Teodor Kalvik", "Runa Ostby"} <= {one.name for one in reportedly.open(story.path).people}
    assert [item.kind for item in read(story.path)[0]] == ["same", "undo"]
    context.close()


def test_a_browser_is_asked_for_the_password_and_sends_the_form_again(browser: Browser, story: Story) -> None:
    with serving([story], password=PASSWORD) as base:
        for password, kinds in (("wrong", []), (PASSWORD, ["note"])):
            context = browser.new_context(http_credentials={"username": "ana", "password": password})
            page = context.new_page()
            page.goto(f"{base}/canal/{person(story, 'Teodor Kalvik')}")
            page.locator("summary", has_text="A remark").click()
            page.fill("#note-words", "seen by three")
            page.fill("#note-who", "Ana Ruiz")
            page.fill("#note-reason", "asked them")
            page.locator("#note-reason").press("Enter")
            page.wait_for_load_state()
            page.wait_for_timeout(300)
            assert [item.kind for item in read(story.path)[0]] == kinds
            context.close()


def test_a_form_on_another_site_writes_nothing(browser: Browser, story: Story, tmp_path: Path) -> None:
    page = browser.new_page()
    with serving([story]) as base, serving([story]) as other:
        page.goto(f"{base}/canal/{person(story, 'Teodor Kalvik')}")
        token = page.locator("input[name=token]").first.get_attribute("value")
        (tmp_path / "other.html").write_text(
            f"<form method=post action='{base}/canal/{person(story, 'Teodor Kalvik')}'>"
            f"<input name=token value='{token}'><input name=form value=note><input name=words value=x>"
            "<input name=who value=x><input name=reason value=x><button>Win</button></form>")
        page.goto((tmp_path / "other.html").as_uri())
        page.click("button")
        page.wait_for_selector("text=only from a page of this server")
        assert other != base and not read(story.path)[0]
    page.close()


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing_on_forms_notices_and_problems(browser: Browser, story: Story, scheme: str) -> None:
    axe = pytest.importorskip("axe_playwright_python.sync_playwright")
    context = browser.new_context(color_scheme="dark" if scheme == "dark" else "light")
    page = context.new_page()
    found = []
    story.judge("Bo", reason="well known", now="2031-06-02T10:00:00+00:00").grade("The Gannet", "B")
    with serving([story]) as base:
        address = f"{base}/canal/{person(story, 'Teodor Kalvik')}"
        for words, notice in (("seen by three", "role=status"), (" ", "role=alert")):
            page.goto(address)
            page.locator("summary", has_text="A remark").click()
            for name, typed in (("words", words), ("who", "Ana Ruiz"), ("reason", "asked them")):
                page.fill(f"#note-{name}", typed)
            page.locator("#note-reason").press("Enter")
            page.wait_for_selector(f".told[{notice}]:focus")
            found += violations(axe, page)
        for name in ("judgements.html", "sources/the-gannet.html"):
            page.goto(f"{base}/canal/{name}")
            found += violations(axe, page)
    context.close()
    assert not found, "\n".join(found)


def violations(axe: Any, page: Page) -> list[str]:
    """What axe-core finds, everything folded away shown."""
    page.evaluate("document.querySelectorAll('details').forEach((fold) => { fold.open = true; })")
    return [f"{page.url}: {rule['id']}: {node['html'][:150]}"
            for rule in axe.Axe().run(page).response["violations"] for node in rule["nodes"][:2]]


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [320, 1280])
def test_forms_fit_and_are_large_enough_to_hit(browser: Browser, story: Story, scheme: str, width: int) -> None:
    context = browser.new_context(color_scheme="dark" if scheme == "dark" else "light",
                                  viewport={"width": width, "height": 800})
    page = context.new_page()
    with serving([story]) as base:
        page.goto(f"{base}/canal/{person(story, 'Teodor Kalvik')}")
        page.evaluate("document.querySelectorAll('details').forEach((fold) => { fold.open = true; })")
        assert page.evaluate("document.documentElement.scrollWidth") <= width
        heights = page.locator(".correction :is(input:not([type=hidden]), select, textarea, button), "
                               "summary:has(~ form)").evaluate_all(
            "all => all.map(one => Math.min(one.getBoundingClientRect().height, one.getBoundingClientRect().width))")
        assert len(heights) > 10 and min(heights) >= 24
    context.close()
