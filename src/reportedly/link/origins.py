"""The origin graph of a story: which report goes back to which, whom it credits, and whom it cites.

A report cited or credited need not be among the reports: an outlet that others cite is a node of its own. An edge goes
from the later to what it goes back to, with the reason and, for copies, the passages.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence

from reportedly.link.copies import parents_of
from reportedly.link.credits import wire_credit
from reportedly.link.passages import shared_passages
from reportedly.records.annotation import AnnotatedArticle, EntityKind, Statement
from reportedly.records.article import Article
from reportedly.records.ids import ArticleId
from reportedly.records.linked import OriginEdge, Pair
from reportedly.records.span import SourceSpan
from reportedly.text.normalise import fold

COPIES, HOLDS, CREDITS, CITES = EDGE_KINDS = ("copies", "holds part of", "credits", "cites")
MOSTLY = 0.6
"""Share of the shorter report from which the later one is called a copy; below, it holds a part of the earlier one."""


def origin_edges(reports: Sequence[AnnotatedArticle], pairs: Iterable[Pair]) -> tuple[OriginEdge, ...]:
    """Every edge, by the report it starts from, then by kind and end; a pure function of reports and pairs."""
    articles = {report.article.id: report.article for report in reports}
    outlets: dict[str, list[ArticleId]] = {}
    for article in articles.values():
        outlets.setdefault(fold(article.outlet.label), []).append(article.id)
    edges = [*_copies(articles, pairs), *_credits(articles.values()),
             *(edge for report in reports for edge in _citations(report, outlets))]
    return tuple(sorted(edges, key=lambda edge: (edge.later, edge.kind, edge.earlier or "", edge.name)))


def _copies(articles: Mapping[ArticleId, Article], pairs: Iterable[Pair]) -> Iterator[OriginEdge]:
    for late, pair in parents_of(articles.values(), pairs).items():
        early = ArticleId(pair.a if pair.b == late else pair.b)
        yield OriginEdge(kind=COPIES if pair.score >= MOSTLY else HOLDS, later=late, earlier=early,
                         name=articles[early].outlet.label, reason=_reason(pair, articles[early], articles[late]),
                         passages=shared_passages(articles[early], articles[late]), spans=(), count=1)


def _reason(pair: Pair, early: Article, late: Article) -> str:
    """What is shared, and why the one is taken for the earlier."""
    if early.published_day and late.published_day and early.published_day != late.published_day:
        return f"{pair.reason}; published {early.published_day}, before {late.published_day}"
    credit = wire_credit(late)
    if credit:
        return f"{pair.reason}; of one day, credited to {credit}"
    return f"{pair.reason}; of one day, so which came first is not known"


def _credits(articles: Iterable[Article]) -> Iterator[OriginEdge]:
    for article in articles:
        credit = wire_credit(article)
        if credit and fold(credit) != fold(article.outlet.label):
            yield OriginEdge(kind=CREDITS, later=article.id, earlier=None, name=credit,
                             reason="byline, date line or end of the text", passages=(), spans=(), count=1)


def _citations(report: AnnotatedArticle, outlets: Mapping[str, Sequence[ArticleId]]) -> Iterator[OriginEdge]:
    """Whom the report passes words on from: one edge for each outlet, to its reports in view where there is one.

    `outlets` holds the reports of each outlet in view, by its folded name.
    """
    spans: defaultdict[str, list[SourceSpan]] = defaultdict(list)
    names: Counter[str] = Counter()
    bodies = {fold(form) for entity in report.entities if entity.kind is EntityKind.ORGANIZATION
              for form in (entity.name, *entity.aliases)}
    own = fold(report.article.outlet.label)
    for statement in report.statements:
        for name, span in _relays(statement):
            if fold(name) != own and (fold(name) in bodies or fold(name) in outlets):
                names[name] += 1
                spans[name].append(span)
    for name in sorted(names):
        here = [other for other in outlets.get(fold(name), []) if other != report.article.id]
        yield OriginEdge(kind=CITES, later=report.article.id, earlier=here[0] if len(here) == 1 else None, name=name,
                         reason=f"passes on {names[name]} statement{'s' if names[name] > 1 else ''}", passages=(),
                         spans=tuple(spans[name]), count=names[name])


def _relays(statement: Statement) -> Iterator[tuple[str, SourceSpan]]:
    """Through whom the words came: outlets, platforms, people."""
    for link in statement.chain:
        if link.role == "relay" and link.span is not None:
            yield link.name, link.span
