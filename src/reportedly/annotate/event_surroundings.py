"""What stands around an event in its article: the entities of its clause and the statement it is told in."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence

from reportedly.records.annotation import AnnotatedArticle, EntityKind, Statement
from reportedly.records.ids import MemberId
from reportedly.records.span import SourceSpan


class Places:
    """Where the local entities of an article are mentioned."""

    def __init__(self, article: AnnotatedArticle) -> None:
        self.mentions = sorted(
            (span.start, span.end, entity.id) for entity in article.entities for span in entity.mentions
        )
        self.starts = [start for start, _, _ in self.mentions]
        self.is_place = {entity.id: entity.kind is EntityKind.PLACE for entity in article.entities}

    def within(
        self, clause: SourceSpan, subject: SourceSpan | None
    ) -> tuple[tuple[MemberId, ...], tuple[MemberId, ...]]:
        """People and groups, the subject's first, and places; each once, in reading order."""
        inside = self.mentions[bisect_left(self.starts, clause.start) : bisect_right(self.starts, clause.end - 1)]
        inside.sort(key=lambda item: not (subject and subject.start <= item[0] and item[1] <= subject.end))
        ids = list(dict.fromkeys(entity for _, end, entity in inside if end <= clause.end))
        return (
            tuple(item for item in ids if not self.is_place[item]),
            tuple(item for item in ids if self.is_place[item]),
        )


class Contents:
    """Statements by the stretch of their content."""

    def __init__(self, statements: Sequence[Statement]) -> None:
        self.spans = sorted(
            ((span.start, span.end, statement) for statement in statements for span in statement.content),
            key=lambda item: (item[0], item[1], item[2].id),
        )
        self.starts = [start for start, _, _ in self.spans]

    def around(self, span: SourceSpan) -> Statement | None:
        """The innermost statement whose content holds the span."""
        before = self.spans[: bisect_right(self.starts, span.start)]
        holding = [item for item in before if span.end <= item[1]]
        return min(holding, key=lambda item: (item[1] - item[0], item[2].id))[2] if holding else None
