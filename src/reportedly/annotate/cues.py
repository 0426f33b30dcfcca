"""The lexicon of cues: what a word of saying does with what is said.

Kept as a table in `cues.tsv`: one row a lemma and class, with the frames in which the lemma is a cue.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from reportedly.records.annotation import CueClass


@dataclass(frozen=True, slots=True)
class Cue:
    """What a lemma does in one frame."""

    lemma: str
    cue_class: CueClass
    distance: str
    """`neutral`, or `distanced` where the word itself stands back from the content ("claimed")."""


CLAUSE, QUOTATION, INFINITIVE, OBJECT, COMPLEMENT, NOUN = "c", "q", "x", "o", "k", "n"
"""Frames: "said that …", "“…,” she continued" (words in marks only), "vowed to …", "denied the charge", "called it a
sham", "the claim that …"."""

UNTRUE = frozenset("""groundless false untrue baseless unfounded fake fabricated wrong incorrect
inaccurate nonsense lie lies fiction hoax misinformation disinformation misleading
ridiculous absurd preposterous rumor rumors rumour rumours propaganda
unsubstantiated slander slanderous defamatory""".split())
"""What one calls a claim that one denies."""


@cache
def lexicon() -> Mapping[tuple[str, str], Cue]:
    """Cues by lemma and frame; frames are the constants above or `p:PREPOSITION` ("spoke of …")."""
    table: dict[tuple[str, str], Cue] = {}
    text = files("reportedly.annotate").joinpath("cues.tsv").read_text(encoding="utf-8")
    rows = [line.split("\t") for line in text.splitlines() if line and not line.startswith("#")]
    for lemma, cue_class, frames, distance in rows[1:]:
        for frame in frames.split(" "):
            table.setdefault((lemma, frame), Cue(lemma, CueClass(cue_class), distance))
    return table


def cue_for(lemma: str, frame: str) -> Cue | None:
    """The cue of a lower-case lemma in a frame; None where it is none."""
    return lexicon().get((lemma, frame))


def is_cue(lemma: str) -> bool:
    """True when the lemma is a cue in some frame."""
    return lemma in _lemmas()


@cache
def _lemmas() -> frozenset[str]:
    return frozenset(lemma for lemma, _ in lexicon())
