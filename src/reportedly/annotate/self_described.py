"""The speaker of a speech whose text gives no name, by what he or she says of the office: `as President, I must …`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reportedly.annotate.mention_context import Scene, quoted_tokens
from reportedly.annotate.name_merging import Cluster
from reportedly.annotate.name_words import TITLE_MODIFIERS, TITLE_NOUNS
from reportedly.annotate.names import Name, name_of_tokens
from reportedly.annotate.parse import Block
from reportedly.records.annotation import EntityKind
from reportedly.text.normalise import fold

if TYPE_CHECKING:
    from spacy.tokens import Token

_OFFICES = TITLE_NOUNS | frozenset("guest host guest-of-honour".split())
_NEAR = 4
"""Words between the office and the `I` that it describes, or before it."""
_FEWEST = 8
"""How often `I` stands outside quotation marks before a text is taken for one person's speech."""


def introduce_speaker(scene: Scene) -> int | None:
    """Index of the entity of which the text's own voice says that it speaks as such; None where it does not."""
    mine = [(block, token) for block, token in scene.tokens("PRON") if token.lower_ in ("i", "me")]
    if len(mine) < _FEWEST:
        return None
    marked = {block.zone.start: quoted_tokens(block) for block, _ in mine}
    own = [(block, token) for block, token in mine if token.i not in marked[block.zone.start]]
    if len(own) < _FEWEST:
        return None
    offices = [office for block, token in own if (office := _office_beside(scene, block, token)) is not None]
    if not offices or len({fold(name.text) for name in offices}) > 1:
        return None
    speaker = Cluster(EntityKind.PERSON)
    for name in {name.start: name for name in offices}.values():
        speaker.add(name)
    return scene.introduce(speaker)


def _office_beside(scene: Scene, block: Block, pronoun: Token) -> Name | None:
    """`As President, I …`; `It gives me pleasure to be here as the Chief Guest`."""
    for token in pronoun.sent:
        if token.lower_ != "as":
            continue
        first = token.i + 1
        while first < pronoun.sent.end and token.doc[first].lower_ in ("the", "your"):
            first += 1
        last = first
        while last < pronoun.sent.end and token.doc[last].text[:1].isupper() \
                and not scene.is_taken(block, token.doc[last]):
            last += 1
        words = [word.lower_ for word in token.doc[first:last]]
        if not words or words[-1] not in _OFFICES or not set(words[:-1]) <= TITLE_MODIFIERS | TITLE_NOUNS:
            continue
        ahead = 0 <= pronoun.i - last <= 1 and (pronoun.i == last or token.doc[last].text == ",")
        behind = pronoun.i < token.i and not any(word.dep_ == "nsubj" for word in token.doc[pronoun.i + 1:token.i])
        if ahead or behind:
            return name_of_tokens(block, first, last - 1, EntityKind.PERSON)
    return None
