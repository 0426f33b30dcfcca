"""The table of what cues do, by lemma, part of speech and frame of the content: `cue_classes.tsv`, which defines each
class in its head. `cues.tsv` holds the frames in which the rules look for a cue and is asked where it has the frame.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from reportedly.annotate.cues import CLAUSE, INFINITIVE, NOUN, OBJECT, QUOTATION, Cue, cue_for
from reportedly.records.annotation import CueClass

VERB, NOUNS, ADJECTIVE, OTHER = "v", "n", "a", "r"
_PHRASE = "ph"
ANY = "*"
LONGEST_GAP = 3
"""Other words between two words of a phrase: "made it very plainly clear"."""
_OLD_FRAMES = {"that": CLAUSE, "c": CLAUSE, "whether": CLAUSE, "wh": CLAUSE, "to": INFINITIVE, "x": INFINITIVE,
               "o": OBJECT}


@dataclass(frozen=True, slots=True)
class Row:
    """What one word does in some frames."""

    frames: frozenset[str]
    cue: Cue


@dataclass(frozen=True, slots=True)
class Phrase:
    """Several words that do something together."""

    words: tuple[str, ...]
    cue: Cue


def class_of(word: str, pos: str, frames: Collection[str]) -> Cue | None:
    """What a lower-case lemma does with content of these frames; None for a word of neither table."""
    rows = _rows().get((word, pos), ())
    fitting = next((row.cue for row in rows if row.frames & set(frames)), None)
    return fitting or _of_rules(word, pos, frames) or next((row.cue for row in rows if ANY in row.frames), None) \
        or (_of_rules(word, pos, _OLD_FRAMES) if pos == VERB else None)


def is_known(word: str, pos: str) -> bool:
    """True when either table has the lemma as this part of speech."""
    return (word, pos) in _rows() or _of_rules(word, pos, _OLD_FRAMES) is not None


def phrases_from(word: str) -> Sequence[Phrase]:
    """The phrases that begin with this lemma, longest first."""
    return _phrases().get(word, ())


def _of_rules(word: str, pos: str, frames: Collection[str]) -> Cue | None:
    """What `cues.tsv` says of the lemma in the first of these frames that it has."""
    if pos == NOUNS:
        return cue_for(word, NOUN)
    if pos != VERB:
        return None
    asked = [frame if frame.startswith("p:") else _OLD_FRAMES[frame] for frame in frames
             if frame.startswith("p:") or frame in _OLD_FRAMES]
    quoted = [QUOTATION] if CLAUSE in asked else []
    return next((cue for frame in (*asked, *quoted) if (cue := cue_for(word, frame))), None)


@cache
def _rows() -> Mapping[tuple[str, str], tuple[Row, ...]]:
    table: dict[tuple[str, str], list[Row]] = {}
    for words, pos, frames, cue_class, distance in _lines():
        if pos != _PHRASE:
            row = Row(frozenset(frames.split(" ")), Cue(words, CueClass(cue_class), distance))
            table.setdefault((words, pos), []).append(row)
    return {key: tuple(rows) for key, rows in table.items()}


@cache
def _phrases() -> Mapping[str, tuple[Phrase, ...]]:
    table: dict[str, list[Phrase]] = {}
    for words, pos, _, cue_class, distance in _lines():
        if pos == _PHRASE:
            parts = tuple(words.split(" "))
            table.setdefault(parts[0], []).append(Phrase(parts, Cue(words, CueClass(cue_class), distance)))
    return {first: tuple(sorted(found, key=lambda item: (-len(item.words), item.words)))
            for first, found in table.items()}


def _lines() -> list[list[str]]:
    text = files("reportedly.annotate").joinpath("cue_classes.tsv").read_text(encoding="utf-8")
    return [line.split("\t") for line in text.splitlines() if line and not line.startswith("#")][1:]
