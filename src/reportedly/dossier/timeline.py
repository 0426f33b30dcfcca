"""The timeline as the dossier gives it: what happened, each entry with how it is dated, how late it was reported and
whether it is background. What is only expected stands among the forecasts."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from functools import cached_property

from reportedly.link.days import days_between, length
from reportedly.link.happenings import StoryView
from reportedly.link.moments import is_dated
from reportedly.records.annotation import EventMention, TimeExpression, TimeRange
from reportedly.records.article import Article
from reportedly.records.ids import ArticleId
from reportedly.records.linked import Event, LinkedStory
from reportedly.records.span import SourceSpan
from reportedly.records.weighed import Forecast

TOLD_BEFORE = "told before the day that its words name"
"""Rule of the range of what is told as past with a day still to come: it happened by the day of the telling."""
UNHAPPENED = frozenset({"possible", "future"})
GAP_DAYS = 92
"""A quarter without anything dated parts a story from what happened long before it."""
LONGEST_LINK_DAYS = 31
"""Only what is dated to a month or closer says how far back a story reaches."""
_CLOCK = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d")


def timeline(linked: LinkedStory, forecasts: Iterable[Forecast]) -> tuple[Event, ...]:
    """The story's happenings, heaviest first, without what stands among the forecasts as expected.

    Nothing on it is dated after the reports that tell it.
    """
    view = _View(linked)
    expected: dict[ArticleId, list[SourceSpan]] = {}
    for forecast in forecasts:
        for span in forecast.spans:
            expected.setdefault(span.article_id, []).append(span)
    told = [view.dated(event) for event in linked.events
            if not (event.status in UNHAPPENED and (view.is_ahead(event) or _is_among(event, expected)))]
    start = story_start(told, view.first_published)
    background = [_is_long_before(event, start) for event in told]
    if 2 * sum(event.weight for event, before in zip(told, background, strict=True) if before) \
            > sum(event.weight for event in told):
        background = [False] * len(told)  # a story told long after is about what happened then
    return tuple(replace(event, is_background=before) for event, before in zip(told, background, strict=True))


def brief(events: Iterable[Event], lines: int) -> tuple[Event, ...]:
    """The weightiest so many entries, heaviest first; background and what is only possible as far as lines are left."""
    ordered = sorted(events, key=lambda event: (event.is_background or event.status in UNHAPPENED, -event.weight))
    return tuple(sorted(ordered[:max(lines, 0)], key=lambda event: -event.weight))


def _is_among(event: Event, expected: Mapping[ArticleId, Sequence[SourceSpan]]) -> bool:
    return any(event.chosen.overlaps(span) for span in expected.get(event.chosen.article_id, ()))


def story_start(events: Iterable[Event], published: str | None) -> str | None:
    """The day from which the story runs: that of the first report, or earlier as long as what is dated before it
    leaves no gap of a quarter. None where no report is dated."""
    if published is None:
        return None
    start = published
    dated = [event.when for event in events if is_dated(event.when) and event.status not in UNHAPPENED]
    for when in sorted(dated, key=lambda when: when.latest or "", reverse=True):
        days = length(when.earliest, when.latest)
        if days is None or days > LONGEST_LINK_DAYS or not when.earliest or not when.latest or when.latest >= start:
            continue
        if (days_between(when.latest, start) or 0) > GAP_DAYS:
            break
        start = min(start, when.earliest[:10])
    return start


def _is_long_before(event: Event, start: str | None) -> bool:
    """True for what was over a quarter before the story's first day, or is told as background by most."""
    if event.status == "background" or (event.when.latest or "").startswith("-"):
        return True
    before = days_between(event.when.latest, start) if event.when.latest and start else None
    return before is not None and before > GAP_DAYS


@dataclass(frozen=True)
class _View:
    """What the entries are completed from."""

    linked: LinkedStory

    @cached_property
    def articles(self) -> dict[ArticleId, Article]:
        return {report.article.id: report.article for report in self.linked.state.reports}

    @cached_property
    def expressions(self) -> dict[SourceSpan, TimeExpression]:
        return {time.span: time for report in self.linked.state.reports for time in report.times}

    @cached_property
    def mentions(self) -> dict[str, EventMention]:
        return {mention.id: mention for report in self.linked.state.reports for mention in report.events}

    @cached_property
    def story(self) -> StoryView:
        return StoryView(self.linked.state.reports, self.linked.origin_of, self.linked.entity_of)

    @cached_property
    def first_published(self) -> str | None:
        return min((day for article in self.articles.values() if (day := article.published_day)), default=None)

    def dated(self, event: Event) -> Event:
        """The event with what follows from its own time and its reports' dates."""
        when = self.possible_time(event)
        first = self.first_report(event)
        days = days_between(when.day, event.first_reported) if when.day and event.first_reported else None
        approximate = self.is_approximate(when)
        return replace(
            event, when=when, edtf=self.edtf(when, event.time_range, approximate=approximate),
            is_approximate=approximate, centrality=self.centrality(event),
            first_report=first.id if first else None, lag_hours=self.lag_hours(event, first),
            lag_days=days if days is not None and days >= 0 and is_dated(when) else None)

    def newest(self, event: Event) -> str | None:
        """The last day that one of its reports was published on; None where one is undated."""
        days = [self.articles[report].published_day for report in event.reports]
        known = [day for day in days if day]
        return max(known) if known and len(known) == len(days) else None

    def is_ahead(self, event: Event) -> bool:
        """True where its time is later than all its reports.

        An hour of the next day is let pass: where the event is, it may be tomorrow already.
        """
        newest = self.newest(event)
        if newest is None or not event.when.earliest:
            return False
        ahead = days_between(newest, event.when.earliest) or 0
        return ahead > 1 or (ahead == 1 and len(event.when.earliest) <= 10)

    def possible_time(self, event: Event) -> TimeRange:
        """The event's time; where that is later than all its reports, only that it happened by then."""
        if not self.is_ahead(event):
            return event.when
        return TimeRange(earliest=None, latest=self.newest(event), precision="unknown", rule=TOLD_BEFORE, because=())

    def first_report(self, event: Event) -> Article | None:
        """The report published first, by day, then hour where both tell it; an origin before its copies."""
        dated = [self.articles[report] for report in event.reports if self.articles[report].published_day]
        return min(dated, key=lambda article: (article.published_day or "", _published(article),
                                               article.id not in event.origins, article.id), default=None)

    def lag_hours(self, event: Event, first: Article | None) -> int | None:
        """Hours from the minute that the first report gives to its publication, both as its own clock shows them."""
        if first is None or not _CLOCK.match(_published(first)):
            return None
        told = [time.earliest for member in event.members if (mention := self.mentions.get(member))
                and mention.clause.article_id == first.id and (time := mention.time).precision in ("minute", "hour")
                and is_dated(time) and time.earliest and _CLOCK.fullmatch(time.earliest)]
        if not told:
            return None
        lag = datetime.fromisoformat(_published(first)[:16]) - datetime.fromisoformat(min(told))
        return round(lag.total_seconds() / 3600) if lag.total_seconds() >= 0 else None

    def centrality(self, event: Event) -> float:
        """How much of what the story is about the words shown hold."""
        told = (mention for mention in self.story.events.get(event.chosen.article_id, ())
                if mention.clause.overlaps(event.chosen))
        return round(self.story.centrality({term for mention in told for term in mention.terms}), 4)

    def is_approximate(self, when: TimeRange) -> bool:
        """True where an expression that the time rests on says "about", and for a day of publication."""
        rough = when.day is not None and not is_dated(when)
        return rough or any(time.mod == "APPROX" or "~" in (time.edtf or "") for time in self.own(when))

    def own(self, when: TimeRange) -> list[TimeExpression]:
        """The expressions that the time rests on."""
        return [time for span in when.because if (time := self.expressions.get(span))]

    def edtf(self, when: TimeRange, given: tuple[str, str] | None, *, approximate: bool) -> str | None:
        """The range in EDTF: over all times given where accounts differ, else as the expression it rests on has it,
        else from its ends. Of an approximate hour, which EDTF cannot mark, its day."""
        own = self.own(when)
        if given and given[0] != given[1]:
            return edtf_of_range(*given)
        if approximate and "T" in (when.earliest or ""):
            return edtf_of_range(when.earliest and when.earliest[:10], when.latest and when.latest[:10])
        if len(own) == 1 and own[0].edtf and (own[0].earliest, own[0].latest) == (when.earliest, when.latest):
            return own[0].edtf
        return edtf_of_range(when.earliest, when.latest, approximate=approximate)


def edtf_of_range(earliest: str | None, latest: str | None, *, approximate: bool = False) -> str | None:
    """A range of ISO days or minutes in EDTF: `2031-05-04`, `2031-05-04/2031-05-06`, `../2031-05-06` where the start
    is open, `~` after each approximate day; None where both ends are. What is less than a day is given as its day."""
    if earliest and earliest == latest and len(earliest) > 10:
        return f"{earliest[:16]}:00"
    mark = "~" if approximate else ""
    first, last = (f"{moment[:10]}{mark}" if moment else ".." for moment in (earliest, latest))
    if (first, last) == ("..", ".."):
        return None
    return first if first == last else f"{first}/{last}"


def _published(article: Article) -> str:
    return article.published.value if article.published else ""
