"""Spans of one article looked up by place, so that a long text costs no more a word than a short one."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from typing import Generic, TypeVar

from reportedly.records.span import SourceSpan

T = TypeVar("T")
STRETCH = 512
"""Code points of one stretch of text; a span is listed under every stretch it touches."""


class PlaceIndex(Generic[T]):
    """Items by the stretch of text they stand in; look-ups give them in the order they were given in."""

    def __init__(self, items: Iterable[tuple[SourceSpan, T]]) -> None:
        self._by_stretch: dict[int, list[tuple[int, SourceSpan, T]]] = defaultdict(list)
        for number, (span, item) in enumerate(items):
            for stretch in range(span.start // STRETCH, (span.end - 1) // STRETCH + 1):
                self._by_stretch[stretch].append((number, span, item))

    def covering(self, span: SourceSpan) -> list[T]:
        """Items whose span holds the whole of this one."""
        near = self._by_stretch.get(span.start // STRETCH, ())
        return [item for _, place, item in near if place.covers(span)]

    def overlapping(self, span: SourceSpan) -> list[T]:
        """Items whose span shares a character with this one, each once."""
        found: dict[int, T] = {}
        for stretch in range(span.start // STRETCH, (span.end - 1) // STRETCH + 1):
            found |= {number: item for number, place, item in self._by_stretch.get(stretch, ())
                      if place.overlaps(span)}
        return [found[number] for number in sorted(found)]
