"""What training minimises: roles of words, and for each gold cue its source, its content and their edges."""

from __future__ import annotations

import torch
from torch import Tensor
from torch.nn import functional

from data import IGNORED, Batch
from network import AttributionNetwork

ROLE, PARTS, SOURCE, EDGES = 2.0, 1.0, 0.3, 0.5
"""Weights of the four losses; ROLE is above one because every attribution begins with its cue."""
_WORDS_A_CUE = 20
"""About how many words belong to a cue: what the sum over a window's words is divided by."""


def losses(network: AttributionNetwork, batch: Batch) -> dict[str, Tensor]:
    """The weighted losses of one batch by name."""
    out = network(batch.pieces, batch.features, batch.mask, batch.firsts)
    role = functional.cross_entropy(out["role"].flatten(0, 1), batch.roles.flatten(), ignore_index=IGNORED)
    found = {"role": ROLE * role}
    if not len(batch.cues):
        return found
    scores = network.scores(out, batch.cues, batch.sentences, batch.blocks)
    rows, first = batch.cues[:, 0], batch.cues[:, 1]
    is_word = batch.is_word[rows]
    three = torch.cat([torch.zeros_like(scores[..., :1]), scores[..., :2]], dim=-1)
    parts = functional.cross_entropy(three.flatten(0, 1), batch.parts.flatten(), ignore_index=IGNORED, reduction="sum")
    found["parts"] = PARTS * parts / (len(scores) * _WORDS_A_CUE)
    found["source"] = SOURCE * _source(scores, out["missing"][rows, first], batch.source_edges, is_word)
    edges = functional.binary_cross_entropy_with_logits(scores[..., 4:6], batch.content_edges, reduction="none")
    found["edges"] = EDGES * (edges.sum(dim=-1) * is_word).sum() / (2 * len(scores))
    return found


def _source(scores: Tensor, missing: Tensor, edges: Tensor, is_word: Tensor) -> Tensor:
    """First and last word of the source among the words in view, or none."""
    total = torch.zeros(())
    for number in range(2):
        choices = torch.cat([scores[..., 2 + number] + (is_word - 1) * 1e4, missing[:, number:number + 1]], dim=1)
        if bool((edges[:, number] != IGNORED).any()):
            total = total + functional.cross_entropy(choices, edges[:, number], ignore_index=IGNORED)
    return total
