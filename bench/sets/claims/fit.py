#!/usr/bin/env python3
"""Fit what makes two contents alike: python bench/sets/claims/fit.py BENCH [--write] [--only labels|training]

Reads the labelled pairs (`pairs.jsonl`, `labels.jsonl`) and the further ones of `training.jsonl`, and prints F1 on the
labelled pairs, pair by pair before anything is grouped: with the stories of each tenth left out in turn (the threshold
chosen on the other nine), and in sample. `--write` writes src/reportedly/link/alike.json, fitted on all pairs.
"""
from __future__ import annotations

import argparse
import gzip
import json
import random
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from reportedly.link.alike import features
from reportedly.link.quadratic import products

HERE = Path(__file__).parent
SHIPPED = HERE.parents[2] / "src" / "reportedly" / "link" / "alike.json"
SOURCES = ("stories/korea-2024.jsonl", "stories/equifax-2017.jsonl", "story-clustering/news-cluster.dev.jsonl.gz",
           "story-clustering/basil.dev.jsonl.gz")
RIDGE = 25.0
TENTHS, TIMES = 10, 5
THRESHOLDS = np.arange(0.1, 0.95, 0.02)
Floats = NDArray[np.float64]


@dataclass(frozen=True)
class Labelled:
    """One pair: its story, whether it is one claim, what is told of it, and whether it is of the labelled list."""

    story: str
    one: bool
    told: tuple[float, ...]
    counts: bool


def texts(bench: Path) -> dict[str, str]:
    found = {}
    for source in SOURCES:
        opened = gzip.open if source.endswith(".gz") else open
        with opened(bench / source, "rt", encoding="utf-8") as lines:
            for row in map(json.loads, lines):
                found[str(row.get("id") or row.get("url"))] = row["text"]
    return found


def rows(name: str) -> list[dict[str, Any]]:
    with (HERE / name).open(encoding="utf-8") as lines:
        return [json.loads(line) for line in lines if line.strip()]


def words(side: list[Any], of: dict[str, str]) -> str:
    """The words of a side, as one span or several."""
    spans = side[1] if isinstance(side[1], list) else [side[1:3]]
    return " … ".join(" ".join(of[side[0]][start:end].split()) for start, end in spans)


def labelled(bench: Path) -> Iterator[Labelled]:
    of, labels = texts(bench), {row["pair"]: row["label"] for row in rows("labels.jsonl")}
    for pair in rows("pairs.jsonl"):
        told = features(words(pair["a"], of), words(pair["b"], of))
        yield Labelled(pair["story"], labels[pair["pair"]] != "different", told or (0.0,) * 6, True)
    for pair in rows("training.jsonl"):
        told = features(words(pair["a"], of), words(pair["b"], of))
        yield Labelled(pair["story"], pair["label"] == "one", told or (0.0,) * 6, False)


def fit(pairs: list[Labelled]) -> dict[str, list[float]]:
    """A logistic function with a ridge on every weight but the first, by Newton's method; means and scales with it."""
    told = np.array([pair.told for pair in pairs])
    means, scales = told.mean(0), told.std(0)
    raw = np.array([products(row) for row in ((told - means) / scales).tolist()])
    centre, spread = raw.mean(0), raw.std(0)
    x = np.hstack([np.ones((len(raw), 1)), (raw - centre) / spread])
    y, ridge = np.array([pair.one for pair in pairs], dtype=float), np.full(x.shape[1], RIDGE)
    ridge[0], weights = 0.0, np.zeros(x.shape[1])
    for _ in range(50):
        said = 1 / (1 + np.exp(-x @ weights))
        slope = x.T @ (said - y) + ridge * weights
        weights -= np.linalg.solve((x * (said * (1 - said))[:, None]).T @ x + np.diag(ridge), slope)
    begin = weights[0] - float(weights[1:] @ (centre / spread))
    return {"means": means.tolist(), "scales": scales.tolist(), "begin": [begin],
            "weights": (weights[1:] / spread).tolist()}


def said(fitted: dict[str, list[float]], pairs: list[Labelled]) -> Floats:
    told = (np.array([pair.told for pair in pairs]) - fitted["means"]) / fitted["scales"]
    raw = np.array([products(row) for row in told.tolist()])
    return np.asarray(1 / (1 + np.exp(-(fitted["begin"][0] + raw @ np.array(fitted["weights"])))))


def f1(found: NDArray[np.bool_], one: NDArray[np.bool_]) -> float:
    return 2 * int((found & one).sum()) / max(1, int(found.sum() + one.sum()))


def best(scores: Floats, one: NDArray[np.bool_]) -> float:
    """The threshold of the highest F1."""
    return float(max(THRESHOLDS, key=lambda least: f1(scores >= least, one)))


def left_out(pairs: list[Labelled], seed: int, only: str | None) -> float:
    """F1 with the stories of each tenth left out of fitting and of choosing the threshold."""
    stories = sorted({pair.story for pair in pairs})
    random.Random(seed).shuffle(stories)
    found, one = [], []
    for number in range(TENTHS):
        away = set(stories[number::TENTHS])
        rest = [pair for pair in pairs if pair.story not in away]
        fitted = fit([pair for pair in rest if only is None or pair.counts == (only == "labels")])
        known, asked = [pair for pair in rest if pair.counts], [pair for pair in pairs if pair.story in away
                                                                and pair.counts]
        if asked:
            least = best(said(fitted, known), np.array([pair.one for pair in known]))
            found += (said(fitted, asked) >= least).tolist()
            one += [pair.one for pair in asked]
    return f1(np.array(found), np.array(one))


def main() -> None:
    reader = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    reader.add_argument("bench", type=Path)
    reader.add_argument("--write", action="store_true")
    reader.add_argument("--only", choices=("labels", "training"), help="fit on these pairs alone")
    options = reader.parse_args()
    pairs = list(labelled(options.bench))
    used = [pair for pair in pairs if options.only is None or pair.counts == (options.only == "labels")]
    fitted, listed = fit(used), [pair for pair in pairs if pair.counts]
    one, scores = np.array([pair.one for pair in listed]), said(fitted, listed)
    folds = [left_out(pairs, seed, options.only) for seed in range(TIMES)]
    least = best(scores, one)
    print(json.dumps({"pairs": len(pairs), "of one claim": sum(pair.one for pair in pairs),
                      "f1, stories left out": [round(value, 3) for value in folds],
                      "mean": round(sum(folds) / TIMES, 3), "f1 in sample": round(f1(scores >= least, one), 3),
                      "threshold": round(least, 2)}))
    if options.write:
        short = {name: [float(f"{value:.6g}") for value in values] for name, values in fitted.items()}
        SHIPPED.write_text(json.dumps(short, indent=1) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
