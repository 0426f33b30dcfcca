"""Theories against each other: the published arithmetic, what one item changes, what is no evidence."""

from __future__ import annotations

from dataclasses import replace
from math import sqrt

import pytest

from reportedly.records.ids import MemberId
from reportedly.records.linked import LinkedStory
from reportedly.records.weighed import Evidence, Matrix, Theory
from reportedly.weigh.competing import _swaps, matrix
from reportedly.weigh.theories import theories
from tests.factory import annotated
from tests.unit.weigh.story import linked

SLUICE = "The sluice of Selm opened in the night. The sluice of Selm flooded the mill. "
MEANT = annotated(
    SLUICE + "Inspector Ada Holm believes that hackers of Free Sluice opened the sluice of Selm. "
    "Free Sluice denies this.", outlet="The Gannet")
ERROR = annotated(
    SLUICE + "The opening of the sluice of Selm was caused by an error in the sluice table, Judge Mara Quist said.",
    outlet="The Heron")
NO_SIGN = annotated(SLUICE + "Police chief Olaf Tern said that there was no sign of sabotage.", outlet="The Tern")


@pytest.fixture(scope="module")
def story() -> LinkedStory:
    return linked(MEANT, ERROR, NO_SIGN)


@pytest.fixture(scope="module")
def held(story: LinkedStory) -> tuple[Theory, ...]:
    return theories(story)


def weighed(story: LinkedStory, held: tuple[Theory, ...], grades: dict[str, str] | None = None,
            rated: dict[tuple[MemberId, MemberId], tuple[str, str]] | None = None) -> Matrix:
    found = matrix(held, (), story, grades or {}, rated or {})
    assert found is not None
    return found


def test_kinds_that_cannot_both_hold_exclude_each_other(held: tuple[Theory, ...]) -> None:
    hackers = next(item for item in held if "hackers" in item.text)
    error = next(item for item in held if "error" in item.text)
    assert hackers.excludes == (error.id,) and error.excludes == (hackers.id,)
    assert (hackers.kind, error.kind) == ("meant", "went wrong")


def test_the_least_inconsistent_stands_first_and_items_by_what_they_separate(
        story: LinkedStory, held: tuple[Theory, ...]) -> None:
    found = weighed(story, held)
    texts = {item.id: item.text for item in held}
    assert "error" in texts[found.theories[0]] and found.inconsistency == (0.0, 3.0)
    assert [item.diagnosticity for item in found.items] == [1.0, 0.5]
    assert [[cell.rating for cell in row] for row in found.cells] == [["N", "N"], ["II", "I"]]
    assert all(cell.rule for row in found.cells for cell in row)


def test_a_graded_source_weighs_more_or_less(story: LinkedStory, held: tuple[Theory, ...]) -> None:
    assert weighed(story, held, {"the gannet": "A"}).inconsistency[1] == pytest.approx(1 + 2 * sqrt(2), abs=0.001)
    assert weighed(story, held, {"the gannet": "E"}).inconsistency[1] == pytest.approx(1 + 2 / sqrt(2), abs=0.001)


def test_a_persons_rating_stands_over_the_rule_and_may_change_places(
        story: LinkedStory, held: tuple[Theory, ...]) -> None:
    plain = weighed(story, held)
    error, denial = plain.theories[0], plain.items[0].member
    sign = plain.items[1].member
    told = "judged by Ana on 2031-05-06"
    found = weighed(story, held, rated={(error, denial): ("C", told), (error, sign): ("II", told)})
    judged = [cell for cell in dict(zip(found.theories, found.cells, strict=True))[error] if cell.judged]
    assert sorted((cell.rating, cell.rule) for cell in judged) == [("C", told), ("II", told)]
    assert found.theories[0] == error and found.inconsistency == (2.0, 3.0)
    assert {one.kind for one in found.left_out} == {"source", "origin", "item"}
    assert all(one.swapped == ((error, found.theories[1]),) for one in found.left_out)


def test_a_proponent_who_repeats_it_is_no_evidence(story: LinkedStory, held: tuple[Theory, ...]) -> None:
    error = next(item for item in held if "error" in item.text)
    said = next(item for item in story.statements.values() if "error" in item.text)
    again = Evidence(rating="CC", member=said.id, text=said.text, span=said.sentence, provenance=error.provenance)
    changed = tuple(replace(item, evidence=(*item.evidence, again)) if item is error else item for item in held)
    found = weighed(story, changed)
    column = next(number for number, item in enumerate(found.items) if item.member == said.id)
    assert {row[column].rating for row in found.cells} == {"N"}
    assert any("no evidence" in row[column].rule for row in found.cells)


def test_places_change_where_the_order_of_two_turns_round() -> None:
    assert list(_swaps([0.0, 1.0], [2.0, 1.0])) == [(0, 1)]
    assert list(_swaps([0.0, 1.0], [1.0, 1.0])) == []


def test_one_theory_competes_with_none(story: LinkedStory, held: tuple[Theory, ...]) -> None:
    assert matrix(held[:1], (), story, {}, {}) is None


def test_who_proposes_and_who_rejects_it(held: tuple[Theory, ...]) -> None:
    hackers = next(item for item in held if "hackers" in item.text)
    stances = {(voice.name, voice.stance) for voice in hackers.voices}
    assert ("Ada Holm", "proposes") in stances and ("Free Sluice", "rejects") in stances
