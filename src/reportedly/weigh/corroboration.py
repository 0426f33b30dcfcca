"""Corroboration: how many independent origins stand behind an item, after copies are collapsed."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from reportedly.records.ids import ArticleId, MemberId
from reportedly.records.linked import Claim, Event, LinkedStory


@dataclass(frozen=True, slots=True, kw_only=True)
class Corroboration:
    """What stands behind a claim or an event. Not a verdict: twenty copies are one origin, and it may be wrong."""

    member: MemberId
    """Id of the claim or event."""
    supporting: tuple[ArticleId, ...]
    """Independent origins that tell or assert it, sorted."""
    denying: tuple[ArticleId, ...]
    """Independent origins that report a denial of it."""
    grade: int
    """1 two or more origins and no denial; 2 two or more, and denied; 3 one origin; 4 one origin, and denied;
    5 denials only; 6 no origin known."""
    rule: str
    """The rule of the grade, in words."""


def of_claim(claim: Claim, linked: LinkedStory) -> Corroboration:
    """Origins of the statements that assert a claim and of those that deny it."""
    return _graded(claim.id, _origins(claim.asserted, linked), _origins(claim.denied, linked))


def of_event(event: Event, linked: LinkedStory) -> Corroboration:
    """Origins of the reports that tell an event."""
    return _graded(event.id, independent(event.reports, linked), ())


def independent(reports: Iterable[ArticleId], linked: LinkedStory) -> tuple[ArticleId, ...]:
    """Ids of the independent origins of these reports, sorted; a report without a known origin is its own."""
    return tuple(sorted({linked.origin_of[report].id if report in linked.origin_of else report for report in reports}))


def _origins(members: Iterable[MemberId], linked: LinkedStory) -> tuple[ArticleId, ...]:
    return independent((linked.statements[member].sentence.article_id for member in members), linked)


def _graded(member: MemberId, supporting: tuple[ArticleId, ...], denying: tuple[ArticleId, ...]) -> Corroboration:
    grade, rule = _grade(len(supporting), bool(denying))
    return Corroboration(member=member, supporting=supporting, denying=denying, grade=grade, rule=rule)


def _grade(supporting: int, is_denied: bool) -> tuple[int, str]:
    if supporting >= 2:
        return (2, "two or more independent origins, and denied") if is_denied else \
            (1, "two or more independent origins, nobody denies it")
    if supporting == 1:
        return (4, "one origin, and denied") if is_denied else (3, "one origin")
    return (5, "denials only") if is_denied else (6, "no origin known")
