"""Dossier -> the neutral schema of the story scorer: names, words, dates and spans, nothing of our own."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import Any

from reportedly.dossier.records import Dossier, StatementRow
from reportedly.records.annotation import Attribution, Statement
from reportedly.records.article import ZoneKind
from reportedly.records.ids import ArticleId
from reportedly.records.linked import Event
from reportedly.records.span import SourceSpan, joined
from reportedly.text.normalise import squeeze

Refs = Callable[[Iterable[SourceSpan]], list[dict[str, Any]]]
UNATTRIBUTED = frozenset({"none"})


def neutral(dossier: Dossier) -> dict[str, Any]:
    """The result as the scorer reads it; `REF` urls are those of the pack."""
    refs = references({report.article.id: report.article.url for report in dossier.articles})
    result: dict[str, Any] = {
        "timeline": [entry(event, refs) for event in dossier.timeline],
        "statements": [said(row, refs) for row in dossier.statements if row.speaker_kind not in UNATTRIBUTED],
        "entities": [*({"name": entity.name, "aliases": list(entity.aliases)}
                       for entity in (*dossier.people, *dossier.places)),
                     *({"name": who, "aliases": []} for who in described(dossier)),
                     *({"name": source.outlet, "aliases": [source.domain] if source.domain else []}
                       for source in dossier.sources)],
        "disputes": [{"text": dispute.text,
                      "positions": [{"who": side.who, "text": squeeze(side.text)} for side in dispute.positions],
                      "reports": refs(span for side in dispute.positions for span in side.spans)}
                     for dispute in dossier.disputes],
        "theories": [{"text": squeeze(item.text), "proponents": list(item.proponents), "reports": refs(item.spans)}
                     for item in dossier.theories],
        "forecasts": [{"text": squeeze(item.text), "who": item.who, "hedge": item.hedge.word if item.hedge else None,
                       "reports": refs(item.spans)} for item in dossier.forecasts],
    }
    if len(dossier.articles) == 1:
        result |= span_sections(dossier)
    return result


def described(dossier: Dossier) -> list[str]:
    """Those who speak without a name, as the dossier lists them: `two officials`."""
    return sorted({row.speaker for row in dossier.statements if row.speaker_kind == "unnamed"})


def references(urls: Mapping[ArticleId, str | None]) -> Refs:
    """A function from spans to the scorer's REFs."""
    def refs(spans: Iterable[SourceSpan]) -> list[dict[str, Any]]:
        return [{"url": urls[span.article_id], "start": span.start, "end": span.end} for span in spans]
    return refs


def entry(event: Event, refs: Refs) -> dict[str, Any]:
    """A timeline item; a range of days is written first/last."""
    first, last = event.when.earliest, event.when.latest
    date = None
    if first and last:
        date = first if first == last or first[:10] == last[:10] else f"{first[:10]}/{last[:10]}"
    return {"text": squeeze(event.text), "date": date, "reports": refs(event.spans)}


def said(row: StatementRow, refs: Refs) -> dict[str, Any]:
    """A statement with its cue, so that a denial reads as one."""
    return {"text": squeeze(f"{row.cue} {row.text}"), "speaker": row.speaker,
            "kind": "indirect" if row.kind == "indirect" else "direct",
            "denied_by": list(row.denied_by), "reports": refs(row.spans)}


def span_sections(dossier: Dossier) -> dict[str, Any]:
    """Attributions, dates and furniture of a pack of one report."""
    report = dossier.articles[0]
    by_attribution = {statement.attribution: statement for statement in report.statements}
    return {
        "attributions": [attribution(item, by_attribution.get(item.id))
                         for item in report.attributions if item.content],
        "dates": [{"start": time.span.start, "end": time.span.end, "iso": time.earliest[:10]}
                  for time in report.times if time.earliest and time.precision in DAY_OR_FINER],
        "furniture": [{"start": zone.start, "end": zone.end} for zone in report.article.zones
                      if zone.kind in (ZoneKind.FURNITURE, ZoneKind.BYLINE)],
    }


DAY_OR_FINER = frozenset({"minute", "hour", "part-of-day", "day"})


def attribution(item: Attribution, statement: Statement | None) -> dict[str, Any]:
    """One attribution with its outer content span."""
    named = bool(statement and statement.entity)
    source = statement.speaker if statement and named else joined(item.source)
    return {"start": min(span.start for span in item.content), "end": max(span.end for span in item.content),
            "source": source or "anonymous", "cue": joined(item.cue),
            "kind": "indirect" if item.kind.value == "indirect" else "direct", "named": named}
