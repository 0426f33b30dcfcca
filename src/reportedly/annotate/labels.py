"""Speakers set off by a colon or dash within one line: headlines (`Mayor: bridge is safe`), `Finch: “No.”`, posts.

Turns of a transcript are in `transcripts.py`, signatures after a dash in `signed_quotes.py`.
"""

from __future__ import annotations

import re
from collections.abc import Container, Iterable, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from reportedly.annotate.cues import CLAUSE, cue_for
from reportedly.annotate.found import Found, Piece
from reportedly.annotate.parse import text_of
from reportedly.annotate.quotes import Quotation
from reportedly.annotate.speaker_words import (
    has_finite_verb,
    head_word,
    is_body_noun,
    is_paper,
    is_rubric,
    is_speaker_noun,
)
from reportedly.records.annotation import CueClass
from reportedly.text.normalise import fold

if TYPE_CHECKING:
    from spacy.tokens import Doc, Span, Token

COLON_FIRST = re.compile(r"(?P<who>[^\W\d_][^:;!?\n“”\"]{0,70}?)(?P<colon>\s?:)\s*(?P<what>\S.*)", re.DOTALL)
_NAME_LAST = re.compile(r"(?P<what>\S.{8,}?)(?P<mark>:|\s[–—-])\s+(?P<who>[^\W\d_][^:;,.!?\n“”\"–—]{1,60})", re.DOTALL)
_NAME_FIRST = re.compile(r"(?P<who>[^\W\d_][^:;,.!?\n“”\"–—]{1,45}?)(?P<colon>\s[–—-])\s(?P<what>[“\"‘'].{8,}[”\"’'])")
"""`Finch – ‘I will not resign’`: after a dash only a quotation to the end of the line."""
_CUE_LAST = re.compile(r"(?P<what>\S.{8,}?),\s+(?P<mark>say|says|said|warn|warns|claim|claims|insist|insists|admit|"
                       r"admits|find|finds|suggest|suggests|reveal|reveals)\s+(?P<who>\w[^:;,.!?\n“”\"–—]{1,60})")
_MATCH = re.compile(r"\bvs?\.? |\d-\d|\D\s\d{1,2}$")
"""`Aldra v Varr:`, `Aldra 2: 1 Varr`: two sides and no speaker."""
_OCCASION = re.compile(r"\s(?:on|to|at|in|about|after)\s.*", re.DOTALL)
_RELATIVE = re.compile(r"\s(?:who|whose|which|that)\s.*", re.DOTALL)
_WHO = re.compile(r"[\w’'-]+(?:\s[\w’'-]+){0,4}?\swho\b")
"""`cook who clung to a hatch`: a person, whatever the noun."""
_POSSESSIVE = re.compile(r"\w(?:['’]s|s['’])\s")
_SAYING = frozenset({"say", "warn", "claim", "insist", "admit"})
"""Verbs after which any speaker may end a headline; who is found or revealed need be no source: `man loses dog, finds
friend`."""
_POST = re.compile(r"(?:RT\s+)?(?P<who>@\w{2,30}|[^\W\d_][^:;!?\n“”\"]{1,60}\(@\w{2,30}\))(?P<colon>\s?:)\s+"
                   r"(?P<what>\S.*)", re.DOTALL)
_INTRODUCTION = re.compile(r"(?:(?:and|but|then|or)\s+)?(?:in the words of|(?:this|here['’]s|here is)(?:\s+(?:was|is))?"
                           r"(?:\s+(?:one|another))?\s+from|from|says|writes|adds|asks)\s+", re.IGNORECASE)
"""What may stand before a speaker before a colon."""
_IN_PASSING = re.compile(r",\s(?:in|on|at|via|by|after|during|speaking|writing)\s.*", re.DOTALL)
"""`Finch's lawyer, in an e-mail:`."""
TRANSCRIPT_RULE = "speaker's label before a colon"
"""The rule of `NAME: …`: all that follows in the paragraph is the speaker's own words."""
COLON_RULE = "speaker before a colon"
END_RULE = "speaker at the end of a headline"
POST_RULE = "account before a colon"
SIGNED_RULE = "speaker after a dash that signs the words before it"
LEAD_IN_RULE = "lead-in with a colon before paragraphs in its speaker's words"
OWN_WORDS = frozenset({TRANSCRIPT_RULE, POST_RULE, SIGNED_RULE, LEAD_IN_RULE})
"""Rules that give the speaker's own words, with or without quotation marks."""
_LABEL_RULES = OWN_WORDS | {COLON_RULE, END_RULE}
LONGEST_LABEL = 7
"""Words of a speaker's label: name with titles and party."""
_LONGEST_NAME = 3
_FEWEST_WITHOUT_VERB = 3
_VERB_TAGS = frozenset({"VBD", "VBN", "VBZ"})
_LONGEST_HEADLINE = 40
"""Tokens; a longer title is a paragraph that was typed wrongly."""
_TELLING = frozenset("here what why how who when where everything all inside meet".split())
"""Words that open the second half of a title that announces a piece."""
_ANNOUNCING = frozenset("meet watch inside how why what when where who listen read review revealed".split())
"""Words that open a title whose last words name what it is about, or a speaker of something else."""
OPENING_MARKS = frozenset("“\"‘«'")
_NO_START = frozenset("a an one two three four five six seven eight nine ten not no".split())
"""Words that open an apposition after a dash (`two dead – a farmer and his son`), not a speaker."""


def is_label(found: Found) -> bool:
    """True for an attribution that rests on a speaker's label, signature or lead-in and not on a cue in a sentence."""
    return found.rule in _LABEL_RULES


def label_of(match: re.Match[str], mark: str, rule: str, *, stop: bool = False) -> Found:
    """The attribution of groups `who`, mark and `what`. `stop`: the last full stop belongs to the words."""
    end = match.end("what")
    while not stop and match.string[end - 1] in ". " and end - 1 > match.start("what"):
        end -= 1
    start, last = match.span(mark)
    while match.string[start].isspace():
        start += 1
    return Found(source=(match.span("who"),), cue=((start, last),), content=((match.start("what"), end),),
                 cue_class=CueClass.ASSERT, lemma="", negated=False, distance="neutral", rule=rule)


# --- headlines -----------------------------------------------------------------------------------------------------


def headline_labels(doc: Doc, people: Container[str] = (), *, is_heading: bool = False) -> Found | None:
    """`X: content`, `content: X`, `content – X` or `content, says X` in a title; None where X is no speaker.

    people: folded words of the names of people in the report, of whom a title often gives one in a shape that the
    tagger does not know. `is_heading`: a line between paragraphs, which more often heads a list.
    """
    text = text_of(doc).rstrip()
    if len(doc) > _LONGEST_HEADLINE:
        return None
    match = COLON_FIRST.fullmatch(text)
    if match and _begins_with_speaker(doc, match, people, is_heading=is_heading) and _is_saying(doc, match):
        return label_of(match, "colon", COLON_RULE)
    match = _NAME_FIRST.fullmatch(text)
    if match and not is_rubric(match["who"]) and (
            _are_people(_OCCASION.sub("", match["who"]), people) or is_speaker_noun(head_word(match["who"]))):
        return label_of(match, "colon", COLON_RULE)
    match = _NAME_LAST.fullmatch(text.rstrip("."))
    if match and _ends_with_speaker(doc, match, people) and _is_told(doc, match):
        return label_of(match, "mark", END_RULE)
    match = _CUE_LAST.fullmatch(text.rstrip("."))
    return _said_by(doc, match, people) if match else None


def _said_by(doc: Doc, match: re.Match[str], people: Container[str]) -> Found | None:
    """`content, says X`: the parser takes the comma for that of a list, or loses the cue at a question mark."""
    lemma = "say" if match["mark"] == "said" else match["mark"].rstrip("s")
    if not (is_body_noun(head_word(match["who"])) or (lemma in _SAYING and (
            _are_people(match["who"], people) or names_speaker(doc, match.span("who"), nouns_only=True)))):
        return None
    cue = cue_for(lemma, CLAUSE)
    return replace(label_of(match, "mark", END_RULE), cue_class=cue.cue_class if cue else CueClass.ASSERT, lemma=lemma)


def _begins_with_speaker(doc: Doc, match: re.Match[str], people: Container[str], *, is_heading: bool) -> bool:
    who = match["who"]
    if is_rubric(who) or _MATCH.search(who):
        return False
    if _POSSESSIVE.search(who):  # `Republicans' reaction`, `Trump's success`; but `Holt's lawyer`
        return is_speaker_noun(head_word(who))
    return _are_people(_OCCASION.sub("", who), people) or names_speaker(doc, match.span("who"), nouns_only=is_heading)


def _are_people(words: str, people: Container[str]) -> bool:
    """One to three words, each of which is part of a person's name in the report."""
    parts = words.split()
    return 0 < len(parts) <= _LONGEST_NAME and all(part[:1].isupper() and fold(part) in people for part in parts)


def _ends_with_speaker(doc: Doc, match: re.Match[str], people: Container[str]) -> bool:
    """The last words name a speaker, not the page's outlet, an apposition or what is done somewhere."""
    who = doc.char_span(*match.span("who"), alignment_mode="expand")
    if who is None or who[0].lower_ in _NO_START or (
            who[0].pos_ in {"ADP", "SCONJ", "CCONJ", "VERB", "AUX", "ADV"}
            and not (is_speaker_noun(who[0].text) or _WHO.match(match["who"]))):
        return False
    words = _RELATIVE.sub("", match["who"])
    if _OCCASION.search(words) or is_rubric(words) or (match["mark"] != ":" and (
            is_paper(words) or len(re.findall(r"\s[–—-]\s", match.string)) > 1)):
        return False
    if _WHO.match(match["who"]) or is_speaker_noun(head_word(words)):
        return names_speaker(doc, match.span("who"), nouns_only=True)
    if match["mark"] == ":" and is_paper(words):
        return True
    return _are_people(words, people) or (len(who) <= _LONGEST_NAME + 1 and who[-1].ent_type_ == "PERSON"
                                          and not _POSSESSIVE.search(words))


def _is_told(doc: Doc, match: re.Match[str]) -> bool:
    """True for a quotation or a clause before its speaker; `Ten walks: the expert` and `Meet Ann: poet` are titles.

    `Nine dead in fire: police` needs no verb: a bare noun in lower case at the end is nothing but a source.
    """
    words = doc.char_span(*match.span("what"), alignment_mode="expand")
    if words is None or words[0].lower_ in _ANNOUNCING or match["what"].isupper():
        return False
    bare = match["who"].islower() and match["who"].isalpha() and len(words) >= _FEWEST_WITHOUT_VERB
    return bare or any(token.text in OPENING_MARKS or token.pos_ in {"VERB", "AUX"} or token.tag_ in _VERB_TAGS
                       for token in words)


def _is_saying(doc: Doc, match: re.Match[str]) -> bool:
    """True for a clause; `Panel on the harbour: the gate` and `The harbour papers: what we know` are only titles.

    `Police: four dead in crash` needs no verb: a bare noun for a body heads nothing else.
    """
    words = doc.char_span(*match.span("what"), alignment_mode="expand")
    if words is None or words[0].lower_ in _TELLING or (words[0].pos_ == "DET" and not has_finite_verb(words)):
        return False  # `the man who built a dynasty`: a title's second half
    if match["who"].isalpha() and is_body_noun(match["who"]) and not _MATCH.search(match["what"]):
        return len(words) > _FEWEST_WITHOUT_VERB
    return any(token.text in OPENING_MARKS or token.pos_ in {"VERB", "AUX"} for token in words)


def names_speaker(doc: Doc, span: Piece, *, nouns_only: bool = False) -> bool:
    """True where the stretch is a phrase for somebody who speaks.

    `nouns_only`: a name alone is not enough, it must be a person's or stand beside a noun for a person or body.
    """
    words = doc.char_span(*span, alignment_mode="expand")
    if words is None or not any(token.is_alpha for token in words):
        return False
    label = text_of(doc)[span[0]:span[1]]
    if is_rubric(label) or _MATCH.search(label):
        return False
    if words[0].pos_ in {"ADV", "ADP", "SCONJ", "CCONJ"} and not is_speaker_noun(words[0].text):
        return False  # `Then, later on CNN:`
    if _WHO.match(label):
        return len(words) <= 2 * LONGEST_LABEL
    if has_finite_verb(words):
        return False
    if any(is_speaker_noun(head_word(part)) for part in label.split(",")[:2]):
        return len(words) <= 2 * LONGEST_LABEL
    if sum(token.is_alpha for token in words) > LONGEST_LABEL or \
            any(token.pos_ in {"VERB", "AUX"} and token.tag_ != "VBN" for token in words):
        return False
    kinds = {"PERSON"} if nouns_only else {"PERSON", "ORG", "NORP"}
    return any(token.ent_type_ in kinds for token in words) or (not nouns_only and _is_name(words))


def _is_name(words: Span) -> bool:
    """One to three capitalised words, alone or before an occasion: `Venn on derby defeat`."""
    name = list(words)
    if cut := _OCCASION.search(words.text):
        name = [token for token in words if token.idx < words.start_char + cut.start()]
    return 0 < len(name) <= _LONGEST_NAME and name[-1].pos_ == "PROPN" and all(
        token.text[:1].isupper() for token in name)


# --- paragraphs ----------------------------------------------------------------------------------------------------


def paragraph_label(doc: Doc, marks: Sequence[Quotation]) -> Found | None:
    """`NAME: “…”` and `@account: …` at the start of a paragraph; None where neither stands there."""
    text = text_of(doc).rstrip()
    if (post := _POST.fullmatch(text)) and not has_finite_verb(_words(doc, post.span("who"))):
        return replace(label_of(post, "colon", POST_RULE, stop=True), cue_class=class_of(post["what"]))
    match = COLON_FIRST.fullmatch(text)
    if match is None or match["what"][:1] not in OPENING_MARKS:
        return None
    found = label_of(match, "colon", TRANSCRIPT_RULE, stop=True)
    if introduced := _INTRODUCTION.match(text, 0, match.end("who")):
        found = replace(found, source=((introduced.end(), match.end("who")),))
    if occasion := _IN_PASSING.search(text, *found.source[0]):
        found = replace(found, source=((found.source[0][0], occasion.start()),))
    in_words_of = introduced is not None and introduced[0].casefold().strip().endswith("words of")
    if not (in_words_of or names_speaker(doc, found.source[0], nouns_only=introduced is not None)
            or _has_title(text[found.source[0][0]:found.source[0][1]])):
        return None
    content = _quoted_from(text, match.start("what"), marks) or found.content
    return replace(found.with_content(content), cue_class=class_of(match["what"]))


def _has_title(label: str) -> bool:
    """`Governor Roe (by telephone)`: a title in capitals before a name."""
    words = re.findall(r"[\w’'-]+", label.partition("(")[0])
    return 1 < len(words) <= LONGEST_LABEL and is_speaker_noun(words[0]) and all(word[:1].isupper() for word in words)


def _words(doc: Doc, span: Piece) -> Sequence[Token]:
    return list(doc.char_span(*span, alignment_mode="expand") or ())


def _quoted_from(text: str, start: int, marks: Sequence[Quotation]) -> tuple[Piece, ...]:
    """The quotations that stand one after the other from there on; what the paragraph goes on to tell is not theirs."""
    pieces: list[Piece] = []
    for mark in marks:
        if mark.start == start or (pieces and not text[pieces[-1][1]:mark.start].strip()):
            pieces.append((mark.start, mark.end))
    return tuple(pieces)


def class_of(words: str) -> CueClass:
    """A turn that ends in a question asks."""
    return CueClass.ASK if words.rstrip().rstrip("”\"'’»").endswith("?") else CueClass.ASSERT


def is_transcript(docs: Iterable[Doc]) -> bool:
    """True for a report in which two paragraphs or more begin with a label in capitals; one alone is a dateline."""
    labelled = (doc for doc in docs if (match := COLON_FIRST.fullmatch(text_of(doc).rstrip()))
                and match["who"].isupper() and _is_label(match["who"]))
    return next(labelled, None) is not None and next(labelled, None) is not None


def _is_label(words: str) -> bool:
    """True for a few words in capitals that are no rubric ("UPDATE:", "LIVE:")."""
    parts = re.findall(r"[^\W\d_]+", words.casefold())
    return 0 < len(parts) <= LONGEST_LABEL and sum(map(len, parts)) > 1 and not is_rubric(words)
