"""What the second text alone says of the label: for training against what annotators give away.

    python -m training.inference.bias CORPUS.npz -o BIAS.npy

A bag of pieces and of pairs of pieces of the second text, fitted on three folds and asked about the fourth, so that no
pair is judged by a model that saw its first text. The network is then trained to add to these probabilities (a product
of experts; Clark et al. 2019, He et al. 2019), and used without them.
"""

from __future__ import annotations

import argparse
from pathlib import Path

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor, nn
from torch.nn import functional

from reportedly.models.inference import LABELS
from training.inference.corpus import FOLDS
from training.inference.pairs import TRAIN, TRAINED_HALF

BUCKETS = 1 << 18


def bags(pieces: NDArray[np.uint16], kinds: NDArray[np.uint8], lengths: NDArray[np.int64]) -> list[Tensor]:
    """The buckets of the pieces of each second text, alone and two by two."""
    found, start = [], 0
    for length in lengths.tolist():
        own = pieces[start:start + length][kinds[start:start + length] % 2 == 1].astype(np.int64)
        two = (own[:-1] * 31 + own[1:] * 7919) % (BUCKETS - 30522) + 30522
        found.append(torch.from_numpy(np.concatenate([own, two])))
        start += length
    return found


class Bag(nn.Module):
    """Sums of weights, one bias for each part: sets differ in how often each label comes."""

    def __init__(self, parts: int) -> None:
        super().__init__()
        self.weights = nn.EmbeddingBag(BUCKETS, len(LABELS), mode="sum")
        self.part = nn.Embedding(parts, len(LABELS))
        nn.init.zeros_(self.weights.weight)
        nn.init.zeros_(self.part.weight)

    def forward(self, found: list[Tensor], parts: Tensor) -> Tensor:
        counts = torch.tensor([0, *(len(bag) for bag in found[:-1])]).cumsum(0)
        said: Tensor = self.weights(torch.cat(found), counts) + self.part(parts)
        return functional.log_softmax(said, 1)


def fitted(found: list[Tensor], parts: Tensor, labels: Tensor, epochs: int = 4) -> Bag:
    """A bag of weights fitted to the labels."""
    torch.manual_seed(5)
    bag = Bag(int(parts.max()) + 1)
    optimizer = torch.optim.Adam(bag.parameters(), lr=0.01)
    for _ in range(epochs):
        for rows in torch.randperm(len(found)).split(512):
            optimizer.zero_grad()
            functional.nll_loss(bag([found[row] for row in rows], parts[rows]), labels[rows]).backward()
            optimizer.step()
    return bag


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("corpus", type=Path)
    parser.add_argument("-o", "--output", type=Path, required=True)
    given = parser.parse_args()
    corpus = np.load(given.corpus)
    trained = [number for number, name in enumerate(corpus["names"].tolist()) if name in (*TRAIN, TRAINED_HALF)]
    rows = np.flatnonzero(np.isin(corpus["parts"], trained))
    found = bags(corpus["pieces"], corpus["kinds"], corpus["lengths"][:rows[-1] + 1])  # labelled pairs come first
    parts, labels, folds = (torch.from_numpy(corpus[name][rows]) for name in ("parts", "labels", "folds"))
    said = torch.full((len(corpus["lengths"]), len(LABELS)), -float(np.log(len(LABELS))))
    for fold in range(FOLDS):
        inside, outside = (torch.nonzero(mask)[:, 0] for mask in (folds != fold, folds == fold))
        bag = fitted([found[row] for row in inside], parts[inside], labels[inside])
        with torch.no_grad():
            said[outside] = bag([found[row] for row in outside], parts[outside])
    for number in trained:
        own = parts == number
        right = (said[:len(rows)][own].argmax(1) == labels[own]).float().mean() if own.any() else float("nan")
        print(corpus["names"][number], "right by the second text alone", round(float(right), 3))
    np.save(given.output, said.numpy().astype(np.float16))


if __name__ == "__main__":
    main()
