"""Whose turn a paragraph of a transcript is: `JANE ROE: …`, or `THE PRESIDENT:` on a line of its own."""

from __future__ import annotations

import re
from collections.abc import Mapping

from reportedly.annotate.labels import LONGEST_LABEL
from reportedly.annotate.mention_context import Scene
from reportedly.annotate.parse import Block, text_of
from reportedly.annotate.speaker_words import is_rubric
from reportedly.annotate.transcripts import transcript_turns
from reportedly.records.annotation import EntityKind
from reportedly.text.normalise import fold

_ALONE = re.compile(r"(?P<who>[^\W\d_][^:.!?\n“”\"]{1,60}):\s*")
_FEWEST = 2
"""Lines with nothing but a label from which a report is a transcript set out so."""


def turn_speakers(scene: Scene) -> Mapping[int, int | None]:
    """By the start of each paragraph in labelled turns, the speaker's index; None where its label names nobody known.

    Empty for a report without labelled turns.
    """
    blocks = scene.parse.blocks
    found = {blocks[place].zone.start: _named(scene, blocks[place], *turn.source[0])
             for place, turn in transcript_turns(blocks).items()}
    alone = [at for at, block in enumerate(blocks) if _is_label(block)]
    if len(alone) < _FEWEST:
        return found
    for at, end in zip(alone, [*alone[1:], len(blocks)], strict=True):
        label = text_of(blocks[at].doc).rstrip(" :")
        speaker = _named(scene, blocks[at], 0, len(label))
        speaker = _in_office(scene, label) if speaker is None else speaker
        found |= {block.zone.start: speaker for block in blocks[at + 1:end]}
    return found


def _is_label(block: Block) -> bool:
    """A line in capitals that ends in a colon and has nothing after it."""
    match = _ALONE.fullmatch(text_of(block.doc))
    return match is not None and match["who"].isupper() and not is_rubric(match["who"]) \
        and len(match["who"].split()) <= LONGEST_LABEL


def _named(scene: Scene, block: Block, start: int, end: int) -> int | None:
    """The one person whom the label names."""
    named = {scene.named_at(block, token) for token in block.doc if start <= token.idx < end} - {None}
    people = [number for number in named if number is not None and scene.clusters[number].kind is EntityKind.PERSON]
    return people[0] if len(people) == 1 else None


def _in_office(scene: Scene, label: str) -> int | None:
    """The one person of the report who holds the office that the label gives: `THE VICE PRESIDENT`."""
    office = fold(label).removeprefix("the ")
    holders = [number for number, cluster in enumerate(scene.clusters) if cluster.kind is EntityKind.PERSON
               and any(fold(role).removeprefix("the ") == office for role in cluster.roles)]
    return holders[0] if len(holders) == 1 else None
