"""Whose count a new figure is: `The additional households were found by the Tern Institute` after their sum."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from reportedly.records.annotation import AnnotatedArticle
from reportedly.records.linked import LinkedStory
from reportedly.records.span import SourceSpan
from reportedly.records.weighed import Position
from reportedly.text.normalise import squeeze
from reportedly.text.numbers import written
from reportedly.weigh.number_slots import Given

LEAST = 1000.0
"""Smaller numbers stand for too many things to be known by themselves."""
_FOUND = re.compile(r"(?:the|these|those)\s+(?:additional|extra|further|other|new|newly\s+\w+|rest)\b[^.;:]{0,60}?\b"
                    r"(?:was|were)\s+(?:found|identified|discovered|uncovered|counted|established)\b[^.;:]{0,60}?\bby\s+"
                    r"(?:the\s+|an?\s+)?", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Count:
    """A sentence that tells who found what is new, and the one before it, which gives the sum."""

    report: AnnotatedArticle
    sum: SourceSpan
    words: SourceSpan
    who: str


def counts_of(linked: LinkedStory) -> tuple[Count, ...]:
    """All of a story, in the order of its reports: every sentence is looked at once."""
    return tuple(Count(report, first.span, second.span, who)
                 for report in linked.state.reports for first, second in pairwise(report.sentences)
                 if second.paragraph <= first.paragraph + 1
                 and (found := _FOUND.match(second.span.exact)) is not None
                 and (who := _named(second.span.exact[found.end():], linked)) is not None)


def _named(words: str, linked: LinkedStory) -> str | None:
    """The entity whose name these words begin with, by the longest of its forms."""
    named = [(len(form), entity.name) for entity in linked.entities for form in (entity.name, *entity.aliases)
             if form[:1].isupper() and words.startswith(form) and not words[len(form):len(form) + 1].isalnum()]
    return max(named)[1] if named else None


def counters(slot: Sequence[Given], linked: LinkedStory, counts: Sequence[Count]) -> Iterator[Position]:
    """A side for each named body that is told to have found what a figure adds to an earlier one."""
    told: set[str] = set()
    for item in slot if counts else ():
        for count in counts if item.figure.low >= LEAST else ():
            if count.who not in told and item.figure.span.exact in count.sum.exact:
                told.add(count.who)
                yield Position(who=count.who, text=squeeze(count.words.exact), day=item.day,
                               spans=(count.words, count.sum), value=written(item.figure.low, item.figure.high),
                               members=(item.figure.id,), origins=(linked.origin(count.report.article.id),))
