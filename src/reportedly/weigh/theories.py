"""Theories: the explanations that reports offer for what happened, who holds them, and what speaks for and against."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from math import log2

from reportedly.records.annotation import EntityKind, Explanation, LocalEntity, Statement
from reportedly.records.ids import ArticleId, MemberId
from reportedly.records.judgement import Provenance
from reportedly.records.linked import LinkedStory
from reportedly.records.span import SourceSpan
from reportedly.records.weighed import Evidence, Theory, TheoryVoice
from reportedly.text.cause_kinds import cause_kind
from reportedly.text.normalise import fold, squeeze
from reportedly.text.parts import terms_with_names, terms_within
from reportedly.text.weights import similarity, total
from reportedly.weigh.centre import StoryCentre
from reportedly.weigh.corroboration import independent
from reportedly.weigh.evidence import Subject, Witnesses, evidence_for
from reportedly.weigh.main_happenings import MainHappenings

COMPONENT = "reportedly.rule-theories.v2"
MOST = 24
"""Theories shown: a story's reports hold many causes of small things, and only the foremost compete."""
MOST_RIVALS = 5
LEAST_WEIGHT = 0.2
"""Below this stand causes of side matters: advice to readers, what a page asks of its visitors."""
SAME_CAUSE, SAME_EFFECT = 0.5, 0.35
SAME_CULPRIT = 0.35
"""Likeness of causes from which two that name one culprit of the main happening are one theory."""
NEXT_SENTENCE = 20
"""Code points between two passages with nothing but a break between them."""
LEAST_TELLING = 0.5
"""Sum of weights from which the words of a cause, names apart, tell it from others."""
ASIDE = 0.75
"""Share of its weight that a theory keeps when it is not about a main happening."""
_NO_SIGN = "finds no sign of"
_CLAIMS = "claims responsibility"
_NAME_FILLERS = frozenset("the group movement company inc corp party".split())
_ABOUT_THE_STORY = ("noun of motive", "noun of rumour", "named as a theory", "suspecting verb: suspect")
"""Rules of words that are about the story's main event even where they do not name it: `the motive was …`."""
_VAGUE = tuple(f"noun of motive: {noun}" for noun in (
    "aim", "purpose", "goal", "suspicion", "intention", "intent", "reason", "excuse", "justification", "error"))
"""Nouns that as often tell of any other matter: these must stand near the story's centre."""
LEAST_NEAR = 0.45
_PURPOSE = "infinitive of purpose"
"""Everything is done for some purpose: only that of an act in the middle of the story is a theory."""
_MEANS = "what a means was used for"
"""Said by somebody, it is about what a main participant was after."""
_NAMED = frozenset({"person", "organization", "group"})
_ACTORS = frozenset({EntityKind.PERSON, EntityKind.ORGANIZATION, EntityKind.GROUP})
_PRONOUNS = frozenset("he she it they we i this that these those his her their its".split())


@dataclass(frozen=True, slots=True)
class Candidate:
    """One cluster of explanations on its way to becoming a theory."""

    members: tuple[Explanation, ...]
    chosen: Explanation
    cause: frozenset[str]
    """Terms of the cause, names as one term."""
    effect: frozenset[str]
    culprits: frozenset[str]
    """Names over all reports of the people and groups that the cause names."""
    kind: str
    """`meant`, `went wrong` or ``."""
    main: bool
    """It explains one of the story's main happenings."""
    weight: float
    against: tuple[Explanation, ...] = ()
    """Passages of other clusters that speak against every cause of its kind."""


@dataclass(frozen=True, slots=True)
class _View:
    """What candidates are weighed by."""

    linked: LinkedStory
    centre: StoryCentre
    main: MainHappenings
    entities: Mapping[ArticleId, tuple[LocalEntity, ...]]


def theories(linked: LinkedStory) -> tuple[Theory, ...]:
    """The story's theories, the most central first; empty when no report explains anything."""
    by_id = {item.id: item for report in linked.state.reports for item in report.explanations}
    entities = {report.article.id: report.entities for report in linked.state.reports}
    view = _View(linked, StoryCentre(linked), MainHappenings(linked), entities)
    groups = [tuple(by_id[member] for member in group if member in by_id) for group in linked.explanations]
    found = [_candidate(members, view) for members in groups if members and _may_weigh(members, view)]
    ranked = sorted(found, key=lambda one: (-one.weight, one.chosen.id))
    heavy = [one for one in ranked if one.weight >= LEAST_WEIGHT or _only_finds_none(one)]
    kept = [one for one in _answered(_merged(heavy)) if one.weight >= LEAST_WEIGHT][:MOST]
    witnesses = Witnesses(linked)
    return tuple(_theory(one, kept, witnesses) for one in kept)


def _may_weigh(members: tuple[Explanation, ...], view: _View) -> bool:
    """False for side matters that stay below `LEAST_WEIGHT` even if they explained a main happening: most of a large
    story's, which need not be read any closer."""
    heaviest = max(_strength(item, view.linked, view.centre) for item in members) * _spread(members, view.linked)
    return round(heaviest, 6) >= LEAST_WEIGHT or all(item.provenance.rule == _NO_SIGN for item in members)


def _spread(members: Iterable[Explanation], linked: LinkedStory) -> float:
    """Factor for the independent origins that offer a theory: 1 for one."""
    return 1 + 0.35 * log2(len(_origins(members, linked)))


def _candidate(members: tuple[Explanation, ...], view: _View) -> Candidate:
    scored = {item.id: _strength(item, view.linked, view.centre) for item in members}
    chosen = max(members, key=lambda item: (scored[item.id] * _clearness(item), item.id))
    entities = view.entities.get(chosen.clause.article_id, ())
    cause = terms_with_names(chosen.terms, chosen.cause or chosen.clause, entities)
    effect = (
        frozenset(terms_within(chosen.terms, chosen.effect.exact)) if chosen.effect else frozenset(chosen.terms) - cause
    )
    main = any(_is_of_the_main(item, view) for item in members)
    return Candidate(
        members=members,
        chosen=chosen,
        cause=cause,
        effect=effect,
        culprits=frozenset(name for item in members for name in _culprits(item, view)),
        kind=cause_kind(term for item in members for term in _words(item)),
        main=main,
        weight=round(max(scored.values()) * _spread(members, view.linked) * (1.0 if main else ASIDE), 6),
    )


def _words(item: Explanation) -> frozenset[str]:
    """Terms of the cause with its cue, where that is told apart; else of the passage."""
    if item.cause is None:
        return frozenset(item.terms)
    return terms_within(item.terms, item.cause.exact) | terms_within(item.terms, item.cue.exact)


def _is_of_the_main(item: Explanation, view: _View) -> bool:
    """True for what explains a main happening; words of motive and rumour do so without naming it."""
    explained = item.terms if item.effect is None else terms_within(item.terms, item.effect.exact)
    rule = item.provenance.rule
    return rule == _NO_SIGN or _is_about_the_story(item, view.centre) or view.main.hold(explained)


def _is_about_the_story(item: Explanation, centre: StoryCentre) -> bool:
    """True for words of motive and rumour, the vaguer ones where they stand near the story's centre."""
    rule = item.provenance.rule
    if rule.startswith(_VAGUE):
        return centre.nearness(item.terms) >= LEAST_NEAR
    return rule.startswith(_ABOUT_THE_STORY)


def _culprits(item: Explanation, view: _View) -> set[str]:
    """Names of the people, groups and organisations that the cause names."""
    if item.cause is None:
        return set()
    named = [
        entity
        for entity in view.entities.get(item.clause.article_id, ())
        if entity.kind in _ACTORS and any(item.cause.covers(span) for span in entity.mentions)
    ]
    known = view.linked.entity_of
    return {known[entity.id].name if entity.id in known else entity.name for entity in named}


def _clearness(item: Explanation) -> float:
    """Less for a passage that opens with a pronoun, more for one that names its cause."""
    opening = item.clause.exact.lstrip("“\"‘' ").split(" ", 1)[0].lower()
    return (0.35 if opening in _PRONOUNS else 1.0) * (1.0 if item.cause is not None else 0.8)


def _strength(item: Explanation, linked: LinkedStory, centre: StoryCentre) -> float:
    """Strength of the cue, nearness to the story's centre, a named proponent, words that stand alone."""
    statement = linked.statements.get(item.statement) if item.statement else None
    named = 1.2 if statement is not None and statement.speaker_kind in _NAMED else 1.0
    contested = 1.3 if item.stance == "against" else 1.0
    near = 0.15 + centre.nearness(item.terms)
    if _is_about_the_story(item, centre):
        near = max(near, 0.75)
    if item.provenance.rule == _MEANS and statement is not None:
        near = max(near, 0.75)
    if item.provenance.rule == _PURPOSE and item.effect is not None:
        near = (near + centre.nearness(terms_within(item.terms, item.effect.exact))) / 2
    length = len(item.clause)
    shape = 0.7 if length < 50 or length > 260 else 1.0
    opens = 0.85 if item.clause.exact.split(" ", 1)[0].lower() in {"it", "this", "that", "they", "these"} else 1.0
    return (item.provenance.score or 0.5) * near * named * contested * shape * opens


def _merged(ranked: Sequence[Candidate]) -> list[Candidate]:
    """Candidates without those of the same words or cause as a heavier one, which takes their members."""
    kept: list[Candidate] = []
    places: dict[str, set[int]] = defaultdict(set)
    for one in ranked:
        near = sorted({place for handle in _handles(one) for place in places[handle]})
        place = next((k for k in near if _is_same(one, kept[k])), None)
        if place is None:
            place = len(kept)
            kept.append(one)
        else:
            kept[place] = _joined(kept[place], one)
        for handle in _handles(kept[place]):
            places[handle].add(place)
    return kept


def _handles(one: Candidate) -> set[str]:
    """What two candidates must have at least one of in common to be the same: a report, a cause or a culprit's word."""
    reports = {f"in {member.clause.article_id}" for member in one.members}
    culprits = {f"by {word}" for name in one.culprits for word in fold(name).split()}
    return reports | culprits | {f"of {term}" for term in one.cause}


def _joined(heavy: Candidate, light: Candidate) -> Candidate:
    """The heavier with the members of the lighter, shown by the lighter's words where only those are clear."""
    clear, clearer = _clearness(heavy.chosen), _clearness(light.chosen)
    chosen = light.chosen if clearer > clear and light.chosen.stance == heavy.chosen.stance else heavy.chosen
    return replace(
        heavy,
        members=(*heavy.members, *light.members),
        chosen=chosen,
        culprits=heavy.culprits | light.culprits,
        kind=heavy.kind or light.kind,
        main=heavy.main or light.main,
    )


def _is_same(one: Candidate, other: Candidate) -> bool:
    if any(a.clause.overlaps(b.clause) for a in one.members for b in other.members):
        return True
    if one.kind and other.kind and one.kind != other.kind:
        return False
    likeness = similarity(one.cause, other.cause) if len(one.cause) > 1 and len(other.cause) > 1 else 0.0
    if one.culprits and other.culprits:
        shared = any(_is_name_of_one(a, b) for a in one.culprits for b in other.culprits)
        claims = _CLAIMS == one.chosen.provenance.rule == other.chosen.provenance.rule
        least = SAME_CULPRIT if one.main or other.main else SAME_CAUSE + 0.15
        return shared and (claims or likeness >= least)
    if one.kind and one.kind == other.kind and _is_continued(one, other):
        return True
    return likeness >= (SAME_CAUSE if one.main and other.main else SAME_CAUSE + 0.15)


def _is_name_of_one(a: str, b: str) -> bool:
    """True for two forms of one name: `Free Quay` and `the Free Quay group`."""
    first, second = (frozenset(fold(name).split()) - _NAME_FILLERS for name in (a, b))
    return bool(first and second) and (first <= second or second <= first)


def _is_continued(one: Candidate, other: Candidate) -> bool:
    """True when one voice goes on about it in the next sentence of the same report."""
    return any(
        a.clause.article_id == b.clause.article_id
        and a.proponent == b.proponent
        and max(a.clause.start, b.clause.start) - min(a.clause.end, b.clause.end) <= NEXT_SENTENCE
        for a in one.members
        for b in other.members
    )


def _answered(ranked: Sequence[Candidate]) -> list[Candidate]:
    """Findings of no sign of a kind of cause stand against every theory of that kind, not as theories of their own."""
    findings = [one for one in ranked if _only_finds_none(one)]
    held = [one for one in ranked if one not in findings]
    placed = {one.kind for one in held if one.main}
    answers: dict[str, tuple[Explanation, ...]] = {}
    for one in findings:
        answers[one.kind] = (*answers.get(one.kind, ()), *one.members)
    return [
        replace(one, against=answers.get(one.kind, ())) if one.main and one not in findings else one
        for one in ranked
        if one not in findings or one.kind not in placed
    ]


def _only_finds_none(one: Candidate) -> bool:
    """True when every passage says that nobody found a sign of this kind of cause."""
    return bool(one.kind) and all(
        item.stance == "against" and item.provenance.rule == _NO_SIGN for item in one.members
    )


def _theory(one: Candidate, all_kept: Sequence[Candidate], witnesses: Witnesses) -> Theory:
    linked = witnesses.linked
    members = tuple(sorted(one.members, key=lambda item: item.id))
    evidence, deniers = evidence_for(members, one.against, _subject(one), witnesses)
    holders = _names((item for item in members if item.stance == "for"), linked)
    opposed = (*one.against, *(item for item in members if item.stance == "against"))
    against = {*_names(opposed, linked), *deniers} - set(holders)
    rule = f"{one.chosen.provenance.rule}; {len(_origins(members, linked))} origin(s)"
    return Theory(
        id=members[0].id,
        text=squeeze(one.chosen.clause.exact),
        chosen=one.chosen.clause,
        proponents=holders,
        opponents=tuple(sorted(against)),
        evidence=evidence,
        members=tuple(item.id for item in members),
        spans=_spans(one.chosen.clause, (item.clause for item in members)),
        reports=tuple(sorted({item.clause.article_id for item in members})),
        origins=_origins(members, linked),
        rivals=_rivals(one, all_kept),
        weight=one.weight,
        provenance=Provenance(component=COMPONENT, rule=rule),
        kind=one.kind,
        culprits=tuple(sorted(one.culprits)),
        excludes=_related(one, all_kept, _excludes),
        includes=_related(one, all_kept, _includes),
        voices=_voices(members, evidence, against, linked),
    )


def _voices(members: Iterable[Explanation], evidence: Iterable[Evidence], against: Iterable[str],
            linked: LinkedStory) -> tuple[TheoryVoice, ...]:
    """Who does what with it: its own passages first, then those whose denial stands among the evidence."""
    days = {report.article.id: report.article.published_day for report in linked.state.reports}
    first: dict[tuple[str, str], str | None] = {}
    for item in sorted(members, key=lambda one: (days[one.clause.article_id] or "9", one.id)):
        report, [name] = item.clause.article_id, _names([item], linked)
        repeated = ("proposes", name) in first or linked.origin(report) != report
        stance = "rejects" if item.stance == "against" else "repeats" if repeated else "proposes"
        first.setdefault((stance, name), days[report])
    rejecting = set(against)
    for row in evidence:
        statement = linked.statements.get(row.member)
        name = linked.speaker(statement) if statement is not None else ""
        if row.rating in ("I", "II") and name in rejecting:
            first.setdefault(("rejects", name), days[row.span.article_id])
    found = (TheoryVoice(name=name, stance=stance, day=day) for (stance, name), day in first.items())
    return tuple(sorted(found, key=lambda voice: (voice.day or "9", voice.stance, voice.name)))


def _related(one: Candidate, others: Iterable[Candidate],
             holds: Callable[[Candidate, Candidate], bool]) -> tuple[MemberId, ...]:
    return tuple(min(item.id for item in other.members) for other in others if other is not one and holds(one, other))


def _excludes(one: Candidate, other: Candidate) -> bool:
    """Of one thing: the other kind of cause, or somebody else's deed."""
    if not _explains_same(one, other):
        return False
    if one.kind and other.kind:
        return one.kind != other.kind or _are_others(one, other)
    return _are_others(one, other)


def _are_others(one: Candidate, other: Candidate) -> bool:
    return bool(one.culprits and other.culprits) and not any(
        _is_name_of_one(a, b) for a in one.culprits for b in other.culprits)


def _includes(one: Candidate, other: Candidate) -> bool:
    return len(other.cause) > 1 and other.cause < one.cause and other.culprits <= one.culprits


def _subject(one: Candidate) -> Subject:
    """What sets the theory apart: its cause, or the whole passage where the cause says too little."""
    names = frozenset(word for name in one.culprits for word in fold(name).split())
    words = frozenset(word for term in one.cause for word in term.split())
    if total(words - names) <= LEAST_TELLING:
        return Subject(frozenset(one.chosen.terms), names)
    return Subject(words, names & words)


def _names(items: Iterable[Explanation], linked: LinkedStory) -> tuple[str, ...]:
    """Proponents by their names over all reports, most frequent first."""
    counts: dict[str, int] = {}
    for item in items:
        statement = linked.statements.get(item.statement) if item.statement else None
        name = linked.speaker(statement) if statement is not None and _speaks(statement, item) else item.proponent
        counts[name] = counts.get(name, 0) + 1
    return tuple(sorted(counts, key=lambda name: (-counts[name], name)))


def _speaks(statement: Statement, item: Explanation) -> bool:
    return statement.speaker == item.proponent


def _rivals(one: Candidate, others: Iterable[Candidate]) -> tuple[MemberId, ...]:
    """Ids of the heaviest theories that explain the same effect, or a main happening, by another cause."""
    found = [other for other in others if other is not one and _explains_same(one, other)]
    return tuple(min(item.id for item in other.members) for other in found[:MOST_RIVALS])


def _explains_same(one: Candidate, other: Candidate) -> bool:
    if similarity(one.cause, other.cause) >= SAME_CAUSE or (one.culprits and one.culprits == other.culprits):
        return False
    if one.main and other.main:
        return True
    return bool(one.effect and other.effect) and similarity(one.effect, other.effect) >= SAME_EFFECT


def _origins(members: Iterable[Explanation], linked: LinkedStory) -> tuple[ArticleId, ...]:
    return independent((item.clause.article_id for item in members), linked)


def _spans(chosen: SourceSpan, others: Iterable[SourceSpan]) -> tuple[SourceSpan, ...]:
    rest = {span for span in others if span != chosen}
    return (chosen, *sorted(rest, key=lambda span: (span.article_id, span.start, span.end)))
