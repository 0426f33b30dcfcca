"""Whose voice an attribution is in: who `I` and `we` are, and who a pronoun without a name goes on for."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reportedly.annotate.parse import Block, Parse, text_of
from reportedly.annotate.quotes import Quotation, marks_near, quotations
from reportedly.annotate.speakers import FIRST_PERSON, NOBODY, Speaker, SpeakerFinder, head_of
from reportedly.records.annotation import AnnotatedArticle, Attribution
from reportedly.records.article import ZoneKind
from reportedly.records.ids import MemberId

if TYPE_CHECKING:
    from spacy.tokens import Token

_ONE_PERSON = frozenset({"he", "she"})
_ONE_BODY = frozenset({"it"})
_SEVERAL = frozenset({"they"})
_DOCUMENTS = frozenset({"statement", "release", "announcement"})
_OWN_VOICE = frozenset({ZoneKind.BODY, ZoneKind.CAPTION})


class Voices:
    """The speakers of one article's attributions, each found once."""

    def __init__(self, annotated: AnnotatedArticle, parse: Parse, finder: SpeakerFinder) -> None:
        self._parse = parse
        self._finder = finder
        self._by_id = {item.id: item for item in annotated.attributions}
        self._speakers: dict[MemberId, Speaker] = {}
        self._heads: dict[MemberId, Token | None] = {}
        self._quotations: dict[int, list[Quotation]] = {}
        self._before: dict[MemberId, Attribution] = {}
        self._note_order(annotated)

    def speaker_of(self, attribution: Attribution) -> Speaker:
        """Who says it; `NOBODY` where the text names no source."""
        known = self._speakers.get(attribution.id)
        if known is None:
            self._speakers[attribution.id] = NOBODY  # should two attributions hold each other
            known = self._speakers[attribution.id] = self._found(attribution)
        return known

    def _note_order(self, annotated: AnnotatedArticle) -> None:
        """For every attribution the last one before it that stands in nobody else's words and has a source."""
        last: Attribution | None = None
        for item in annotated.attributions:
            if last is not None:
                self._before[item.id] = last
            if item.parent is None and item.source:
                last = item

    def _found(self, attribution: Attribution) -> Speaker:
        head = self._head(attribution)
        if head is not None and head.lower_ in FIRST_PERSON:
            voice = self._first_person(attribution)
            if voice is not None:
                return voice
        found = self._finder.speaker_of(attribution.source)
        if head is None or (found.kind != "unresolved" and head.lemma_.lower() not in _DOCUMENTS):
            return found
        return self._goes_on(attribution, head) or found

    def _head(self, attribution: Attribution) -> Token | None:
        if attribution.id not in self._heads:
            tokens = [token for span in attribution.source for token in self._parse.tokens_in(span)
                      if not token.is_space]
            self._heads[attribution.id] = head_of(tokens) if tokens else None
        return self._heads[attribution.id]

    def _first_person(self, attribution: Attribution) -> Speaker | None:
        """Inside somebody's words that person; in a quoted block who is quoted there; else author or outlet."""
        parent = self._by_id.get(attribution.parent) if attribution.parent is not None else None
        if parent is not None:
            return self.speaker_of(parent)
        block = self._parse.block_at(attribution.source[0].start)
        if block is None or self._is_quoted(block, attribution.source[0].start - block.zone.start):
            return None
        if block.zone.kind is ZoneKind.QUOTE_BLOCK:
            return Speaker(block.zone.detail, "organization", None) if block.zone.detail else None
        author = self._finder.author()
        return author if block.zone.kind in _OWN_VOICE and author != NOBODY else None

    def _is_quoted(self, block: Block, offset: int) -> bool:
        if block.zone.start not in self._quotations:
            self._quotations[block.zone.start] = quotations(text_of(block.doc))
        return any(mark.start <= offset < mark.end
                   for mark in marks_near(self._quotations[block.zone.start], offset, offset))

    def _goes_on(self, attribution: Attribution, head: Token) -> Speaker | None:
        """The speaker of the attribution just before, where the pronoun can mean that one."""
        before = self._before.get(attribution.id)
        if before is None or not self._is_near(before, attribution):
            return None
        speaker, said_by = self.speaker_of(before), self._head(before)
        if said_by is None or speaker.kind in {"unresolved", "none"}:
            return None
        if head.lemma_.lower() in _DOCUMENTS:
            in_document = any(noun in span.exact.casefold() for span in before.cue for noun in _DOCUMENTS)
            return speaker if in_document and head.lower_ not in {"statements", "releases"} else None
        return speaker if _may_mean(head.lower_, speaker, said_by) else None

    def _is_near(self, before: Attribution, attribution: Attribution) -> bool:
        """True in the same paragraph or the next one."""
        first, second = (self._parse.block_at(item.source[0].start) for item in (before, attribution))
        return first is not None and second is not None and 0 <= second.number - first.number <= 1


def _may_mean(pronoun: str, speaker: Speaker, said_by: Token) -> bool:
    plural = said_by.tag_ in {"NNS", "NNPS"} or any(child.dep_ == "nummod" for child in said_by.children)
    if pronoun in _ONE_PERSON:
        return speaker.kind == "person" or (speaker.kind == "unnamed" and not plural and _is_human(said_by))
    if pronoun in _ONE_BODY:
        return speaker.kind == "organization" or (speaker.kind == "unnamed" and not plural and not _is_human(said_by))
    return pronoun in _SEVERAL and (speaker.kind == "group" or (speaker.kind == "unnamed" and plural))


def _is_human(noun: Token) -> bool:
    """True for nouns that name a person by what he or she does."""
    lemma = noun.lemma_.lower()
    ends_so = lemma.endswith(("man", "woman", "person", "er", "or", "ist", "ian", "ent", "ant", "ial"))
    return lemma in _PEOPLE or (ends_so and lemma not in _BODIES)


_BODIES = frozenset("""government department parliament center centre carrier insurer lender retailer maker
manufacturer operator developer provider supplier regulator newspaper paper report statement document letter
tribunal memorandum restaurant plant giant corporation""".split())
"""Bodies and things whose names end as those of people do."""
_PEOPLE = frozenset("""source witness aide chief head boss mayor neighbour lawyer friend victim coach nurse driver pilot
guest guard judge mother father son daughter brother sister wife husband""".split())
