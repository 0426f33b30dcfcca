"""The chain of a statement: from the outlet that publishes over all who pass the words on to the speaker.

Order: the outlet; the source of a quoted block; who tells of it in enclosing words, the outermost first, each after
those who relay it; outlets and platforms that the speaker told; the speaker; last whom the speaker cites.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING

from reportedly.annotate.parse import Parse
from reportedly.annotate.relays import (
    Relay,
    cited,
    is_described_medium,
    is_platform,
    is_titled,
    only_hears,
    quoting,
    relays_of,
)
from reportedly.annotate.speakers import SpeakerFinder, shortened
from reportedly.annotate.voices import Voices
from reportedly.records.annotation import AnnotatedArticle, Attribution, ChainLink, EntityKind
from reportedly.records.article import ZoneKind
from reportedly.records.ids import MemberId
from reportedly.records.span import SourceSpan

if TYPE_CHECKING:
    from spacy.tokens import Token

_REPORTING = frozenset("accord according report write publish broadcast reveal".split())
"""Cues with which an outlet passes on what another says beside its own cue: `…, Roe said, the Heron reported`."""
_OUTLETS = frozenset({EntityKind.ORGANIZATION, EntityKind.OTHER})
_SPEAKING_KINDS = _OUTLETS | {EntityKind.PERSON, EntityKind.GROUP}
_OUTLET_TYPES = frozenset({"ORG", "WORK_OF_ART"})
_CLAUSES = frozenset({"relcl", "acl", "appos", "advcl"})

Found = tuple[str, SourceSpan | None]


class Chains:
    """The chains of one article's attributions."""

    def __init__(self, annotated: AnnotatedArticle, parse: Parse, voices: Voices, finder: SpeakerFinder) -> None:
        self._article = annotated.article
        self._parse = parse
        self._voices = voices
        self._finder = finder
        self._attributions = annotated.attributions
        self._by_id: Mapping[MemberId, Attribution] = {item.id: item for item in annotated.attributions}
        self._place = {item.id: at for at, item in enumerate(annotated.attributions)}

    def chain_of(self, attribution: Attribution, speaker: str) -> tuple[ChainLink, ...]:
        """The links in order; nobody stands in it twice, and the outlet not as its own relay."""
        outlet = self._article.outlet.label
        links = [ChainLink(role="outlet", name=outlet, span=None)]
        seen = {_plain(outlet), _plain(speaker)}
        for role, found in (("relay", self._relays(attribution)), ("cited", self._cited(attribution))):
            if role == "cited":
                span = attribution.source[0] if attribution.source else None
                links.append(ChainLink(role="speaker", name=speaker, span=span))
            for name, span in found:
                if _plain(name) not in seen:
                    seen.add(_plain(name))
                    links.append(ChainLink(role=role, name=name, span=span))
        return tuple(links)

    def _relays(self, attribution: Attribution) -> Iterator[Found]:
        anchor = (*attribution.cue, *attribution.content, *attribution.source)[0]
        block = self._parse.block_at(anchor.start)
        if block is not None and block.zone.kind is ZoneKind.QUOTE_BLOCK and block.zone.detail:
            yield block.zone.detail, None
        for outer in self._around(attribution):
            yield from self._told_to(outer)
            yield from self._teller(outer)
        yield from self._told_to(attribution)

    def _around(self, attribution: Attribution) -> list[Attribution]:
        """Who tells of it, the outermost first: enclosing attributions, and reports beside it."""
        found: list[Attribution] = []
        current = attribution
        while current.parent is not None and current.parent in self._by_id and len(found) < len(self._by_id):
            current = self._by_id[current.parent]
            found.append(current)
        return [*found[::-1], *(other for other in self._beside(attribution) if other not in found)]

    def _beside(self, attribution: Attribution) -> Iterator[Attribution]:
        """`…, Roe said, according to the Heron`: reports of the same words by another source."""
        if not attribution.content or not attribution.cue:
            return
        at = self._place[attribution.id]
        first, last = attribution.content[0].start, attribution.content[-1].end
        for other in self._attributions[max(0, at - 3):at + 4]:
            if other.id == attribution.id or other.parent == attribution.id or not (other.source and other.content):
                continue
            shares = any(span.start < last and first < span.end for span in other.content)
            if shares and other.cue and _is_report(other) and not _is_report(attribution) \
                    and other.cue[0].start > attribution.cue[0].start:
                yield other

    def _teller(self, outer: Attribution) -> Iterator[Found]:
        """Who tells; nobody for a pronoun that means nobody named."""
        if outer.source:
            relay = self._voices.speaker_of(outer)
            if relay.kind not in {"unresolved", "none"}:
                yield relay.name, outer.source[0]

    def _told_to(self, attribution: Attribution) -> Iterator[Found]:
        """Outlets and platforms around the cue, and whoever quotes the source."""
        if not attribution.cue:
            return
        cue, source = self._tokens(attribution.cue), self._tokens(attribution.source)
        offset = self._offset(attribution.cue[0])
        for relay in (*quoting(cue, source), *relays_of(cue, self._tokens(attribution.content), source)):
            yield from self._outlet_at(relay, offset)

    def _cited(self, attribution: Attribution) -> Iterator[Found]:
        if not attribution.cue:
            return
        offset = self._offset(attribution.cue[0])
        cue, source, content = map(self._tokens, (attribution.cue, attribution.source, attribution.content))
        for token in cited(cue, source, content):
            yield self._named(token, offset)

    def _outlet_at(self, relay: Relay, offset: int) -> Iterator[Found]:
        """The outlet, platform or described medium that this noun names; nothing for reporters, courts and the like.

        Whoever quotes is a relay whatever it is: `the court papers quote the witness as saying`.
        """
        token = relay.noun
        entity = self._finder.entity_at(offset + token.idx)
        owners = [child for child in token.children if child.dep_ == "poss" and child.ent_type_ == "ORG"]
        is_named = token.ent_type_ in _OUTLET_TYPES if entity is None else entity.kind in _OUTLETS
        is_named = is_named or (relay.is_sure and is_titled(token))
        name = entity.name if entity is not None else token.text
        if owners and not relay.quotes:  # "told the Heron's Ann Lee", "on the Heron's programme"
            yield self._named(owners[0], offset)
        elif is_platform(token) or is_described_medium(token) or relay.quotes or (
                is_named and not only_hears(name) and not only_hears(token.text)):
            yield self._named(token, offset)

    def _named(self, token: Token, offset: int) -> Found:
        """The report's fullest name for what the noun names, else its words without clauses."""
        entity = self._finder.entity_at(offset + token.idx)
        dropped = {word.i for child in token.children if child.dep_ in _CLAUSES or child.ent_type_ == "DATE"
                   for word in child.subtree if word.i < token.i or child.dep_ in _CLAUSES}
        is_name = entity is not None or token.pos_ == "PROPN" or is_platform(token)
        words = [word for word in token.subtree if word.i not in dropped and not (is_name and word.i > token.i)]
        if is_platform(token):  # "on her Facebook page": the owner is the speaker
            words = [word for word in words if word.dep_ == "compound" or word.i == token.i]
        while len(words) > 1 and words[0].is_punct:
            words.pop(0)
        end = words[-1].idx + len(words[-1].text.rstrip(".,"))
        span = self._article.span(offset + words[0].idx, offset + max(end, words[-1].idx + 1))
        is_right = entity is not None and (entity.kind in _SPEAKING_KINDS or not is_titled(token))
        return (entity.name if entity and is_right and not is_platform(token) else shortened(span.exact)), span

    def _tokens(self, spans: tuple[SourceSpan, ...]) -> list[Token]:
        return [token for span in spans for token in self._parse.tokens_in(span) if not token.is_space]

    def _offset(self, span: SourceSpan) -> int:
        block = self._parse.block_at(span.start)
        return block.zone.start if block is not None else 0


def _is_report(attribution: Attribution) -> bool:
    """True for `according to` and other cues of passing on."""
    words = {word.casefold() for span in attribution.cue for word in span.exact.split()}
    return attribution.cue_lemma in _REPORTING or "according" in words


def _plain(name: str) -> str:
    """For comparing names: `the Heron` is `Heron`."""
    return name.casefold().removeprefix("the ").strip()
