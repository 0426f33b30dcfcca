"""Countries as words name them, so that figures for one country are not set against those of another."""

from __future__ import annotations

import re
from functools import cache
from importlib.resources import files

WINDOW = 45
"""Code points before and after a number in which its country is looked for."""
_TOKEN = re.compile(r"[A-Za-z][\w.'’-]*")


@cache
def _codes() -> dict[str, str]:
    table = files("reportedly.text").joinpath("regions.tsv").read_text(encoding="utf-8")
    rows = (line.split("\t") for line in table.splitlines() if line and not line.startswith("#"))
    return {word: code for code, words in rows for word in words.split(" ")}


def region_of(word: str) -> str | None:
    """ISO 3166 code of the country that a capitalised word names, or its people: `Canadians` -> `ca`."""
    if not word[:1].isupper():
        return None
    plain = re.sub(r"['’]s?$", "", word).replace(".", "")
    if len(plain) <= 3 and not plain.isupper():
        return None
    return _codes().get(plain.lower()) or _codes().get(plain.lower().removesuffix("s"))


def region_near(text: str, start: int, end: int) -> str | None:
    """The country named nearest to the stretch `start:end`, after it first; None when none is near."""
    after = (region_of(match.group()) for match in _TOKEN.finditer(text, end, end + WINDOW))
    before = [region_of(match.group()) for match in _TOKEN.finditer(text, max(0, start - WINDOW), start)]
    return next(filter(None, after), None) or next(filter(None, reversed(before)), None)
