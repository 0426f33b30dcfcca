"""Numbers: figures of one thing that cannot all be right, given by different voices or by one at different times."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import combinations, permutations

from reportedly.records.annotation import Figure
from reportedly.records.ids import MemberId, content_id
from reportedly.records.judgement import Provenance
from reportedly.records.linked import LinkedStory
from reportedly.records.weighed import Dispute, Position
from reportedly.text.normalise import squeeze
from reportedly.text.numbers import overlap, written
from reportedly.text.tolls import TOLLS
from reportedly.weigh.counted_by import counters, counts_of
from reportedly.weigh.number_slots import Given, number_slots, one_voice
from reportedly.weigh.sides import same_side, side_key, stands_alone

COMPONENT = "reportedly.number-disputes.v4"
MOST_POSITIONS = 6
NEAR_BOUND = 1.25
"""`at least 40` and 43 are one value; `at least 14` and 31 are two that can both be right."""
COMPATIBLE_WEIGHT, REVISED_WEIGHT, TOLL_WEIGHT = 0.6, 0.7, 1.3
LONGEST_TEXT = 200
_COMPARING = re.compile(r"\b(?:compared\s+(?:to|with)|the\s+(?:night|day|week|year)\s+before|the\s+previous\s+\w+)\b",
                        re.IGNORECASE)
_REVISING = re.compile(r"\b(?:rais(?:ed|es)|revis(?:ed|es)|lowered|correct(?:ed|s)|updated|first\s+spoken|up\s+from|"
                       r"still\s+speaks?|earlier|originally|previously|rose\s+(?:from|to))\b", re.IGNORECASE)


def number_disputes(linked: LinkedStory) -> Iterator[Dispute]:
    """One dispute for each thing whose figures differ; exact conflicts weigh most."""
    counts = counts_of(linked)
    for slot in number_slots(linked):
        values = distinct_values(slot)
        if len(values) > 1 and _is_conflict(slot, values):
            yield _dispute(slot, values, tuple(counters(slot, linked, counts)))


def _is_conflict(slot: Sequence[Given], values: Sequence[Sequence[Given]]) -> bool:
    """False where one voice or one report gives all values, which is a development or tells of several things, and
    where all of them can be right: `at least 40` and 57."""
    if one_voice(slot) or len({item.figure.span.article_id for item in slot}) == 1:
        return False
    if any(_sets_beside(item.figure, other.figure) for one, rest in permutations(values, 2) for item in one
           for other in rest):
        return False
    return any(not overlap(a[0].figure.low, a[0].figure.high, b[0].figure.low, b[0].figure.high)
               for a, b in combinations(values, 2))


def _sets_beside(figure: Figure, other: Figure) -> bool:
    """`Six arrests on Wednesday, compared to 47 the night before`: one clause that gives both values, each for its own
    time, tells that they are two things."""
    number = re.escape(f"{other.low:,.10g}")
    words = figure.clause.exact
    return figure.low != other.low and bool(_COMPARING.search(words)) and bool(
        re.search(rf"(?<![\d.,]){number}(?![\d,.]*\d)", words))


def distinct_values(slot: Sequence[Given]) -> list[list[Given]]:
    """The figures gathered by values that are one as people write it, the value most origins give first."""
    values: list[list[Given]] = []
    for item in sorted(slot, key=lambda item: (item.figure.low != item.figure.high, item.figure.id)):
        home = next((group for group in values if is_one_value(item.figure, group[0].figure)), None)
        if home is None:
            values.append([item])
        else:
            home.append(item)
    return sorted(values, key=lambda group: (-len({item.origin for item in group}), group[0].figure.low))


def is_one_value(a: Figure, b: Figure) -> bool:
    """True when two figures can mean one number, and an open end (`at least 40`) lies near it."""
    if not overlap(a.low, a.high, b.low, b.high):
        return False
    low, high = sorted((_bound(a), _bound(b)))
    return not (_is_open(a) or _is_open(b)) or high <= NEAR_BOUND * low


def _is_open(figure: Figure) -> bool:
    return figure.high == float("inf") or (figure.low == 0 and figure.high > 0)


def _bound(figure: Figure) -> float:
    return figure.low if figure.high == float("inf") else figure.high


def _dispute(slot: Sequence[Given], values: Sequence[Sequence[Given]], counted: Sequence[Position]) -> Dispute:
    sides = [side for value in values for side in _by_who(value)]
    shown = sorted(_varied(sides, values), key=lambda side: side[0].day or "9999")
    dated = len({side[0].day for side in shown}) > 1
    rule, factor = _rule(slot, values)
    origins, speakers = {item.origin for item in slot}, {side_key(item.who) for item in slot}
    weight = factor * (0.6 + 0.3 * min(len(origins), 6) + 0.2 * min(len(speakers), 6))
    return Dispute(id=MemberId(content_id("d", "number", min(item.figure.id for item in slot))), kind="number",
                   text=_text(slot), positions=(*(_position(side, dated) for side in shown), *counted),
                   weight=round(weight, 4), provenance=Provenance(component=COMPONENT, rule=rule))


def _varied(sides: Sequence[list[Given]], values: Sequence[Sequence[Given]]) -> list[list[Given]]:
    """The sides shown: every value once before any value twice."""
    first = {id(value): next(side for side in sides if side[0] in value) for value in values}
    chosen = list(first.values())[:MOST_POSITIONS]
    rest = [side for side in sides if side not in chosen]
    return [*chosen, *rest][:MOST_POSITIONS]


def _rule(slot: Sequence[Given], values: Sequence[Sequence[Given]]) -> tuple[str, float]:
    """The rule in words, with the values of a voice that changed its own, and what it does to the weight."""
    unit = slot[0].unit
    conflict = any(not overlap(a[0].figure.low, a[0].figure.high, b[0].figure.low, b[0].figure.high)
                   for a, b in combinations(values, 2))
    rule = f"{len(values)} values of {unit}" + ("" if conflict else ", compatible")
    factor = (1.0 if conflict else COMPATIBLE_WEIGHT) * (TOLL_WEIGHT if unit in TOLLS else 1.0)
    revision = revised(slot)
    if revision:
        rule += f"; revised by {revision}"
    return rule, factor * (REVISED_WEIGHT if one_voice(slot) else 1.0)


def revised(slot: Sequence[Given]) -> str | None:
    """`the harbour office: 14 on 2031-05-03, 31 on 2031-05-06` for the first voice that gives several values on
    several days; None when nobody does."""
    by_who: dict[str, dict[str, Given]] = {}
    for item in sorted(slot, key=lambda item: (item.day or "9999", item.figure.id)):
        if item.day and item.figure.speaker:
            by_who.setdefault(side_key(item.who), {}).setdefault(written(item.figure.low, item.figure.high), item)
    for who in sorted(by_who):
        given = by_who[who]
        if len({item.day for item in given.values()}) > 1:
            told = ", ".join(f"{value} on {item.day}" for value, item in given.items())
            return f"{next(iter(given.values())).who}: {told}"
    return None


def _by_who(value: Sequence[Given]) -> list[list[Given]]:
    """A value's figures by who gives it: named speakers first, then by day."""
    table: dict[str, list[Given]] = {}
    for item in sorted(value, key=lambda item: (item.figure.statement is None, item.day or "9999", item.figure.id)):
        who = side_key(item.who)
        table.setdefault(next((known for known in table if same_side(known, who)), who), []).append(item)
    return list(table.values())


def _position(items: Sequence[Given], dated: bool) -> Position:
    figure, day = items[0].figure, items[0].day
    return Position(who=items[0].who, text=squeeze(figure.clause.exact), value=written(figure.low, figure.high),
                    day=day if dated else None,
                    spans=tuple(dict.fromkeys(item.figure.clause for item in items)),
                    members=tuple(sorted(item.figure.id for item in items)),
                    origins=tuple(sorted({item.origin for item in items})))


def _text(slot: Sequence[Given]) -> str:
    """The sentence that tells a revision, else that of the latest figure, else the shortest one."""
    short = [item for item in slot if len(item.figure.clause) <= LONGEST_TEXT] or list(slot)
    chosen = max(short, key=lambda item: (stands_alone(item.figure.clause.exact),
                                          bool(_REVISING.search(item.figure.clause.exact)), item.day or "",
                                          -len(item.figure.clause), item.figure.id))
    return squeeze(chosen.figure.clause.exact)
