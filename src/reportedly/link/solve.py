"""Clusters from scored pairs: a pure function of the pairs, whatever order the reports came in."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping

from reportedly.records.linked import Pair

COHESION = 0.6
"""Share of the threshold that the mean score between two clusters must reach before they join, pairs that were
never scored counting as nothing: one strong pair does not chain two groups together."""


def clusters(ids: Iterable[str], pairs: Iterable[Pair], threshold: float,
             cohesion: float = COHESION) -> tuple[tuple[str, ...], ...]:
    """Groups of ids, each sorted, by their first id; an id without a partner is a group of one.

    Pairs join from the highest score down (ties by ids). A negative pair keeps its two ids apart. `cohesion` is the
    share of the threshold that the mean score between two groups must reach; 1 where every pair is scored.
    """
    members = {member: [member] for member in sorted(set(ids))}
    home = {member: member for member in members}
    scores: dict[str, dict[str, float]] = defaultdict(dict)
    known = [pair for pair in pairs if pair.a in home and pair.b in home]
    for pair in known:
        scores[pair.a][pair.b] = scores[pair.b][pair.a] = pair.score
    for pair in sorted(known, key=lambda pair: (-pair.score, pair.a, pair.b)):
        if pair.score < threshold:
            break
        first, second = sorted((home[pair.a], home[pair.b]))
        if first != second and _cohere(members[first], members[second], scores, cohesion * threshold):
            moved = members.pop(second)
            members[first] = sorted([*members[first], *moved])
            home.update(dict.fromkeys(moved, first))
    return tuple(sorted(tuple(group) for group in members.values()))


def _cohere(group: list[str], other: list[str], scores: Mapping[str, Mapping[str, float]], least: float) -> bool:
    """True when no pair forbids the union and the mean score between the two is high enough."""
    between = [scores[a].get(b, 0.0) for a in group for b in other]
    return min(between) >= 0 and sum(between) >= least * len(between)
