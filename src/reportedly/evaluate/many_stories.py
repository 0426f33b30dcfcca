"""Rows of several stories -> the dossier of each, for tasks that are about a story's parts."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from reportedly.dossier.compose import compose
from reportedly.dossier.records import Dossier
from reportedly.engine.components import default_linkers
from reportedly.evaluate.story import annotate_rows
from reportedly.link.pairing import all_pairs
from reportedly.records.ids import ArticleId
from reportedly.records.linked import StoryState
from reportedly.records.span import SourceSpan


@dataclass(frozen=True, slots=True)
class ReadStory:
    """A story of a bench with the names of its rows."""

    name: str
    dossier: Dossier
    row_of: Mapping[ArticleId, str]

    def place(self, span: SourceSpan) -> list[Any]:
        """`[row id, start, end]`, offsets in the report's text as it was read."""
        return [self.row_of[span.article_id], span.start, span.end]


def read_stories(rows: Iterable[Mapping[str, Any]], fewest: int) -> Iterator[ReadStory]:
    """`{story, id, url, outlet, published, title, text}` rows -> stories by name, of `fewest` reports and more."""
    stories: dict[str, list[Mapping[str, Any]]] = defaultdict(list)
    for row in rows:
        stories[str(row.get("story", ""))].append(row)
    for story in sorted(stories):
        if len(stories[story]) >= fewest:
            yield _read(story, stories[story])


def _read(story: str, rows: list[Mapping[str, Any]]) -> ReadStory:
    names = {f"row:{number}": str(row.get("id") or row.get("url")) for number, row in enumerate(rows, 1)}
    reports = annotate_rows(rows)
    row_of = {report.article.id: names[report.article.name] for report in reports}
    state = StoryState(title=story, reports=tuple(reports), pairs=all_pairs(default_linkers(), reports), unread=(),
                       superseded={}, older=(), revision=1, known_at="", as_of=None)
    return ReadStory(story, compose(state), row_of)
