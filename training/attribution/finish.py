"""After training: export to int8, choose what decoding weighs on articles kept out, and score."""

from __future__ import annotations

import hashlib
import itertools
import json
from collections.abc import Sequence
from dataclasses import asdict, replace
from pathlib import Path
from typing import Any

import numpy as np

from data import Example, read_examples
from export import write
from network import AttributionNetwork
from reportedly.annotate.attribution_decoding import Decoded, Weights
from reportedly.annotate.model_attributions import Reading, decoded, read_windows
from reportedly.models.attribution import NAME, AttributionModel, word_pieces
from reportedly.models.onnx import session

Unit = tuple[frozenset[int], frozenset[int], frozenset[int]]
"""Words of source, cue and content."""
GRID: dict[str, tuple[float, ...]] = {
    "cue": (0.35, 0.4, 0.45, 0.5, 0.55), "role": (0.0, 0.25, 0.5, 0.75),
    "edge": (0.7, 1.0, 1.4, 2.0, 2.8),
    "piece": (0.0, 0.5, 1.0, 2.0, 3.0), "missing": (-2.0, -1.0, 0.0, 1.0, 2.0)}
"""Values tried for each weight of decoding, one weight after the other, twice round."""


def finish(network: AttributionNetwork, folder: Path, held: Sequence[Example], data: dict[str, str],
           dev: Path | None) -> dict[str, Any]:
    """Write `attribution.onnx` and `manifest.json` into the folder; the figures of what was kept out and of dev."""
    network.eval()
    path = folder / "attribution.onnx"
    write({name: value.numpy() for name, value in network.state_dict().items()}, path)
    model = AttributionModel(session(path.read_bytes(), NAME), word_pieces())
    weights = tuned(model, held)
    row = {"name": NAME, "file": path.name, "sha256": hashlib.sha256(path.read_bytes()).hexdigest(),
           "licence": "Apache-2.0", "trained_on": "; ".join(f"{name} {value[:12]}" for name, value in data.items()),
           "recipe": "training/attribution", "settings": asdict(weights)}
    (folder / "manifest.json").write_text(json.dumps([row], indent=1) + "\n", encoding="utf-8")
    figures = {"bytes": path.stat().st_size, "weights": asdict(weights), "held": score(readings(model, held), weights)}
    if dev:
        figures["dev"] = score(readings(model, read_examples(dev, folder / "parsed")), weights)
    return figures


Read = list[tuple[Example, list[Reading]]]


def readings(model: AttributionModel, examples: Sequence[Example]) -> Read:
    """What the model says of each article, so that decoding can be tried again without reading again."""
    return [(example, read_windows(example.words, model)) for example in examples]


def tuned(model: AttributionModel, held: Sequence[Example]) -> Weights:
    """Weights that give the best sum of attribution F1 and exact content F1, by coordinate search."""
    read = readings(model, held)
    best, most = Weights(), -1.0
    for _, (name, values) in itertools.product(range(2), GRID.items()):
        for value in values:
            tried = replace(best, **{name: value})
            figures = score(read, tried)
            if (total := figures["attribution"] + figures["content"] / 2) > most:
                best, most = tried, total
    return best


def score(read: Read, weights: Weights) -> dict[str, float]:
    """F1 in words: attributions (content Jaccard at least 0.5, sources that meet) and exact spans of each role."""
    hits, said, gold = np.zeros(4), np.zeros(4), np.zeros(4)
    for example, windows in read:
        predicted = [unit_of(item) for item in decoded(example.words, windows, weights)
                     if item.content and item.confidence >= weights.cue]
        wanted = [(frozenset(item.source), frozenset(item.cue), frozenset(item.content)) for item in example.gold]
        hits += [paired(predicted, wanted), *(len(roles(predicted, role) & roles(wanted, role)) for role in range(3))]
        said += [len(predicted), *(len(roles(predicted, role)) for role in range(3))]
        gold += [len(wanted), *(len(roles(wanted, role)) for role in range(3))]
    f1 = 200 * hits / np.maximum(said + gold, 1)
    return dict(zip(("attribution", "source", "cue", "content"), f1.round(2).tolist(), strict=True))


def unit_of(item: Decoded) -> Unit:
    """The words of each part."""
    return (frozenset(range(item.source[0], item.source[1] + 1) if item.source else ()),
            frozenset(range(item.cue[0], item.cue[1] + 1)),
            frozenset(word for first, last in item.content for word in range(first, last + 1)))


def roles(units: Sequence[Unit], role: int) -> set[frozenset[int]]:
    return {unit[role] for unit in units if unit[role]}


def paired(predicted: Sequence[Unit], wanted: Sequence[Unit]) -> int:
    """Pairs one to one, best content first."""
    found = []
    for one, other in itertools.product(range(len(predicted)), range(len(wanted))):
        (source, _, content), (true_source, _, true_content) = predicted[one], wanted[other]
        if content & true_content and (source & true_source or not (source or true_source)):
            overlap = len(content & true_content) / len(content | true_content)
            if overlap >= 0.5:
                found.append((-overlap, one, other))
    used: tuple[set[int], set[int]] = (set(), set())
    for _, one, other in sorted(found):
        if one not in used[0] and other not in used[1]:
            used[0].add(one)
            used[1].add(other)
    return len(used[0])
