"""What the inference model says of a dispute in prose, where no value decides: a filter, and shown with the decision.

It is asked about each two sides of a dispute that was found by weak signs alone: a plain negation, a word that rejects,
opposed verdicts. Where it sees neither that two sides say the same nor that they contradict each other, they speak of
different things, and the dispute falls. Measured on the labelled list in `bench/sets/disputes`.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import combinations

from reportedly.models.inference import NAME, inference_model
from reportedly.records.weighed import Dispute

CONTRARY = "contrary"
"""Found by a word and its opposite: sides that say the same use them of two things."""
LEAST_BEARING = {"negated": 0.13, "rejected": 0.13, CONTRARY: 0.2, "verdict": 0.25}
"""Least probability that two sides contradict each other or say the same, by how the dispute was found."""
MOST_SIDES = 4
LONGEST = 400
"""Code points of a side that are read: the model holds 256 pieces of a pair."""


def that_bear(found: Iterable[Dispute], how: str) -> Iterator[Dispute]:
    """The disputes whose sides bear on each other, each with what the model said in its rule."""
    for dispute in found:
        sides = [side.text[:LONGEST] for side in dispute.positions[:MOST_SIDES]]
        model = inference_model()
        said = [model.between(one, other) for one, other in combinations(sides, 2)]
        against, same = max(item.contradiction for item in said), max(item.entailment for item in said)
        if (against if how == CONTRARY else max(against, same)) >= LEAST_BEARING[how]:
            rule = f"{dispute.provenance.rule}; {NAME}: contradiction {against:.2f}, same {same:.2f}"
            yield replace(dispute, provenance=replace(dispute.provenance, rule=rule))
