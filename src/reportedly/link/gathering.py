"""Gathers event mentions that tell of one happening, so that no two days told in so many words meet in one group."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from reportedly.link.moments import Days, days_meant, in_common, is_dated
from reportedly.records.annotation import EventMention
from reportedly.records.ids import MemberId
from reportedly.records.linked import JUDGED_SAME, Pair

COHESION = 0.5
"""Share of the threshold that the mean score between two groups must reach, pairs never scored counting as nothing."""
AS_GOOD = 0.9
"""An undated account that likens two days so nearly belongs to neither."""


@dataclass(slots=True)
class _Group:
    """Mentions gathered so far, the days they can all mean, and the sum of scores with every other group."""

    members: list[str]
    days: Days
    dated: bool
    links: dict[str, float] = field(default_factory=lambda: defaultdict(float))

    def mean(self, name: str, other: _Group) -> float:
        return self.links.get(name, 0.0) / (len(self.members) * len(other.members))


def gather(
    mentions: Mapping[MemberId, EventMention], pairs: Iterable[Pair], threshold: float
) -> tuple[tuple[str, ...], ...]:
    """Groups of ids, each sorted, by their first id: a pure function of mentions and pairs.

    Pairs join from the highest score down, those of two dated mentions first, so that what is told without a date joins
    days that stand already. Mentions whose words give different days never join, also not by way of others, unless a
    person says that they are one.
    """
    groups = {str(name): _Group([name], days_meant(item.time), is_dated(item.time)) for name, item in mentions.items()}
    known = [pair for pair in pairs if pair.a in groups and pair.b in groups]
    for pair in known:
        groups[pair.a].links[pair.b] = groups[pair.b].links[pair.a] = pair.score
    home = {name: name for name in groups}
    dated = {name: group.dated for name, group in groups.items()}
    for pair in sorted(known, key=lambda pair: (pair.score < JUDGED_SAME, -dated[pair.a] - dated[pair.b], -pair.score,
                                                pair.a, pair.b)):
        first, second = sorted((home[pair.a], home[pair.b]))
        if first == second or pair.score < threshold:
            continue
        # What people hold apart weighs as much as what they join.
        judged = pair.score >= JUDGED_SAME and groups[first].links.get(second, 0.0) > 0
        if judged or _belong(groups, first, second, threshold * COHESION):
            _join(groups, home, first, second)
    return tuple(sorted(tuple(sorted(group.members)) for group in groups.values()))


def _belong(groups: Mapping[str, _Group], first: str, second: str, least: float) -> bool:
    one, other = groups[first], groups[second]
    if in_common(one.days, other.days) is None or one.mean(second, other) < least:
        return False
    if one.dated == other.dated:
        return True
    loose, day = (second, first) if one.dated else (first, second)
    return not _is_torn(groups, loose, day)


def _is_torn(groups: Mapping[str, _Group], loose: str, chosen: str) -> bool:
    """An undated group is about as near to another dated one, of other days, as to the one chosen."""
    group, best = groups[loose], groups[chosen]
    least = AS_GOOD * group.mean(chosen, best)
    return any(
        other.dated and group.mean(name, other) >= least and in_common(other.days, best.days) is None
        and in_common(other.days, group.days) is not None
        for name in group.links if name != chosen and (other := groups[name])
    )


def _join(groups: dict[str, _Group], home: dict[str, str], first: str, second: str) -> None:
    """The second group goes up in the first."""
    kept, gone = groups[first], groups.pop(second)
    kept.days = in_common(kept.days, gone.days) or kept.days
    kept.dated = kept.dated or gone.dated
    kept.members += gone.members
    home.update(dict.fromkeys(gone.members, first))
    for name, score in gone.links.items():
        groups_links = groups[name].links
        groups_links.pop(second, None)
        if name != first:
            kept.links[name] += score
            groups_links[first] = kept.links[name]
    kept.links.pop(second, None)
