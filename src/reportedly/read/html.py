"""Reads saved pages: the whole page as one text, the extractor's body found again in it, the rest typed furniture."""

from __future__ import annotations

from collections.abc import Sequence

from reportedly.errors import UnreadableReportError
from reportedly.read.align import Aligned, Extracted, align
from reportedly.read.assemble import article_of
from reportedly.read.charset import decode
from reportedly.read.extract import extracted_lines
from reportedly.read.metadata import page_facts
from reportedly.read.page_zones import zones_of_page
from reportedly.read.render import Rendered, extended, parse_page, render
from reportedly.records.article import Article, RawReport

_MOST_MISSED = 0.5
"""Share of the extractor's words not found on the rendered page, above which they are no part of what it shows."""


class HtmlReader:
    """A page of any CMS: trafilatura (Barbaresi 2021) chooses the body, JSON-LD and meta tags say the rest."""

    name = "reportedly.html-reader.v1"

    def read(self, raw: RawReport, *, now: str | None = None) -> Article:
        """The article. Raises UnreadableReportError for a page that shows no text."""
        decoded = decode(raw.data, declared=raw.charset)
        tree = parse_page(decoded.text)
        if tree is None:
            raise UnreadableReportError(raw.where, "holds no page", "is it the page itself, saved whole?")
        page = render(tree)
        facts = page_facts(tree, decoded.text, url=raw.url, latest=raw.retrieved or now)
        title = facts.title.value if facts.title else None
        outlet = facts.outlet.value if facts.outlet else None
        page, kept = _aligned(page, extracted_lines(tree))
        zones = zones_of_page(page, kept, title=title, outlet=outlet)
        return article_of(raw, page.text, zones, facts, component=self.name, rule=f"page, {decoded.encoding}", now=now,
                          notices=decoded.notices)


def _aligned(page: Rendered, lines: Sequence[Extracted]) -> tuple[Rendered, list[Aligned]]:
    """The page and the places of the extractor's lines in it.

    Lines that the page holds only as data (`articleBody` of JSON-LD), to be shown by script, are put below it.
    """
    kept, missed = align(page, lines)
    if missed > _MOST_MISSED * sum(len(line.text) for line in lines):
        page = extended(page, [line.text for line in lines])
        kept, _ = align(page, lines)
    return page, kept
