"""Products of shipped networks: exact on every processor."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from reportedly.models.manifest import checked_bytes
from reportedly.models.onnx_part import _fields

GRAPH, NODE, TABLE = 7, 1, 5
OF_NODE = {"inputs": 1, "kind": 4}
OF_TABLE = {"kind": 2, "name": 8}
UINT8 = 2


def messages(data: bytes, start: int, end: int, number: int) -> Iterator[tuple[int, int]]:
    return ((body, stop) for field, _, body, stop in _fields(data, start, end) if field == number)


def words(data: bytes, place: tuple[int, int], number: int) -> list[str]:
    return [data[body:stop].decode() for body, stop in messages(data, *place, number)]


@pytest.mark.parametrize("name", ["attribution.v1", "inference.v2"])
def test_weights_of_whole_number_products_are_unsigned(name: str) -> None:
    """Signed ones overflow on processors without VNNI, which then read a text otherwise than others."""
    data = checked_bytes(name)
    graph = next(messages(data, 0, len(data), GRAPH))
    kinds = {words(data, table, OF_TABLE["name"])[0]: data[next(messages(data, *table, OF_TABLE["kind"]))[0]]
             for table in messages(data, *graph, TABLE)}
    weights = [words(data, node, OF_NODE["inputs"])[1] for node in messages(data, *graph, NODE)
               if words(data, node, OF_NODE["kind"]) == ["MatMulInteger"]]
    assert len(weights) > 20
    assert {kinds[weight] for weight in weights} == {UINT8}
