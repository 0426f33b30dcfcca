"""Voices: who says what, in one shape for statements and for what outlets tell in their own words."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from reportedly.records.annotation import AnnotatedArticle, CueClass, EntityKind, EventMention, Statement
from reportedly.records.ids import ArticleId, MemberId
from reportedly.records.linked import LinkedStory
from reportedly.records.span import SourceSpan
from reportedly.records.weighed import Position
from reportedly.text.normalise import squeeze
from reportedly.text.polarity import is_negated, words_of

LONGEST_CONTEXT = 3
"""Sentences before that a phrase such as `the allegations` can point to."""


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

    def before(self, voice: Voice) -> list[Voice]:
        """Voices of the few sentences before this one in its report, nearest first."""
        earlier = [other for other in self.by_article[voice.article_id]
                   if other.sentence.start < voice.sentence.start and not other.sentence.overlaps(voice.sentence)]
        starts = sorted({other.sentence.start for other in earlier}, reverse=True)[:LONGEST_CONTEXT]
        return [other for start in starts for other in earlier if other.sentence.start == start]

    @cached_property
    def name_words(self) -> frozenset[str]:
        """Folded words of people's names: two voices that only name one person do not speak of one thing."""
        names = (form for entity in self.linked.entities if entity.kind is EntityKind.PERSON
                 for form in (entity.name, *entity.aliases) if form[:1].isupper())
        return frozenset(word for form in names for word in words_of(form))

    def _of_report(self, report: AnnotatedArticle) -> Iterator[Voice]:
        spoken = [self._spoken(report, statement) for statement in report.statements
                  if statement.cue_class is not CueClass.DECLINE and statement.content]
        own = [self._own(report, mention) for mention in report.events
               if mention.statement is None and mention.status in ("happened", "background", "negated")]
        yield from sorted([*spoken, *own], key=lambda voice: (voice.sentence.start, voice.spans[0].start, voice.member))

    def _spoken(self, report: AnnotatedArticle, statement: Statement) -> Voice:
        speaker = known_speaker(self.linked, statement)
        return Voice(who=speaker or report.article.outlet.name, named=statement.entity is not None or speaker is None,
                     speaks=speaker is not None, text=squeeze(statement.text),
                     whole=squeeze(statement.sentence.exact), terms=frozenset(statement.terms),
                     context=frozenset(statement.terms) | context_terms(report, statement.sentence), cue=statement.cue,
                     cue_class=statement.cue_class, denies=statement.denies, negated=is_negated(statement.text),
                     spans=statement.content, sentence=statement.sentence, member=statement.id,
                     article_id=report.article.id, origin=self._origin(report.article.id),
                     day=report.article.published_day)

    def _own(self, report: AnnotatedArticle, mention: EventMention) -> Voice:
        terms = frozenset(mention.terms)
        return Voice(who=report.article.outlet.name, named=True, speaks=False, text=squeeze(mention.clause.exact),
                     whole=squeeze(mention.clause.exact), terms=terms, context=terms, cue="", cue_class=None,
                     denies=False, negated=mention.status == "negated" or is_negated(mention.clause.exact),
                     spans=(mention.clause,), sentence=mention.clause, member=mention.id,
                     article_id=report.article.id, origin=self._origin(report.article.id),
                     day=report.article.published_day)

    def _origin(self, report: ArticleId) -> ArticleId:
        origin = self.linked.origin_of.get(report)
        return origin.id if origin else report


def known_speaker(linked: LinkedStory, statement: Statement) -> str | None:
    """Who speaks, over all reports; None where the text names nobody or only a pronoun without a name."""
    return None if statement.speaker_kind in ("none", "unresolved") else linked.speaker(statement)


def context_terms(report: AnnotatedArticle, sentence: SourceSpan) -> frozenset[str]:
    """Terms of everything told in a sentence."""
    return frozenset(term for mention in report.events if mention.clause.overlaps(sentence) for term in mention.terms)


def position(voices: Sequence[Voice], value: str | None = None) -> Position:
    """One side from the voices that take it; the first gives its words."""
    first = voices[0]
    spans = dict.fromkeys(span for voice in voices for span in voice.spans)
    return Position(who=first.who, text=first.text, value=value, spans=tuple(spans),
                    members=tuple(sorted({voice.member for voice in voices})),
                    origins=tuple(sorted({voice.origin for voice in voices})))


def by_who(voices: Iterable[Voice]) -> list[list[Voice]]:
    """Voices gathered by speaker, in the order given."""
    table: dict[str, list[Voice]] = {}
    for voice in voices:
        table.setdefault(voice.who, []).append(voice)
    return list(table.values())
