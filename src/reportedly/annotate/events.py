"""Event mentions: one for each clause that tells a happening, with its own time, people and places."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import TYPE_CHECKING

from reportedly.annotate.event_clauses import clause_of
from reportedly.annotate.event_lines import tells_nothing
from reportedly.annotate.event_surroundings import Contents, Places
from reportedly.annotate.event_telling import (
    breaks_narrative,
    goes_on_later,
    is_act_of_speech,
    looks_back,
    time_of_telling,
)
from reportedly.annotate.event_times import (
    Attached,
    attach,
    carried,
    companion_time,
    inherited_time,
    joined_range,
    own_time,
    shared_time,
    takes_narrative_time,
    untold,
)
from reportedly.annotate.event_triggers import (
    FRAMES,
    has_own_subject,
    is_finite,
    is_open,
    status_of,
    subject_of,
    tells_in_present,
    triggers_of,
)
from reportedly.annotate.parse import Block, Parse
from reportedly.annotate.terms import term_of
from reportedly.records.annotation import (
    AnnotatedArticle,
    AttributionKind,
    EventMention,
    Layer,
    Sentence,
    TimeExpression,
    TimeRange,
)
from reportedly.records.article import ZoneKind
from reportedly.records.ids import MemberId, content_id
from reportedly.records.judgement import Provenance
from reportedly.records.span import SourceSpan
from reportedly.text.datelines import words_start

if TYPE_CHECKING:
    from spacy.tokens import Token

BACKGROUND_DAYS = 730
"""Days before publication from which an event is background: a retrospect one year on is still about its event."""
LONGEST_CARRY = 3
"""Sentences that may follow a dated one and still be told at its time."""
NEWS_DAYS = 2
"""Days from the event to its report in which what is said of it is said on the day told."""
_TOO_LONG = frozenset({"season", "quarter", "year", "decade", "century"})
"""Precisions of times that the next sentence need not share."""
_ASIDES = ("dated relative clause", "dated participle", "adverbial clause", "dated noun")
"""Starts of the rules of events beside what a sentence tells; their times are not those of the next sentence."""
_CARRIED = frozenset({"sentence before", "after the sentence before", "day of telling"})
"""Rules of times that were carried to an event, which carry no further."""


class RuleEvents:
    """Adds the events layer from verbs, their dependants and the time expressions that these govern."""

    name = "reportedly.rule-events.v2"
    needs = frozenset({Layer.SENTENCES, Layer.TIMES, Layer.ENTITIES, Layer.STATEMENTS})
    adds = frozenset({Layer.EVENTS})

    def annotate(self, article: AnnotatedArticle, parse: Parse) -> AnnotatedArticle:
        """The article with its event mentions in reading order, each trigger once."""
        events = _Teller(article, parse).all_events()
        return replace(article, events=events, layers=article.layers | self.adds, made_by=(*article.made_by, self.name))


@dataclass(slots=True)
class _Told:
    """The time told last, which the next sentences of the paragraph may go on from."""

    time: TimeRange | None = None
    paragraph: int = -1
    age: int = 0


class _Teller:
    """Reads one article. State: the time told last in the paragraph, and in the article."""

    def __init__(self, article: AnnotatedArticle, parse: Parse) -> None:
        self.article, self.parse = article, parse
        self.published = article.article.published_day
        self.times = sorted(article.times, key=lambda item: item.span.start)
        self.time_starts = [item.span.start for item in self.times]
        self.entities = Places(article)
        self.statements = Contents(article.statements)
        self.words_start = words_start(article.article.text)
        self.term_at: dict[int, str | None] = {}
        self.told = _Told()
        self.last: TimeRange | None = None

    def all_events(self) -> tuple[EventMention, ...]:
        found: dict[MemberId, EventMention] = {}
        for sentence in self.article.sentences:
            for event in self.events_in(sentence):
                found.setdefault(event.id, event)
        told = _told_once(_with_day_of_news(found.values(), self._lead_end(), self.published))
        return tuple(sorted(told, key=lambda item: (item.trigger.start, item.trigger.end)))

    def _lead_end(self) -> int:
        """Where the first sentence of the body ends."""
        return next((item.span.end for item in self.article.sentences if item.zone is ZoneKind.BODY), 0)

    def events_in(self, sentence: Sentence) -> list[EventMention]:
        block = self.parse.block_at(sentence.span.start)
        begin = self.words_start if sentence.span.start < self.words_start < sentence.span.end else 0
        tokens = [token for token in self.parse.tokens_in(sentence.span) if not token.is_space]
        if begin and block is not None:  # the stamp and the place before a report's own words tell nothing of events
            tokens = [token for token in tokens if block.zone.start + token.idx >= begin]
        if block is None or not tokens or any(token.text == "?" for token in tokens[-2:]):
            return []  # a question tells nothing
        if tells_nothing(sentence.span.exact, is_title=sentence.zone is ZoneKind.TITLE):
            return []
        times = [time for time in self._times_in(sentence.span) if time.span.start >= begin]
        attached = [item for time in times if (item := attach(time, self.parse.tokens_in(time.span)))]
        is_title = sentence.zone is ZoneKind.TITLE
        dated = {item.verb for item in attached if item.rank < 2}
        self._new_sentence(sentence)
        self.term_at.clear()
        found = []
        for trigger in triggers_of(tokens, dated.__contains__, is_title=is_title):
            event = self._event(sentence, block, tokens, trigger, attached, times)
            if event:
                found.append(event)
        if self.told.time and not is_title and breaks_narrative(tokens):
            self.told.time = None
        self._remember(found, sentence)
        return found

    def _times_in(self, span: SourceSpan) -> list[TimeExpression]:
        first = bisect_left(self.time_starts, span.start)
        return self.times[first : bisect_left(self.time_starts, span.end)]

    def _event(
        self,
        sentence: Sentence,
        block: Block,
        tokens: Sequence[Token],
        trigger: Token,
        attached: Sequence[Attached],
        times: Sequence[TimeExpression],
    ) -> EventMention | None:
        is_title = sentence.zone is ZoneKind.TITLE
        span = self.parse.span(block, [trigger])
        statement = self.statements.around(span)
        if statement and statement.kind is AttributionKind.DIRECT and not own_time(trigger, attached):
            return None  # rhetoric inside quotation marks: an event only where the speaker dates it
        if not is_title and is_open(trigger) and not own_time(trigger, attached):
            return None
        clause = clause_of(trigger, tokens, is_main=_is_main(trigger, tokens))
        if not clause:
            return None
        status = status_of(trigger, is_title=is_title)
        when = self._when(trigger, status, attached, times)
        clause_span = self.parse.span(block, clause)
        people, places = self.entities.within(clause_span, self._subject_span(block, trigger))
        return EventMention(
            id=MemberId(content_id("e", self.article.article.id, span.start, span.end)),
            trigger=span,
            clause=clause_span,
            lemma=trigger.lemma_.lower(),
            participants=people,
            places=places,
            time=when,
            status=self._background(status, when),
            statement=statement.id if statement else None,
            is_title=is_title,
            terms=self._terms(_own_words(trigger, clause, attached)),
            provenance=Provenance(component=RuleEvents.name, rule=_rule(trigger, is_title)),
        )

    def _terms(self, tokens: Sequence[Token]) -> tuple[str, ...]:
        """The terms of `terms_of`, each token of the sentence read once for all its events."""
        known = self.term_at
        for token in tokens:
            if token.i not in known:
                known[token.i] = term_of(token)
        return tuple(sorted({term for token in tokens if (term := known[token.i])}))

    def _subject_span(self, block: Block, trigger: Token) -> SourceSpan | None:
        subject = subject_of(trigger)
        return (
            self.parse.span(block, block.doc[subject.left_edge.i : subject.right_edge.i + 1])
            if subject is not None
            else None
        )

    def _when(
        self, trigger: Token, status: str, attached: Sequence[Attached], times: Sequence[TimeExpression]
    ) -> TimeRange:
        is_past = looks_back(trigger)
        if attached and (told := self._told_in_sentence(trigger, attached, times, is_past=is_past)):
            return told
        if not is_past and (self.told.time or self.last) and takes_narrative_time(trigger, status):
            if self.told.time and self._goes_on(trigger):
                if self.told.time.precision in _TOO_LONG:
                    return untold(status, self.published, is_past=True)  # of those years or of others, but past
                return carried(self.told.time, "sentence before")
            if self.last and goes_on_later(trigger):
                return replace(self.last, latest=self.published, precision="unknown", rule="after the sentence before")
        return untold(status, self.published, is_past=is_past)

    def _told_in_sentence(
        self, trigger: Token, attached: Sequence[Attached], times: Sequence[TimeExpression], *, is_past: bool
    ) -> TimeRange | None:
        """The time from an expression of the sentence, the nearest in its grammar first; None where none belongs."""
        beside = "expression in the clause beside"
        if found := own_time(trigger, attached):
            return self._range(found.time, times, "expression in the clause")
        if found := inherited_time(trigger, attached) or shared_time(trigger, attached):
            return self._range(found.time, times, beside)
        if not is_past and (found := companion_time(trigger, attached)):
            return self._range(found.time, times, beside)
        if found := self._loose_time(trigger, attached):
            return self._range(found.time, times, "expression in the sentence")
        if not is_past and (found := time_of_telling(trigger, attached)):
            return self._range(found.time, times, "day of telling")
        return None

    def _goes_on(self, trigger: Token) -> bool:
        """False for what somebody said, beside something told of days before the report."""
        day = self.told.time.latest if self.told.time else None
        if not day or not self.published or day.startswith("-") or not is_act_of_speech(trigger):
            return True
        return (date.fromisoformat(self.published) - date.fromisoformat(day[:10])).days <= NEWS_DAYS

    def _loose_time(self, trigger: Token, attached: Sequence[Attached]) -> Attached | None:
        """A date that the parser tied to no verb of this sentence ("Monday: three arrested")."""
        loose = [
            item
            for item in attached
            if item.verb.pos_ not in ("VERB", "AUX") and item.rank < 2 and item.verb.dep_ == "ROOT"
        ]
        return min(loose, key=lambda item: abs(item.place - trigger.i), default=None)

    def _range(self, time: TimeExpression, times: Sequence[TimeExpression], rule: str) -> TimeRange:
        earliest, latest, because = joined_range(time, times, self.article.article.text)
        return TimeRange(
            earliest=earliest,
            latest=latest,
            precision=time.precision,
            rule=rule,
            because=tuple(item.span for item in because),
        )

    def _background(self, status: str, when: TimeRange) -> str:
        if status == "happened" and self.published and (when.earliest or "")[:10] > self.published:
            return "future"  # "the election is on June 3"
        if status != "happened" or not self.published or not when.latest or when.latest.startswith("-"):
            return "background" if status == "happened" and (when.latest or "").startswith("-") else status
        age = date.fromisoformat(self.published) - date.fromisoformat(when.latest[:10])
        return "background" if age.days >= BACKGROUND_DAYS else status

    def _new_sentence(self, sentence: Sentence) -> None:
        if sentence.paragraph != self.told.paragraph or self.told.age >= LONGEST_CARRY:
            self.told = _Told(paragraph=sentence.paragraph)
        self.told.age += 1

    def _remember(self, events: Sequence[EventMention], sentence: Sentence) -> None:
        """A dated event of the outlet's own voice starts the time anew; one inside a quotation does not."""
        self.last = next((event.time for event in reversed(events) if _is_dated_past(event)), self.last)
        for event in events:
            if _is_dated_past(event) and event.statement is None and not event.provenance.rule.startswith(_ASIDES):
                self.told = _Told(event.time, sentence.paragraph, 0)
                return


def _with_day_of_news(events: Iterable[EventMention], lead: int, published: str | None) -> list[EventMention]:
    """The events; those that title and lead tell without a date get the day on which all that is quoted was said, where
    that is the day before publication: "The bank has admitted a leak. … It said yesterday that …"."""
    found = list(events)
    said = {event.time.day: event.time for event in found if event.time.rule == "day of telling"}
    day, told = next(iter(said.items()), (None, None))
    if len(said) != 1 or day is None or told is None or published is None:
        return found
    if (date.fromisoformat(published) - date.fromisoformat(day)).days != 1:
        return found
    return [replace(event, time=told) if event.time.rule == "by publication" and event.status == "happened"
            and event.trigger.end <= lead else event for event in found]


def _is_dated_past(event: EventMention) -> bool:
    """Told as over, with a time of its own."""
    return bool(event.time.because) and event.status in ("happened", "background") and event.time.rule not in _CARRIED


def _told_once(events: Iterable[EventMention]) -> Iterable[EventMention]:
    """One mention of those that share their words, time and status; the main verb's where there is one."""
    kept: dict[tuple[object, ...], EventMention] = {}
    for event in events:
        key = (event.clause, event.time.earliest, event.time.latest, event.status, event.statement)
        if key not in kept or (event.provenance.rule.startswith("main") and
                               not kept[key].provenance.rule.startswith("main")):
            kept[key] = event
    return kept.values()


def _own_words(trigger: Token, clause: Sequence[Token], attached: Sequence[Attached]) -> list[Token]:
    """The words of the clause that tell this event, without what a joined verb tells of another time ("declared it on
    Monday and lifted it on Tuesday"). The clause shown may be the whole sentence; a joined verb's own words are few."""
    subject = subject_of(trigger)
    if trigger.dep_ == "conj" and subject is not None and own_time(trigger, attached):
        own = {*trigger.subtree, *subject.subtree}
        return [token for token in clause if token in own]
    is_dated = own_time(trigger, attached) is not None
    foreign = {token for child in trigger.children if _tells_another(child, attached, is_dated=is_dated)
               for token in child.subtree}
    if trigger.dep_ in ("ccomp", "advcl"):  # where it is short it is shown within its sentence, but tells its own words
        first, last = trigger.left_edge.i, trigger.right_edge.i
        foreign |= {token for token in clause if not first <= token.i <= last}
    return [token for token in clause if token not in foreign]


def _tells_another(child: Token, attached: Sequence[Attached], *, is_dated: bool) -> bool:
    """A clause with a subject of its own, or one that another date parts from what is told."""
    if child.dep_ == "conj" and is_dated and own_time(child, attached):
        return True
    return child.dep_ in ("conj", "advcl", "parataxis") and has_own_subject(child) and is_finite(child)


def _is_main(trigger: Token, tokens: Sequence[Token]) -> bool:
    """The sentence as a whole tells this event: its verb is the root, not under a frame verb."""
    return (
        trigger.dep_ == "ROOT"
        or (trigger.dep_ == "amod" and trigger.head.dep_ == "ROOT")
        or (trigger.head.dep_ == "ROOT" and trigger.head.lemma_ == "be")
        or (
            trigger.dep_ == "ccomp"
            and trigger.head.dep_ == "ROOT"
            and trigger.head.lemma_ in FRAMES
            and trigger.i < trigger.head.i
        )
    )


def _rule(trigger: Token, is_title: bool) -> str:
    where = (
        "title"
        if is_title
        else {
            "ROOT": "main verb",
            "conj": "joined verb",
            "ccomp": "reported clause",
            "advcl": "adverbial clause",
            "relcl": "dated relative clause",
            "acl": "dated participle",
        }.get(trigger.dep_, "clause")
    )
    if trigger.pos_ == "NOUN" and not is_title:
        return "dated noun"
    return f"{where}, present tense" if not is_title and tells_in_present(trigger) else where
