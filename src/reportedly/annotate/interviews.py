"""Whose `I` stands outside quotation marks: the person interviewed, or the person whose speech the report prints."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

from reportedly.annotate.labels import is_transcript
from reportedly.annotate.mention_context import Scene
from reportedly.annotate.names import Name
from reportedly.annotate.parse import Block, text_of
from reportedly.annotate.self_described import introduce_speaker
from reportedly.annotate.spoken_for import body_of, pair_of
from reportedly.records.annotation import EntityKind
from reportedly.records.article import ZoneKind

if TYPE_CHECKING:
    from spacy.tokens import Token

_TALK = re.compile(r"\binterview(?:s|ed|ing|ee)?\b|\b(?:spoke|speaks|talked|talks|sat down|caught up) (?:with|to)\b|"
                   r"\b(?:tells|told) \w+ about\b", re.IGNORECASE)
_SPEECH = re.compile(r"^(?:\S+ ){0,3}?(?:speech|address|remarks|statement|testimony|letter) (?:by|from)\b|"
                     r"['’]s (?:\w+ ){0,2}(?:speech|address|remarks|statement|testimony)\b|"
                     r"\b(?:delivered|gave) (?:\w+ ){0,2}(?:speech|address|remarks|statement|testimony)\b|"
                     r"\b(?:floor|maiden|inaugural|keynote) (?:speech|address|remarks)\b", re.IGNORECASE)
_DELIVERED = re.compile(r"\b(?:delivered|gave) (?:\w+ ){0,2}(?:speech|address|remarks|statement|testimony)\b",
                        re.IGNORECASE)
_CREDIT = re.compile(r"\b(?:image|photo|photograph|picture|video|audio|file|credit|by)s?(?: by)?\s*[:;]\s*$",
                     re.IGNORECASE)
_MANY = re.compile(r"\binterview(?:s|ed)? (?:with )?(?:the )?(?:two |three )?(?:\w+ )?(?:owners|founders|brothers|"
                   r"sisters|members|partners|authors|creators)\b", re.IGNORECASE)
"""Several answer."""
_FEWEST_QUESTIONS = 3
"""Paragraphs that end in a question before a report is an interview set out as question and answer; one less where
it says so."""
_MANY_I = 8
"""How often a report says `I` before the only person named at its head, once, is taken for the speaker."""
_LONGEST_HEAD = 4
"""Lines at the head of a speech in which the speaker is named."""
_LONGEST_OPENING = 12
"""Paragraphs before the first question in which the person interviewed is named."""
_LONGEST_REMARK = 45
"""Words of what an interviewer says without a question mark, at most."""
_HEADLINES = frozenset({ZoneKind.TITLE, ZoneKind.SUBTITLE, ZoneKind.HEADING})
_CLOSING = " \t\u00a0”\"’'»)"


@dataclass(frozen=True, slots=True)
class FirstPerson:
    """Who says `I` in a report's own voice, and from which paragraph on."""

    referent: int | None
    """Index in `Scene.clusters`; None where several answer and who does is not told."""
    first: int
    """Start of the first paragraph in that person's voice."""
    asked: frozenset[int] = frozenset()
    """Starts of the paragraphs that are an interviewer's, whose `you` is this person."""
    together: int | None = None
    """Whom `we` means: the body this person speaks for, or both who answer; None where it may be anybody."""
    others: tuple[int, ...] = ()
    """The people who answer together."""

    def speaker_in(self, scene: Scene, block: Block) -> int | None:
        """Who says `I` in this answer: of two who answer together the one who gives the own name, else the one whom it
        does not name."""
        if self.referent is not None or len(self.others) != 2:
            return self.referent
        introduced = next((number for token in block.doc
                           if (number := _introduced(scene, block, token)) is not None), None)
        named = [number for number in self.others if number in _people_in(scene, block)]
        if introduced is None and len(named) == 1:
            return next(number for number in self.others if number not in named)
        return introduced if introduced in self.others else None


def first_person(scene: Scene) -> FirstPerson | None:
    """The one person interviewed, or the one whose speech it is; None in any other report.

    A report with labelled turns tells by its labels who speaks.
    """
    blocks = scene.parse.blocks
    if not blocks or is_transcript(block.doc for block in blocks if block.zone.kind not in _HEADLINES):
        return None
    return _interviewed(scene, blocks) or _orator(scene, blocks) or _in_office(scene, blocks)


def _in_office(scene: Scene, blocks: Sequence[Block]) -> FirstPerson | None:
    """A speaker of whom the text tells the office alone."""
    speaker = introduce_speaker(scene)
    return None if speaker is None else FirstPerson(speaker, blocks[0].zone.start)


def _is_question(block: Block) -> bool:
    return text_of(block.doc).rstrip(_CLOSING).endswith("?")


def _is_spoken(block: Block) -> bool:
    return any(token.lower_ in ("i", "you") for token in block.doc)


def _asked(blocks: Sequence[Block]) -> frozenset[int]:
    """Starts of what the interviewer says: questions, and short remarks to `you` that a longer paragraph answers; no
    answer that only asks back."""
    out = set()
    for block, after in zip(blocks, [*blocks[1:], None], strict=True):
        words = Counter(token.lower_ for token in block.doc)
        to_other = words["you"] + words["your"]
        if words["i"] + words["me"] + words["my"] > to_other:
            continue
        is_remark = to_other and after is not None and len(block.doc) <= _LONGEST_REMARK \
            and len(after.doc) >= 2 * len(block.doc)
        if _is_question(block) or is_remark:
            out.add(block.zone.start)
    return frozenset(out)


def _introduced(scene: Scene, block: Block, token: Token) -> int | None:
    """`I'm Jane Roe`."""
    if token.lower_ != "i" or token.dep_ != "nsubj" or token.head.lemma_ not in ("be", "'m", "’m"):
        return None
    return next((scene.named_at(block, child) for child in token.head.children if child.dep_ == "attr"), None)


def _interviewed(scene: Scene, blocks: Sequence[Block]) -> FirstPerson | None:
    """The person of whom the opening says that he or she was interviewed, else the one it names."""
    questions = [at for at, block in enumerate(blocks) if _is_question(block) and block.zone.kind not in _HEADLINES]
    if not questions or questions[0] > _LONGEST_OPENING:
        return None
    opening = blocks[:questions[0]]
    talks = [block for block in opening if _TALK.search(text_of(block.doc))]
    if len(questions) < (_FEWEST_QUESTIONS - 1 if talks else _FEWEST_QUESTIONS):
        return None
    if any(_are_joined(scene, block) or _MANY.search(text_of(block.doc)) for block in talks):
        return _joint(scene, blocks[questions[0]:], talks)
    person = next((found for block in talks if (found := _one_person(scene, block)) is not None), None)
    person = _foremost(scene, opening) if person is None else person
    if person is None:
        return None
    named = [at for at, block in enumerate(opening) if person in _people_in(scene, block) and not _is_spoken(block)]
    talk = blocks[named[-1] + 1 if named else questions[0]:]
    return FirstPerson(person, talk[0].zone.start, asked=_asked(talk), together=body_of(scene, person))


def _joint(scene: Scene, talk: Sequence[Block], opening: Sequence[Block]) -> FirstPerson | None:
    """Two who answer together; None where no `Jane and I` tells that they do."""
    pair = pair_of(scene)
    if pair is None:
        return None
    people = {number for block in opening for number in _people_in(scene, block)}
    people |= {number for block in talk for token in block.doc
               if (number := _introduced(scene, block, token)) is not None}
    return FirstPerson(None, talk[0].zone.start, asked=_asked(talk), together=scene.introduce(pair),
                       others=tuple(sorted(people)))


def _orator(scene: Scene, blocks: Sequence[Block]) -> FirstPerson | None:
    """Of a line at the head such as `Remarks by Jane Roe at the opening of the bridge`."""
    for told in (_DELIVERED, _SPEECH):
        for block, after in pairwise(blocks[:_LONGEST_HEAD + 1]):
            match = told.search(text_of(block.doc))
            person = _one_person(scene, block, match.start() if told is _DELIVERED else None) if match else None
            if person is not None:
                return FirstPerson(person, after.zone.start)
    return None


def _foremost(scene: Scene, blocks: Sequence[Block]) -> int | None:
    """The one person that the opening names in full, or names twice as often as all others; not who took a picture."""
    counts: Counter[int] = Counter()
    full = set()
    for block in blocks:
        text = text_of(block.doc)
        for number, names in _people_in(scene, block).items():
            kept = [name for name in names if not _CREDIT.search(text[:name.start - block.zone.start])]
            counts[number] += len(kept)
            full |= {number for name in kept if " " in name.text}
    named = [(number, count) for number, count in counts.most_common() if number in full]
    if not named or (len(named) > 1 and named[0][1] < 2 * named[1][1]):
        return None
    return named[0][0] if named[0][1] > 1 or _says_i_often(scene) else None


def _says_i_often(scene: Scene) -> bool:
    return sum(token.lower_ == "i" for _, token in scene.tokens("PRON")) >= _MANY_I


def _one_person(scene: Scene, block: Block, end: int | None = None) -> int | None:
    """The person this paragraph names (before `end`, where given), if it is only one; of two joined by `and` neither
    speaks alone."""
    people = {number: names for number, names in _people_in(scene, block).items()
              if end is None or names[0].start < block.zone.start + end}
    return next(iter(people)) if len(people) == 1 and not _are_joined(scene, block) else None


def _are_joined(scene: Scene, block: Block) -> bool:
    """`an interview with Jane Roe and Joan Tern`: two people, one of them maybe not known as a name."""
    for names in _people_in(scene, block).values():
        for name in names:
            after = list(block.doc[name.last_token + 1:name.last_token + 3])
            if len(after) == 2 and after[0].lower_ in {"and", "&"} and after[1].pos_ == "PROPN":
                return True
    return False


def _people_in(scene: Scene, block: Block) -> dict[int, list[Name]]:
    """The people a paragraph names, with the places."""
    found: dict[int, list[Name]] = {}
    for number, cluster in enumerate(scene.clusters):
        if cluster.kind is EntityKind.PERSON:
            names = [name for name in cluster.names if block.zone.start <= name.start < block.zone.end]
            if names:
                found[number] = names
    return found
