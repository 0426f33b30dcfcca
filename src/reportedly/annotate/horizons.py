"""By when a prediction should come true: the times of a report that reach past its day of publication."""

from __future__ import annotations

import re
from calendar import monthrange
from dataclasses import replace
from datetime import date, timedelta

from reportedly.records.annotation import LEANING, AnnotatedArticle, TimeExpression, TimeRange
from reportedly.records.span import SourceSpan

_DAYS = {"D": 1, "W": 7, "M": 30, "Y": 365}
_PERIODS = frozenset({"week", "month", "season", "quarter", "year", "decade"})
_UNTIL = re.compile(
    r"\b(?:(?:by|within|no later than)\s+(?:the\s+)?|(?:before|until|till)\s[^.,;]{0,30})$", re.IGNORECASE
)
"""Before a time: any day up to it will do."""
_GONE_BY = re.compile(r"^\W{0,2}(?:last|past|previous|earlier|ago)\b", re.IGNORECASE)
_GONE = re.compile(r"\b(?:last|past|previous|since|ago|earlier)\b", re.IGNORECASE)


_THIS_DAY = re.compile(r"\b(?:today|tonight|this (?:morning|afternoon|evening)|later in the day|"
                       r"(?:mon|tues|wednes|thurs|fri|satur|sun)day)\b", re.IGNORECASE)
_JOINS = re.compile(r"\s*(?:-|–|to|and|or|until)\s*", re.IGNORECASE)
_SO_LONG = re.compile(r"\bin\s+(?:about\s+|around\s+|some\s+|roughly\s+|just\s+|another\s+|under\s+)?$", re.IGNORECASE)
"""Before a length of time: `in about two months`."""
_RUNNING = re.compile(
    r"\b(?:survive|outlast|last|see out|(?:end|rest|course) of|finish|through|within|later in|over)\s+"
    r"(?P<period>the\s+(?P<unit>week|month|year))\b(?!\s+(?:of|to|before|after|that|when)\b)",
    re.IGNORECASE,
)
"""`The year` that is no time expression by itself, where the words before it look to its end."""


RUNNING, SAME_DAY = LEANING


class Horizons:
    """The times to come of one article. Nothing lies ahead of a report without a day."""

    def __init__(self, article: AnnotatedArticle) -> None:
        self._text = article.article.text
        self._published = article.article.published_day
        self._times = article.times

    def ahead(self, sentence: SourceSpan) -> list[TimeRange]:
        """Times in the sentence that begin after the day of publication, and `within two weeks`."""
        return [reach for time in self._inside(sentence) if (reach := self._ahead(time)) is not None]

    def under_way(self, sentence: SourceSpan) -> list[TimeRange]:
        """Times in the sentence that hold the day of publication and end after it: `this year`, `survive the year`."""
        found = [reach for time in self._inside(sentence) if (reach := self._under_way(time)) is not None]
        return found or self._running(sentence)

    def same_day(self, sentence: SourceSpan) -> list[TimeRange]:
        """The day of publication where a weekday or a word like `tonight` names it: what is to come before it ends."""
        return [
            TimeRange(earliest=time.earliest, latest=time.latest, precision=time.precision,
                      rule=SAME_DAY, because=(time.span,))
            for time in self._inside(sentence)
            if self._published and time.earliest and time.earliest[:10] == self._published
            and (time.latest or "")[:10] == self._published and _THIS_DAY.search(time.span.exact)
        ]

    def bare_months(self, sentence: SourceSpan) -> list[TimeRange]:
        """Months named without a year, which may lie ahead when a plan names them; open, the year being unknown."""
        return [
            TimeRange(earliest=None, latest=None, precision="month", rule="a month of an unknown year",
                      because=(time.span,))
            for time in self._inside(sentence)
            if time.precision == "month" and time.span.exact.isalpha()
        ]

    def _inside(self, sentence: SourceSpan) -> list[TimeExpression]:
        return [time for time in self._times if sentence.covers(time.span)]

    def _ahead(self, time: TimeExpression) -> TimeRange | None:
        if self._published is None:
            return None
        if time.type == "DURATION":
            return self._within(time, self._published)
        if time.earliest is None or time.earliest[:10] <= self._published or time.type == "SET" or self._is_gone(time):
            return None
        until = bool(_UNTIL.search(self._before(time)))
        return TimeRange(
            earliest=self._published if until else time.earliest,
            latest=time.latest,
            precision=time.precision,
            rule="by the time named" if until else "expression in the clause",
            because=(time.span,),
        )

    def _under_way(self, time: TimeExpression) -> TimeRange | None:
        """From the day of publication to the end of a week, month, season or year that is running."""
        published = self._published
        if published is None or time.earliest is None or time.latest is None or time.precision not in _PERIODS:
            return None
        if time.type != "DATE" or self._is_gone(time):
            return None
        if not time.earliest[:10] <= published < time.latest[:10]:
            return None
        return TimeRange(earliest=published, latest=time.latest, precision=time.precision,
                         rule=RUNNING, because=(time.span,))

    def _running(self, sentence: SourceSpan) -> list[TimeRange]:
        """The week, month or year that a forecast calls `the year`, to its end."""
        match = _RUNNING.search(sentence.exact) if self._published else None
        if match is None or self._published is None:
            return []
        begin = sentence.start + match.start("period")
        period = SourceSpan(article_id=sentence.article_id, start=begin, end=begin + len(match["period"]),
                            exact=match["period"])
        unit = match["unit"].casefold()
        return [TimeRange(earliest=self._published, latest=_last_day(unit, date.fromisoformat(self._published)),
                          precision=unit, rule=RUNNING, because=(period,))]

    def _within(self, time: TimeExpression, published: str) -> TimeRange | None:
        """`Within 60 days`: from the day of publication on."""
        named = time.span.exact.casefold()
        before = self._before(time).casefold() + named
        count, unit = time.value[1:-1], time.value[-1:]
        ahead = re.search(r"\b(?:within|(?:in|over) the (?:next|coming))\b", before)
        if not ahead and not _SO_LONG.search(self._before(time)) and not named.startswith("in "):
            return None
        if not count.isdigit() or len(count) > 4 or unit not in _DAYS:
            return None
        return TimeRange(earliest=published, latest=_later(date.fromisoformat(published), int(count), unit).isoformat(),
                         precision="day", rule="so long after the day of publication", because=(time.span,))

    def _before(self, time: TimeExpression) -> str:
        return self._text[max(0, time.span.start - 40) : time.span.start]

    def _is_gone(self, time: TimeExpression) -> bool:
        """`June 12 last year`: the words around it say that it is past, whatever its value."""
        after = self._text[time.span.end : time.span.end + 12]
        return bool(_GONE.search(time.span.exact) or _GONE_BY.match(after) or _GONE.search(self._before(time)[-6:]))


def _later(day: date, count: int, unit: str) -> date:
    """So many days, weeks, months or years later, the last day of a month where it has no such day."""
    if unit in ("D", "W"):
        return day + timedelta(days=count * _DAYS[unit])
    months = day.year * 12 + day.month - 1 + count * (12 if unit == "Y" else 1)
    year, month = divmod(months, 12)
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


def joined(times: list[TimeRange], first: TimeRange, text: str, start: int) -> TimeRange:
    """`September and October`, `2028-2030`: from the first to the last of times of one kind that stand side by side.

    `text` is the sentence, `start` its offset.
    """
    for time in times:
        between = text[first.because[0].end - start:time.because[0].start - start]
        if time.precision == first.precision and time.earliest and first.latest and _JOINS.fullmatch(between) \
                and time.earliest > first.latest:
            return replace(first, latest=time.latest, because=(*first.because, *time.because))
    return first


def is_running(time: TimeRange) -> bool:
    """True for a time that has begun: it bears on the clause that names it only."""
    return time.rule in LEANING


def _last_day(unit: str, day: date) -> str:
    """Last day of the week (Sunday), month or year that holds a day."""
    if unit == "week":
        return (day + timedelta(days=6 - day.weekday())).isoformat()
    if unit == "year":
        return f"{day.year:04d}-12-31"
    return day.replace(day=monthrange(day.year, day.month)[1]).isoformat()
