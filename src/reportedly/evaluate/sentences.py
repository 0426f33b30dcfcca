"""The bench task `sentences`: the forecasts and explanations of each text, by place."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from reportedly.engine.components import default_pipeline
from reportedly.evaluate.plain_articles import plain_article
from reportedly.records.annotation import Explanation, ForecastMention


def predict(rows: Iterable[Mapping[str, Any]]) -> Iterator[dict[str, Any]]:
    """`{id, published, text}` rows -> `{id, forecasts, explanations}` by code points of the text.

    A forecast is `{start, end, hedge, due, conditional}`, `due` the last day on which it can come true or `open`; an
    explanation, `{start, end, cue}`, is one that says outright why or through whom.
    """
    pipeline = default_pipeline()
    for row in rows:
        [report] = pipeline.annotate([plain_article(str(row["text"]), published=row.get("published"))])
        yield {"id": row["id"], "forecasts": [_forecast(item) for item in report.forecasts],
               "explanations": [_explanation(item) for item in report.explanations if item.is_firm]}


def _forecast(item: ForecastMention) -> dict[str, Any]:
    due = item.horizon.latest if item.horizon else None
    return {"start": item.clause.start, "end": item.clause.end, "hedge": item.hedge.word if item.hedge else "",
            "due": due[:10] if due else "open", "conditional": item.condition is not None}


def _explanation(item: Explanation) -> dict[str, Any]:
    return {"start": item.clause.start, "end": item.clause.end, "cue": item.cue.exact}
