"""Folds linked event mentions into events: one entry for one happening, in a report's own words."""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from math import fsum, log

from reportedly.link.agreed_times import agreed_time, days_of, differing_times
from reportedly.link.days import length
from reportedly.link.moments import DAY_OF_TELLING, ROUGH, is_dated
from reportedly.link.wording import LONGEST_SHOWN, is_fragment, readability, standing, starts_with_pronoun
from reportedly.records.annotation import AnnotatedArticle, EventMention, Sentence, TimeRange
from reportedly.records.article import ZoneKind
from reportedly.records.ids import ArticleId, MemberId
from reportedly.records.linked import Entity, Event, Origin
from reportedly.records.span import SourceSpan
from reportedly.text.normalise import squeeze
from reportedly.text.weights import weight

STATUS_FACTOR = {"happened": 1.0, "background": 0.5, "possible": 0.3, "negated": 0.4, "future": 0.1}
TOLD_ON_A_DAY = 0.7
"""What somebody said on a day that may have happened: that it was said then did happen."""
MAIN_VERB = "main verb"
"""Start of the rule of mentions that the sentence as a whole tells."""
ASIDES = ("dated relative clause", "dated participle")
"""Starts of the rules of mentions that say something of a noun beside what the sentence tells."""
PRESENT_TENSE = "present tense"
"""End of the rule of mentions told in the simple present: states, habits and captions."""
_BELOW_LEAD, _ROUGH_DATE, _TOLD_DATE = 0.7, 1.0, 2.0
"""A day that words of a report give counts twice as much as a day of publication, which is least sure below the lead,
where reports look back."""
_UNKNOWN = 0.25
"""What is of no known day adds nothing to an order of days."""
AFTER_THE_SENTENCE = "after the sentence before"
"""Rule of what is told to have come later than something dated, so that only its first possible day is known."""
_HEARSAY = 0.7
"""What is told only by those quoted, without a date, may be of any day before."""
_ANSWERS = frozenset({"deny", "reject", "dismiss", "decline", "refuse", "describe", "call", "comment"})
"""What somebody answers or how he calls a thing stands among the statements; on the timeline it ranks low."""
LONG_RANGE_DAYS = 45
"""A happening known only to a season or a year says little about when: half weight."""
TOP_TERMS = 40


@dataclass(frozen=True)
class StoryView:
    """What a story's mentions are weighed against when a dossier is composed."""

    reports: Sequence[AnnotatedArticle]
    origin_of: Mapping[ArticleId, Origin]
    entity_of: Mapping[MemberId, Entity]

    @cached_property
    def leads(self) -> dict[ArticleId, int]:
        """Where the lead of each report ends."""
        return {report.article.id: lead_of(report) for report in self.reports}

    @cached_property
    def outlet_of(self) -> dict[ArticleId, str]:
        """Name of the outlet by report."""
        return {report.article.id: report.article.outlet.label for report in self.reports}

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

    @cached_property
    def by_sentence(self) -> dict[SourceSpan, list[EventMention]]:
        """Mentions by the sentence that tells them."""
        found: dict[SourceSpan, list[EventMention]] = {}
        for report in self.reports:
            for mention in report.events:
                found.setdefault(self.sentence_around(mention.clause) or mention.clause, []).append(mention)
        return found

    def told_in(self, span: SourceSpan) -> list[EventMention]:
        """Everything told inside a stretch of one sentence, in reading order."""
        told = self.by_sentence.get(self.sentence_around(span) or span, ())
        return [mention for mention in told if mention.clause.overlaps(span)]

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
        held = fsum(self.shares[term] * weight(term) for term in set(terms) if term in self.shares)
        return held / self._whole if self._whole else 0.0

    @cached_property
    def _whole(self) -> float:
        return fsum(share * weight(term) for term, share in self.shares.items())

    def full_names(self, mention: EventMention) -> list[str]:
        """Names of the participants over all reports, with their fuller forms."""
        found = [self.entity_of[local] for local in mention.participants if local in self.entity_of]
        return [name for entity in found for name in (entity.name, *entity.aliases) if " " in name]


def lead_of(article: AnnotatedArticle) -> int:
    """Where the first sentence of the body ends: what it tells without a date is the news of the day."""
    return next((item.span.end for item in article.sentences if item.zone is ZoneKind.BODY), 0)


def may_look_back(mention: EventMention, lead: int) -> bool:
    """True for what is told in the past, without a date, below the lead."""
    present = mention.provenance.rule.endswith(PRESENT_TENSE)
    return mention.time.rule in ROUGH and not mention.is_title and not present and mention.clause.start >= lead


def happening(members: Sequence[EventMention], view: StoryView, among: Sequence[EventMention] = ()) -> Event:
    """One event from its mentions, of which there must be at least one; `among` those whose words may be shown."""
    when = agreed_time(members)
    on_day = [mention for mention in among or members if days_of(mention.time) == days_of(when)]
    chosen = max(on_day or among or members,
                 key=lambda mention: (_fitness(mention, when, view), view.is_origin(mention), mention.id))
    shown = shown_words(chosen, view)
    reports = sorted({mention.clause.article_id for mention in members})
    origins = sorted({view.origin(report) for report in reports})
    days = [day for report in reports if (day := view.published[report])]
    return Event(id=min(mention.id for mention in members), text=squeeze(shown.exact), chosen=shown,
                 when=when, times=differing_times(members, view.outlet_of), status=_status(members),
                 members=tuple(sorted(mention.id for mention in members)),
                 spans=_spans(shown, (mention.clause for mention in members)), reports=tuple(reports),
                 origins=tuple(origins),
                 first_reported=min(days, default=None),
                 weight=_weight(members, chosen, shown, when, len(origins), view))


def with_mentions(event: Event, more: Sequence[EventMention], view: StoryView) -> Event:
    """The event with further mentions that its own words tell of too."""
    reports = sorted({*event.reports, *(mention.clause.article_id for mention in more)})
    return replace(event, members=tuple(sorted({*event.members, *(mention.id for mention in more)})),
                   spans=_spans(event.chosen, {*event.spans, *(mention.clause for mention in more)}),
                   reports=tuple(reports), origins=tuple(sorted({view.origin(report) for report in reports})))


def _fitness(mention: EventMention, when: TimeRange, view: StoryView) -> float:
    """Readability, whether its day is the one agreed, and whether it tells a happening."""
    agrees = 0.5 * (mention.time.day is not None and mention.time.day == when.day)
    return agrees + _telling(mention) + readability(mention, view.full_names(mention), view.centrality(mention.terms),
                                mention.time.rule in ROUGH)


def _is_told_beside(mention: EventMention, view: StoryView) -> bool:
    """ "Roe fled, as the office resisted a search": the sentence is first of all about Roe."""
    sentence = view.sentence_around(mention.clause)
    return sentence is not None and any(
        other.clause.start == sentence.start and other.trigger.end <= mention.clause.start
        for other in view.told_in(sentence))


def shown_words(mention: EventMention, view: StoryView) -> SourceSpan:
    """The clause, or the whole sentence where the clause is a fragment that does not stand alone.

    A sentence that tells something else of another day would put that under this one's date.
    """
    clause = mention.clause
    sentence = view.sentence_around(clause)
    if sentence is None or not is_fragment(clause.exact) or len(sentence) > LONGEST_SHOWN:
        return clause
    if clause.exact[:1].isupper() and not starts_with_pronoun(clause.exact) and _is_told_beside(mention, view):
        return clause  # short, but the sentence is first of all about something else
    is_aside = mention.provenance.rule.startswith(ASIDES)
    others = [other for other in view.told_in(sentence) if is_aside or is_dated(other.time)
              or other.provenance.rule.startswith(MAIN_VERB)]
    return clause if any(days_of(other.time) != days_of(mention.time) for other in others) else sentence


def _spans(shown: SourceSpan, clauses: Iterable[SourceSpan]) -> tuple[SourceSpan, ...]:
    """The words shown, then the other clauses in order of report and place, each once."""
    others = {*clauses} - {shown}
    return (shown, *sorted(others, key=lambda span: (span.article_id, span.start, span.end)))


def _status(members: Sequence[EventMention]) -> str:
    counts = Counter(mention.status for mention in members)
    return max(sorted(counts), key=lambda status: (counts[status], STATUS_FACTOR.get(status, 0.0)))


def _weight(members: Sequence[EventMention], chosen: EventMention, shown: SourceSpan, when: TimeRange, origins: int,
            view: StoryView) -> float:
    """Origins, closeness to what the story is about, how surely dated, and whether the words shown stand alone."""
    days = length(when.earliest, when.latest)
    looks_back = all(may_look_back(mention, view.leads[mention.clause.article_id]) for mention in members)
    is_told = bool(when.because) and when.rule != AFTER_THE_SENTENCE
    dated = _TOLD_DATE if is_told else _BELOW_LEAD if looks_back else _ROUGH_DATE
    dated *= _UNKNOWN if days is None else 0.5 if days > LONG_RANGE_DAYS else 1.0
    own_voice = 1.0 if any(mention.statement is None for mention in members) else 0.95 if when.because else _HEARSAY
    central = 0.2 + view.centrality({term for mention in view.told_in(shown) for term in mention.terms})
    told = _telling(chosen) * standing(shown.exact, is_title=chosen.is_title)
    named = 1.0 if chosen.participants or chosen.places else 0.8
    status = STATUS_FACTOR.get(_status(members), 0.5)
    if status < TOLD_ON_A_DAY and any(mention.time.rule == DAY_OF_TELLING for mention in members):
        status = TOLD_ON_A_DAY
    return round(log(origins + 1) * central * dated * own_voice * told * named * status, 6)


def _telling(chosen: EventMention) -> float:
    """How far the mention shown tells a happening rather than a state or an answer."""
    timed = chosen.time.precision in ("minute", "hour") and bool(chosen.time.because)
    present = 0.5 if chosen.provenance.rule.endswith(PRESENT_TENSE) and not timed else 1.0
    beside = 0.5 if chosen.provenance.rule.startswith("adverbial clause") and not chosen.time.because else 1.0
    return present * beside * (0.6 if chosen.lemma in _ANSWERS else 1.0)
