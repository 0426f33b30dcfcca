"""Clusters are a function of the pairs, in whatever order they come."""

from __future__ import annotations

from random import Random

from hypothesis import given
from hypothesis import strategies as st

from reportedly.link.solve import clusters
from reportedly.records.linked import Pair

IDS = "abcdefgh"
scores = st.floats(min_value=-1, max_value=1, allow_nan=False).map(lambda score: round(score, 2))
ends = st.tuples(st.sampled_from(IDS), st.sampled_from(IDS)).filter(lambda edge: edge[0] < edge[1])
edges = st.dictionaries(ends, scores)


def pairs_of(scored: dict[tuple[str, str], float]) -> list[Pair]:
    return [Pair(kind="entity", a=a, b=b, score=score, reason="test") for (a, b), score in scored.items()]


@given(edges, st.randoms(use_true_random=False))
def test_order_of_ids_and_pairs_is_of_no_matter(scored: dict[tuple[str, str], float], random: Random) -> None:
    pairs, ids = pairs_of(scored), list(IDS)
    solved = clusters(ids, pairs, 0.5)
    random.shuffle(pairs)
    random.shuffle(ids)
    assert clusters(ids, pairs, 0.5) == solved


@given(edges)
def test_every_id_stands_in_one_cluster_and_negative_pairs_stay_apart(scored: dict[tuple[str, str], float]) -> None:
    solved = clusters(IDS, pairs_of(scored), 0.5)
    assert sorted(member for group in solved for member in group) == sorted(IDS)
    home = {member: group for group in solved for member in group}
    assert all(home[a] != home[b] for (a, b), score in scored.items() if score < 0)
