"""Links event mentions of different reports that tell of one happening, and folds them into events."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from itertools import combinations

from reportedly.link.days import length, shifted
from reportedly.link.entries import entries
from reportedly.link.event_pairs import EXPLICIT, FULL_TIME, RETOLD, UNDATED, pair_of, told
from reportedly.link.gathering import gather
from reportedly.link.happenings import PRESENT_TENSE, StoryView, lead_of, may_look_back
from reportedly.link.moments import days_told, is_dated
from reportedly.link.taken_apart import TakenApart
from reportedly.link.timeline import rank
from reportedly.records.annotation import AnnotatedArticle, EventMention, LocalEntity
from reportedly.records.ids import ArticleId, MemberId
from reportedly.records.linked import Entity, Event, Node, Origin, Pair
from reportedly.text.happening_kinds import by_kind, kind_of_happening, kinds_in
from reportedly.text.normalise import fold
from reportedly.text.weights import rarest

KEY_TERMS = 5
"""Blocking keys are the pairs of this many rarest terms: 10 keys a mention."""
MOST_DAYS_KEYED = 3
"""Mentions that mean at most so many days are also looked up by day and kind of happening."""
SAME_EVENT = 0.45
"""Pairs at or above it are one happening."""
class EventLinker:
    """Scores pairs of event mentions: shared terms, by kind of happening, and kin verbs at compatible times."""

    kind = "event"
    name = "reportedly.event-linker.v3"

    def __init__(self) -> None:
        self._told = TakenApart(told)

    def nodes(self, article: AnnotatedArticle) -> Iterator[Node]:
        """One node for each event mention. `group` holds by `|` status, act, how it is dated, names and clock time."""
        entities = {entity.id: entity for entity in article.entities}
        lead = lead_of(article)
        for mention in article.events:
            if not happens(mention, article) and mention.status != "future":
                continue
            act = act_of(mention)
            terms = comparable_terms(event_terms(mention, entities), act)
            earliest, latest = days_told(mention.time)
            dated = EXPLICIT if is_dated(mention.time) else RETOLD if may_look_back(mention, lead) else UNDATED
            keys = {*blocking_keys(terms), *day_keys(terms, earliest, latest)}
            yield Node(id=mention.id, kind=self.kind, article_id=article.article.id, keys=tuple(sorted(keys)),
                       terms=terms, label=mention.clause.exact, earliest=earliest, latest=latest,
                       group=f"{mention.status}|{act}|{dated}|{','.join(names_in(mention, entities))}|{clock(mention)}")

    def score(self, a: Node, b: Node) -> Pair | None:
        """The pair, or None for other days, other statuses or little in common."""
        return self.scores(a, [b])[0]

    def scores(self, node: Node, others: Sequence[Node]) -> list[Pair | None]:
        """The same for many at once."""
        one = self._told.of(node)
        return [pair_of(one, self._told.of(other)) for other in others]


def clock(mention: EventMention) -> str:
    """Minutes since midnight where the report tells the minute or the hour; else the empty string."""
    time = mention.time
    if time.precision not in ("minute", "hour") or not time.earliest or len(time.earliest) != FULL_TIME:
        return ""
    return str(60 * int(time.earliest[11:13]) + int(time.earliest[14:16]))


def act_of(mention: EventMention) -> str:
    """The folded lemma; `suicide` for who killed himself, which is another happening than whom he killed, and `resign`
    for who stepped down or announced that he leaves."""
    lemma = fold(mention.lemma)
    if lemma in _LEAVING and _LEAVES_OFFICE.search(mention.clause.exact):
        return "resign"
    if lemma == "tell":
        return "testify"  # only "told the court" is told as a happening
    turned = kind_of_happening(lemma) in ("kill", "shoot") and _HIMSELF.search(mention.clause.exact)
    return "suicide" if turned else lemma


_LEAVING = frozenset({"step", "stand", "announce", "tender", "submit", "offer", "hand"})
_LEAVES_OFFICE = re.compile(r"\b(?:st(?:ep|and)(?:s|ped|ping|ing)?|stood) (?:down|aside)\b|"
                            r"\b(?:his|her|their) (?:resignation|retirement)\b", re.IGNORECASE)
_HIMSELF = re.compile(r"\b(?:him|her|them)sel(?:f|ves)\b|\bself-inflicted\b|\bown life\b", re.IGNORECASE)


def comparable_terms(terms: Iterable[str], act: str) -> tuple[str, ...]:
    """Terms by kind of happening, without words of time and numbers, on which accounts of one thing differ."""
    kinds = by_kind(term for term in terms if term.rstrip(".") not in TIME_WORDS and not term[:1].isdigit())
    if act == "suicide":
        kinds = (kinds - {"kill"}) | {act}
    return tuple(sorted((kinds - _LEAVING) | {act} if act == "resign" else kinds))


TIME_WORDS = frozenset(
    """monday tuesday wednesday thursday friday saturday sunday january february march april may june july august
september october november december jan feb mar apr jun jul aug sept sep oct nov dec today yesterday tomorrow tonight
morning afternoon evening night midnight noon hour minute second day week month year early late recently am pm a.m p.m
two three four five six seven eight nine ten eleven twelve dozen hundred thousand million""".split())


def day_keys(terms: Collection[str], earliest: str | None, latest: str | None) -> Iterator[str]:
    """`2031-05-04|flood` for each day meant and each kind of happening named, where few days are meant."""
    days = length(earliest, latest)
    if earliest and days and 0 < days <= MOST_DAYS_KEYED:
        for kind in kinds_in(terms):
            yield from (f"{shifted(earliest, number)}|{kind}" for number in range(days))


def event_terms(mention: EventMention, entities: dict[MemberId, LocalEntity]) -> tuple[str, ...]:
    """Terms of the clause and the words of its participants' shortest names, so that "he" counts as who he is."""
    names = (token for local in mention.participants if local in entities for token in short_name(entities[local]))
    return tuple(sorted({*mention.terms, *names}))


def names_in(mention: EventMention, entities: dict[MemberId, LocalEntity]) -> list[str]:
    """Words of the names that the clause holds, of people, groups and places; sorted."""
    held = [entities[local] for local in (*mention.participants, *mention.places) if local in entities]
    return sorted({word for entity in held if entity.name[:1].isupper() for word in words_of_name(entity)})


def words_of_name(entity: LocalEntity) -> Iterator[str]:
    """Folded words of all forms of a name that carry it: more than two letters, without marks."""
    for form in (entity.name, *entity.aliases):
        if form[:1].isupper():
            yield from (word for word in _NAME_WORD.findall(fold(form)) if word not in _NAME_FILLERS)


_NAME_WORD = re.compile(r"[a-z0-9]{3,}")
_NAME_FILLERS = frozenset("the and for of inc ltd company group city county state new north south east west".split())


def short_name(entity: LocalEntity) -> tuple[str, ...]:
    """Folded words of the shortest capitalised form a report uses for someone: `Roe` of `Jane Roe`."""
    forms = [form for form in (entity.name, *entity.aliases) if form[:1].isupper() and len(form) > 2]
    shortest = min(forms, key=lambda form: (len(form.split()), len(form), form), default=entity.name)
    return tuple(word.strip(".,'\"()").removesuffix("'s") for word in fold(shortest).split())


def blocking_keys(terms: Iterable[str]) -> tuple[str, ...]:
    """Pairs of the rarest terms, in alphabetical order inside a pair."""
    return tuple(sorted(f"{first}+{second}" for first, second in combinations(sorted(rarest(terms, KEY_TERMS)), 2)))


def happens(mention: EventMention, report: AnnotatedArticle) -> bool:
    """False for what is still to come, which is left to forecasts, and for what is so or is done as a rule: told below
    the lead in the simple present without a date ("the law protects tenants")."""
    if mention.status == "future":
        return False
    is_present = mention.provenance.rule.endswith(PRESENT_TENSE) and not mention.trigger.exact.endswith("ing")
    return not is_present or is_dated(mention.time) or mention.is_title or mention.clause.start < lead_of(report)


def fold_events(reports: Sequence[AnnotatedArticle], pairs: Iterable[Pair], origin_of: Mapping[ArticleId, Origin],
                entity_of: Mapping[MemberId, Entity]) -> tuple[Event, ...]:
    """The story's happenings, heaviest first. What is still to come is no happening and is left to forecasts."""
    mentions = {mention.id: mention for report in reports for mention in report.events if happens(mention, report)}
    kept = [pair for pair in pairs if pair.a in mentions and pair.b in mentions]
    view = StoryView(reports, origin_of, entity_of)
    groups = gather(mentions, kept, SAME_EVENT)
    return rank(entries(([mentions[MemberId(member)] for member in group] for group in groups), view))
