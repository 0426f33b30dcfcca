"""What the chronicle reads of a report, taken from its layers."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Sequence

from reportedly.link.chronicle import Account, Chronicle, NamedTime, Telling
from reportedly.records.annotation import AnnotatedArticle, Sentence, TimeExpression
from reportedly.records.article import ZoneKind
from reportedly.records.linked import Origin
from reportedly.text.normalise import squeeze

_POINTS = frozenset({"DATE", "TIME"})


def chronicle_of(reports: Iterable[AnnotatedArticle], origins: Iterable[Origin]) -> Chronicle:
    """The chronicle of reports whose origins are known; a report in none of them counts as one of its own."""
    origin_of = {report: origin.id for origin in origins for report in origin.reports}
    chronicle = Chronicle()
    for report in reports:
        name = report.article.id
        chronicle.add(account_of(report, origin=origin_of.get(name, name)))
    return chronicle


def account_of(report: AnnotatedArticle, *, origin: str | None) -> Account:
    """The report's own sentences with the days and times they name; titles and set-off quotations are left out."""
    times = sorted(report.times, key=lambda time: time.span.start)
    starts = [time.span.start for time in times]
    return Account(
        id=report.article.id,
        origin=origin,
        published=report.article.published_day,
        sentences=[
            _telling(sentence, times, starts) for sentence in report.sentences if sentence.zone is ZoneKind.BODY
        ],
    )


def _telling(sentence: Sentence, times: Sequence[TimeExpression], starts: Sequence[int]) -> Telling:
    span = sentence.span
    inside = times[bisect_left(starts, span.start) : bisect_left(starts, span.end)]
    named = [
        NamedTime(earliest=time.earliest, latest=time.latest, precision=time.precision)
        for time in inside
        if time.type in _POINTS and time.earliest and time.latest
    ]
    return Telling(start=span.start, end=span.end, text=squeeze(span.exact), times=tuple(named))
