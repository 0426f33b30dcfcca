"""The exported model: two texts in, probabilities of the three labels out. Needs no torch."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from reportedly.models.manifest import checked_bytes, weights_entry
from reportedly.models.onnx import session
from training.inference.pairs import LABELS, read_pair

if TYPE_CHECKING:
    from onnxruntime import InferenceSession

NAME = "inference.v1"
FOLDER = Path(__file__).parent / "model"
Floats = NDArray[np.float32]


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

    def judge(self, first: str, second: str) -> dict[str, float]:
        """Calibrated probability of each label: how `first` bears on `second`."""
        return dict(zip(LABELS, probabilities(self.logits(first, second), self._temperature).tolist(), strict=True))


def probabilities(logits: Floats, temperature: float) -> Floats:
    """Probabilities along the last axis."""
    scaled = np.asarray(logits, dtype=np.float64) / temperature
    powers = np.exp(scaled - scaled.max(axis=-1, keepdims=True))
    return np.asarray(powers / powers.sum(axis=-1, keepdims=True), dtype=np.float32)


def inference_model(folder: Path = FOLDER) -> InferenceModel:
    """The model in a folder. Raises ModelError when its files are missing or damaged."""
    temperature = float(weights_entry(NAME, folder).settings["temperature"])
    return InferenceModel(session(checked_bytes(NAME, folder), NAME), temperature)
