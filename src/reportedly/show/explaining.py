"""Why an item is in the dossier: its words in context, what made it, and what it was put together with."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from reportedly.dossier.records import Dossier
from reportedly.records.annotation import AnnotatedArticle, Layer
from reportedly.records.article import Article
from reportedly.records.ids import ArticleId
from reportedly.records.judgement import Judgement, Provenance, said_by
from reportedly.records.linked import Event, Pair
from reportedly.records.span import SourceSpan
from reportedly.show.chronology import times_in_words, when_in_words

CONTEXT = 120
"""Code points shown on either side of a span."""
_PAIRS = 8
"""Pairs listed for one item: more would not be read."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Quoted:
    """A span with the words around it."""

    span: SourceSpan
    outlet: str
    title: str
    published: str | None
    before: str
    after: str
    matches: bool
    """False when the stored text no longer reads so at this place."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Explained:
    """One item, explained."""

    id: str
    kind: str
    """`report`, or the layer it stands in: `statements`, `events`, …"""
    text: str
    rules: tuple[str, ...]
    """`component: rule` of everything that made it, sorted."""
    part_of: tuple[tuple[str, str, str], ...]
    """(kind, id, words) of the timeline entry, claim, dispute, … that holds it."""
    linked: tuple[str, ...]
    """The strongest pairs it forms, with their reasons."""
    quoted: tuple[Quoted, ...]
    weighed: tuple[str, ...] = ()
    """Of what tells a timeline entry: its parts of weight, its date and its delay, one a line; else empty."""
    judged: tuple[str, ...] = ()
    """What people decided about it: `name "Mara Holt", judged by Ana Ruiz on 2031-05-06`."""
    record: Any
    """The record itself."""


WEIGHT_RULE = "more with independent origins, centrality, a date that words tell, words that stand alone, and novelty"
CENTRALITY_RULE = "the share of what the story's origins speak of most that its words hold"
NOVELTY_RULE = "no heavier entry tells the same"
SECTIONS = ("timeline", "statements", "claims", "disputes", "theories", "forecasts", "knowledge", "people", "places")
"""Sections of a dossier whose items can be explained."""


class Explainer:
    """Explains items of one dossier; looks through it once, however many items are asked for."""

    def __init__(self, dossier: Dossier, pairs: Iterable[Pair] = ()) -> None:
        self._dossier = dossier
        self._pairs: defaultdict[str, list[Pair]] = defaultdict(list)
        for pair in pairs:
            self._pairs[pair.a].append(pair)
            self._pairs[pair.b].append(pair)

    @cached_property
    def _articles(self) -> dict[ArticleId, Article]:
        return {item.article.id: item.article for item in self._dossier.articles}

    @cached_property
    def _holders(self) -> Mapping[str, list[tuple[str, Any]]]:
        found: defaultdict[str, list[tuple[str, Any]]] = defaultdict(list)
        for name in SECTIONS:
            for item in getattr(self._dossier, name):
                for member in {item.id, *members_of(item)}:
                    found[member].append((name, item))
        return found

    @cached_property
    def _composed(self) -> tuple[tuple[str, Any], ...]:
        """Section and item of what stands in no report."""
        stored = {record.id for article in self._dossier.articles for layer in Layer
                  for record in getattr(article, layer.value) if hasattr(record, "id")}
        return tuple((name, one) for name in SECTIONS for one in getattr(self._dossier, name) if one.id not in stored)

    def composed(self, item: str) -> tuple[str, Any] | None:
        """Section and item for the id, or its only beginning, of what stands in no report: a dispute. Else None."""
        found = [(name, one) for name, one in self._composed if item and one.id.startswith(item)]
        return found[0] if len(found) == 1 else None

    def holding(self, member: str) -> Sequence[tuple[str, Any]]:
        """Section and item of everything that is this member or was put together from it and others."""
        return self._holders.get(member, [])

    def explain(self, kind: str, record: Any, home: AnnotatedArticle | None = None) -> Explained:
        """Explain a record that stands in `home` (None: in no report), with everything that holds it."""
        articles = self._articles if home is None else {**self._articles, home.article.id: home.article}
        holders = self.holding(record.id)
        spans = dict.fromkeys([*spans_of(record), *(span for _, item in holders for span in spans_of(item))])
        return Explained(
            id=record.id, kind=kind, text=words_of(record), record=record,
            rules=tuple(sorted({rule for item in (record, *(item for _, item in holders)) for rule in _rules(item)})),
            part_of=tuple((name, str(item.id), words_of(item)) for name, item in holders),
            linked=linked_with(self._pairs.get(record.id, ()), record.id),
            judged=tuple(_said(item) for item in self._dossier.judged(record.id, members_of(record))),
            weighed=tuple(line for name, item in holders if name == "timeline"
                          for line in weighed(self._dossier, item)),
            quoted=tuple(quoted(articles[span.article_id], span) for span in spans if span.article_id in articles))


def _said(item: Judgement) -> str:
    return f"{item.kind}{f' {item.value!r}' if item.value else ''}, {said_by(item)} ({item.id})"


def weighed(dossier: Dossier, event: Event) -> Iterator[str]:
    """Why a timeline entry stands where it does, and how its time is known."""
    place = next(number for number, item in enumerate(dossier.timeline, 1) if item.id == event.id)
    outlets = {row.id: row.outlet for row in dossier.reports}
    yield f"place {place} of {len(dossier.timeline)} by weight {event.weight:.2f}: {WEIGHT_RULE}"
    names = sorted({outlets[origin] for origin in event.origins if origin in outlets})
    yield f"independent origins: {len(event.origins)} ({', '.join(names)})" if names else \
        f"independent origins: {len(event.origins)}"
    if (behind := dossier.grades.get(event.id)) is not None:
        stakes = f"; with a part in it: {', '.join(behind.stakes)}" if behind.stakes else ""
        yield f"grade {behind.grade} of 6: {behind.rule}; nearest teller: {behind.distance}{stakes}"
    yield f"centrality: {event.centrality:.2f} of 1, {CENTRALITY_RULE}"
    yield f"novelty: {event.novelty:.2f} of 1, {_repeated(dossier, event)}"
    yield f"when: {when_in_words(event)} ({event.when.rule}); EDTF {event.edtf or 'none'}"
    yield from (f"time given: {time}" for time in times_in_words(event))
    if event.first_report:
        first = f"first reported: {event.first_reported} by {outlets.get(event.first_report, 'a report out of view')}"
        yield f"{first}; {lag}" if (lag := _delay(event)) else first
    if event.is_background:
        yield "background: over long before the story's first day, or told as such by most accounts"


def _repeated(dossier: Dossier, event: Event) -> str:
    told = next((item for item in dossier.timeline if item.id == event.repeats), None)
    return f"after {told.id}, which tells much of the same: {told.text}" if told else NOVELTY_RULE


def _delay(event: Event) -> str:
    if event.lag_days is None:
        return ""
    by_days = "on the day itself" if not event.lag_days else \
        f"{event.lag_days} day{'s' if event.lag_days > 1 else ''} after it happened"
    return by_days if event.lag_hours is None else f"{by_days}, about {event.lag_hours} h"


def members_of(item: Any) -> frozenset[str]:
    """Ids of the members that an item of the dossier was put together from."""
    positions = (member for position in getattr(item, "positions", ()) for member in position.members)
    named = (member for field in ("members", "asserted", "denied", "variants") for member in getattr(item, field, ()))
    return frozenset((*positions, *named))


def spans_of(record: Any) -> list[SourceSpan]:
    """The spans that a record is shown by: the main one first; context such as the whole sentence is left out."""
    found: list[SourceSpan] = []
    for field in ("chosen", "span", "clause", "content", "spans", "mentions"):
        value = getattr(record, field, None)
        if isinstance(value, SourceSpan):
            found.append(value)
        elif isinstance(value, tuple):  # an entity over all reports has a number of mentions there
            found += value
    for position in getattr(record, "positions", ()):
        found += position.spans
    return found


def words_of(record: Any) -> str:
    """What an item says, in a report's words."""
    for field in ("text", "name", "matter", "title"):
        value = getattr(record, field, None)
        if isinstance(value, str) and not isinstance(record, Article):
            return value
    if isinstance(record, Article):
        return record.title or record.name
    spans = spans_of(record)
    return spans[0].exact if spans else ""


def linked_with(pairs: Iterable[Pair], member: str) -> tuple[str, ...]:
    """The strongest pairs of a member, in words."""
    own = sorted((pair for pair in pairs if member in (pair.a, pair.b)), key=lambda pair: (-pair.score, pair.a, pair.b))
    return tuple(f"{pair.kind} {pair.b if pair.a == member else pair.a}: {pair.score:.2f}, {pair.reason}"
                 for pair in own[:_PAIRS])


def quoted(article: Article, span: SourceSpan) -> Quoted:
    """A span with the words around it, whitespace kept as it stands."""
    return Quoted(span=span, outlet=article.outlet.label, title=article.title or article.name,
                  published=article.published.value if article.published else None,
                  before=article.text[max(0, span.start - CONTEXT):span.start],
                  after=article.text[span.end:span.end + CONTEXT],
                  matches=article.text[span.start:span.end] == span.exact)


def _rules(record: Any) -> Iterator[str]:
    for field in ("provenance", "made_by"):
        made_by = getattr(record, field, None)
        if isinstance(made_by, Provenance):
            yield f"{made_by.component}: {made_by.rule}"
