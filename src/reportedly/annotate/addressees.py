"""Who is spoken to by name: `Thank you, Mr. Tern`, `Jane, you are a friend`."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from reportedly.annotate.mention_context import Scene
from reportedly.annotate.names import Name
from reportedly.annotate.parse import Block
from reportedly.records.annotation import EntityKind

if TYPE_CHECKING:
    from spacy.tokens import Span, Token

_SPOKEN_TO = frozenset("you your yours yourself".split())
_THANKS = frozenset("you much".split())
_ENDS = frozenset(",.!?;—–-")


def addressees(scene: Scene, block: Block) -> Mapping[int, int]:
    """By token index, who is meant by each `you` and `your` of a sentence that calls one person by name."""
    called = _called(scene, block)
    out: dict[int, int] = {}
    for sentence in block.doc.sents if called else ():
        number = called.get(sentence.start)
        if number is not None:
            out |= {token.i: number for token in sentence if token.lower_ in _SPOKEN_TO}
    return out


def _called(scene: Scene, block: Block) -> dict[int, int]:
    """By the start of each sentence, the one person that it addresses."""
    found: dict[int, set[int]] = {}
    for number, cluster in enumerate(scene.clusters):
        if cluster.kind is EntityKind.PERSON:
            for name in cluster.names:
                if name.block.zone.start == block.zone.start and _is_address(block.doc[name.first_token].sent, name):
                    found.setdefault(block.doc[name.first_token].sent.start, set()).add(number)
    return {start: next(iter(numbers)) for start, numbers in found.items() if len(numbers) == 1}


def _is_address(sentence: Span, name: Name) -> bool:
    """Set off by commas at the head of a sentence that says `you` after it, or at its end after `thank you`."""
    doc = sentence.doc
    first = next(token.i for token in doc if token.idx + name.block.zone.start >= name.title_start)
    before = doc[first - 1] if first > sentence.start and not doc[first - 1].is_quote else None
    after = doc[name.last_token + 1] if name.last_token + 1 < sentence.end else None
    if after is not None and after.text not in _ENDS:
        return False
    if before is None or (before.i == sentence.start and before.lower_ in ("and", "so", "but", "well", "now")) or \
            (before.text == "," and before.i - sentence.start <= 2 and _is_opening(sentence, before)):
        return after is not None and after.text == "," and doc[name.last_token].dep_ not in ("nsubj", "nsubjpass") \
            and any(token.lower_ in _SPOKEN_TO for token in sentence[name.last_token + 1 - sentence.start:])
    thanked = before.text == "," and before.i > sentence.start and doc[before.i - 1].lower_ in _THANKS
    return thanked or (before.lower_ == "you" and after is not None and doc[before.i - 1].lower_ == "thank")


def _is_opening(sentence: Span, comma: Token) -> bool:
    return all(token.lower_ in ("and", "so", "but", "well", "now", "—", "dear") or token.is_punct
               for token in sentence.doc[sentence.start:comma.i])
