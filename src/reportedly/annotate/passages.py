"""The passage that is shown for an item inside a sentence, and who stands behind its words."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from reportedly.annotate.parse import Parse
from reportedly.annotate.places import PlaceIndex
from reportedly.records.annotation import AnnotatedArticle, Statement
from reportedly.records.span import SourceSpan

if TYPE_CHECKING:
    from spacy.tokens import Token

LONGEST = 220
"""Code points of a passage: two lines of a page; a longer sentence is cut to the clause that matters."""
_STANDING = frozenset({"ROOT", "ccomp", "conj", "parataxis"})
"""Clauses that can stand alone; relative and adverbial ones cannot."""
_MARKS = frozenset({"that", "which", "who", "whether", "then"})
_LOOSE = frozenset({"advcl", "parataxis", "relcl", "conj", "appos"})
_EDGE = frozenset({",", ";", ":", "-", "–", "—", "--", "and", "but", "or", "(", ")", "…", "..."})
TELLING = frozenset(
    """say tell predict expect warn forecast suggest argue believe note suspect think claim allege doubt
    anticipate fear explain speculate testify insist admit write report announce add reply state allege""".split()
)
"""Verbs whose subject answers for the clause they govern."""
SUBJECTS = frozenset({"nsubj", "nsubjpass", "csubj"})
"""Labels of a subject in the parse."""
_NOTICE = re.compile(
    r"^\W*(?:photos?|pictures?|images?|video|watch|listen|gallery|read more|related|see also)\s*:|"
    r"\bcopyright\b|\ball rights reserved\b|\b(?:re)?publish\w*\b.*\b(?:authori[sz]ation|permission|consent)\b|"
    r"\b(?:authori[sz]ation|permission|consent)\b.*\b(?:re)?(?:publish|print|distribut)\w*\b|"
    r"\bterms (?:of (?:use|service)|and conditions)\b|\bprivacy policy\b|\bcontributed to this report\b",
    re.IGNORECASE,
)
_HYPOTHETICAL = re.compile(r"\b(?:if|unless|whether)\s(?:[\w’'-]+\s+){0,6}$", re.IGNORECASE)
"""Words right before a cue that make it one of a case supposed: `if the inquiry confirms that`."""
_FIRST_PERSON = frozenset({"i", "we", "me", "us", "my", "our"})
_THIRD_PERSON = {
    "he": frozenset({"person"}),
    "she": frozenset({"person"}),
    "it": frozenset({"organization", "group"}),
    "they": frozenset({"organization", "group", "unnamed"}),
}
"""Kinds of speakers that a pronoun can stand for."""


def passage(sentence: Sequence[Token], anchor: Token, keep: Iterable[Token] = ()) -> list[Token]:
    """The sentence when it is short; else the smallest standing clause around the anchor and the tokens to keep.

    Always one unbroken run of tokens of the sentence that holds the anchor.
    """
    whole = trimmed(sentence)
    if length(whole) <= LONGEST:
        return whole
    allowed = {token.i for token in whole}
    needed = {anchor.i, *(token.i for token in keep if token.i in allowed)}
    best: list[Token] | None = None
    for head in clause_heads(anchor):
        run = _run(head, needed, allowed)
        if best is not None and length(run) > LONGEST:
            break
        best = run
    return _shortened(best or whole, needed)


def clause_heads(token: Token) -> list[Token]:
    """The heads of the standing clauses around a token, innermost first."""
    chain = [token, *token.ancestors]
    heads = [one for one in chain if one.dep_ in _STANDING and has_subject(one)]
    return heads or [chain[-1]]


def is_notice(text: str) -> bool:
    """True for captions and for what a page says of itself: copyright, terms, where to click."""
    return bool(_NOTICE.search(text))


def has_subject(token: Token) -> bool:
    """True for the head of a clause that has a subject of its own."""
    return any(child.dep_ in SUBJECTS for child in token.children)


def subject_of(token: Token) -> Token | None:
    """The subject of a verb, or of the verb it is joined to by `and`, or of the verb that governs it."""
    for one in (token, *token.ancestors):
        for child in one.children:
            if child.dep_ in SUBJECTS:
                return child
        if one.dep_ not in {"conj", "xcomp", "advcl", "aux", "auxpass", "acomp"}:
            return None
    return None


def teller_of(token: Token) -> Token | None:
    """Subject of the verb of telling that governs a word; None when nothing does, or only a pronoun."""
    for verb in token.ancestors:
        if verb.pos_ == "VERB" and verb.lemma_ in TELLING:
            passive = any(child.dep_ in {"auxpass", "nsubjpass"} for child in verb.children)
            subject = None if passive else subject_of(verb)
            return subject if subject is not None and subject.pos_ != "PRON" else None
    return None


def _run(head: Token, needed: set[int], allowed: set[int]) -> list[Token]:
    """Tokens of a clause without its outer loose clauses that hold nothing needed, as one run."""
    inside = {token.i for token in head.subtree} & allowed
    for child in head.children:
        branch = {token.i for token in child.subtree}
        at_edge = min(branch) <= min(inside) if child.i < head.i else max(branch) >= max(inside) - 1
        if child.dep_ in _LOOSE and at_edge and not branch & needed and length(_between(head, inside)) > LONGEST:
            inside -= branch
    return trimmed(_between(head, inside | needed))


def _between(head: Token, places: set[int]) -> list[Token]:
    return list(head.doc[min(places) : max(places) + 1])


def _shortened(run: list[Token], needed: set[int]) -> list[Token]:
    """The run cut at commas, or else at words, until it is short enough; what is needed stays."""
    first, last = min(needed), max(needed)
    while length(run) > LONGEST:
        after = next((k for k in range(len(run) - 1, 0, -1) if run[k].i > last and _is_break(run[k])), None)
        before = next((k for k, token in enumerate(run) if token.i < first and _is_break(token)), None)
        if after is not None:
            run = run[:after]
        elif before is not None:
            run = run[before + 1 :]
        else:
            break
    while length(run) > LONGEST and run[-1].i > last:
        run = run[:-1]
    while length(run) > LONGEST and run[0].i < first:
        run = run[1:]
    return trimmed(run) or run


def _is_break(token: Token) -> bool:
    return token.text in {",", ";", ":", "—", "–", "--"} or (token.dep_ == "cc" and token.head.pos_ in {"VERB", "AUX"})


def trimmed(tokens: Sequence[Token]) -> list[Token]:
    """The tokens without space, and without commas, dashes and bare conjunctions at either end."""
    run = sorted((token for token in tokens if not token.is_space), key=lambda token: token.i)
    if not run:
        return list(tokens)
    first, last = 0, len(run) - 1
    while first < last and (run[first].lower_ in _EDGE or (run[first].lower_ in _MARKS and run[first].dep_ == "mark")):
        first += 1
    while last > first and run[last].lower_ in _EDGE:
        last -= 1
    doc = run[first].doc
    return [doc[i] for i in range(run[first].i, run[last].i + 1)]


def length(tokens: Sequence[Token]) -> int:
    """Code points from the first to the last token."""
    return tokens[-1].idx + len(tokens[-1].text) - tokens[0].idx if tokens else 0


class Voices:
    """Who says what in one article: looks statements up by place."""

    def __init__(self, article: AnnotatedArticle, parse: Parse) -> None:
        self.parse = parse
        self.outlet = article.article.outlet.label
        self.writer = article.article.byline[0] if len(article.article.byline) == 1 else self.outlet
        """Who `I` is outside quotations: the one writer the report names, else the outlet."""
        by_attribution = {statement.attribution: statement for statement in article.statements}
        supposed = {
            by_attribution[item.id].id
            for item in article.attributions
            if item.id in by_attribution and item.cue and _is_supposed(item.cue[0], article.article.text)
        }
        self._statements = [one for one in article.statements if one.id not in supposed]
        self._pieces = PlaceIndex(sorted(
            ((piece, statement) for statement in self._statements for piece in statement.content),
            key=lambda row: (len(row[0]), row[0].start, row[1].id),
        ))
        self._cues = PlaceIndex(
            (cue, by_attribution[item.id])
            for item in article.attributions
            if item.id in by_attribution
            for cue in item.cue
        )
        self._names = PlaceIndex((span, (span, entity.name)) for entity in article.entities for span in entity.mentions)

    def inside(self, span: SourceSpan) -> Statement | None:
        """The innermost statement of somebody told whose content holds the span; None for the outlet's own words."""
        return next((statement for statement in self._pieces.covering(span) if statement.speaker_kind != "none"), None)

    def meant_by(self, speaker: str, at: SourceSpan) -> str:
        """Whom a pronoun in the place of a speaker means: the writer for `I`, else the last speaker of its kind.

        The speaker itself where it is no pronoun or nobody fits.
        """
        word = speaker.casefold()
        if word in _FIRST_PERSON:
            return self.writer
        kinds = _THIRD_PERSON.get(word, frozenset())
        earlier = [
            one for one in self._statements if one.speaker_kind in kinds and one.sentence.start < at.start
        ]
        return max(earlier, key=lambda one: (one.sentence.start, one.id)).speaker if earlier else speaker

    def cued_by(self, span: SourceSpan) -> Statement | None:
        """The statement whose cue overlaps the span."""
        return next(iter(self._cues.overlapping(span)), None)

    def name(self, subject: Token) -> str:
        """The name of whom a subject means in this report, else its own words without a relative clause."""
        tokens = [
            token
            for token in subject.subtree
            if not any(part.dep_ in {"relcl", "acl", "appos"} for part in _up_to(token, subject))
        ]
        block = next(block for block in self.parse.blocks if block.doc is subject.doc)
        span = self.parse.span(block, trimmed(tokens))
        head = self.parse.span(block, [subject])
        for mention, name in self._names.covering(head):
            if span.overlaps(mention) and len(mention) >= len(span) // 2:
                return name
        return " ".join(span.exact.split())[:80]


def _is_supposed(cue: SourceSpan, text: str) -> bool:
    start = max(0, cue.start - 60)
    return bool(_HYPOTHETICAL.search(re.split(r"[.,;:!?]\s", text[start : cue.start])[-1]))


def _up_to(token: Token, top: Token) -> list[Token]:
    """The token and its ancestors below `top`."""
    chain = []
    for one in (token, *token.ancestors):
        if one.i == top.i:
            break
        chain.append(one)
    return chain
