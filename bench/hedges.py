#!/usr/bin/env python3
"""How far the number of a word of probability is from what readers hear: python bench/hedges.py ANSWERS.train.jsonl

Five folds over respondents, seeded: the survey table is built from four fifths as `build_hedges.py` does, and scored
on the answers of the fifth; each standard's own point, or the middle of its range, beside it, over the words it knows.
Mean absolute error in points of a hundred.
"""

from __future__ import annotations

import argparse
import json
import random
import statistics
from collections import defaultdict
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from build_hedges import ICD_203, KENT, PHIA

FOLDS, SEED = 5, 5
Table = Mapping[str, float]


def folds(answers: Sequence[dict[str, Any]]) -> list[set[tuple[str, int]]]:
    people = sorted({(row["survey"], row["respondent"]) for row in answers})
    random.Random(SEED).shuffle(people)
    return [set(people[number::FOLDS]) for number in range(FOLDS)]


def medians(answers: Sequence[dict[str, Any]]) -> Table:
    values: dict[str, list[float]] = defaultdict(list)
    for row in answers:
        values[row["phrase"]].append(row["value"])
    return {phrase: statistics.median(numbers) for phrase, numbers in values.items()}


def errors(answers: Sequence[dict[str, Any]], table: Table) -> list[float]:
    return [abs(table[row["phrase"]] - row["value"]) for row in answers if row["phrase"] in table]


def measure(answers: Sequence[dict[str, Any]]) -> dict[str, Any]:
    """Mean error of each table, and how many answers it is over."""
    found: dict[str, list[float]] = defaultdict(list)
    standards: dict[str, Table] = {"Kent": {word: point for word, (_, point, _) in KENT.items()},
                                   "ICD-203": {word: sum(ends) / 2 for word, ends in ICD_203.items()},
                                   "PHIA": {word: sum(ends) / 2 for word, ends in PHIA.items()}}
    for fold in folds(answers):
        kept = [row for row in answers if (row["survey"], row["respondent"]) in fold]
        rest = [row for row in answers if (row["survey"], row["respondent"]) not in fold]
        for name, table in {"surveys": medians(rest), **standards}.items():
            found[name] += errors(kept, table)
    return {name: {"error": round(statistics.mean(numbers), 2), "answers": len(numbers)}
            for name, numbers in found.items()}


def main() -> None:
    reader = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    reader.add_argument("answers", type=Path)
    rows = [json.loads(line) for line in reader.parse_args().answers.read_text("utf-8").splitlines() if line.strip()]
    print(json.dumps(measure([row for row in rows if row["kind"] == "probability"])))


if __name__ == "__main__":
    main()
