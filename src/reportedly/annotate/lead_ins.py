"""Speech set out in paragraphs of its own after a lead-in: `Finch said in a statement:` or `From Mara Holt:`."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from reportedly.annotate.cues import CLAUSE, QUOTATION, Cue, cue_for
from reportedly.annotate.found import Found, Piece
from reportedly.annotate.labels import LEAD_IN_RULE, names_speaker
from reportedly.annotate.parse import Block, text_of
from reportedly.annotate.quotes import DOUBLE, Quotation
from reportedly.annotate.sources import own_subject, phrase_of
from reportedly.annotate.speaker_words import is_speaker_noun
from reportedly.annotate.verb_cues import VERBAL, found_for
from reportedly.records.annotation import CueClass
from reportedly.records.article import ZoneKind

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

_FROM = re.compile(r"(?:(?:and|but|then)\s+)?(?:this\s+(?:is\s+)?)?(?:from|says|writes)\s+"
                   r"(?P<who>\w[^:;!?\n“”\"]{1,80}?)\s?(?P<colon>:)", re.IGNORECASE)
_STATEMENT = re.compile(r"(?:.*[.!?]\s+)?\W*(?:[\w’'-]+\s+){0,5}?(?:statement|message|letter|post|tweet|e-?mail|"
                        r"reply|response|verdict|words)\s+(?:issued\s+|released\s+|posted\s+|sent\s+)?(?:of|from|by)\s+"
                        r"(?P<who>\w[^:;!?\n“”\"]{1,80}?)\s?(?P<colon>:)", re.IGNORECASE | re.DOTALL)
_PLAIN = re.compile(r"(?:.*[.!?]\s+)?(?P<who>[^,.!?:;“”\"]{2,60}?)\s(?P<colon>read|reads|said|says|wrote|writes|added|"
                    r"adds|tweeted|posted|replied)\s?:", re.DOTALL)
"""A short lead-in that the tagger may misread: `Her note read:`."""
_SHOWING = frozenset("read run go begin start continue put respond reply conclude end".split())
"""Verbs that introduce words and are no cues elsewhere: `the letter reads:`, `as Finch put it:`."""
_PERSONS = frozenset("he she they who one another others".split())
_PAPERS = frozenset("""statement message letter post tweet email e-mail note order will memo text sign banner poster
plaque inscription caption headline ruling verdict judgment judgement indictment filing affidavit report article page
entry diary version passage clause section paragraph law rule notice label placard leaflet testament oath poem lyric
chorus speech transcript document""".split())
"""Nouns of what is written, which reads or runs so and so."""
_OPENING = DOUBLE + "‘'"
_LONGEST_RUN = 12
"""Paragraphs of one quotation."""
_BESIDE = 0.1
"""Most of a paragraph that may stand outside marks while it counts as nothing but quotation."""
_RUNNING = frozenset({ZoneKind.BODY, ZoneKind.QUOTE_BLOCK})


def led_in(blocks: Sequence[Block], marks: Mapping[int, Sequence[Quotation]]) -> dict[int, Found]:
    """The attributions whose content is the paragraphs after a lead-in, by the lead-in's place; offsets are its own."""
    found: dict[int, Found] = {}
    for place, block in enumerate(blocks[:-1]):
        text = text_of(block.doc).rstrip()
        if (named := _named_block(blocks, place)) is not None:
            found[place] = named
            continue
        if block.zone.kind not in _RUNNING or not text.endswith((":", ",", ":–", ":—", ":-")):
            continue
        content = _block_after(blocks, marks, place, is_colon=not text.endswith(","))
        if not content and _FROM.fullmatch(text):
            content = _one_paragraph(blocks, place)
        lead = _lead(block.doc, text, marks[place], is_quoted=bool(content)) if content else None
        if lead is not None:
            found[place] = lead.with_content(content)
    return found


def _named_block(blocks: Sequence[Block], place: int) -> Found | None:
    """The block quotation after `The Heron is telling us that …`: the words of the outlet that speaks there."""
    lead, after, doc = blocks[place].zone, blocks[place + 1].zone, blocks[place].doc
    name, text = after.detail, text_of(doc).rstrip()
    if after.kind is not ZoneKind.QUOTE_BLOCK or name is None or after.lead_in is None or text[-1:] in tuple(":,") \
            or not lead.start <= after.lead_in[0] < lead.end or name not in text:
        return None
    words = doc.char_span(text.rindex(name), text.rindex(name) + len(name), alignment_mode="expand")
    if words is None or words.root.dep_ != "nsubj":  # who is told something does not speak
        return None
    end = place + 1
    while end < len(blocks) and blocks[end].zone.kind is ZoneKind.QUOTE_BLOCK \
            and blocks[end].zone.lead_in == after.lead_in:
        end += 1
    return Found(source=phrase_of(words.root), cue=(), content=_pieces(blocks, place, end),
                 cue_class=CueClass.ASSERT, lemma="", negated=False, distance="neutral", rule=LEAD_IN_RULE)


def _block_after(blocks: Sequence[Block], marks: Mapping[int, Sequence[Quotation]], place: int, *,
                 is_colon: bool) -> tuple[Piece, ...]:
    """The quoted paragraphs, or those the page or reader set apart, that follow the lead-in; none where others do."""
    end = place + 1
    while end < min(len(blocks), place + 1 + _LONGEST_RUN) and blocks[end].zone.kind in _RUNNING \
            and _is_quoted(blocks[end], marks[end]):
        end += 1
    if end == place + 1 and is_colon:
        while end < len(blocks) and blocks[end].zone.kind is ZoneKind.QUOTE_BLOCK and blocks[end].zone.lead_in:
            end += 1
    return _pieces(blocks, place, end)


def _pieces(blocks: Sequence[Block], place: int, end: int) -> tuple[Piece, ...]:
    start = blocks[place].zone.start
    return tuple((block.zone.start - start, block.zone.end - start) for block in blocks[place + 1:end])


def _one_paragraph(blocks: Sequence[Block], place: int) -> tuple[Piece, ...]:
    """The paragraph after `From Mara Holt:`, where it is one of running text."""
    after = blocks[place + 1]
    ended = text_of(after.doc).rstrip().endswith((".", "!", "?", "…", "”", "\""))
    return _pieces(blocks, place, place + 2) if after.zone.kind in _RUNNING and ended else ()


def _is_quoted(block: Block, marks: Sequence[Quotation]) -> bool:
    """Opens with a mark and is nothing but quotation."""
    text = text_of(block.doc).strip()
    outside = len(text) - sum(mark.end - mark.start for mark in marks)
    return text[:1] in _OPENING and bool(marks) and outside <= _BESIDE * len(text)


def _lead(doc: Doc, text: str, marks: Sequence[Quotation], *, is_quoted: bool) -> Found | None:
    """Source and cue of the lead-in: of a verb with a subject, or of `From X:` and `a statement from X:`."""
    for pattern in (_FROM, _STATEMENT):
        match = pattern.fullmatch(text)
        if match is not None and names_speaker(doc, match.span("who"), nouns_only=pattern is _FROM):
            return _found(match)
    sentence = list(doc[doc[len(doc) - 1].sent.start:len(doc)])
    verb = _verb(sentence, is_quoted=is_quoted and text.endswith(":"))
    if verb is None and (match := _PLAIN.fullmatch(text)):
        return _found(match)
    if verb is None or any(mark.start <= verb.idx < mark.end for mark in marks):
        return None
    cue = _cue_of(verb) or Cue(verb.lemma_.lower(), CueClass.ASSERT, "neutral")
    found = found_for(verb, cue, (), LEAD_IN_RULE)
    return replace(found, negated=False) if found.source else None


def _found(match: re.Match[str]) -> Found:
    return Found(source=(match.span("who"),), cue=(match.span("colon"),), content=(), cue_class=CueClass.ASSERT,
                 lemma="", negated=False, distance="neutral", rule=LEAD_IN_RULE)


def _verb(sentence: Sequence[Token], *, is_quoted: bool) -> Token | None:
    """The last verb that says, else one that shows words; before a quotation any main verb with a subject."""
    verbs = [token for token in reversed(sentence) if token.pos_ in VERBAL and token.dep_ not in {"aux", "auxpass"}]
    saying = next((verb for verb in verbs if _cue_of(verb)), None)
    if saying is None:
        saying = next((verb for verb in verbs if verb.lemma_ in _SHOWING and _speaks(verb, papers=True)), None)
    if saying is None and is_quoted:
        saying = next((verb for verb in verbs if verb.dep_ == "ROOT" and _speaks(verb, papers=False)), None)
    return saying


def _speaks(verb: Token, *, papers: bool) -> bool:
    """True where the verb's subject is somebody, or with `papers` something written: `the order reads:`."""
    subject = own_subject(verb)
    if subject is None:
        return False
    return subject.lower_ in _PERSONS or subject.ent_type_ in {"PERSON", "ORG"} or is_speaker_noun(subject.lower_) \
        or (papers and subject.lemma_.lower() in _PAPERS)


def _cue_of(verb: Token) -> Cue | None:
    lemma = verb.lemma_.lower()
    return cue_for(lemma, CLAUSE) or cue_for(lemma, QUOTATION)
