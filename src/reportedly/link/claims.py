"""Links what people and outlets say that is one proposition, and folds it into claims: who asserts it, who denies it.

Members are statements and the outlets' own clauses. How alike two of them are is a logistic function of the terms they
share; its weights were fitted on the labelled pairs in `bench/sets/claims`.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from itertools import combinations
from math import exp, fsum

from reportedly.link.solve import clusters
from reportedly.link.voices import Voice, is_said_otherwise, voices_of
from reportedly.records.annotation import AnnotatedArticle
from reportedly.records.ids import ArticleId, MemberId
from reportedly.records.linked import Claim, Entity, Node, Origin, Pair, Stance
from reportedly.text.kin import by_kin, kin_weight
from reportedly.text.normalise import squeeze
from reportedly.text.weights import weight

SAME_CLAIM = 0.42
"""Likeness from which two are one claim."""
COHESION = 0.6
"""Share of it that the mean between two groups must reach before they join."""
LEAST_SCORE = 0.3
FEWEST_TERMS = 2
"""A content of fewer terms ("very sorry") says too little to be compared."""
KEY_TERMS = 6
"""Blocking keys are the pairs of this many rarest terms: 15 keys a member."""
FEW_SHARED, LONG = 3, 5
"""Two contents of so many terms that share fewer are never alike enough: told before anything is summed."""
_BEGIN, _CONTAINED, _DICE, _SHARED, _RARE = -4.95, 1.4, 0.65, 0.8, 0.65
"""Fitted on the labelled pairs: F1 .63 with stories left out in turn, .61 before terms counted by kin."""
_MOST_SHARED = 6
_RAREST = 4
_OTHER_VALUE = 0.6
"""Likeness of two that give different numbers, numbers apart, from which the numbers are values of one thing."""
_LEAST_TOTAL = 0.05
_LONGEST_READ = 14
"""Terms of a member that count for which words stand for a claim."""


class ClaimLinker:
    """Scores pairs of statements and outlets' own clauses; asserting and denying are one claim."""

    kind = "claim"
    name = "reportedly.claim-linker.v2"

    def nodes(self, article: AnnotatedArticle) -> Iterator[Node]:
        """One node for each statement or own clause that holds a proposition; `group` is `denies` or `asserts`."""
        for voice in voices_of(article):
            terms = by_kin(voice.terms)
            if len(terms) >= FEWEST_TERMS:
                yield Node(id=voice.id, kind=self.kind, article_id=article.article.id, keys=_keys(terms),
                           terms=terms, label=voice.text, group="denies" if voice.denies else "asserts")

    def score(self, a: Node, b: Node) -> Pair | None:
        """The pair, or None for contents with little in common, or that give other numbers of one thing."""
        shared = _held(a.terms) & _held(b.terms)
        if not shared or (len(shared) < FEW_SHARED and min(len(a.terms), len(b.terms)) > LONG):
            return None
        score = round(_likeness(a.terms, b.terms, shared), 4)
        if score < LEAST_SCORE or _give_other_values(a.terms, b.terms):
            return None
        return Pair(kind=self.kind, a=a.id, b=b.id, score=score, reason=f"share {', '.join(_rarest(shared)[:4])}")


def _likeness(a: tuple[str, ...], b: tuple[str, ...], shared: frozenset[str]) -> float:
    """0 to 1: from the weight of the shared terms in both, their number, and the shares of the rarest."""
    first, second, both = _total(a), _total(b), _total(shared)
    rare = (_rare_share(a, b) + _rare_share(b, a)) / 2
    logit = (_BEGIN + _CONTAINED * both / min(first, second) + _DICE * 2 * both / (first + second)
             + _SHARED * min(len(shared), _MOST_SHARED) + _RARE * rare)
    return 1 / (1 + exp(-logit))


def _rare_share(a: tuple[str, ...], b: tuple[str, ...]) -> float:
    """Share of the rarest terms of one that the other holds."""
    rare = _rarest(a)[:_RAREST]
    return sum(kin_weight(term) for term in rare if term in _held(b)) / _total(rare)


def _keys(terms: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(sorted("+".join(sorted(pair)) for pair in combinations(_rarest(terms)[:KEY_TERMS], 2)))


@lru_cache(maxsize=32_768)  # a content is compared with hundreds of others
def _rarest(terms: tuple[str, ...] | frozenset[str]) -> tuple[str, ...]:
    return tuple(sorted(terms, key=lambda term: (-kin_weight(term), term)))


@lru_cache(maxsize=32_768)
def _total(terms: tuple[str, ...] | frozenset[str]) -> float:
    """Sum of weights, above 0."""
    return max(_LEAST_TOTAL, fsum(map(kin_weight, terms)))


@lru_cache(maxsize=32_768)
def _held(terms: tuple[str, ...]) -> frozenset[str]:
    return frozenset(terms)


@lru_cache(maxsize=32_768)
def _numbers(terms: tuple[str, ...]) -> frozenset[str]:
    return frozenset(term for term in terms if term[0].isdigit())


def _give_other_values(a: tuple[str, ...], b: tuple[str, ...]) -> bool:
    """True for contents that differ in their numbers and in little else: two claims about one thing."""
    numbers, others = _numbers(a), _numbers(b)
    if not numbers or not others or numbers & others:
        return False
    rest, other_rest = _held(a) - numbers, _held(b) - others
    return 2 * _total(rest & other_rest) / (_total(rest) + _total(other_rest)) >= _OTHER_VALUE


def fold_claims(reports: Sequence[AnnotatedArticle], pairs: Iterable[Pair], origin_of: Mapping[ArticleId, Origin],
                entity_of: Mapping[MemberId, Entity]) -> tuple[Claim, ...]:
    """Claims that at least two members make or that somebody denies; those of most origins first."""
    voices = {voice.id: voice for report in reports for voice in voices_of(report, entity_of, origin_of)}
    kept = [pair for pair in pairs if pair.a in voices and pair.b in voices]
    groups = ([voices[MemberId(member)] for member in group]
              for group in clusters(sorted(voices), kept, SAME_CLAIM, COHESION))
    claims = [_claim(group) for group in groups if len(group) > 1 or group[0].denies]
    return tuple(sorted(claims, key=lambda claim: (-len(claim.origins), -len(claim.asserted) - len(claim.denied),
                                                   claim.id)))


def _claim(members: Sequence[Voice]) -> Claim:
    chosen = max(members, key=lambda voice: (_telling(voice), voice.id))
    against = {voice.id for voice in members if voice.denies != is_said_otherwise(voice, chosen)}
    spans = sorted({span for voice in members for span in voice.content},
                   key=lambda span: (span.article_id, span.start, span.end))
    return Claim(id=min(voice.id for voice in members), text=squeeze(chosen.text), chosen=chosen.content[0],
                 asserted=tuple(sorted(voice.id for voice in members if voice.id not in against)),
                 denied=tuple(sorted(against)),
                 speakers=tuple(sorted({voice.speaker for voice in members})), spans=tuple(spans),
                 reports=tuple(sorted({voice.article_id for voice in members})),
                 origins=tuple(sorted({voice.origin for voice in members})), stances=_stances(members, against))


def _stances(members: Sequence[Voice], against: set[MemberId]) -> tuple[Stance, ...]:
    """What each member does with the claim, by day, undated last."""
    found = [Stance(member=voice.id, speaker=voice.speaker, origin=voice.origin, day=voice.day,
                    stance="denies" if voice.id in against else voice.stance) for voice in members]
    return tuple(sorted(found, key=lambda item: (item.day or "9999", item.member)))


def _telling(voice: Voice) -> float:
    """Weight of what is said, up to the length that reads well; asserting words before denied and negated ones."""
    said = sum(map(weight, voice.terms[:_LONGEST_READ]))
    return said - 2 * voice.denies - 1.5 * voice.is_negated - max(0, len(voice.text) - 220) / 40
