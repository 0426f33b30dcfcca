"""How far two contents say the same."""

from __future__ import annotations

from itertools import combinations

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from reportedly.link.alike import features, likeness, points_of, read, read_back, word_weight
from reportedly.link.claims import ClaimLinker, content_terms
from reportedly.link.retelling import (
    RETOLD,
    InWords,
    Telling,
    in_words,
    least_covered,
    likelihood,
    measures,
    retold,
)
from reportedly.records.ids import ArticleId
from reportedly.records.linked import Node

TELLINGS = ("the ferry Petrel struck a rock off Skerry Island on Sunday", "Petrel, a ferry, hit a rock near Skerry",
            "the mayor wants a new school for the village", "", "Skerry Island has 12 inhabitants")
FIRST = ("The ferry Petrel hit a rock off Skerry Island on Sunday. Captain Jane Roe sent 40 passengers to the boats. "
         "Nobody drowned, the harbour office of Marl said. The owners, Roe and Sons, will pay for lost baggage. ") * 2
AGAIN = ("On Sunday a rock off Skerry Island was struck by the ferry Petrel. Its captain, Jane Roe, had the 40 people "
         "on board take to the boats. According to the harbour office of Marl no one drowned. Roe and Sons, who own "
         "the ship, are going to pay for baggage that was lost. ") * 2
OTHER = ("The market at Marl opened on Monday. Farmers sold 300 baskets of apples, more than last year. John Doe, who "
         "runs it, spoke of a good autumn. Rain is expected on Skerry Island later in the week. ") * 2


def test_what_is_told_is_the_same_for_either_order() -> None:
    for a, b in combinations(TELLINGS, 2):
        assert abs(likeness(a, b) - likeness(b, a)) < 1e-5


def test_other_words_for_one_thing_are_nearer_than_other_things() -> None:
    assert likeness(TELLINGS[0], TELLINGS[1]) > 0.5 > likeness(TELLINGS[0], TELLINGS[2])


def test_a_content_without_words_is_like_nothing() -> None:
    assert features("", TELLINGS[0]) is None
    assert likeness("", TELLINGS[0]) == 0.0


def test_a_content_is_compared_without_being_read_again() -> None:
    for text in TELLINGS:
        again = read_back(text, points_of(text))
        assert np.array_equal(again.points, read(text).points)
        assert np.array_equal(again.weights, read(text).weights)


def test_function_words_weigh_nothing_and_numbers_most() -> None:
    assert word_weight("The") == 0.0
    assert word_weight("12") == 1.0
    assert content_terms("The 1,200 sheep and the") == ("1200", "sheep")


def test_a_score_depends_on_the_two_nodes_alone() -> None:
    nodes = [Node(id=f"n{at}", kind="claim", article_id=ArticleId(f"a{at}"), keys=(), terms=content_terms(text),
                  label=text, points=points_of(text)) for at, text in enumerate(TELLINGS)]
    before = [ClaimLinker().score(a, b) for a, b in combinations(nodes, 2)]
    assert before == [ClaimLinker().score(a, b) for a, b in list(combinations(nodes, 2))[::-1]][::-1]


def test_a_retelling_is_told_from_another_report() -> None:
    assert retold(Telling(FIRST), Telling(AGAIN)) > 0.6
    assert retold(Telling(FIRST), Telling(OTHER)) < 0.1


def test_what_is_given_up_early_is_no_retelling() -> None:
    for a, b in combinations((FIRST, AGAIN, OTHER), 2):
        told, words = measures(a, b), in_words(Telling(a), Telling(b))
        if told is None or words is None:
            assert retold(Telling(a), Telling(b)) == 0.0
        elif told[-1] < least_covered(words):
            assert likelihood(told) < RETOLD
            assert retold(Telling(a), Telling(b)) == 0.0
        else:
            assert retold(Telling(a), Telling(b)) == likelihood(told)


SHARE = st.floats(0.0, 1.0)


@given(st.builds(InWords, SHARE, SHARE, SHARE, SHARE), st.lists(SHARE, min_size=1, max_size=4))
def test_no_retelling_has_a_sentence_covered_less_than_the_least(words: InWords, sentences: list[float]) -> None:
    told = (words.alike, sum(sentences) / len(sentences), *words[1:], min(sentences))
    assert likelihood(told) < RETOLD or min(sentences) >= least_covered(words)


def test_measures_do_not_depend_on_the_order() -> None:
    one, other = measures(FIRST, AGAIN), measures(AGAIN, FIRST)
    assert one is not None and other is not None
    assert all(abs(x - y) < 1e-5 for x, y in zip(one, other, strict=True))
