"""Words signed after a dash: `“It held.” — Mara Holt, harbour master`, on their line or the next; signed posts."""

from __future__ import annotations

import re
from collections.abc import Container, Mapping, Sequence
from typing import TYPE_CHECKING

from reportedly.annotate.found import Found, Piece
from reportedly.annotate.labels import SIGNED_RULE
from reportedly.annotate.parse import Block, text_of
from reportedly.annotate.quoted_speech import is_speech, is_title
from reportedly.annotate.quotes import Quotation
from reportedly.annotate.speaker_words import has_finite_verb, head_word, is_paper, is_rubric, is_speaker_noun
from reportedly.records.annotation import CueClass
from reportedly.records.article import ZoneKind
from reportedly.text.normalise import fold

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

_SIGNATURE = re.compile(r"\s*(?P<dash>[—–―~]|--?)\s*(?P<who>[^\W\d_][^\n]{1,110}|@\w{2,30}[^\n]{0,60})")
_POST = re.compile(r"(?P<who>[^—–―\n]{1,60}?\s?\(@\s?\w{2,30}\))\s*(?P<when>[^\n()]{0,40})")
_POST_AT_END = re.compile(r"(?P<dash>[—–―]|--)\s?(?P<who>[^—–―\n]{1,60}?\s?\(@\s?\w{2,30}\))[^\n()]{0,40}$")
_MONTHS = "Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec"
_END_OF_NAME = re.compile(
    r",?\s+(?:(?:on|in|at|after|during|about|to|via|when|while|before|following|speaking|writing|talking|quoted|"
    r"responding|reacting|posting|tweeting|addressing|discussing)\b.*|"
    rf"\(?(?:\d{{1,2}} )?(?:{_MONTHS})[a-z]*\.? \d.*|"
    r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b.*|\(?\d{4}\)?.*)|\s*[.;]\s*$", re.DOTALL)
"""What follows the name: the occasion or the day."""
_RUBRIC_BEFORE = re.compile(r"[^.!?“”\"]{2,60}:\s*")
"""`Quote of the day:`."""
_NO_NAME = frozenset("""with by additional reporting and but or so not also more read see photo photos picture as if
when where why how what who that which this these those for from to in on at""".split())
_LONGEST_SIGNATURE = 180
_MOST_WORDS = 14
_MOST_PARAGRAPHS = 6
_BESIDE = 0.1
"""Most of a paragraph that may stand outside marks while it counts as nothing but quotation."""
_HEADLINES = frozenset({ZoneKind.TITLE, ZoneKind.SUBTITLE, ZoneKind.HEADING})


def signed_words(blocks: Sequence[Block], marks: Mapping[int, Sequence[Quotation]],
                 people: Container[str] = ()) -> dict[int, Found]:
    """The signed words, by place of the paragraph that holds the signature; offsets are that paragraph's.

    people: folded words of the names of people in the report, by which a surname alone is known.
    """
    found: dict[int, Found] = {}
    for place, block in enumerate(blocks):
        item = _signed_in(block, marks[place], people) or _posted_in(block) or \
            _signed_before(blocks, marks, place, people)
        if item is not None:
            found[place] = item
    return found


def _signed_in(block: Block, marks: Sequence[Quotation], people: Container[str]) -> Found | None:
    """`“…” — Mara Holt, harbour master` in one paragraph, with nothing else but a rubric before it."""
    text = text_of(block.doc)
    last = next((mark for mark in reversed(marks) if _SIGNATURE.fullmatch(text.rstrip(), mark.end)), None)
    if last is None or not is_speech(last, text) or is_title(text[last.inner_start:last.inner_end]):
        return None
    before = [mark for mark in marks if mark.end <= last.start]
    start = before[0].start if before and _is_all_quoted(text, before[0].start, last.start, before) else last.start
    if text[:start].strip() and not _RUBRIC_BEFORE.fullmatch(text[:start]):
        return None
    signature = _SIGNATURE.fullmatch(text.rstrip(), last.end)
    return _signed(block.doc, signature, ((start, last.end),), people) if signature else None


def _posted_in(block: Block) -> Found | None:
    """`Crews are on the island. — Coastguard (@coastguard) May 3` in one paragraph."""
    text = text_of(block.doc).rstrip()
    match = _POST_AT_END.search(text, max(0, len(text) - _LONGEST_SIGNATURE))
    if match is None or not any(map(str.isalnum, text[:match.start()])):
        return None
    content = (len(text) - len(text.lstrip()), len(text[:match.start()].rstrip()))
    return _of(match.span("who"), match.span("dash"), (content,))


def _signed_before(blocks: Sequence[Block], marks: Mapping[int, Sequence[Quotation]], place: int,
                   people: Container[str]) -> Found | None:
    """A signature on a line of its own: the quoted paragraphs before it are signed, or the post before an account."""
    block = blocks[place]
    text = text_of(block.doc).rstrip()
    signature = _SIGNATURE.fullmatch(text)
    if signature is None or place == 0 or _is_in_list(blocks, place, signature["dash"]):
        return None
    first = _first_signed(blocks, marks, place, is_post=_POST.fullmatch(signature["who"]) is not None)
    if first is None:
        return None
    content = tuple((other.zone.start - block.zone.start, other.zone.end - block.zone.start)
                    for other in blocks[first:place])
    if post := _POST.fullmatch(signature["who"]):
        start = signature.start("who")
        return _of((start + post.start("who"), start + post.end("who")), signature.span("dash"), content)
    return None if is_paper(signature["who"]) else _signed(block.doc, signature, content, people)


def _is_in_list(blocks: Sequence[Block], place: int, dash: str) -> bool:
    """True beside another line with the same dash: these are points of a list."""
    return any(text_of(other.doc).lstrip().startswith(dash)
               for other in (*blocks[place - 1:place], *blocks[place + 1:place + 2]))


def _first_signed(blocks: Sequence[Block], marks: Mapping[int, Sequence[Quotation]], place: int, *,
                  is_post: bool) -> int | None:
    """The first of the paragraphs before the signature that are nothing but quotation; of a post the one before it."""
    first = place
    while first > 0 and place - first < _MOST_PARAGRAPHS and _is_quoted(blocks[first - 1], marks[first - 1]):
        if first < place and marks[first - 1][-1].closed and not marks[first][-1].closed:
            break
        first -= 1
        if first > 0 and marks[first - 1] and marks[first - 1][-1].closed:
            break
    if first < place:
        return first
    before = blocks[place - 1].zone.kind
    return place - 1 if (is_post and before not in _HEADLINES) or before is ZoneKind.QUOTE_BLOCK else None


def _is_quoted(block: Block, marks: Sequence[Quotation]) -> bool:
    text = text_of(block.doc)
    return bool(marks) and _is_all_quoted(text, 0, len(text), marks)


def _is_all_quoted(text: str, start: int, end: int, marks: Sequence[Quotation]) -> bool:
    outside = len(text[start:end].strip()) - sum(mark.end - mark.start for mark in marks)
    return outside <= _BESIDE * (end - start)


def _signed(doc: Doc, signature: re.Match[str], content: tuple[Piece, ...], people: Container[str]) -> Found | None:
    """The attribution where the words after the dash name a speaker."""
    start, end = signature.span("who")
    if cut := _END_OF_NAME.search(signature.string, start, end):
        end = cut.start()
    if fold(signature.string[start:end]) not in people and \
            not _names_signer(doc, signature.string[start:end], (start, end)):
        return None
    return _of((start, end), signature.span("dash"), content)


def _names_signer(doc: Doc, who: str, span: Piece) -> bool:
    words: list[Token] = list(doc.char_span(*span, alignment_mode="expand") or ())
    if who.startswith("@"):
        return True
    plain = [token for token in words if token.is_alpha]
    if not 0 < len(plain) <= _MOST_WORDS or plain[0].lower_ in _NO_NAME or is_rubric(who.partition(",")[0]):
        return False
    if has_finite_verb(words) or plain[0].pos_ in {"ADP", "SCONJ", "CCONJ", "VERB", "AUX", "PRON"}:
        return False
    name = who.partition(",")[0]
    return is_speaker_noun(head_word(name)) or _is_name(name) or any(
        token.ent_type_ == "PERSON" for token in words[:len(name.split()) + 1])


def _is_name(name: str) -> bool:
    """Two to five words with capitals, or an account."""
    parts = name.split()
    return name.startswith("@") or (1 < len(parts) <= 5 and all(part[:1].isupper() for part in (parts[0], parts[-1])))


def _of(who: Piece, dash: Piece, content: tuple[Piece, ...]) -> Found:
    return Found(source=(who,), cue=(dash,), content=content, cue_class=CueClass.ASSERT, lemma="", negated=False,
                 distance="neutral", rule=SIGNED_RULE)
