#!/usr/bin/env python3
"""Score disputes against the labelled list: python bench/sets/disputes/score.py PRED.jsonl [--json]

A dispute is one of the list where it is of the same story and kind and at least two of its sides rest on words that
overlap those of two sides of the list's. Precision is over disputes that match the list; those that match nothing are
counted apart, to be read and added. Recall is over the real disputes of the list, which is what versions of the
program have found so far: it cannot tell of what none of them found.
"""
from __future__ import annotations

import json
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any


def load(path: str | Path) -> list[Any]:
    with Path(path).open(encoding="utf-8") as lines:
        return [json.loads(line) for line in lines if line.strip()]


def touch(one: Sequence[Any], other: Sequence[Any]) -> bool:
    return any(a[0] == b[0] and a[1] < b[2] and b[1] < a[2] for a in one for b in other)


def same(label: dict[str, Any], found: dict[str, Any]) -> bool:
    if (label["story"], label["kind"]) != (found["story"], found["kind"]):
        return False
    sides = [side["spans"] for side in found["positions"]]
    return sum(any(touch(mine, theirs) for theirs in sides) for mine in label["positions"]) >= 2


def evaluate(labels: Sequence[dict[str, Any]], found: Sequence[dict[str, Any]]) -> dict[str, Any]:
    right = wrong = unknown = 0
    seen: set[int] = set()
    for item in found:
        match = [at for at, label in enumerate(labels) if same(label, item)]
        if not match:
            unknown += 1
        elif any(labels[at]["right"] for at in match):
            right += 1
            seen.update(at for at in match if labels[at]["right"])
        else:
            wrong += 1
    real = sum(label["right"] for label in labels)
    return {"listed": len(labels), "real": real, "right": right, "wrong": wrong, "not in the list": unknown,
            "precision": round(right / max(1, right + wrong), 3), "recall of the list": round(len(seen) / real, 3)}


if __name__ == "__main__":
    if len(sys.argv) < 2:
        sys.exit(__doc__)
    figures = evaluate(load(Path(__file__).with_name("labels.jsonl")), load(sys.argv[1]))
    print(json.dumps(figures, indent=1))
