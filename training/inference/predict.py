#!/usr/bin/env python3
"""Labels and probabilities for the pairs of an NLI file, in the form its scorer takes.

    python -m training.inference.predict INPUT.jsonl[.gz] -o PRED.jsonl [--model FOLDER]

Reads `premise` and `hypothesis` of each row and nothing else; run it from the root of the repository.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any

from training.inference.judge import FOLDER, InferenceModel, inference_model
from training.inference.pairs import lines_of


def predictions(rows: Iterable[Mapping[str, str]], model: InferenceModel) -> Iterator[dict[str, Any]]:
    """A label and the probabilities for each row, in order."""
    for row in rows:
        p = model.judge(row["premise"], row["hypothesis"])
        yield {"label": max(p, key=lambda label: p[label]), "p": {label: round(value, 6) for label, value in p.items()}}


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("input", type=Path)
    parser.add_argument("-o", "--output", type=Path, required=True)
    parser.add_argument("--model", type=Path, default=FOLDER, help="folder with the weights and their manifest.json")
    given = parser.parse_args()
    model = inference_model(given.model)
    with given.output.open("w", encoding="utf-8") as out:
        for row in predictions(lines_of(given.input), model):
            print(json.dumps(row), file=out)
    return 0


if __name__ == "__main__":
    sys.exit(main())
