"""The bench task `disputes`: reports of several stories in, every dispute of each story out, by places of its sides."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from reportedly.dossier.compose import compose
from reportedly.engine.components import default_linkers
from reportedly.evaluate.story import annotate_rows
from reportedly.link.pairing import all_pairs
from reportedly.records.linked import StoryState
from reportedly.records.weighed import Dispute

FEWEST_REPORTS = 3
"""A story of fewer reports is left out."""


def predict(rows: Iterable[Mapping[str, Any]]) -> Iterator[dict[str, Any]]:
    """`{story, id, url, outlet, published, title, text}` rows -> `{story, kind, rule, weight, positions}` a dispute;
    a position is `{who, value, spans: [[row id, start, end], …]}` with offsets in the report's text as it was read."""
    stories: dict[str, list[Mapping[str, Any]]] = defaultdict(list)
    for row in rows:
        stories[str(row.get("story", ""))].append(row)
    for story in sorted(stories):
        if len(stories[story]) >= FEWEST_REPORTS:
            yield from _disputes(story, stories[story])


def _disputes(story: str, rows: list[Mapping[str, Any]]) -> Iterator[dict[str, Any]]:
    names = {f"row:{number}": str(row.get("id") or row.get("url")) for number, row in enumerate(rows, 1)}
    reports = annotate_rows(rows)
    row_of = {report.article.id: names[report.article.name] for report in reports}
    state = StoryState(title=story, reports=tuple(reports), pairs=all_pairs(default_linkers(), reports), unread=(),
                       superseded={}, older=(), revision=1, known_at="", as_of=None)
    for dispute in compose(state).disputes:
        yield {"story": story, "kind": dispute.kind, "rule": dispute.provenance.rule, "weight": dispute.weight,
               "positions": _positions(dispute, row_of)}


def _positions(dispute: Dispute, row_of: Mapping[Any, str]) -> list[dict[str, Any]]:
    return [{"who": side.who, "value": side.value,
             "spans": [[row_of[span.article_id], span.start, span.end] for span in side.spans]}
            for side in dispute.positions]
