"""The bench task `nli`: does the hypothesis follow from the premise, contradict it, or neither?"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import asdict
from typing import Any

from reportedly.models.inference import inference_model


def predict(rows: Iterable[Mapping[str, Any]]) -> Iterator[dict[str, Any]]:
    """`{premise, hypothesis}` rows -> `{label, p}`, one a row: the likeliest label and all probabilities."""
    model = inference_model()
    for row in rows:
        found = model.judge(row["premise"], row["hypothesis"])
        yield {"label": found.label, "p": {label: round(value, 6) for label, value in asdict(found).items()}}
