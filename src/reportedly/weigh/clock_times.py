"""Clock times that reports give to what they tell, gathered by happening, also where the reports tell it in different
words or leave out the year."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations

from reportedly.records.annotation import AnnotatedArticle, EventMention, TimeExpression
from reportedly.records.ids import ArticleId, MemberId
from reportedly.records.linked import LinkedStory
from reportedly.text.verbs import verb_classes
from reportedly.text.weights import containment

LEAST_MINUTES = 5
"""Clock times nearer than this are one time, rounded."""
MOST_MINUTES = 180
"""Clock times farther apart are of two happenings of the day."""
SAME_THING = 0.5
"""Share of the things that the shorter account names from which both tell of one thing."""
TOLD = frozenset({"happened", "background"})
_CLOCK = re.compile(r"(?:\d{4}|XXXX)-(\d\d-\d\d)T(\d\d):(\d\d)")
_TIME_WORD = re.compile(r"\d|^(?:a\.?m|p\.?m|o'clock|noon|midnight|today|yesterday|tonight|night|morning|evening|"
                        r"\w+day|january|february|march|april|may|june|july|august|september|october|november|"
                        r"december)\.?$")


@dataclass(frozen=True, slots=True)
class Clocked:
    """A happening with the clock time that a report gives it."""

    mention: EventMention
    time: TimeExpression
    day: str
    """`MM-DD`: a report without a date tells no year."""
    minutes: int
    """Since midnight."""

    @property
    def value(self) -> str:
        """The time as a value, or the report's words where they leave the year open."""
        return self.time.earliest or self.time.span.exact

    @property
    def things(self) -> frozenset[str]:
        """Terms of the happening without its verb and its time."""
        return frozenset(term for term in self.mention.terms
                         if not _TIME_WORD.search(term) and term != self.mention.lemma)


def clocked_happenings(linked: LinkedStory) -> list[list[Clocked]]:
    """Groups of mentions of one happening to which at least two reports give clock times."""
    event_of = {member: event.id for event in linked.events for member in event.members}
    found = [item for report in linked.state.reports for item in clocked(report)]
    by_verb: dict[tuple[str, str], list[Clocked]] = {}
    for item in found:
        for name in {item.mention.lemma, *verb_classes(item.mention.lemma)}:
            by_verb.setdefault((item.day, name), []).append(item)
    linked_pairs = [(a, b) for key in sorted(by_verb) for a, b in combinations(by_verb[key], 2)
                    if is_one_happening(a, b, event_of)]
    groups = _components(found, linked_pairs)
    return [group for group in groups if len({item.mention.clause.article_id for item in group}) > 1]


def clocked(report: AnnotatedArticle) -> Iterator[Clocked]:
    """The happenings of a report whose clause gives a single clock time."""
    for mention in report.events:
        if mention.status not in TOLD:
            continue
        times = [time for time in report.times if mention.clause.covers(time.span) and _CLOCK.fullmatch(time.value)]
        because = [time for time in times if time.span in mention.time.because]
        chosen = because or (times if mention.time.earliest is None else [])
        if len(chosen) == 1:
            match = _CLOCK.fullmatch(chosen[0].value)
            if match:
                yield Clocked(mention, chosen[0], match[1], 60 * int(match[2]) + int(match[3]))


def is_one_happening(a: Clocked, b: Clocked, event_of: dict[MemberId, MemberId]) -> bool:
    """True for kin verbs of one day, a few hours apart at most, of the same thing; `declared it` fits every thing."""
    if a.mention.clause.article_id == b.mention.clause.article_id or abs(a.minutes - b.minutes) > MOST_MINUTES:
        return False
    if event_of.get(a.mention.id, a.mention.id) == event_of.get(b.mention.id, b.mention.id):
        return True
    return not a.things or not b.things or containment(a.things, b.things) >= SAME_THING


def _components(found: Sequence[Clocked], pairs: Sequence[tuple[Clocked, Clocked]]) -> list[list[Clocked]]:
    group_of = {item.mention.id: [item] for item in found}
    for a, b in pairs:
        first, second = group_of[a.mention.id], group_of[b.mention.id]
        if first is not second:
            first.extend(second)
            for item in second:
                group_of[item.mention.id] = first
    unique = {id(group): group for group in group_of.values()}
    return sorted((sorted(group, key=lambda item: item.mention.id) for group in unique.values()),
                  key=lambda group: group[0].mention.id)


def by_clock(group: Sequence[Clocked]) -> dict[str, list[Clocked]]:
    """The mentions by the time they give, reports that give several left out: they tell of several happenings."""
    given: dict[ArticleId, set[int]] = {}
    for item in group:
        given.setdefault(item.mention.clause.article_id, set()).add(item.minutes)
    table: dict[str, list[Clocked]] = {}
    for item in sorted(group, key=lambda item: (item.minutes, item.mention.id)):
        if len(given[item.mention.clause.article_id]) > 1:
            continue
        home = next((value for value, others in table.items()
                     if item.minutes - others[0].minutes < LEAST_MINUTES), item.value)
        table.setdefault(home, []).append(item)
    return table
