"""Clusters from scored pairs: a pure function of the pairs, whatever order the reports came in."""

from __future__ import annotations

from collections.abc import Iterable

from reportedly.records.linked import Pair

COHESION = 0.6
"""Share of the threshold that the mean score between two clusters must reach before they join, pairs that were
never scored counting as nothing: one strong pair does not chain two groups together."""
_UNIT = 1_000_000
"""Scores are summed as whole millionths, so that the order of addition cannot show."""
_APART = -1
"""What stands between two groups that some pair keeps apart, whatever the other pairs say."""


def clusters(ids: Iterable[str], pairs: Iterable[Pair], threshold: float,
             cohesion: float = COHESION) -> tuple[tuple[str, ...], ...]:
    """Groups of ids, each sorted, by their first id; an id without a partner is a group of one.

    Pairs join from the highest score down (ties by ids). A negative pair keeps its two ids apart. `cohesion` is the
    share of the threshold that the mean score between two groups must reach; 1 where every pair is scored. Time grows
    with the number of pairs, not with the square of the groups: sums between groups are kept and added when they join.
    """
    groups = Groups(ids)
    known = [pair for pair in pairs if groups.holds(pair)]
    for pair in known:
        groups.weigh(pair)
    for pair in sorted(known, key=lambda pair: (-pair.score, pair.a, pair.b)):
        if pair.score < threshold:
            break
        groups.join(pair.a, pair.b, cohesion * threshold)
    return groups.sorted()


class Groups:
    """Disjoint groups of ids with the summed score between each two that have one."""

    def __init__(self, ids: Iterable[str]) -> None:
        self._members = {member: [member] for member in sorted(set(ids))}
        self._home = {member: member for member in self._members}
        self._between: dict[str, dict[str, int]] = {member: {} for member in self._members}
        self.moves = 0
        """Members and sums that changed their group so far: the work done."""

    def holds(self, pair: Pair) -> bool:
        """Both ids of the pair are known, and different."""
        return pair.a in self._home and pair.b in self._home and pair.a != pair.b

    def weigh(self, pair: Pair) -> None:
        """Take in the score of a pair, before any two groups join; of several scores of two ids the last counts."""
        score = _APART if pair.score < 0 else round(pair.score * _UNIT)
        self._between[pair.a][pair.b] = self._between[pair.b][pair.a] = score

    def join(self, a: str, b: str, least: float) -> None:
        """Make the groups of two ids one, if nothing keeps them apart and their mean score is at least so high."""
        first, second = self._home[a], self._home[b]
        if first == second or not self._cohere(first, second, least):
            return
        if len(self._members[first]) + len(self._between[first]) < len(self._members[second]) + len(
                self._between[second]):
            first, second = second, first
        moved, sums = self._members.pop(second), self._between.pop(second)
        self.moves += len(moved) + len(sums)
        self._members[first].extend(moved)
        self._home.update(dict.fromkeys(moved, first))
        for other, score in sums.items():
            del self._between[other][second]
            if other != first:
                self._add(first, other, score)

    def _cohere(self, first: str, second: str, least: float) -> bool:
        between = self._between[first].get(second, 0)
        pairs = len(self._members[first]) * len(self._members[second])
        return between != _APART and between >= round(least * _UNIT) * pairs

    def _add(self, group: str, other: str, score: int) -> None:
        known = self._between[group].get(other, 0)
        total = _APART if _APART in (known, score) else known + score
        self._between[group][other] = self._between[other][group] = total

    def sorted(self) -> tuple[tuple[str, ...], ...]:
        """The groups as they are now, each sorted, by their first id."""
        return tuple(sorted(tuple(sorted(group)) for group in self._members.values()))
