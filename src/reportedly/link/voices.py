"""What a report says, by whom: statements, and what the outlet tells in its own voice, as claims compare them."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from reportedly.records.annotation import AnnotatedArticle, CueClass, EventMention, Statement
from reportedly.records.ids import ArticleId, MemberId
from reportedly.records.linked import Entity, Origin
from reportedly.records.span import SourceSpan
from reportedly.text.polarity import negated_words

_TOLD = frozenset({"happened", "negated", "background", "future"})
"""Statuses of what an outlet says of the world; what may be it does not assert."""
_STEM = 4
"""Letters from which a negated word counts as a form of a term that begins alike."""
_NEAR = 4
"""Contents before a clause that may reach into it: they nest, but not deeply."""
_NOBODY: Mapping[MemberId, Entity] = {}
_NO_ORIGINS: Mapping[ArticleId, Origin] = {}


@dataclass(frozen=True, kw_only=True)
class Voice:
    """One proposition with who puts it forward."""

    id: MemberId
    """Of the statement; of the first event mention of a sentence that the outlet tells itself."""
    article_id: ArticleId
    origin: ArticleId
    """The independent origin it counts for."""
    speaker: str
    """Name of the speaker over all reports; of the outlet for what it tells itself."""
    text: str
    content: tuple[SourceSpan, ...]
    terms: tuple[str, ...]
    denies: bool
    """The content as worded is denied."""
    stance: str
    """`asserts`, `doubts` or `repeats`, for a content that is not denied."""
    day: str | None
    """`YYYY-MM-DD` on which it was said, else published; None where neither is known."""

    @cached_property
    def negated(self) -> tuple[str, ...]:
        """Folded words under a negation in the content itself."""
        return negated_words(self.text)

    @property
    def is_negated(self) -> bool:
        """The content is worded with a negation."""
        return bool(self.negated)


def is_said_otherwise(voice: Voice, other: Voice) -> bool:
    """True where one of two contents negates what both speak of and the other does not."""
    shared = set(voice.terms) & set(other.terms)
    return _negates(voice, shared) != _negates(other, shared)


def _negates(voice: Voice, terms: set[str]) -> bool:
    return any(word == term or (len(term) >= _STEM and word.startswith(term[:max(_STEM, len(term) - 2)]))
               for word in voice.negated for term in terms)


def voices_of(report: AnnotatedArticle, entity_of: Mapping[MemberId, Entity] = _NOBODY,
              origin_of: Mapping[ArticleId, Origin] = _NO_ORIGINS) -> Iterator[Voice]:
    """Statements that hold a proposition, then what the outlet tells as happened or not, in order of the report.

    Without `entity_of` speakers have the report's own names, without `origin_of` each report is an origin.
    """
    name = report.article.id
    origin = origin_of[name].id if name in origin_of else name
    for statement in report.statements:
        if _holds_proposition(statement):
            yield _said(statement, report, origin, entity_of)
    yield from _told_by_the_outlet(report, origin)


def _told_by_the_outlet(report: AnnotatedArticle, origin: ArticleId) -> Iterator[Voice]:
    """One for each sentence in which the outlet tells something and around which nobody speaks."""
    said = sorted((span.start, span.end) for statement in report.statements for span in statement.content)
    starts = [sentence.span.start for sentence in report.sentences]
    told: dict[int, list[EventMention]] = {}
    for mention in report.events:
        place = bisect_right(starts, mention.clause.start) - 1
        if mention.statement is None and mention.status in _TOLD and not _overlaps(mention.clause, said):
            told.setdefault(place, []).append(mention)
    for place, mentions in sorted(told.items()):
        span = report.sentences[place].span
        alone = place >= 0 and span.end >= mentions[0].clause.end and not _overlaps(span, said)
        yield _told(mentions, span if alone else mentions[0].clause, report, origin)


def _overlaps(clause: SourceSpan, said: Sequence[tuple[int, int]]) -> bool:
    """True for a clause around what somebody says: `Doe denied that …` tells of the saying, not of what is said."""
    place = bisect_left(said, (clause.end, 0))
    return any(end > clause.start for _, end in said[max(0, place - _NEAR):place])


def _holds_proposition(statement: Statement) -> bool:
    """False for questions, refusals and what was not said: they assert and deny nothing."""
    return statement.cue_class is not CueClass.ASK and not statement.is_silent


def _said(statement: Statement, report: AnnotatedArticle, origin: ArticleId,
          entity_of: Mapping[MemberId, Entity]) -> Voice:
    entity = entity_of.get(statement.entity) if statement.entity else None
    relayed = any(link.role == "relay" for link in statement.chain)
    stance = "doubts" if statement.cue_class is CueClass.DOUBT else \
        "repeats" if relayed or origin != report.article.id else "asserts"
    return Voice(id=statement.id, article_id=report.article.id, origin=origin,
                 speaker=entity.name if entity else statement.speaker, text=statement.text, content=statement.content,
                 terms=statement.terms, denies=statement.denies, stance=stance,
                 day=(statement.said.day if statement.said else None) or report.article.published_day)


def _told(mentions: Sequence[EventMention], content: SourceSpan, report: AnnotatedArticle,
          origin: ArticleId) -> Voice:
    terms = {term for mention in mentions if content.covers(mention.clause) for term in mention.terms}
    return Voice(id=mentions[0].id, article_id=report.article.id, origin=origin, speaker=report.article.outlet.label,
                 text=content.exact, content=(content,), terms=tuple(sorted(terms)), denies=False,
                 stance="repeats" if origin != report.article.id else "asserts", day=report.article.published_day)
