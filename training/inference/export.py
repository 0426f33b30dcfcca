"""Write the trained network as one ONNX file, int8 unless told otherwise.

As the attribution model's: node by node, one pair at a time and without padding, so nothing of one pair can change what
is computed for another; products int8 by output channel, activations uint8 by pair, the table of pieces int8 by row.
"""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import numpy as np
import onnx
from onnx import TensorProto, helper

from training.attribution.export import OPSET, Array, Graph, _layer, _rows, quantize  # the encoder is the same one


def _embedded(graph: Graph, weights: Mapping[str, Array]) -> str:
    x = _rows(graph, weights["encoder.pieces.weight"], "pieces.table", "pieces")
    positions = graph.constant("positions.table", weights["encoder.positions.weight"])
    length = graph.node("Shape", ["pieces"], "length")
    zero = graph.constant("zero", np.array([0], dtype=np.int64))
    x = graph.node("Add", [x, graph.node("Slice", [positions, zero, length, zero], "positions")], "with.positions")
    table = graph.constant("kinds.table", weights["encoder.kinds.weight"])
    x = graph.node("Add", [x, graph.node("Gather", [table, "kinds"], "kinds.rows", axis=0)], "with.kinds")
    return graph.norm(x, weights, "encoder.norm", "embedded", 1e-12)


def _compared(graph: Graph, x: str) -> str:
    """First mark, means of both texts, their difference and product, end to end: (1, 5 widths)."""
    two = graph.constant("two", np.array(2, dtype=np.int64))
    second = graph.node("Cast", [graph.node("Mod", ["kinds", two], "side")], "second", to=TensorProto.FLOAT)
    first = graph.node("Sub", [graph.constant("one", np.array(1, dtype=np.float32)), second], "first")
    row = graph.constant("row", np.array([0], dtype=np.int64))
    means = []
    for side in (first, second):
        mask = graph.node("Unsqueeze", [side, row], side + ".row")
        total = graph.node("MatMul", [mask, x], side + ".total")
        means.append(graph.node("Div", [total, graph.node("ReduceSum", [side], side + ".count", keepdims=1)],
                                side + ".mean"))
    apart = graph.node("Abs", [graph.node("Sub", means, "means.apart")], "apart")
    both = graph.node("Mul", means, "both")
    begin = graph.node("Gather", [x, row], "begin", axis=0)
    return graph.node("Concat", [begin, *means, apart, both], "compared", axis=1)


def graph_of(weights: Mapping[str, Array], *, layers: int, heads: int) -> onnx.ModelProto:
    """The float graph. Inputs: pieces (n) and kinds (n), int64; output: logits (1, 3)."""
    graph = Graph()
    x = _embedded(graph, weights)
    for number in range(layers):
        x = _layer(graph, weights, number, x, heads)
    hidden = graph.gelu(graph.linear(_compared(graph, x), weights, "hidden", "hidden"), "hidden.gelu")
    graph.linear(hidden, weights, "said", "logits")
    inputs = [helper.make_tensor_value_info(name, TensorProto.INT64, ["n"]) for name in ("pieces", "kinds")]
    outputs = [helper.make_tensor_value_info("logits", TensorProto.FLOAT, [1, 3])]
    made = helper.make_graph(graph.nodes, "inference", inputs, outputs, graph.initializers)
    return helper.make_model(made, ir_version=8, opset_imports=[
        helper.make_opsetid("", OPSET), helper.make_opsetid("com.microsoft", 1)])


def write(weights: Mapping[str, Array], path: Path, *, layers: int = 6, heads: int = 12, int8: bool = True) -> None:
    """The network as one ONNX file."""
    onnx.save(graph_of(weights, layers=layers, heads=heads), path)
    if int8:
        quantize(path)
