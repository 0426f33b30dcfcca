"""Who is spoken to by name: `Thank you, Mr. Tern`, `Jane, you are a friend`."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from reportedly.annotate.mention_context import Scene
from reportedly.annotate.names import Name
from reportedly.records.annotation import EntityKind

if TYPE_CHECKING:
    from spacy.tokens import Span, Token

SPOKEN_TO = frozenset("you your yours yourself".split())
_THANKS = frozenset("you much".split())
_ENDS = frozenset(",.!?;—–-")
_OPENING = frozenset("and so but well now".split())


def addressees(scene: Scene) -> Mapping[tuple[int, int], int]:
    """By block's start and token index, who is meant by `you` and `your` in a sentence that calls one person by name.
    """
    called: dict[tuple[int, int], set[int]] = {}
    sentences: dict[tuple[int, int], Span] = {}
    for number, cluster in enumerate(scene.clusters):
        for name in cluster.names if cluster.kind is EntityKind.PERSON else ():
            sentence = name.block.doc[name.first_token].sent
            if _is_address(sentence, name):
                key = name.block.zone.start, sentence.start
                sentences[key] = sentence
                called.setdefault(key, set()).add(number)
    return {(start, token.i): next(iter(called[start, first])) for (start, first), sentence in sentences.items()
            for token in sentence if token.lower_ in SPOKEN_TO and len(called[start, first]) == 1}


def _is_address(sentence: Span, name: Name) -> bool:
    """Set off by commas at the head of a sentence that says `you` after it, or at its end after `thank you`."""
    doc = sentence.doc
    first = next(token.i for token in doc if token.idx + name.block.zone.start >= name.title_start)
    before = doc[first - 1] if first > sentence.start and not doc[first - 1].is_quote else None
    after = doc[name.last_token + 1] if name.last_token + 1 < sentence.end else None
    if after is not None and after.text not in _ENDS:
        return False
    if before is None or (before.i == sentence.start and before.lower_ in _OPENING) or \
            (before.text == "," and before.i - sentence.start <= 2 and _is_opening(sentence, before)):
        return after is not None and after.text == "," and doc[name.last_token].dep_ not in ("nsubj", "nsubjpass") \
            and any(token.lower_ in SPOKEN_TO for token in sentence[name.last_token + 1 - sentence.start:])
    thanked = before.text == "," and before.i > sentence.start and doc[before.i - 1].lower_ in _THANKS
    return thanked or (before.lower_ == "you" and after is not None and doc[before.i - 1].lower_ == "thank")


def _is_opening(sentence: Span, comma: Token) -> bool:
    return all(token.lower_ in _OPENING or token.lower_ == "dear" or token.is_punct
               for token in sentence.doc[sentence.start:comma.i])
