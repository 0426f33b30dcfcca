"""Rates statements against a theory: CC, C, N, I, II after Heuer's analysis of competing hypotheses."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from reportedly.records.annotation import CueClass, Explanation, Statement
from reportedly.records.ids import MemberId
from reportedly.records.judgement import Provenance
from reportedly.records.linked import LinkedStory
from reportedly.records.span import SourceSpan
from reportedly.records.weighed import Evidence
from reportedly.text.normalise import squeeze
from reportedly.text.polarity import ANAPHORIC, REJECTING, words_of
from reportedly.text.weights import total

COMPONENT = "reportedly.rule-evidence.v1"
MOST_ROWS = 8
NEAR, CLOSE = 0.5, 0.75
"""Weighted overlap from which a statement bears on a theory, and from which it says nearly the same."""
MOST_WORDS_BACK = 3
"""Words of a denial that only points back: `this`, `the whole claim`."""
FOLLOWS_WITHIN = 200
"""Code points between a theory and a denial that answers it: about two sentences."""
LEAST_SHARED = 0.6
"""Sum of term weights: one telling word or two common ones."""
LEAST_BESIDE_NAMES = 0.4
"""The same of the words beside the culprit's name."""
_ORDER = ("II", "I", "CC", "C", "N")
"""What speaks against comes first: theories are judged by least evidence against (Heuer 1999, chapter 8)."""


@dataclass(frozen=True, slots=True)
class Subject:
    """What a theory is told by."""

    terms: frozenset[str]
    names: frozenset[str]
    """Those of the terms that name the culprit."""


class Witnesses:
    """The statements of a story, found by what they may say of a theory."""

    def __init__(self, linked: LinkedStory) -> None:
        self.linked = linked
        self._statements = tuple(linked.statements.values())
        self._denying = {place for place, statement in enumerate(self._statements)
                         if statement.denies and _points_back(statement.text)}
        self._by_term: dict[str, list[int]] = defaultdict(list)
        for place, statement in enumerate(self._statements):
            for term in set(statement.terms):
                self._by_term[term].append(place)

    def bearing(self, subject: Subject) -> Iterator[Statement]:
        """Statements that share a term with the theory, or deny what was said just before, in the story's order."""
        places = self._denying.union(*(self._by_term.get(term, ()) for term in subject.terms))
        return (self._statements[place] for place in sorted(places))


def evidence_for(
    members: Sequence[Explanation], findings: Sequence[Explanation], subject: Subject, witnesses: Witnesses
) -> tuple[tuple[Evidence, ...], tuple[str, ...]]:
    """Evidence rows, those against first, and the speakers of statements that deny the theory, sorted.

    `findings` are passages that found no sign of any cause of its kind. A denial right after a passage that offers
    the theory ("the group denies this") answers it, whatever its own words.
    """
    linked = witnesses.linked
    own = [item.clause for item in members]
    origins = {linked.origin(span.article_id) for span in own}
    deniers: set[str] = set()
    rows = [
        (1.0, _row("II", item.id, item.clause, "the passage itself speaks against it"))
        for item in members
        if item.stance == "against"
    ]
    rows += [
        (0.9, _row("I", item.id, item.clause, "found no sign of such a cause"))
        for item in findings
    ]
    for statement in witnesses.bearing(subject):
        if _answers(statement, members):
            rows.append((0.95, _row("II", statement.id, statement.sentence, "a denial right after the theory")))
            deniers.add(linked.speaker(statement))
            continue
        overlap = _overlap(statement, subject)
        if overlap < NEAR or any(piece.overlaps(span) for piece in statement.content for span in own):
            continue
        rating, rule = rate(statement, overlap, linked.origin(statement.sentence.article_id) in origins)
        rows.append((overlap, _row(rating, statement.id, statement.sentence, rule)))
        if rating in ("I", "II"):
            deniers.add(linked.speaker(statement))
    rows.sort(key=lambda row: (_ORDER.index(row[1].rating), -row[0], row[1].member))
    return _varied([row for _, row in rows]), tuple(sorted(deniers - {"unattributed"}))


def rate(statement: Statement, overlap: float, same_origin: bool) -> tuple[str, str]:
    """The rating of a statement that bears on a theory, with the rule in words."""
    close = overlap >= CLOSE
    if statement.denies or statement.cue_class is CueClass.DENY:
        return ("II" if close else "I"), "a denial in the theory's own words" if close else "a denial that touches it"
    if statement.cue_class is CueClass.DOUBT or words_of(statement.text) & REJECTING:
        return "I", "doubts or rejects what the theory rests on"
    if statement.is_silent or statement.cue_class in {CueClass.ASK, CueClass.KNOW, CueClass.DEMAND}:
        return "N", "speaks of it without taking a side"
    if same_origin:
        return "C", "said in a report that offers the theory"
    return (
        "CC" if close else "C"
    ), "another origin says nearly the same" if close else "another origin shares its terms"


def _answers(statement: Statement, members: Sequence[Explanation]) -> bool:
    """True for a denial of `this` or `the claim` that follows a passage that offers the theory."""
    if not statement.denies or not _points_back(statement.text):
        return False
    sentence = statement.sentence
    return any(
        item.stance == "for"
        and item.clause.article_id == sentence.article_id
        and item.clause.end <= sentence.start <= item.clause.end + FOLLOWS_WITHIN
        for item in members
    )


def _points_back(words: str) -> bool:
    held = words_of(words)
    return len(held) <= MOST_WORDS_BACK and bool(held & ANAPHORIC or held & {"this", "that", "it"})


def _overlap(statement: Statement, subject: Subject) -> float:
    """Weighted share of the theory's terms that a statement holds; 0 when they share too little to tell.

    Where the theory names a culprit the statement must name it too, and names alone are not enough.
    """
    shared = subject.terms & set(statement.terms)
    if subject.names and not shared & subject.names:
        return 0.0
    beside = total(shared - subject.names)
    if total(shared) < LEAST_SHARED or beside < (LEAST_BESIDE_NAMES if subject.names else LEAST_SHARED):
        return 0.0
    return total(shared) / total(subject.terms)


def _varied(rows: Sequence[Evidence]) -> tuple[Evidence, ...]:
    """The first rows, at most half of them of one rating, each text once."""
    kept: list[Evidence] = []
    for row in rows:
        alike = sum(other.rating == row.rating for other in kept)
        if alike < MOST_ROWS // 2 and row.text not in {other.text for other in kept}:
            kept.append(row)
    return tuple(kept[:MOST_ROWS])


def _row(rating: str, member: MemberId, span: SourceSpan, rule: str) -> Evidence:
    return Evidence(
        rating=rating,
        member=member,
        text=squeeze(span.exact),
        span=span,
        provenance=Provenance(component=COMPONENT, rule=rule),
    )
