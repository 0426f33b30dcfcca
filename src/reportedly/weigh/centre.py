"""What a story is about, as weights of its terms: how near a passage stands to the main matter."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from math import sqrt

from reportedly.records.annotation import AnnotatedArticle
from reportedly.records.ids import ArticleId
from reportedly.records.linked import LinkedStory
from reportedly.text.weights import weight

TOP_TERMS = 40
FEWEST_ORIGINS = 2
"""A term of one origin only tells nothing of the story's centre, unless the story has no more."""


class StoryCentre:
    """Term weights of one linked story: the share of its independent origins that use a term, times its rarity."""

    def __init__(self, linked: LinkedStory) -> None:
        by_origin: dict[ArticleId, set[str]] = {}
        for report in linked.state.reports:
            by_origin.setdefault(linked.origin(report.article.id), set()).update(_terms(report))
        counts = Counter(term for terms in by_origin.values() for term in terms)
        least = min(FEWEST_ORIGINS, len(by_origin))
        shared = {term: count / len(by_origin) * weight(term) for term, count in counts.items() if count >= least}
        top = sorted(shared, key=lambda term: (-shared[term], term))[:TOP_TERMS]
        self.weights = {term: shared[term] for term in top}

    def nearness(self, terms: Iterable[str]) -> float:
        """0 for a passage that shares nothing with the story's centre, about 1 for one in its middle."""
        held = sorted((self.weights[term] for term in set(terms) if term in self.weights), reverse=True)
        best = sorted(self.weights.values(), reverse=True)[:6]
        return sqrt(min(sum(held[:6]) / sum(best), 1.0)) if best else 0.0


def _terms(report: AnnotatedArticle) -> set[str]:
    return {
        term
        for layer in (report.events, report.statements, report.explanations, report.forecasts)
        for item in layer
        for term in item.terms
    }
