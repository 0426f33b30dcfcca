"""The attribution bench: articles in, source, cue and content spans out."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from reportedly.annotate.attributions import RuleAttributions
from reportedly.annotate.pipeline import EnglishPipeline
from reportedly.annotate.sentences import ParsedSentences
from reportedly.records.annotation import AnnotatedArticle, Attribution
from reportedly.records.article import Article, Outlet, Zone, ZoneKind
from reportedly.records.ids import ArticleId
from reportedly.records.judgement import Provenance
from reportedly.records.span import SourceSpan


def predict(rows: Iterable[dict[str, Any]]) -> Iterator[dict[str, Any]]:
    """One `{id, attributions: [{source, cue, content}]}` a row; offsets are code points of the row's `text`."""
    pipeline = EnglishPipeline([ParsedSentences(), RuleAttributions()])
    for row in rows:
        annotated = pipeline.annotate_one(article_of_lines(str(row["id"]), row["text"]))
        yield {"id": row["id"], "attributions": as_rows(annotated)}


def article_of_lines(name: str, text: str) -> Article:
    """An article whose first line is the title and whose other lines are paragraphs of the body."""
    zones: list[Zone] = []
    start = 0
    for line in text.split("\n"):
        if line.strip():
            left = start + len(line) - len(line.lstrip())
            kind = ZoneKind.BODY if zones else ZoneKind.TITLE
            zones.append(Zone(kind=kind, start=left, end=start + len(line.rstrip()), rule="one zone a line"))
        start += len(line) + 1
    return Article(id=ArticleId(name), source="", name=name, url=None, outlet=Outlet(name="", domain=None), title=None,
                   byline=(), published=None, modified=None, retrieved=None, language="en", text=text,
                   zones=tuple(zones), findings=(), notices=(),
                   made_by=Provenance(component="reportedly.lines.v1", rule="one zone a line"))


def as_rows(annotated: AnnotatedArticle) -> list[dict[str, list[list[int]]]]:
    """The attributions as the bench writes them.

    PolNeAR gives every attribution a cue and hardly ever annotates one inside the content of another (0.4 % of its
    tokens carry two roles), so nested ones and continued quotations without a cue are left out.
    """
    return [_row(item) for item in annotated.attributions if item.parent is None and item.cue]


def _row(attribution: Attribution) -> dict[str, list[list[int]]]:
    return {"source": _offsets(attribution.source), "cue": _offsets(attribution.cue),
            "content": _offsets(attribution.content)}


def _offsets(spans: Sequence[SourceSpan]) -> list[list[int]]:
    return [[span.start, span.end] for span in spans]
