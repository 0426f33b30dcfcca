"""What comparing needs of a node, found out once for all the others that it is compared with."""

from __future__ import annotations

from collections.abc import Callable
from typing import Generic, TypeVar

from reportedly.records.linked import Node

T = TypeVar("T")


class TakenApart(Generic[T]):
    """The parts of nodes, remembered by id; taken anew where another node has the id."""

    def __init__(self, parts_of: Callable[[Node], T]) -> None:
        self._parts_of = parts_of
        self._known: dict[str, tuple[Node, T]] = {}

    def of(self, node: Node) -> T:
        """The parts of this node."""
        found = self._known.get(node.id)
        if found is None or found[0] is not node:
            found = self._known[node.id] = node, self._parts_of(node)
        return found[1]
