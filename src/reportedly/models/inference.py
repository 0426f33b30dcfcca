"""The inference model: does one text follow from another, contradict it, or leave it open?

A cross-encoder (its card stands beside the weights, its recipe in `training/inference`). It is asked only where values
cannot decide, and what it said is shown with every decision that it had a part in.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from reportedly.models.attribution import word_pieces
from reportedly.models.manifest import PACKAGED, checked_bytes, weights_entry
from reportedly.models.onnx import session

if TYPE_CHECKING:
    from onnxruntime import InferenceSession

NAME = "inference.v2"
LABELS = ("entailment", "neutral", "contradiction")
LONGEST = 256
"""Word pieces of a pair, the three marks included; the end of the first text goes first."""
LONGEST_SECOND = 96
_WORD = re.compile(r"[^\W_]+|[^\w\s]|_")
_BRACKETS = {"-LRB-": "(", "-RRB-": ")", "-LSB-": "[", "-RSB-": "]", "-LCB-": "{", "-RCB-": "}"}
_BRACKET = re.compile("|".join(_BRACKETS))
Floats = NDArray[np.float32]


@dataclass(frozen=True, slots=True)
class Bearing:
    """How two texts bear on each other: calibrated probabilities that add up to 1."""

    entailment: float
    neutral: float
    contradiction: float

    @property
    def label(self) -> str:
        """The likeliest of `LABELS`."""
        values = (self.entailment, self.neutral, self.contradiction)
        return LABELS[values.index(max(values))]


class InferenceModel:
    """The network behind one session; no state between calls."""

    def __init__(self, network: InferenceSession, temperature: float) -> None:
        self._network = network
        self._temperature = temperature

    def logits(self, first: str, second: str) -> Floats:
        """What the network says, in the order of `LABELS`."""
        pieces, kinds = read_pair(first, second)
        found = self._network.run(["logits"], {"pieces": np.array(pieces), "kinds": np.array(kinds)})[0]
        return np.asarray(found[0], dtype=np.float32)

    def judge(self, first: str, second: str) -> Bearing:
        """How `first` bears on `second`: which of the two is the premise matters."""
        return Bearing(*probabilities(self.logits(first, second), self._temperature).tolist())

    def between(self, one: str, other: str) -> Bearing:
        """How two texts bear on each other where neither is the premise: the mean of both orders, the same for both."""
        both = np.stack([self.logits(one, other), self.logits(other, one)])
        return Bearing(*probabilities(both, self._temperature).mean(axis=0).tolist())


def probabilities(logits: Floats, temperature: float) -> Floats:
    """Probabilities along the last axis."""
    scaled = np.asarray(logits, dtype=np.float64) / temperature
    powers = np.exp(scaled - scaled.max(axis=-1, keepdims=True))
    return np.asarray(powers / powers.sum(axis=-1, keepdims=True), dtype=np.float32)


@cache
def words(text: str) -> tuple[str, ...]:
    """Words, numbers and marks; brackets written as the Penn Treebank does come back as brackets."""
    return tuple(_WORD.findall(_BRACKET.sub(lambda found: _BRACKETS[found.group()], text)))


def read_pair(first: str, second: str, longest: int = LONGEST) -> tuple[list[int], list[int]]:
    """The ids of the pieces of both texts, and the kind of each.

    Kinds: 0 in the first text, 1 in the second, 2 more where the word stands in both.
    """
    pieces, (one, other) = word_pieces(), (words(first), words(second))
    same = {word.lower() for word in one} & {word.lower() for word in other}
    sides = [[(piece, kind + 2 * (word.lower() in same)) for word in side for piece in pieces.of(word)]
             for kind, side in enumerate((one, other))]
    second_part = sides[1][:LONGEST_SECOND]
    first_part = sides[0][:longest - 3 - len(second_part)]
    joined = [(pieces.begin, 0), *first_part, (pieces.end, 0), *second_part, (pieces.end, 1)]
    return [piece for piece, _ in joined], [kind for _, kind in joined]


@cache
def inference_model(folder: Path = PACKAGED) -> InferenceModel:
    """The model in a folder, the shipped one unless told otherwise; loaded once for each process.

    Raises ModelError when its files are missing or damaged.
    """
    temperature = float(weights_entry(NAME, folder).settings["temperature"])
    return InferenceModel(session(checked_bytes(NAME, folder), NAME), temperature)
