"""The time of one happening from those that its accounts give, and the range of times where they differ."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import replace

from reportedly.link.days import length
from reportedly.link.moments import BY_PUBLICATION, DAY_OF_TELLING, ROUGH, is_dated
from reportedly.records.annotation import EventMention, TimeRange
from reportedly.records.ids import ArticleId

_VOTES = {BY_PUBLICATION: 1, DAY_OF_TELLING: 2}
_VOTES_OF_EXPRESSION = 4
_FINENESS = {"minute": 0, "hour": 1, "part-of-day": 2, "day": 3, "week": 4, "month": 5, "season": 6, "quarter": 6,
             "year": 7, "decade": 8, "century": 9}


def agreed_time(members: Sequence[EventMention]) -> TimeRange:
    """The time most members give; one given by an expression counts more than a day of telling or of publication, and
    who gives a month or a season agrees with a day in it."""
    votes: Counter[tuple[str, str]] = Counter()
    for mention in members:
        if mention.time.earliest and mention.time.latest:
            votes[days_of(mention.time)] += _VOTES.get(mention.time.rule, _VOTES_OF_EXPRESSION)
    if not votes:
        return min(members, key=lambda mention: mention.id).time
    backed = {days: sum(count for other, count in votes.items() if _holds(other, days)) for days in votes}
    if is_rough(members):
        best = min(votes, key=lambda days: days[1])  # it cannot have been after the first report of it
        if (before := told_as_past(members, best[1])) is not None:
            return before
    else:
        best = min(votes, key=lambda days: (-backed[days], length(*days) or 0, days))
    agreeing = [mention for mention in members if mention.time.earliest and days_of(mention.time) == best]
    values = Counter((mention.time.earliest, mention.time.latest) for mention in agreeing)
    chosen = min(agreeing, key=lambda mention: (mention.time.rule in ROUGH,
                                                _FINENESS.get(mention.time.precision, 9),
                                                -values[mention.time.earliest, mention.time.latest], mention.id)).time
    return chosen if chosen.day or chosen.rule in ROUGH else narrowed(chosen, members)


def told_as_past(members: Sequence[EventMention], day: str) -> TimeRange | None:
    """The open range of those who by that day look back on it, where they are at least half of those who tell it then:
    it was before. None where they are fewer, or where somebody is quoted on it that day."""
    on_day = [mention for mention in members if mention.time.latest and mention.time.latest[:10] <= day]
    past = [mention for mention in on_day if mention.time.earliest is None
            and not mention.provenance.rule.startswith("adverbial clause")]  # "after he left" may be hours
    if 2 * len(past) < len(on_day) or not past or any(mention.time.rule == DAY_OF_TELLING for mention in on_day):
        return None
    return min(past, key=lambda mention: (mention.time.latest or "", mention.id)).time


def narrowed(when: TimeRange, members: Sequence[EventMention]) -> TimeRange:
    """The days of a range that other accounts allow too: "last week" told on the 2nd and "in May" leave May's days."""
    first, last = days_of(when)
    because = when.because
    for mention in sorted(members, key=lambda mention: mention.id):
        other = mention.time
        days = days_of(other)
        if not is_dated(other) or not all(days) or days[1] < first or days[0] > last:
            continue
        if (max(first, days[0]), min(last, days[1])) != (first, last):
            first, last, because = max(first, days[0]), min(last, days[1]), (*because, *other.because)
    if (first, last) == days_of(when):
        return when
    return replace(when, earliest=first, latest=last, because=tuple(dict.fromkeys(because)))


def is_rough(members: Sequence[EventMention]) -> bool:
    """True where no account tells the time by words of its own."""
    return not any(is_dated(mention.time) and mention.time.earliest and mention.time.latest for mention in members)


def _holds(days: tuple[str, str], other: tuple[str, str]) -> bool:
    return days[0] <= other[0] and other[1] <= days[1]


def days_of(time: TimeRange) -> tuple[str, str]:
    """First and last day; the empty string where open."""
    return (time.earliest or "")[:10], (time.latest or "")[:10]


def differing_times(members: Sequence[EventMention], outlet_of: Mapping[ArticleId, str]) -> tuple[tuple[str, str], ...]:
    """Each time given by an expression with its outlet, when two of them cannot both be right; else empty."""
    counts: dict[str, Counter[str]] = {}
    for mention in members:
        if is_dated(mention.time) and mention.time.day:
            given = counts.setdefault(outlet_of[mention.clause.article_id], Counter())
            given[_written(mention.time)] += 1
    # an outlet that gives several is listed once, with the one it gives most, the most exact one of equals
    told = {(max(given, key=lambda time: (given[time], len(time), time)), outlet) for outlet, given in counts.items()}
    days = {value[:10] for value, _ in told}
    clocks = {value for value, _ in told if len(value) > 10}
    return tuple(sorted(told)) if len(days) > 1 or len(clocks) > 1 else ()


def _written(time: TimeRange) -> str:
    """The minute or hour where it is known, else the day."""
    earliest = time.earliest or ""
    return earliest if time.precision in ("minute", "hour") else earliest[:10]
