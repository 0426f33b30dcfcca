"""After training: export, compare int8 with float32, calibrate, and write the manifest.

    python -m training.inference.finish BENCH-FOLDER --weights FOLDER/weights.npz -o FOLDER

The temperature is chosen on half of each dev set, by first text, every set counting alike; what is said of calibration
is measured on the other halves.
"""

from __future__ import annotations

import argparse
import json
import time
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from reportedly.models.inference import LABELS, NAME, Floats, InferenceModel, probabilities
from reportedly.models.onnx import session
from training.inference.corpus import dev_pairs
from training.inference.export import write
from training.inference.news import HEADLINES, HEADLINES_DEV, headline_pairs
from training.inference.packed import read_parts, unpacked
from training.inference.pairs import HALVED, TRAIN, Pair, digest, group_of

TEMPERATURES = np.round(np.arange(0.5, 3.01, 0.02), 2)
THRESHOLDS = (0.5, 0.6, 0.7, 0.8, 0.9)
FILE = "inference.onnx"
LICENCE = "Apache-2.0"
"""Of the weights; the terms of what they learned from stand in their card."""
Numbers = NDArray[np.int64]
Mask = NDArray[np.bool_]


def said_by(path: Path, pairs: Sequence[Pair]) -> tuple[Floats, float]:
    """Logits of the pairs by an exported file, and pairs a second on one thread."""
    model = InferenceModel(session(path.read_bytes(), path.name), 1.0)
    began = time.perf_counter()
    said = np.stack([model.logits(pair.first, pair.second) for pair in pairs])
    return said, len(pairs) / (time.perf_counter() - began)


def by_part(parts: Sequence[str]) -> dict[str, Mask]:
    """Rows of each part."""
    return {name: np.array([part == name for part in parts]) for name in dict.fromkeys(parts)}


def temperature_of(said: Floats, labels: Numbers, masks: Sequence[Mask]) -> float:
    """The temperature with the least log loss, every mask counting alike."""
    def loss(temperature: float) -> float:
        p = probabilities(said, temperature)[np.arange(len(labels)), labels]
        return float(np.mean([-np.log(np.maximum(p[mask], 1e-9)).mean() for mask in masks]))
    return float(min(TEMPERATURES, key=loss))


def bins_of(p: Floats, labels: Numbers) -> list[dict[str, float]]:
    """Ten bins by the probability of the label said: how many, mean probability, share right."""
    top, right = p.max(1), p.argmax(1) == labels
    numbers = np.minimum((top * 10).astype(int), 9)
    return [{"pairs": int((numbers == bin_).sum()), "said": round(float(top[numbers == bin_].mean()), 3),
             "right": round(float(right[numbers == bin_].mean()), 3)} for bin_ in range(10) if (numbers == bin_).any()]


def calibration_error(p: Floats, labels: Numbers) -> float:
    """As the scorer counts it."""
    return round(sum(row["pairs"] * abs(row["said"] - row["right"]) for row in bins_of(p, labels)) / len(labels), 4)


def contradictions(p: Floats, labels: Numbers) -> list[dict[str, float]]:
    """Precision and recall of contradiction where its probability reaches each threshold."""
    column = LABELS.index("contradiction")
    found = []
    for threshold in THRESHOLDS:
        told, true = p[:, column] >= threshold, labels == column
        hits = float((told & true).sum())
        found.append({"from": threshold, "precision": round(hits / max(1, int(told.sum())), 3),
                      "recall": round(hits / max(1, int(true.sum())), 3)})
    return found


def calibrated(said: Floats, labels: Numbers, rows: Mapping[str, Mask], odd: Mask) -> dict[str, Any]:
    """Temperature, and calibration and contradictions of each set on the half it was not chosen on."""
    temperature = temperature_of(said, labels, [mask & odd for mask in rows.values()])
    before, after = probabilities(said, 1.0), probabilities(said, temperature)
    kept = {name: mask & ~odd for name, mask in rows.items()}
    return {"temperature": temperature,
            "calibration_error": {name: {"before": calibration_error(before[mask], labels[mask]),
                                         "after": calibration_error(after[mask], labels[mask])}
                                  for name, mask in kept.items()},
            "reliability": bins_of(after[~odd], labels[~odd]),
            "contradiction": {name: contradictions(after[mask], labels[mask]) for name, mask in kept.items()}}


def manifest_row(folder: Path, bench: Path, figures: Mapping[str, Any]) -> dict[str, Any]:
    """The row of `manifest.json`: digests of weights and data, and how far to trust what the model says."""
    data = {part: digest(bench / "nli" / f"{part}.jsonl.gz")[:12] for part in (*TRAIN, HALVED)}
    data |= {"polnear train": digest(bench / "attribution" / "train.jsonl")[:12],
             HEADLINES: digest(bench / "stance" / f"{HEADLINES}.jsonl")[:12]}
    return {"name": NAME, "file": FILE, "sha256": digest(folder / FILE), "licence": LICENCE,
            "trained_on": "; ".join(f"{part} {value}" for part, value in data.items()),
            "recipe": "training/inference",
            "settings": {"temperature": figures["temperature"]}}


def measured(files: Mapping[str, Path], pairs: Sequence[Pair], said: Path) -> dict[str, Any]:
    """Accuracy and speed of each exported file, and the calibration of the int8 one.

    `said`: folder where the logits are kept.
    """
    labels = np.array([LABELS.index(pair.label) for pair in pairs])
    rows = by_part([pair.part for pair in pairs])
    figures: dict[str, Any] = {"bytes": files["int8"].stat().st_size}
    for name, file in files.items():
        logits, speed = said_by(file, pairs)
        np.save(said / f"{name}.npy", logits)
        figures[name] = {"accuracy": {part: round(float((logits.argmax(1) == labels)[mask].mean()), 4)
                                      for part, mask in rows.items()}, "pairs_a_second": round(speed, 1)}
    odd = np.array([group_of(pair) // 7 % 2 == 1 for pair in pairs])
    return figures | calibrated(np.load(said / "int8.npy"), labels, rows, odd)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("bench", type=Path)
    parser.add_argument("--weights", type=Path, required=True, help="packed weights, whole or in parts")
    parser.add_argument("-o", "--output", type=Path, required=True)
    parser.add_argument("--some", type=int, default=1, help="only every so many pairs, to try the code")
    given = parser.parse_args()
    given.output.mkdir(parents=True, exist_ok=True)
    beside = given.weights.parent
    weights = {name: value.numpy() for name, value in unpacked(read_parts(beside, given.weights.name)).items()}
    files = {"int8": given.output / FILE, "float32": beside / "float32.onnx"}
    for name, file in files.items():
        write(weights, file, int8=name == "int8")
    pairs = [*dev_pairs(given.bench / "nli"), *headline_pairs(given.bench, HEADLINES_DEV)]
    figures = measured(files, pairs[::given.some], beside)
    row = manifest_row(given.output, given.bench, figures)
    for name, found in (("manifest", [row]), ("figures", figures)):
        (given.output / f"{name}.json").write_text(json.dumps(found, indent=1) + "\n", encoding="utf-8")
    print(json.dumps({name: figures[name] for name in ("bytes", *files, "temperature")}, indent=1), row["sha256"])


if __name__ == "__main__":
    main()
