"""An exported int8 network read back as weights, so that a run can go on from what ships: packed, as runs begin with.

    python -m training.inference.exported src/reportedly/models/weights/inference.onnx -o BEGIN.npz
"""

from __future__ import annotations

import argparse
from pathlib import Path

import numpy as np
import onnx
import torch
from numpy.typing import NDArray
from onnx import numpy_helper
from torch import Tensor

from training.inference.packed import packed

_QUANTIZED = ".weight.T_quantized"
_RENAMED = {"positions.table": "encoder.positions.weight", "kinds.table": "encoder.kinds.weight"}
_OWN = ("encoder.", "hidden.", "said.")


def weights_of(path: Path) -> dict[str, Tensor]:
    """The network's weights by name, float32: those kept as int8 as they are computed with."""
    found = {item.name: numpy_helper.to_array(item) for item in onnx.load(path).graph.initializer}
    weights = {"encoder.pieces.weight": found["pieces.table.int8"].astype(np.float32) * found["pieces.table.scale"]}
    for name, value in found.items():
        if name.endswith(_QUANTIZED):
            stem = name.removesuffix("_quantized")
            weights[stem.removesuffix(".T")] = _columns(value, found[stem + "_scale"], found[stem + "_zero_point"]).T
        elif name in _RENAMED:
            weights[_RENAMED[name]] = value
        elif name.startswith(_OWN) and name.endswith((".weight", ".bias")):
            weights[name] = value
    return {name: torch.from_numpy(np.array(value, dtype=np.float32)) for name, value in weights.items()}


def _columns(value: NDArray[np.int8], scale: NDArray[np.float32], zero: NDArray[np.int8]) -> NDArray[np.float32]:
    return (value.astype(np.float32) - zero.astype(np.float32)) * scale


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("model", type=Path)
    parser.add_argument("-o", "--output", type=Path, required=True)
    given = parser.parse_args()
    given.output.write_bytes(packed(weights_of(given.model)))


if __name__ == "__main__":
    main()
