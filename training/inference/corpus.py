"""Everything a run reads, as arrays: labelled pairs, pairs made by rules, and the dev sets.

    python -m training.inference.corpus BENCH-FOLDER -o CORPUS.npz

Made once and shared by all runs; the arrays are in one fixed order, so a row number means the same pair everywhere.
"""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from concurrent.futures import ProcessPoolExecutor
from itertools import chain
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from reportedly.models.inference import LABELS, read_pair
from training.inference.augment import all_changed, turned_round, unlabelled
from training.inference.news import HEADLINES, HEADLINES_DEV, headline_pairs, news_pairs, unrelated_pairs
from training.inference.pairs import DEV, HALVED, TRAIN, Pair, apart, group_of, halves, read_part

FOLDS = 4
SEED = 11
EVERY = 2
"""Every how many reports pairs of news are made from."""
LONGEST_TRAINED = 192
"""Word pieces of a pair in training; the dev sets are read as the product reads, 256."""


def training_pairs(folder: Path) -> list[Pair]:
    """The labelled pairs, SNLI's half included; nothing of FEVER that touches FEVER-Symmetric's dev."""
    others = [pair for part in DEV if part != HALVED for pair in read_part(folder, part)]
    symmetric = [pair for pair in others if pair.part == "fever-symmetric.dev"]
    labelled = [pair for part in TRAIN for pair in read_part(folder, part)]
    fever = apart([pair for pair in labelled if pair.part == "fever.train"], symmetric)
    labelled = [pair for pair in labelled if pair.part != "fever.train"] + fever
    return labelled + halves(read_part(folder, HALVED), others)[0]


def dev_pairs(folder: Path) -> list[Pair]:
    """The dev sets, of SNLI's the half that is never trained on."""
    others = [pair for part in DEV if part != HALVED for pair in read_part(folder, part)]
    return halves(read_part(folder, HALVED), others)[1] + others


def all_pairs(bench: Path, *, with_rules: bool) -> list[Pair]:
    """Labelled; turned round, changed and unlabelled where asked for; of news; dev."""
    folder = bench / "nli"
    labelled = training_pairs(folder)
    made = [*turned_round(labelled), *all_changed(labelled, SEED), *unlabelled(labelled, SEED)] if with_rules else []
    return [*labelled, *made, *news_pairs(bench, SEED, EVERY), *headline_pairs(bench, HEADLINES),
            *unrelated_pairs(bench, SEED),
            *dev_pairs(folder), *headline_pairs(bench, HEADLINES_DEV)]


def _read(pair: Pair) -> tuple[list[int], list[int]]:
    dev = pair.part in (*DEV, HEADLINES_DEV) or pair.part.startswith(HALVED + "/kept")
    return read_pair(pair.first, pair.second, *(() if dev else (LONGEST_TRAINED,)))


def arrays(pairs: Sequence[Pair], workers: int) -> dict[str, NDArray[np.generic]]:
    """Pieces and kinds end to end, and for each pair its length, label (-1 where none), part and fold."""
    with ProcessPoolExecutor(workers) as pool:
        read = list(pool.map(_read, pairs, chunksize=2000))
    parts = list(dict.fromkeys(pair.part for pair in pairs))
    return {"pieces": np.fromiter(chain.from_iterable(ids for ids, _ in read), dtype=np.uint16),
            "kinds": np.fromiter(chain.from_iterable(kinds for _, kinds in read), dtype=np.uint8),
            "lengths": np.array([len(ids) for ids, _ in read], dtype=np.int64),
            "labels": np.array([LABELS.index(pair.label) if pair.label else -1 for pair in pairs], dtype=np.int64),
            "parts": np.array([parts.index(pair.part) for pair in pairs], dtype=np.int64),
            "folds": np.array([group_of(pair) % FOLDS for pair in pairs], dtype=np.int64),
            "names": np.array(parts)}


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("bench", type=Path, help="the folder of the bench")
    parser.add_argument("-o", "--output", type=Path, required=True)
    parser.add_argument("--workers", type=int, default=2)
    parser.add_argument("--with-rules", action="store_true", help="also pairs turned round, changed and unlabelled")
    parser.add_argument("--some", type=int, default=1, help="only every so many pairs, to try the code")
    given = parser.parse_args()
    pairs = all_pairs(given.bench, with_rules=given.with_rules)[::given.some]
    np.savez_compressed(given.output, **arrays(pairs, given.workers))  # type: ignore[arg-type]
    for part in dict.fromkeys(pair.part for pair in pairs):
        print(part, sum(pair.part == part for pair in pairs))


if __name__ == "__main__":
    main()
