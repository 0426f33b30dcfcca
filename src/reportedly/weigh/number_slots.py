"""Slots of figures: which numbers of a story count the same thing."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from reportedly.records.annotation import Figure
from reportedly.records.ids import ArticleId, MemberId
from reportedly.records.linked import LinkedStory
from reportedly.text.kin import kin_keys
from reportedly.text.numbers import CURRENCIES
from reportedly.text.polarity import words_of
from reportedly.text.regions import region_near
from reportedly.text.tolls import TOLLS
from reportedly.text.weights import rarest, similarity, total
from reportedly.weigh.sides import is_somebody, same_side
from reportedly.weigh.voices import known_speaker

SAME_SLOT = 0.3
"""Similarity of the sentences around two figures from which they count one thing, when both name its country."""
SAME_SLOT_WITHOUT_REGION = 0.4
SAME_LOOSE_UNIT = 0.6
"""The same for small numbers (two members of one body, four of another) and for sums and shares of which
is not told what they are: a cost, a fine, a price."""
MEASURES = frozenset(CURRENCIES.values()) | {"percent"}
SMALL = 10.0
SAME_TOLL = 0.12
"""A toll of the dead needs little more in common: a story has one, mostly."""
SHORT_CLAUSE = 1.2
"""Weight of the terms below which a sentence tells only the number: `More than 80 others were hurt`."""
HEADCOUNT = frozenset("""person people consumer customer user client resident citizen victim account individual
    american brit briton member""".split())
"""Units that outlets use for one another when they count people concerned."""
CLASSES = {
    "vote": "vote voted voting ballot approve approved reject rejected impeach impeached backed",
    "hold": "hold holds held holding store stores stored own owns owned maintain maintains manage manages contain",
    "affect": "affect affected hit impact impacted expose exposed compromise compromised breach breached leak leaked "
              "steal stolen access accessed hacked",
    "cost": "cost costs damage damages loss losses lost destroyed",
    "pay": "pay paid fine fined settlement compensation",
    "price": "price trading traded valued selling worth",
    "send": "send sent deploy deployed dispatch dispatched",
    "gather": "gather gathered attend attended march marched protest protested rally rallied turnout",
    "flee": "flee fled evacuate evacuated displaced homeless shelter",
}
"""What is done to the things counted; figures of two classes count two things."""
_CLASS_OF = {key: name for name, words in CLASSES.items() for key in kin_keys(words.split())}
NEAR = 70
"""Code points around a number in which its class is looked for."""
FLEETING = frozenset({"price"})
DAYS_OF_VOTE, DAYS_OF_PRICE, DAYS_OF_COUNT, DAYS_OF_TOLL = 2, 1, 45, 90
"""Days within which two figures are set against each other."""
FARTHEST = 400.0
"""Figures of one thing hardly differ by more than this factor."""
MOST_OF_ONE_REPORT = 3
"""Values of a toll that one report gives; more is a list of several happenings."""
BLOCK_TERMS, BLOCK_WINDOW = 8, 60
_ADDED = re.compile(r"\s*(?:more|additional|extra|others?|further|fewer|points?\s+(?:clear|ahead|behind))\b(?!\s+than)",
                    re.IGNORECASE)
_CHANGED = re.compile(r"\b(?:additional|another|extra|further|by|increased|decreased|rose|fell|(?:cut|reduced|extended|"
                      r"narrowed|plunged|dropped)\s+(?:to|from)|from)\s*$", re.IGNORECASE)
_WHOLE_BEFORE = re.compile(r"\d\s+(?:out\s+)?of\s+(?:the\s+|its\s+|all\s+)?$", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Given:
    """A figure with who gives it."""

    figure: Figure
    unit: str
    who: str
    region: str | None
    terms: frozenset[str]
    """Terms of its sentence without numbers and without what is counted."""
    classes: frozenset[str]
    article_id: ArticleId
    origin: ArticleId
    day: str | None


def number_slots(linked: LinkedStory) -> Iterator[list[Given]]:
    """Figures gathered by what they count, in order of unit; only slots of several figures."""
    by_unit: dict[str, list[Given]] = {}
    for item in _given(linked):
        by_unit.setdefault(item.unit, []).append(item)
    for unit in sorted(by_unit):
        for slot in _slots(without_lists(by_unit[unit])):
            yield from (part for part in by_region(slot) if len(part) > 1 and not tells_apart(part))


def _given(linked: LinkedStory) -> Iterator[Given]:
    for report in linked.state.reports:
        article = report.article
        for figure in report.figures:
            words = article.text[figure.clause.start:figure.clause.end]
            if is_vague(figure) or is_part(words, figure):
                continue
            statement = linked.statements.get(figure.statement) if figure.statement else None
            who = known_speaker(linked, statement) if statement else figure.speaker
            start, end = (place - figure.clause.start for place in (figure.span.start, figure.span.end))
            unit = family(figure.unit)
            terms = frozenset(term for term in figure.terms if not term[0].isdigit()) - {unit, figure.unit}
            yield Given(figure, unit, who if who and is_somebody(who) else article.outlet.label,
                        region_near(words, start, end), terms, classes_near(words, start, end), article.id,
                        linked.origin(article.id), article.published_day)


def is_vague(figure: Figure) -> bool:
    """True for words such as `millions`, which fit nearly every number."""
    return figure.approximate and figure.high > 2 * figure.low


def is_part(words: str, figure: Figure) -> bool:
    """True for an addition (`2,000 more`, `another 12`), the whole of `40 of 300`, and but for tolls a change (`from
    11 to 10`): no value of the slot."""
    start, end = figure.span.start - figure.clause.start, figure.span.end - figure.clause.start
    if _ADDED.match(words, end) or _WHOLE_BEFORE.search(words[:start]):
        return figure.unit not in TOLLS or not words[end:].lstrip().lower().startswith("other")
    return figure.unit not in TOLLS and bool(_CHANGED.search(words[:start]))


def family(unit: str) -> str:
    """The unit under which figures are compared: consumers, customers and accounts are people concerned."""
    return "person" if unit in HEADCOUNT else unit


def classes_near(words: str, start: int, end: int) -> frozenset[str]:
    """What is done to the things counted, by the words around the number."""
    near = words_of(words[max(0, start - NEAR):start]) | words_of(words[end:end + NEAR])
    return frozenset(_CLASS_OF[key] for key in kin_keys(near) if key in _CLASS_OF)


def _slots(given: Sequence[Given]) -> list[list[Given]]:
    """Components of pairs that count one thing, so a slot grows by what is alike."""
    leader = {item.figure.id: item.figure.id for item in given}

    def find(member: MemberId) -> MemberId:
        while leader[member] != member:
            leader[member] = leader[leader[member]]
            member = leader[member]
        return member

    for a, b in _near_pairs(given):
        first, second = sorted((find(a.figure.id), find(b.figure.id)))
        if first != second and same_slot(a, b):
            leader[second] = first
    slots: dict[MemberId, list[Given]] = {}
    for item in given:
        slots.setdefault(find(item.figure.id), []).append(item)
    return [slots[member] for member in sorted(slots)]


def _near_pairs(given: Sequence[Given]) -> Iterator[tuple[Given, Given]]:
    """Pairs that share a rare term, or tell a toll in few words; each with the next ones of its block only, so that
    the work grows with the number of figures."""
    blocks: dict[str, list[Given]] = {}
    for item in given:
        for key in (*rarest(item.terms, BLOCK_TERMS), *([""] if item.unit in TOLLS else [])):
            blocks.setdefault(key, []).append(item)
    for key in sorted(blocks):
        block = blocks[key]
        for place, b in enumerate(block):
            for a in block[max(0, place - BLOCK_WINDOW):place]:
                yield a, b


def same_slot(a: Given, b: Given) -> bool:
    """True when two figures of one unit count the same thing at about the same time."""
    if not in_one_region(a, b):
        return False
    if a.classes and b.classes and a.classes.isdisjoint(b.classes):
        return False
    if (a.article_id == b.article_id and a.who == b.who and a.unit not in TOLLS) or not within_days(a, b):
        return False
    if a.article_id == b.article_id and a.unit not in TOLLS and (a.unit == "percent" or not a.classes & b.classes):
        return False
    low, high = sorted((_size(a.figure), _size(b.figure)))
    if high > FARTHEST * max(low, 1.0):
        return False
    if a.unit in TOLLS:
        return min(total(a.terms), total(b.terms)) <= SHORT_CLAUSE or similarity(a.terms, b.terms) >= SAME_TOLL
    return similarity(a.terms, b.terms) >= _least(a, b, high)


def in_one_region(a: Given, b: Given) -> bool:
    """False for figures of two countries; one that names none counts for a country where it has the same value, and
    a toll's country is that of the story."""
    if a.region and b.region:
        return a.region == b.region
    same_value = (a.figure.low, a.figure.high) == (b.figure.low, b.figure.high)
    return a.region == b.region or a.unit in TOLLS or same_value


def _least(a: Given, b: Given, high: float) -> float:
    if (high <= SMALL and a.unit not in TOLLS and not a.classes & b.classes) or a.unit == "percent" \
            or (a.unit in MEASURES and not a.classes & b.classes):
        return SAME_LOOSE_UNIT
    return SAME_SLOT if a.region and b.region else SAME_SLOT_WITHOUT_REGION


def within_days(a: Given, b: Given) -> bool:
    """True when both can be of one time: a vote and a price are of their day, a count may grow for weeks."""
    first, second = a.figure.time.earliest or a.day, b.figure.time.earliest or b.day
    if not first or not second:
        return True
    if first.startswith("-") or second.startswith("-"):  # before year 1
        return first[:11] == second[:11]
    apart = abs((date.fromisoformat(first[:10]) - date.fromisoformat(second[:10])).days)
    classes = a.classes | b.classes
    is_vote = a.unit.startswith("vote ") or "vote" in classes
    if a.unit in TOLLS:
        return apart <= DAYS_OF_TOLL
    return apart <= (DAYS_OF_VOTE if is_vote else DAYS_OF_PRICE if classes & FLEETING else DAYS_OF_COUNT)


def _size(figure: Figure) -> float:
    return figure.low if figure.high == float("inf") else figure.high


def without_lists(given: Sequence[Given]) -> list[Given]:
    """The figures of a unit without those of reports that give many values of a toll in their own voice: they list
    several happenings, of which the first is the report's own."""
    values: dict[ArticleId, dict[tuple[float, float], Given]] = {}
    for item in given:
        values.setdefault(item.article_id, {}).setdefault((item.figure.low, item.figure.high), item)
    lists = {article for article, of_report in values.items() if len(of_report) > MOST_OF_ONE_REPORT}
    first = {next(iter(values[article].values())).figure.id for article in lists}
    return [item for item in given
            if item.unit not in TOLLS or item.article_id not in lists or item.figure.id in first]


def by_region(slot: Sequence[Given]) -> list[list[Given]]:
    """The slot apart by country; figures that name none stay with the country that has their value, or are left out
    where there are several countries."""
    regions = sorted({item.region for item in slot if item.region})
    if len(regions) < 2:
        return [list(slot)]
    parts = []
    for region in regions:
        own = [item for item in slot if item.region == region]
        values = {(item.figure.low, item.figure.high) for item in own}
        parts.append([item for item in slot if item.region == region
                      or (item.region is None and (item.figure.low, item.figure.high) in values)])
    return parts


def tells_apart(slot: Sequence[Given]) -> bool:
    """True when one voice gives two values in one report: it counts two things. A toll may have changed meanwhile."""
    values: dict[tuple[ArticleId, str], set[tuple[float, float]]] = {}
    for item in slot:
        values.setdefault((item.article_id, item.who), set()).add((item.figure.low, item.figure.high))
    return slot[0].unit not in TOLLS and any(len(given) > 1 for given in values.values())


def one_voice(slot: Sequence[Given]) -> bool:
    """True when all figures come from one voice, under whichever of its names."""
    return all(same_side(slot[0].who, item.who) for item in slot[1:])
