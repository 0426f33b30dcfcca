"""Whom a source's noun means: an earlier source called so, whoever spoke last, or a person named after it."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING

from reportedly.annotate.parse import Block
from reportedly.annotate.source_order import SourceOrder
from reportedly.annotate.speakers import Speaker, SpeakerFinder
from reportedly.annotate.succession import is_human, is_plural, names_by_epithet
from reportedly.annotate.terms import terms_of
from reportedly.records.annotation import Attribution, EntityKind, LocalEntity
from reportedly.records.article import ZoneKind

if TYPE_CHECKING:
    from spacy.tokens import Token

_DEFINITE = frozenset({"the", "this", "that"})
_INDEFINITE = frozenset({"a", "an", "one"})
_FARTHEST = 12
"""Sources back in which somebody may have been called by the same noun."""
_NEXT = 3
"""Sources ahead in which somebody spoken of first may be named."""
_HEADLINES = frozenset({ZoneKind.TITLE, ZoneKind.SUBTITLE, ZoneKind.HEADING})
_PARAGRAPHS_ON = 2
_CROWD = frozenset("""official source spokesman spokeswoman spokesperson witness eyewitness resident local neighbour
neighbor passenger protester demonstrator supporter voter user reader fan customer man woman person someone member
employee worker soldier officer policeman student tourist visitor viewer commentator survivor relative friend
bystander aide insider diplomat fighter judge""".split())
"""Nouns that fit many: the next person named is as likely another one, unless the report says so."""
_AUTHORS = frozenset({"author", "columnist", "commentator", "blogger"})
"""As what a report speaks of its own writer."""
_TAILS = {**dict.fromkeys(("airline", "carrier"), frozenset({"airlines", "airways"})),
          "university": frozenset({"college"}), "bank": frozenset({"bancorp"})}
"""Last words of names that the noun stands for, besides itself."""
_WRITINGS = frozenset("article story column piece editorial op-ed post blog".split())
_IN_PRINT = re.compile(r"\b(?:coverage|article|story|report|column|piece|editorial|op-ed|post|published|appeared|"
                       r"reported|wrote|written)\b", re.IGNORECASE)


class RenamedSources:
    """Resolves sources of one article that are a singular noun without a name."""

    def __init__(self, order: SourceOrder, finder: SpeakerFinder, speaker_of: Callable[[Attribution], Speaker]) -> None:
        self._order = order
        self._finder = finder
        self._speaker_of = speaker_of

    def speaker_of(self, attribution: Attribution, head: Token) -> Speaker | None:
        """The speaker meant; None where the report does not tell."""
        if is_plural(head) or head.pos_ != "NOUN":
            return None
        if self._is_headline(attribution):
            return self._told_in_body(attribution, head)
        articles = {child.lower_ for child in head.children if child.dep_ in {"det", "nummod", "poss"}}
        if articles and articles <= _DEFINITE and not _is_narrowed(head):
            ways = (self._author, self._publisher, self._called_so_before, self._named_so, self._by_epithet)
            return next((found for way in ways if (found := way(attribution, head)) is not None), None)
        if articles and articles <= _INDEFINITE and attribution.parent is None:
            return self._named_later(attribution, head)
        return None

    def _is_headline(self, attribution: Attribution) -> bool:
        block = self._order.parse.block_at(attribution.source[0].start)
        return block is not None and block.zone.kind in _HEADLINES

    def _told_in_body(self, attribution: Attribution, head: Token) -> Speaker | None:
        """`Bridge is safe, officer says` above a report in which one person says so."""
        if not is_human(head):
            return None
        own = self._terms(attribution)
        for other in self._order.sources_after(attribution, _NEXT):
            said_by = self._order.head(other)
            if self._is_headline(other) or said_by is None or 2 * len(own & self._terms(other)) < len(own):
                continue
            speaker = self._speaker_of(other)
            fits = speaker.kind == "person" or (speaker.kind == "unnamed" and is_human(said_by))
            return speaker if fits and not is_plural(said_by) else None
        return None

    def _author(self, attribution: Attribution, head: Token) -> Speaker | None:
        """`The author thinks …`, where the report has spoken of no other author: whoever wrote the report."""
        author = self._finder.author()
        is_own = head.lemma_.lower() in _AUTHORS and self._order.is_first_use(attribution, head)
        return author if is_own and author.kind != "none" else None

    def _called_so_before(self, attribution: Attribution, head: Token) -> Speaker | None:
        """The last source with the same noun: `Ann Lee, a spokeswoman for the port`, then `the spokeswoman`."""
        for other in self._order.sources_before(attribution, _FARTHEST):
            called = [token for token in self._order.tokens(other) if token.lemma_.lower() == head.lemma_.lower()
                      and token.dep_ not in {"pobj", "poss"} and not is_plural(token)]
            speaker = self._speaker_of(other) if called else None
            if speaker is not None and (speaker.kind != "person" or any(map(_says_who, called))):
                return speaker
        return None

    def _by_epithet(self, attribution: Attribution, head: Token) -> Speaker | None:
        """Whoever spoke just before, or the one person of the sentence before, where the noun says what that one is.

        A noun for a person that the report used before, of somebody else as far as it tells, means that other one.
        """
        for speaker in self._spoken_of_before(attribution, head):
            entity = self._finder.entity(speaker.entity)
            if names_by_epithet(head, speaker, entity):
                known = speaker.kind != "person" or (entity is not None and _is_role_of(head, entity))
                return speaker if known or self._order.is_first_use(attribution, head) else None
        return None

    def _spoken_of_before(self, attribution: Attribution, head: Token) -> Iterator[Speaker]:
        before = self._order.before(attribution)
        if before is not None and self._order.is_near(before, attribution):
            yield self._speaker_of(before)
        block = self._order.parse.block_at(attribution.source[0].start)
        if block is not None:
            people = self._named_in(*self._sentence_before(block, head), EntityKind.PERSON)
            if len(people) == 1:
                yield Speaker(people[0].name, "person", people[0].id)

    def _named_so(self, attribution: Attribution, head: Token) -> Speaker | None:
        """`The casino`, `the airline`: the one body before it whose name ends so; of several the one named just now."""
        lemma, start = head.lemma_.lower(), attribution.source[0].start
        tails = _TAILS.get(lemma, frozenset()) | {lemma, lemma + "s"}
        fits = [entity for entity in self._finder.bodies_ending(tails) if entity.mentions[0].start < start]
        block = self._order.parse.block_at(start)
        if len(fits) > 1 and block is not None:
            near = self._named_in(self._sentence_before(block, head)[0], start, EntityKind.ORGANIZATION)
            fits = [entity for entity in near if entity in fits]
        return Speaker(fits[0].name, "organization", fits[0].id) if len(fits) == 1 else None

    def _named_in(self, start: int, end: int, kind: EntityKind) -> list[LocalEntity]:
        """Entities of a kind that this stretch of the text mentions, each once."""
        found = {entity.id: entity for offset in range(start, end)
                 if (entity := self._finder.entity_at(offset)) is not None and entity.kind is kind}
        return list(found.values())

    def _publisher(self, attribution: Attribution, head: Token) -> Speaker | None:
        """`That article`, after `coverage in the Heron`: the one body named in the sentence before."""
        block = self._order.parse.block_at(attribution.source[0].start)
        if head.lemma_.lower() not in _WRITINGS or block is None:
            return None
        start, end = self._sentence_before(block, head)
        if not _IN_PRINT.search(self._order.parse.article.text[start:end]):
            return None
        bodies = {entity.id: entity for offset in range(start, end)
                  if (entity := self._finder.entity_at(offset)) is not None and _is_printed_in(self._order, offset)
                  and entity.kind in {EntityKind.ORGANIZATION, EntityKind.OTHER}}
        if len(bodies) != 1:
            return None
        [body] = bodies.values()
        return Speaker(body.name, "organization", body.id)

    def _sentence_before(self, block: Block, head: Token) -> tuple[int, int]:
        """Offsets of the sentence before the one of this word, in the paragraph before where it is the first."""
        sentences = [sent for sent in block.doc.sents if sent.end <= head.sent.start]
        if not sentences:
            before = self._order.block_before(block)
            if before is None:
                return 0, 0
            block, sentences = before, list(before.doc.sents)
        return block.zone.start + sentences[-1].start_char, block.zone.start + sentences[-1].end_char

    def _named_later(self, attribution: Attribution, head: Token) -> Speaker | None:
        """`A former pilot says …`, and in the next paragraphs `Jane Roe told the Heron …` of the same thing."""
        if not is_human(head):
            return None
        for other in self._order.sources_after(attribution, _NEXT):
            if not self._order.is_near(attribution, other, _PARAGRAPHS_ON):
                return None
            entity = self._introduced_by(other)
            if entity is not None:
                told = _is_role_of(head, entity) if entity.roles else self._is_retold(attribution, other, head)
                return Speaker(entity.name, "person", entity.id) if told else None
            own = self._order.head(other)
            if own is None or own.lemma_ != head.lemma_:
                return None
        return None

    def _introduced_by(self, attribution: Attribution) -> LocalEntity | None:
        """The person whose full name the report gives for the first time as this source."""
        speaker = self._finder.speaker_of(attribution.source)
        entity = self._finder.entity(speaker.entity)
        if entity is None or speaker.kind != "person" or len(entity.name.split()) < 2:
            return None
        first = min(span.start for span in entity.mentions)
        return entity if any(span.start <= first < span.end for span in attribution.source) else None

    def _is_retold(self, one: Attribution, other: Attribution, head: Token) -> bool:
        """Both say something of the same, and few could be called so."""
        return head.lemma_.lower() not in _CROWD and bool(self._terms(one) & self._terms(other))

    def _terms(self, attribution: Attribution) -> set[str]:
        return set(terms_of([token for span in attribution.content for token in self._order.parse.tokens_in(span)]))


def _is_narrowed(head: Token) -> bool:
    """`the mayor of Brill`, `the pilot who left`: says itself who it is."""
    return any(child.dep_ in {"prep", "relcl", "acl", "appos"} for child in head.children)


def _says_who(noun: Token) -> bool:
    """False for `company` of `company founder Jane Roe`."""
    return noun.dep_ not in {"compound", "nmod"} or is_human(noun)


def _is_role_of(head: Token, entity: LocalEntity) -> bool:
    return any(head.lemma_.lower() in role.casefold().replace("-", " ").split() for role in entity.roles)


def _is_printed_in(order: SourceOrder, offset: int) -> bool:
    """The name stands after `in`, `by`, `from` or `on`."""
    block = order.parse.block_at(offset)
    span = block.doc.char_span(offset - block.zone.start, offset - block.zone.start + 1,
                               alignment_mode="expand") if block is not None else None
    if span is None:
        return False
    word = span.root
    while word.dep_ in {"compound", "nmod", "det"} and word.head.i != word.i:
        word = word.head
    return word.dep_ == "pobj" and word.head.lower_ in {"in", "by", "from", "on"}
