"""Times: one happening to which accounts give different hours or days."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date

from reportedly.records.annotation import EventMention
from reportedly.records.ids import ArticleId, MemberId
from reportedly.records.judgement import Provenance
from reportedly.records.linked import LinkedStory
from reportedly.records.weighed import Dispute
from reportedly.weigh.clock_times import by_clock, clocked_happenings
from reportedly.weigh.told_apart import Told, dispute_of

COMPONENT = "reportedly.time-disputes.v2"
EXPLICIT_RULE = "expression in the clause"
CLOCK_WEIGHT, DAY_WEIGHT = 1.2, 0.7


def time_disputes(linked: LinkedStory) -> Iterator[Dispute]:
    """One dispute for each happening to which reports give clock times that differ, or different days."""
    weights = {member: event.weight for event in linked.events for member in event.members}
    told: set[MemberId] = set()
    for group in clocked_happenings(linked):
        by_time = {value: [item.mention for item in items] for value, items in by_clock(group).items()}
        if len(by_time) > 1:
            told |= {item.mention.id for item in group}
            heaviest = max(weights.get(item.mention.id, 0.0) for item in group)
            yield _dispute(by_time, CLOCK_WEIGHT * (0.5 + heaviest), "clock times differ", linked)
    mentions = {mention.id: mention for report in linked.state.reports for mention in report.events}
    for event in linked.events:
        if event.times and told.isdisjoint(event.members):
            by_day = given_days([mentions[member] for member in event.members])
            reports = {mention.clause.article_id for given in by_day.values() for mention in given}
            if len(by_day) > 1 and len(reports) > 1 and not is_one_night(by_day):
                yield _dispute(by_day, DAY_WEIGHT * (0.5 + event.weight), "days differ", linked)


def given_days(members: Sequence[EventMention]) -> dict[str, list[EventMention]]:
    """Mentions by the day they give."""
    stated = single_times([mention for mention in members if mention.time.rule == EXPLICIT_RULE and mention.time.day])
    by_day: dict[str, list[EventMention]] = {}
    for mention in stated:
        by_day.setdefault(mention.time.day or "", []).append(mention)
    return by_day


def is_one_night(by_day: Mapping[str, Sequence[EventMention]]) -> bool:
    """True for two days in a row of which one is told as an evening, a night or small hours."""
    days = sorted(date.fromisoformat(day) for day in by_day)
    parts = any(mention.time.precision != "day" for given in by_day.values() for mention in given)
    return parts and (days[-1] - days[0]).days == 1


def single_times(stated: Sequence[EventMention]) -> list[EventMention]:
    """Without the reports that give several days themselves: they tell of several happenings."""
    given: dict[ArticleId, set[str]] = {}
    for mention in stated:
        given.setdefault(mention.clause.article_id, set()).add(mention.time.day or "")
    return [mention for mention in stated if len(given[mention.clause.article_id]) == 1]


def _dispute(by_time: Told, weight: float, rule: str, linked: LinkedStory) -> Dispute:
    return dispute_of("time", by_time, weight, Provenance(component=COMPONENT, rule=rule), linked,
                      lambda mention: (*mention.time.because, mention.clause))
