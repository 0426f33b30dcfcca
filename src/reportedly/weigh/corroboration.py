"""Grades of items, 1 to 6 (the credibility scale of the Admiralty code), by fixed rules that are printed beside them.

A grade says what stands behind an item among these reports: how many independent origins, whether somebody denies it,
and how near its tellers were. It is no verdict, and is never put together with the grade of a source.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from reportedly.records.annotation import EventMention, Statement
from reportedly.records.ids import ArticleId, MemberId
from reportedly.records.linked import Claim, Event, LinkedStory, Stance

RULES: tuple[tuple[int, str], ...] = (
    (1, "two or more independent origins, nobody denies it"),
    (2, "one origin, told first-hand or by a witness, nobody denies it"),
    (3, "one origin, nobody denies it"),
    (4, "told by one origin or more, and denied"),
    (5, "denied first-hand, and told by one origin at most, not first-hand"),
    (6, "no origin can be told"),
)
"""Grade and rule; the first that holds counts, 6 to begin with, then 5, 4, 1, 2, 3."""
WITNESS, FIRST_HAND, NAMED, OUTLET, RELAYED, UNNAMED, COPIED = DISTANCES = (
    "witness", "first-hand", "named", "outlet", "relayed", "unnamed", "copied")
"""How near the nearest teller was, nearest first: who saw it; who has a part in it; somebody named; the outlet in its
own voice; somebody through another; somebody without a name; a copy of another report."""
_SAW = re.compile(r"\b(?:i|we)\s+(?:\w+\s+){0,2}(?:saw|heard|watched|witnessed|felt|smelled)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Corroboration:
    """What stands behind a claim or an event. Not a verdict: twenty copies are one origin, and it may be wrong."""

    member: MemberId
    """Id of the claim or event."""
    supporting: tuple[ArticleId, ...]
    """Independent origins that tell or assert it, sorted."""
    denying: tuple[ArticleId, ...]
    """Independent origins that report a denial of it."""
    distance: str
    """Of `DISTANCES`, the nearest teller's."""
    stakes: tuple[str, ...]
    """Tellers who have a part in it themselves, by name: shown beside the grade, never counted in it."""
    grade: int
    """1 to 6."""
    rule: str
    """The rule of the grade, in words."""


def of_claim(claim: Claim, linked: LinkedStory) -> Corroboration:
    """Origins of the members that assert a claim and of those that deny it."""
    member = {stance.member: stance for stance in claim.stances}
    telling, denying = ([member[one] for one in some] for some in (claim.asserted, claim.denied))
    against = [_distance_of_stance(item, linked) for item in denying]
    return _graded(claim.id, tuple(sorted({item.origin for item in telling})),
                   tuple(sorted({item.origin for item in denying})),
                   [_distance_of_stance(item, linked) for item in telling],
                   any(distance in (WITNESS, FIRST_HAND) for distance in against), ())


def _distance_of_stance(item: Stance, linked: LinkedStory) -> str:
    """How near a member was: the outlet, where it tells it in its own voice."""
    statement = linked.statements.get(item.member)
    if statement is not None:
        return distance_of(statement, (), linked)
    return COPIED if item.stance == "repeats" else OUTLET


def of_event(event: Event, linked: LinkedStory, mentions: Mapping[MemberId, EventMention],
             denying: Iterable[ArticleId] = ()) -> Corroboration:
    """Origins of the reports that tell an event, and of those that report a denial of it. `mentions`: by id."""
    told = [(mention, linked.statements.get(mention.statement) if mention.statement else None)
            for mention in map(mentions.get, event.members) if mention is not None]
    distances = [_distance(mention, statement, linked) for mention, statement in told]
    stakes = {linked.speaker(statement) for mention, statement in told
              if statement is not None and statement.entity in mention.participants}
    return _graded(event.id, independent(event.reports, linked), independent(denying, linked), distances, False,
                   tuple(sorted(stakes)))


def _distance(mention: EventMention, statement: Statement | None, linked: LinkedStory) -> str:
    """How near the teller of one mention was: the outlet, where it tells it in its own voice."""
    if statement is not None:
        return distance_of(statement, mention.participants, linked)
    report = mention.clause.article_id
    return COPIED if linked.origin(report) != report else OUTLET


def distance_of(statement: Statement, participants: Sequence[MemberId], linked: LinkedStory) -> str:
    """How near the speaker of a statement was to what is told."""
    report = statement.sentence.article_id
    if _SAW.search(statement.text):
        return WITNESS
    if linked.origin(report) != report:
        return COPIED
    if any(link.role == "relay" for link in statement.chain):
        return RELAYED
    if statement.speaker_kind not in ("person", "organization"):
        return UNNAMED
    speaks_of_own = statement.entity in participants or re.search(r"\b(?:I|we|my|our)\b", statement.text) is not None
    return FIRST_HAND if speaks_of_own else NAMED


def independent(reports: Iterable[ArticleId], linked: LinkedStory) -> tuple[ArticleId, ...]:
    """Ids of the independent origins of these reports, sorted; a report without a known origin is its own."""
    return tuple(sorted({linked.origin(report) for report in reports}))


def _graded(member: MemberId, supporting: tuple[ArticleId, ...], denying: tuple[ArticleId, ...],
            distances: Sequence[str], is_denied_first_hand: bool, stakes: tuple[str, ...]) -> Corroboration:
    nearest = min(distances, key=DISTANCES.index, default=UNNAMED)
    near = nearest in (WITNESS, FIRST_HAND)
    grade = _grade(len(supporting), bool(denying), near, is_denied_first_hand)
    return Corroboration(member=member, supporting=supporting, denying=denying, distance=nearest, stakes=stakes,
                         grade=grade, rule=dict(RULES)[grade])


def _grade(supporting: int, is_denied: bool, is_near: bool, is_denied_first_hand: bool) -> int:
    """The number of the rule that holds."""
    if not supporting and not is_denied:
        return 6
    if is_denied:
        return 5 if is_denied_first_hand and supporting < 2 and not is_near else 4
    return 1 if supporting > 1 else 2 if is_near else 3
