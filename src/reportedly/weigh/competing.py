"""Theories against each other: the matrix of an analysis of competing hypotheses (Heuer 1999, chapter 8).

Ratings come from rules or people; the arithmetic is as published: inconsistency counts, weighed by credibility (PARC),
diagnosticity is the deviation of a column (Open Synthesis). Copies are one item, a proponent's repetition is none, and
who is silent rates nothing. Theories stand in rows, which misleads readers less (Dhami 2024).
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import combinations
from math import sqrt
from statistics import pstdev

from reportedly.models.inference import NAME, inference_model
from reportedly.records.annotation import CueClass
from reportedly.records.ids import ArticleId, MemberId
from reportedly.records.linked import LinkedStory
from reportedly.records.span import SourceSpan
from reportedly.records.weighed import Cell, Evidence, Forecast, LeftOut, Matrix, Theory, WeighedItem
from reportedly.text.normalise import fold

MOST_THEORIES, MOST_ITEMS = 8, 24
LEAST_SAME = 0.2
"""Least probability that an item says what the theory says, or the reverse, for words in common to count for it."""
LONGEST = 300
"""Code points of each that the model reads."""
NUMBER = {"CC": 2, "C": 1, "N": 0, "I": -1, "II": -2}
CREDIBILITY = {"A": sqrt(2), "B": sqrt(2), "C": 1.0, "F": 1.0, "D": 1 / sqrt(2), "E": 1 / sqrt(2)}
SILENT = Cell(rating="N", rule="says nothing of it")
_REPEATED = Cell(rating="N", rule="its proponent repeats it, which is no evidence")
_LEAST_CHANGE = 1e-9
Rated = Mapping[tuple[MemberId, MemberId], tuple[str, str]]
"""(theory, item) -> rating and who gave it, in words."""


@dataclass(frozen=True, slots=True)
class _Column:
    item: WeighedItem
    cells: tuple[Cell, ...]


def matrix(theories: Sequence[Theory], forecasts: Sequence[Forecast], linked: LinkedStory,
           grades: Mapping[str, str], rated: Rated) -> Matrix | None:
    """The matrix of the foremost theories that compete; None where fewer than two do.

    `grades`: letter by outlet, from people; `rated`: what people said of single cells.
    """
    held = _competing(theories)
    if len(held) < 2:
        return None
    columns = sorted(_columns(held, linked, grades, rated), key=lambda one: (-one.item.diagnosticity, one.item.member))
    columns = columns[:MOST_ITEMS]
    sums = [_inconsistency(row, columns) for row in range(len(held))]
    order = sorted(range(len(held)), key=lambda row: (sums[row], row))
    return Matrix(
        theories=tuple(held[row].id for row in order),
        items=tuple(column.item for column in columns),
        cells=tuple(tuple(column.cells[row] for column in columns) for row in order),
        inconsistency=tuple(round(sums[row], 3) for row in order),
        left_out=tuple(_left_out(held, columns, linked)),
        questions=_questions(held, linked),
        forecasts=tuple(_predicted(held, forecasts)),
    )


def _competing(theories: Sequence[Theory]) -> list[Theory]:
    """The heaviest theories that have a rival among them."""
    foremost = theories[:MOST_THEORIES]
    ids = {item.id for item in foremost}
    return [item for item in foremost if ids & {*item.rivals, *item.excludes}]


def _columns(held: Sequence[Theory], linked: LinkedStory, grades: Mapping[str, str],
             rated: Rated) -> Iterable[_Column]:
    outlets = linked.outlets
    found: dict[tuple[ArticleId, str], list[tuple[int, Evidence]]] = defaultdict(list)
    for row, theory in enumerate(held):
        for evidence in theory.evidence:
            found[linked.origin(evidence.span.article_id), fold(evidence.text)].append((row, evidence))
    for (origin, _), given in sorted(found.items()):
        first = min((evidence for _, evidence in given), key=lambda one: one.member)
        cells = _cells(held, dict(given), first.member, linked, rated)
        outlet = outlets[first.span.article_id]
        yield _Column(WeighedItem(
            member=first.member, text=first.text, span=first.span, outlet=outlet, origin=origin,
            credibility=CREDIBILITY[grades.get(outlet.casefold(), "F")],
            diagnosticity=round(pstdev(NUMBER[cell.rating] for cell in cells), 3)), cells)


def _cells(held: Sequence[Theory], given: Mapping[int, Evidence], member: MemberId, linked: LinkedStory,
           rated: Rated) -> tuple[Cell, ...]:
    """One cell for each theory: a person's, the rule's, or what follows from what excludes what."""
    speaker = _speaker(member, linked)
    cells = []
    for row, theory in enumerate(held):
        judged = next((rated[own, member] for own in (theory.id, *theory.members) if (own, member) in rated), None)
        if judged is not None:
            cells.append(Cell(rating=judged[0], rule=judged[1], judged=True))
        elif row in given:
            cells.append(_own(theory, given[row], speaker))
        else:
            cells.append(_implied(theory, held, given, speaker))
    return tuple(cells)


def _own(theory: Theory, evidence: Evidence, speaker: str | None) -> Cell:
    if NUMBER[evidence.rating] <= 0:
        return Cell(rating=evidence.rating, rule=evidence.provenance.rule)
    if speaker in theory.proponents:
        return _REPEATED
    same, against = _read(evidence.text[:LONGEST], theory.text[:LONGEST])
    said = f"{evidence.provenance.rule}; {NAME}: same {same:.2f}, contradiction {against:.2f}"
    if same < LEAST_SAME:
        return Cell(rating="N", rule=f"shares its terms alone; {said}")
    return Cell(rating=evidence.rating, rule=said)


@lru_cache(maxsize=4096)
def _read(item: str, theory: str) -> tuple[float, float]:
    """How likely the inference model thinks it that one of the two follows from the other, and that they contradict."""
    model = inference_model()
    forth, back = model.judge(item, theory), model.judge(theory, item)
    return max(forth.entailment, back.entailment), max(forth.contradiction, back.contradiction)


def _implied(theory: Theory, held: Sequence[Theory], given: Mapping[int, Evidence], speaker: str | None) -> Cell:
    """What speaks for a theory that excludes this one speaks against it, unless its own proponent says it."""
    for row, evidence in given.items():
        other = held[row]
        if theory.id in other.excludes and NUMBER[evidence.rating] > 0 and speaker not in other.proponents:
            return Cell(rating="I", rule="speaks for a theory that excludes it")
    return SILENT


def _speaker(member: MemberId, linked: LinkedStory) -> str | None:
    statement = linked.statements.get(member)
    return linked.speaker(statement) if statement is not None else None


def _inconsistency(row: int, columns: Iterable[_Column]) -> float:
    return sum(-min(0, NUMBER[column.cells[row].rating]) * column.item.credibility for column in columns)


def _left_out(held: Sequence[Theory], columns: Sequence[_Column], linked: LinkedStory) -> Iterable[LeftOut]:
    """Each source, origin and item without which two theories change places."""
    outlets = linked.outlets
    ways: tuple[tuple[str, Callable[[WeighedItem], str], Callable[[WeighedItem], str]], ...] = (
        ("source", lambda item: item.outlet, lambda item: item.outlet),
        ("origin", lambda item: item.origin, lambda item: outlets.get(item.origin, item.origin)),
        ("item", lambda item: item.member, lambda item: item.text))
    before = [_inconsistency(row, columns) for row in range(len(held))]
    for kind, key, name in ways:
        for one in sorted({key(column.item) for column in columns}):
            kept = [column for column in columns if key(column.item) != one]
            after = [_inconsistency(row, kept) for row in range(len(held))]
            swapped = tuple((held[a].id, held[b].id) for a, b in _swaps(before, after))
            if swapped:
                shown = next(name(column.item) for column in columns if key(column.item) == one)
                yield LeftOut(kind=kind, name=shown, swapped=swapped)


def ranks_without(found: Matrix) -> tuple[tuple[str, tuple[tuple[MemberId, float], ...]], ...]:
    """For each outlet of the items: its name, and theory and inconsistency without what it gives, least first."""
    rows = []
    for outlet in sorted({item.outlet for item in found.items}):
        kept = [column for column, item in enumerate(found.items) if item.outlet != outlet]
        sums = [sum(-min(0, NUMBER[cells[column].rating]) * found.items[column].credibility for column in kept)
                for cells in found.cells]
        order = sorted(range(len(sums)), key=lambda row: (round(sums[row], 3), row))
        rows.append((outlet, tuple((found.theories[row], round(sums[row], 3)) for row in order)))
    return tuple(rows)


def _swaps(before: Sequence[float], after: Sequence[float]) -> Iterable[tuple[int, int]]:
    """Pairs of rows: the first was less inconsistent than the second, and is more so without it."""
    for a, b in combinations(range(len(before)), 2):
        for first, second in ((a, b), (b, a)):
            if before[first] < before[second] - _LEAST_CHANGE and after[first] > after[second] + _LEAST_CHANGE:
                yield first, second


def _questions(held: Sequence[Theory], linked: LinkedStory) -> tuple[SourceSpan, ...]:
    """Sentences among the evidence in which somebody asks, or does not know."""
    asked = []
    for evidence in (item for theory in held for item in theory.evidence):
        statement = linked.statements.get(evidence.member)
        if statement is not None and (statement.cue_class is CueClass.ASK or
                                      (statement.cue_class is CueClass.KNOW and statement.negated)):
            asked.append(statement.sentence)
    return tuple(sorted(dict.fromkeys(asked), key=lambda span: (span.article_id, span.start)))


def _predicted(held: Sequence[Theory], forecasts: Sequence[Forecast]) -> Iterable[tuple[MemberId, MemberId]]:
    """Forecasts by somebody who holds one theory of these and no other."""
    holds: dict[str, list[MemberId]] = defaultdict(list)
    for theory in held:
        for name in theory.proponents:
            holds[name].append(theory.id)
    for item in forecasts:
        if len(holds.get(item.who, ())) == 1:
            yield holds[item.who][0], item.id
