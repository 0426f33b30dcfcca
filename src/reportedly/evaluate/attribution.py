"""The attribution bench: articles in, source, cue and content spans out."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from reportedly.annotate.attributions import ModelAttributions
from reportedly.annotate.pipeline import EnglishPipeline
from reportedly.annotate.sentences import ParsedSentences
from reportedly.errors import UnreadableReportError
from reportedly.read.reader import read_report
from reportedly.records.annotation import AnnotatedArticle, Attribution
from reportedly.records.article import Article, RawReport
from reportedly.records.span import SourceSpan


def predict(rows: Iterable[dict[str, Any]]) -> Iterator[dict[str, Any]]:
    """One `{id, attributions: [{source, cue, content}]}` a row; offsets are code points of the row's `text`.

    A text that cannot be read as a report gets no attributions.
    """
    pipeline = EnglishPipeline([ParsedSentences(), ModelAttributions()], forgiving=True)
    for row in rows:
        article = article_of(row)
        yield {"id": row["id"], "attributions": as_rows(pipeline.annotate_one(article)) if article is not None else []}


def article_of(row: dict[str, Any]) -> Article | None:
    """The row read as a JSONL report, so that its zones are found as in any report; None where it is unreadable."""
    fields = {key: row.get(key) for key in ("text", "title", "published")}
    raw = RawReport(data=json.dumps(fields).encode(), media="json", where=str(row["id"]), name=str(row["id"]))
    try:
        return read_report(raw)
    except UnreadableReportError:
        return None


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
