"""One happening in two towns."""

from __future__ import annotations

import pytest

from reportedly.weigh.disputes import disputes
from tests.unit.weigh.story_of import story_of


def places(*reports: tuple[str, str]) -> list[set[str | None]]:
    """The towns of each place dispute of a story of one day."""
    linked = story_of(*((outlet, "2031-05-04", text) for outlet, text in reports))
    return [{side.value for side in item.positions} for item in disputes(linked) if item.kind == "place"]


def test_two_towns_for_one_arrest_are_a_dispute_with_both_sides() -> None:
    linked = story_of(
        ("The Gannet", "2031-05-04", "Police arrested the smuggler Caspian Rudd in Bergen on Sunday."),
        ("The Tern", "2031-05-05", "Police arrested the smuggler Caspian Rudd in Trondheim on Sunday."))
    found = next(item for item in disputes(linked) if item.kind == "place")
    assert {(side.who, side.value) for side in found.positions} == {("The Gannet", "Bergen"), ("The Tern", "Trondheim")}
    assert all(side.spans and len(side.origins) == 1 for side in found.positions)


@pytest.mark.parametrize(("first", "second"), [
    ("Police arrested the smuggler Caspian Rudd in Bergen on Sunday.",
     "Police arrested the smuggler Caspian Rudd in Norway on Sunday."),
    ("Thousands protested against the dam in Bergen on Sunday.",
     "Thousands protested against the dam in Trondheim on Sunday."),
    ("Police arrested the smuggler Caspian Rudd in Bergen on Sunday.",
     "Police from Trondheim arrested the smuggler Caspian Rudd on Sunday."),
    ("Police arrested the smuggler Caspian Rudd in Bergen on Sunday.",
     "Police arrested the pilot Tom Vale in Trondheim on Sunday."),
])
def test_places_that_can_both_be_right_are_none(first: str, second: str) -> None:
    assert places(("The Gannet", first), ("The Tern", second)) == []
