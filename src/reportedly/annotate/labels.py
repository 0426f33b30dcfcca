"""Speakers set off by a colon or dash: headlines (`Mayor: bridge is safe`), transcripts (`JONES: No.`)."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace
from typing import TYPE_CHECKING

from reportedly.annotate.found import Found
from reportedly.annotate.parse import text_of
from reportedly.records.annotation import CueClass

if TYPE_CHECKING:
    from spacy.tokens import Doc, Span, Token

_COLON_FIRST = re.compile(r"(?P<who>[^\W\d_][^:;!?\n“”\"]{1,70}?)(?P<colon>:)\s*(?P<what>\S.*)", re.DOTALL)
_NAME_LAST = re.compile(r"(?P<what>\S.{12,}?)(?P<mark>:|\s[–—-])\s+(?P<who>[^\W\d_][^:;,.!?\n“”\"–—]{1,45})", re.DOTALL)
TRANSCRIPT_RULE = "speaker's label before a colon"
"""The rule of `NAME: …`: all that follows in the paragraph is the speaker's own words."""
COLON_RULE = "speaker before a colon"
END_RULE = "speaker at the end of a headline"
_LABEL_RULES = frozenset({TRANSCRIPT_RULE, COLON_RULE, END_RULE})
_LONGEST_LABEL = 7
"""Words of a speaker's label: name with titles and party."""
_LONGEST_NAME = 3
_RUBRICS = frozenset("""live update updates video watch photos photo gallery opinion analysis editorial breaking
exclusive review podcast quiz poll fact check factbox explainer explained timeline background correction note read more
clarification warning advert advertisement subscribe sponsored click here share comments tags contact email source
related listen interview profile special report today news guide""".split())
_LONGEST_HEADLINE = 40
"""Tokens; a longer title is a paragraph that was typed wrongly."""
_TELLING = frozenset("here what why how who when where everything all inside meet".split())
"""Words that open the second half of a title that announces a piece."""
_OPENING_MARKS = frozenset("“\"‘«'")
_SPEAKING_NOUNS = frozenset("""report study poll survey official officials police source sources analyst analysts
expert experts minister spokesman spokeswoman spokesperson government president
mayor governor senator lawyer lawyers prosecutor prosecutors judge court ministry
agency chief witness witnesses leader statement critics researchers scientists
commissioner ambassador general coroner secretary doctor doctors union mother father""".split())


def headline_labels(doc: Doc) -> Found | None:
    """`X: content` or `content: X` in a title; None where the words beside the colon name no speaker."""
    text = text_of(doc)
    if len(doc) > _LONGEST_HEADLINE:
        return None
    if (match := _COLON_FIRST.fullmatch(text.rstrip())) and _names_speaker(doc, match.span("who")) \
            and _is_saying(doc, match.span("what")):
        return _found(match, "colon", COLON_RULE)
    if (match := _NAME_LAST.fullmatch(text.rstrip().rstrip("."))) and _names_speaker(doc, match.span("who")):
        return _found(match, "mark", END_RULE)
    return None


def is_transcript(docs: Iterable[Doc]) -> bool:
    """True for a report in which two paragraphs or more begin with a label in capitals; one alone is a dateline."""
    labelled = (doc for doc in docs if (match := _COLON_FIRST.fullmatch(text_of(doc).rstrip()))
                and match["who"].isupper() and _is_label(match["who"]))
    return next(labelled, None) is not None and next(labelled, None) is not None


def transcript_label(doc: Doc, *, in_transcript: bool = False) -> Found | None:
    """`NAME: content` at the start of a paragraph, followed by a quotation or, in a transcript, in capitals."""
    match = _COLON_FIRST.fullmatch(text_of(doc).rstrip())
    if match is None:
        return None
    in_capitals = in_transcript and match["who"].isupper() and _is_label(match["who"])
    quoted = match["what"][:1] in "“\"‘«'"
    if not in_capitals and not (quoted and _names_speaker(doc, match.span("who"))):
        return None
    return replace(_found(match, "colon", TRANSCRIPT_RULE), cue_class=_class_of(match["what"]))


def is_label(found: Found) -> bool:
    """True for an attribution that rests on a speaker's label."""
    return found.rule in _LABEL_RULES


def _is_label(words: str) -> bool:
    """True for a few words in capitals that are no rubric ("UPDATE:", "LIVE:")."""
    parts = re.findall(r"[^\W\d_]+", words.casefold())
    return 0 < len(parts) <= _LONGEST_LABEL and sum(map(len, parts)) > 1 and not _RUBRICS & set(parts)


def _class_of(words: str) -> CueClass:
    """A turn that ends in a question asks."""
    return CueClass.ASK if words.rstrip().rstrip("”\"'’»").endswith("?") else CueClass.ASSERT


def _found(match: re.Match[str], mark: str, rule: str) -> Found:
    end = match.end("what")
    while match.string[end - 1] in ". " and end - 1 > match.start("what"):
        end -= 1
    return Found(source=(match.span("who"),), cue=(match.span(mark),), content=((match.start("what"), end),),
                 cue_class=CueClass.ASSERT, lemma="", negated=False, distance="neutral", rule=rule)


def _is_saying(doc: Doc, span: tuple[int, int]) -> bool:
    """True for a clause; `Panel on the harbour: the gate` and `The harbour papers: what we know` are only titles."""
    words = doc.char_span(*span, alignment_mode="expand")
    if words is None or words[0].lower_ in _TELLING:
        return False
    return words[0].text in _OPENING_MARKS or any(token.pos_ in {"VERB", "AUX"} for token in words)


def _names_speaker(doc: Doc, span: tuple[int, int]) -> bool:
    words = doc.char_span(*span, alignment_mode="expand")
    if words is None or not 0 < sum(token.is_alpha for token in words) <= _LONGEST_LABEL:
        return False
    if any(token.pos_ in {"VERB", "AUX"} and token.tag_ != "VBN" for token in words):
        return False
    return any(_is_speaker_word(token) for token in words) or _is_name(words)


def _is_name(words: Span) -> bool:
    """One to three capitalised words that are no rubric ("Live updates:")."""
    return len(words) <= _LONGEST_NAME and words[-1].pos_ == "PROPN" and all(
        token.text[:1].isupper() and token.lower_ not in _RUBRICS for token in words)


def _is_speaker_word(token: Token) -> bool:
    return token.ent_type_ in {"PERSON", "ORG", "NORP"} or token.lower_ in _SPEAKING_NOUNS
