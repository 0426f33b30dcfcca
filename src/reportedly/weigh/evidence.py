"""Rates statements against a theory: CC, C, N, I, II after Heuer's analysis of competing hypotheses."""

from __future__ import annotations

from collections.abc import Sequence

from reportedly.records.annotation import CueClass, Explanation, Statement
from reportedly.records.ids import ArticleId, MemberId
from reportedly.records.judgement import Provenance
from reportedly.records.linked import LinkedStory
from reportedly.records.span import SourceSpan
from reportedly.records.weighed import Evidence
from reportedly.text.normalise import squeeze
from reportedly.text.polarity import REJECTING, words_of
from reportedly.text.weights import total

COMPONENT = "reportedly.rule-evidence.v1"
MOST_ROWS = 8
NEAR, CLOSE = 0.5, 0.75
"""Weighted overlap from which a statement bears on a theory, and from which it says nearly the same."""
LEAST_SHARED = 0.6
"""Sum of term weights: one telling word or two common ones."""
_ORDER = ("II", "I", "CC", "C", "N")
"""What speaks against comes first: theories are judged by least evidence against (Heuer 1999, chapter 8)."""


def evidence_for(
    members: Sequence[Explanation], terms: frozenset[str], linked: LinkedStory
) -> tuple[tuple[Evidence, ...], tuple[str, ...]]:
    """Evidence rows, those against first, and the speakers of statements that deny the theory, sorted."""
    own = [item.clause for item in members]
    origins = {_origin(span.article_id, linked) for span in own}
    deniers: set[str] = set()
    rows = [
        (1.0, _row("II", item.id, item.clause, "the passage itself speaks against it"))
        for item in members
        if item.stance == "against"
    ]
    for statement in linked.statements.values():
        overlap = _overlap(statement, terms)
        if overlap < NEAR or any(piece.overlaps(span) for piece in statement.content for span in own):
            continue
        rating, rule = rate(statement, overlap, _origin(statement.sentence.article_id, linked) in origins)
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
    if statement.cue_class in {CueClass.ASK, CueClass.DECLINE, CueClass.KNOW, CueClass.DEMAND}:
        return "N", "speaks of it without taking a side"
    if same_origin:
        return "C", "said in a report that offers the theory"
    return (
        "CC" if close else "C"
    ), "another origin says nearly the same" if close else "another origin shares its terms"


def _overlap(statement: Statement, terms: frozenset[str]) -> float:
    """Weighted share of the theory's terms that a statement holds; 0 when they share too little to tell."""
    shared = terms & set(statement.terms)
    return total(shared) / total(terms) if total(shared) >= LEAST_SHARED else 0.0


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


def _origin(report: ArticleId, linked: LinkedStory) -> ArticleId:
    origin = linked.origin_of.get(report)
    return origin.id if origin else report
