"""Static weights of terms: how much it tells that two texts share one.

The table is counted once over news of several topics (`bench/build_term_weights.py`), never over the story at hand,
so a score depends on the two items alone and not on what else was read.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable
from functools import cache, lru_cache
from importlib.resources import files
from math import fsum, log

RAREST_RATE = 0.001
"""Rate given to a term that the table does not hold."""


@cache
def _rates() -> dict[str, float]:
    table = files("reportedly.text").joinpath("term_weights.tsv").read_text(encoding="utf-8")
    return {term: float(rate) for term, _, rate in (line.partition("\t") for line in table.splitlines()) if rate}


def weighed_terms() -> tuple[str, ...]:
    """The terms that the table holds."""
    return tuple(_rates())


@cache
def weight(term: str) -> float:
    """Inverse document frequency of a folded lemma, scaled to 0 (in every report) to 1 (in hardly any)."""
    rate = max(_rates().get(term, RAREST_RATE), RAREST_RATE)
    return log(rate) / log(RAREST_RATE)


def total(terms: Iterable[str]) -> float:
    """Sum of weights, the same in any order."""
    return fsum(map(weight, terms))


def rarest(terms: Iterable[str], count: int) -> list[str]:
    """The terms that tell most, rarest first; equal ones in order of the alphabet."""
    return sorted(set(terms), key=lambda term: (-weight(term), term))[:count]


def dice(a: Collection[str], b: Collection[str]) -> float:
    """Weighted Dice coefficient of two sets of terms, 0 to 1."""
    whole = total(set(a)) + total(set(b))
    return 2 * total(set(a) & set(b)) / whole if whole else 0.0


def containment(a: Collection[str], b: Collection[str]) -> float:
    """Weighted share of the lighter set that the other holds, 0 to 1."""
    least = min(total(set(a)), total(set(b)))
    return total(set(a) & set(b)) / least if least else 0.0


def _hashable(terms: Collection[str]) -> tuple[str, ...] | frozenset[str]:
    return terms if isinstance(terms, (tuple, frozenset)) else tuple(terms)


@lru_cache(maxsize=32_768)  # an account is compared with hundreds of others
def _weighed(terms: tuple[str, ...] | frozenset[str]) -> tuple[frozenset[str], float]:
    """The terms, each once, and the sum of their weights."""
    held = frozenset(terms)
    return held, total(held)


def similarity(a: Collection[str], b: Collection[str]) -> float:
    """Mean of Dice and containment: a short account of a thing is like a long one, though it shares less."""
    (held, first), (other, second) = _weighed(_hashable(a)), _weighed(_hashable(b))
    shared = total(held & other)
    if not shared:
        return 0.0
    return (2 * shared / (first + second) + shared / min(first, second)) / 2
