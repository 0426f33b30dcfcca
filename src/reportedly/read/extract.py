"""The body of a page as trafilatura chooses it (Barbaresi 2021), line by line."""

from __future__ import annotations

import logging
from collections.abc import Iterator
from typing import Any

from lxml import html

from reportedly.read.align import Extracted

_KINDS = {"head": "head", "quote": "quote", "item": "list", "cell": "cell", "code": "code", "p": "p"}
_LEAVES = frozenset(_KINDS)


def extracted_lines(tree: html.HtmlElement) -> list[Extracted]:
    """The lines of the body in order; empty when trafilatura finds no body. The tree is left as it is."""
    import trafilatura  # costs half a second, so only where a page is read

    logging.getLogger("trafilatura").setLevel(logging.CRITICAL)  # a page without a body is told in our own words
    document = trafilatura.bare_extraction(tree, include_comments=False, with_metadata=False)
    if document is None or isinstance(document, dict) or document.body is None:
        return []
    return [line for line in _lines(document.body) if line.text]


def _lines(body: Any) -> Iterator[Extracted]:
    """Each line with the kind of the element it stands in; line breaks end lines."""
    buffer: list[str] = []
    kind = "p"

    def flush() -> Extracted:
        line = Extracted(" ".join("".join(buffer).split()), kind)
        buffer.clear()
        return line

    stack: list[tuple[str, Any, str]] = [("enter", body, "p")]
    while stack:
        step, element, around = stack.pop()
        if step == "tail":
            kind = around
            buffer.append(element.tail or "")
            continue
        if step == "leave":
            yield flush()
            kind = around
            continue
        inner = _inner_kind(element.tag, around)
        breaks = element.tag in _LEAVES or element.tag in ("lb", "list", "row", "table", "graphic")
        if element is not body:
            stack.append(("tail", element, around))
        if breaks:
            yield flush()
            stack.append(("leave", element, around))
        kind = inner
        buffer.append(element.text or "")
        stack.extend(("enter", child, inner) for child in reversed(element))
    yield flush()


def _inner_kind(tag: str, around: str) -> str:
    """A paragraph inside a quote is quote; everything else is what its own element says."""
    return around if around == "quote" else _KINDS.get(tag, around)
