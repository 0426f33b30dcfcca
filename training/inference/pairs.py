"""Pairs of sentences with a label, and how two texts become what the network reads.

Needs no torch: the runner and the trainer share it, so both read the same pieces.
"""

from __future__ import annotations

import gzip
import hashlib
import json
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

TRAIN = ("lingnli.train", "wiki-nli.train", "fever.train", "climate-fever.train", "cad-snli.train")
DEV = ("lingnli.dev", "snli.dev", "fever.dev", "fever-symmetric.dev", "fool-me-twice.dev", "climate-fever.dev",
       "cad-snli.dev")
HALVED = "snli.dev"
"""The one dev set of which half of the premises may be trained on."""
TRAINED_HALF, KEPT_HALF = "snli.dev/trained", "snli.dev/kept"
_PLAIN = re.compile(r"[\W_]+")


@dataclass(frozen=True, slots=True)
class Pair:
    """Two texts, and how the first bears on the second."""

    first: str
    """The premise, or the evidence."""
    second: str
    label: str
    """One of `LABELS`; empty where nobody said."""
    part: str
    """Which file it is from: `lingnli.train`."""
    about: str = ""
    """For a pair made from another by a rule: that one's first text."""

    @property
    def origin(self) -> str:
        """The text of people's that the pair is about."""
        return self.about or self.first


def digest(path: Path) -> str:
    """SHA-256 of a file."""
    return hashlib.sha256(path.read_bytes()).hexdigest()


def lines_of(path: Path) -> Iterator[dict[str, str]]:
    """The rows of a JSONL file, gzipped or not."""
    with gzip.open(path, "rt", encoding="utf-8") if path.suffix == ".gz" else path.open(encoding="utf-8") as lines:
        yield from (json.loads(line) for line in lines if line.strip())


def read_part(folder: Path, part: str) -> list[Pair]:
    """The pairs of one file of the bench."""
    return [Pair(row["premise"], row["hypothesis"], row["label"], part)
            for row in lines_of(folder / f"{part}.jsonl.gz")]


def folded(text: str) -> str:
    """Letters and digits alone: two texts that differ in no word are one."""
    return _PLAIN.sub("", text.lower())


def halves(pairs: Iterable[Pair], taken: Iterable[Pair]) -> tuple[list[Pair], list[Pair]]:
    """SNLI's dev in two by premise: what may be trained on and what is reported.

    `taken`: pairs of other dev sets; a premise that is theirs too is never trained on.
    """
    others = {folded(pair.first) for pair in taken}
    found: dict[str, list[Pair]] = {TRAINED_HALF: [], KEPT_HALF: []}
    for pair in pairs:
        plain = folded(pair.first)
        odd = hashlib.sha256(plain.encode()).digest()[0] % 2
        half = TRAINED_HALF if odd and plain not in others else KEPT_HALF
        found[half].append(replace(pair, part=half))
    return found[TRAINED_HALF], found[KEPT_HALF]


def apart(train: Iterable[Pair], dev: Iterable[Pair]) -> list[Pair]:
    """Training pairs that share no claim and no evidence with `dev`, nor hold its evidence among more."""
    dev = list(dev)
    seconds = {folded(pair.second) for pair in dev}
    firsts = {folded(pair.first) for pair in dev} - {""}
    whole = [(pair, folded(pair.first)) for pair in train if folded(pair.second) not in seconds]
    return [pair for pair, evidence in whole if not any(plain in evidence for plain in firsts)]


def group_of(pair: Pair) -> int:
    """A number that pairs about the same text share, those made by rules with those they are made from."""
    return int.from_bytes(hashlib.sha256(folded(pair.origin).encode()).digest()[1:5], "big")


def counted(pairs: Sequence[Pair]) -> Mapping[str, int]:
    """How many pairs of each part."""
    found: dict[str, int] = {}
    for pair in pairs:
        found[pair.part] = found.get(pair.part, 0) + 1
    return found
