"""Links event mentions of different reports that tell of one happening, and folds them into events."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from itertools import combinations

from reportedly.link.days import days_between, length, shifted, within
from reportedly.link.entries import entries
from reportedly.link.gathering import gather
from reportedly.link.happenings import PRESENT_TENSE, StoryView, lead_of, may_look_back
from reportedly.link.moments import LOOKS_BACK_DAYS, days_told, is_dated
from reportedly.link.timeline import rank
from reportedly.records.annotation import AnnotatedArticle, EventMention, LocalEntity
from reportedly.records.ids import ArticleId, MemberId
from reportedly.records.linked import Entity, Event, Node, Origin, Pair
from reportedly.text.happening_kinds import by_kind, heft, kind_of_happening, kinds_in
from reportedly.text.normalise import fold
from reportedly.text.verbs import are_kin
from reportedly.text.weights import rarest

KEY_TERMS = 5
"""Blocking keys are the pairs of this many rarest terms: 10 keys a mention."""
MOST_DAYS_KEYED = 3
"""Mentions that mean at most so many days are also looked up by day and kind of happening."""
EXPLICIT, UNDATED, RETOLD = "dated", "undated", "retold"
"""`retold`: told without a date below the lead, so that it may look back on an earlier day."""
LOOKED_BACK = 0.85
"""What is left of the likeness where an account without a date would look back on a day told elsewhere."""
UNSURE = 0.85
"""What is left where one account tells it as possible ("may have"): only for one verb or kin."""
ENOUGH_SHARED = 2.0
"""Weight of shared terms, about three telling words, from which likeness counts in full: two clauses of three words
that share two are no evidence."""
KIN = 0.8
OTHER_VERB = 0.45
"""What is left of the likeness of two clauses whose verbs have nothing to do with each other."""
OTHER_NAMES = 0.6
"""What is left where both accounts name somebody or some place, and none in common ("Vell confirmed a case")."""
LEAST_OF_ONE_HOUR, SAME_CLOCK_MINUTES, FULL_TIME = 0.5, 30, len("2031-05-04T10:27")
"""Likeness of two accounts of one act at clock times so near, though they share no other word ("they voted at 1 a.m.",
"the motion was put to the vote at 1:04")."""
SAME_DAY_TOLD = 1.2
"""Two accounts that both name one day are likelier to mean one happening than two that do not."""
FEWEST_TERMS = 3
"""An undated account of fewer terms ("why the gate had opened") may mean any day, so it joins none."""
SAME_EVENT = 0.45
"""Pairs at or above it are one happening."""
LEAST_SCORE = 0.3
"""Pairs below are not worth keeping: groups join by means of scores, and these hardly raise one."""


class EventLinker:
    """Scores pairs of event mentions: shared terms, by kind of happening, and kin verbs at compatible times."""

    kind = "event"
    name = "reportedly.event-linker.v3"

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
        late = agreement_of_days(a, b)
        if not late or are_of_one_sentence(a, b):
            return None
        shared = set(a.terms) & set(b.terms)
        same_terms = max(likeness(a.terms, b.terms, shared), LEAST_OF_ONE_HOUR * are_of_one_hour(a, b))
        if same_terms * SAME_DAY_TOLD < LEAST_SCORE:
            return None
        status, lemma, dated, names, _ = parts_of(a)
        other_status, other_lemma, other_dated, other_names, _ = parts_of(b)
        same_verb = verb_agreement(lemma, other_lemma, a.terms, b.terms)
        if EXPLICIT in (dated, other_dated) and dated != other_dated and min(len(a.terms), len(b.terms)) < FEWEST_TERMS:
            return None
        if late < 1.0 and same_verb < KIN:
            return None
        same_day = dated == other_dated == EXPLICIT and is_narrow(a) and is_narrow(b)
        told = SAME_DAY_TOLD if same_day and same_verb else 1.0
        told *= late * status_agreement(status, other_status, same_verb)
        if names and other_names and set(names.split(",")).isdisjoint(other_names.split(",")):
            told *= OTHER_NAMES
        score = round(min(1.0, told * same_terms * (OTHER_VERB + (1 - OTHER_VERB) * same_verb)), 4)
        if score < LEAST_SCORE:
            return None
        reason = f"share {', '.join(rarest(shared, 4))}; {lemma} / {other_lemma}"
        return Pair(kind=self.kind, a=a.id, b=b.id, score=score, reason=reason)


def are_of_one_sentence(a: Node, b: Node) -> bool:
    """True for a clause and the one around it, which tell two things; one told twice in the same words is one thing."""
    if a.article_id != b.article_id or not (a.label in b.label or b.label in a.label):
        return False
    return a.label != b.label or parts_of(a)[1] != parts_of(b)[1]


def are_of_one_hour(a: Node, b: Node) -> bool:
    """True for one act of one day at nearly one clock time, whatever else the two accounts say of it."""
    if a.earliest != b.earliest or a.group.endswith("|") or b.group.endswith("|"):
        return False
    first, second = parts_of(a), parts_of(b)
    if not first[4] or not second[4] or first[1] != second[1]:
        return False
    return abs(int(first[4]) - int(second[4])) <= SAME_CLOCK_MINUTES


def clock(mention: EventMention) -> str:
    """Minutes since midnight where the report tells the minute or the hour; else the empty string."""
    time = mention.time
    if time.precision not in ("minute", "hour") or not time.earliest or len(time.earliest) != FULL_TIME:
        return ""
    return str(60 * int(time.earliest[11:13]) + int(time.earliest[14:16]))


def parts_of(node: Node) -> tuple[str, str, str, str, str]:
    """Status, act, how it is dated, names and clock; a node of a store made before these were kept has no last two."""
    status, act, dated, *more = node.group.split("|")
    names, told_at = (*more, "", "")[:2]
    return status, act, dated, names, told_at


def agreement_of_days(a: Node, b: Node) -> float:
    """1 where both mean one day, `LOOKED_BACK` where one is told without a date some days after the other's, else 0."""
    if within(a.earliest, a.latest, b.earliest, b.latest, 0):
        return 1.0
    kinds = parts_of(a)[2], parts_of(b)[2]
    if set(kinds) != {RETOLD, EXPLICIT}:
        return 0.0
    later, earlier = (a, b) if kinds[0] == RETOLD else (b, a)
    if not later.earliest or not earlier.latest or not is_narrow(earlier):
        return 0.0
    between = days_between(earlier.latest, later.earliest)
    return LOOKED_BACK if between is not None and 0 <= between < LOOKS_BACK_DAYS else 0.0


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


def is_narrow(node: Node) -> bool:
    """A day or a night."""
    return (length(node.earliest, node.latest) or MOST_DAYS_KEYED) < MOST_DAYS_KEYED


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


def likeness(terms: Collection[str], other: Collection[str], shared: Collection[str]) -> float:
    """Mean of weighted Dice and containment, less where what is shared weighs little."""
    if not shared:
        return 0.0
    both, first, second = (sum(map(heft, some)) for some in (shared, terms, other))
    return (2 * both / (first + second) + both / min(first, second)) / 2 * min(1.0, both / ENOUGH_SHARED)


def status_agreement(status: str, other: str, same_verb: float) -> float:
    """1 for one status, or a retrospect beside a report; `UNSURE` for a kin verb told as possible; else 0."""
    if status == other or {status, other} == {"happened", "background"}:
        return 1.0
    return UNSURE if {status, other} == {"happened", "possible"} and same_verb >= KIN else 0.0


STANCES = frozenset("claim deny argue insist warn ask call describe accuse blame complain doubt defend".split())
"""Verbs of taking a stand: an act of its own beside what it is about."""
ANOTHER_ACT = 0.2


def verb_agreement(lemma: str, other: str, terms: Collection[str], other_terms: Collection[str]) -> float:
    """1 for one verb, `KIN` for kin, 0.7 where each account names the kind of happening that the other's verb is of,
    0.6 or 0.5 where one verb is of no kind but the accounts share a kind or the verb, 0.2 or 0 for verbs of two kinds.
    """
    if lemma == other:
        return 1.0
    kind, other_kind = kind_of_happening(lemma), kind_of_happening(other)
    if are_kin(lemma, other) or (kind and kind == other_kind):
        return KIN
    if (lemma in STANCES) != (other in STANCES):
        return ANOTHER_ACT  # that Roe claims something of the gate is not that the gate fell
    named = (kind or lemma) in other_terms, (other_kind or other) in terms
    if all(named):
        return 0.7
    if kind and other_kind:
        return ANOTHER_ACT if any(named) else 0.0
    return 0.6 if kinds_in(terms) & kinds_in(other_terms) else 0.5 if any(named) else 0.0


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
