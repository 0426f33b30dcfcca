"""The words shown for an event: the sentence, or the clause that tells it when it stands by itself."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from spacy.tokens import Token

LONGEST = 220
"""Code points up to which a whole sentence is shown: about three lines of a page; longer ones are cut to the clause."""
SHORTEST_WORDS = 5
"""Words a clause needs to stand by itself; shorter ones are shown within their sentence."""
_LEAD = frozenset({"mark", "cc", "punct"})
_DETACHABLE = frozenset({"advcl", "conj", "cc", "parataxis", "relcl", "acl", "punct", "appos", "prep"})
_CLOSING = frozenset({'"', "”", "’", "'", "''", ")", "]", "%"})


def clause_of(trigger: Token, sentence: Sequence[Token], *, is_main: bool) -> list[Token]:
    """Tokens of the clause, one stretch without gaps, inside the sentence.

    `is_main` is true for the first event of a sentence's main verb, which is told by the sentence as a whole while that
    is short enough.
    """
    whole = _trimmed(list(sentence))
    if is_main and _length(whole) <= LONGEST:
        return whole
    low, high = sentence[0].i, sentence[-1].i
    # a relative clause stands only with the noun it describes: "the report released on Monday"
    left = trigger.head.left_edge.i if trigger.dep_ in ("relcl", "acl") else trigger.left_edge.i
    edge = list(trigger.doc[max(left, low) : min(trigger.right_edge.i, high) + 1])
    clause = _trimmed(_without_lead(_shortened(edge, trigger), trigger))
    if sum(token.is_alpha for token in clause) < SHORTEST_WORDS:
        clause = whole if _length(whole) <= LONGEST else _trimmed(_window(whole, trigger))
    return clause


def _length(tokens: Sequence[Token]) -> int:
    return tokens[-1].idx + len(tokens[-1].text) - tokens[0].idx if tokens else 0


def _trimmed(tokens: list[Token]) -> list[Token]:
    """Without spaces and loose marks at either end; the sentence's own full stop stays."""
    while tokens and (tokens[0].is_space or tokens[0].text in (",", ";", ":", "-", "–", "—", ")", ".")):
        tokens = tokens[1:]
    while len(tokens) > 1 and _dangles(tokens[-1]):
        tokens = tokens[:-1]
    if sum(token.text == '"' for token in tokens) % 2 and len(tokens) > 1:
        tokens = tokens[:-1] if tokens[-1].text == '"' else tokens[1:] if tokens[0].text == '"' else tokens
    return tokens


def _dangles(token: Token) -> bool:
    """A mark or a small word that leads to something no longer there."""
    return token.is_space or token.text in (",", ";", ":", "-", "–", "—", "(", "“") or token.pos_ in ("CCONJ", "DET")


def _without_lead(tokens: list[Token], trigger: Token) -> list[Token]:
    """Without the "and", "that" or "because" that ties the clause to another."""
    while (
        len(tokens) > 1
        and tokens[0].dep_ in _LEAD
        and tokens[0].head == trigger
        and tokens[0].text not in ("“", '"', "‘")
    ):
        tokens = tokens[1:]
    return tokens


def _shortened(tokens: list[Token], trigger: Token) -> list[Token]:
    """Cut on the right before clauses that hang loosely on the verb until short enough; on the left likewise."""
    if _length(tokens) <= LONGEST:
        return tokens
    starts = sorted(
        {
            child.left_edge.i
            for node in (trigger, *trigger.rights)
            for child in node.rights
            if child.dep_ in _DETACHABLE and child.left_edge.i > trigger.i + 2
        }
    )
    for start in reversed(starts):
        cut = [token for token in tokens if token.i < start]
        if cut and _length(cut) <= LONGEST:
            tokens = cut
            break
    return _without_left_clauses(tokens, trigger)


def _without_left_clauses(tokens: list[Token], trigger: Token) -> list[Token]:
    if _length(tokens) <= LONGEST:
        return tokens
    for child in trigger.lefts:
        if child.dep_ in ("advcl", "ccomp", "parataxis"):
            tokens = [token for token in tokens if token.i > child.right_edge.i]
    return tokens if _length(tokens) <= LONGEST else _window(tokens, trigger)


def _window(tokens: list[Token], trigger: Token) -> list[Token]:
    """The last resort for sentences without marks: whole words from the subject on, up to the length allowed."""
    first = min(
        (child.left_edge.i for child in trigger.lefts if child.dep_ in ("nsubj", "nsubjpass")), default=trigger.i
    )
    kept = [token for token in tokens if token.i >= min(first, trigger.i)]
    while len(kept) > 1 and _length(kept) > LONGEST:
        kept = kept[:-1]
    return kept or tokens[:1]
