"""The nodes of a stored story, asked for by key: what fulfils `CandidateIndex` from the disk."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from sqlalchemy import Engine, exists, select

from reportedly.records.linked import Node
from reportedly.store import schema
from reportedly.store.codec import unpack_node
from reportedly.store.connection import STORY_ID

_CHUNK = 500
"""Values in one query; SQLite's default limit is 32,766, older builds have 999."""


class StoredNodes:
    """A `CandidateIndex` over the tables `node` and `node_key`."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine

    def is_empty(self) -> bool:
        """True when the story has no nodes yet, so that no look-up can find any."""
        with self._engine.connect() as connection:
            return not connection.execute(select(exists().where(schema.node.c.story == STORY_ID))).scalar()

    def sharing(self, kind: str, keys: Iterable[str]) -> list[Node]:
        """Every node of the kind that has at least one of the keys, in id order, each once."""
        key = schema.node_key.c
        found: set[str] = set()
        with self._engine.connect() as connection:
            for chunk in _chunks(keys):
                found.update(connection.execute(select(key.node).where(
                    key.story == STORY_ID, key.kind == kind, key.key.in_(chunk))).scalars())
        return self.named(kind, found)

    def named(self, kind: str, ids: Iterable[str]) -> list[Node]:
        """The nodes of the kind that have these ids, in id order."""
        node = schema.node.c
        found = {}
        with self._engine.connect() as connection:
            for chunk in _chunks(ids):
                rows = connection.execute(select(node.id, node.payload).where(
                    node.story == STORY_ID, node.kind == kind, node.id.in_(chunk)))
                found.update({row.id: row.payload for row in rows})
        return [unpack_node(found[name]) for name in sorted(found)]


def _chunks(values: Iterable[str]) -> Iterator[list[str]]:
    listed = sorted(set(values))
    for start in range(0, len(listed), _CHUNK):
        yield listed[start:start + _CHUNK]
