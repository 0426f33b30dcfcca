"""A page's tree -> one text, a line for each block, with what the markup says of each block."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from lxml import etree, html

_DROPPED = frozenset("script style template head svg iframe object embed canvas audio video math map datalist "
                     "frameset frame applet".split())
_BLOCKS = frozenset(
    "address article aside blockquote body button caption center dd details dialog dir div dl dt fieldset figcaption "
    "figure "
    "footer form h1 h2 h3 h4 h5 h6 header hgroup hr html legend li main menu nav noscript "
    "ol optgroup option p pre section "
    "select "
    "summary table tbody td tfoot th thead tr ul br label textarea q-block".split())
_NESTING = re.compile(
    r"<(?P<end>/?)(?:div|span|section|font|center|table|ul|ol|dl|b|i|em|strong|u|small|big|blockquote|q|a)"
    r"(?=[\s/>])[^<>]*>", re.IGNORECASE)
_DEEPEST = 300
"""Nested elements that are kept as such; browsers stop at 512, and libxml2 drops all that lies below 2,048."""
_SPACE = re.compile(r"[ \t\n\r\f]+")
_KEPT_TAGS = frozenset("nav header footer aside form figcaption blockquote button article main h1 h2 h3 h4 h5 h6 li "
                       "td th "
                       "option time address dialog select label caption".split())


@dataclass(frozen=True, slots=True)
class Block:
    """One line of the rendered text."""

    start: int
    end: int
    text: str
    tags: frozenset[str]
    """Telling tags around it: `nav`, `blockquote`, `figcaption`, `h1`, …"""
    names: str
    """Class names and ids around it, innermost first, lower case: what templates call this part of the page."""


@dataclass(frozen=True, slots=True)
class Rendered:
    """The whole page as text."""

    text: str
    blocks: tuple[Block, ...]


@dataclass(frozen=True, slots=True)
class _Around:
    """What is around the current place in the tree."""

    tags: frozenset[str] = frozenset()
    names: tuple[str, ...] = ()


@dataclass(slots=True)
class _Page:
    """The text so far."""

    pieces: list[str] = field(default_factory=list)
    blocks: list[Block] = field(default_factory=list)
    line: list[str] = field(default_factory=list)
    length: int = 0

    def add(self, words: str | None) -> None:
        if words:
            self.line.append(words)

    def close(self, around: _Around) -> None:
        """End the line; a line that shows nothing leaves no trace."""
        if not self.line:
            return
        words = _SPACE.sub(" ", "".join(self.line)).strip(" ")
        self.line.clear()
        if not words.strip():
            return
        if self.pieces:
            self.pieces.append("\n")
            self.length += 1
        start = self.length
        self.pieces.append(words)
        self.length += len(words)
        self.blocks.append(Block(start, self.length, words, around.tags, " ".join(reversed(around.names[-6:]))))


def extended(page: Rendered, lines: Sequence[str]) -> Rendered:
    """The page with further lines below it: for pages that hold their report as data and show it by script."""
    text, blocks = page.text, list(page.blocks)
    for line in lines:
        start = len(text) + 1 if text else 0
        text = f"{text}\n{line}" if text else line
        blocks.append(Block(start, len(text), line, frozenset(), ""))
    return Rendered(text, tuple(blocks))


def parse_page(markup: str) -> html.HtmlElement | None:
    """The tree of a page, nested too deeply or not; None when there is none in it."""
    parser = html.HTMLParser(encoding="utf-8", huge_tree=True, remove_pis=True, remove_comments=True)
    tree = _parsed(markup, parser)
    if any("Excessive depth" in entry.message for entry in parser.error_log):
        tree = _parsed(flattened(markup), parser)
    return tree


def _parsed(markup: str, parser: html.HTMLParser) -> html.HtmlElement | None:
    try:
        tree = html.document_fromstring(markup.replace("\x00", "").encode("utf-8", "replace"), parser=parser)
    except (etree.ParserError, etree.XMLSyntaxError, ValueError):
        return None
    return tree if isinstance(tree, html.HtmlElement) else None


def flattened(markup: str) -> str:
    """The page without the tags that lie deeper than `_DEEPEST`; a line break stands for each."""
    depth = 0

    def kept(tag: re.Match[str]) -> str:
        nonlocal depth
        if not tag["end"]:
            depth += 1
            return tag.group() if depth <= _DEEPEST else "<br>"
        depth = max(0, depth - 1)
        return tag.group() if depth < _DEEPEST else "<br>"

    return _NESTING.sub(kept, markup)


def render(tree: html.HtmlElement) -> Rendered:
    """Every word of the page that a reader could see, in document order. Walks without recursion, however deep."""
    page = _Page()
    around = [_Around()]
    walk = etree.iterwalk(tree, events=("start", "end"))
    for event, element in walk:
        tag = element.tag
        if event == "start":
            if tag in _DROPPED:
                walk.skip_subtree()
                continue
            if tag in _BLOCKS:
                page.close(around[-1])
            page.add(element.text)
            around.append(_inside(element, around[-1]))
            continue
        if tag not in _DROPPED:
            inside = around.pop()
            if tag in _BLOCKS:
                page.close(inside)
        if element is not tree:
            page.add(element.tail)
    page.close(around[-1])
    return Rendered("".join(page.pieces), tuple(page.blocks))


def _inside(element: html.HtmlElement, around: _Around) -> _Around:
    name = " ".join(filter(None, map(element.get, ("class", "id", "role", "data-testid"))))
    is_telling = element.tag in _KEPT_TAGS and element.tag not in around.tags
    if not name and not is_telling:
        return around
    tags = around.tags | {str(element.tag)} if is_telling else around.tags
    return _Around(tags, (*around.names[-8:], name[:120].casefold()) if name else around.names)
