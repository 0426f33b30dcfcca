"""Disputes of a story: claim slots filled in incompatible ways, each with all its positions, weightiest first."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from reportedly.records.linked import LinkedStory
from reportedly.records.weighed import Dispute, Position
from reportedly.text.normalise import fold
from reportedly.text.weights import similarity
from reportedly.weigh.bearing import CONTRARY, that_bear
from reportedly.weigh.contraries import contraries
from reportedly.weigh.denials import denials
from reportedly.weigh.identities import identities
from reportedly.weigh.number_disputes import number_disputes
from reportedly.weigh.place_disputes import place_disputes
from reportedly.weigh.time_disputes import time_disputes
from reportedly.weigh.verdicts import verdicts
from reportedly.weigh.voices import Choir

SAME_TEXT = 0.75
"""Two disputes of one kind whose texts are as alike are one."""
MOST_POSITIONS = 8


def disputes(linked: LinkedStory) -> tuple[Dispute, ...]:
    """Every dispute found, near-copies merged, by weight."""
    choir = Choir(linked)
    found = [*denials(choir), *that_bear(contraries(choir), CONTRARY), *that_bear(verdicts(choir), "verdict"),
             *number_disputes(linked),
             *time_disputes(linked), *place_disputes(linked), *identities(linked)]
    return tuple(merged(found))


def merged(found: Iterable[Dispute]) -> list[Dispute]:
    """One dispute for each slot: lighter ones about the same join the heavier with their positions."""
    kept: list[Dispute] = []
    for dispute in sorted(found, key=_order):
        place = next((place for place, other in enumerate(kept) if are_one(dispute, other)), None)
        if place is None:
            kept.append(dispute)
        else:
            kept[place] = _joined(kept[place], dispute)
    return sorted(kept, key=_order)


def are_one(a: Dispute, b: Dispute) -> bool:
    """True for two disputes of a kind that rest on the same words, or whose texts say the same."""
    if a.kind != b.kind:
        return False
    members = _members(a.positions), _members(b.positions)
    if 2 * len(members[0] & members[1]) > min(map(len, members)):
        return True
    if a.kind == "number":  # one sentence often tells the dead and the injured
        return False
    return similarity(fold(a.text).split(), fold(b.text).split()) >= SAME_TEXT


def _members(positions: Sequence[Position]) -> set[str]:
    return {member for side in positions for member in side.members}


def _joined(heavy: Dispute, light: Dispute) -> Dispute:
    """The heavier with the positions of speakers or values that it did not have."""
    have = {(side.who, side.value) for side in heavy.positions}
    new = tuple(side for side in light.positions if (side.who, side.value) not in have)
    return replace(heavy, positions=(*heavy.positions, *new)[:MOST_POSITIONS])


def _order(dispute: Dispute) -> tuple[float, str]:
    return -dispute.weight, dispute.id
