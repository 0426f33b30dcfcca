"""Words and marks stand out enough in both schemes (WCAG 2.2, 1.4.3 and 1.4.11)."""

from __future__ import annotations

import re
from importlib.resources import files

import pytest

SHEET = files("reportedly.show.web").joinpath("static", "style.css").read_text("utf-8")
TEXT = [("ink", "paper"), ("soft", "paper"), ("link", "paper"), ("agreed", "paper"), ("disputed", "paper"),
        ("ink", "raised"), ("soft", "raised"), ("link", "raised"), ("disputed", "raised"), ("mark-ink", "mark"),
        ("ink", "added"), ("ink", "removed")]
MARKS = [("single", "paper"), ("mark-rule", "paper"), ("agreed", "rest")]


def _tokens(selector: str) -> dict[str, str]:
    """The colours that a rule sets."""
    rule = SHEET[SHEET.index(selector):]
    return dict(re.findall(r"--([\w-]+): (#[0-9a-f]{6});", rule[:rule.index("}")]))


SCHEMES = {"light": _tokens(":root {"), "dark": _tokens(':root[data-theme="dark"] {')}


def _luminance(colour: str) -> float:
    parts = [int(colour[at:at + 2], 16) / 255 for at in (1, 3, 5)]
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _contrast(one: str, other: str) -> float:
    light, dark = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


@pytest.mark.parametrize("scheme", SCHEMES)
@pytest.mark.parametrize(("words", "ground"), TEXT)
def test_words_have_four_and_a_half_to_one(scheme: str, words: str, ground: str) -> None:
    assert _contrast(SCHEMES[scheme][words], SCHEMES[scheme][ground]) >= 4.5


@pytest.mark.parametrize("scheme", SCHEMES)
@pytest.mark.parametrize(("mark", "ground"), MARKS)
def test_marks_have_three_to_one(scheme: str, mark: str, ground: str) -> None:
    assert _contrast(SCHEMES[scheme][mark], SCHEMES[scheme][ground]) >= 3


def test_system_and_button_give_the_same_dark() -> None:
    system = SHEET[SHEET.index(':root:not([data-theme="light"])'):]
    assert dict(re.findall(r"--([\w-]+): (#[0-9a-f]{6});", system[:system.index("}")])) == SCHEMES["dark"]
