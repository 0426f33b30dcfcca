#!/usr/bin/env python3
"""Score claims against the labelled pairs: python bench/sets/claims/score.py PRED.jsonl [--misses]

A passage is in a claim where a member's words overlap it by half of the shorter of the two. A pair is put under one
claim where some claim holds both its passages. `same` and `against` are right to be under one claim; F1 of that.
"""
from __future__ import annotations

import json
import sys
from collections import Counter
from collections.abc import Sequence
from pathlib import Path
from typing import Any


def load(path: str | Path) -> list[Any]:
    with Path(path).open(encoding="utf-8") as lines:
        return [json.loads(line) for line in lines if line.strip()]


def overlaps(passage: Sequence[Any], spans: Sequence[Sequence[Any]]) -> bool:
    """True where these spans of the passage's report overlap it by half of the shorter."""
    here = [span for span in spans if span[0] == passage[0]]
    shared = sum(max(0, min(span[2], passage[2]) - max(span[1], passage[1])) for span in here)
    shorter = min(passage[2] - passage[1], sum(span[2] - span[1] for span in here))
    return bool(here) and shared * 2 >= shorter


def claims_of(passage: Sequence[Any], claims: Sequence[Any]) -> set[int]:
    """Numbers of the claims that hold the passage."""
    return {number for number, claim in enumerate(claims)
            if any(overlaps(passage, member["spans"]) for member in claim["members"])}


def evaluate(pairs: Sequence[Any], labels: Sequence[Any], claims: Sequence[Any]) -> dict[str, Any]:
    label_of = {row["pair"]: row["label"] for row in labels}
    counts: Counter[str] = Counter()
    wrong = []
    for pair in pairs:
        held = [claim for claim in claims if claim["story"] == pair["story"]]
        found = bool(claims_of(pair["a"], held) & claims_of(pair["b"], held))
        one = label_of[pair["pair"]] != "different"
        counts["right" if found and one else "false" if found else "missed" if one else "apart"] += 1
        if found != one:
            wrong.append((pair["pair"], "false" if found else "missed"))
    precision = counts["right"] / max(1, counts["right"] + counts["false"])
    recall = counts["right"] / max(1, counts["right"] + counts["missed"])
    f1 = 2 * precision * recall / (precision + recall) if counts["right"] else 0.0
    return {"pairs": len(pairs), "of one claim": counts["right"] + counts["missed"], "precision": round(precision, 3),
            "recall": round(recall, 3), "f1": round(f1, 3), "wrong": wrong}


if __name__ == "__main__":
    if len(sys.argv) < 2:
        sys.exit(__doc__)
    here = Path(__file__).parent
    figures = evaluate(load(here / "pairs.jsonl"), load(here / "labels.jsonl"), load(sys.argv[1]))
    wrong_pairs = figures.pop("wrong")
    print(json.dumps({**figures, **({"wrong": wrong_pairs} if "--misses" in sys.argv else {})}))
