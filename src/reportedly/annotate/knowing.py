"""Who knew, learned or was told what, as a report tells it: one record for each verb of knowing and telling.

Kept precise rather than many: somebody named or told apart by a noun, something that is known, no `you know`, `know how
to`, `is known for`, no question and no wish.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

from reportedly.annotate.describing_words import ORGANISATION_NOUNS, is_person_noun
from reportedly.annotate.media_names import is_media_name
from reportedly.annotate.parse import Block, Parse
from reportedly.annotate.places import PlaceIndex
from reportedly.annotate.terms import terms_of
from reportedly.records.annotation import (
    AnnotatedArticle,
    CueClass,
    Knowing,
    Layer,
    LocalEntity,
    Statement,
    TimeRange,
)
from reportedly.records.ids import MemberId, content_id
from reportedly.records.judgement import Provenance
from reportedly.records.span import SourceSpan
from reportedly.text.normalise import fold

if TYPE_CHECKING:
    from spacy.tokens import Span, Token

LEARNING = frozenset("learn discover realize realise uncover detect".split())
KNOWING = frozenset({"know"})
TELLING = {"tell": "told", "inform": "told", "notify": "told", "alert": "told", "brief": "told", "warn": "warned"}
AWARE = {"aware": "knew", "unaware": "did not know"}
_NONE = frozenset({"nobody", "none", "one"})
"""`nobody warned her`, `no one told him`."""
_NOBODY = frozenset("you we i us me people everyone everybody anyone anybody nobody one it that this who which they "
                    "reporters reporter journalists viewers readers".split())
"""Who is everybody or nobody; and the press, which is told all that is said."""
_MODALS = frozenset("may might could would can will shall must".split())
_HELD = frozenset({"ccomp", "xcomp", "dobj", "prep", "advcl"})
_ORDERS = frozenset({"as", "to", "not"})
"""`told her to leave`: an order."""
_ABOUT = frozenset({"of", "about"})
_EMPTY = re.compile(r"\W*(?:how to|what to|it|that|this|so|him|her|them|each other|better|more|nothing)\W*$",
                    re.IGNORECASE)
_CUE = re.compile(r"\b(?:(?P<knew>know|knew|known|aware|knowledge)|learn(?:ed|t|ing|s)?|discover\w*|reali[sz]\w*|"
                  r"notic\w*|detect\w*|found out)\b", re.IGNORECASE)
_NOT = re.compile(r"\b(?:no|not|unaware|never)\b|n['’]t\b", re.IGNORECASE)
_LONGEST = 320
"""Code points of a matter; the rest of a longer clause is cut."""


class RuleKnowing:
    """Adds the knowing layer."""

    name = "reportedly.rule-knowing.v1"
    needs = frozenset({Layer.SENTENCES, Layer.TIMES, Layer.MENTIONS, Layer.ENTITIES, Layer.STATEMENTS})
    adds = frozenset({Layer.KNOWING})

    def annotate(self, article: AnnotatedArticle, parse: Parse) -> AnnotatedArticle:
        """The article with who knew what, in reading order."""
        reader = _Reader(article, parse, self.name)
        read = list(reader.records())
        found = sorted([*read, *reader.of_statements(read)], key=lambda item: (item.span.start, item.id))
        return replace(article, knowing=tuple(found), layers=article.layers | self.adds,
                       made_by=(*article.made_by, self.name))


class _Reader:
    """One article on the way."""

    def __init__(self, annotated: AnnotatedArticle, parse: Parse, component: str) -> None:
        self._annotated, self._parse, self._component = annotated, parse, component
        self._entities: dict[str, LocalEntity] = {entity.id: entity for entity in annotated.entities}
        self._ends = PlaceIndex((mention.span, (len(mention.span), mention.id, mention))
                                for mention in annotated.mentions if mention.entity and mention.form != "nested")
        self._statements = PlaceIndex((piece, (len(piece), statement.id, statement))
                                      for statement in annotated.statements for piece in statement.content)

    def records(self) -> Iterator[Knowing]:
        for block in self._parse.blocks:
            for token in block.doc:
                read = self._read(block, token)
                if read is not None:
                    yield read

    def of_statements(self, found: Iterable[Knowing]) -> Iterator[Knowing]:
        """What attributions tell of knowing where no verb was read: `learned of`, `had no knowledge of`."""
        taken = [item.clause for item in found]
        for statement in self._annotated.statements:
            cue = _CUE.search(statement.cue)
            if cue is None or not _tells_knowing(statement) or any(map(statement.sentence.overlaps, taken)):
                continue
            kind = "did not know" if statement.negated or _NOT.search(statement.cue) else \
                "knew" if cue.lastgroup == "knew" else "learned"
            first, day = statement.content[0], self._annotated.article.published_day
            yield Knowing(
                id=MemberId(content_id("k", self._annotated.article.id, "s", first.start, first.end)), span=first,
                clause=statement.sentence, kind=kind, actor=statement.speaker, entity=statement.entity,
                informant=None, informant_entity=None, matter=first,
                time=statement.said if statement.said and statement.said.because else TimeRange(
                    earliest=None, latest=day, precision="unknown", rule="before publication", because=()),
                statement=None, terms=statement.terms,
                provenance=Provenance(component=self._component, rule=f"cue: {statement.cue}"))

    def _read(self, block: Block, token: Token) -> Knowing | None:
        """The record of one verb or `aware`; None for all else."""
        kind = _kind(token)
        verb = token.head if token.lower_ in AWARE else token
        if kind is None or _is_unreal(verb):
            return None
        actor, informant = _who(token, verb)
        if actor is None or actor.lower_ in _NOBODY:
            return None
        matter = self._matter(block, token, {actor.i} | ({informant.i} if informant is not None else set()))
        name = self._named(block, actor)
        if matter is None or name is None:
            return None
        return self._record(block, token, verb, kind, actor, informant, matter, name)

    def _record(self, block: Block, token: Token, verb: Token, kind: str, actor: Token, informant: Token | None,
                matter: SourceSpan, name: tuple[str, MemberId | None]) -> Knowing:
        statement = self._statement_of(block, token)
        if any(child.dep_ == "neg" for child in verb.children) or (
                informant is not None and informant.lower_ in _NONE):
            kind = {"knew": "did not know", "learned": "did not know", "told": "was not told",
                    "warned": "was not told"}.get(kind, kind)
        elif statement is not None and statement.denies:
            kind = "denied being told" if token.lemma_.lower() in TELLING else "denied knowing"
        told_by = self._named(block, informant) if informant is not None else None
        start = block.zone.start
        span = self._annotated.article.span(start + token.idx, start + token.idx + len(token.text))
        clause = self._parse.span(block, token.sent)
        return Knowing(
            id=MemberId(content_id("k", self._annotated.article.id, span.start, span.end)), span=span, clause=clause,
            kind=kind, actor=name[0], entity=name[1], informant=told_by[0] if told_by else None,
            informant_entity=told_by[1] if told_by else None, matter=matter, time=self._time(block, verb),
            statement=statement.id if statement else None,
            terms=terms_of(self._parse.tokens_in(matter)),
            provenance=Provenance(component=self._component, rule=f"{verb.lemma_ if token is verb else token.lower_}, "
                                  f"{'told' if told_by else 'subject'}"))

    def _named(self, block: Block, token: Token) -> tuple[str, MemberId | None] | None:
        """Name and entity of who it is; the words of a noun of people or bodies; None for anything else."""
        at = block.zone.start + token.idx
        span = self._annotated.article.span(at, at + len(token.text))
        holding = self._ends.covering(span)
        if holding:
            mention = min(holding, key=lambda item: item[:2])[2]
            entity = self._entities[str(mention.entity)]
            return None if is_media_name(entity.name) else (entity.name, entity.id)
        lemma = fold(token.lemma_)
        if token.pos_ == "NOUN" and (is_person_noun(lemma) or lemma in ORGANISATION_NOUNS):
            words = [word for word in token.lefts if word.dep_ in ("amod", "compound", "poss", "nummod")]
            return block.doc[words[0].i if words else token.i:token.i + 1].text, None
        return None

    def _matter(self, block: Block, token: Token, but: set[int]) -> SourceSpan | None:
        """The words that say what is known: a clause, `of …`, `about …`, or the object."""
        for child in sorted(token.rights, key=lambda child: child.dep_ != "ccomp"):
            if child.i in but or child.dep_ not in _HELD or (child.dep_ == "prep" and child.lower_ not in _ABOUT) \
                    or (child.dep_ == "advcl" and token.lemma_ not in TELLING):
                continue
            if child.dep_ == "dobj" and (token.lemma_ in TELLING or child.pos_ == "PRON"):
                continue
            words = block.doc[child.left_edge.i:child.right_edge.i + 1]
            if child.left_edge.i <= token.i or len(words) < 2 or _is_no_matter(words):
                continue
            end = min(words.end_char, words.start_char + _LONGEST)
            return self._annotated.article.span(block.zone.start + words.start_char, block.zone.start + end)
        return None

    def _time(self, block: Block, verb: Token) -> TimeRange:
        """When it was known: a time beside the verb, else the only one of its sentence, else before publication."""
        edge = block.zone.start + verb.left_edge.idx, block.zone.start + verb.right_edge.idx
        inner = [child for child in verb.children if child.dep_ in ("ccomp", "xcomp")]
        holes = [(block.zone.start + child.left_edge.idx, block.zone.start + child.right_edge.idx) for child in inner]
        near = [time for time in self._annotated.times if time.earliest and edge[0] <= time.span.start <= edge[1]
                and time.type in ("DATE", "TIME") and not any(a <= time.span.start <= b for a, b in holes)]
        day = self._annotated.article.published_day
        near = [time for time in near if not day or (time.earliest or "")[:10] <= day]  # nothing is known before it is
        if near:
            time = near[0]
            return TimeRange(earliest=time.earliest, latest=time.latest, precision=time.precision,
                             rule="expression beside the verb", because=(time.span,))
        return TimeRange(earliest=None, latest=day, precision="unknown", rule="before publication", because=())

    def _statement_of(self, block: Block, token: Token) -> Statement | None:
        at = block.zone.start + token.idx
        holding = self._statements.covering(self._annotated.article.span(at, at + len(token.text)))
        return min(holding, key=lambda item: item[:2])[2] if holding else None


def _tells_knowing(statement: Statement) -> bool:
    """Somebody named knows something; not an outlet that speaks of itself."""
    return statement.speaker_kind in ("person", "organization") and bool(statement.content) \
        and statement.cue_class is CueClass.KNOW and not _is_press(statement) \
        and not statement.sentence.exact.rstrip().endswith("?") and not statement.text.startswith("how to")


def _is_no_matter(words: Span) -> bool:
    """An order, a skill or a bare pronoun: `to leave`, `how to swim`, `it`."""
    return words[0].lower_ in _ORDERS or words[:2].text.lower() == "how to" or _EMPTY.match(words.text) is not None


def _is_press(statement: Statement) -> bool:
    """An outlet that says `we know` of itself."""
    return is_media_name(statement.speaker) or any(
        link.role == "outlet" and link.name == statement.speaker for link in statement.chain)


def _kind(token: Token) -> str | None:
    if token.lower_ in AWARE and token.head.lemma_ in ("be", "become", "remain", "make") and token.dep_ == "acomp":
        return AWARE[token.lower_]
    if token.pos_ != "VERB":
        return None
    lemma = token.lemma_.lower()
    if lemma in KNOWING:
        return "knew"
    return "learned" if lemma in LEARNING else TELLING.get(lemma)


def _is_unreal(verb: Token) -> bool:
    """A wish, an order, a question, what may be: nobody is told to have known."""
    if any(child.dep_ == "aux" and child.lower_ in _MODALS for child in verb.children):
        return True
    if verb.sent.text.rstrip(" \"”’)").endswith("?"):
        return True
    return any(child.lower_ in ("if", "unless", "whether") and child.dep_ == "mark"
               for word in (verb, *verb.ancestors) for child in word.children)


def _who(token: Token, verb: Token) -> tuple[Token | None, Token | None]:
    """Who knows, and who told; of `A told B` B knows, of `B was told by A` too."""
    subjects = [child for child in verb.lefts if child.dep_ in ("nsubj", "nsubjpass")]
    if not subjects and verb.dep_ == "conj":
        subjects = [child for child in verb.head.lefts if child.dep_ in ("nsubj", "nsubjpass")]
    subject = subjects[0] if subjects else None
    if token.lemma_.lower() not in TELLING:
        passive = any(child.dep_ in ("nsubjpass", "auxpass") for child in verb.children)
        return (None, None) if passive else (subject, None)
    if subject is not None and subject.dep_ == "nsubjpass":
        agent = next((grand for child in verb.rights if child.dep_ == "agent" for grand in child.rights), None)
        return subject, agent
    hearer = next((child for child in verb.rights if child.dep_ in ("dobj", "dative")), None)
    return hearer, subject
