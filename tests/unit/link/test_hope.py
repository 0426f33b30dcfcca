"""Which contents are worth laying beside each other."""

from __future__ import annotations

from itertools import permutations

import numpy as np
import pytest

from reportedly.link.claims import content_terms
from reportedly.link.hope import Hope
from reportedly.records.ids import ArticleId
from reportedly.records.linked import Node

SUNK = "the ferry Petrel struck a rock off Skerry Island on Sunday and sank"
AGAIN = "Petrel, a ferry, sank near Skerry Island after it hit a rock"
OTHER = "the mayor of Skerry wants a new school for the village, which the ferry company would pay for"


def node(text: str) -> Node:
    return Node(id=f"n-{text}", kind="claim", article_id=ArticleId("a"), keys=(), terms=content_terms(text), label=text)


def test_what_says_the_same_is_worth_it_and_what_shares_a_word_is_not() -> None:
    assert Hope().places(node(SUNK), [node(OTHER), node(AGAIN), node("")]) == [1]


@pytest.mark.parametrize(("first", "second", "hopeful"), [
    ("the flood took 40 houses in Brill", "the flood took 40 houses in Brill on Monday", True),
    ("the flood took 40 houses in Brill", "the flood took 90 houses in Brill", False),
    ("the flood took 40 houses in Brill", "the flood took houses in Brill", True),
])
def test_other_numbers_of_one_thing_are_two_claims(first: str, second: str, hopeful: bool) -> None:
    assert bool(Hope().places(node(first), [node(second)])) is hopeful


def test_what_is_told_depends_on_the_two_alone() -> None:
    nodes = [node(text) for text in (SUNK, AGAIN, OTHER, "40 houses fell in Brill", "")]
    hope = Hope()
    for one, *others in permutations(nodes, 4):
        told = hope.features(one, others)
        for row, other in zip(told, others, strict=True):
            assert np.array_equal(row, Hope().features(other, [one])[0])


def test_a_content_told_anew_under_its_id_is_taken_apart_anew() -> None:
    hope, first = Hope(), node(SUNK)
    again = Node(id=first.id, kind="claim", article_id=ArticleId("a"), keys=(), terms=content_terms(OTHER), label=OTHER)
    assert hope.places(node(AGAIN), [first]) == [0]
    assert hope.places(node(AGAIN), [again]) == []


def test_many_contents_are_remembered() -> None:
    hope, many = Hope(), [node(f"the ferry number {count} sank off Skerry Island") for count in range(3000)]
    assert len(hope.features(node(SUNK), many)) == 3000
    assert hope.places(node(SUNK), [node(AGAIN)]) == [0]
