"""Quotations and their speakers: what the parse alone does not give.

The parser often takes a quoted fragment for something else, and loses the cue of a quotation of several sentences.
Here the marks lead: the cue stands right after or right before the quotation; a quotation without a cue continues
the one before it in the paragraph, or in the paragraph before.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING

from reportedly.annotate.cues import CLAUSE, COMPLEMENT, QUOTATION, Cue, cue_for
from reportedly.annotate.found import Found, Piece, merged, touches, without
from reportedly.annotate.parse import text_of
from reportedly.annotate.quotes import Quotation, last_character, marks_near
from reportedly.annotate.sources import own_subject
from reportedly.annotate.verb_cues import NEEDS_COMPLEMENT, VERBAL, found_for
from reportedly.records.annotation import CueClass

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

_THAT = re.compile(r"\s+that\b")
FEWEST_WORDS = 3
"""Shorter quotations without end punctuation are titles and scare words, not speech of their own."""
_SHORT_WORD = 3
"""Letters of the words that titles leave small: of, the, and."""
_LONGEST_TITLE = 8
_REACH_OF_NAMING = 12
"""Tokens of the object between the verb and the quoted name."""
_REACH = 30
"""Tokens between a quotation and its cue: a speaker with title, apposition and all."""


def widened(found: Found, quotations: Sequence[Quotation], text: str) -> Found:
    """Content that begins or ends inside a quotation reaches to its marks, without cue and source.

    Titles and scare words (no speech) are only completed where the content begins or ends with them.
    """
    content: list[Piece] = list(found.content)
    first, last = found.content[0][0], found.content[-1][1]
    for quotation in marks_near(quotations, first, last):
        if not is_speech(quotation, text):
            content.extend((quotation.start, quotation.end) for start, end in found.content
                           if quotation.start <= start < quotation.end or quotation.start < end <= quotation.end)
            continue
        inside_own = any(quotation.inner_start <= start < quotation.inner_end for start, _ in found.cue)
        if not inside_own and touches(found.content, quotation.inner_start, quotation.inner_end):
            content.append((quotation.start, quotation.end))
    holes = (*found.source, *found.cue)
    return found.with_content(trimmed(without(merged(content, text), holes), text))


def trimmed(pieces: Iterable[Piece], text: str) -> tuple[Piece, ...]:
    """The pieces without whitespace and loose punctuation at their edges; empty ones dropped."""
    out = []
    for start, end in pieces:
        while start < end and (text[start].isspace() or text[start] in ",;:.—–"):
            start += 1
        while end > start and (text[end - 1].isspace() or text[end - 1] in ",;:—–."):
            end -= 1
        if any(map(str.isalnum, text[start:end])):
            out.append((start, end))
    return tuple(out)


def is_speech(quotation: Quotation, text: str) -> bool:
    """True when the words could be somebody's utterance, not a title or a scare word."""
    words = text[quotation.inner_start:quotation.inner_end]
    if quotation.start > 0 and is_title(words):
        return False
    return len(words.split()) >= FEWEST_WORDS or words.rstrip()[-1:] in tuple(",.!?…")


def is_title(words: str) -> bool:
    """True for names of programmes and works: every longer word begins with a capital."""
    longer = [word for word in words.split() if sum(map(str.isalpha, word)) > _SHORT_WORD]
    return 0 < len(words.split()) <= _LONGEST_TITLE and len(longer) > 0 and all(word[:1].isupper() for word in longer) \
        and len(words.split()) > 1 and words.rstrip()[-1:] != ","


def cued_quotation(doc: Doc, quotation: Quotation) -> Found | None:
    """The attribution of a quotation whose cue stands right after or right before it."""
    text = text_of(doc)
    verb = _cue_after(_tokens_after(doc, quotation.end))
    rule = "quotation, cue after it"
    if verb is None:
        verb = _cue_before(_tokens_before(doc, quotation.start), last_character(text, 0, quotation.start) == ":")
        rule = "quotation, cue before it"
    if verb is None or (rule.endswith("before it") and _THAT.match(text, quotation.end)):
        return None  # an adverbial in marks: knew “in March” that …
    cue = _quoting_cue(verb) or Cue(verb.lemma_.lower(), CueClass.ASSERT, "neutral")
    found = found_for(verb, cue, ((quotation.start, quotation.end),), rule)
    return found if found.source and not touches((*found.source, *found.cue), quotation.start, quotation.end) else None


def quoted_name(doc: Doc, quotation: Quotation) -> Found | None:
    """`called the use of force "quite dangerous"`, where the parser lost the complement."""
    for count, token in enumerate(_tokens_before(doc, quotation.start)):
        if count > _REACH_OF_NAMING or token.text in ".!?;:":
            return None
        cue = cue_for(token.lemma_.lower(), COMPLEMENT) if token.lemma_ in NEEDS_COMPLEMENT else None
        if cue is not None and token.pos_ in VERBAL and own_subject(token) is not None:
            pieces = trimmed([(token.idx + len(token.text), quotation.end)], text_of(doc))
            return found_for(token, cue, pieces, "object and quoted complement")
        if token.pos_ in VERBAL and token.tag_ in {"VBD", "VBZ", "VBP"}:
            return None
    return None


def _tokens_after(doc: Doc, offset: int) -> Iterator[Token]:
    """Tokens from an offset on, as far as a cue may stand: a view of the whole paragraph would cost its length."""
    return (doc[at] for at in range(_first_token_from(doc, offset), len(doc)))


def _tokens_before(doc: Doc, offset: int) -> Iterator[Token]:
    """Tokens that end at or before an offset, the nearest first."""
    at = _first_token_from(doc, offset) - 1
    while at >= 0 and doc[at].idx + len(doc[at].text) > offset:
        at -= 1
    return (doc[index] for index in range(at, -1, -1))


def _first_token_from(doc: Doc, offset: int) -> int:
    """Index of the first token that starts at or after an offset, by halving."""
    return bisect_left(range(len(doc)), offset, key=lambda index: doc[index].idx)


def _quoting_cue(verb: Token) -> Cue | None:
    lemma = verb.lemma_.lower()
    return cue_for(lemma, CLAUSE) or cue_for(lemma, QUOTATION)


def _is_in_description(verb: Token) -> bool:
    """True for verbs of a clause that describes the speaker: `…," said Roe, who leads …`."""
    word = verb
    while word.head.i != word.i:
        if word.dep_ in {"relcl", "acl"}:
            return True
        word = word.head
    return False


def _cue_after(tokens: Iterable[Token]) -> Token | None:
    """`… ," said X` and `… ," X said`: the first verb after the mark, if nothing but its subject stands before it."""
    for count, token in enumerate(tokens):
        if count > _REACH or token.text in ".!?;" or (count == 0 and token.text == ":"):
            return None
        if count <= 1 and token.dep_ == "cc":
            return None  # `called it “a sham”, and his wife agreed`: the next clause
        if token.pos_ in VERBAL and token.dep_ not in {"aux", "auxpass"} and not _is_in_description(token):
            return token if _quoting_cue(token) else None
    return None


def _cue_before(tokens: Iterable[Token], colon: bool) -> Token | None:
    """`X said: "…` and `X said, "…`; before a colon any verb with a subject will do ("X put it this way:")."""
    for count, token in enumerate(tokens):
        if count > _REACH or (count > 0 and token.text in ".!?;:"):
            return None
        if token.pos_ in VERBAL and token.dep_ not in {"aux", "auxpass"}:
            if _quoting_cue(token):
                return token
            if colon and own_subject(token) is not None:
                return token
    return None
