"""Predictions in prose: who predicts what, how surely, by when, on what condition."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from reportedly.annotate.forecast_signals import (
    OWN_PROMISE,
    PROMISING,
    WORTH_A_LOOK,
    WOULD,
    Signal,
    is_promised,
    parenthetical_source,
    signals,
)
from reportedly.annotate.horizons import Horizons, is_running, joined
from reportedly.annotate.parse import Block, Parse, text_of
from reportedly.annotate.passages import TELLING, Voices, is_notice, passage, subject_of, teller_of
from reportedly.annotate.terms import term_of, terms_of
from reportedly.records.annotation import (
    AnnotatedArticle,
    AttributionKind,
    ForecastMention,
    Hedge,
    Layer,
    Sentence,
    Statement,
    TimeRange,
)
from reportedly.records.article import ZoneKind
from reportedly.records.ids import MemberId, content_id
from reportedly.records.judgement import Provenance
from reportedly.records.span import SourceSpan
from reportedly.text.hedges import HedgeRange, find_hedges

if TYPE_CHECKING:
    from spacy.tokens import Token

PREDICTING_ZONES = frozenset({ZoneKind.BODY, ZoneKind.QUOTE_BLOCK, ZoneKind.SUBTITLE})
_PLANNING = frozenset(
    """speak talk propose plan schedule set call eye suggest float announce agree fix postpone delay
    order invite book summon push move adjourn extend""".split()
)
"""Past verbs that can still be about a day to come."""
_VAGUE = frozenset({"season", "year", "decade", "century"})
"""Named without a predicting word, times of this length are mostly a manner of speaking."""
_FEWEST_TERMS = 2
"""Below it the predicted clause alone is too little to compare, and the whole passage is taken."""
_BARE = frozenset({"will", "won't", "would", "may", "might", "could", "can", "shall", "is to", "are to"})
_PROBABILITY = frozenset("""probably possibly perhaps maybe certainly inevitably potentially presumably conceivably
    certain possible inevitable probable likely unlikely""".split())
"""Words of how sure somebody is, which tell more than `will` or `may`."""


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

    name = "reportedly.rule-forecasts.v2"
    needs = frozenset({Layer.SENTENCES, Layer.TIMES, Layer.STATEMENTS})
    adds = frozenset({Layer.FORECASTS})

    def annotate(self, article: AnnotatedArticle, parse: Parse) -> AnnotatedArticle:
        """The article with its predictions in reading order, one for each passage."""
        voices = Voices(article, parse)
        horizons = Horizons(article)
        forecasts: list[ForecastMention] = []
        for sentence in article.sentences:
            if sentence.zone in PREDICTING_ZONES and not is_notice(sentence.span.exact):
                forecasts += self._in_sentence(sentence, parse, voices, horizons)
        return replace(
            article,
            forecasts=tuple(forecasts),
            layers=article.layers | self.adds,
            made_by=(*article.made_by, self.name),
        )

    def _in_sentence(
        self, sentence: Sentence, parse: Parse, voices: Voices, horizons: Horizons
    ) -> Iterator[ForecastMention]:
        dated, planned = horizons.ahead(sentence.span), horizons.bare_months(sentence.span)
        if not dated and not planned and not WORTH_A_LOOK.search(sentence.span.exact):
            return
        block, tokens = parse.block_at(sentence.span.start), parse.tokens_in(sentence.span)
        if block is None or not tokens:
            return
        reach = [*dated, *horizons.under_way(sentence.span), *horizons.same_day(sentence.span)]
        found = [one for signal in signals(tokens) if (one := _place(signal, tokens, block, parse, voices, reach))]
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
            terms=_terms(found),
            predicate=_predicate(signal.head),
            provenance=Provenance(component=self.name, rule=signal.rule, score=round(found.strength, 3)),
        )


def _place(
    signal: Signal, tokens: Sequence[Token], block: Block, parse: Parse, voices: Voices, dated: Sequence[TimeRange]
) -> _Found | None:
    subjects = (signal.by, subject_of(signal.head))
    run = passage(tokens, signal.token, [signal.head, *(one for one in subjects if one is not None)])
    clause = parse.span(block, run)
    who, statement = _predictor(signal, tokens, block, parse, voices)
    if signal.rule == WOULD and not _is_reported(signal.head, statement):
        return None
    if signal.rule == OWN_PROMISE and statement is None:
        return None
    predicted = parse.span(block, [part for part in signal.head.subtree if part.i in {token.i for token in tokens}])
    horizon = next((time for time in dated if predicted.overlaps(time.because[0])), None)
    if horizon is None:
        horizon = next((time for time in dated if clause.covers(time.because[0]) and not is_running(time)), None)
    if horizon is not None:
        horizon = joined([time for time in dated if time is not horizon], horizon, clause.exact, clause.start)
    strength = signal.strength * _standing(signal, tokens) + (0.15 if horizon else 0.0)
    return _Found(signal, clause, run, who, statement, horizon, min(strength, 1.0))


def _predictor(
    signal: Signal, tokens: Sequence[Token], block: Block, parse: Parse, voices: Voices
) -> tuple[str, Statement | None]:
    """Whose prediction it is: the subject of the predicting verb, the speaker around it, an aside, or the outlet."""
    at = parse.span(block, [signal.token])
    around, own = voices.inside(at), voices.cued_by(at) if signal.by is not None else None
    if own is not None and own.speaker_kind != "none":
        return _resolved(own, at, voices)
    if signal.by is not None and signal.by.pos_ != "PRON":
        return voices.name(signal.by), None
    if around is not None:
        return _resolved(around, at, voices)
    if signal.by is not None:
        return voices.meant_by(voices.name(signal.by), at), None
    aside = teller_of(signal.token) or parenthetical_source(tokens)
    return (voices.name(aside), None) if aside is not None else (voices.outlet, None)


def _resolved(statement: Statement, at: SourceSpan, voices: Voices) -> tuple[str, Statement | None]:
    """Speaker and statement; the statement is left out where its speaker is a pronoun that means somebody else."""
    who = voices.meant_by(statement.speaker, at)
    return (who, statement) if who == statement.speaker else (who, None)


def _is_reported(head: Token, statement: Statement | None) -> bool:
    """True for `would` in reported speech; in direct speech it is a wish, a habit or a case supposed."""
    if statement is None:
        return False
    before = text_of(head.doc)[: head.idx]
    quoted = before.count("“") > before.count("”") or before.count('"') % 2 == 1
    return statement.kind is not AttributionKind.DIRECT and not quoted


def _standing(signal: Signal, tokens: Sequence[Token]) -> float:
    """Less for advice to the reader, and for a clause whose subject only another sentence explains."""
    if any(token.lower_ in {"you", "your"} for token in tokens) and not any(token.is_quote for token in tokens):
        return 0.3
    promised = 0.7 if is_promised(signal.head) else 1.0
    subject = subject_of(signal.head)
    return promised * _clearness(signal, subject)


def _clearness(signal: Signal, subject: Token | None) -> float:
    if subject is None or subject.pos_ != "PRON":
        return 1.0
    if signal.rule == WOULD:
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
    vague = time.earliest is None or time.precision in _VAGUE
    if verb is None or (not plans and (vague or _stands_in_the_past(verb))) or _was_planned(verb):
        return []
    signal = Signal(verb, verb, "names a time to come", 0.45)
    clause_tokens = passage(tokens, verb, [anchor])
    around = voices.inside(parse.span(block, [anchor])) or voices.cued_by(parse.span(block, [verb]))
    subject = subject_of(verb)
    speaks = verb.tag_ == "VBD" and subject is not None and subject.pos_ != "PRON"
    who = voices.name(subject) if speaks and subject is not None else voices.outlet
    if around is not None:
        who, around = _resolved(around, parse.span(block, [anchor]), voices)
    return [
        _Found(
            signal, parse.span(block, clause_tokens), clause_tokens, who, around, time if time.earliest else None, 0.5
        )
    ]


def _was_planned(verb: Token) -> bool:
    """`The regatta, planned for Saturday, was cancelled`: the plan is told beside what came of it."""
    return verb.dep_ in {"acl", "relcl"} and any(one.tag_ == "VBD" or _is_past_passive(one) for one in verb.ancestors
                                                 if one.pos_ in {"VERB", "AUX"})


def _is_past_passive(verb: Token) -> bool:
    return verb.tag_ == "VBN" and any(child.tag_ == "VBD" for child in verb.children if child.dep_ == "auxpass")


def _stands_in_the_past(verb: Token) -> bool:
    """True for a verb in the past or one that hangs on such a verb, unless that only says who tells it."""
    planned = [verb, verb.head] if verb.dep_ in {"xcomp", "ccomp"} else [verb]
    if any(one.lemma_ in _PLANNING or one.lemma_ in PROMISING for one in planned):
        return False
    chain = [verb, *(one for one in verb.ancestors if one.pos_ in {"VERB", "AUX"} and one.lemma_ not in TELLING)]
    return any(one.tag_ in {"VBD", "VBN"} for one in chain)


def _predicate(head: Token) -> str:
    """Lemma of what is predicted; for `be` that of what something will be: `be gone`, `be home`."""
    if head.lower_ == "gone":
        return "leave"
    if head.lemma_ != "be":
        return term_of(head) or head.lemma_.casefold()
    kinds = {"acomp", "attr", "advmod", "prep"}
    states = [child for child in head.children if child.dep_ in kinds and child.i > head.i]
    first = next((child for child in states if child.dep_ in {"acomp", "attr"}), next(iter(states), None))
    if first is None:
        return "be"
    return "leave" if first.lower_ in {"gone", "out"} else term_of(first) or first.lemma_.casefold()


def _terms(found: _Found) -> tuple[str, ...]:
    """Terms of the predicted clause, or of the whole passage where that says too little."""
    inside = {token.i for token in found.tokens}
    subject = subject_of(found.signal.head)
    parts = {part.i for head in (found.signal.head, subject) if head is not None for part in head.subtree} & inside
    terms = terms_of(token for token in found.tokens if token.i in parts)
    return terms if len(terms) >= _FEWEST_TERMS else terms_of(found.tokens)


def _strongest(found: Sequence[_Found]) -> list[_Found]:
    """One for each passage: the strongest, the first where equal."""
    best: dict[int, _Found] = {}
    for one in found:
        if one.clause.start not in best or one.strength > best[one.clause.start].strength:
            best[one.clause.start] = one
    return [best[start] for start in sorted(best)]


def _hedge(found: _Found, block: Block, parse: Parse) -> Hedge | None:
    """The word of probability that bears on what is predicted: one with a range or of how sure somebody is before a
    verb of expecting, that before a bare `will` or `may`, then the nearest; None if there is none."""
    start = found.clause.start
    at = parse.span(block, [found.signal.token]).start
    rows = []
    for first, last, entry in find_hedges(found.clause.exact):
        token = next(iter(parse.tokens_in(parse.article.span(start + first, start + last))), None)
        near = token is not None and _bears_on(token, found.signal.head)
        rows.append((not near, _vagueness(entry), abs(start + first - at), start + first, start + last, entry))
    if not rows:
        return None
    *_, first, last, entry = min(rows, key=lambda row: row[:5])
    return Hedge(
        span=parse.article.span(first, last), word=entry.word, low=entry.low, high=entry.high, table=entry.table
    )


def _vagueness(entry: HedgeRange) -> int:
    if entry.low is not None or entry.word.split()[0] in _PROBABILITY:
        return 0
    return 2 if entry.word in _BARE else 1


def _bears_on(token: Token, head: Token) -> bool:
    """True when a word stands on the predicted verb or on what governs it: `it is almost certain that … will`."""
    chain = {head.i, *(one.i for one in head.ancestors)}
    return token.i in chain or token.head.i in chain or token.head.head.i in chain


def _condition(found: _Found, block: Block, parse: Parse) -> SourceSpan | None:
    """The `if` or `unless` clause inside the passage; None if there is none."""
    inside = {token.i for token in found.tokens}
    for token in found.tokens:
        if token.lower_ in {"if", "unless"} and token.dep_ == "mark" and token.head.dep_ == "advcl":
            return parse.span(block, [part for part in token.head.subtree if part.i in inside])
    return None
