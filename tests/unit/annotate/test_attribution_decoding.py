"""Decoding of scores made by hand."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from reportedly.annotate.attribution_decoding import (
    CONTENT_FIRST,
    CONTENT_LAST,
    IN_CONTENT,
    SOURCE_FIRST,
    SOURCE_LAST,
    Floats,
    Run,
    Weights,
    cues_of,
    decode,
    softmax,
)

PLAIN = Weights(cue=0.5, role=0.0, edge=1.0, piece=0.0, missing=0.0)


def roles(text: str) -> Floats:
    """Probabilities that are nearly sure: `.` none, `B` cue-begin, `I` cue-inside."""
    numbers = [{".": 0, "B": 2, "I": 3}[letter] for letter in text]
    return softmax(np.eye(5, dtype=np.float32)[numbers] * 9)


def one_block(words: int) -> np.ndarray:
    return np.zeros(words, dtype=np.int32)


@pytest.mark.parametrize(("text", "expected"), [
    ("..BI.", [(2, 3)]),
    ("BB", [(0, 0), (1, 1)]),
    (".I.", [(1, 1)]),
    ("....", []),
])
def test_cues_are_runs_that_split_where_another_begins(text: str, expected: list[Run]) -> None:
    assert [run for run, _ in cues_of(roles(text), one_block(len(text)), 0.5)] == expected


def test_a_cue_never_crosses_a_paragraph() -> None:
    found = cues_of(roles("BII"), np.array([0, 0, 1], dtype=np.int32), 0.5)
    assert [run for run, _ in found] == [(0, 1), (2, 2)]


def scores(inside: list[float], *, first: dict[int, float] | None = None, last: dict[int, float] | None = None,
           source: Run | None = None) -> Floats:
    """One cue's scores: `inside` for content, its edges, and a source that is nearly sure."""
    made = np.zeros((1, len(inside), 6), dtype=np.float32)
    made[0, :, :2] = -9
    made[0, :, IN_CONTENT] = inside
    for word, value in (first or {}).items():
        made[0, word, CONTENT_FIRST] = value
    for word, value in (last or {}).items():
        made[0, word, CONTENT_LAST] = value
    if source is not None:
        made[0, source[0], SOURCE_FIRST] = made[0, source[1], SOURCE_LAST] = 9
    return made


NO_SOURCE_COSTS = np.zeros((1, 2), dtype=np.float32)


def test_content_may_stand_in_two_pieces_around_its_source_and_cue() -> None:
    made = scores([5, 5, -5, -5, 5, 5], source=(2, 2))
    [found] = decode([((3, 3), 1.0)], made, NO_SOURCE_COSTS, roles("......"), one_block(6), PLAIN)
    assert found.content == ((0, 1), (4, 5))
    assert found.source == (2, 2)


def test_edges_decide_where_words_are_in_doubt() -> None:
    made = scores([-9, -9, 0.4, 3, 3, 0.4], first={2: -4, 3: 4}, last={4: -1, 5: 4})
    [found] = decode([((0, 0), 1.0)], made, NO_SOURCE_COSTS, roles("......"), one_block(6), PLAIN)
    assert found.content == ((3, 5),)


def test_a_price_on_pieces_closes_small_gaps() -> None:
    made = scores([-9, 4, 4, -1, 4, 4])
    cue: list[tuple[Run, float]] = [((0, 0), 1.0)]
    [loose] = decode(cue, made, NO_SOURCE_COSTS, roles("......"), one_block(6), PLAIN)
    [dear] = decode(cue, made, NO_SOURCE_COSTS, roles("......"), one_block(6), replace(PLAIN, piece=3.0))
    assert loose.content == ((1, 2), (4, 5))
    assert dear.content == ((1, 5),)


def test_a_source_stays_in_its_paragraph_and_off_the_cues() -> None:
    made = scores([-9] * 6, source=(1, 4))
    blocks = np.array([0, 0, 0, 1, 1, 1], dtype=np.int32)
    [found] = decode([((5, 5), 1.0)], made, np.full((1, 2), 1.0, dtype=np.float32), roles("......"), blocks, PLAIN)
    assert found.source is not None
    assert blocks[found.source[0]] == blocks[found.source[1]]


def test_no_source_is_given_where_having_none_scores_higher() -> None:
    missing = np.full((1, 2), 3.0, dtype=np.float32)
    [found] = decode([((0, 0), 1.0)], scores([-9, 5]), missing, roles(".."), one_block(2), PLAIN)
    assert found.source is None


def test_a_word_is_content_of_the_cue_that_wants_it_most() -> None:
    made = np.concatenate([scores([-9, 3, 3, -9, 3]), scores([-9, 1, 1, -9, 6])])
    cues: list[tuple[Run, float]] = [((0, 0), 1.0), ((3, 3), 1.0)]
    first, second = decode(cues, made, np.zeros((2, 2), dtype=np.float32), roles("....."), one_block(5), PLAIN)
    assert first.content == ((1, 2),)
    assert second.content == ((4, 4),)


def test_words_that_look_like_content_go_to_the_cue_they_are_tied_to() -> None:
    content = np.zeros((4, 5), dtype=np.float32)
    content[1:, 4] = 0.99
    made = scores([-9, -1, -1, -1])
    cue: list[tuple[Run, float]] = [((0, 0), 1.0)]
    [tied] = decode(cue, made, NO_SOURCE_COSTS, content, one_block(4), PLAIN)
    [by_role] = decode(cue, made, NO_SOURCE_COSTS, content, one_block(4), replace(PLAIN, role=1.0))
    assert tied.content == ()
    assert by_role.content == ((1, 3),)
