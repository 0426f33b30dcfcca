"""Where something was read."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from reportedly.records.ids import ArticleId


@dataclass(frozen=True, slots=True, kw_only=True)
class SourceSpan:
    """Where something was read: the position and quote selectors of the W3C Web Annotation model."""

    article_id: ArticleId
    start: int
    """First character, in Unicode code points of `Article.text`."""
    end: int
    """One past the last character, same unit."""
    exact: str
    """`Article.text[start:end]`, kept so that a reader can check the span by eye."""

    def __len__(self) -> int:
        return self.end - self.start

    def overlaps(self, other: SourceSpan) -> bool:
        """True when both stand in one report and share at least one character."""
        return self.article_id == other.article_id and self.start < other.end and other.start < self.end

    def covers(self, other: SourceSpan) -> bool:
        """True when the other span lies wholly inside this one."""
        return self.article_id == other.article_id and self.start <= other.start and other.end <= self.end


def joined(spans: Iterable[SourceSpan]) -> str:
    """The words of several pieces in reading order; pieces that do not touch are joined by ` … `."""
    ordered = sorted(spans, key=lambda span: (span.start, span.end))
    out = ""
    for before, span in zip([None, *ordered], ordered, strict=False):
        gap = " … " if before is not None and span.start - before.end > 2 else " " if before is not None else ""
        out += gap + span.exact
    return out
