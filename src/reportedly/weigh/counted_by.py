"""Whose count a new figure is: `The additional households were found by the Tern Institute` after the sum they change."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from reportedly.records.annotation import AnnotatedArticle
from reportedly.records.linked import LinkedStory
from reportedly.records.span import SourceSpan
from reportedly.records.weighed import Position
from reportedly.text.normalise import squeeze
from reportedly.text.numbers import written
from reportedly.weigh.number_slots import Given

FARTHEST = 3
"""Code points between a figure's sentence and the one that tells whose count it is: the very next."""
_FOUND = re.compile(r"(?:the|these|those)\s+(?:additional|extra|further|other|new|newly\s+\w+|rest)\b[^.;:]{0,60}?\b"
                    r"(?:was|were)\s+(?:found|identified|discovered|uncovered|counted|established)\b[^.;:]{0,60}?\bby\s+"
                    r"(?:the\s+|an?\s+)?", re.IGNORECASE)


def counters(slot: Sequence[Given], linked: LinkedStory) -> Iterator[Position]:
    """A side for each named body that is told to have found what a figure adds to an earlier one."""
    reports = {report.article.id: report for report in linked.state.reports}
    told: set[str] = set()
    for item in slot:
        report = reports[item.article_id]
        sentence = _next_sentence(report, item.figure.clause)
        who = _counter(sentence.exact, report, linked) if sentence else None
        if sentence is not None and who is not None and who not in told:
            told.add(who)
            yield Position(who=who, text=squeeze(sentence.exact), day=item.day,
                           value=written(item.figure.low, item.figure.high), spans=(sentence, item.figure.clause),
                           members=(item.figure.id,), origins=(item.origin,))


def _next_sentence(report: AnnotatedArticle, clause: SourceSpan) -> SourceSpan | None:
    """The sentence right after the one of a figure."""
    return next((item.span for item in report.sentences if clause.end <= item.span.start <= clause.end + FARTHEST), None)


def _counter(words: str, report: AnnotatedArticle, linked: LinkedStory) -> str | None:
    """The name after `were found by`; None where the sentence tells no such thing or nobody with a name."""
    found = _FOUND.match(words)
    rest = words[found.end():] if found else ""
    named = [(len(form), entity.name) for entity in linked.entities for form in (entity.name, *entity.aliases)
             if form[:1].isupper() and re.match(rf"{re.escape(form)}\b", rest)]
    return max(named)[1] if named else None
