"""Records to stored bytes and back."""

from __future__ import annotations

import zlib
from functools import cache

import msgspec

from reportedly.errors import StoreError
from reportedly.records.annotation import AnnotatedArticle
from reportedly.records.linked import Node

_LEVEL = 1
"""zlib's fastest: a payload shrinks to about an eighth, since every span repeats its report's id."""


@cache
def _articles() -> msgspec.msgpack.Decoder[AnnotatedArticle]:
    return msgspec.msgpack.Decoder(AnnotatedArticle)


@cache
def _nodes() -> msgspec.msgpack.Decoder[Node]:
    return msgspec.msgpack.Decoder(Node)


def pack_article(article: AnnotatedArticle) -> bytes:
    """The compressed MessagePack of an annotated article; layers sorted, so equal records give equal bytes.

    Not JSON: a figure without an upper bound is infinite, which JSON cannot say.
    """
    return zlib.compress(msgspec.msgpack.encode(article, order="deterministic"), _LEVEL)


def unpack_article(payload: bytes) -> AnnotatedArticle:
    """The annotated article of these bytes. Raises StoreError when they are damaged."""
    try:
        return _articles().decode(zlib.decompress(payload))
    except (zlib.error, msgspec.DecodeError) as error:
        raise StoreError(f"a stored report is damaged ({error}); build the story again from its sources") from error


def pack_node(node: Node) -> bytes:
    """The MessagePack of a node, which holds points as they are."""
    return msgspec.msgpack.encode(node)


def unpack_node(payload: bytes) -> Node:
    """The node of these bytes. Raises StoreError when they are damaged."""
    try:
        return _nodes().decode(payload)
    except msgspec.DecodeError as error:
        raise StoreError(f"a stored node is damaged ({error}); build the story again from its sources") from error
