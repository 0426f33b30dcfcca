"""Links event mentions of different reports that tell of one happening, and folds them into events."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import combinations

from reportedly.link.days import within
from reportedly.link.happenings import BY_PUBLICATION, StoryView, happening
from reportedly.link.solve import clusters
from reportedly.link.timeline import rank
from reportedly.records.annotation import AnnotatedArticle, EventMention, LocalEntity
from reportedly.records.ids import ArticleId, MemberId
from reportedly.records.linked import Entity, Event, Node, Origin, Pair
from reportedly.text.normalise import fold
from reportedly.text.verbs import are_kin
from reportedly.text.weights import rarest, similarity

KEY_TERMS = 5
"""Blocking keys are the pairs of this many rarest terms: 10 keys a mention."""
EXPLICIT, UNDATED = "dated", "undated"
COMPATIBLE = {frozenset({"happened", "background"}), frozenset({"happened", "possible"})}
OTHER_VERB = 0.45
"""What is left of the likeness of two clauses whose verbs have nothing to do with each other."""
DAYS_APART = 1
"""Reports of an evening event are stamped with the next day, so a date by publication may be one day off."""
SAME_EVENT = 0.45
"""Pairs at or above it are one happening."""
LEAST_SCORE = 0.36
"""Pairs below are not worth keeping: no threshold in use is lower."""


class EventLinker:
    """Scores pairs of event mentions: shared rare terms and kin verbs at compatible times."""

    kind = "event"
    name = "reportedly.event-linker.v1"

    def nodes(self, article: AnnotatedArticle) -> Iterator[Node]:
        """One node for each event mention. `group` holds status, lemma and whether a date is given, by `|`."""
        entities = {entity.id: entity for entity in article.entities}
        for mention in article.events:
            terms = event_terms(mention, entities)
            dated = UNDATED if mention.time.rule == BY_PUBLICATION else EXPLICIT
            yield Node(id=mention.id, kind=self.kind, article_id=article.article.id, keys=blocking_keys(terms),
                       terms=terms, label=mention.clause.exact, earliest=mention.time.earliest,
                       latest=mention.time.latest, group=f"{mention.status}|{fold(mention.lemma)}|{dated}")

    def score(self, a: Node, b: Node) -> Pair | None:
        """The pair, or None for other days, other statuses or little in common."""
        status, lemma, dated = a.group.split("|")
        other_status, other_lemma, other_dated = b.group.split("|")
        if status != other_status and frozenset({status, other_status}) not in COMPATIBLE:
            return None
        slack = 0 if dated == other_dated == EXPLICIT else DAYS_APART
        if not within(a.earliest, a.latest, b.earliest, b.latest, slack):
            return None
        same_terms = similarity(a.terms, b.terms)
        same_verb = verb_agreement(lemma, other_lemma, a.terms, b.terms)
        score = round(same_terms * (OTHER_VERB + (1 - OTHER_VERB) * same_verb), 4)
        if score < LEAST_SCORE:
            return None
        shared = ", ".join(rarest(set(a.terms) & set(b.terms), 4))
        return Pair(kind=self.kind, a=a.id, b=b.id, score=score, reason=f"share {shared}; {lemma} / {other_lemma}")


def event_terms(mention: EventMention, entities: dict[MemberId, LocalEntity]) -> tuple[str, ...]:
    """Terms of the clause and the words of its participants' shortest names, so that "he" counts as who he is."""
    names = (token for local in mention.participants if local in entities for token in short_name(entities[local]))
    return tuple(sorted({*mention.terms, *names}))


def short_name(entity: LocalEntity) -> tuple[str, ...]:
    """Folded words of the shortest capitalised form a report uses for someone: `Roe` of `Jane Roe`."""
    forms = [form for form in (entity.name, *entity.aliases) if form[:1].isupper() and len(form) > 2]
    shortest = min(forms, key=lambda form: (len(form.split()), len(form), form), default=entity.name)
    return tuple(word.strip(".,'\"()").removesuffix("'s") for word in fold(shortest).split())


def blocking_keys(terms: Iterable[str]) -> tuple[str, ...]:
    """Pairs of the rarest terms, in alphabetical order inside a pair."""
    return tuple(sorted(f"{first}+{second}" for first, second in combinations(sorted(rarest(terms, KEY_TERMS)), 2)))


def verb_agreement(lemma: str, other: str, terms: Iterable[str], other_terms: Iterable[str]) -> float:
    """1 for one verb, 0.8 for kin, 0.5 where one account holds the other's verb, else 0."""
    if lemma == other:
        return 1.0
    if are_kin(lemma, other):
        return 0.8
    if lemma in other_terms or other in terms:
        return 0.5
    return 0.0


def fold_events(reports: Sequence[AnnotatedArticle], pairs: Iterable[Pair], origin_of: Mapping[ArticleId, Origin],
                entity_of: Mapping[MemberId, Entity]) -> tuple[Event, ...]:
    """The story's happenings, heaviest first. What is still to come is no happening and is left to forecasts."""
    mentions = {mention.id: mention for report in reports for mention in report.events if mention.status != "future"}
    kept = [pair for pair in pairs if pair.a in mentions and pair.b in mentions]
    view = StoryView(reports, origin_of, entity_of)
    groups = clusters(sorted(mentions), kept, SAME_EVENT)
    return rank(happening([mentions[MemberId(member)] for member in group], view) for group in groups)
