"""Copies: one wire story printed twenty times is one account.

Texts are compared by winnowed fingerprints (Schleimer, Wilkerson and Aiken 2003) of five folded words; the share of
the shorter text that the longer one holds decides. Measured on 2,000 altered copies (`bench/sets/copies`): it finds
halves, embeddings and excerpts that MinHash and simhash miss. Reports that tell the same in other words are looked for
beside that (`retelling`).
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from hashlib import blake2b

from reportedly.link.credits import wire_credit
from reportedly.link.retelling import FEWEST_WORDS, LONGEST_READ, RETOLD, Telling, fact_keys, retold
from reportedly.link.taken_apart import TakenApart
from reportedly.records.annotation import AnnotatedArticle
from reportedly.records.article import Article, ZoneKind
from reportedly.records.ids import ArticleId
from reportedly.records.linked import Node, Origin, Pair
from reportedly.text.normalise import fold

__all__ = ["CopyLinker", "fingerprints", "fold_origins", "wire_credit"]

GRAM = 5
"""Words in one fingerprint: with eight, 15 changed words in 100 leave too few whole (recall .21, with five .95)."""
WINDOW = 4
"""Neighbouring grams of which the least hash is kept."""
COPY = 0.34
"""Least containment of the shorter text in the longer one; two reports that quote the same words at length share .3."""
CREDITED_COPY = 0.15
"""Least containment of two reports that credit one agency."""
DIGEST_WORDS = 60
DIGEST_COPY = 0.6
"""Below so many words a shared phrase fills a third of the text, so a digest needs more."""
FEWEST_SHARED = 4
"""Fingerprints that must be shared at least: about 20 running words."""
MOST_KEYS = 64
"""Blocking keys of one report: its least fingerprints, which two copies share in proportion to their overlap."""
_WORD = re.compile(r"\w+(?:'\w+)?")
_OWN_WORDS = frozenset({ZoneKind.BODY, ZoneKind.QUOTE_BLOCK})


class CopyLinker:
    """Scores how much of one report stands in another."""

    kind = "copy"
    name = "reportedly.copy-linker.v3"

    def __init__(self) -> None:
        self._printed = TakenApart(printed)

    def nodes(self, article: AnnotatedArticle) -> Iterable[Node]:
        """One node for a report; none for a text too short to be compared."""
        body = body_text(article.article)
        words = _WORD.findall(fold(body))
        prints = fingerprints(words)
        if len(prints) < FEWEST_SHARED:
            return ()
        credit = wire_credit(article.article)
        facts = fact_keys(body) if len(words) >= FEWEST_WORDS else ()
        return (Node(id=article.article.id, kind=self.kind, article_id=article.article.id,
                     keys=(*prints[:MOST_KEYS], *facts), terms=tuple(prints),
                     label="" if len(words) < DIGEST_WORDS else body[:LONGEST_READ],
                     earliest=article.article.published_day, group=credit or ""),)

    def score(self, a: Node, b: Node) -> Pair | None:
        """Share of the shorter report's passages that the longer one holds; for one that retells the other less than
        any copy in the same words has. None for reports of their own."""
        return self.scores(a, [b])[0]

    def scores(self, node: Node, others: Sequence[Node]) -> list[Pair | None]:
        """The same for many at once."""
        one = self._printed.of(node)
        return [pair_of(one, self._printed.of(other)) for other in others]


@dataclass(frozen=True, slots=True)
class Printed:
    """A report's node, taken apart: it is compared with hundreds of others."""

    node: Node
    prints: frozenset[str]
    telling: Telling | None
    """None for a digest."""


def printed(node: Node) -> Printed:
    """The parts of a node."""
    return Printed(node, frozenset(node.terms), Telling(node.label) if node.label else None)


def pair_of(a: Printed, b: Printed) -> Pair | None:
    """The pair, or None for reports of their own."""
    shared = len(a.prints & b.prints)
    share = shared / min(len(a.prints), len(b.prints))
    if shared < FEWEST_SHARED or share < least_share(a.node, b.node):
        return _retelling(a, b)
    reason = f"shares {round(100 * share)} % of its passages"
    if share < COPY:
        reason += f", both credited to {a.node.group}"
    first, second = sorted((a.node.id, b.node.id))
    return Pair(kind=a.node.kind, a=first, b=second, score=round(share, 4), reason=reason)


def _retelling(a: Printed, b: Printed) -> Pair | None:
    likely = retold(a.telling, b.telling) if a.telling and b.telling else 0.0
    if likely < RETOLD:
        return None
    first, second = sorted((a.node.id, b.node.id))
    return Pair(kind=a.node.kind, a=first, b=second, score=round(likely * CREDITED_COPY, 4),
                reason=f"tells the same, sentence by sentence, in other words (likelihood {likely:.2f})")


def least_share(a: Node, b: Node) -> float:
    """Containment from which two reports are copies."""
    if not (a.label and b.label):  # a digest
        return DIGEST_COPY
    return CREDITED_COPY if a.group and a.group == b.group else COPY


def body_text(article: Article) -> str:
    """The report's own zones, one a line."""
    return "\n".join(article.text[zone.start:zone.end] for zone in article.zones if zone.kind in _OWN_WORDS)


def body_words(article: Article) -> list[str]:
    """Folded words of the report's own zones, in order."""
    return _WORD.findall(fold(body_text(article)))


def fingerprints(words: Sequence[str]) -> list[str]:
    """Winnowed hashes of all runs of five words, sorted, each once; empty for fewer words."""
    grams = [blake2b(" ".join(words[at:at + GRAM]).encode("utf-8", "surrogatepass"), digest_size=8).hexdigest()
             for at in range(len(words) - GRAM + 1)]
    return sorted({min(grams[at:at + WINDOW]) for at in range(max(1, len(grams) - WINDOW + 1)) if grams})


def fold_origins(reports: Sequence[AnnotatedArticle], pairs: Sequence[Pair]) -> tuple[Origin, ...]:
    """Origins in order of their date; every report stands in exactly one.

    A report joins the earlier one that it shares most with. So a late round-up that copies two stories does not make
    them one.
    """
    order = sorted(reports, key=lambda report: _precedence(report.article))
    parents = parents_of((report.article for report in reports), pairs)
    sets: dict[ArticleId, list[ArticleId]] = {}
    for report in order:
        sets.setdefault(_root(report.article.id, parents), []).append(report.article.id)
    by_id = {report.article.id: report.article for report in order}
    return tuple(_origin(root, members, parents, by_id) for root, members in sets.items())


def _precedence(article: Article) -> tuple[str, bool, str]:
    """Which of two that share words comes first: by time of publication as far as it is known, then the one that
    credits no agency, then by id."""
    return article.published.value if article.published else "9999", wire_credit(article) is not None, article.id


def parents_of(articles: Iterable[Article], pairs: Iterable[Pair]) -> dict[ArticleId, Pair]:
    """For each copy the pair with the earlier report that it shares most with."""
    place = {article.id: number for number, article in enumerate(sorted(articles, key=_precedence))}
    best: dict[ArticleId, tuple[float, int, Pair]] = {}
    for pair in pairs:
        a, b = ArticleId(pair.a), ArticleId(pair.b)
        if a not in place or b not in place or pair.score <= 0:
            continue
        early, late = sorted((a, b), key=lambda report: place[report])
        rank = (pair.score, -place[early], pair)
        if late not in best or rank[:2] > best[late][:2]:
            best[late] = rank
    return {late: pair for late, (_, _, pair) in best.items()}


def _root(report: ArticleId, parents: dict[ArticleId, Pair]) -> ArticleId:
    while report in parents:
        pair = parents[report]
        report = ArticleId(pair.a if pair.b == report else pair.b)
    return report


def _origin(root: ArticleId, members: list[ArticleId], parents: dict[ArticleId, Pair],
            by_id: dict[ArticleId, Article]) -> Origin:
    credit = next((found for member in members if (found := wire_credit(by_id[member]))), None)
    strongest = max((parents[member] for member in members if member in parents),
                    key=lambda pair: (pair.score, pair.a, pair.b), default=None)
    if strongest is not None:
        basis = strongest.reason
    else:
        basis = f"credited to {credit}" if credit else "own report"
    return Origin(id=root, reports=tuple(members), basis=basis, credit=credit)
