"""Whose `I` stands outside quotation marks: the person interviewed, or the person whose speech the report prints."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from reportedly.annotate.labels import is_transcript
from reportedly.annotate.mention_context import Scene
from reportedly.annotate.parse import Block, text_of
from reportedly.records.annotation import EntityKind
from reportedly.records.article import ZoneKind

_TALK = re.compile(r"\binterview(?:s|ed|ing|ee)?\b|\b(?:spoke|speaks|talked|talks|sat down|caught up) (?:with|to)\b",
                   re.IGNORECASE)
_SPEECH = re.compile(r"^(?:\S+ ){0,3}?(?:speech|address|remarks|statement|testimony|letter) (?:by|from)\b|"
                     r"['’]s (?:\w+ ){0,2}(?:speech|address|remarks|statement|testimony)\b", re.IGNORECASE)
_FEWEST_QUESTIONS = 3
"""Paragraphs that end in a question before a report is an interview set out as question and answer."""
_LONGEST_OPENING = 12
"""Paragraphs before the first question in which the person interviewed is named."""
_HEADLINES = frozenset({ZoneKind.TITLE, ZoneKind.SUBTITLE, ZoneKind.HEADING})
_CLOSING = " \t\u00a0”\"’'»)"


@dataclass(frozen=True, slots=True)
class FirstPerson:
    """Who says `I` in a report's own voice, and from which paragraph on."""

    referent: int
    """Index in `Scene.clusters`."""
    first: int
    """Start of the first paragraph in that person's voice."""
    questioned: bool
    """The paragraphs that end in a question are an interviewer's, whose `you` is this person."""


def first_person(scene: Scene) -> FirstPerson | None:
    """The one person interviewed, or the one whose speech it is; None in any other report.

    A report with labelled turns tells by its labels who speaks.
    """
    blocks = scene.parse.blocks
    if not blocks or is_transcript(block.doc for block in blocks if block.zone.kind not in _HEADLINES):
        return None
    return _interviewed(scene, blocks) or _orator(scene, blocks)


def is_question(block: Block) -> bool:
    """True for a paragraph that ends in a question mark."""
    return text_of(block.doc).rstrip(_CLOSING).endswith("?")


def _interviewed(scene: Scene, blocks: Sequence[Block]) -> FirstPerson | None:
    questions = [at for at, block in enumerate(blocks) if is_question(block) and block.zone.kind not in _HEADLINES]
    if len(questions) < _FEWEST_QUESTIONS or questions[0] > _LONGEST_OPENING:
        return None
    talks = (_one_person(scene, block) for block in blocks[:questions[0]] if _TALK.search(text_of(block.doc)))
    person = next((found for found in talks if found is not None), None)
    return None if person is None else FirstPerson(person, blocks[questions[0]].zone.start, questioned=True)


def _orator(scene: Scene, blocks: Sequence[Block]) -> FirstPerson | None:
    """Of a first line such as `Remarks by Jane Roe at the opening of the bridge`."""
    if len(blocks) < 2 or not _SPEECH.search(text_of(blocks[0].doc)):
        return None
    person = _one_person(scene, blocks[0])
    return None if person is None else FirstPerson(person, blocks[1].zone.start, questioned=False)


def _one_person(scene: Scene, block: Block) -> int | None:
    """The person this paragraph names, if it is only one; of two joined by `and` neither speaks alone."""
    people = {number: name for number, cluster in enumerate(scene.clusters) if cluster.kind is EntityKind.PERSON
              for name in cluster.names if block.zone.start <= name.start < block.zone.end}
    if len(people) != 1:
        return None
    [(number, name)] = people.items()
    after = list(block.doc[name.last_token + 1:name.last_token + 3])
    joined = len(after) == 2 and after[0].lower_ in {"and", "&"} and after[1].pos_ == "PROPN"
    return None if joined else number
