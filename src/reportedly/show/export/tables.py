"""The dossier as tables: what the CSV files hold."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from reportedly.dossier.records import Dossier
from reportedly.records.annotation import UnnamedSource
from reportedly.records.ids import MemberId
from reportedly.records.linked import Entity
from reportedly.records.span import SourceSpan
from reportedly.records.weighed import Theory
from reportedly.show.chronology import when_in_words as event_in_words

Cell = str | int | float | None
AND = " | "
"""Between several values in one cell."""


@dataclass(frozen=True, slots=True)
class Table:
    """Rows under named columns."""

    columns: tuple[str, ...]
    rows: tuple[tuple[Cell, ...], ...]


def tables(dossier: Dossier) -> dict[str, Table]:
    """Every table of a dossier by its name, in the order of the page."""
    return {"timeline": timeline(dossier), "statements": statements(dossier), "claims": claims(dossier),
            "disputes": disputes(dossier), "theories": theories(dossier), "forecasts": forecasts(dossier),
            "knowledge": knowledge(dossier), "sources": sources(dossier), "origins": origins(dossier),
            "people": entities(dossier.people), "places": entities(dossier.places),
            "reports": reports(dossier), "unread": unread(dossier), "judgements": judgements(dossier)}


def span_addresses(spans: Iterable[SourceSpan]) -> str:
    """`REPORT:START-END` of each span, in code points."""
    return AND.join(f"{span.article_id}:{span.start}-{span.end}" for span in spans)


def timeline(dossier: Dossier) -> Table:
    """One row a timeline entry."""
    outlets = {row.id: row.outlet for row in dossier.reports}
    return Table(
        ("id", "earliest", "latest", "precision", "edtf", "when", "text", "status", "background", "times_given",
         "origins", "reports", "first_reported", "first_reported_by", "lag_days", "lag_hours", "weight", "centrality",
         "novelty", "grade", "grade_rule", "distance", "spans"),
        tuple((item.id, item.when.earliest, item.when.latest, item.when.precision, item.edtf, event_in_words(item),
               item.text, item.status, "yes" if item.is_background else "no",
               AND.join(f"{time} ({', '.join(told)})" for time, told in item.times_given), len(item.origins),
               len(item.reports), item.first_reported, outlets.get(item.first_report) if item.first_report else None,
               item.lag_days, item.lag_hours, item.weight, item.centrality, item.novelty,
               *_graded(dossier, item.id), span_addresses(item.spans)) for item in dossier.timeline))


def _graded(dossier: Dossier, item: MemberId) -> tuple[Cell, Cell, Cell]:
    behind = dossier.grades.get(item)
    return (behind.grade, behind.rule, behind.distance) if behind else (None, None, None)


def statements(dossier: Dossier) -> Table:
    """One row a statement."""
    return Table(
        ("id", "speaker", "speaker_kind", "cue", "cue_class", "denies", "kind", "text", "said", "outlet", "via",
         "citing", "unnamed_least", "unnamed_most", "unnamed_role", "unnamed_access", "unnamed_reason", "origins",
         "reports", "denied_by", "spans"),
        tuple((item.id, item.speaker, item.speaker_kind, item.cue, item.cue_class, "yes" if item.denies else "no",
               item.kind, item.text, item.said, item.outlet,
               AND.join(link.name for link in item.via if link.role == "relay"),
               AND.join(link.name for link in item.statement.chain if link.role == "cited"),
               *_unnamed(item.statement.unnamed), len(item.origins), len(item.reports),
               AND.join(item.denied_by), span_addresses(item.spans)) for item in dossier.statements))


def _unnamed(source: UnnamedSource | None) -> tuple[Cell, ...]:
    """Least, most, role, access and reason of an unnamed source; empty cells for what is not told."""
    if source is None:
        return (None,) * 5
    told = (source.role, source.access, source.reason)
    return source.least, source.most, *(span.exact if span is not None else None for span in told)


def claims(dossier: Dossier) -> Table:
    """One row a claim; it carries no verdict."""
    return Table(
        ("id", "text", "asserted_by_statements", "denied_by_statements", "speakers", "asserts", "denies", "doubts",
         "repeats", "since", "origins", "reports", "grade", "grade_rule", "distance", "spans"),
        tuple((item.id, item.text, len(item.asserted), len(item.denied), AND.join(item.speakers),
               *(AND.join(item.speakers_of(stance)) for stance in ("asserts", "denies", "doubts", "repeats")),
               AND.join(f"{stance} {day}" for stance, day in sorted(item.since.items())), len(item.origins),
               len(item.reports), *_graded(dossier, item.id), span_addresses(item.spans)) for item in dossier.claims))


def disputes(dossier: Dossier) -> Table:
    """One row a position; the positions of one dispute share its id."""
    return Table(
        ("id", "kind", "about", "who", "value", "text", "origins", "spans"),
        tuple((item.id, item.kind, item.text, side.who, side.value, side.text, len(side.origins),
               span_addresses(side.spans)) for item in dossier.disputes for side in item.positions))


def theories(dossier: Dossier) -> Table:
    """One row a theory, with how much evidence has each rating."""
    ratings = ("CC", "C", "N", "I", "II")
    return Table(
        ("id", "text", "proponents", "opponents", *ratings, "origins", "reports", "rivals", "spans"),
        tuple((item.id, item.text, AND.join(item.proponents), AND.join(item.opponents),
               *(_rated(item, rating) for rating in ratings), len(item.origins), len(item.reports),
               AND.join(item.rivals), span_addresses(item.spans)) for item in dossier.theories))


def _rated(theory: Theory, rating: str) -> int:
    return sum(evidence.rating == rating for evidence in theory.evidence)


def forecasts(dossier: Dossier) -> Table:
    """One row a forecast: its word with the range in percent, window, criterion, and what came of it."""
    rows: list[tuple[Cell, ...]] = []
    for item in dossier.forecasts:
        likely, horizon = item.likelihood, item.horizon
        rows.append((item.id, item.text, item.who, item.role, item.outlet, item.said,
                     item.condition.exact if item.condition else None, item.hedge.word if item.hedge else None,
                     likely.low if likely else None, likely.point if likely else None, likely.high if likely else None,
                     likely.table if likely else None, item.window, horizon.earliest if horizon else None,
                     horizon.latest if horizon else None, item.criterion, item.state, item.settled, item.settled_by,
                     len(item.origins), span_addresses(item.spans), span_addresses(item.resolution)))
    return Table(("id", "text", "who", "role", "outlet", "said", "condition", "hedge", "low_percent", "point_percent",
                  "high_percent", "table", "window", "horizon_earliest", "horizon_latest", "criterion", "state",
                  "settled", "settled_by", "origins", "spans", "resolution_spans"), tuple(rows))


def sources(dossier: Dossier) -> Table:
    """One row an outlet."""
    return Table(
        ("outlet", "domain", "reports", "original", "copied_from", "named", "unnamed", "corrections", "grade",
         "grade_rule"),
        tuple((item.outlet, item.domain, len(item.reports), item.original, AND.join(item.copied_from), item.named,
               item.unnamed, item.corrections, item.grade, item.grade_rule) for item in dossier.sources))


def knowledge(dossier: Dossier) -> Table:
    """One row a thing that somebody knew, did not know or was told."""
    return Table(
        ("id", "actor", "kind", "matter", "earliest", "latest", "precision", "when_rule", "chain", "said_by", "origins",
         "reports", "spans"),
        tuple((item.id, item.actor, item.kind, item.matter, item.when.earliest, item.when.latest, item.when.precision,
               item.when.rule, " > ".join(item.chain), AND.join(item.said_by), len(item.origins), len(item.reports),
               span_addresses((item.chosen, *item.spans))) for item in dossier.knowledge))


def origins(dossier: Dossier) -> Table:
    """One row an edge of the origin graph."""
    return Table(
        ("report", "kind", "name", "earlier", "reason", "statements", "passages", "cited_at"),
        tuple((edge.later, edge.kind, edge.name, edge.earlier, edge.reason, edge.count if edge.spans else None,
               AND.join(f"{span_addresses([passage.first])} = {span_addresses([passage.second])}"
                        for passage in edge.passages), span_addresses(edge.spans)) for edge in dossier.origin_edges))


def judgements(dossier: Dossier) -> Table:
    """One row a judgement, with whether it holds in this view."""
    return Table(
        ("id", "kind", "members", "value", "who", "said_at", "reason", "applied", "because", "spans"),
        tuple((item.id, item.kind, AND.join(item.members), item.value, item.who, item.said_at, item.reason,
               "yes" if ruling.is_applied else "no", ruling.because, span_addresses(item.spans))
              for ruling in dossier.judgements for item in (ruling.judgement,)))


def entities(found: Iterable[Entity]) -> Table:
    """One row a person, group or place."""
    return Table(
        ("id", "name", "kind", "aliases", "roles", "mentions", "reports", "location", "country", "latitude",
         "longitude", "geonames", "may_be"),
        tuple((item.id, item.name, item.kind.value, AND.join(item.aliases), AND.join(item.roles), item.mentions,
               len(item.reports), *_location(item), AND.join(item.may_be)) for item in found))


def _location(item: Entity) -> tuple[Cell, ...]:
    at = item.location
    return (at.name, at.country, at.latitude, at.longitude, at.geonames) if at else (None,) * 5


def reports(dossier: Dossier) -> Table:
    """One row a report."""
    return Table(
        ("id", "outlet", "title", "url", "published", "language", "origin", "origin_basis", "annotated", "notices",
         "file", "sha256"),
        tuple((item.id, item.outlet, item.title, item.url, item.published, item.language, item.origin,
               item.origin_basis, "yes" if item.annotated else "no",
               AND.join(notice.message for notice in item.notices), item.name, item.source)
              for item in dossier.reports))


def unread(dossier: Dossier) -> Table:
    """One row a report that could not be read."""
    return Table(("where", "reason", "hint", "sha256"),
                 tuple((item.where, item.reason, item.hint, item.source) for item in dossier.unread))
