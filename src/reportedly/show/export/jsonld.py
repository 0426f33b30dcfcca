"""The dossier as schema.org JSON-LD: reports, statements, claims and happenings, with no rating of anything.

An export never raises certainty: a claim that nobody has adjudicated is a `Claim` without rating; what is denied or
only possible is no `Event`; a date that is not exact to the day is given in words alone.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from reportedly.dossier.records import Dossier, ReportRow, StatementRow
from reportedly.records.linked import Claim, Event
from reportedly.show.chronology import lag_in_words, sure_start, times_in_words, when_in_words
from reportedly.show.plain import Plain, json_text, urn, write

TOLD = frozenset({"happened", "background", "future"})
"""Statuses of entries that are exported as events; the others are claims."""
OWN, OWN_VOCABULARY = "reportedly", "urn:reportedly:vocabulary:"
EDTF = "http://id.loc.gov/datatypes/edtf/EDTF"
"""The datatype of Extended Date/Time Format."""
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
    return {"@context": ["https://schema.org", {OWN: OWN_VOCABULARY}], "@graph": items}


def _refs(ids: tuple[str, ...]) -> list[Plain]:
    return [{"@id": urn(item)} for item in ids]


def _head(dossier: Dossier) -> dict[str, Plain]:
    head: dict[str, Plain] = {"@type": "Dataset", "@id": urn("dossier"), "name": dossier.title,
                              "version": dossier.revision, "dateModified": dossier.known_at,
                              "isBasedOn": _refs(tuple(row.id for row in dossier.reports))}
    if dossier.note:
        head["disambiguatingDescription"] = dossier.note
    if dossier.lead:
        head["description"] = dossier.lead.exact
    return head


def _report(row: ReportRow) -> dict[str, Plain]:
    node: dict[str, Plain] = {"@type": "NewsArticle", "@id": urn(row.id), "headline": row.title,
                              "publisher": {"@type": "Organization", "name": row.outlet}, "sha256": row.source}
    if row.language != "und":
        node["inLanguage"] = row.language
    if row.published:
        node["datePublished"] = row.published
    if row.url:
        node["url"] = row.url
    if row.origin != row.id:
        node["isBasedOn"] = {"@id": urn(row.origin)}
    return node


def _happening(item: Event) -> dict[str, Plain]:
    node: dict[str, Plain] = {
        "@type": "Event" if item.status in TOLD else "Claim", "@id": urn(f"event:{item.id}"), "name": item.text,
        "disambiguatingDescription": "; ".join(_remarks(item)), **_timing(item)}
    if node["@type"] == "Claim":
        node["appearance"] = _refs(item.reports)
        return node
    if start := sure_start(item):
        node["startDate"] = start
    node["subjectOf"] = _refs(item.reports)
    return node


def _remarks(item: Event) -> Iterator[str]:
    yield item.status
    yield when_in_words(item)
    if given := times_in_words(item):
        yield "accounts differ: " + ", ".join(given)
    if lag := lag_in_words(item):
        yield lag
    if item.is_background:
        yield "background"


def _timing(item: Event) -> dict[str, Plain]:
    """What schema.org has no word for, in words of our own; what is not known is left out."""
    edtf: Plain = {"@type": EDTF, "@value": item.edtf} if item.edtf else None
    values: dict[str, Plain] = {
        "when": edtf, "earliest": item.when.earliest, "latest": item.when.latest, "precision": item.when.precision,
        "firstReported": item.first_reported, "lagDays": item.lag_days, "lagHours": item.lag_hours,
        "background": item.is_background}
    return {f"{OWN}:{name}": value for name, value in values.items() if value is not None}


def _statement(row: StatementRow) -> dict[str, Plain]:
    """Direct words are a quotation; reported speech is a claim of its speaker, its wording the outlet's."""
    speaker: Plain = {"@type": SPEAKER_TYPES.get(row.speaker_kind, "Thing"), "name": row.speaker}
    node: dict[str, Plain] = {"@id": urn(f"statement:{row.id}"), "text": row.text}
    if row.kind == "direct":
        node |= {"@type": "Quotation", "creator": speaker, "isPartOf": _refs(row.reports)}
    else:
        node |= {"@type": "Claim", "author": speaker, "appearance": _refs(row.reports)}
    node["disambiguatingDescription"] = "denied by the speaker" if row.denies else row.cue_class
    return node


def _claim(item: Claim) -> dict[str, Plain]:
    return {"@type": "Claim", "@id": urn(f"claim:{item.id}"), "text": item.text,
            "firstAppearance": {"@id": urn(item.chosen.article_id)}, "appearance": _refs(item.reports),
            "author": [{"@type": "Thing", "name": name} for name in item.speakers]}
