"""Links passages of different reports that predict the same event."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from reportedly.link.events import blocking_keys
from reportedly.link.solve import clusters
from reportedly.records.annotation import AnnotatedArticle, ForecastMention
from reportedly.records.ids import MemberId
from reportedly.records.linked import Node, Pair
from reportedly.text.hedges import hedge_range
from reportedly.text.weights import rarest, similarity

SAME_FORECAST = 0.55
LEAST_SCORE = 0.3
FEWEST_TERMS = 2


class ForecastLinker:
    """Scores pairs of predictions by the rare terms they share; opposite ones and those of other days never pair."""

    kind = "forecast"
    name = "reportedly.forecast-linker.v1"

    def nodes(self, article: AnnotatedArticle) -> Iterator[Node]:
        """One node for each forecast; `group` is `negated` or `affirmed`, the range is its horizon."""
        for item in article.forecasts:
            terms = predicted_terms(item)
            if len(terms) >= FEWEST_TERMS:
                yield Node(
                    id=item.id,
                    kind=self.kind,
                    article_id=article.article.id,
                    keys=blocking_keys(terms),
                    terms=terms,
                    label=item.clause.exact,
                    group="negated" if item.negated else "affirmed",
                    earliest=item.horizon.earliest if item.horizon else None,
                    latest=item.horizon.latest if item.horizon else None,
                )

    def score(self, a: Node, b: Node) -> Pair | None:
        """The pair, or None for predictions with little in common, of opposite sense or of other days."""
        if a.group != b.group or _apart(a, b) or _apart(b, a):
            return None
        score = round(similarity(a.terms, b.terms), 4)
        if score < LEAST_SCORE:
            return None
        shared = ", ".join(rarest(set(a.terms) & set(b.terms), 4))
        return Pair(kind=self.kind, a=a.id, b=b.id, score=score, reason=f"both predict {shared}")


def predicted_terms(item: ForecastMention) -> tuple[str, ...]:
    """The terms of a forecast without the words that only say how sure it is."""
    return tuple(term for term in item.terms if hedge_range(term) is None)


def _apart(a: Node, b: Node) -> bool:
    return bool(a.latest and b.earliest and a.latest[:10] < b.earliest[:10])


def fold_forecasts(ids: Sequence[MemberId], pairs: Iterable[Pair]) -> tuple[tuple[MemberId, ...], ...]:
    """Clusters of forecasts of one event; one that no other report makes stands alone."""
    return tuple(tuple(MemberId(member) for member in group) for group in clusters(ids, pairs, SAME_FORECAST))
