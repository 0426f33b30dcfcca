"""More pairs made from those of people, by rules: turned round, a name or number changed, and pairs without a label.

A claim alone often gives its label away (annotators deny with "only" and "never"). Where a name or number of a true
claim is changed in the claim, in the evidence or in both, the same claim stands with both labels, and only comparing
the two texts tells which (as FEVER-Symmetric was made by hand; Schuster et al. 2019).
"""

from __future__ import annotations

import random
import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from itertools import pairwise

from training.inference.pairs import Pair, group_of

ROUND, CHANGED, UNKNOWN = "turned round", "changed", "unlabelled"
CHANGEABLE = ("fever.train", "wiki-nli.train", "lingnli.train")
_NAME = re.compile(r"\b[A-Z][\w'’-]*(?: [A-Z][\w'’-]*)*|\b\d+(?:[.,]\d+)*\b")
Pool = Mapping[tuple[str, int], Sequence[str]]


def turned_round(pairs: Iterable[Pair]) -> list[Pair]:
    """Contradictions the other way: what denies is denied."""
    return [Pair(pair.second, pair.first, pair.label, ROUND, pair.origin) for pair in pairs
            if pair.label == "contradiction" and len(pair.first) < 3 * len(pair.second)]


def _shape(name: str) -> tuple[str, int]:
    """What may stand in for what: numbers for numbers of as many digits, names for names of as many words."""
    return ("number", len(name)) if name[0].isdigit() else ("name", name.count(" ") + 1)


def names_of(text: str) -> list[str]:
    """Names and numbers as written; a capital that only begins the sentence counts where more than one word has it."""
    return [found.group() for found in _NAME.finditer(text)
            if found.start() or " " in found.group() or found.group()[0].isdigit()]


def pool_of(pairs: Iterable[Pair]) -> Pool:
    """All names and numbers of the second texts, by shape, in a fixed order."""
    found: dict[tuple[str, int], dict[str, None]] = defaultdict(dict)
    for pair in pairs:
        for name in names_of(pair.second):
            found[_shape(name)][name] = None
    return {shape: list(names) for shape, names in found.items()}


def changed(pair: Pair, pool: Pool, rng: random.Random) -> list[Pair]:
    """Three pairs of a true one with a name in both texts: changed in the claim, in the evidence, in both.

    Nothing where no name but the claim's subject stands in both: about another subject the evidence says nothing.
    """
    shared = [name for name in names_of(pair.second) if _stands(name, pair.first)]
    shared = [name for name in shared if not pair.second.startswith(name)]
    if pair.label != "entailment" or not shared:
        return []
    name = rng.choice(shared)
    others = [other for other in rng.sample(pool[_shape(name)], min(8, len(pool[_shape(name)])))
              if not _stands(other, pair.first) and not _stands(other, pair.second)]
    if not others:
        return []
    first, second = _replaced(pair.first, name, others[0]), _replaced(pair.second, name, others[0])
    return [Pair(pair.first, second, "contradiction", CHANGED, pair.origin),
            Pair(first, pair.second, "contradiction", CHANGED, pair.origin),
            Pair(first, second, "entailment", CHANGED, pair.origin)]


def _stands(name: str, text: str) -> bool:
    return re.search(rf"(?<!\w){re.escape(name)}(?!\w)", text) is not None


def _replaced(text: str, name: str, other: str) -> str:
    return re.sub(rf"(?<!\w){re.escape(name)}(?!\w)", lambda _: other, text)


def all_changed(pairs: Sequence[Pair], seed: int) -> list[Pair]:
    """`changed` of every pair of `CHANGEABLE`, names drawn from the pair's own file."""
    made: list[Pair] = []
    for part in CHANGEABLE:
        own = [pair for pair in pairs if pair.part == part]
        pool, rng = pool_of(own), random.Random(seed)
        made += [new for pair in own for new in changed(pair, pool, rng)]
    return made


def unlabelled(pairs: Sequence[Pair], seed: int) -> list[Pair]:
    """Pairs for a teacher to label: entailments and neutrals turned round, and two claims about one text."""
    rng = random.Random(seed)
    made = [Pair(pair.second, pair.first, "", UNKNOWN, pair.origin) for pair in pairs
            if pair.label != "contradiction" and len(pair.first) < 3 * len(pair.second)]
    about: dict[int, list[Pair]] = defaultdict(list)
    for pair in pairs:
        about[group_of(pair)].append(pair)
    for claims in about.values():
        rng.shuffle(claims)
        made += [Pair(one.second, other.second, "", UNKNOWN, one.origin)
                 for one, other in pairwise(claims) if one.second != other.second]
    return made
