"""RawReport -> Article, by the reader of its media."""

from __future__ import annotations

from reportedly.errors import UnreadableReportError
from reportedly.records.article import Article, RawReport


def read_report(raw: RawReport, *, now: str | None = None) -> Article:
    """The article in these bytes.

    `now`: ISO 8601 moment after which no report can have been published; None when the caller sets no limit.
    Raises UnreadableReportError with what was found and what to try.
    """
    if raw.media == "html":
        from reportedly.read.html import HtmlReader  # brings in lxml, which text alone does not need

        return HtmlReader().read(raw, now=now)
    if raw.media == "json":
        from reportedly.read.jsonl import JsonReader

        return JsonReader().read(raw, now=now)
    if raw.media == "text":
        from reportedly.read.plain import TextReader

        return TextReader().read(raw, now=now)
    raise UnreadableReportError(raw.where, f"is of the unknown kind {raw.media!r}", "known: html, text, json")
