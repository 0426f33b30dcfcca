"""Links statements that assert or deny one proposition, and folds them into claims."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from functools import lru_cache

from reportedly.link.events import blocking_keys
from reportedly.link.solve import clusters
from reportedly.records.annotation import AnnotatedArticle, CueClass, Statement
from reportedly.records.ids import ArticleId, MemberId
from reportedly.records.linked import Claim, Entity, Node, Origin, Pair, Stance
from reportedly.text.normalise import squeeze
from reportedly.text.weights import rarest, similarity, weight

SAME_CLAIM = 0.55
LEAST_SCORE = 0.3
FEWEST_TERMS = 2
"""A content of fewer terms ("very sorry") says too little to be compared."""


class ClaimLinker:
    """Scores pairs of statements by the rare terms and numbers they share; asserting and denying are one claim."""

    kind = "claim"
    name = "reportedly.claim-linker.v1"

    def nodes(self, article: AnnotatedArticle) -> Iterator[Node]:
        """One node for each statement that holds a proposition; `group` is `denies` or `asserts`."""
        for statement in article.statements:
            if not _holds_proposition(statement) or len(statement.terms) < FEWEST_TERMS:
                continue
            yield Node(id=statement.id, kind=self.kind, article_id=article.article.id,
                       keys=blocking_keys(statement.terms), terms=statement.terms, label=statement.text,
                       group="denies" if statement.denies else "asserts")

    def score(self, a: Node, b: Node) -> Pair | None:
        """The pair, or None for contents with little in common or with different numbers."""
        numbers, others = _numbers(a.terms), _numbers(b.terms)
        if numbers and others and not numbers & others:
            return None
        score = round(similarity(a.terms, b.terms), 4)
        if score < LEAST_SCORE:
            return None
        shared = ", ".join(rarest(set(a.terms) & set(b.terms), 4))
        return Pair(kind=self.kind, a=a.id, b=b.id, score=score, reason=f"share {shared}")


def _holds_proposition(statement: Statement) -> bool:
    """False for questions, refusals and what was not said: they assert and deny nothing."""
    return statement.cue_class is not CueClass.ASK and not statement.is_silent


@lru_cache(maxsize=32_768)  # a statement is compared with hundreds of others
def _numbers(terms: tuple[str, ...]) -> frozenset[str]:
    return frozenset(term for term in terms if term[0].isdigit())


def fold_claims(reports: Sequence[AnnotatedArticle], pairs: Iterable[Pair], origin_of: Mapping[ArticleId, Origin],
                entity_of: Mapping[MemberId, Entity]) -> tuple[Claim, ...]:
    """Claims that at least two statements make or that somebody denies; those of most origins first."""
    statements = {statement.id: statement for report in reports for statement in report.statements
                  if _holds_proposition(statement)}
    kept = [pair for pair in pairs if pair.a in statements and pair.b in statements]
    groups = ([statements[MemberId(member)] for member in group]
              for group in clusters(sorted(statements), kept, SAME_CLAIM))
    days = {report.article.id: report.article.published_day for report in reports}
    claims = [replace(_claim(group, origin_of, entity_of), stances=_stances(group, origin_of, entity_of, days))
              for group in groups
              if len(group) > 1 or group[0].denies]
    return tuple(sorted(claims, key=lambda claim: (-len(claim.origins), -len(claim.asserted) - len(claim.denied),
                                                   claim.id)))


def _claim(members: Sequence[Statement], origin_of: Mapping[ArticleId, Origin],
           entity_of: Mapping[MemberId, Entity]) -> Claim:
    chosen = max(members, key=lambda statement: (_telling(statement), statement.id))
    spans = sorted({span for statement in members for span in statement.content},
                   key=lambda span: (span.article_id, span.start, span.end))
    reports = sorted({statement.sentence.article_id for statement in members})
    origins = {origin_of[report].id if report in origin_of else report for report in reports}
    return Claim(id=min(statement.id for statement in members), text=squeeze(chosen.text), chosen=chosen.content[0],
                 asserted=tuple(sorted(statement.id for statement in members if not statement.denies)),
                 denied=tuple(sorted(statement.id for statement in members if statement.denies)),
                 speakers=tuple(sorted({_speaker(statement, entity_of) for statement in members})),
                 spans=tuple(spans), reports=tuple(reports), origins=tuple(sorted(origins)))


def _stances(members: Sequence[Statement], origin_of: Mapping[ArticleId, Origin],
             entity_of: Mapping[MemberId, Entity], days: Mapping[ArticleId, str | None]) -> tuple[Stance, ...]:
    """What each statement does with the claim, by day, undated last."""
    found = []
    for statement in members:
        report = statement.sentence.article_id
        origin = origin_of[report].id if report in origin_of else report
        said = statement.said.day if statement.said else None
        found.append(Stance(member=statement.id, speaker=_speaker(statement, entity_of), origin=origin,
                            stance=_stance(statement, is_copy=origin != report), day=said or days.get(report)))
    return tuple(sorted(found, key=lambda item: (item.day or "9999", item.member)))


def _stance(statement: Statement, *, is_copy: bool) -> str:
    if statement.denies:
        return "denies"
    if statement.cue_class is CueClass.DOUBT:
        return "doubts"
    return "repeats" if is_copy or any(link.role == "relay" for link in statement.chain) else "asserts"


def _telling(statement: Statement) -> float:
    """Weight of what is said, up to the length that reads well; asserting words before denied ones."""
    return sum(map(weight, statement.terms[:14])) - 2 * statement.denies - max(0, len(statement.text) - 220) / 40


def _speaker(statement: Statement, entity_of: Mapping[MemberId, Entity]) -> str:
    entity = entity_of.get(statement.entity) if statement.entity else None
    return entity.name if entity else statement.speaker
