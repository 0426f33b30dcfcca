"""Who speaks the words in quotation marks: the person of whom the sentence around them says that he or she speaks."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from reportedly.annotate.mention_context import Scene
from reportedly.annotate.parse import Block
from reportedly.records.annotation import EntityKind

if TYPE_CHECKING:
    from spacy.tokens import Token

_SAYING = frozenset("""say add tell recall insist write explain ask reply note warn admit joke argue continue remark
comment observe state declare respond quip concede complain tweet recount""".split())
_REACH = 14
"""Tokens from a verb of saying to the words it is said with, at most."""
_STOPS = frozenset(".!?")


def is_saying(token: Token) -> bool:
    """A verb that words are quoted with."""
    return token.lemma_ in _SAYING


def speakers(scene: Scene, block: Block, quoted: frozenset[int]) -> Mapping[int, int]:
    """By the index of each quoted token, who speaks it; tokens of unknown speakers, and of bodies, are left out.

    A quotation without a verb of its own goes on with what the one before it said; where the paragraph tells of one
    speaker only, all of it is that one's.
    """
    if not quoted:
        return {}
    verbs = {token.i: _subject(scene, block, token) for token in block.doc
             if token.i not in quoted and token.pos_ == "VERB" and is_saying(token)}
    out: dict[int, int] = {}
    last: int | None = None
    only = next(iter(verbs.values())) if len(set(verbs.values())) == 1 else None
    for first, end in _stretches(quoted):
        verb = _verb_beside(block, quoted, verbs, first, end)
        last = only if only is not None else last if verb is None else verbs[verb]
        if last is not None and scene.clusters[last].kind is EntityKind.PERSON:
            out |= dict.fromkeys(range(first, end), last)
    return out


def _subject(scene: Scene, block: Block, verb: Token) -> int | None:
    """The subject, or the name that its noun introduces: `the coach Jane Roe said`."""
    subject = next((child for child in verb.children if child.dep_ == "nsubj"), None)
    named = [] if subject is None else [subject, *(child for child in subject.children if child.dep_ == "appos")]
    return next((number for token in named if (number := scene.named_at(block, token)) is not None), None)


def _stretches(quoted: frozenset[int]) -> list[tuple[int, int]]:
    """First token and end of each run of quoted tokens."""
    inside = sorted(quoted)
    starts = [at for at in inside if at - 1 not in quoted]
    ends = [at + 1 for at in inside if at + 1 not in quoted]
    return list(zip(starts, ends, strict=True))


def _verb_beside(block: Block, quoted: frozenset[int], verbs: Mapping[int, int | None], first: int, end: int,
                 ) -> int | None:
    """The nearest verb of saying outside the marks with no end of a sentence between: after the words, else before."""
    near = [(abs(verb - (first if verb < first else end)), verb < first, verb) for verb in verbs
            if not _is_parted(block, quoted, min(verb, end - 1), max(verb, first))]
    near = [item for item in near if item[0] <= _REACH]
    return min(near)[2] if near else None


def _is_parted(block: Block, quoted: frozenset[int], first: int, last: int) -> bool:
    return any(word.text in _STOPS and word.i not in quoted for word in block.doc[first:last])
