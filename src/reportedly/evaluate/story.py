"""A pack of reports -> the neutral result schema of the story scorer."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from reportedly.dossier.compose import compose
from reportedly.dossier.records import Dossier
from reportedly.engine.components import default_linkers, default_pipeline
from reportedly.errors import UnreadableReportError
from reportedly.evaluate.neutral import neutral
from reportedly.link.pairing import all_pairs
from reportedly.read.reader import read_report
from reportedly.records.annotation import AnnotatedArticle
from reportedly.records.article import Article, RawReport
from reportedly.records.linked import StoryState

INPUT_FIELDS = ("url", "outlet", "published", "title", "text")
"""What is read of a row; everything else, answers included, is left alone."""


def annotate_rows(rows: Iterable[Mapping[str, Any]]) -> list[AnnotatedArticle]:
    """The rows read as a story's reports and annotated, by date of publication."""
    pipeline = default_pipeline()
    raws = (raw_report(row, number) for number, row in enumerate(rows, 1))
    articles = {article.id: article for article in readable(raws)}
    reports = list(pipeline.annotate(articles.values()))
    return sorted(reports, key=lambda report: (report.article.published_day or "9999", report.article.id))


def readable(raws: Iterable[RawReport]) -> Iterator[Article]:
    """The articles of the reports that can be read; a row without text is left out."""
    for raw in raws:
        try:
            yield read_report(raw)
        except UnreadableReportError:
            continue


def raw_report(row: Mapping[str, Any], number: int) -> RawReport:
    """One row as the JSONL line it was."""
    line = json.dumps({key: row.get(key) for key in INPUT_FIELDS}, ensure_ascii=False)
    data = line.encode("utf-8", "surrogatepass")
    return RawReport(data=data, media="json", where=f"row {number}", name=f"row:{number}")


def dossier_of(rows: Iterable[Mapping[str, Any]], title: str = "story") -> Dossier:
    """The dossier of a pack, composed in memory by the same linkers and folds that the store uses."""
    reports = annotate_rows(rows)
    state = StoryState(title=title, reports=tuple(reports), pairs=all_pairs(default_linkers(), reports), unread=(),
                       superseded={}, older=(), revision=1, known_at="", as_of=None)
    return compose(state)


def predict(rows: Iterable[Mapping[str, Any]]) -> dict[str, Any]:
    """The neutral result of a pack; for a pack of one report with its span sections too."""
    return neutral(dossier_of(rows))
