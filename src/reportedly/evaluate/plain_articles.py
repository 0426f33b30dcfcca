"""Rows of a bench as articles: every line of the text is a body paragraph, nothing is typed as furniture."""

from __future__ import annotations

import re
from hashlib import sha256

from reportedly.records.article import Article, DateReading, Outlet, Zone, ZoneKind
from reportedly.records.ids import ArticleId, content_id
from reportedly.records.judgement import Provenance

_LINE = re.compile(r"\S(?:[^\n]*\S)?")


def plain_article(text: str, *, published: str | None = None) -> Article:
    """An English article with one body zone per line that is not blank."""
    zones = tuple(Zone(kind=ZoneKind.BODY, start=line.start(), end=line.end(), rule="line of a bench text")
                  for line in _LINE.finditer(text))
    reading = published and DateReading(value=published[:10], precision="day", evidence="bench row", raw=published)
    return Article(id=ArticleId(content_id("r", published, text)),
                   source=sha256(text.encode("utf-8", "replace")).hexdigest(), name="row", url=None,
                   outlet=Outlet(name="bench", domain=None), title=None, byline=(), published=reading or None,
                   modified=None, retrieved=None, language="en", text=text, zones=zones, findings=(), notices=(),
                   made_by=Provenance(component="reportedly.plain-rows.v1", rule="lines"))
