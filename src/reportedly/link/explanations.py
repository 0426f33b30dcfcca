"""Links passages of different reports that explain a thing by the same cause."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from reportedly.link.events import blocking_keys
from reportedly.link.solve import clusters
from reportedly.records.annotation import AnnotatedArticle, Explanation, LocalEntity
from reportedly.records.ids import MemberId
from reportedly.records.linked import Node, Pair
from reportedly.text.parts import terms_with_names
from reportedly.text.weights import rarest, similarity

SAME_EXPLANATION = 0.5
"""Chosen on stories of the story bench: below it, two motives that name one person run together."""
LEAST_SCORE = 0.3
FEWEST_TERMS = 2


class ExplanationLinker:
    """Scores pairs of explanations by the rare terms of their causes; for and against are one theory."""

    kind = "explanation"
    name = "reportedly.explanation-linker.v1"

    def nodes(self, article: AnnotatedArticle) -> Iterator[Node]:
        """One node for each explanation; its terms are those of the cause where that can be told apart."""
        for item in article.explanations:
            terms = explaining_terms(item, article.entities)
            if len(terms) >= FEWEST_TERMS:
                yield Node(
                    id=item.id,
                    kind=self.kind,
                    article_id=article.article.id,
                    keys=blocking_keys(terms),
                    terms=terms,
                    label=item.clause.exact,
                    group=item.stance,
                )

    def score(self, a: Node, b: Node) -> Pair | None:
        """The pair, or None for explanations with little in common."""
        score = round(similarity(a.terms, b.terms), 4)
        if score < LEAST_SCORE:
            return None
        shared = ", ".join(rarest(set(a.terms) & set(b.terms), 4))
        return Pair(kind=self.kind, a=a.id, b=b.id, score=score, reason=f"both explain by {shared}")


def explaining_terms(item: Explanation, entities: Sequence[LocalEntity] = ()) -> tuple[str, ...]:
    """Terms of the cause, with those of the effect where the cause holds less than two; names as one term; sorted.

    Terms of an effect are marked, so that they match those of another effect only. A passage whose cause cannot be
    told apart gives all its terms.
    """
    cause = terms_with_names(item.terms, item.cause, entities) if item.cause else frozenset()
    if len(cause) < FEWEST_TERMS and item.cause and item.effect:
        effect = terms_with_names(item.terms, item.effect, entities)
        return tuple(sorted({*cause, *(f"effect: {term}" for term in effect)}))
    held = cause if len(cause) >= FEWEST_TERMS else terms_with_names(item.terms, item.clause, entities)
    return tuple(sorted(held))


def fold_explanations(ids: Sequence[MemberId], pairs: Iterable[Pair]) -> tuple[tuple[MemberId, ...], ...]:
    """Clusters of explanations that say the same; one that says what no other says stands alone."""
    return tuple(tuple(MemberId(member) for member in group) for group in clusters(ids, pairs, SAME_EXPLANATION))
