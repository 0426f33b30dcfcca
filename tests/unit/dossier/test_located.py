"""Places looked up in the gazetteer."""

from __future__ import annotations

from itertools import permutations

import pytest

from reportedly.dossier.located import located
from reportedly.records.annotation import EntityKind
from reportedly.records.ids import MemberId
from reportedly.records.linked import Entity
from reportedly.text.gazetteer import places_called


def place(name: str, *aliases: str) -> Entity:
    return Entity(id=MemberId(f"n-{name}"), kind=EntityKind.PLACE, name=name, aliases=aliases, roles=(),
                  members=(MemberId(f"n-{name}"),), reports=(), mentions=1)


@pytest.mark.parametrize(("name", "expected"), [
    ("Norway", "Norway"), ("United States", "United States"), ("the US", "United States"), ("Texas", "Texas, TX, US"),
    ("Reykjavik", "Reykjavík, IS"), ("Paris", "Paris, FR")])
def test_a_name_that_means_one_place(name: str, expected: str) -> None:
    [found] = located([place(name)])
    assert found.location is not None and found.location.name == expected


def test_a_name_of_many_places_stays_open_and_says_what_it_may_be() -> None:
    for name in ("Springfield", "Georgia", "Washington"):
        [found] = located([place(name)])
        assert found.location is None and len(found.may_be) > 1


def test_the_country_that_the_story_names_decides() -> None:
    alone, = located([place("Valencia")])
    spanish = located([place("Valencia"), place("Spain")])[0]
    assert spanish.location is not None and spanish.location.country == "ES"
    assert alone.location is None or alone.location.rule != spanish.location.rule


def test_an_invented_place_is_nowhere() -> None:
    [found] = located([place("Port Tamsin")])
    assert found.location is None and found.may_be == ()


def test_the_order_of_places_does_not_matter() -> None:
    names = [place("Valencia"), place("Spain"), place("Springfield")]
    assert len({tuple(sorted(item.id + str(item.location) for item in located(order)))
                for order in permutations(names)}) == 1


def test_the_most_populous_stands_first() -> None:
    assert [found.population for found in places_called("Springfield")] == sorted(
        (found.population for found in places_called("Springfield")), reverse=True)
