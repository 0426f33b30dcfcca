"""Numbers: figures of one thing that cannot all be right, given by different voices or by one at different times."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import combinations

from reportedly.records.annotation import Figure
from reportedly.records.ids import ArticleId, MemberId, content_id
from reportedly.records.judgement import Provenance
from reportedly.records.linked import LinkedStory
from reportedly.records.weighed import Dispute, Position
from reportedly.text.normalise import squeeze
from reportedly.text.numbers import overlap, written
from reportedly.text.regions import region_near
from reportedly.text.weights import similarity
from reportedly.weigh.voices import known_speaker

COMPONENT = "reportedly.number-disputes.v1"
SAME_SLOT = 0.3
"""Similarity of the sentences around two figures from which they count one thing."""
SAME_SLOT_WITHOUT_REGION = 0.4
HEADCOUNT = frozenset("""person people consumer customer user client resident citizen victim account individual
    american brit briton member""".split())
"""Units that outlets use for one another when they count people concerned."""
DAYS_OF_VOTE, DAYS_OF_COUNT = 2, 45
"""Days within which two figures are set against each other."""
FARTHEST = 400.0
"""Figures of one thing hardly differ by more than this factor."""
MOST_POSITIONS = 6
_ADDED = re.compile(r"\s*(?:more|additional|extra|others?|further|fewer)\b(?!\s+than)", re.IGNORECASE)
_ADDED_BEFORE = re.compile(r"\b(?:additional|another|extra|further|by|increased|decreased|rose|fell)\s*$",
                           re.IGNORECASE)
_WHOLE_BEFORE = re.compile(r"\d\s+(?:out\s+)?of\s+(?:the\s+|its\s+|all\s+)?$", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Given:
    """A figure with who gives it."""

    figure: Figure
    who: str
    outlet: str
    region: str | None
    terms: frozenset[str]
    article_id: ArticleId
    origin: ArticleId
    day: str | None


def number_disputes(linked: LinkedStory) -> Iterator[Dispute]:
    """One dispute for each thing whose figures do not fit together."""
    given = list(_given(linked))
    for unit in sorted({_family(item.figure.unit) for item in given}):
        same_unit = [item for item in given if _family(item.figure.unit) == unit]
        for slot in _slots(same_unit):
            values = distinct_values(slot)
            if len(values) > 1:
                yield _dispute(unit, slot, values)


def _given(linked: LinkedStory) -> Iterator[Given]:
    for report in linked.state.reports:
        article = report.article
        origin = linked.origin_of.get(article.id)
        for figure in report.figures:
            statement = linked.statements.get(figure.statement) if figure.statement else None
            who = known_speaker(linked, statement) if statement else None
            words = article.text[figure.clause.start:figure.clause.end]
            if is_vague(figure) or is_part(words, figure):
                continue
            region = region_near(words, figure.span.start - figure.clause.start, figure.span.end - figure.clause.start)
            terms = frozenset(term for term in figure.terms if not term[0].isdigit())
            yield Given(figure, who or article.outlet.name, article.outlet.name, region, terms, article.id,
                        origin.id if origin else article.id, article.published_day)


def is_vague(figure: Figure) -> bool:
    """True for words such as `millions`, which fit nearly every number."""
    return figure.approximate and figure.high > 2 * figure.low


def is_part(words: str, figure: Figure) -> bool:
    """True for an addition (`2,000 more`, `another 12`) and for the whole of `40 of 300`: no value of the slot."""
    start, end = figure.span.start - figure.clause.start, figure.span.end - figure.clause.start
    return bool(_ADDED.match(words, end) or _ADDED_BEFORE.search(words[:start]) or _WHOLE_BEFORE.search(words[:start]))


def _family(unit: str) -> str:
    return "person" if unit in HEADCOUNT else unit


def _slots(given: Sequence[Given]) -> list[list[Given]]:
    """Figures that count one thing: components of pairs that do, so a slot grows by what is alike."""
    leader = {item.figure.id: item.figure.id for item in given}

    def find(member: MemberId) -> MemberId:
        while leader[member] != member:
            member = leader[member]
        return member

    for a, b in combinations(given, 2):
        if same_slot(a, b):
            first, second = sorted((find(a.figure.id), find(b.figure.id)))
            leader[second] = first
    slots: dict[MemberId, list[Given]] = {}
    for item in given:
        slots.setdefault(find(item.figure.id), []).append(item)
    return [slots[member] for member in sorted(slots)]


def same_slot(a: Given, b: Given) -> bool:
    """True when two figures of one unit count the same thing at about the same time."""
    if a.region and b.region and a.region != b.region:
        return False
    if a.article_id == b.article_id and a.who == b.who:
        return False
    if not within_days(a, b):
        return False
    low, high = sorted((_size(a.figure), _size(b.figure)))
    if high > FARTHEST * max(low, 1.0):
        return False
    least = SAME_SLOT if a.region and b.region else SAME_SLOT_WITHOUT_REGION
    shared = {a.figure.unit, b.figure.unit}
    return similarity(a.terms - shared, b.terms - shared) >= least


def within_days(a: Given, b: Given) -> bool:
    """True when both can be of one time: a vote is of its day, a count may grow for weeks."""
    first, second = a.figure.time.earliest or a.day, b.figure.time.earliest or b.day
    if not first or not second:
        return True
    apart = abs((date.fromisoformat(first[:10]) - date.fromisoformat(second[:10])).days)
    return apart <= (DAYS_OF_VOTE if a.figure.unit.startswith("vote ") else DAYS_OF_COUNT)


def _size(figure: Figure) -> float:
    return figure.low if figure.high == float("inf") else figure.high


def distinct_values(slot: Sequence[Given]) -> list[list[Given]]:
    """The figures gathered by values that can be one, the value most outlets give first."""
    values: list[list[Given]] = []
    for item in sorted(slot, key=lambda item: (item.figure.low != item.figure.high, item.figure.id)):
        home = next((group for group in values if _fits(item.figure, group[0].figure)), None)
        if home is None:
            values.append([item])
        else:
            home.append(item)
    return sorted(values, key=lambda group: (-len({item.origin for item in group}), group[0].figure.low))


def _fits(a: Figure, b: Figure) -> bool:
    return overlap(a.low, a.high, b.low, b.high)


def _dispute(unit: str, slot: Sequence[Given], values: Sequence[Sequence[Given]]) -> Dispute:
    positions = [_position(voice) for value in values for voice in _by_who(value)][:MOST_POSITIONS]
    origins = {item.origin for item in slot}
    speakers = {item.who for item in slot}
    revised = len(speakers) == 1
    kind_weight = 0.5 if revised else 1.0
    weight = kind_weight * (0.6 + 0.3 * len(origins) + 0.2 * len(speakers))
    rule = f"{len(values)} values of {unit}" + (", revised by one voice" if revised else "")
    return Dispute(id=MemberId(content_id("d", "number", min(item.figure.id for item in slot))), kind="number",
                   text=_text(values), positions=tuple(positions), weight=round(weight, 4),
                   provenance=Provenance(component=COMPONENT, rule=rule))


def _by_who(value: Sequence[Given]) -> list[list[Given]]:
    table: dict[str, list[Given]] = {}
    for item in sorted(value, key=lambda item: (item.figure.statement is None, item.day or "9999", item.figure.id)):
        table.setdefault(item.who, []).append(item)
    return list(table.values())


def _position(items: Sequence[Given]) -> Position:
    figure = items[0].figure
    return Position(who=items[0].who, text=squeeze(figure.clause.exact), value=written(figure.low, figure.high),
                    spans=tuple(dict.fromkeys(item.figure.clause for item in items)),
                    members=tuple(sorted(item.figure.id for item in items)),
                    origins=tuple(sorted({item.origin for item in items})))


def _text(values: Sequence[Sequence[Given]]) -> str:
    """The sentence of the latest figure when its values changed by day, else the shortest sentence."""
    items = [item for value in values for item in value]
    latest = max(items, key=lambda item: (item.day or "", -len(item.figure.clause), item.figure.id))
    shortest = min(items, key=lambda item: (len(item.figure.clause) < 50, len(item.figure.clause), item.figure.id))
    chosen = latest if len(latest.figure.clause) <= 200 else shortest
    return squeeze(chosen.figure.clause.exact)
