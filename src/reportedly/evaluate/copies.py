"""The bench task `copies`: reports in, pairs of which one holds a good part of the other out."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from reportedly.evaluate.plain_articles import plain_article
from reportedly.link.copies import CopyLinker
from reportedly.link.pairing import all_pairs
from reportedly.records.annotation import AnnotatedArticle


def predict(rows: Iterable[Mapping[str, Any]]) -> Iterator[dict[str, Any]]:
    """`{id, text}` rows -> `{a, b, share}` a pair; nothing is annotated."""
    names: dict[str, str] = {}
    reports = []
    for row in rows:
        article = plain_article(str(row["text"]), published=row.get("published"))
        names[article.id] = str(row["id"])
        reports.append(AnnotatedArticle(article=article))
    for pair in all_pairs((CopyLinker(),), reports):
        yield {"a": names[pair.a], "b": names[pair.b], "share": pair.score}
