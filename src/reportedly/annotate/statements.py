"""Statements: attributions with their speaker, the chain that relays them and the time they were made."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from reportedly.annotate.chains import Chains
from reportedly.annotate.cues import COMPLEMENT, UNTRUE, cue_for
from reportedly.annotate.parse import Parse
from reportedly.annotate.pointing import described, points_back
from reportedly.annotate.speakers import Speaker, SpeakerFinder, head_of
from reportedly.annotate.statement_sieve import is_statement
from reportedly.annotate.terms import terms_of
from reportedly.annotate.unnamed import UnnamedSources
from reportedly.annotate.voices import Voices
from reportedly.records.annotation import (
    AnnotatedArticle,
    Attribution,
    CueClass,
    Layer,
    Statement,
    TimeExpression,
    TimeRange,
    UnnamedSource,
)
from reportedly.records.article import Article
from reportedly.records.ids import MemberId, content_id
from reportedly.records.judgement import Provenance
from reportedly.records.span import SourceSpan, joined
from reportedly.text.normalise import squeeze

if TYPE_CHECKING:
    from spacy.tokens import Token

NAME = "reportedly.resolved-statements.v1"
_RELAYING = frozenset({"report", "accord", "according", "quote", "cite"})
_SMALL_REST = 3
"""Words beside what is relayed: `that`, a comma."""
_COARSE = frozenset({"month", "quarter", "season", "year"})
_OF_ANOTHER_TIME = frozenset({CueClass.PREDICT, CueClass.DEMAND})
_ABOUT = frozenset({"of", "about"})
_VERBAL = frozenset({"VERB", "AUX"})


class ResolvedStatements:
    """Adds the statements layer: one for each attribution that is somebody's, refusals to comment included."""

    name = NAME
    needs = frozenset({Layer.ATTRIBUTIONS, Layer.ENTITIES, Layer.TIMES})
    adds = frozenset({Layer.STATEMENTS})

    def annotate(self, article: AnnotatedArticle, parse: Parse) -> AnnotatedArticle:
        """The article with its statements, in the order of its attributions."""
        resolver = _Resolver(article, parse)
        return replace(article, statements=tuple(resolver.statements()), layers=article.layers | self.adds,
                       made_by=(*article.made_by, self.name))


class _Resolver:
    """One article's attributions with what is needed to resolve them."""

    def __init__(self, annotated: AnnotatedArticle, parse: Parse) -> None:
        self.annotated = annotated
        self.article = annotated.article
        self.parse = parse
        self.finder = SpeakerFinder(annotated.entities, parse)
        self._sentence_starts = [item.span.start for item in annotated.sentences]
        self._times = [item for item in annotated.times if item.type in {"DATE", "TIME"} and item.earliest is not None]
        self._time_starts = [item.span.start for item in self._times]
        self._order = {item.id: at for at, item in enumerate(annotated.attributions)}
        self.voices = Voices(annotated, parse, self.finder)
        self.chains = Chains(annotated, parse, self.voices, self.finder)
        self.sources = UnnamedSources(parse)
        self._described: dict[str, UnnamedSource] = {}

    def statements(self) -> Iterator[Statement]:
        """The statements of all attributions that are somebody's, in order."""
        for attribution in self.annotated.attributions:
            speaker = self.voices.speaker_of(attribution)
            if not attribution.content and attribution.cue_class is not CueClass.DECLINE:
                continue
            cue = self._cue_head(attribution)
            content, tokens = self._content(attribution)
            if is_statement(attribution, speaker, cue, tokens) and not self._only_relays(attribution, speaker):
                yield self._statement(attribution, speaker, cue, content, tokens)

    def _only_relays(self, attribution: Attribution, speaker: Speaker) -> bool:
        """`The Heron reports that two officials said …`: the officials' statement, whose chain names the Heron."""
        if attribution.cue_lemma not in _RELAYING or speaker.kind != "organization":
            return False
        words = sum(len(self.parse.tokens_in(span)) for span in attribution.content)
        return any(inner.source and self._words_inside(inner, attribution) >= words - _SMALL_REST
                   for inner in self.annotated.attributions if inner.parent == attribution.id)

    def _words_inside(self, inner: Attribution, outer: Attribution) -> int:
        return sum(len(self.parse.tokens_in(span)) for span in (*inner.source, *inner.cue, *inner.content)
                   if any(piece.covers(span) for piece in outer.content))

    def _statement(self, attribution: Attribution, speaker: Speaker, cue: Token | None,
                   content: tuple[SourceSpan, ...], tokens: list[Token]) -> Statement:
        sentence = self._sentence(attribution)
        meant = self._pointed_at(attribution, sentence) if points_back(tokens, attribution.cue_class) else ()
        return Statement(
            id=MemberId(content_id("s", attribution.id)), attribution=attribution.id, speaker=speaker.name,
            speaker_kind=speaker.kind, entity=speaker.entity,
            chain=self.chains.chain_of(attribution, speaker.name),
            cue=joined(attribution.cue), cue_class=attribution.cue_class, denies=denies(attribution),
            kind=attribution.kind, distance=attribution.distance, content=content,
            text=squeeze(joined(content)), sentence=sentence,
            said=self._said(attribution, cue, sentence), terms=terms_of([*tokens, *meant]),
            provenance=Provenance(component=NAME, rule=attribution.provenance.rule),
            unnamed=self._unnamed(attribution, speaker), negated=attribution.negated)

    def _unnamed(self, attribution: Attribution, speaker: Speaker) -> UnnamedSource | None:
        """What is told of an unnamed speaker; for a pronoun what was told where the speaker was described."""
        found = self.sources.source_of(attribution, speaker)
        if found is not None:
            self._described.setdefault(speaker.name, found)
            return found
        return self._described.get(speaker.name) if speaker.kind == "unnamed" else None

    def _content(self, attribution: Attribution) -> tuple[tuple[SourceSpan, ...], list[Token]]:
        """The content's spans and words, the noun a relative pronoun stands for in the pronoun's place."""
        spans: list[SourceSpan] = []
        words: list[Token] = []
        for span in attribution.content:
            tokens = self.parse.tokens_in(span)
            meant = described(tokens[0]) if len(tokens) == 1 else []
            block = self.parse.block_at(span.start)
            if meant and block is not None:
                tokens, span = meant, self.parse.span(block, meant)
            spans.append(span)
            words.extend(tokens)
        return tuple(spans), words

    def _pointed_at(self, attribution: Attribution, sentence: SourceSpan) -> Sequence[Token]:
        """Words of what bare content takes up: what somebody said just before, else the whole sentence before."""
        at = bisect_left(self._sentence_starts, sentence.start) - 1
        before = self.annotated.sentences[at].span if at >= 0 else sentence
        for place in range(self._order[attribution.id] - 1, -1, -1):
            other = self.annotated.attributions[place]
            if other.content and other.content[-1].end <= before.start:
                break
            if other.parent is None and other.content and other.content[-1].end <= attribution.cue[0].start:
                return [token for span in other.content for token in self.parse.tokens_in(span)]
        return self.parse.tokens_in(before) if at >= 0 else ()

    def _cue_head(self, attribution: Attribution) -> Token | None:
        """The cue's verb, which tense and date hang on: `made` of "had made it clear"; without one its head."""
        tokens = [token for span in attribution.cue for token in self.parse.tokens_in(span)]
        named = [token for token in tokens if token.lemma_.lower() == attribution.cue_lemma]
        verbs = [token for token in tokens if token.pos_ in _VERBAL and token.dep_ not in {"aux", "auxpass"}]
        if named and (not verbs or named[-1].pos_ in _VERBAL):
            return named[-1]
        return verbs[0] if verbs else head_of(tokens) if tokens else None

    def _sentence(self, attribution: Attribution) -> SourceSpan:
        parts = (*attribution.cue, *attribution.content)
        start, end = min(part.start for part in parts), max(part.end for part in parts)
        first = max(0, bisect_right(self._sentence_starts, start) - 1)
        around = [item.span for item in self.annotated.sentences[first:bisect_left(self._sentence_starts, end)]
                  if item.span.start < end and start < item.span.end]
        return self.article.span(min([start, *(span.start for span in around)]),
                                 max([end, *(span.end for span in around)]))

    def _said(self, attribution: Attribution, cue: Token | None, sentence: SourceSpan) -> TimeRange | None:
        expression = self._time_of_cue(attribution, cue, sentence) if cue is not None else None
        if expression is not None:
            if self._is_to_come(expression):
                return None  # "led a judge in December to rule" in a report of November: the year is not told
            return TimeRange(earliest=expression.earliest, latest=expression.latest, precision=expression.precision,
                             rule="expression in the clause", because=(expression.span,))
        if cue is not None and is_past_perfect(cue) and self.article.published_day is not None:
            return TimeRange(earliest=None, latest=self.article.published_day, precision="unknown",
                             rule="before publication", because=())
        return published_range(self.article)

    def _is_to_come(self, expression: TimeExpression) -> bool:
        told = expression.earliest if expression.precision in _COARSE else None
        return (told or "") > (self.article.published_day or "9999")

    def _time_of_cue(self, attribution: Attribution, cue: Token, sentence: SourceSpan) -> TimeExpression | None:
        """The date that hangs on the cue's own clause: `said on Tuesday`."""
        first, last = (bisect_left(self._time_starts, edge) for edge in (sentence.start, sentence.end))
        words = {token.i for part in attribution.cue for token in self.parse.tokens_in(part)}
        for expression in self._times[first:last]:
            span = expression.span
            if any(span.overlaps(part) for part in (*attribution.content, *attribution.source)):
                continue
            verb = _governing_verb(self.parse.tokens_in(span))
            of_cue = (verb == cue.i or verb in words) and not _is_of_content(attribution, expression)
            if of_cue or _stands_between(attribution, span):
                return expression
        return None


def is_past_perfect(cue: Token) -> bool:
    """True for `had said`: earlier than what the report tells."""
    return cue.tag_ == "VBN" and any(child.dep_ == "aux" and child.lower_ in {"had", "'d", "’d"}
                                     for child in cue.children)


def _is_of_content(attribution: Attribution, expression: TimeExpression) -> bool:
    """`spoke of a withdrawal in February`, `promised an inquiry in March`: the month of what is to come about, whatever
    the parser hangs it on. A day there is mostly the day of speaking."""
    is_of_another_time = attribution.cue_class in _OF_ANOTHER_TIME or attribution.cue[-1].exact.split()[-1] in _ABOUT
    return is_of_another_time and expression.precision in _COARSE \
        and all(part.end <= expression.span.start for part in attribution.content)


def _stands_between(attribution: Attribution, span: SourceSpan) -> bool:
    """True for a date after the cue and before the content: `told reporters on Monday the dam …`."""
    after = min((part.start for part in attribution.content if part.start > attribution.cue[0].start), default=None)
    return after is not None and attribution.cue[-1].end <= span.start and span.end <= after


def _governing_verb(tokens: list[Token]) -> int | None:
    """Index of the first verb above a time expression."""
    if not tokens:
        return None
    word = head_of(tokens)
    while word.head.i != word.i:
        word = word.head
        if word.pos_ in _VERBAL:
            return int(word.i)
    return None


def denies(attribution: Attribution) -> bool:
    """True when the speaker denies or rejects the content as worded, or calls it untrue."""
    if attribution.negated:
        return False
    if attribution.cue_class is CueClass.DENY:
        return True
    if "complement" not in attribution.provenance.rule or cue_for(attribution.cue_lemma, COMPLEMENT) is None:
        return False
    words = {word.strip(".,;:\"'“”‘’").casefold() for span in attribution.content for word in span.exact.split()}
    return bool(words & UNTRUE)


def published_range(article: Article) -> TimeRange | None:
    """The day of publication as the time something was said; None for an undated report."""
    day = article.published_day
    if day is None:
        return None
    return TimeRange(earliest=day, latest=day, precision="day", rule="by publication", because=())
