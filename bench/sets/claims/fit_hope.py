#!/usr/bin/env python3
"""Fit which contents are worth laying beside each other: python bench/sets/claims/fit_hope.py BATCHES... [--write]

BATCHES are annotated reports as `bench/linking.py annotate` leaves them. Pairs of contents that share keys are drawn
from each batch, and the function is fitted to whether their likeness reaches the threshold of one claim. Prints, with
each batch left out in turn, for shares of the pairs that are kept: which part of those that are one claim is among
them, and of those that are surely so (likeness .7). `--write` writes src/reportedly/link/hope.json, fitted on all.
"""
from __future__ import annotations

import argparse
import json
import pickle
import random
from pathlib import Path

import numpy as np
from fit import Floats, Labelled, fit, said  # type: ignore[import-not-found]  # beside this file

from reportedly.link.alike import likenesses, read_back
from reportedly.link.claims import SAME_CLAIM, ClaimLinker
from reportedly.link.hope import LEAST_HOPE, Hope
from reportedly.link.pairing import MemoryIndex, comparable

SHIPPED = Path(__file__).parents[3] / "src" / "reportedly" / "link" / "hope.json"
DRAWN = 0.25
"""Share of the contents of which the pairs are drawn."""
EARLIEST = 30
"""Reports of a batch whose pairs are left out: with few before them, contents have few pairs, and odd ones."""
SURE = 0.7
SHARES = 0.35, 0.3, 0.25, 0.2, 0.15


def drawn(path: Path) -> tuple[Floats, Floats]:
    """Features of pairs of the batch, shape (pairs, 8), and their likeness."""
    linker, hope, index, rng = ClaimLinker(), Hope(), MemoryIndex(), random.Random(5)
    told, alike = [], []
    for number, report in enumerate(pickle.loads(path.read_bytes())):
        nodes = comparable(linker.nodes(report))
        for node in nodes:
            others = list(index.sharing("claim", node.keys))
            if number >= EARLIEST and others and rng.random() < DRAWN:
                told.append(hope.features(node, others))
                alike += likenesses(read_back(node.label, node.points),
                                    [read_back(other.label, other.points) for other in others])
        index.put(nodes)
    return np.concatenate(told), np.array(alike)


def labelled(told: Floats, alike: Floats) -> list[Labelled]:
    return [Labelled("", bool(value >= SAME_CLAIM), tuple(row), True)
            for row, value in zip(told.tolist(), alike.tolist(), strict=True)]


def main() -> None:
    reader = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    reader.add_argument("batches", type=Path, nargs="+")
    reader.add_argument("--write", action="store_true")
    options = reader.parse_args()
    sets = {path.name: drawn(path) for path in options.batches}
    pairs = {name: labelled(*rows) for name, rows in sets.items()}
    for name, (_, alike) in sets.items():
        rest = [pair for other, some in pairs.items() if other != name for pair in some]
        scores = said(fit(rest), pairs[name]) if rest else np.zeros(len(alike))
        one, sure, least = alike >= SAME_CLAIM, alike >= SURE, 1 / (1 + np.exp(-LEAST_HOPE))
        kept = {f"{share:.2f}": scores >= np.quantile(scores, 1 - share) for share in SHARES}
        kept[f"logit {LEAST_HOPE}: {(scores >= least).mean():.2f}"] = scores >= least
        print(name, json.dumps({"pairs": len(alike), "one claim": int(one.sum()), "found (surely one)": {
            share: f"{some[one].mean():.3f} ({some[sure].mean():.3f})" for share, some in kept.items()}}), flush=True)
    if options.write:
        fitted = fit([pair for some in pairs.values() for pair in some])
        short = {name: [float(f"{value:.6g}") for value in values] for name, values in fitted.items()}
        SHIPPED.write_text(json.dumps(short, indent=1) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
