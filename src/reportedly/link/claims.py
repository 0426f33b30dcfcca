"""Links what people and outlets say that is one proposition, and folds it into claims: who asserts it, who denies it.

Members are statements and the outlets' own clauses. Two that share two of their rarer words are compared: first by the
words in common, then, where these leave it open, by how near every word comes to one of the other (`alike`).
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import combinations

from reportedly.link.alike import Reading, likenesses, points_of, read_back
from reportedly.link.hope import Hope
from reportedly.link.solve import clusters
from reportedly.link.taken_apart import TakenApart
from reportedly.link.voices import Voice, is_said_otherwise, voices_of
from reportedly.records.annotation import AnnotatedArticle
from reportedly.records.ids import ArticleId, MemberId
from reportedly.records.linked import Claim, Entity, Node, Origin, Pair, Stance
from reportedly.text.function_words import FUNCTION_WORDS
from reportedly.text.kin import by_kin, kin_weight
from reportedly.text.normalise import fold, squeeze
from reportedly.text.weights import weight

SAME_CLAIM = 0.54
"""Likeness from which two are one claim."""
COHESION = 0.15
"""Share of it that the mean between two groups must reach before they join."""
LEAST_SCORE = 0.4
FEWEST_TERMS = 2
"""A content of fewer terms ("very sorry") says too little to be compared."""
KEY_TERMS = 8
"""Blocking keys are the pairs of this many rarest terms: 28 keys a member. Of the 71 labelled pairs of one claim
48 meet so, 40 with six, 56 with ten, of which the further ones are rarely told to be one."""
_LONGEST_READ = 14
"""Terms of a member that count for which words stand for a claim."""
_WORD = re.compile(r"\d[\d.,]*\d|[^\W_]+")


class ClaimLinker:
    """Scores pairs of statements and outlets' own clauses; asserting and denying are one claim."""

    kind = "claim"
    name = "reportedly.claim-linker.v4"

    def __init__(self) -> None:
        self._hope = Hope()
        self._readings = TakenApart(_reading)

    def nodes(self, article: AnnotatedArticle) -> Iterator[Node]:
        """One node for each statement or own clause that holds a proposition; `group` is `denies` or `asserts`."""
        for voice in voices_of(article):
            terms = content_terms(voice.text)
            if len(terms) >= FEWEST_TERMS:
                yield Node(id=voice.id, kind=self.kind, article_id=article.article.id, keys=_keys(terms),
                           terms=terms, label=voice.text, group="denies" if voice.denies else "asserts",
                           points=points_of(voice.text))

    def score(self, a: Node, b: Node) -> Pair | None:
        """The pair, or None for contents with little in common, or that give other numbers of one thing."""
        return self.scores(a, [b])[0]

    def scores(self, node: Node, others: Sequence[Node]) -> list[Pair | None]:
        """The same for many at once, which the network's vectors make cheaper."""
        places = self._hope.places(node, others)
        alike = likenesses(self._readings.of(node), [self._readings.of(others[place]) for place in places])
        out: list[Pair | None] = [None] * len(others)
        for place, value in zip(places, alike, strict=True):
            if (score := round(value, 4)) >= LEAST_SCORE:
                out[place] = self._pair(node, others[place], score)
        return out

    def _pair(self, node: Node, other: Node, score: float) -> Pair:
        first, second = sorted((node.id, other.id))
        shared = _rarest(set(node.terms).intersection(other.terms))
        return Pair(kind=self.kind, a=first, b=second, score=score, reason=f"share {', '.join(shared[:4])}")


def _reading(node: Node) -> Reading:
    return read_back(node.label, node.points)


def content_terms(text: str) -> tuple[str, ...]:
    """Words with content by kin and numbers without separators, sorted, each once."""
    found = (fold(word) for word in _WORD.findall(text))
    kin = by_kin(word.replace(",", "") for word in found if word not in FUNCTION_WORDS)
    return tuple(term for term in kin if term)  # of a word that is all ending, "es", nothing is left


def _keys(terms: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(sorted("+".join(sorted(pair)) for pair in combinations(_rarest(terms)[:KEY_TERMS], 2)))


def _rarest(terms: Iterable[str]) -> list[str]:
    return sorted(terms, key=lambda term: (-kin_weight(term), term))


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
