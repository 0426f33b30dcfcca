"""Whose voice an attribution is in: who `I` and `we` are, who a pronoun goes on for, whom a noun means."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from reportedly.annotate.parse import Block, Parse, text_of
from reportedly.annotate.quotes import Quotation, marks_near, quotations
from reportedly.annotate.renamed_sources import RenamedSources
from reportedly.annotate.source_order import SourceOrder
from reportedly.annotate.speakers import FIRST_PERSON, NOBODY, Speaker, SpeakerFinder
from reportedly.annotate.succession import GENDERS, gender_of, is_called, is_human, may_mean
from reportedly.records.annotation import AnnotatedArticle, Attribution, AttributionKind, EntityKind, LocalEntity
from reportedly.records.article import ZoneKind
from reportedly.records.ids import MemberId

if TYPE_CHECKING:
    from spacy.tokens import Token

_THIRD_PERSON = frozenset({"he", "she", "it"})
_DOCUMENTS = frozenset({"statement", "release", "announcement"})
_SUBJECTS = frozenset({"nsubj", "nsubjpass"})
_OWN_VOICE = frozenset({ZoneKind.BODY, ZoneKind.CAPTION})


class Voices:
    """The speakers of one article's attributions, each found once."""

    def __init__(self, annotated: AnnotatedArticle, parse: Parse, finder: SpeakerFinder) -> None:
        self._parse = parse
        self._finder = finder
        self._by_id = {item.id: item for item in annotated.attributions}
        self._speakers: dict[MemberId, Speaker] = {}
        self._quotations: dict[int, list[Quotation]] = {}
        self._order = SourceOrder(annotated.attributions, parse)
        self._renamed = RenamedSources(self._order, finder, self.speaker_of)

    def speaker_of(self, attribution: Attribution) -> Speaker:
        """Who says it; `NOBODY` where the text names no source."""
        known = self._speakers.get(attribution.id)
        if known is None:
            self._speakers[attribution.id] = NOBODY  # should two attributions hold each other
            known = self._speakers[attribution.id] = self._found(attribution)
        return known

    def _found(self, attribution: Attribution) -> Speaker:
        head = self._order.head(attribution)
        if head is not None and head.lower_ in FIRST_PERSON:
            voice = self._first_person(attribution)
            if voice is not None:
                return voice
        found = self._finder.speaker_of(attribution.source)
        if head is None:
            return found
        if head.lower_ in _THIRD_PERSON and found.kind != "unresolved":
            return self._still_speaking(attribution, head, found) or found
        if found.kind == "unresolved" or head.lemma_.lower() in _DOCUMENTS:
            return self._goes_on(attribution, head) or found
        if found.kind == "unnamed":
            return self._renamed.speaker_of(attribution, head) or found
        return found

    # ------------------------------------------------------------ first person
    def _first_person(self, attribution: Attribution) -> Speaker | None:
        """Inside somebody's words that person; in a quoted block who is quoted there; else author or outlet."""
        parent = self._by_id.get(attribution.parent) if attribution.parent is not None else None
        if parent is not None:
            return self.speaker_of(parent)
        start = attribution.source[0].start
        block = self._parse.block_at(start)
        if block is None or self._finder.entity_at(start) is not None or self._is_quoted(block, start):
            return None
        if block.zone.kind is ZoneKind.QUOTE_BLOCK:
            return Speaker(block.zone.detail, "organization", None) if block.zone.detail else None
        author = self._finder.author()
        return author if block.zone.kind in _OWN_VOICE and author != NOBODY else None

    def _is_quoted(self, block: Block, start: int) -> bool:
        """Inside marks, or in a paragraph that goes on with what the one before it opened and did not close."""
        at = start - block.zone.start
        if any(mark.start <= at < mark.end for mark in marks_near(self._marks(block), at, at)):
            return True
        before = self._order.block_before(block)
        last = self._marks(before)[-1:] if before is not None else []
        return any(not mark.closed and not mark.single and "”" not in text_of(block.doc)[:at] for mark in last)

    def _marks(self, block: Block) -> list[Quotation]:
        if block.zone.start not in self._quotations:
            self._quotations[block.zone.start] = quotations(text_of(block.doc))
        return self._quotations[block.zone.start]

    # ------------------------------------------------------------ third person
    def _goes_on(self, attribution: Attribution, head: Token) -> Speaker | None:
        """The speaker of the attribution just before, where the pronoun or `the statement` can mean that one."""
        before = self._order.before(attribution)
        said_by = self._order.head(before) if before is not None else None
        if before is None or said_by is None or not self._order.is_near(before, attribution):
            return None
        speaker = self.speaker_of(before)
        if speaker.kind in {"unresolved", "none"}:
            return None
        if head.lemma_.lower() in _DOCUMENTS:
            return speaker if _is_document(before, head) else None
        if head.lower_ in GENDERS and self._another_person_since(before, attribution, speaker):
            return None
        return speaker if may_mean(head.lower_, speaker, said_by, self._gender(speaker)) else None

    def _still_speaking(self, attribution: Attribution, head: Token, found: Speaker) -> Speaker | None:
        """Who spoke just before, rather than whom the pronoun was linked to; None where that link stands.

        In news `he said` goes on for the last speaker, unless the other was named since those words.
        """
        before = self._order.before(attribution)
        entity = self._finder.entity(found.entity)
        if attribution.parent is not None or before is None or entity is None:
            return None
        speaker = self._goes_on(attribution, head)
        if speaker is None or speaker.entity == entity.id or self._may_be_one(before, speaker, entity):
            return None
        return None if self._came_in_since(before, attribution, entity) else speaker

    def _may_be_one(self, before: Attribution, speaker: Speaker, entity: LocalEntity) -> bool:
        """`The mayor` may be the very person, if a mayor; so may somebody of unknown gender named farther back."""
        said_by = self._order.head(before)
        if speaker.kind == "person":
            return self._gender(speaker) is None and self._is_in_paragraph(before, entity)
        return said_by is not None and is_called(entity, said_by)

    def _is_in_paragraph(self, attribution: Attribution, entity: LocalEntity) -> bool:
        block = self._parse.block_at(attribution.source[0].start)
        return block is not None and any(block.zone.start <= span.start < block.zone.end for span in entity.mentions)

    def _came_in_since(self, before: Attribution, attribution: Attribution, entity: LocalEntity) -> bool:
        """The other, or somebody without a name, is spoken of between the last speaker's words and the pronoun."""
        end = max(span.end for span in (*before.source, *before.cue, *before.content))
        start = attribution.source[0].start
        if any(end <= span.start < start for span in entity.mentions):
            return True
        return any(token.dep_ in _SUBJECTS and token.tag_ == "NN" and is_human(token)
                   for _, token in self._between(end, start))

    def _another_person_since(self, before: Attribution, attribution: Attribution, speaker: Speaker) -> bool:
        """A person other than the speaker does something between the last speaker's words and the pronoun."""
        end = max(span.end for span in (*before.source, *before.cue, *before.content))
        for block, token in self._between(end, attribution.source[0].start):
            entity = self._finder.entity_at(block.zone.start + token.idx) if token.dep_ in _SUBJECTS else None
            if entity is not None and entity.kind is EntityKind.PERSON and entity.id != speaker.entity \
                    and not self._is_quoted(block, block.zone.start + token.idx):
                return True
        return False

    def _between(self, end: int, start: int) -> Iterator[tuple[Block, Token]]:
        """The words from one place to another, in the same paragraph or the next one."""
        for block in {where.number: where for at in (end, start) if (where := self._parse.block_at(at))}.values():
            yield from ((block, token) for token in block.doc if end <= block.zone.start + token.idx < start)

    def _gender(self, speaker: Speaker) -> str | None:
        entity = self._finder.entity(speaker.entity)
        return gender_of(entity) if entity is not None else None


def _is_document(before: Attribution, head: Token) -> bool:
    """`The statement`, after somebody said something in one or was quoted."""
    if head.tag_ in {"NNS", "NNPS"} or any(child.lower_ in {"a", "an", "another"} for child in head.children):
        return False
    return before.kind is not AttributionKind.INDIRECT \
        or any(noun in span.exact.casefold() for span in before.cue for noun in _DOCUMENTS)
