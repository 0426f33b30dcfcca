"""A part of a shipped network as a network of its own: what one inner value needs, and nothing else.

ONNX Runtime gives only what a file declares as its output, and computes everything in the file. So that the first
layers of a network that ships can be asked by themselves, its file is read as what it is, a protocol buffer, and the
nodes and weights that the wanted value does not rest on are left out. Nothing is decoded but names.
"""

from __future__ import annotations

from collections.abc import Iterator

from reportedly.errors import ModelError

_GRAPH, _NODE, _WEIGHTS, _OUTPUT, _VALUES = 7, 1, 5, 12, 13
"""Fields of ModelProto and GraphProto."""
_INPUT_NAME, _OUTPUT_NAME, _WEIGHTS_NAME = 1, 2, 8
"""Fields of NodeProto and TensorProto."""
_FLOATS = bytes((0x12, 4, 0x0A, 2, 0x08, 1))
"""The type of a ValueInfoProto: a tensor of float32 of any shape."""
_VARINT, _EIGHT, _BYTES, _FOUR = 0, 1, 2, 5


def part_of(data: bytes, wanted: str) -> bytes:
    """The network that computes this inner value and gives it as its only output.

    Raises ModelError where no node gives it, or the bytes are no ONNX file.
    """
    try:
        top = list(_fields(data, 0, len(data)))
        graph = next(field for field in top if field[0] == _GRAPH)
        inside = list(_fields(data, graph[2], graph[3]))
        needed = _needed(data, inside, wanted)
    except (IndexError, StopIteration, ValueError) as error:
        raise ModelError(f"no part {wanted!r} can be taken of these weights ({error}); install reportedly again") \
            from error
    kept = [data[start:end] for number, start, body, end in inside
            if number not in (_OUTPUT, _VALUES) and _stays(data, number, body, end, needed)]
    part = b"".join(kept) + _field(_OUTPUT, _field(1, wanted.encode()) + _FLOATS)
    return b"".join(_field(_GRAPH, part) if field is graph else data[field[1]:field[3]] for field in top)


def _stays(data: bytes, number: int, body: int, end: int, needed: set[str]) -> bool:
    if number == _NODE:
        return bool(needed & set(_names(data, body, end, _OUTPUT_NAME)))
    return number != _WEIGHTS or bool(needed & set(_names(data, body, end, _WEIGHTS_NAME)))


def _needed(data: bytes, inside: list[tuple[int, int, int, int]], wanted: str) -> set[str]:
    """Names of all values that the wanted one rests on, itself included. Nodes stand after what they read."""
    needed, given = {wanted}, False
    for number, _, body, end in reversed(inside):
        if number == _NODE and needed & set(_names(data, body, end, _OUTPUT_NAME)):
            given = True
            needed.update(_names(data, body, end, _INPUT_NAME))
    if not given:
        raise ValueError("no node gives it")
    return needed


def _names(data: bytes, start: int, end: int, number: int) -> list[str]:
    return [data[body:stop].decode() for field, _, body, stop in _fields(data, start, end) if field == number]


def _fields(data: bytes, start: int, end: int) -> Iterator[tuple[int, int, int, int]]:
    """Number, start, start of the body and end of each field of a message."""
    while start < end:
        tag, body = _varint(data, start)
        kind = tag & 7
        if kind == _VARINT:
            stop = _varint(data, body)[1]
        elif kind == _BYTES:
            size, body = _varint(data, body)
            stop = body + size
        elif kind in (_EIGHT, _FOUR):
            stop = body + (8 if kind == _EIGHT else 4)
        else:
            raise ValueError(f"a field of wire type {kind}")
        if stop > end:
            raise ValueError("a field is cut short")
        yield tag >> 3, start, body, stop
        start = stop


def _varint(data: bytes, at: int) -> tuple[int, int]:
    value, shift = 0, 0
    while True:
        byte = data[at]
        value |= (byte & 127) << shift
        at, shift = at + 1, shift + 7
        if byte < 128:
            return value, at


def _field(number: int, body: bytes) -> bytes:
    """A field of bytes."""
    return _written(number << 3 | _BYTES) + _written(len(body)) + body


def _written(value: int) -> bytes:
    out = bytearray()
    while value > 127:
        out.append(value & 127 | 128)
        value >>= 7
    return bytes(out) + bytes((value,))
