"""Sessions of ONNX Runtime over shipped weights, one thread each, so that answers repeat.

Shipped weights are unsigned, so products of whole numbers are exact on every processor; what is left to differ between
kinds of machines is the rounding of single floats.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from reportedly.errors import ModelError

if TYPE_CHECKING:
    from onnxruntime import InferenceSession


def session(data: bytes, name: str) -> InferenceSession:
    """A session over a model's bytes. Raises ModelError when ONNX Runtime cannot read them."""
    import onnxruntime  # costs a tenth of a second, so only where something is annotated

    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = 1
    options.inter_op_num_threads = 1
    options.log_severity_level = 3
    try:
        return onnxruntime.InferenceSession(data, options, providers=["CPUExecutionProvider"])
    except Exception as error:  # the runtime raises bare classes of its C++ core
        raise ModelError(f"ONNX Runtime cannot load {name}: {error}") from error
