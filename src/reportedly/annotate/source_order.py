"""The sources of one report in reading order: what came before a source, what comes after it, how far apart."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from typing import TYPE_CHECKING

from reportedly.annotate.parse import Block, Parse
from reportedly.annotate.speakers import head_of
from reportedly.records.annotation import Attribution
from reportedly.records.ids import MemberId

if TYPE_CHECKING:
    from spacy.tokens import Token


class SourceOrder:
    """Attributions with a source that stand in nobody else's words, and the words of any source."""

    def __init__(self, attributions: Sequence[Attribution], parse: Parse) -> None:
        self.parse = parse
        self._heads: dict[MemberId, Token | None] = {}
        self._first_uses: dict[str, int] | None = None
        self._before: dict[MemberId, Attribution] = {}
        last: Attribution | None = None
        for item in attributions:
            if last is not None:
                self._before[item.id] = last
            if item.parent is None and item.source:
                last = item
        own = (item for item in attributions if item.parent is None and item.source)
        self._sources = sorted(own, key=lambda item: item.source[0].start)
        self._starts = [item.source[0].start for item in self._sources]

    def before(self, attribution: Attribution) -> Attribution | None:
        """The last attribution before this one that has a source and stands in nobody else's words."""
        return self._before.get(attribution.id)

    def sources_before(self, attribution: Attribution, most: int) -> list[Attribution]:
        """At most so many attributions whose source stands before this one's, the nearest first."""
        at = bisect_left(self._starts, attribution.source[0].start)
        return self._sources[max(0, at - most):at][::-1]

    def sources_after(self, attribution: Attribution, most: int) -> list[Attribution]:
        """At most so many attributions whose source stands after this one's, the nearest first."""
        at = bisect_right(self._starts, attribution.source[0].start)
        return self._sources[at:at + most]

    def tokens(self, attribution: Attribution) -> list[Token]:
        """The words of its source."""
        return [token for span in attribution.source for token in self.parse.tokens_in(span) if not token.is_space]

    def head(self, attribution: Attribution) -> Token | None:
        """The word that the others of its source hang on; None without a source."""
        if attribution.id not in self._heads:
            tokens = self.tokens(attribution)
            self._heads[attribution.id] = head_of(tokens) if tokens else None
        return self._heads[attribution.id]

    def is_first_use(self, attribution: Attribution, noun: Token) -> bool:
        """The report has not used the noun, of one, before this source."""
        if self._first_uses is None:
            self._first_uses = {}
            for block in self.parse.blocks:
                for token in block.doc:
                    if token.pos_ == "NOUN" and token.tag_ == "NN":
                        self._first_uses.setdefault(token.lemma_.lower(), block.zone.start + token.idx)
        return self._first_uses.get(noun.lemma_.lower(), attribution.source[0].start) >= attribution.source[0].start

    def block_before(self, block: Block) -> Block | None:
        """The paragraph before this one; None for the first."""
        at = bisect_left(self.parse.blocks, block.zone.start, key=lambda other: other.zone.start)
        return self.parse.blocks[at - 1] if at else None

    def is_near(self, first: Attribution, second: Attribution, paragraphs: int = 1) -> bool:
        """True when the second one's source stands in the same paragraph or at most so many after it."""
        one, other = (self.parse.block_at(item.source[0].start) for item in (first, second))
        return one is not None and other is not None and 0 <= other.number - one.number <= paragraphs
