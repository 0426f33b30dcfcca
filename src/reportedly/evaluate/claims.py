"""The bench task `claims`: reports of several stories in, every claim of each story out, by places of its members."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from reportedly.evaluate.many_stories import read_stories
from reportedly.link.voices import voices_of

FEWEST_REPORTS = 2
"""A claim that the bench can tell needs two reports."""


def predict(rows: Iterable[Mapping[str, Any]]) -> Iterator[dict[str, Any]]:
    """`{story, id, url, outlet, published, title, text}` rows -> `{story, members}` a claim; a member is
    `{who, stance, spans: [[row id, start, end], …]}` with offsets in the report's text as it was read."""
    for story in read_stories(rows, FEWEST_REPORTS):
        content = {voice.id: voice.content for report in story.dossier.articles for voice in voices_of(report)}
        for claim in story.dossier.claims:
            yield {"story": story.name, "members": [
                {"who": stance.speaker, "stance": stance.stance,
                 "spans": [story.place(span) for span in content[stance.member]]} for stance in claim.stances]}
