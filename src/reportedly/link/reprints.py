"""Which reports of a large collection are one account, told from whole sentences they share.

Cheaper and coarser than `reportedly.link.copies`, for collections read once without a store: a report joins the earlier
one that it shares most with, where half of the shorter one's sentences stand in both. Where an origin is known already
it is taken as it is.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Sequence
from hashlib import blake2b

REPRINT = 0.5
"""Least share of the shorter report's sentences that the other one holds."""
FEWEST_SHARED = 3
"""A shared boilerplate sentence or two make no reprint."""
MOST_HOLDERS = 30
"""A sentence of more reports is boilerplate; comparing all of its holders would be quadratic."""


def signature(words: Sequence[str]) -> int:
    """A number that the same words in the same order have in every run."""
    return int.from_bytes(blake2b(" ".join(words).encode("utf-8", "surrogatepass"), digest_size=8).digest(), "big")


class Reprints:
    """Reports by number, in order of arrival, with the signatures of their sentences."""

    def __init__(self) -> None:
        self._ids: list[str] = []
        self._origins: list[str | None] = []
        self._published: list[str] = []
        self._marks: list[frozenset[int]] = []
        self._roots: tuple[str, ...] | None = None

    @property
    def next_number(self) -> int:
        """The number that the next report added gets."""
        return len(self._ids)

    def add(self, report: str, origin: str | None, published: str | None, marks: Sequence[int]) -> None:
        """Take in one report; a report without a date counts as the latest."""
        self._ids.append(report)
        self._origins.append(origin)
        self._published.append(published or "9999")
        self._marks.append(frozenset(marks))
        self._roots = None

    def roots(self) -> tuple[str, ...]:
        """By number of the report, its origin: the one given, else the id of the report that it goes back to."""
        if self._roots is None:
            parents = self._parents()
            self._roots = tuple(self._root(number, parents) for number in range(len(self._ids)))
        return self._roots

    def _root(self, number: int, parents: dict[int, int]) -> str:
        while number in parents:
            number = parents[number]
        return self._origins[number] or self._ids[number]

    def _parents(self) -> dict[int, int]:
        """For each reprint the earlier report that holds most of it, the earliest of equals."""
        order = {number: place for place, number in enumerate(
            sorted(range(len(self._ids)), key=lambda number: (self._published[number], self._ids[number])))}
        best: dict[int, tuple[float, int, int]] = {}
        for (a, b), shared in self._shared().items():
            share = shared / min(len(self._marks[a]), len(self._marks[b]))
            early, late = sorted((a, b), key=order.__getitem__)
            if shared < FEWEST_SHARED or share < REPRINT or self._origins[late] is not None:
                continue
            found = (share, -order[early], early)
            if late not in best or found > best[late]:
                best[late] = found
        return {late: early for late, (_, _, early) in best.items()}

    def _shared(self) -> Counter[tuple[int, int]]:
        """How many sentences two reports share, for those that share any."""
        holders: defaultdict[int, list[int]] = defaultdict(list)
        for number, marks in enumerate(self._marks):
            for mark in marks:
                holders[mark].append(number)
        shared: Counter[tuple[int, int]] = Counter()
        for numbers in holders.values():
            if 1 < len(numbers) <= MOST_HOLDERS:
                shared.update((a, b) for place, a in enumerate(numbers) for b in numbers[place + 1:])
        return shared
