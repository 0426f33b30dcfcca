#!/usr/bin/env python3
"""Score forecasts and explanations: python bench/sets/sentences/score.py PRED.jsonl [--check] [--misses]

A sentence is said to hold one where one's words overlap it. `--check`: the part kept aside. Windows are scored over
forecasts found: the last day on which they can come true, `open` included, and apart of those whose words name one.
"""
from __future__ import annotations

import json
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

Row = dict[str, Any]


def load(path: str | Path) -> list[Row]:
    with Path(path).open(encoding="utf-8") as lines:
        return [json.loads(line) for line in lines if line.strip()]


def touching(sentence: Row, items: Sequence[Row]) -> list[Row]:
    return [item for item in items if item["start"] < sentence["end"] and item["end"] > sentence["start"]]


def found(sentences: Sequence[Row], labels: Mapping[int, Row], said: Mapping[str, Row], what: str) -> Row:
    right: list[int] = []
    false: list[int] = []
    missed: list[int] = []
    for sentence in sentences:
        hit = bool(touching(sentence, said[sentence["id"]][f"{what}s"]))
        holds = labels[sentence["sentence"]][what]
        if hit or holds:
            (right if hit and holds else false if hit else missed).append(sentence["sentence"])
    precision, recall = len(right) / max(1, len(right) + len(false)), len(right) / max(1, len(right) + len(missed))
    return {"labelled": len(right) + len(missed), "precision": round(precision, 3), "recall": round(recall, 3),
            "f1": round(2 * precision * recall / max(precision + recall, 1e-9), 3), "false": false, "missed": missed}


def windows(sentences: Sequence[Row], labels: Mapping[int, Row], said: Mapping[str, Row]) -> Row:
    pairs = []
    for sentence in sentences:
        hits = touching(sentence, said[sentence["id"]]["forecasts"])
        if hits and labels[sentence["sentence"]]["forecast"]:
            dated = [hit["due"] for hit in hits if hit["due"] != "open"]
            pairs.append((labels[sentence["sentence"]]["due"], dated[0] if dated else "open"))
    named = [(gold, due) for gold, due in pairs if gold != "open"]
    return {"scored": len(pairs), "exact": round(sum(a == b for a, b in pairs) / max(1, len(pairs)), 3),
            "named": len(named), "exact of named": round(sum(a == b for a, b in named) / max(1, len(named)), 3)}


def evaluate(sentences: Sequence[Row], labels: Sequence[Row], predictions: Sequence[Row]) -> Row:
    label_of, said = {row["sentence"]: row for row in labels}, {row["id"]: row for row in predictions}
    return {"sentences": len(sentences), "forecast": found(sentences, label_of, said, "forecast"),
            "explanation": found(sentences, label_of, said, "explanation"),
            "window": windows(sentences, label_of, said)}


if __name__ == "__main__":
    if len(sys.argv) < 2:
        sys.exit(__doc__)
    here, kept = Path(__file__).parent, "--check" in sys.argv
    figures = evaluate(load(here / ("check.jsonl" if kept else "sentences.jsonl")),
                       load(here / ("check-labels.jsonl" if kept else "labels.jsonl")), load(sys.argv[1]))
    if "--misses" not in sys.argv:
        for part in ("forecast", "explanation"):
            del figures[part]["false"], figures[part]["missed"]
    print(json.dumps(figures))
