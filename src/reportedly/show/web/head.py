"""What stands in the head of a page for other programs: schema.org JSON-LD, bounded so that the page stays light."""

from __future__ import annotations

from typing import Any

from markupsafe import Markup

from reportedly.dossier.records import Dossier
from reportedly.show.plain import json_text, urn

MOST_REPORTS, MOST_QUOTATIONS, MOST_CLAIMS, MOST_NAMES = 10, 3, 3, 6


def json_ld(dossier: Dossier) -> Markup:
    """The dossier as an AnalysisNewsArticle with its first reports, quotations and claims; nothing is rated."""
    record: dict[str, Any] = {
        "@context": "https://schema.org", "@type": "AnalysisNewsArticle", "headline": dossier.title,
        "dateModified": dossier.known_at, "version": str(dossier.revision),
        "about": [entity.name for entity in (*dossier.people, *dossier.places)[:MOST_NAMES]],
        "isBasedOn": [{"@type": "NewsArticle", "@id": urn(row.id), "headline": row.title,
                       "publisher": row.outlet, **({"url": row.url} if row.url else {}),
                       **({"datePublished": row.published} if row.published else {})}
                      for row in dossier.reports[:MOST_REPORTS]],
        "hasPart": [*({"@type": "Quotation", "@id": urn(row.id), "text": row.text, "creator": row.speaker}
                      for row in dossier.statements if row.kind == "direct")][:MOST_QUOTATIONS] + [
                    {"@type": "Claim", "@id": urn(claim.id), "text": claim.text,
                     "appearance": [{"@id": urn(report)} for report in claim.reports[:MOST_NAMES]]}
                    for claim in dossier.claims[:MOST_CLAIMS]]}
    # inside a script element only `<` could end it or begin a comment
    return Markup(json_text(record, indent=None).replace("<", "\\u003c").replace("\u2028", "\\u2028"))
