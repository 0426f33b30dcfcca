"""Weights in little room, to travel: the table of pieces as int8 by row (as in the exported file), the rest float16.

Packing twice changes nothing, and the export rounds the table in the same way.
"""

from __future__ import annotations

from collections.abc import Mapping
from io import BytesIO
from pathlib import Path

import numpy as np
import torch
from torch import Tensor

TABLE = "encoder.pieces.weight"


def packed(weights: Mapping[str, Tensor]) -> bytes:
    """A compressed `.npz` of the weights."""
    kept = {name: value.detach().cpu().to(torch.float16).numpy() for name, value in weights.items() if name != TABLE}
    table = weights[TABLE].detach().cpu().float().numpy()
    scale = np.maximum(np.abs(table).max(axis=1, keepdims=True) / 127, 1e-12).astype(np.float32)
    kept |= {TABLE + ".int8": np.round(table / scale).astype(np.int8), TABLE + ".scale": scale}
    file = BytesIO()
    np.savez_compressed(file, **kept)  # type: ignore[arg-type]
    return file.getvalue()


def unpacked(data: bytes) -> dict[str, Tensor]:
    """The weights in float32."""
    kept = dict(np.load(BytesIO(data)))
    table = kept.pop(TABLE + ".int8").astype(np.float32) * kept.pop(TABLE + ".scale")
    return {TABLE: torch.from_numpy(table)} | {name: torch.from_numpy(value.astype(np.float32))
                                               for name, value in kept.items()}


def write_parts(data: bytes, folder: Path, name: str, most: int = 15_000_000) -> list[Path]:
    """The bytes in files of at most `most`: `NAME.0`, `NAME.1`, …"""
    paths = []
    for number, start in enumerate(range(0, len(data), most)):
        paths.append(folder / f"{name}.{number}")
        paths[-1].write_bytes(data[start:start + most])
    return paths


def read_parts(folder: Path, name: str) -> bytes:
    """What `write_parts` wrote, or the file of that name."""
    whole = folder / name
    if whole.exists():
        return whole.read_bytes()
    parts = sorted(folder.glob(f"{name}.*"), key=lambda path: int(path.suffix[1:]))
    return b"".join(path.read_bytes() for path in parts)
