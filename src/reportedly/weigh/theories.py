"""Theories: the explanations that reports offer for what happened, who holds them, and what speaks for and against."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from math import log2

from reportedly.records.annotation import Explanation, Statement
from reportedly.records.ids import ArticleId, MemberId
from reportedly.records.judgement import Provenance
from reportedly.records.linked import LinkedStory
from reportedly.records.span import SourceSpan
from reportedly.records.weighed import Theory
from reportedly.text.normalise import squeeze
from reportedly.text.parts import terms_within
from reportedly.text.weights import similarity, total
from reportedly.weigh.centre import StoryCentre
from reportedly.weigh.evidence import evidence_for

COMPONENT = "reportedly.rule-theories.v1"
MOST = 24
"""Theories shown: a story's reports hold many causes of small things, and only the foremost compete."""
MOST_RIVALS = 5
LEAST_WEIGHT = 0.12
"""Below this stand causes of side matters: advice to readers, what a page asks of its visitors."""
SAME_CAUSE, SAME_EFFECT = 0.5, 0.35
_ABOUT_THE_STORY = ("noun of motive", "noun of rumour", "named as a theory", "suspecting verb: suspect")
"""Rules of words that are about the story's main event even where they do not name it: `the motive was …`."""
_PURPOSE = "infinitive of purpose"
"""Everything is done for some purpose: only that of an act in the middle of the story is a theory."""
_NAMED = frozenset({"person", "organization", "group"})


@dataclass(frozen=True, slots=True)
class Candidate:
    """One cluster of explanations on its way to becoming a theory."""

    members: tuple[Explanation, ...]
    chosen: Explanation
    cause: frozenset[str]
    effect: frozenset[str]
    weight: float


def theories(linked: LinkedStory) -> tuple[Theory, ...]:
    """The story's theories, the most central first; empty when no report explains anything."""
    by_id = {item.id: item for report in linked.state.reports for item in report.explanations}
    centre = StoryCentre(linked)
    found = [
        _candidate(tuple(by_id[member] for member in group if member in by_id), linked, centre)
        for group in linked.explanations
        if any(member in by_id for member in group)
    ]
    ranked = sorted((one for one in found if one.weight >= LEAST_WEIGHT), key=lambda one: (-one.weight, one.chosen.id))
    kept = _merged(ranked)[:MOST]
    return tuple(_theory(one, kept, linked) for one in kept)


def _candidate(members: tuple[Explanation, ...], linked: LinkedStory, centre: StoryCentre) -> Candidate:
    scored = {item.id: _strength(item, linked, centre) for item in members}
    chosen = max(members, key=lambda item: (scored[item.id], item.id))
    origins = len(_origins(members, linked))
    cause = frozenset(terms_within(chosen.terms, chosen.cause.exact)) if chosen.cause else frozenset(chosen.terms)
    effect = (
        frozenset(terms_within(chosen.terms, chosen.effect.exact)) if chosen.effect else frozenset(chosen.terms) - cause
    )
    return Candidate(
        members=members,
        chosen=chosen,
        cause=cause,
        effect=effect,
        weight=round(scored[chosen.id] * (1 + 0.35 * log2(origins)), 6),
    )


def _strength(item: Explanation, linked: LinkedStory, centre: StoryCentre) -> float:
    """Strength of the cue, nearness to the story's centre, a named proponent, words that stand alone."""
    statement = linked.statements.get(item.statement) if item.statement else None
    named = 1.2 if statement is not None and statement.speaker_kind in _NAMED else 1.0
    contested = 1.3 if item.stance == "against" else 1.0
    near = 0.15 + centre.nearness(item.terms)
    if item.provenance.rule.startswith(_ABOUT_THE_STORY):
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
    for one in ranked:
        place = next((k for k, other in enumerate(kept) if _is_same(one, other)), None)
        if place is None:
            kept.append(one)
        else:
            kept[place] = replace(kept[place], members=(*kept[place].members, *one.members))
    return kept


def _is_same(one: Candidate, other: Candidate) -> bool:
    if any(a.clause.overlaps(b.clause) for a in one.members for b in other.members):
        return True
    return len(one.cause) > 1 and len(other.cause) > 1 and similarity(one.cause, other.cause) >= SAME_CAUSE + 0.15


def _theory(one: Candidate, all_kept: Sequence[Candidate], linked: LinkedStory) -> Theory:
    members = tuple(sorted(one.members, key=lambda item: item.id))
    evidence, deniers = evidence_for(members, _telling_terms(one), linked)
    holders = _names((item for item in members if item.stance == "for"), linked)
    against = {*_names((item for item in members if item.stance == "against"), linked), *deniers} - set(holders)
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
    )


def _telling_terms(one: Candidate) -> frozenset[str]:
    """What sets the theory apart: its cause, or the whole passage where the cause says too little."""
    return one.cause if total(one.cause) > 0.5 else frozenset(one.chosen.terms)


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
    """Ids of the heaviest theories that explain the same effect by another cause."""
    found = [other for other in others if other is not one and _explains_same(one, other)]
    return tuple(min(item.id for item in other.members) for other in found[:MOST_RIVALS])


def _explains_same(one: Candidate, other: Candidate) -> bool:
    if not one.effect or not other.effect:
        return False
    return similarity(one.effect, other.effect) >= SAME_EFFECT and similarity(one.cause, other.cause) < SAME_CAUSE


def _origins(members: Iterable[Explanation], linked: LinkedStory) -> tuple[ArticleId, ...]:
    reports = {item.clause.article_id for item in members}
    return tuple(sorted({linked.origin_of[report].id if report in linked.origin_of else report for report in reports}))


def _spans(chosen: SourceSpan, others: Iterable[SourceSpan]) -> tuple[SourceSpan, ...]:
    rest = {span for span in others if span != chosen}
    return (chosen, *sorted(rest, key=lambda span: (span.article_id, span.start, span.end)))
