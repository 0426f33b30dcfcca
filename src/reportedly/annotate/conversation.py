"""Who `I`, `we` and `you` are: in quoted words, in the answers of an interview, in a speech, in labelled turns."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING

from reportedly.annotate.addressees import SPOKEN_TO, addressees
from reportedly.annotate.interviews import FirstPerson, first_person
from reportedly.annotate.mention_context import Scene
from reportedly.annotate.name_merging import Cluster
from reportedly.annotate.parse import Block, text_of
from reportedly.annotate.quoted_speakers import speakers
from reportedly.annotate.spoken_for import body_of
from reportedly.annotate.turn_speakers import turn_speakers

if TYPE_CHECKING:
    from spacy.tokens import Token

_SPEAKING = frozenset("i me my mine myself".split())
_TOGETHER = frozenset("we us our ours ourselves".split())
_QUOTES = ("\"", "“", "«", "''", "``")
_ALL_QUOTED = 0.8
"""Share of the words of a paragraph inside quotation marks from which all of it counts as quoted."""


def link_conversation(scene: Scene, quoted: Mapping[int, frozenset[int]]) -> Iterator[tuple[int, int, Cluster]]:
    """(start, end, cluster) of each such pronoun whose referent is known, in reading order.

    quoted: by the start of a paragraph, its tokens inside quotation marks. Quotations that go on in another paragraph
    are one person's. Runs after `he said` has its name.
    """
    own, last, turns = first_person(scene), None, turn_speakers(scene)
    addressed = addressees(scene)
    pronouns: dict[int, list[Token]] = defaultdict(list)
    for block, token in scene.tokens("PRON", "DET"):
        pronouns[block.zone.start].append(token)
    for block in scene.parse.blocks:
        marked = quoted[block.zone.start]
        heard = speakers(scene, block, marked)
        if not heard and text_of(block.doc)[:1] in _QUOTES and len(marked) >= _ALL_QUOTED * len(block.doc):
            heard = dict.fromkeys(marked, last) if last is not None else heard  # goes on with what was quoted before
        last = heard[max(heard)] if heard else None
        voice = _voice(scene, block, own, turns)
        for token in pronouns[block.zone.start]:
            if scene.is_taken(block, token):
                continue
            found = addressed.get((block.zone.start, token.i))
            if found is None:
                found = _quoted(scene, token, heard.get(token.i)) if token.i in marked else voice.get(token.lower_)
            if found is not None:
                yield scene.link(found, block, token, token)


def _quoted(scene: Scene, token: Token, speaker: int | None) -> int | None:
    """In quoted words `I` is who speaks, `we` the body he or she speaks for."""
    if speaker is None:
        return None
    if token.lower_ in _SPEAKING:
        return speaker
    return body_of(scene, speaker) if token.lower_ in _TOGETHER else None


def _voice(scene: Scene, block: Block, own: FirstPerson | None, turns: Mapping[int, int | None]) -> Mapping[str, int]:
    """By pronoun, whom it means in this paragraph outside quotation marks: in a labelled turn, in an answer, in a
    question that an interviewer asks."""
    me: int | None = None
    us: int | None = None
    you: int | None = None
    if block.zone.start in turns:
        me = turns[block.zone.start]
    elif own is not None and block.zone.start >= own.first:
        if block.zone.start in own.asked:
            you = own.referent
        else:
            me, us = own.speaker_in(scene, block), own.together
    meant = [(me, _SPEAKING), (us, _TOGETHER), (you, SPOKEN_TO)]
    return {word: number for number, words in meant if number is not None for word in words}
