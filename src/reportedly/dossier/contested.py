"""Which happenings of a story stand in a dispute."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping

from reportedly.records.ids import ArticleId
from reportedly.records.linked import Event
from reportedly.records.span import SourceSpan
from reportedly.records.weighed import Dispute

Contested = Mapping[ArticleId, tuple[SourceSpan, ...]]


def contested_places(disputes: Iterable[Dispute]) -> dict[ArticleId, tuple[SourceSpan, ...]]:
    """By report: the words that a side of a dispute rests on."""
    places: dict[ArticleId, set[SourceSpan]] = defaultdict(set)
    for dispute in disputes:
        for position in dispute.positions:
            for span in position.spans:
                places[span.article_id].add(span)
    return {report: tuple(spans) for report, spans in places.items()}


def is_contested(event: Event, contested: Contested) -> bool:
    """True when a side of a dispute rests on words that tell the event."""
    return any(span.overlaps(other) for span in event.spans for other in contested.get(span.article_id, ()))
