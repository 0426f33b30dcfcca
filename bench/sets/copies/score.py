#!/usr/bin/env python3
"""Score pairs of copies: python bench/sets/copies/score.py GOLD.jsonl PRED.jsonl

Recall of a kind: variants paired with their original. Precision: pairs that share source text, which are a variant and
its original, two variants of one original, or two that hold sentences of one other report.
"""

from __future__ import annotations

import json
import sys
from collections import Counter
from pathlib import Path
from typing import Any


def load(path: str) -> list[Any]:
    with Path(path).open(encoding="utf-8") as lines:
        return [json.loads(line) for line in lines if line.strip()]


def evaluate(gold: list[Any], pairs: list[Any]) -> dict[str, Any]:
    source = {row["id"]: row["of"] for row in gold}
    found = {frozenset((pair["a"], pair["b"])) for pair in pairs}
    kinds, hits = Counter(row["kind"] for row in gold), Counter[str]()
    for row in gold:
        hits[row["kind"]] += frozenset((row["id"], row["of"])) in found
    mixed = {row["id"]: row["with"] for row in gold if row["with"] is not None}
    right = sum(len({source.get(name, name) for name in pair}) == 1
                or (len(pair & mixed.keys()) == 2 and len({mixed[name] for name in pair}) == 1) for pair in found)
    return {"recall": {kind: round(hits[kind] / count, 3) for kind, count in kinds.items()},
            "pairs": len(found), "precision": round(right / max(1, len(found)), 4)}


if __name__ == "__main__":
    if len(sys.argv) != 3:
        sys.exit(__doc__)
    print(json.dumps(evaluate(load(sys.argv[1]), load(sys.argv[2])), indent=1))
