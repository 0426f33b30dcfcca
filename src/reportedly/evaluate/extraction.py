"""The extraction bench: saved pages in, text, title, date and writers out."""

from __future__ import annotations

import gzip
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from reportedly.errors import UnreadableReportError
from reportedly.read.reader import read_report
from reportedly.records.article import Article, RawReport, ZoneKind

_REPORT = frozenset({ZoneKind.DATELINE, ZoneKind.BODY, ZoneKind.HEADING, ZoneKind.SUBTITLE, ZoneKind.QUOTE_BLOCK})
"""What the bench counts as the text of a report: its labels leave captions and titles out."""


def predict(folder: Path) -> dict[str, dict[str, Any]]:
    """`{page id: {text, title, date, authors}}` for every `*.html.gz` in the folder or in its `html/`.

    A page that cannot be read gives an empty text.
    """
    return {page: _row(data, page) for page, data in pages_in(folder)}


def pages_in(folder: Path) -> Iterator[tuple[str, bytes]]:
    """Page ids with their bytes, sorted."""
    inner = folder / "html"
    for path in sorted((inner if inner.is_dir() else folder).glob("*.html.gz")):
        yield path.name.removesuffix(".html.gz"), gzip.decompress(path.read_bytes())


def _row(data: bytes, page: str) -> dict[str, Any]:
    try:
        article = read_report(RawReport(data=data, media="html", where=page, name=f"{page}.html"))
    except UnreadableReportError:
        return {"text": "", "title": "", "date": "", "authors": []}
    return dict(row_of(article))


def row_of(article: Article) -> Mapping[str, Any]:
    """One article in the scorer's words."""
    lines = [article.text[zone.start:zone.end] for zone in article.zones if zone.kind in _REPORT]
    return {"text": "\n".join(lines), "title": article.title or "", "authors": list(article.byline),
            "date": article.published.value if article.published else ""}
