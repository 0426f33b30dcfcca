"""The whole dossier as one HTML file that needs no other: the style inside, every report a section, no script.

Its policy lets in one style, by its hash, and nothing else: no script, no picture, no other host.
"""

from __future__ import annotations

from base64 import b64encode
from dataclasses import replace
from hashlib import sha256

from markupsafe import Markup

from reportedly.dossier.records import Dossier
from reportedly.records.article import Article
from reportedly.records.ids import ArticleId
from reportedly.records.span import SourceSpan
from reportedly.show.citations import cited_spans
from reportedly.show.unknown import unknowns
from reportedly.show.web.context import Cite, Links, Notes, grounded
from reportedly.show.web.drawn import Drawn
from reportedly.show.web.highlight import MarkedReport, anchor, marked_report
from reportedly.show.web.lists import ANCHORS, Lists
from reportedly.show.web.pages import ALL, PLACED, environment_of, made_by, static

NOTE_WORDS = 240
"""Code points of the cited words in a printed note."""


class OneFile(Links):
    """Addresses inside one file."""

    def report(self, article_id: ArticleId) -> str:
        """Fragment of the report's section."""
        return f"#{article_id}"

    def cite(self, span: SourceSpan) -> Cite:
        """The link to a span. Raises KeyError for a report that is not in view."""
        return replace(super().cite(span), href=f"#{span.article_id}-{anchor(span.start, span.end)}")


def one_page(dossier: Dossier) -> str:
    """The page. A pure function: the same dossier gives the same bytes."""
    kept = grounded(dossier)
    links, style = OneFile(kept), _style()
    environment = environment_of(kept, links, Lists(kept), served=False, shared=False)
    environment.globals.update(at=_place, drawn=Drawn(kept, links.report, _place), outlet_pages={})
    digest = b64encode(sha256(style.encode("utf-8")).digest()).decode("ascii")
    return environment.get_template("onepage.j2").render(
        limits=ALL, root="", style=Markup(style), digest=digest, notes=Notes(NOTE_WORDS), made=made_by(kept),
        unknowns=unknowns(kept), reports=_reports(kept))


def _style() -> str:
    """The style sheet as it stands between its tags; nothing in it could end them."""
    return static("style.css").decode("utf-8").replace("\r\n", "\n")


def _place(section: str, item: str) -> str:
    """Fragment at which an item stands; of its section where its entries have none."""
    return f"#{ANCHORS[section]}-{item}" if section in ANCHORS else f"#{PLACED.get(section, section)}"


def _reports(dossier: Dossier) -> list[tuple[Article, MarkedReport]]:
    """Every stored report, its cited spans as targets whose fragments begin with its id."""
    spans = cited_spans(dossier)
    return [(item.article, marked_report(item.article, spans.get(item.article.id, ()), prefix=f"{item.article.id}-",
                                         crossings=0)) for item in dossier.articles]
