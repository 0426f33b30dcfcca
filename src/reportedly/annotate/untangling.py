"""Attributions of one paragraph taken apart where the parser ran one into the other."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from reportedly.annotate.found import Found, Piece, PieceIndex, touches, without
from reportedly.annotate.parse import text_of
from reportedly.annotate.quoted_speech import trimmed
from reportedly.annotate.sources import own_subject

if TYPE_CHECKING:
    from spacy.tokens import Doc

_ADDING = frozenset({"add", "say", "note", "cite", "suggest", "claim", "argue", "warn", "insist"})
_FINITE = frozenset({"VBD", "VBZ", "VBP"})


def with_later_cues_freed(doc: Doc, found: list[Found]) -> list[Found]:
    """End content where a later cue starts a saying of its own that the parser hung into it.

    `X said that A, adding that B`; `X said that A would and insisted that B`; `X said that A, while Y said that B`.
    """
    out = list(found)
    index = PieceIndex(item.content for item in found)  # content is only ever cut shorter below
    for at, inner in enumerate(found):
        cut = _start_of_own_saying(doc, inner)
        if cut is None:
            continue
        start = doc[cut].idx
        for other in index.touching(start, start + 1):
            outer = out[other]
            if other == at or not outer.cue or outer.cue[0][0] >= start or not touches(outer.content, start, start + 1):
                continue
            if doc[inner.head].dep_ == "conj" and doc[outer.head].tag_ != doc[inner.head].tag_:
                continue
            kept = without(outer.content, [(start, len(text_of(doc)))])
            out[other] = outer.with_content(trimmed(kept, text_of(doc)))
            if doc[inner.head].dep_ != "advcl" or doc[inner.head].tag_ == "VBG":
                out[at] = replace(out[at], source=outer.source)
    return [item for item in out if item.content]


def _start_of_own_saying(doc: Doc, item: Found) -> int | None:
    """Index of the token where the saying of this cue starts, if it may stand beside an earlier one; else None."""
    if item.head < 1:
        return None
    verb = doc[item.head]
    if verb.tag_ == "VBG":
        return verb.i if item.lemma in _ADDING and doc[verb.i - 1].text == "," else None
    if verb.dep_ == "advcl":
        return next((child.i for child in verb.children if child.dep_ == "mark" and child.lower_ == "while"), None)
    if verb.dep_ == "conj" and verb.tag_ in _FINITE and verb.head.tag_ not in _FINITE and own_subject(verb) is None:
        before = verb.i - 1
        while before > 0 and doc[before].dep_ in {"advmod", "aux", "neg"}:
            before -= 1
        return before if doc[before].dep_ == "cc" else None
    return None


def without_each_other(found: list[Found], text: str) -> list[Found]:
    """`A said that …, B reports`: where each holds the other, the relay's words leave the content of the first."""
    out = list(found)
    cues = PieceIndex(item.cue for item in found)
    for at, item in enumerate(found):
        inside = {number for piece in item.content for number in cues.touching(*piece)}
        for relay in (found[number] for number in sorted(inside)):
            if relay is item or not relay.cue or not item.cue or relay.cue[0][0] < item.cue[0][0]:
                continue
            if touches(item.content, *relay.cue[0]) and touches(relay.content, *item.cue[0]):
                kept = without(out[at].content, (*relay.source, *relay.cue))
                out[at] = out[at].with_content(trimmed(kept, text))
    return [item for item in out if item.content]


def one_a_cue(found: list[Found]) -> list[Found]:
    """Attributions with one cue joined: two quotations around "he said"."""
    by_cue: dict[tuple[Piece, ...], Found] = {}
    for item in found:
        known = by_cue.get(item.cue)
        by_cue[item.cue] = item if known is None else known.with_content({*known.content, *item.content})
    return list(by_cue.values())
