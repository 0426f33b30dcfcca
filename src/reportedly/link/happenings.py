"""Folds linked event mentions into events: one entry for one happening, in a report's own words."""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from math import log

from reportedly.link.days import length
from reportedly.link.moments import BY_PUBLICATION, DAY_OF_TELLING, ROUGH, is_dated
from reportedly.link.wording import LONGEST, is_fragment, readability, standing
from reportedly.records.annotation import AnnotatedArticle, EventMention, Sentence, TimeRange
from reportedly.records.ids import ArticleId, MemberId
from reportedly.records.linked import Entity, Event, Origin
from reportedly.records.span import SourceSpan
from reportedly.text.normalise import squeeze
from reportedly.text.weights import weight

STATUS_FACTOR = {"happened": 1.0, "background": 0.5, "possible": 0.3, "negated": 0.4, "future": 0.1}
MAIN_VERB = "main verb"
"""Start of the rule of mentions that the sentence as a whole tells."""
PRESENT_TENSE = "present tense"
"""End of the rule of mentions told in the simple present: states, habits and captions."""
_ROUGH_DATE, _TOLD_DATE = 1.0, 2.0
"""A day that words of a report give counts twice as much as a day of publication."""
_VOTES = {BY_PUBLICATION: 1, DAY_OF_TELLING: 2}
_VOTES_OF_EXPRESSION = 4
_ANSWERS = frozenset({"deny", "reject", "dismiss", "decline", "refuse", "describe", "call", "comment"})
"""What somebody answers or how he calls a thing stands among the statements; on the timeline it ranks low."""
LONG_RANGE_DAYS = 45
"""A happening known only to a season or a year says little about when: half weight."""
TOP_TERMS = 40
_FINENESS = {"minute": 0, "hour": 1, "part-of-day": 2, "day": 3, "week": 4, "month": 5, "season": 6, "quarter": 6,
             "year": 7, "decade": 8, "century": 9}


@dataclass(frozen=True)
class StoryView:
    """What a story's mentions are weighed against when a dossier is composed."""

    reports: Sequence[AnnotatedArticle]
    origin_of: Mapping[ArticleId, Origin]
    entity_of: Mapping[MemberId, Entity]

    @cached_property
    def outlet_of(self) -> dict[ArticleId, str]:
        """Name of the outlet by report."""
        return {report.article.id: report.article.outlet.name for report in self.reports}

    @cached_property
    def published(self) -> dict[ArticleId, str | None]:
        """Day of publication by report."""
        return {report.article.id: report.article.published_day for report in self.reports}

    @cached_property
    def shares(self) -> dict[str, float]:
        """For the story's most telling terms, the share of origins that hold them."""
        counts: Counter[str] = Counter()
        by_origin: dict[ArticleId, set[str]] = {}
        for report in self.reports:
            terms = by_origin.setdefault(self.origin(report.article.id), set())
            terms.update(term for mention in report.events for term in mention.terms)
        for terms in by_origin.values():
            counts.update(terms)
        telling = sorted(counts, key=lambda term: (-counts[term] * weight(term), term))[:TOP_TERMS]
        return {term: counts[term] / len(by_origin) for term in telling}

    @cached_property
    def sentence_starts(self) -> dict[ArticleId, list[int]]:
        """Where the sentences of each report start, in order."""
        return {report.article.id: [item.span.start for item in report.sentences] for report in self.reports}

    @cached_property
    def sentences(self) -> dict[ArticleId, tuple[Sentence, ...]]:
        """Sentences by report, in reading order."""
        return {report.article.id: report.sentences for report in self.reports}

    def sentence_around(self, span: SourceSpan) -> SourceSpan | None:
        """The sentence that holds a span; None where none does."""
        place = bisect_right(self.sentence_starts[span.article_id], span.start) - 1
        if place < 0:
            return None
        sentence = self.sentences[span.article_id][place].span
        return sentence if sentence.covers(span) else None

    def told_in(self, span: SourceSpan) -> list[EventMention]:
        """Everything told inside a stretch of a report, in reading order."""
        return [mention for mention in self.events[span.article_id] if mention.clause.overlaps(span)]

    @cached_property
    def events(self) -> dict[ArticleId, tuple[EventMention, ...]]:
        """Event mentions by report."""
        return {report.article.id: report.events for report in self.reports}

    def origin(self, report: ArticleId) -> ArticleId:
        """Id of the origin behind a report; the report itself where none is known."""
        origin = self.origin_of.get(report)
        return origin.id if origin else report

    def is_origin(self, mention: EventMention) -> bool:
        """True when the report that tells it is no copy."""
        return self.origin(mention.clause.article_id) == mention.clause.article_id

    def centrality(self, terms: Iterable[str]) -> float:
        """How much of what the story is about these terms hold, 0 to about 1."""
        whole = sum(share * weight(term) for term, share in self.shares.items())
        held = sum(self.shares[term] * weight(term) for term in set(terms) if term in self.shares)
        return held / whole if whole else 0.0

    def full_names(self, mention: EventMention) -> list[str]:
        """Names of the participants over all reports, with their fuller forms."""
        found = [self.entity_of[local] for local in mention.participants if local in self.entity_of]
        return [name for entity in found for name in (entity.name, *entity.aliases) if " " in name]


def happening(members: Sequence[EventMention], view: StoryView, among: Sequence[EventMention] = ()) -> Event:
    """One event from its mentions, of which there must be at least one; `among` those whose words may be shown."""
    when = agreed_time(members)
    on_day = [mention for mention in among or members if _days(mention.time) == _days(when)]
    chosen = max(on_day or among or members,
                 key=lambda mention: (_fitness(mention, when, view), view.is_origin(mention), mention.id))
    shown = shown_words(chosen, view)
    reports = sorted({mention.clause.article_id for mention in members})
    origins = sorted({view.origin(report) for report in reports})
    days = [day for report in reports if (day := view.published[report])]
    return Event(id=min(mention.id for mention in members), text=squeeze(shown.exact), chosen=shown,
                 when=when, times=differing_times(members, view), status=_status(members),
                 members=tuple(sorted(mention.id for mention in members)),
                 spans=_spans(shown, members), reports=tuple(reports), origins=tuple(origins),
                 first_reported=min(days, default=None),
                 weight=_weight(members, chosen, shown, when, len(origins), view))


def _fitness(mention: EventMention, when: TimeRange, view: StoryView) -> float:
    """Readability, whether its day is the one agreed, and whether it tells a happening."""
    agrees = 0.5 * (mention.time.day is not None and mention.time.day == when.day)
    return agrees + _telling(mention) + readability(mention, view.full_names(mention), view.centrality(mention.terms),
                                mention.time.rule in ROUGH)


def shown_words(mention: EventMention, view: StoryView) -> SourceSpan:
    """The clause, or the whole sentence where the clause is a fragment that does not stand alone.

    A sentence that tells something else of another day would put that under this one's date.
    """
    clause = mention.clause
    sentence = view.sentence_around(clause)
    if sentence is None or not is_fragment(clause.exact) or len(sentence) > LONGEST:
        return clause
    others = [other for other in view.told_in(sentence)
              if is_dated(other.time) or other.provenance.rule.startswith(MAIN_VERB)]
    return clause if any(_days(other.time) != _days(mention.time) for other in others) else sentence


def _spans(shown: SourceSpan, members: Sequence[EventMention]) -> tuple[SourceSpan, ...]:
    """The words shown, then the other clauses in order of report and place, each once."""
    clauses = {mention.clause for mention in members} - {shown}
    return (shown, *sorted(clauses, key=lambda span: (span.article_id, span.start, span.end)))


def _status(members: Sequence[EventMention]) -> str:
    counts = Counter(mention.status for mention in members)
    return max(sorted(counts), key=lambda status: (counts[status], STATUS_FACTOR.get(status, 0.0)))


def _weight(members: Sequence[EventMention], chosen: EventMention, shown: SourceSpan, when: TimeRange, origins: int,
            view: StoryView) -> float:
    """Origins, closeness to what the story is about, how surely dated, and whether the words shown stand alone."""
    days = length(when.earliest, when.latest)
    dated = _TOLD_DATE if when.because else _ROUGH_DATE
    dated *= 0.4 if days is None else 0.5 if days > LONG_RANGE_DAYS else 1.0
    own_voice = 1.0 if any(mention.statement is None for mention in members) else 0.95
    central = 0.2 + view.centrality({term for mention in view.told_in(shown) for term in mention.terms})
    told = _telling(chosen) * standing(shown.exact, is_title=chosen.is_title)
    named = 1.0 if chosen.participants or chosen.places else 0.8
    status = STATUS_FACTOR.get(_status(members), 0.5)
    return round(log(origins + 1) * central * dated * own_voice * told * named * status, 6)


def _telling(chosen: EventMention) -> float:
    """How far the mention shown tells a happening rather than a state or an answer."""
    timed = chosen.time.precision in ("minute", "hour") and bool(chosen.time.because)
    present = 0.5 if chosen.provenance.rule.endswith(PRESENT_TENSE) and not timed else 1.0
    return present * (0.6 if chosen.lemma in _ANSWERS else 1.0)


def agreed_time(members: Sequence[EventMention]) -> TimeRange:
    """The time most members give; one given by an expression counts more than a day of telling or of publication, and
    who gives a month or a season agrees with a day in it."""
    votes: Counter[tuple[str, str]] = Counter()
    for mention in members:
        if mention.time.earliest and mention.time.latest:
            votes[_days(mention.time)] += _VOTES.get(mention.time.rule, _VOTES_OF_EXPRESSION)
    if not votes:
        return min(members, key=lambda mention: mention.id).time
    backed = {days: sum(count for other, count in votes.items() if _holds(other, days)) for days in votes}
    if all(mention.time.rule in ROUGH for mention in members if mention.time.earliest and mention.time.latest):
        best = min(votes, key=lambda days: days[1])  # it cannot have been after the first report of it
    else:
        best = min(votes, key=lambda days: (-backed[days], length(*days) or 0, days))
    agreeing = [mention for mention in members if mention.time.earliest and _days(mention.time) == best]
    values = Counter((mention.time.earliest, mention.time.latest) for mention in agreeing)
    return min(agreeing, key=lambda mention: (mention.time.rule in ROUGH,
                                              _FINENESS.get(mention.time.precision, 9),
                                              -values[mention.time.earliest, mention.time.latest], mention.id)).time


def _holds(days: tuple[str, str], other: tuple[str, str]) -> bool:
    return days[0] <= other[0] and other[1] <= days[1]


def _days(time: TimeRange) -> tuple[str, str]:
    return (time.earliest or "")[:10], (time.latest or "")[:10]


def differing_times(members: Sequence[EventMention], view: StoryView) -> tuple[tuple[str, str], ...]:
    """Each time given by an expression with its outlet, when two of them cannot both be right; else empty."""
    counts: dict[str, Counter[str]] = {}
    for mention in members:
        if is_dated(mention.time) and mention.time.day:
            given = counts.setdefault(view.outlet_of[mention.clause.article_id], Counter())
            given[_written(mention.time)] += 1
    # an outlet that gives several is listed once, with the one it gives most, the most exact one of equals
    told = {(max(given, key=lambda time: (given[time], len(time), time)), outlet) for outlet, given in counts.items()}
    days = {value[:10] for value, _ in told}
    clocks = {value for value, _ in told if len(value) > 10}
    return tuple(sorted(told)) if len(days) > 1 or len(clocks) > 1 else ()


def _written(time: TimeRange) -> str:
    """The minute or hour where it is known, else the day."""
    earliest = time.earliest or ""
    return earliest if time.precision in ("minute", "hour") else earliest[:10]
