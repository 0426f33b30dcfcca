"""Predictions in prose: who predicts what, how surely, by when, on what condition."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import TYPE_CHECKING

from reportedly.annotate.forecast_signals import WORTH_A_LOOK, Signal, parenthetical_source, signals
from reportedly.annotate.parse import Block, Parse
from reportedly.annotate.passages import Voices, passage, subject_of, teller_of
from reportedly.annotate.terms import terms_of
from reportedly.records.annotation import (
    AnnotatedArticle,
    ForecastMention,
    Hedge,
    Layer,
    Sentence,
    Statement,
    TimeExpression,
    TimeRange,
)
from reportedly.records.article import ZoneKind
from reportedly.records.ids import MemberId, content_id
from reportedly.records.judgement import Provenance
from reportedly.records.span import SourceSpan
from reportedly.text.hedges import find_hedges

if TYPE_CHECKING:
    from spacy.tokens import Token

PREDICTING_ZONES = frozenset({ZoneKind.BODY, ZoneKind.QUOTE_BLOCK, ZoneKind.SUBTITLE})
_PLANNING = frozenset(
    """speak talk propose plan schedule set call eye suggest float announce agree fix postpone delay
    order invite book summon push move adjourn extend""".split()
)
"""Past verbs that can still be about a day to come."""
_DAYS = {"D": 1, "W": 7, "M": 30, "Y": 365}


@dataclass(frozen=True, slots=True)
class _Found:
    """A signal with the passage shown for it."""

    signal: Signal
    clause: SourceSpan
    tokens: list[Token]
    who: str
    statement: Statement | None
    horizon: TimeRange | None
    strength: float


class RuleForecasts:
    """Adds the forecasts layer."""

    name = "reportedly.rule-forecasts.v1"
    needs = frozenset({Layer.SENTENCES, Layer.TIMES, Layer.STATEMENTS})
    adds = frozenset({Layer.FORECASTS})

    def annotate(self, article: AnnotatedArticle, parse: Parse) -> AnnotatedArticle:
        """The article with its predictions in reading order, one for each passage."""
        voices = Voices(article, parse)
        coming, months = _coming(article), _bare_months(article)
        forecasts: list[ForecastMention] = []
        for sentence in article.sentences:
            if sentence.zone in PREDICTING_ZONES:
                forecasts += self._in_sentence(sentence, parse, voices, coming, months)
        return replace(
            article,
            forecasts=tuple(forecasts),
            layers=article.layers | self.adds,
            made_by=(*article.made_by, self.name),
        )

    def _in_sentence(
        self, sentence: Sentence, parse: Parse, voices: Voices, coming: Sequence[TimeRange], months: Sequence[TimeRange]
    ) -> Iterator[ForecastMention]:
        dated = [time for time in coming if sentence.span.covers(time.because[0])]
        planned = [time for time in months if sentence.span.covers(time.because[0])]
        if not dated and not planned and not WORTH_A_LOOK.search(sentence.span.exact):
            return
        block, tokens = parse.block_at(sentence.span.start), parse.tokens_in(sentence.span)
        if block is None or not tokens:
            return
        found = [one for signal in signals(tokens) if (one := _place(signal, tokens, block, parse, voices, dated))]
        if not found and (dated or planned):
            found = _scheduled(tokens, block, parse, voices, dated or planned)
        for one in _strongest(found):
            yield self._mention(one, block, parse)

    def _mention(self, found: _Found, block: Block, parse: Parse) -> ForecastMention:
        signal = found.signal
        return ForecastMention(
            id=MemberId(content_id("f", found.clause.article_id, found.clause.start, found.clause.end, found.who)),
            clause=found.clause,
            hedge=_hedge(found, block, parse),
            who=found.who,
            statement=found.statement.id if found.statement else None,
            horizon=found.horizon,
            condition=_condition(found, block, parse),
            negated=signal.negated,
            terms=terms_of(found.tokens),
            provenance=Provenance(component=self.name, rule=signal.rule, score=round(found.strength, 3)),
        )


def _place(
    signal: Signal, tokens: Sequence[Token], block: Block, parse: Parse, voices: Voices, dated: Sequence[TimeRange]
) -> _Found | None:
    subjects = (signal.by, subject_of(signal.head))
    run = passage(tokens, signal.token, [signal.head, *(one for one in subjects if one is not None)])
    clause = parse.span(block, run)
    who, statement = _predictor(signal, tokens, block, parse, voices)
    if signal.rule == "future in the past" and statement is None:
        return None
    horizon = next((time for time in dated if clause.covers(time.because[0])), None)
    strength = signal.strength * _standing(signal, tokens) + (0.15 if horizon else 0.0)
    return _Found(signal, clause, run, who, statement, horizon, min(strength, 1.0))


def _predictor(
    signal: Signal, tokens: Sequence[Token], block: Block, parse: Parse, voices: Voices
) -> tuple[str, Statement | None]:
    """Whose prediction it is: the subject of the predicting verb, the speaker around it, an aside, or the outlet."""
    at = parse.span(block, [signal.token])
    if signal.by is not None:
        own = voices.cued_by(at)
        if own is not None:
            return own.speaker, own
        if signal.by.pos_ != "PRON":
            return voices.name(signal.by), voices.inside(at)
    around = voices.inside(at)
    if around is not None:
        return around.speaker, around
    aside = teller_of(signal.token) or parenthetical_source(tokens)
    return (voices.name(aside), None) if aside is not None else (voices.outlet, None)


def _standing(signal: Signal, tokens: Sequence[Token]) -> float:
    """Less for advice to the reader, and for a clause whose subject only another sentence explains."""
    if any(token.lower_ in {"you", "your"} for token in tokens) and not any(token.is_quote for token in tokens):
        return 0.3
    subject = subject_of(signal.head)
    if subject is None or subject.pos_ != "PRON":
        return 1.0
    if signal.rule == "future in the past":
        return 0.6
    return 0.85 if subject.lower_ in {"he", "she", "who"} else 0.6


def _scheduled(
    tokens: Sequence[Token], block: Block, parse: Parse, voices: Voices, dated: Sequence[TimeRange]
) -> list[_Found]:
    """A sentence without a predicting word that names a time to come: a plan or a programme."""
    time = dated[0]
    anchor = next((token for token in tokens if parse.span(block, [token]).overlaps(time.because[0])), tokens[0])
    verb = next((one for one in (anchor, *anchor.ancestors) if one.pos_ in {"VERB", "AUX"}), None)
    plans = verb is not None and verb.lemma_ in _PLANNING
    if verb is None or (not plans and (time.earliest is None or verb.tag_ in {"VBD", "VBN"})):
        return []
    signal = Signal(verb, verb, "names a time to come", 0.45)
    clause_tokens = passage(tokens, verb, [anchor])
    around = voices.inside(parse.span(block, [anchor])) or voices.cued_by(parse.span(block, [verb]))
    subject = subject_of(verb)
    speaks = verb.tag_ == "VBD" and subject is not None and subject.pos_ != "PRON"
    who = around.speaker if around else voices.name(subject) if speaks and subject is not None else voices.outlet
    return [
        _Found(
            signal, parse.span(block, clause_tokens), clause_tokens, who, around, time if time.earliest else None, 0.5
        )
    ]


def _strongest(found: Sequence[_Found]) -> list[_Found]:
    """One for each passage: the strongest, the first where equal."""
    best: dict[int, _Found] = {}
    for one in found:
        if one.clause.start not in best or one.strength > best[one.clause.start].strength:
            best[one.clause.start] = one
    return [best[start] for start in sorted(best)]


def _hedge(found: _Found, block: Block, parse: Parse) -> Hedge | None:
    """The word of probability nearest to the predicting word, within the passage; None if there is none."""
    start = found.clause.start
    at = parse.span(block, [found.signal.token]).start
    rows = [
        (abs(start + first - at), start + first, start + last, entry)
        for first, last, entry in find_hedges(found.clause.exact)
    ]
    if not rows:
        return None
    _, first, last, entry = min(rows, key=lambda row: row[:3])
    return Hedge(
        span=parse.article.span(first, last), word=entry.word, low=entry.low, high=entry.high, table=entry.table
    )


def _condition(found: _Found, block: Block, parse: Parse) -> SourceSpan | None:
    """The `if` or `unless` clause inside the passage; None if there is none."""
    inside = {token.i for token in found.tokens}
    for token in found.tokens:
        if token.lower_ in {"if", "unless"} and token.dep_ == "mark" and token.head.dep_ == "advcl":
            return parse.span(block, [part for part in token.head.subtree if part.i in inside])
    return None


def _coming(article: AnnotatedArticle) -> list[TimeRange]:
    """Times after the day of publication, as ranges; none for a report without a day."""
    published = article.article.published_day
    if published is None:
        return []
    return [reach for time in article.times if (reach := _ahead(time, published, article.article.text)) is not None]


def _bare_months(article: AnnotatedArticle) -> list[TimeRange]:
    """Months named without a year, which may lie ahead when a plan names them; open ranges, the year being unknown."""
    return [
        TimeRange(
            earliest=None, latest=None, precision="month", rule="a month of an unknown year", because=(time.span,)
        )
        for time in article.times
        if time.precision == "month" and time.span.exact.isalpha()
    ]


def _ahead(time: TimeExpression, published: str, text: str) -> TimeRange | None:
    if time.type == "DURATION":
        return _within(time, published, text)
    if time.earliest is None or time.earliest[:10] <= published or time.type == "SET":
        return None
    return TimeRange(
        earliest=time.earliest,
        latest=time.latest,
        precision=time.precision,
        rule="expression in the clause",
        because=(time.span,),
    )


def _within(time: TimeExpression, published: str, text: str) -> TimeRange | None:
    """`Within 60 days`: from the day of publication on."""
    before = text[max(0, time.span.start - 16) : time.span.start].casefold() + time.span.exact.casefold()
    count, unit = time.value[1:-1], time.value[-1:]
    if "within" not in before and "in the next" not in before:
        return None
    if not count.isdigit() or len(count) > 4 or unit not in _DAYS:
        return None
    last = date.fromisoformat(published) + timedelta(days=int(count) * _DAYS[unit])
    return TimeRange(
        earliest=published,
        latest=last.isoformat(),
        precision="day",
        rule="so long after the day of publication",
        because=(time.span,),
    )
