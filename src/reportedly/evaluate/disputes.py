"""The bench task `disputes`: reports of several stories in, every dispute of each story out, by places of its sides."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from reportedly.evaluate.many_stories import ReadStory, read_stories
from reportedly.records.weighed import Dispute

FEWEST_REPORTS = 3
"""A story of fewer reports is left out."""


def predict(rows: Iterable[Mapping[str, Any]]) -> Iterator[dict[str, Any]]:
    """`{story, id, url, outlet, published, title, text}` rows -> `{story, kind, rule, weight, positions}` a dispute;
    a position is `{who, value, spans: [[row id, start, end], …]}` with offsets in the report's text as it was read."""
    for story in read_stories(rows, FEWEST_REPORTS):
        for dispute in story.dossier.disputes:
            yield {"story": story.name, "kind": dispute.kind, "rule": dispute.provenance.rule,
                   "weight": dispute.weight, "positions": _positions(dispute, story)}


def _positions(dispute: Dispute, story: ReadStory) -> list[dict[str, Any]]:
    return [{"who": side.who, "value": side.value, "spans": [story.place(span) for span in side.spans]}
            for side in dispute.positions]
