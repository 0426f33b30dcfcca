"""The attribution model: words with features in, scores of roles and of ties between words and cues out.

What it is made of stands in `training/attribution/network.py`, what it was trained on in its card beside the weights.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np
from numpy.typing import NDArray

from reportedly.models.manifest import PACKAGED, checked_bytes, weights_entry
from reportedly.models.onnx import session
from reportedly.models.wordpiece import WordPieces

if TYPE_CHECKING:
    from onnxruntime import InferenceSession

NAME = "attribution.v1"
LONGEST_WINDOW = 320
"""Word pieces read together, the two at the ends included."""
_OUTPUTS = ["role", "unary", "missing", "query", "key"]
_TABLES = ["by_words", "by_sentences", "by_blocks"]
_SCORES = 6
Floats = NDArray[np.float32]
Numbers = NDArray[np.int32]


@dataclass(frozen=True, slots=True)
class WindowScores:
    """What the model says of one window of words."""

    role: Floats
    """Logits of none, source, cue-begin, cue-inside and content. Shape: (words, 5)."""
    unary: Floats
    """Shape: (words, 6)."""
    missing: Floats
    """Logits of having no source, for each word as a cue. Shape: (words, 2)."""
    query: Floats
    """Shape: (words, 6, 64)."""
    key: Floats


class AttributionModel:
    """The network behind one session. Deterministic for one kind of machine; no state between calls."""

    def __init__(self, network: InferenceSession, pieces: WordPieces) -> None:
        self._network = network
        self.pieces = pieces
        features = int(network.get_inputs()[1].shape[1])
        nothing: dict[str, Any] = {"pieces": np.array([pieces.begin, pieces.end]),
                                   "features": np.zeros((2, features), dtype=np.int64), "firsts": np.array([0])}
        self._by_words, self._by_sentences, self._by_blocks = network.run(_TABLES, nothing)

    def read(self, words: Sequence[str], features: NDArray[np.uint8]) -> WindowScores:
        """The scores of one window. features: (words, features). The window should hold at most `LONGEST_WINDOW`
        word pieces; the encoder has no place for more than 512."""
        ids = [self.pieces.of(word) for word in words]
        counts = np.array([len(word) for word in ids])
        flat = np.array([self.pieces.begin, *(piece for word in ids for piece in word), self.pieces.end])
        repeated = np.zeros((len(flat), features.shape[1]), dtype=np.int64)
        repeated[1:-1] = np.repeat(features, counts, axis=0)
        firsts = 1 + np.concatenate([[0], np.cumsum(counts)[:-1]]).astype(np.int64)
        role, unary, missing, query, key = self._network.run(
            _OUTPUTS, {"pieces": flat, "features": repeated, "firsts": firsts})
        split = (len(words), _SCORES, -1)
        return WindowScores(role, unary, missing, query.reshape(split), key.reshape(split))

    def tie(self, scores: WindowScores, cues: Sequence[tuple[int, int]], sentences: Numbers, blocks: Numbers) -> Floats:
        """How far each word belongs to each cue (first and last word). Shape: (cues, words, 6): in source, in
        content, first and last of the source, first and last of a piece of content."""
        first, last = np.array(cues, dtype=np.int64).reshape(-1, 2).T
        query = (scores.query[first] + scores.query[last]) / 2
        tied = np.einsum("nsd,wsd->nws", query, scores.key, optimize=True) / np.sqrt(scores.key.shape[2])
        far = np.arange(len(blocks))[None] - first[:, None]
        return np.asarray(tied + scores.unary[None] + _row(self._by_words, far)
                          + _row(self._by_sentences, sentences[None] - sentences[first][:, None])
                          + _row(self._by_blocks, blocks[None] - blocks[first][:, None]), dtype=np.float32)


def _row(table: Floats, distance: NDArray[np.int64] | Numbers) -> Floats:
    """The table's bias for each distance; the table's middle row is for none, its ends for all that is further."""
    reach = len(table) // 2
    return np.asarray(table[np.clip(distance, -reach, reach) + reach], dtype=np.float32)


@cache
def attribution_model(folder: Path = PACKAGED) -> AttributionModel:
    """The model in a folder, the shipped one unless told otherwise; loaded once for each process.

    Raises ModelError when its files are missing or damaged.
    """
    return AttributionModel(session(checked_bytes(NAME, folder), NAME), word_pieces())


@cache
def word_pieces() -> WordPieces:
    """The pieces the model reads, under BERT's uncased vocabulary."""
    lines = files("reportedly.models").joinpath("weights", "uncased-vocabulary.txt").read_text("utf-8").split("\n")
    return WordPieces.from_lines(lines)


def decoding_settings(folder: Path = PACKAGED) -> dict[str, Any]:
    """What decoding weighs, as chosen when the weights were trained."""
    return weights_entry(NAME, folder).settings


def digest_of(folder: Path) -> str:
    """First twelve digits of the weights' SHA-256, for provenance."""
    return weights_entry(NAME, folder).sha256[:12]
