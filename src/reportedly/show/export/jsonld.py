"""The dossier as schema.org JSON-LD: reports, statements, claims and happenings, with no rating of anything.

An export never raises certainty: a claim that nobody has adjudicated is a `Claim` without rating; what is denied or
only possible is no `Event`; a date that is not exact to the day is given in words alone.
"""

from __future__ import annotations

from pathlib import Path

from reportedly.dossier.records import Dossier, ReportRow, StatementRow
from reportedly.records.linked import Claim, Event
from reportedly.show.export.plain import Plain, json_text, write
from reportedly.show.when import is_uncertain, when_in_words

TOLD = frozenset({"happened", "background", "future"})
"""Statuses of entries that are exported as events; the others are claims."""
SPEAKER_TYPES = {"person": "Person", "organization": "Organization"}


def export(dossier: Dossier, folder: Path) -> list[Path]:
    """Write `dossier.jsonld`."""
    return [write(folder, "dossier.jsonld", json_text(graph(dossier)) + "\n")]


def graph(dossier: Dossier) -> dict[str, Plain]:
    """The whole graph, every node with an `@id` made of the item's own id."""
    items: list[Plain] = [_head(dossier)]
    items += [_report(row) for row in dossier.reports]
    items += [_happening(item) for item in dossier.timeline]
    items += [_statement(row) for row in dossier.statements]
    items += [_claim(item) for item in dossier.claims]
    return {"@context": "https://schema.org", "@graph": items}


def address(item: str) -> str:
    """The `@id` of an item."""
    return f"urn:reportedly:{item}"


def _refs(ids: tuple[str, ...]) -> list[Plain]:
    return [{"@id": address(item)} for item in ids]


def _head(dossier: Dossier) -> dict[str, Plain]:
    head: dict[str, Plain] = {"@type": "Dataset", "@id": address("dossier"), "name": dossier.title,
                              "version": dossier.revision, "dateModified": dossier.known_at,
                              "isBasedOn": _refs(tuple(row.id for row in dossier.reports))}
    if dossier.note:
        head["disambiguatingDescription"] = dossier.note
    if dossier.lead:
        head["description"] = dossier.lead.exact
    return head


def _report(row: ReportRow) -> dict[str, Plain]:
    node: dict[str, Plain] = {"@type": "NewsArticle", "@id": address(row.id), "headline": row.title,
                              "publisher": {"@type": "Organization", "name": row.outlet}, "sha256": row.source}
    if row.language != "und":
        node["inLanguage"] = row.language
    if row.published:
        node["datePublished"] = row.published
    if row.url:
        node["url"] = row.url
    if row.origin != row.id:
        node["isBasedOn"] = {"@id": address(row.origin)}
    return node


def _happening(item: Event) -> dict[str, Plain]:
    node: dict[str, Plain] = {
        "@type": "Event" if item.status in TOLD else "Claim", "@id": address(f"event:{item.id}"), "name": item.text,
        "disambiguatingDescription": f"{item.status}; {when_in_words(item.when)}"}
    if node["@type"] == "Claim":
        node["appearance"] = _refs(item.reports)
        return node
    if not is_uncertain(item.when) and item.when.earliest:
        node["startDate"] = item.when.earliest
    node["subjectOf"] = _refs(item.reports)
    return node


def _statement(row: StatementRow) -> dict[str, Plain]:
    """Direct words are a quotation; reported speech is a claim of its speaker, its wording the outlet's."""
    speaker: Plain = {"@type": SPEAKER_TYPES.get(row.speaker_kind, "Thing"), "name": row.speaker}
    node: dict[str, Plain] = {"@id": address(f"statement:{row.id}"), "text": row.text}
    if row.kind == "direct":
        node |= {"@type": "Quotation", "creator": speaker, "isPartOf": _refs(row.reports)}
    else:
        node |= {"@type": "Claim", "author": speaker, "appearance": _refs(row.reports)}
    node["disambiguatingDescription"] = "denied by the speaker" if row.denies else row.cue_class
    return node


def _claim(item: Claim) -> dict[str, Plain]:
    return {"@type": "Claim", "@id": address(f"claim:{item.id}"), "text": item.text,
            "firstAppearance": {"@id": address(item.chosen.article_id)}, "appearance": _refs(item.reports),
            "author": [{"@type": "Thing", "name": name} for name in item.speakers]}
