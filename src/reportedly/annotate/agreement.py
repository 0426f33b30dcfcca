"""Verbs that cannot be said of the noun the parser gave them: one who "claims" is not "172 of them"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from reportedly.annotate.found import Found, touches, without
from reportedly.annotate.parse import text_of
from reportedly.annotate.quoted_speech import trimmed

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

_MANY = frozenset({"NNS", "NNPS"})
_ONE = frozenset({"NN", "NNP"})
_ONE_PERSON = frozenset({"he", "she", "it"})


def with_agreeing_sources(doc: Doc, found: Sequence[Found]) -> list[Found]:
    """`X suspects that A, as 172 of them met, and claims that B`: it is X who claims, and A ends before it."""
    out = list(found)
    for at, inner in enumerate(found):
        joint = _joint(doc, inner)
        if joint is None or not _is_many(_source_head(doc, inner)):
            continue
        for other, outer in enumerate(out):
            if outer is not inner and touches(outer.content, *inner.cue[0]) and _is_said_by_one(doc, outer):
                kept = without(outer.content, [(joint, len(text_of(doc)))])
                out[at] = replace(inner, source=outer.source)
                out[other] = outer.with_content(trimmed(kept, text_of(doc)))
                break
    return out


def _joint(doc: Doc, item: Found) -> int | None:
    """Where the `and` before a joined verb in the singular begins; None for other cues."""
    verb = doc[item.head] if 0 <= item.head < len(doc) else None
    if verb is None or not item.cue or verb.tag_ != "VBZ" or verb.dep_ != "conj" or verb.i == 0:
        return None
    before = verb.nbor(-1)
    return int(before.idx) if before.dep_ == "cc" else None


def _source_head(doc: Doc, item: Found) -> Token | None:
    words = doc.char_span(*item.source[0], alignment_mode="expand") if item.source else None
    return words.root if words is not None else None


def _is_many(head: Token | None) -> bool:
    return head is not None and (head.tag_ in _MANY or (head.tag_ == "CD" and head.lower_ not in {"one", "1"}))


def _is_said_by_one(doc: Doc, item: Found) -> bool:
    head, verb = _source_head(doc, item), doc[item.head] if 0 <= item.head < len(doc) else None
    return head is not None and verb is not None and verb.tag_ == "VBZ" \
        and (head.tag_ in _ONE or head.lower_ in _ONE_PERSON)
