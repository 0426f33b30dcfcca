"""Whose count a new figure is: `The additional households were found by the Tern Institute` after their sum."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
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


def counters(slot: Sequence[Given], linked: LinkedStory) -> Iterator[Position]:
    """A side for each named body that is told to have found what a figure adds to an earlier one."""
    told: set[str] = set()
    for item in slot:
        for report in linked.state.reports if item.figure.low >= LEAST else ():
            for sentence, words in _told_after(report, item.figure.span.exact):
                who = _counter(words.exact, linked)
                if who is not None and who not in told:
                    told.add(who)
                    yield Position(who=who, text=squeeze(words.exact), day=item.day, spans=(words, sentence),
                                   value=written(item.figure.low, item.figure.high), members=(item.figure.id,),
                                   origins=(linked.origin(report.article.id),))


def _told_after(report: AnnotatedArticle, number: str) -> Iterator[tuple[SourceSpan, SourceSpan]]:
    """Each sentence that gives the number, with the one right after it."""
    for first, second in pairwise(report.sentences):
        if number in first.span.exact and second.paragraph <= first.paragraph + 1:
            yield first.span, second.span


def _counter(words: str, linked: LinkedStory) -> str | None:
    """The name after `were found by`; None where the sentence tells no such thing or nobody with a name."""
    found = _FOUND.match(words)
    rest = words[found.end():] if found else ""
    named = [(len(form), entity.name) for entity in linked.entities for form in (entity.name, *entity.aliases)
             if form[:1].isupper() and re.match(rf"{re.escape(form)}\b", rest)]
    return max(named)[1] if named else None
