"""Write a trained attribution network as one int8 ONNX file.

The graph is written node by node: one window at a time, without padding, so nothing of one report can change what is
computed for another. Weights of matrix products are int8 by output channel, stored unsigned, and activations uint8 by
window (dynamic quantisation); the embedding table is int8 by row; everything else stays float32.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path

import numpy as np
import onnx
from numpy.typing import NDArray
from onnx import TensorProto, helper, numpy_helper
from onnxruntime.quantization import QuantType, quantize_dynamic

Array = NDArray[np.generic]
OPSET = 17


class Graph:
    """Nodes and initialisers under names."""

    def __init__(self) -> None:
        self.nodes: list[onnx.NodeProto] = []
        self.initializers: list[onnx.TensorProto] = []

    def constant(self, name: str, value: Array) -> str:
        self.initializers.append(numpy_helper.from_array(value, name))
        return name

    def node(self, kind: str, inputs: Sequence[str], output: str, domain: str = "", **attributes: object) -> str:
        self.nodes.append(helper.make_node(kind, list(inputs), [output], name=output, domain=domain, **attributes))
        return output

    def linear(self, x: str, weights: Mapping[str, Array], name: str, output: str) -> str:
        weight = self.constant(name + ".weight.T", np.ascontiguousarray(weights[name + ".weight"].T))
        product = self.node("MatMul", [x, weight], output + ".product")
        return self.node("Add", [product, self.constant(name + ".bias", weights[name + ".bias"])], output)

    def norm(self, x: str, weights: Mapping[str, Array], name: str, output: str, epsilon: float) -> str:
        parts = [self.constant(f"{name}.{part}", weights[f"{name}.{part}"]) for part in ("weight", "bias")]
        return self.node("LayerNormalization", [x, *parts], output, axis=-1, epsilon=epsilon)

    def gelu(self, x: str, output: str) -> str:
        return self.node("Gelu", [x], output, domain="com.microsoft")


def _rows(graph: Graph, table: Array, name: str, indices: str) -> str:
    """Rows of an embedding table kept as int8 with a scale for each row."""
    scale = np.maximum(np.abs(table).max(axis=1, keepdims=True) / 127, 1e-12).astype(np.float32)
    small = graph.constant(name + ".int8", np.round(table / scale).astype(np.int8))
    rows = graph.node("Gather", [small, indices], name + ".rows", axis=0)
    scales = graph.node("Gather", [graph.constant(name + ".scale", scale), indices], name + ".scales", axis=0)
    rows = graph.node("Cast", [rows], name + ".cast", to=TensorProto.FLOAT)
    return graph.node("Mul", [rows, scales], name + ".value")


def _embedded(graph: Graph, weights: Mapping[str, Array], features: int) -> str:
    x = _rows(graph, weights["encoder.pieces.weight"], "pieces.table", "pieces")
    positions = graph.constant("positions.table", weights["encoder.positions.weight"])
    length = graph.node("Shape", ["pieces"], "length")
    zero = graph.constant("zero", np.array([0], dtype=np.int64))
    x = graph.node("Add", [x, graph.node("Slice", [positions, zero, length, zero], "positions")], "with.positions")
    for column in range(features):
        number = graph.constant(f"column.{column}", np.array(column, dtype=np.int64))
        values = graph.node("Gather", ["features", number], f"feature.{column}", axis=1)
        table = graph.constant(f"feature.table.{column}", weights[f"encoder.features.{column}.weight"])
        x = graph.node("Add", [x, graph.node("Gather", [table, values], f"feature.rows.{column}", axis=0)],
                       f"with.feature.{column}")
    return graph.norm(x, weights, "encoder.norm", "embedded", 1e-12)


def _layer(graph: Graph, weights: Mapping[str, Array], number: int, x: str, heads: int) -> str:
    at, out = f"encoder.layers.{number}.", f"layer.{number}."
    joined = graph.linear(x, weights, at + "query_key_value", out + "qkv")
    graph.nodes.append(helper.make_node("Split", [joined], [out + "q", out + "k", out + "v"], axis=-1,
                                        name=out + "split"))
    first = graph.constant(out + "axis", np.array([0], dtype=np.int64))
    parts = [graph.node("Unsqueeze", [out + part, first], out + part + ".batch") for part in "qkv"]
    mixed = graph.node("MultiHeadAttention", parts, out + "attended", domain="com.microsoft", num_heads=heads)
    mixed = graph.linear(graph.node("Squeeze", [mixed, first], out + "heads"), weights, at + "mixed", out + "mixed")
    x = graph.norm(graph.node("Add", [x, mixed], out + "sum1"), weights, at + "norm1", out + "norm1", 1e-12)
    inner = graph.gelu(graph.linear(x, weights, at + "up", out + "up"), out + "gelu")
    inner = graph.linear(inner, weights, at + "down", out + "down")
    return graph.norm(graph.node("Add", [x, inner], out + "sum2"), weights, at + "norm2", out + "norm2", 1e-12)


def graph_of(weights: Mapping[str, Array], *, layers: int, heads: int, features: int) -> onnx.ModelProto:
    """The float graph. Inputs: pieces (n), features (n, f), firsts (w), all int64; outputs as in `network.py`."""
    graph = Graph()
    x = _embedded(graph, weights, features)
    for number in range(layers):
        x = _layer(graph, weights, number, x, heads)
    x = graph.node("Gather", [x, "firsts"], "words", axis=0)
    x = graph.gelu(graph.linear(x, weights, "word.0", "word.hidden"), "word.gelu")
    x = graph.norm(x, weights, "word.2", "word.norm", 1e-5)
    for name in ("role", "unary", "missing", "key"):
        graph.linear(x, weights, name, name)
    hidden = graph.gelu(graph.linear(x, weights, "query.0", "query.hidden"), "query.gelu")
    graph.linear(hidden, weights, "query.2", "query")
    tables = ("by_words", "by_sentences", "by_blocks")
    outputs = ["role", "unary", "missing", "query", "key", *(
        graph.node("Identity", [graph.constant(name + ".table", weights[name])], name) for name in tables)]
    inputs = [helper.make_tensor_value_info("pieces", TensorProto.INT64, ["n"]),
              helper.make_tensor_value_info("features", TensorProto.INT64, ["n", features]),
              helper.make_tensor_value_info("firsts", TensorProto.INT64, ["w"])]
    made = helper.make_graph(graph.nodes, "attribution", inputs,
                             [helper.make_tensor_value_info(name, TensorProto.FLOAT, None) for name in outputs],
                             graph.initializers)
    return helper.make_model(made, ir_version=8, opset_imports=[
        helper.make_opsetid("", OPSET), helper.make_opsetid("com.microsoft", 1)])


def write(weights: Mapping[str, Array], path: Path, *, layers: int = 6, heads: int = 12, features: int = 8,
          int8: bool = True) -> None:
    """The network as one ONNX file, int8 unless told otherwise."""
    model = graph_of(weights, layers=layers, heads=heads, features=features)
    onnx.save(model, path)
    if int8:
        quantize(path)


def quantize(path: Path) -> None:
    """Make the products of a written network int8 by output channel."""
    quantize_dynamic(path, path, weight_type=QuantType.QInt8, per_channel=True, reduce_range=False,
                     op_types_to_quantize=["MatMul"], extra_options={"DefaultTensorType": TensorProto.FLOAT})
    onnx.save(with_unsigned_weights(onnx.load(path)), path)


def with_unsigned_weights(model: onnx.ModelProto) -> onnx.ModelProto:
    """The same network with the weights of its products, and their zero points, 128 higher and unsigned.

    Processors without VNNI add signed products in 16 bits, which overflow and are cut off; so one text would be read
    otherwise on another machine. Unsigned ones are exact everywhere.
    """
    tables = {table.name: table for table in model.graph.initializer}
    products = [node for node in model.graph.node if node.op_type == "MatMulInteger"]
    for name in {node.input[place] for node in products for place in (1, 3)}:
        values = numpy_helper.to_array(tables[name])
        if values.dtype == np.int8:
            tables[name].CopyFrom(numpy_helper.from_array((values.astype(np.int16) + 128).astype(np.uint8), name))
    return model
