"""Components by versioned name, and the order of annotators."""

from __future__ import annotations

from dataclasses import dataclass, field

import pytest

from reportedly.errors import RegistryError
from reportedly.records.annotation import AnnotatedArticle, Layer
from reportedly.registry import Registry, check_order


@dataclass
class Needing:
    """An annotator that only declares."""

    name: str
    needs: frozenset[Layer] = field(default_factory=frozenset)
    adds: frozenset[Layer] = field(default_factory=frozenset)

    def annotate(self, article: AnnotatedArticle, parse: object) -> AnnotatedArticle:
        return article


def test_a_lookup_error_lists_the_known_names() -> None:
    registry = Registry()
    registry.add("reader", "html.v1", dict)
    with pytest.raises(RegistryError, match=r"known: html\.v1"):
        registry.make("reader", "html.v2")


def test_a_name_is_taken_once() -> None:
    registry = Registry()
    registry.add("reader", "html.v1", dict)
    with pytest.raises(RegistryError, match="registered already"):
        registry.add("reader", "html.v1", list)


def test_an_annotator_without_its_layer_is_named() -> None:
    sentences = Needing("sentences.v1", adds=frozenset({Layer.SENTENCES}))
    events = Needing("events.v1", needs=frozenset({Layer.SENTENCES, Layer.TIMES}))
    with pytest.raises(RegistryError, match=r"events\.v1 needs times"):
        check_order([sentences, events])


def test_an_order_that_works_passes() -> None:
    sentences = Needing("sentences.v1", adds=frozenset({Layer.SENTENCES}))
    times = Needing("times.v1", needs=frozenset({Layer.SENTENCES}), adds=frozenset({Layer.TIMES}))
    check_order([sentences, times])
