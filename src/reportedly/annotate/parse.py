"""The parsed view of an article that annotators share: spaCy's tokens with their places in `Article.text`.

The pipeline parses the readable zones only, each zone by itself (a sentence never crosses a zone), and joins the
zones' docs into one. `Parse` maps every token back to code points of the article's frozen text. It lives in this
room alone: nothing of spaCy leaves it.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from reportedly.records.article import Article, Zone
from reportedly.records.span import SourceSpan

if TYPE_CHECKING:
    from spacy.tokens import Doc, Span, Token


_TEXT_KEY = "reportedly.text"


def text_of(doc: Doc) -> str:
    """The doc's characters. `Doc.text` joins all tokens anew each time it is asked, so it is kept with the doc."""
    text = doc.user_data.get(_TEXT_KEY)
    if text is None:
        text = doc.user_data[_TEXT_KEY] = doc.text
    return str(text)


@dataclass(frozen=True, slots=True)
class Block:
    """One zone, parsed."""

    number: int
    """Index of the zone in `Article.zones`."""
    zone: Zone
    doc: Doc
    """Its characters are `Article.text[zone.start:zone.end]`, one for one, so offset = zone.start + token.idx."""


@dataclass(frozen=True, slots=True)
class Parse:
    """All parsed zones of one article, in reading order."""

    article: Article
    blocks: tuple[Block, ...]

    def span(self, block: Block, tokens: Span | Sequence[Token]) -> SourceSpan:
        """The article span from the first to the last of these tokens of one block."""
        first, last = tokens[0], tokens[len(tokens) - 1]
        start = block.zone.start + first.idx
        return self.article.span(start, block.zone.start + last.idx + len(last.text))

    def block_at(self, offset: int) -> Block | None:
        """The block whose zone holds this offset of the article's text; None between zones."""
        index = bisect_right(self.blocks, offset, key=lambda block: block.zone.start) - 1
        if index >= 0 and offset < self.blocks[index].zone.end:
            return self.blocks[index]
        return None

    def tokens_in(self, span: SourceSpan) -> list[Token]:
        """Tokens that lie at least partly inside a span, which must not cross zones."""
        block = self.block_at(span.start)
        if block is None:
            return []
        inside = block.doc.char_span(span.start - block.zone.start, span.end - block.zone.start,
                                     alignment_mode="expand")
        return list(inside) if inside is not None else []
