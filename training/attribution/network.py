"""The attribution network in torch: a small BERT with word features, and heads that tie words to the cue they serve.

Encoder: all-MiniLM-L6-v2 (Wang et al. 2020; Reimers & Gurevych 2019), its input embeddings summed with embeddings of
the word features. Heads, on the first word piece of each word: a role for each word (none, source, cue-begin,
cue-inside, content), and for each cue six scores of every word: in its source, in its content, first and last of its
source, first and last of a piece of its content. A score is a scaled dot product of a query from the cue and a key of
the word plus biases by distance in words, sentences and paragraphs. One source may so serve several cues, which a
pointer from source to cue cannot say.
"""

from __future__ import annotations

from dataclasses import dataclass

import torch
from torch import Tensor, nn
from torch.nn import functional

ROLES = ("none", "source", "cue-begin", "cue-inside", "content")
SCORES = ("in-source", "in-content", "source-first", "source-last", "content-first", "content-last")
WIDTH_OF_SCORE = 64
FURTHEST = 64
"""Words: distances beyond it share one bias."""


@dataclass(frozen=True)
class Shape:
    """Sizes of the encoder."""

    layers: int = 6
    width: int = 384
    heads: int = 12
    inner: int = 1536
    pieces: int = 30522
    positions: int = 512
    dropout: float = 0.1


class Layer(nn.Module):
    """One transformer layer, post-norm as in BERT."""

    def __init__(self, shape: Shape) -> None:
        super().__init__()
        self.heads = shape.heads
        self.query_key_value = nn.Linear(shape.width, 3 * shape.width)
        self.mixed = nn.Linear(shape.width, shape.width)
        self.norm1 = nn.LayerNorm(shape.width, eps=1e-12)
        self.up = nn.Linear(shape.width, shape.inner)
        self.down = nn.Linear(shape.inner, shape.width)
        self.norm2 = nn.LayerNorm(shape.width, eps=1e-12)
        self.dropout = shape.dropout

    def forward(self, x: Tensor, mask: Tensor) -> Tensor:
        """x: (batch, pieces, width); mask: (batch, 1, 1, pieces), added to the scores."""
        batch, length, width = x.shape
        parts = self.query_key_value(x).view(batch, length, 3, self.heads, width // self.heads).permute(2, 0, 3, 1, 4)
        rate = self.dropout if self.training else 0.0
        mixed = functional.scaled_dot_product_attention(parts[0], parts[1], parts[2], attn_mask=mask, dropout_p=0.0)
        mixed = self.mixed(mixed.transpose(1, 2).reshape(batch, length, width))
        x = self.norm1(x + functional.dropout(mixed, rate))
        inner = self.down(functional.gelu(self.up(x)))
        return self.norm2(x + functional.dropout(inner, rate))


class Encoder(nn.Module):
    """Word pieces with features -> vectors."""

    def __init__(self, shape: Shape, sizes: list[int]) -> None:
        super().__init__()
        self.pieces = nn.Embedding(shape.pieces, shape.width)
        self.positions = nn.Embedding(shape.positions, shape.width)
        self.features = nn.ModuleList(nn.Embedding(size, shape.width) for size in sizes)
        for table in self.features:
            nn.init.normal_(table.weight, std=0.01)
        self.norm = nn.LayerNorm(shape.width, eps=1e-12)
        self.layers = nn.ModuleList(Layer(shape) for _ in range(shape.layers))
        self.dropout = shape.dropout

    def forward(self, pieces: Tensor, features: Tensor, mask: Tensor) -> Tensor:
        """pieces: (batch, pieces) ids; features: (batch, pieces, features); mask: (batch, pieces) 1 or 0."""
        x = self.pieces(pieces) + self.positions.weight[: pieces.shape[1]]
        x = x + self._features(features)
        x = functional.dropout(self.norm(x), self.dropout if self.training else 0.0)
        added = (1.0 - mask[:, None, None, :].to(x.dtype)) * -1e4
        for layer in self.layers:
            x = layer(x, added.to(x.dtype))
        return x

    def _features(self, features: Tensor) -> Tensor:
        """Sum of the rows of all tables, as one product with a matrix of ones: far quicker to differentiate."""
        sizes = torch.tensor([0, *(table.num_embeddings for table in self.features)])
        columns = features + sizes.cumsum(0)[:-1]
        chosen = torch.zeros(*features.shape[:2], int(sizes.sum())).scatter_(2, columns, 1.0)
        return chosen @ torch.cat([table.weight for table in self.features])


class AttributionNetwork(nn.Module):
    """Encoder and heads."""

    def __init__(self, sizes: list[int], shape: Shape | None = None) -> None:
        super().__init__()
        shape = shape or Shape()
        self.encoder = Encoder(shape, sizes)
        self.word = nn.Sequential(nn.Linear(shape.width, shape.width), nn.GELU(), nn.LayerNorm(shape.width))
        self.role = nn.Linear(shape.width, len(ROLES))
        self.unary = nn.Linear(shape.width, len(SCORES))
        with torch.no_grad():  # most words belong to no cue and are no edge
            self.unary.bias.copy_(torch.tensor([-2.0, -1.0, 0.0, 0.0, -4.0, -4.0]))
        self.query = nn.Sequential(nn.Linear(shape.width, shape.width), nn.GELU(),
                                   nn.Linear(shape.width, len(SCORES) * WIDTH_OF_SCORE))
        self.key = nn.Linear(shape.width, len(SCORES) * WIDTH_OF_SCORE)
        self.missing = nn.Linear(shape.width, 2)
        """For each word as a cue: that it has no source in view, on the scale of source-first and source-last."""
        self.by_words = nn.Parameter(torch.zeros(2 * FURTHEST + 1, len(SCORES)))
        self.by_sentences = nn.Parameter(torch.zeros(7, len(SCORES)))
        self.by_blocks = nn.Parameter(torch.zeros(5, len(SCORES)))
        self.dropout = shape.dropout

    def forward(self, pieces: Tensor, features: Tensor, mask: Tensor, firsts: Tensor) -> dict[str, Tensor]:
        """firsts: (batch, words), place of each word's first piece.

        Gives role (batch, words, 5), unary (batch, words, 6), query and key (batch, words, 6, 64), missing
        (batch, words, 2).
        """
        x = self.encoder(pieces, features, mask)
        x = torch.gather(x, 1, firsts[:, :, None].expand(-1, -1, x.shape[2]))
        x = functional.dropout(x, self.dropout if self.training else 0.0)
        x = self.word(x)
        split = (*x.shape[:2], len(SCORES), WIDTH_OF_SCORE)
        return {"role": self.role(x), "unary": self.unary(x), "query": self.query(x).view(split),
                "key": self.key(x).view(split), "missing": self.missing(x)}

    def scores(self, out: dict[str, Tensor], cues: Tensor, sentences: Tensor, blocks: Tensor) -> Tensor:
        """Scores of every word for every cue. cues: (cues, 3) row, first and last word. Gives (cues, words, 6)."""
        rows, first = cues[:, 0], cues[:, 1]
        scores = self._products(out, cues) / WIDTH_OF_SCORE ** 0.5 + out["unary"][rows]
        words = torch.arange(scores.shape[1], device=scores.device)
        far = (words[None] - first[:, None]).clamp(-FURTHEST, FURTHEST) + FURTHEST
        by_sentence = (sentences[rows] - sentences[rows, first][:, None]).clamp(-3, 3) + 3
        by_block = (blocks[rows] - blocks[rows, first][:, None]).clamp(-2, 2) + 2
        return scores + self.by_words[far] + self.by_sentences[by_sentence] + self.by_blocks[by_block]

    @staticmethod
    def _products(out: dict[str, Tensor], cues: Tensor) -> Tensor:
        """Products of each cue's query with the keys of its row: (cues, words, 6). `cues` come sorted by row.

        The cues of a row are multiplied together: copying the keys for each cue costs more than all the rest.
        """
        rows, first, last = cues[:, 0], cues[:, 1], cues[:, 2]
        counts = torch.bincount(rows, minlength=out["key"].shape[0])
        place = torch.arange(len(rows)) - (counts.cumsum(0) - counts)[rows]
        query = out["query"].new_zeros(len(counts), int(counts.max()), *out["query"].shape[2:])
        query = query.index_put((rows, place), (out["query"][rows, first] + out["query"][rows, last]) / 2)
        products = torch.einsum("bcsd,bwsd->bcws", query, out["key"])
        return products[rows, place]


def pretrained(network: AttributionNetwork, weights: dict[str, Tensor]) -> None:
    """Fill the encoder with the weights of a BERT in the layout of Hugging Face."""
    encoder = network.encoder
    with torch.no_grad():
        encoder.pieces.weight.copy_(weights["embeddings.word_embeddings.weight"])
        kinds = weights["embeddings.token_type_embeddings.weight"][0]
        encoder.positions.weight.copy_(weights["embeddings.position_embeddings.weight"] + kinds)
        _copy(encoder.norm, weights, "embeddings.LayerNorm")
        for number, layer in enumerate(encoder.layers):
            at = f"encoder.layer.{number}."
            parts = [at + f"attention.self.{name}" for name in ("query", "key", "value")]
            layer.query_key_value.weight.copy_(torch.cat([weights[part + ".weight"] for part in parts]))
            layer.query_key_value.bias.copy_(torch.cat([weights[part + ".bias"] for part in parts]))
            _copy(layer.mixed, weights, at + "attention.output.dense")
            _copy(layer.norm1, weights, at + "attention.output.LayerNorm")
            _copy(layer.up, weights, at + "intermediate.dense")
            _copy(layer.down, weights, at + "output.dense")
            _copy(layer.norm2, weights, at + "output.LayerNorm")


def _copy(module: nn.Module, weights: dict[str, Tensor], name: str) -> None:
    module.weight.copy_(weights[name + ".weight"])
    module.bias.copy_(weights[name + ".bias"])
