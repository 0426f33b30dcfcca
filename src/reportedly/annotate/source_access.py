"""How an unnamed source knows: `familiar with the briefings`, `with knowledge of the talks`, `who was in the room`."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from reportedly.annotate.anonymity import promises_no_name

if TYPE_CHECKING:
    from spacy.tokens import Token

_ADJECTIVES = frozenset("familiar close privy aware present knowledgeable conversant acquainted near".split())
_PARTICIPLES = frozenset("brief involve inform apprise apprize consult acquaint entrust include".split())
_KNOWING = frozenset("""attend see hear overhear read review witness participate know work view watch listen obtain
examine handle help observe study inspect deal negotiate draft advise follow track oversee treat sign receive join visit
meet survive experience monitor prepare investigate brief involve inform consult""".split())
"""Verbs by which one comes to know of something: as participle or in a relative clause."""
_TAKING = frozenset({"take", "have", "gain", "get"})
_NOUNS = frozenset("""knowledge understanding access information insight familiarity awareness part tie link sight view
acquaintance experience contact""".split())
_TOLD = frozenset({"room", "meeting", "talk", "scene", "hall", "call", "session", "site", "building", "table"})
_RELATIVES = frozenset({"who", "which", "that", "whom"})
_LEFT = frozenset({"advmod", "aux", "auxpass", "neg"})


def access_of(head: Token, words: Sequence[Token]) -> tuple[Token, Token] | None:
    """First and last word of how the source knows, among these words of its phrase; None where it is not told."""
    allowed = {token.i for token in words}
    for token in words:
        if token.i > head.i and _tells(token) and (found := _clause(token, head, allowed)) is not None:
            return found
    return None


def _tells(token: Token) -> bool:
    lemma = token.lemma_.lower()
    following = token.nbor(1) if token.i + 1 < len(token.doc) else token
    if lemma in _ADJECTIVES and (following.pos_ in {"ADP", "PART"} or lemma == "present"):
        return True
    if lemma in _PARTICIPLES and token.tag_ in {"VBN", "VBD"}:
        return True
    if token.lower_ == "with":
        return any(noun.lemma_.lower() in _NOUNS for noun in token.children)
    if token.pos_ in {"VERB", "AUX"} and _relative(token) is not None:
        return lemma in _KNOWING or (lemma in _TAKING and any(
            noun.lemma_.lower() in _NOUNS for noun in token.children)) or (lemma == "be" and _was_there(token))
    return token.tag_ == "VBG" and token.dep_ == "acl" and lemma in _KNOWING


def _was_there(verb: Token) -> bool:
    """`who was in the room`, `who was there`."""
    return any(child.lower_ in {"there", "present", "aboard", "inside"} for child in verb.children) or any(
        noun.lemma_.lower() in _TOLD for child in verb.children if child.dep_ == "prep" for noun in child.children)


def _relative(verb: Token) -> Token | None:
    """The relative pronoun that opens the verb's clause."""
    return next((child for child in verb.children if child.lower_ in _RELATIVES and child.i < verb.i), None)


def _clause(token: Token, head: Token, allowed: set[int]) -> tuple[Token, Token] | None:
    """The words of the clause or phrase, from its relative pronoun on, up to a mark or a promise of no name."""
    verb = token.head if token.dep_ == "acomp" and token.head.i > head.i else token
    pronoun = _relative(verb)
    first = pronoun or token
    if pronoun is None:
        while first.i - 1 > head.i and first.nbor(-1).dep_ in _LEFT and first.nbor(-1).head.i == token.i:
            first = first.nbor(-1)
    last = first
    for word in token.doc[first.i:max(verb.right_edge.i, token.right_edge.i) + 1]:
        if word.i not in allowed or (word.is_punct and word.text not in {"-", "'", "’"}) or _turns(word):
            break
        last = word
    return (first, last) if last.i >= token.i and not promises_no_name(token.doc[first.i:last.i + 1].text) else None


def _turns(word: Token) -> bool:
    """True for an `and` after which the source asks for something: `who saw it and asked not to be named`."""
    if word.dep_ != "cc":
        return False
    rest = word.doc[word.i + 1:word.sent.end].text
    return promises_no_name(rest) or rest.startswith(("who ", "which "))
