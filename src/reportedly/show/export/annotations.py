"""Every cited span as a W3C Web Annotation (JSON-LD), with position and quote selectors in code points."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import groupby
from pathlib import Path

from reportedly.dossier.records import Dossier
from reportedly.records.article import Article
from reportedly.records.ids import ArticleId
from reportedly.show.citations import Citation, citations
from reportedly.show.plain import Plain, json_text, write

CONTEXT = 32
"""Code points of prefix and suffix, as the common annotation clients keep."""


def export(dossier: Dossier, folder: Path) -> list[Path]:
    """Write `annotations.jsonld`: one annotation page."""
    page = {"@context": "http://www.w3.org/ns/anno.jsonld", "type": "AnnotationPage",
            "generator": [{"type": "Software", "name": name} for name in dossier.components],
            "items": list(span_annotations(dossier))}
    return [write(folder, "annotations.jsonld", json_text(page) + "\n")]


def span_annotations(dossier: Dossier) -> Iterator[dict[str, Plain]]:
    """One annotation a cited span, in order of report and place; its bodies name the items that rest on it."""
    articles = {item.article.id: item.article for item in dossier.articles}
    known = (citation for citation in citations(dossier) if citation.span.article_id in articles)
    for (article_id, start, end), group in groupby(known, key=_place):
        yield annotation(articles[article_id], start, end, group)


def _place(citation: Citation) -> tuple[ArticleId, int, int]:
    return citation.span.article_id, citation.span.start, citation.span.end


def annotation(article: Article, start: int, end: int, cited_by: Iterable[Citation]) -> dict[str, Plain]:
    """The annotation of one span of an article."""
    bodies: list[Plain] = [{"type": "TextualBody", "purpose": "tagging", "value": f"{citation.kind} {citation.item}"}
                           for citation in cited_by]
    quote: Plain = {"type": "TextQuoteSelector", "exact": article.text[start:end],
                    "prefix": article.text[max(0, start - CONTEXT):start], "suffix": article.text[end:end + CONTEXT]}
    position: Plain = {"type": "TextPositionSelector", "start": start, "end": end}
    source = article.url or f"urn:reportedly:{article.id}"
    return {"id": f"urn:reportedly:{article.id}:{start}-{end}", "type": "Annotation", "motivation": "identifying",
            "body": bodies, "target": {"source": source, "selector": [quote, position]}}
