"""Reads plain text."""

from __future__ import annotations

from dataclasses import replace

from reportedly.errors import UnreadableReportError
from reportedly.read.assemble import article_of, facts_in_text
from reportedly.read.charset import decode
from reportedly.read.text_zones import zones_of
from reportedly.records.article import Article, RawReport


class TextReader:
    """Plain text, exactly as decoded. The first line is the title when it looks like one."""

    name = "reportedly.text-reader.v1"

    def read(self, raw: RawReport, *, now: str | None = None) -> Article:
        """The article. Raises UnreadableReportError for a file without text."""
        decoded = decode(raw.data, declared=raw.charset)
        if not decoded.text.strip():
            raise UnreadableReportError(raw.where, "is empty")
        zones = zones_of(decoded.text, title=raw.title, outlet=raw.outlet)
        own = facts_in_text(decoded.text, zones)
        if raw.title and "title" not in raw.catalogued:
            own = replace(own, title=None)
        return article_of(raw, decoded.text, zones, own, component=self.name, rule=f"plain text, {decoded.encoding}",
                          now=now, notices=decoded.notices)
