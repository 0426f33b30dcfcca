"""Items of a dossier as flat rows: one value a column, for tables, CSV and data frames."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Protocol

from reportedly.dossier.records import ReportRow, StatementRow
from reportedly.records.annotation import TimeRange
from reportedly.records.ids import ArticleId
from reportedly.records.linked import Claim, Entity, Event, OriginEdge, RoleUse
from reportedly.records.span import SourceSpan
from reportedly.records.weighed import Dispute, Forecast, KnowledgeRow, SourceSummary, Theory
from reportedly.show.chronology import when_in_words as event_in_words
from reportedly.show.unnamed import in_words
from reportedly.show.when import when_in_words

Value = str | int | float | bool | None
Row = dict[str, Value]
BETWEEN = "; "
"""Between the parts of a cell that lists several."""


class Reported(Protocol):
    """A dossier, or what is composed of it so far."""

    @property
    def reports(self) -> Sequence[ReportRow]:
        """One row a report."""


class Flat:
    """Gives the rows of one dossier. Every row begins with the item's id; counts of reports and origins are numbers."""

    def __init__(self, dossier: Reported) -> None:
        self._outlets = {row.id: row.outlet for row in dossier.reports}

    def event(self, item: Event) -> Row:
        """A timeline entry."""
        first = item.first_report
        return {"id": item.id, **_when(item.when), "when": event_in_words(item), "edtf": item.edtf, "text": item.text,
                "status": "background" if item.is_background and item.status == "happened" else item.status,
                "background": item.is_background,
                "differing_times": _listed(f"{time} ({', '.join(outlets)})" for time, outlets in item.times_given),
                **self._support(item.reports, item.origins), "first_reported": item.first_reported,
                "first_reported_by": self._outlets.get(first) if first else None,
                "lag_days": item.lag_days, "lag_hours": item.lag_hours, "weight": item.weight,
                "centrality": item.centrality, "novelty": item.novelty, **_place(item.chosen)}

    def statement(self, item: StatementRow) -> Row:
        """A statement."""
        return {"id": item.id, "said": item.said, "speaker": item.speaker, "speaker_kind": item.speaker_kind,
                "metonym": item.is_metonym,
                "unnamed": in_words(item.statement.unnamed) or None,
                "cue": item.cue, "kind": item.cue_class, "form": item.kind, "denies": item.denies, "text": item.text,
                "via": " < ".join(link.name for link in item.via), "denied_by": _listed(item.denied_by),
                **self._support(item.reports, item.origins), "weight": item.weight,
                **_place(item.spans[0] if item.spans else item.sentence)}

    def claim(self, item: Claim) -> Row:
        """A claim."""
        return {"id": item.id, "text": item.text, "speakers": _listed(item.speakers),
                "asserted": len(item.asserted), "denied": len(item.denied),
                **{stance: _listed(item.speakers_of(stance)) for stance in ("asserts", "denies", "doubts", "repeats")},
                "since": _listed(f"{stance} {day}" for stance, day in sorted(item.since.items())),
                **self._support(item.reports, item.origins), **_place(item.chosen)}

    def dispute(self, item: Dispute) -> Row:
        """A dispute; its sides as `who: value or words`, one after the other."""
        reports = {span.article_id for position in item.positions for span in position.spans}
        return {"id": item.id, "kind": item.kind, "text": item.text,
                "positions": " | ".join(f"{position.who}: {position.value or position.text}"
                                        for position in item.positions),
                "speakers": _listed(position.who for position in item.positions),
                **self._support(sorted(reports), sorted({origin for position in item.positions
                                                         for origin in position.origins})),
                "weight": item.weight, "rule": item.provenance.rule}

    def theory(self, item: Theory) -> Row:
        """A theory."""
        return {"id": item.id, "text": item.text, "proponents": _listed(item.proponents),
                "opponents": _listed(item.opponents), "since": item.since, "rivals": _listed(item.rivals),
                "excludes": _listed(item.excludes), "includes": _listed(item.includes),
                "voices": _listed(f"{voice.name} {voice.stance} {voice.day or 'undated'}" for voice in item.voices),
                "evidence": len(item.evidence), **self._support(item.reports, item.origins), "weight": item.weight,
                **_place(item.chosen)}

    def forecast(self, item: Forecast) -> Row:
        """A forecast."""
        likely = item.likelihood
        return {"id": item.id, "who": item.who, "role": item.role, "outlet": item.outlet, "said": item.said,
                "text": item.text, "condition": item.condition.exact if item.condition else None,
                "negated": item.negated, "hedge": item.hedge.word if item.hedge else None,
                "low": likely.low if likely else None, "point": likely.point if likely else None,
                "high": likely.high if likely else None, "table": likely.table if likely else None,
                "horizon": when_in_words(item.horizon) if item.horizon else None, "window": item.window,
                "earliest": item.horizon.earliest if item.horizon else None,
                "latest": item.horizon.latest if item.horizon else None, "criterion": item.criterion,
                "state": item.state, "settled": item.settled, "settled_by": item.settled_by,
                "evidence": _listed(span.exact for span in item.resolution),
                **self._support(item.reports, item.origins), "weight": item.weight, **_place(item.chosen)}

    def source(self, item: SourceSummary) -> Row:
        """An outlet."""
        return {"id": item.domain or item.outlet, "outlet": item.outlet, "domain": item.domain,
                "reports": len(item.reports), "original": item.original, "copied_from": _listed(item.copied_from),
                "named": item.named, "unnamed": item.unnamed, "corrections": item.corrections, "grade": item.grade,
                "grade_rule": item.grade_rule}

    def knowing(self, item: KnowledgeRow) -> Row:
        """Who knew what when."""
        return {"id": item.id, "actor": item.actor, "kind": item.kind, "text": item.matter, **_when(item.when),
                "informants": _listed(item.informants), "chain": " → ".join(item.chain),
                "speaker": _listed(item.said_by), **self._support(item.reports, item.origins), **_place(item.chosen)}

    def origin(self, item: OriginEdge) -> Row:
        """An edge of the origin graph."""
        shared = sum(len(passage.second.exact.split()) for passage in item.passages)
        return {"id": item.later, "outlet": self._outlets.get(item.later), "kind": item.kind, "name": item.name,
                "earlier": item.earlier, "statements": item.count if item.spans else 0,
                "passages": len(item.passages), "words": shared, "reason": item.reason}

    def entity(self, item: Entity) -> Row:
        """A person, group or place."""
        return {"id": item.id, "name": item.name, "kind": item.kind.value, "aliases": _listed(item.aliases),
                "roles": _listed(map(role_in_words, item.role_uses)) or _listed(item.roles),
                "mentions": item.mentions, **self._support(item.reports, None),
                **_located(item)}

    def report(self, item: ReportRow) -> Row:
        """A report."""
        return {"id": item.id, "published": item.published, "outlet": item.outlet, "title": item.title,
                "url": item.url, "language": item.language, "annotated": item.annotated, "origin": item.origin,
                "origin_basis": item.origin_basis, "notices": _listed(notice.message for notice in item.notices),
                "name": item.name, "source": item.source}

    def _support(self, reports: Iterable[ArticleId], origins: Iterable[ArticleId] | None) -> Row:
        listed = list(reports)
        outlets = sorted({self._outlets[report] for report in listed if report in self._outlets})
        counted: Row = {"reports": len(listed), "outlets": _listed(outlets)}
        return counted if origins is None else {**counted, "origins": len(list(origins))}


def _when(when: TimeRange) -> Row:
    return {"when": when_in_words(when), "earliest": when.earliest, "latest": when.latest,
            "precision": when.precision}


def _place(span: SourceSpan) -> Row:
    return {"report": span.article_id, "start": span.start, "end": span.end}


def _listed(parts: Iterable[str]) -> str:
    return BETWEEN.join(parts)


def _located(item: Entity) -> Row:
    """Where a place is, or what it may be; the same columns, empty, for everybody else."""
    at = item.location
    return {"location": at.name if at else None, "country": at.country if at else None,
            "latitude": at.latitude if at else None, "longitude": at.longitude if at else None,
            "geonames": at.geonames if at else None, "may_be": _listed(item.may_be)}


def role_in_words(use: RoleUse) -> str:
    """`mayor (2031-05-04 to 2031-05-12)`; without days where no report is dated."""
    if use.first is None:
        return use.role
    return f"{use.role} ({use.first})" if use.first == use.last else f"{use.role} ({use.first} to {use.last})"
