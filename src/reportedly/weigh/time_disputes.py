"""Times: one happening to which accounts give different hours or days."""

from __future__ import annotations

from collections.abc import Iterator

from reportedly.records.annotation import EventMention
from reportedly.records.ids import ArticleId, MemberId, content_id
from reportedly.records.judgement import Provenance
from reportedly.records.linked import Event, LinkedStory
from reportedly.records.weighed import Dispute, Position
from reportedly.text.normalise import squeeze

COMPONENT = "reportedly.time-disputes.v1"
EXPLICIT_RULE = "expression in the clause"
LEAST_MINUTES = 5
"""Clock times nearer than this are one time, rounded."""
MOST_POSITIONS = 6


def time_disputes(linked: LinkedStory) -> Iterator[Dispute]:
    """One dispute for each event whose members give clock times that differ, or different days."""
    mentions = {mention.id: mention for report in linked.state.reports for mention in report.events}
    for event in linked.events:
        if event.times:
            by_time = given_times([mentions[member] for member in event.members])
            reports = {mention.clause.article_id for given in by_time.values() for mention in given}
            if len(by_time) > 1 and len(reports) > 1:
                yield _dispute(event, by_time, linked)


def given_times(members: list[EventMention]) -> dict[str, list[EventMention]]:
    """Mentions by the time they give: clock times where two or more differ, else days."""
    stated = single_times([mention for mention in members if mention.time.rule == EXPLICIT_RULE and mention.time.day])
    clocks = [mention for mention in stated if mention.time.precision in ("minute", "hour")]
    by_clock = _gather(clocks)
    if len(by_clock) > 1:
        return by_clock
    by_day: dict[str, list[EventMention]] = {}
    for mention in stated:
        by_day.setdefault(mention.time.day or "", []).append(mention)
    return by_day


def single_times(stated: list[EventMention]) -> list[EventMention]:
    """Without the reports that give several times themselves: they tell of several happenings."""
    given: dict[ArticleId, set[str]] = {}
    for mention in stated:
        given.setdefault(mention.clause.article_id, set()).add(mention.time.earliest or "")
    return [mention for mention in stated if len(given[mention.clause.article_id]) == 1]


def _gather(mentions: list[EventMention]) -> dict[str, list[EventMention]]:
    table: dict[str, list[EventMention]] = {}
    for mention in sorted(mentions, key=lambda mention: (mention.time.earliest or "", mention.id)):
        value = mention.time.earliest or ""
        home = next((known for known in table if abs(_minutes(value) - _minutes(known)) < LEAST_MINUTES), value)
        table.setdefault(home, []).append(mention)
    return table


def _minutes(value: str) -> int:
    """Minutes since the year began, near enough to tell times of a few days apart."""
    month, day, hour = int(value[5:7]), int(value[8:10]), int(value[11:13] or 0)
    return ((month * 31 + day) * 24 + hour) * 60 + int(value[14:16] or 0)


def _dispute(event: Event, by_time: dict[str, list[EventMention]], linked: LinkedStory) -> Dispute:
    outlets = {report.article.id: report.article.outlet.name for report in linked.state.reports}
    ordered = sorted(by_time, key=lambda value: (-len(by_time[value]), value))[:MOST_POSITIONS]
    positions = tuple(_position(value, by_time[value], outlets, linked) for value in ordered)
    clocks = all(len(value) > 10 for value in ordered)
    weight = (1.2 if clocks else 0.7) * (0.5 + event.weight)
    shortest = min((mention.clause.exact for value in ordered for mention in by_time[value]), key=len)
    text = event.text if len(event.text) <= 200 else shortest
    return Dispute(id=MemberId(content_id("d", "time", event.id)), kind="time", text=squeeze(text), positions=positions,
                   weight=round(weight, 4),
                   provenance=Provenance(component=COMPONENT, rule="clock times differ" if clocks else "days differ"))


def _position(value: str, mentions: list[EventMention], outlets: dict[ArticleId, str], linked: LinkedStory) -> Position:
    first = mentions[0]
    names = sorted({outlets[mention.clause.article_id] for mention in mentions})
    origins = {linked.origin_of[mention.clause.article_id].id if mention.clause.article_id in linked.origin_of
               else mention.clause.article_id for mention in mentions}
    return Position(who=", ".join(names), text=squeeze(first.clause.exact), value=value,
                    spans=tuple(dict.fromkeys(span for mention in mentions
                                              for span in (*mention.time.because, mention.clause))),
                    members=tuple(sorted(mention.id for mention in mentions)), origins=tuple(sorted(origins)))
