"""Places: one happening that accounts put in different towns.

Only happenings of one spot are asked: a protest or a vote may be held in many towns at once, and all accounts be right.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from reportedly.records.annotation import EventMention
from reportedly.records.ids import ArticleId
from reportedly.records.judgement import Provenance
from reportedly.records.linked import LinkedStory
from reportedly.records.weighed import Dispute
from reportedly.text.gazetteer import CITY, places_called
from reportedly.text.happening_kinds import kind_of_happening
from reportedly.text.normalise import fold
from reportedly.weigh.told_apart import dispute_of

COMPONENT = "reportedly.place-disputes.v1"
OF_ONE_SPOT = frozenset("arrest crash collapse sink explode shoot kill meet land capture kidnap derail sign".split())
"""Kinds of happening, and verbs of no kind, that are at one place."""
PLACE_WEIGHT = 0.9
_BEFORE = r"\b(?:in|at|near|outside)\s+(?:the\s+)?(?:(?:town|city|port|village|suburbs?|outskirts)\s+of\s+)?"


def place_disputes(linked: LinkedStory) -> Iterator[Dispute]:
    """One dispute for each happening of one spot that reports put in different towns."""
    mentions = {mention.id: mention for report in linked.state.reports for mention in report.events}
    for event in linked.events:
        told = [mentions[member] for member in event.members if member in mentions]
        by_town = given_towns([mention for mention in told if is_of_one_spot(mention)], linked)
        reports = {mention.clause.article_id for given in by_town.values() for mention in given}
        if len(by_town) > 1 and len(reports) > 1:
            yield dispute_of("place", by_town, PLACE_WEIGHT * (0.5 + event.weight),
                             Provenance(component=COMPONENT, rule="towns differ"), linked,
                             lambda mention: (mention.clause,))


def is_of_one_spot(mention: EventMention) -> bool:
    """True for a crash, an arrest, a meeting that is told as having happened."""
    act = fold(mention.lemma)
    return mention.status in ("happened", "background") and bool({act, kind_of_happening(act)} & OF_ONE_SPOT)


def given_towns(told: Sequence[EventMention], linked: LinkedStory) -> dict[str, list[EventMention]]:
    """Mentions by the one town that their report puts the happening in; reports that name several are left out."""
    towns = {mention.id: set(_towns(mention, linked)) for mention in told}
    of_report: dict[ArticleId, set[str]] = {}
    for mention in told:
        of_report.setdefault(mention.clause.article_id, set()).update(towns[mention.id])
    by_town: dict[str, list[EventMention]] = {}
    for mention in told:
        if towns[mention.id] and len(of_report[mention.clause.article_id]) == 1:
            by_town.setdefault(next(iter(towns[mention.id])), []).append(mention)
    return by_town


def _towns(mention: EventMention, linked: LinkedStory) -> Iterator[str]:
    """Names of the towns that the clause says it was in."""
    for local in mention.places:
        entity = linked.entity_of.get(local)
        if entity is not None and is_town(entity.name) \
                and _is_where(mention.clause.exact, (entity.name, *entity.aliases)):
            yield entity.name


def is_town(name: str) -> bool:
    """Known as a town, and as nothing else."""
    known = places_called(name)
    return bool(known) and all(place.kind == CITY for place in known)


def _is_where(words: str, names: Iterable[str]) -> bool:
    return any(re.search(_BEFORE + re.escape(name) + r"\b", words) for name in names)
