"""One run: settings in, weights and what they say of the dev sets out. Also reading of masked words, as a beginning.

A run is a pure function of its settings, the corpus and the machine; on a GPU sums are not made in one fixed order, so
two runs differ a little there.
"""

from __future__ import annotations

import random
import time
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor, nn
from torch.nn import functional

from reportedly.models.inference import LABELS
from training.inference.augment import CHANGED, ROUND, UNKNOWN
from training.inference.network import InferenceNetwork
from training.inference.news import HEADLINES, NEWS, UNRELATED
from training.inference.pairs import KEPT_HALF, TRAIN, TRAINED_HALF

NEW_PARTS = ("hidden", "said", "encoder.kinds")
MASK, FIRST_WORD = 103, 1000
"""Ids in the vocabulary: the mark of a masked piece, and the first that is a letter or more."""


class OutOfTimeError(Exception):
    """The run could not end before the deadline."""


@dataclass(frozen=True, kw_only=True)
class Settings:
    """What a run is told."""

    name: str
    seed: int = 1
    rate: float = 2e-4
    new_rate: float = 3.0
    """Of head and kinds, as a multiple."""
    decay: float = 1.0
    """Rate of each layer as a share of the one above."""
    epochs: int = 5
    batch: int = 128
    smoothing: float = 0.0
    drop_pieces: float = 0.0
    """Share of pieces masked in training."""
    matched: bool = True
    """Whether the network is told which words stand in both texts."""
    turned: bool = False
    """Whether contradictions are read the other way round too: it teaches that whatever is turned round contradicts."""
    changed: float = 0.0
    """Share of the changed pairs read in each epoch."""
    unlabelled: float = 0.0
    news: float = 0.0
    """How often pairs made of news are read in each epoch, and (below) Emergent's headlines and unrelated sentences."""
    headlines: float = 0.0
    unrelated: float = 0.0
    bias: float = 0.0
    """How much the network is trained to add to what the second text alone says."""
    bias_in: tuple[str, ...] = TRAIN
    times: dict[str, float] = field(default_factory=dict)
    """How often pairs of a part are read in an epoch, where not once; 0 leaves it out."""
    without_fold: int = -1
    """Fold left out, so that the run can teach it."""
    begin: str = ""
    """Run whose weights it goes on from, instead of the encoder's."""
    teacher: str = ""
    mix: float = 0.7
    """The teacher's share of the target where people gave a label."""
    twice: float = 0.0
    """Weight of agreement between two readings under dropout (R-Drop; Liang et al. 2021)."""
    masked_share: float = 0.2
    save: bool = False
    say_all: bool = False
    """Whether what it says of pairs it did not train on is kept for a teacher."""


class Corpus:
    """The arrays of `corpus.py` on a device, padded."""

    def __init__(self, path: Path, bias: Path | None, device: str) -> None:
        arrays = np.load(path)
        self.lengths: NDArray[np.int64] = arrays["lengths"]
        longest = -(-int(self.lengths.max()) // 8) * 8
        inside = np.arange(longest)[None] < self.lengths[:, None]
        self.pieces, self.kinds = (_padded(arrays[name], inside, device) for name in ("pieces", "kinds"))
        self.labels: NDArray[np.int64] = arrays["labels"]
        self.parts: NDArray[np.int64] = arrays["parts"]
        self.folds: NDArray[np.int64] = arrays["folds"]
        self.names: list[str] = arrays["names"].tolist()
        self.bias = torch.from_numpy(np.load(bias)).float().to(device) if bias else None
        self.device = device
        self.counts = torch.from_numpy(self.lengths).to(device)

    def of(self, *names: str) -> NDArray[np.int64]:
        """Rows of the named parts."""
        return np.flatnonzero(np.isin(self.parts, [self.names.index(name) for name in names if name in self.names]))

    def unseen(self, fold: int) -> NDArray[np.int64]:
        """Rows of the fold, and those without a label; none of the dev sets."""
        rows = np.flatnonzero((self.folds == fold) | (self.labels < 0))
        return np.setdiff1d(rows, self.dev())

    def dev(self) -> NDArray[np.int64]:
        """Rows of the dev sets."""
        return self.of(*(name for name in self.names if name.endswith(".dev") or name == KEPT_HALF))

    def batch(self, rows: NDArray[np.int64]) -> tuple[Tensor, Tensor, Tensor, Tensor]:
        """Rows on the device, pieces, kinds and mask, as long as the longest of them to the next eight."""
        longest = -(-int(self.lengths[rows].max()) // 8) * 8
        at = torch.from_numpy(rows).to(self.device, non_blocking=True)
        mask = torch.arange(longest, device=self.device)[None] < self.counts[at][:, None]
        return at, self.pieces[at, :longest].long(), self.kinds[at, :longest].long(), mask.long()


def _padded(flat: NDArray[np.generic], inside: NDArray[np.bool_], device: str) -> Tensor:
    matrix = np.zeros(inside.shape, dtype=np.int16)
    matrix[inside] = flat.astype(np.int16)
    return torch.from_numpy(matrix).to(device)


def rows_of_epoch(corpus: Corpus, asked: Settings, rng: np.random.Generator) -> NDArray[np.int64]:
    """The rows one epoch reads, not yet shuffled."""
    chosen = [_share(corpus.of(part), asked.times.get(part, 1.0), rng) for part in (*TRAIN, TRAINED_HALF)]
    shares = {ROUND: float(asked.turned), CHANGED: asked.changed, UNKNOWN: asked.unlabelled if asked.teacher else 0.0,
              NEWS: asked.news, HEADLINES: asked.headlines, UNRELATED: asked.unrelated}
    chosen += [_share(corpus.of(part), asked.times.get(part, share), rng) for part, share in shares.items()]
    rows = np.concatenate(chosen)
    return rows[corpus.folds[rows] != asked.without_fold]


def _share(rows: NDArray[np.int64], times: float, rng: np.random.Generator) -> NDArray[np.int64]:
    whole = int(times)
    some = rng.permutation(rows)[:round((times - whole) * len(rows))]
    return np.concatenate([*[rows] * whole, some])


def batches(rows: NDArray[np.int64], lengths: NDArray[np.int64], size: int,
            rng: np.random.Generator) -> Iterator[NDArray[np.int64]]:
    """The rows in batches of like length, shuffled."""
    rows = rng.permutation(rows)
    made = []
    for at in range(0, len(rows), size * 40):
        near = rows[at:at + size * 40]
        near = near[np.argsort(lengths[near], kind="stable")]
        made += [near[start:start + size] for start in range(0, len(near), size)]
    yield from (made[number] for number in rng.permutation(len(made)))


def optimizer_of(network: nn.Module, asked: Settings) -> torch.optim.AdamW:
    """Lower layers learn more slowly; what starts from nothing learns faster; tables, biases and norms do not decay."""
    groups: dict[tuple[float, float], list[nn.Parameter]] = {}
    for name, parameter in network.named_parameters():
        layer = int(name.split(".")[2]) if name.startswith("encoder.layers.") else -1
        share = asked.decay ** (5 - layer) if name.startswith("encoder.") else 1.0
        if name.startswith(NEW_PARTS):
            share = asked.new_rate
        decay = 0.01 if parameter.ndim > 1 and "pieces" not in name and "positions" not in name else 0.0
        groups.setdefault((asked.rate * share, decay), []).append(parameter)
    return torch.optim.AdamW([{"params": own, "lr": rate, "base": rate, "weight_decay": decay}
                              for (rate, decay), own in groups.items()], betas=(0.9, 0.98), fused=True)


def targets_of(corpus: Corpus, asked: Settings, taught: NDArray[np.float32] | None) -> Tensor:
    """What each row should get: its label, smoothed, mixed with what the teacher says; the teacher's where none."""
    count = len(LABELS)
    hard = np.eye(count, dtype=np.float32)[np.maximum(corpus.labels, 0)]
    hard = hard * (1 - asked.smoothing) + asked.smoothing / count
    if taught is None:
        return torch.from_numpy(hard).to(corpus.device)
    mix = np.where(corpus.labels < 0, 1.0, asked.mix)[:, None].astype(np.float32)
    return torch.from_numpy(mix * taught + (1 - mix) * hard).to(corpus.device)


def _step(network: nn.Module, optimizer: torch.optim.Optimizer, loss: Tensor, share: float) -> None:
    """One step: rate warmed up, then linear to nothing."""
    factor = min(1.0, share / 0.06 + 1e-3) * (1 - share)
    for group in optimizer.param_groups:
        group["lr"] = group["base"] * factor
    optimizer.zero_grad(set_to_none=True)
    loss.backward()  # type: ignore[no-untyped-call]
    nn.utils.clip_grad_norm_(network.parameters(), 1.0)
    optimizer.step()


def _loss(network: InferenceNetwork, corpus: Corpus, asked: Settings, rows: NDArray[np.int64], targets: Tensor,
          biased: Tensor) -> Tensor:
    """Cross-entropy of a batch; read twice in one pass where agreement counts."""
    at, pieces, kinds, mask = corpus.batch(np.tile(rows, 2) if asked.twice else rows)
    if asked.drop_pieces:
        lost = (torch.rand(pieces.shape, device=pieces.device) < asked.drop_pieces) & (pieces >= FIRST_WORD)
        pieces = pieces.masked_fill(lost, MASK)
    said = network(pieces, kinds if asked.matched else kinds % 2, mask).float()
    known = (biased[at] * asked.bias)[:, None] * corpus.bias[at] if corpus.bias is not None and asked.bias else 0.0
    loss = -(targets[at] * functional.log_softmax(said + known, 1)).sum(1).mean()
    if not asked.twice:
        return loss
    one, other = functional.log_softmax(said, 1).chunk(2)
    return loss + asked.twice / 2 * ((one.exp() - other.exp()) * (one - other)).sum(1).mean()


def train(network: InferenceNetwork, corpus: Corpus, asked: Settings, taught: NDArray[np.float32] | None,
          deadline: float) -> Iterator[dict[str, Any]]:
    """Train in place; a line with the mean loss after every epoch. Raises OutOfTimeError past the deadline."""
    rng = np.random.default_rng(asked.seed)
    torch.manual_seed(asked.seed)
    random.seed(asked.seed)
    optimizer, targets = optimizer_of(network, asked), targets_of(corpus, asked, taught)
    biased = torch.zeros(len(corpus.labels), device=corpus.device)
    biased[torch.from_numpy(corpus.of(*asked.bias_in)).to(corpus.device)] = 1.0
    steps = asked.epochs * -(-len(rows_of_epoch(corpus, asked, rng)) // asked.batch)
    began, step = time.monotonic(), 0
    network.train()
    for epoch in range(asked.epochs):
        total, first = torch.zeros((), device=corpus.device), step
        for rows in batches(rows_of_epoch(corpus, asked, rng), corpus.lengths, asked.batch, rng):
            if time.monotonic() > deadline:
                raise OutOfTimeError(asked.name)
            with torch.autocast(corpus.device, torch.bfloat16, enabled=corpus.device != "cpu"):
                loss = _loss(network, corpus, asked, rows, targets, biased)
            _step(network, optimizer, loss, min(1.0, step / steps))
            total += loss.detach()
            step += 1
        yield {"epoch": epoch, "loss": round(float(total) / (step - first), 4),
               "seconds": round(time.monotonic() - began, 1)}


class Guess(nn.Module):
    """The encoder with a head that names pieces, its last layer the table of pieces itself."""

    def __init__(self, network: InferenceNetwork, device: str) -> None:
        super().__init__()
        self.encoder = network.encoder
        width = network.encoder.norm.normalized_shape[0]
        self.guess = nn.Sequential(nn.Linear(width, width), nn.GELU(), nn.LayerNorm(width)).to(device)
        self.bias = nn.Parameter(torch.zeros(network.encoder.pieces.num_embeddings, device=device))

    def forward(self, pieces: Tensor, kinds: Tensor, mask: Tensor, share: float) -> Tensor:
        """Loss of naming a share of the pieces, nine tenths of them hidden."""
        chance = torch.rand(pieces.shape, device=pieces.device)
        asked = (chance < share) & (pieces >= FIRST_WORD)
        shown = pieces.masked_fill(asked & (chance < 0.9 * share), MASK)
        x = self.guess(self.encoder(shown, kinds % 2, mask)[asked])
        said = functional.linear(x, self.encoder.pieces.weight, self.bias)
        return functional.cross_entropy(said.float(), pieces[asked])


def read_masked(network: InferenceNetwork, corpus: Corpus, asked: Settings,
                deadline: float) -> Iterator[dict[str, Any]]:
    """Train the encoder in place to name masked pieces of the training pairs, both texts in view."""
    rng = np.random.default_rng(asked.seed)
    torch.manual_seed(asked.seed)
    whole = Guess(network, corpus.device).train()
    optimizer, rows = optimizer_of(whole, asked), corpus.of(*TRAIN, TRAINED_HALF)
    steps, step, began = asked.epochs * -(-len(rows) // asked.batch), 0, time.monotonic()
    for epoch in range(asked.epochs):
        total, first = torch.zeros((), device=corpus.device), step
        for some in batches(rows, corpus.lengths, asked.batch, rng):
            if time.monotonic() > deadline:
                raise OutOfTimeError(asked.name)
            with torch.autocast(corpus.device, torch.bfloat16, enabled=corpus.device != "cpu"):
                loss = whole(*corpus.batch(some)[1:], asked.masked_share)
            _step(whole, optimizer, loss, min(1.0, step / steps))
            total += loss.detach()
            step += 1
        yield {"epoch": epoch, "loss": round(float(total) / (step - first), 4),
               "seconds": round(time.monotonic() - began, 1)}


@torch.no_grad()
def said_of(network: InferenceNetwork, corpus: Corpus, rows: NDArray[np.int64], matched: bool = True,
            size: int = 1024) -> NDArray[np.float32]:
    """Logits of the rows, in their order."""
    network.eval()
    found = np.zeros((len(rows), len(LABELS)), dtype=np.float32)
    order = np.argsort(corpus.lengths[rows], kind="stable")
    for start in range(0, len(order), size):
        own = order[start:start + size]
        _, pieces, kinds, mask = corpus.batch(rows[own])
        with torch.autocast(corpus.device, torch.bfloat16, enabled=corpus.device != "cpu"):
            found[own] = network(pieces, kinds if matched else kinds % 2, mask).float().cpu().numpy()
    return found


def figures(corpus: Corpus, rows: NDArray[np.int64], said: NDArray[np.float32]) -> dict[str, float]:
    """Accuracy on each dev set."""
    right, parts = said.argmax(1) == corpus.labels[rows], corpus.parts[rows]
    return {corpus.names[part]: round(float(right[parts == part].mean()), 4) for part in sorted(set(parts.tolist()))}
