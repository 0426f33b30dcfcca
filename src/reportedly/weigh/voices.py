"""Voices: who says what, in one shape for statements and for what outlets tell in their own words."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from math import fsum

from reportedly.records.annotation import AnnotatedArticle, CueClass, EntityKind, EventMention, Statement
from reportedly.records.ids import ArticleId, MemberId
from reportedly.records.linked import LinkedStory
from reportedly.records.span import SourceSpan
from reportedly.records.weighed import Position
from reportedly.text.kin import kin_key, kin_keys
from reportedly.text.normalise import squeeze
from reportedly.text.polarity import is_negated, words_of
from reportedly.text.weights import weight
from reportedly.weigh.sides import shown, side_key

LONGEST_CONTEXT = 3
"""Sentences before that a phrase such as `the allegations` can point to."""
FEWEST_REPORTS, MOST_REPORTS, UBIQUITOUS = 4, 0.4, 0.3
"""A key found in so many reports, and in so large a share of them, weighs only this much."""
PLAIN_ACTS = frozenset("be have do make take get give go come say tell see use keep let put want try need seem".split())
"""Verbs that hardly tell what was done."""
TELLING = frozenset("tell tells told telling inform informs informed informing".split())
"""Cues that hand words to reporters: no sign that somebody was warned."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Voice:
    """One proposition in somebody's mouth."""

    who: str
    named: bool
    """A person, body or outlet with a name: `two officials` is not."""
    speaks: bool
    """Somebody is quoted or reported; False for the outlet's own voice."""
    text: str
    whole: str
    """The sentence around it."""
    terms: frozenset[str]
    """Terms of the words themselves."""
    context: frozenset[str]
    """Terms of the sentence around them, those of the words included."""
    keys: frozenset[str]
    """Kin keys of its own terms."""
    context_keys: frozenset[str]
    """Kin keys of the terms of its sentence."""
    told: frozenset[str]
    """Keys of every word of the text and the cue, so that a verb too plain to be a term is found: `told`."""
    act: str | None
    """Key of the first happening told in the words: what is said to have been done; None for a mere thing."""
    cue: str
    cue_class: CueClass | None
    denies: bool
    negated: bool
    """The words hold a negation of their own: "no evidence", "did not"."""
    spans: tuple[SourceSpan, ...]
    sentence: SourceSpan
    member: MemberId
    article_id: ArticleId
    origin: ArticleId
    day: str | None


class Choir:
    """All voices of a story, in order of report and place."""

    def __init__(self, linked: LinkedStory) -> None:
        self.linked = linked
        self.voices: tuple[Voice, ...] = tuple(voice for report in linked.state.reports
                                               for voice in self._of_report(report))

    @cached_property
    def by_article(self) -> Mapping[ArticleId, Sequence[Voice]]:
        """Voices of each report in reading order."""
        table: dict[ArticleId, list[Voice]] = {}
        for voice in self.voices:
            table.setdefault(voice.article_id, []).append(voice)
        return table

    def before(self, voice: Voice, sentences: int = LONGEST_CONTEXT) -> list[Voice]:
        """Voices of the few sentences before this one in its report, nearest first."""
        earlier = [other for other in self.by_article[voice.article_id]
                   if other.sentence.start < voice.sentence.start and not other.sentence.overlaps(voice.sentence)]
        starts = sorted({other.sentence.start for other in earlier}, reverse=True)[:sentences]
        return [other for start in starts for other in earlier if other.sentence.start == start]

    @cached_property
    def telling(self) -> Mapping[str, Sequence[Voice]]:
        """Voices by each key of their words and cue."""
        table: dict[str, list[Voice]] = {}
        for voice in self.voices:
            for key in voice.told:
                table.setdefault(key, []).append(voice)
        return table

    @cached_property
    def everywhere(self) -> frozenset[str]:
        """Keys that most reports of the story share: what it is about, so they tell two propositions not apart."""
        reports: dict[str, set[ArticleId]] = {}
        for voice in self.voices:
            for key in voice.keys:
                reports.setdefault(key, set()).add(voice.article_id)
        least = max(FEWEST_REPORTS, MOST_REPORTS * len(self.by_article))
        return frozenset(key for key, seen in reports.items() if len(seen) >= least)

    def weight(self, keys: Iterable[str]) -> float:
        """Sum of what keys tell, the same in any order; those of the whole story tell little."""
        return fsum(self._weights.get(key, 1.0) for key in keys)

    @cached_property
    def _weights(self) -> Mapping[str, float]:
        table: dict[str, float] = dict.fromkeys(self.everywhere, 1.0)
        for term in {term for voice in self.voices for term in voice.terms | voice.context}:
            table[kin_key(term)] = min(table.get(kin_key(term), 1.0), weight(term))
        return {key: least * (UBIQUITOUS if key in self.everywhere else 1.0) for key, least in table.items()}

    @cached_property
    def name_keys(self) -> frozenset[str]:
        """Keys of the words of people's names."""
        return kin_keys(self.name_words)

    @cached_property
    def name_words(self) -> frozenset[str]:
        """Folded words of people's names: two voices that only name one person do not speak of one thing."""
        names = (form for entity in self.linked.entities if entity.kind is EntityKind.PERSON
                 for form in (entity.name, *entity.aliases) if form[:1].isupper())
        return frozenset(word for form in names for word in words_of(form))

    def _of_report(self, report: AnnotatedArticle) -> Iterator[Voice]:
        acts = first_acts(report.events)
        spoken = [self._spoken(report, statement, acts.get(statement.id)) for statement in report.statements
                  if not statement.is_silent and statement.content]
        own = [self._own(report, mention) for mention in report.events
               if mention.statement is None and mention.status in ("happened", "background", "negated")]
        yield from sorted([*spoken, *own], key=lambda voice: (voice.sentence.start, voice.spans[0].start, voice.member))

    def _spoken(self, report: AnnotatedArticle, statement: Statement, act: str | None) -> Voice:
        speaker = known_speaker(self.linked, statement)
        terms = own_terms(statement)
        context = terms | context_terms(report, statement.sentence)
        return Voice(who=speaker or report.article.outlet.label, named=statement.entity is not None or speaker is None,
                     speaks=speaker is not None, text=squeeze(statement.text),
                     whole=squeeze(statement.sentence.exact), terms=terms, context=context,
                     keys=kin_keys(terms), context_keys=kin_keys(context), act=act,
                     told=kin_keys(words_of(statement.text) | (words_of(statement.cue) - TELLING) | terms),
                     cue=statement.cue,
                     cue_class=statement.cue_class, denies=statement.denies, negated=is_negated(statement.text),
                     spans=statement.content, sentence=statement.sentence, member=statement.id,
                     article_id=report.article.id, origin=self.linked.origin(report.article.id),
                     day=report.article.published_day)

    def _own(self, report: AnnotatedArticle, mention: EventMention) -> Voice:
        terms, keys = frozenset(mention.terms), kin_keys(mention.terms)
        words = mention.clause.exact
        return Voice(who=report.article.outlet.label, named=True, speaks=False, text=squeeze(words),
                     whole=squeeze(words), terms=terms, context=terms, keys=keys, context_keys=keys,
                     act=kin_key(mention.lemma), told=kin_keys(words_of(words)) | keys, cue="", cue_class=None,
                     denies=False, negated=mention.status == "negated" or is_negated(words),
                     spans=(mention.clause,), sentence=mention.clause, member=mention.id,
                     article_id=report.article.id, origin=self.linked.origin(report.article.id),
                     day=report.article.published_day)


def known_speaker(linked: LinkedStory, statement: Statement) -> str | None:
    """Who speaks, over all reports; None where the text names nobody or only a pronoun without a name."""
    return None if statement.speaker_kind in ("none", "unresolved") else linked.speaker(statement)


def first_acts(events: Iterable[EventMention]) -> dict[MemberId, str]:
    """Key of the first verb that tells what was done, by statement."""
    table: dict[MemberId, str] = {}
    for mention in sorted(events, key=lambda mention: mention.trigger.start):
        if mention.statement is not None and mention.lemma not in PLAIN_ACTS:
            table.setdefault(mention.statement, kin_key(mention.lemma))
    return table


def own_terms(statement: Statement) -> frozenset[str]:
    """Terms of the words themselves: content that only points (`the claim`) has terms of what it may point to."""
    words = words_of(statement.text)
    if len(statement.terms) <= len(words):
        return frozenset(statement.terms)
    own = kin_keys(words)
    return frozenset(term for term in statement.terms if kin_key(term) in own)


def context_terms(report: AnnotatedArticle, sentence: SourceSpan) -> frozenset[str]:
    """Terms of everything told in a sentence."""
    return frozenset(term for mention in report.events if mention.clause.overlaps(sentence) for term in mention.terms)


def position(voices: Sequence[Voice], value: str | None = None) -> Position:
    """One side from the voices that take it; the first gives its words, or its sentence where they are a mere `it`."""
    first = voices[0]
    text = shown(first.text, first.whole)
    spans = dict.fromkeys(span for voice in voices for span in voice.spans)
    if text != first.text:
        spans = dict.fromkeys([first.sentence, *spans])
    return Position(who=first.who, text=text, value=value, spans=tuple(spans),
                    members=tuple(sorted({voice.member for voice in voices})),
                    origins=tuple(sorted({voice.origin for voice in voices})))


def by_who(voices: Iterable[Voice]) -> list[list[Voice]]:
    """Voices gathered by speaker, in the order given; `An officer` and `an officer` are one."""
    table: dict[str, list[Voice]] = {}
    for voice in voices:
        table.setdefault(side_key(voice.who), []).append(voice)
    return list(table.values())
