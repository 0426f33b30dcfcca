#!/usr/bin/env python3
"""Fit what tells a retelling: python bench/sets/copies/fit.py BENCH [--show]

The 60 paraphrases beside their originals, and as false ones all pairs of reports of one open story that no fingerprints
link, whole and as openings of like length, and each paraphrase beside openings of other reports of its story. Prints
the weights for `link/retelling.py`, and with tenths left out in turn how many paraphrases are found and how many
others with them. `--show` lists those.
"""
from __future__ import annotations

import argparse
import gzip
import json
import random
from collections import defaultdict
from collections.abc import Iterator
from itertools import combinations
from pathlib import Path
from typing import Any

import make  # type: ignore[import-not-found]  # beside this file
import numpy as np
from numpy.typing import NDArray

from reportedly.evaluate.copies import predict
from reportedly.link.retelling import FEWEST_WORDS, RETOLD, measures

OPENINGS = (450, 560, 700, 1000)
"""Code points of the openings that are compared."""
RIDGE = 1.0
TENTHS = 10
Floats = NDArray[np.float64]
Told = tuple[bool, str, tuple[float, ...]]


def stories(bench: Path) -> dict[str, list[tuple[str, str]]]:
    found: dict[str, list[tuple[str, str]]] = defaultdict(list)
    for name in ("news-cluster", "basil"):
        with gzip.open(bench / make.SETS[name], "rt", encoding="utf-8") as lines:
            for row in map(json.loads, lines):
                found[row["story"]].append((row["id"], row["text"]))
    with (bench / "stories/equifax-2017.jsonl").open(encoding="utf-8") as lines:
        found["equifax-2017"] = [(row["url"], row["text"]) for row in map(json.loads, lines)]
    return found


def told(bench: Path) -> Iterator[Told]:
    """Whether it is a paraphrase, what it is, and its measures; pairs that share too little are left out."""
    rows, chance = make.paraphrased(), random.Random(7)
    pairs: list[tuple[bool, str, str, str]] = [(True, f"paraphrase {at}", *both)
                                               for at, both in enumerate(make.paraphrases(bench))]
    for story, reports in stories(bench).items():
        copied = {frozenset((pair["a"], pair["b"])) for pair in predict(
            {"id": name, "text": text} for name, text in reports)}
        written = {name: row for (_, name), row in rows.items()}
        cut = {name: written[name]["read"] if name in written else chance.choice(OPENINGS) for name, _ in reports}
        for (one, text), (other, words) in combinations(reports, 2):
            if frozenset((one, other)) not in copied:
                what = f"{story}: {one} {other}"
                pairs += [(False, what + " openings", text[:cut[one]], words[:cut[other]]),
                          (False, what, text, words)]
        for (one, _), (other, words) in combinations(reports + reports, 2):
            if one in written and one != other and frozenset((one, other)) not in copied:
                pairs.append((False, f"{story}: paraphrase of {one} {other}", written[one]["text"],
                              words[:cut[one]]))
    for is_one, what, text, words in pairs:
        long = min(len(text.split()), len(words.split())) >= FEWEST_WORDS
        if long and (found := measures(text, words)):
            yield is_one, what, found


def fit(x: Floats, y: Floats) -> Floats:
    """A constant and the weights, with a ridge on the weights as if all measures had one spread."""
    means, scales = x.mean(0), x.std(0)
    z = np.hstack([np.ones((len(x), 1)), (x - means) / scales])
    ridge, weights = np.array([0.0] + [RIDGE] * x.shape[1]), np.zeros(z.shape[1])
    for _ in range(50):
        said = 1 / (1 + np.exp(-z @ weights))
        weights -= np.linalg.solve((z * (said * (1 - said))[:, None]).T @ z + np.diag(ridge),
                                   z.T @ (said - y) + ridge * weights)
    return np.concatenate([[weights[0] - float(weights[1:] @ (means / scales))], weights[1:] / scales])


def main() -> None:
    reader = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    reader.add_argument("bench", type=Path)
    reader.add_argument("--show", action="store_true")
    options = reader.parse_args()
    rows: list[Any] = list(told(options.bench))
    x, y = np.array([row[2] for row in rows]), np.array([row[0] for row in rows], dtype=float)
    order, scores = list(range(len(rows))), np.zeros(len(rows))
    random.Random(7).shuffle(order)
    for number in range(TENTHS):
        away = order[number::TENTHS]
        rest = [at for at in order if at not in set(away)]
        weights = fit(x[rest], y[rest])
        scores[away] = 1 / (1 + np.exp(-(weights[0] + x[away] @ weights[1:])))
    print(json.dumps({"compared": len(rows), "paraphrases": int(y.sum()),
                      "weights": [round(value, 3) for value in fit(x, y).tolist()]}))
    for least in (0.5, RETOLD, 0.7, 0.8):
        print(json.dumps({"least": least, "paraphrases found": int((scores[y == 1] >= least).sum()),
                          "others": int((scores[y == 0] >= least).sum())}))
    if options.show:
        for at in sorted((at for at in order if not y[at]), key=lambda at: -scores[at])[:20]:
            print(round(float(scores[at]), 2), rows[at][1], [round(value, 2) for value in rows[at][2]])


if __name__ == "__main__":
    main()
