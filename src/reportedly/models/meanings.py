"""Words in context as points: what a word means where it stands, for telling that two texts say the same.

The first three layers of the inference model read a text by itself, the second text left out; the vectors of a word's
pieces are averaged and turned onto the 64 directions in which words of news differ most. A vector depends on its text
alone.
"""

from __future__ import annotations

import re
from functools import cache
from io import BytesIO
from typing import TYPE_CHECKING, NamedTuple

import numpy as np
from numpy.typing import NDArray

from reportedly.models.attribution import word_pieces
from reportedly.models.inference import NAME as INFERENCE
from reportedly.models.manifest import checked_bytes, weights_entry
from reportedly.models.onnx import session
from reportedly.models.onnx_part import part_of

if TYPE_CHECKING:
    from onnxruntime import InferenceSession

NAME = "meanings.v1"
LONGEST = 128
"""Word pieces that are read, the two marks included; what a text says further on is left out."""
LONGEST_READ = 600
"""Code points that are looked at: enough for so many pieces."""
_TOKEN = re.compile(r"[^\W_]+|[^\w\s]|_")
DIRECTIONS = 64
UNIT = 127
"""Length of every vector."""
Floats = NDArray[np.float32]
Points = NDArray[np.int8]


class Meanings(NamedTuple):
    """The words of a text with their vectors."""

    words: tuple[str, ...]
    """As written; marks are read but left out."""
    points: Points
    """Shape: (words, 64); of length 127 each, so that half a million words take 32 MB."""


def products_of(a: Points, b: Points) -> Floats:
    """Scalar product of each vector with each of others: their cosine, times `UNIT` twice. Shape: (of a, of b)."""
    return a.astype(np.float32) @ b.astype(np.float32).T


def words_of(text: str) -> tuple[str, ...]:
    """The words of a text in order, as the model has them: what it reads begins so, and may end sooner."""
    return tuple(token for token in _TOKEN.findall(text[:LONGEST_READ]) if token[0].isalnum())


class MeaningModel:
    """The first layers behind one session; no state between calls."""

    def __init__(self, network: InferenceSession, axes: Floats) -> None:
        self._network = network
        self._axes = axes

    def read(self, text: str) -> Meanings:
        """The words of the text as far as it is read; none for a text without words."""
        pieces = word_pieces()
        tokens = _TOKEN.findall(text[:LONGEST_READ])
        ids = [(piece, place) for place, token in enumerate(tokens) for piece in pieces.of(token)][:LONGEST - 2]
        kept = [place for place in dict.fromkeys(place for _, place in ids) if tokens[place][0].isalnum()]
        if not kept:
            return Meanings((), np.zeros((0, self._axes.shape[1]), dtype=np.int8))
        flat = np.array([pieces.begin, *(piece for piece, _ in ids), pieces.end])
        said = self._network.run(None, {"pieces": flat, "kinds": np.zeros(len(flat), dtype=np.int64)})[0][1:-1]
        places = np.array([place for _, place in ids])
        first, last = np.searchsorted(places, kept), np.searchsorted(places, kept, side="right")
        sums = np.concatenate([np.zeros((1, said.shape[1])), np.cumsum(said, axis=0, dtype=np.float64)])
        means = (sums[last] - sums[first]) @ self._axes
        means /= np.maximum(np.linalg.norm(means, axis=1, keepdims=True), 1e-9)
        return Meanings(tuple(tokens[place] for place in kept), np.rint(means * UNIT).astype(np.int8))


@cache
def meaning_model() -> MeaningModel:
    """The shipped model, loaded once for each process. Raises ModelError when its files are missing or damaged."""
    axes = np.load(BytesIO(checked_bytes(NAME)), allow_pickle=False).astype(np.float32)
    layer = int(weights_entry(NAME).settings["layer"])
    return MeaningModel(session(part_of(checked_bytes(INFERENCE), f"layer.{layer}.norm2"), NAME), axes)
