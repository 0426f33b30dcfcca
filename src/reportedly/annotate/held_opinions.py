"""Opinions that hang on a person and no verb of saying: `To Jane Roe, head of the board, that is a mistake.`"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from reportedly.annotate.found import Found, piece, runs, without
from reportedly.annotate.sources import phrase_of
from reportedly.records.annotation import CueClass

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

OPINION_RULE = "opinion held"
_HOLDERS = frozenset("critic supporter opponent detractor advocate activist campaigner sceptic skeptic".split())
"""People whose part in a matter is to have an opinion of it; `to the eye`, `to this day` holds none."""
_JUDGED = frozenset({"it", "that", "this", "these", "those", "they"})


def held_opinions(doc: Doc) -> Iterator[Found]:
    """One attribution for each sentence that opens with `To` a person and judges what was told before."""
    for sentence in doc.sents:
        opener = sentence[0]
        holder = next((child for child in opener.children if child.dep_ == "pobj"), None)
        if opener.lower_ == "to" and holder is not None and _has_opinions(holder) and _is_judgement(opener.head):
            source, cue = phrase_of(holder), piece(doc, opener.i, opener.i)
            own = {word.i for word in opener.subtree}
            content = runs(doc, [word for word in opener.head.subtree if word.i not in own])
            yield Found(source=source, cue=(cue,), content=without(content, (*source, cue)), negated=False, lemma="to",
                        cue_class=CueClass.ASSERT, distance="neutral", rule=OPINION_RULE, head=opener.i)


def _has_opinions(holder: Token) -> bool:
    return holder.ent_type_ == "PERSON" or holder.lemma_.lower() in _HOLDERS


def _is_judgement(verb: Token) -> bool:
    """True for `that is …`, `it’s …`."""
    return verb.lower_ in {"is", "was", "are", "were", "’s", "'s"} and any(
        child.dep_ == "nsubj" and child.lower_ in _JUDGED for child in verb.children)
