"""What the templates are filled with: links to spans, days in order, shortened changes. No words are made up here."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING
from urllib.parse import quote, urlsplit

from reportedly.dossier.records import Change, Dossier, StatementRow
from reportedly.link.origins import CITES
from reportedly.records.annotation import AttributionKind, Statement
from reportedly.records.article import Article
from reportedly.records.ids import ArticleId
from reportedly.records.span import SourceSpan
from reportedly.records.weighed import Dispute, Evidence, Theory
from reportedly.show.citations import citations
from reportedly.show.web.highlight import anchor
from reportedly.show.when import moment_in_words
from reportedly.text.worddiff import Piece, unshared

if TYPE_CHECKING:
    from reportedly.store.search import Hit

CONTEXT_WORDS = 14
"""Words kept on either side of a change in a later version."""
SHARED_WORDS = 40
"""Words of a change that a page to be published gives in one piece."""
FRAGMENT_WORDS = 5
"""Words at either end by which a longer passage is found in the original."""
SAME_QUOTATION = 0.5
"""Share of the terms that two wordings have in common for them to be one quotation in two versions."""
MOST_DIFFERING = 0.6
"""Share of a position's words that may be marked; above it a reader would see nothing but marks."""
_FIGURE = re.compile(r"(\d+(?:[.,:]\d+)*)")
FOR, AGAINST = frozenset({"CC", "C"}), frozenset({"I", "II"})
"""Ratings of evidence (Heuer's ACH) that speak for and against a theory."""


@dataclass(frozen=True, slots=True)
class Cite:
    """A link to cited words."""

    href: str
    outlet: str
    day: str
    """Day of publication in words; `` if unknown."""
    is_copy: bool
    """True when the report's words go back to another report."""
    words: str
    """The cited words, on one line."""


class Notes:
    """The cited words of one page, numbered as they come, for its printed endnotes."""

    def __init__(self, longest: int) -> None:
        self.longest = longest
        """Code points of the words that a note gives."""
        self._numbers: dict[str, int] = {}
        self.cites: list[Cite] = []
        """In the order of their numbers."""

    def number(self, cite: Cite) -> int:
        """The number of a citation, from 1; the same words have one number."""
        if cite.href not in self._numbers:
            self.cites.append(cite)
            self._numbers[cite.href] = len(self.cites)
        return self._numbers[cite.href]


class Links:
    """Addresses of spans and reports of one dossier."""

    def __init__(self, dossier: Dossier) -> None:
        self._articles = {item.article.id: item.article for item in dossier.articles}
        self._origin = {row.id: row.origin for row in dossier.reports}
        self._year = (dossier.as_of or "")[:4]

    def report(self, article_id: ArticleId) -> str:
        """Address of a report's page."""
        return f"reports/{article_id}.html"

    def hit(self, hit: Hit) -> str:
        """Address of a found sentence: the report's page, served with that sentence as a target too."""
        start, end = hit.span.start, hit.span.end
        return f"{self.report(hit.article_id)}?span={start}-{end}#{anchor(start, end)}"

    def knows(self, span: SourceSpan | None) -> bool:
        """True when the span's report is in view."""
        return span is not None and span.article_id in self._articles

    def cite(self, span: SourceSpan) -> Cite:
        """The link to a span. Raises KeyError for a report that is not in view."""
        article = self._articles[span.article_id]
        day = article.published_day
        words = moment_in_words(day, year=day[:4] != self._year) if day else ""
        return Cite(f"{self.report(article.id)}#{anchor(span.start, span.end)}", article.outlet.label, words,
                    self._origin.get(article.id, article.id) != article.id, " ".join(span.exact.split()))

    def cites(self, spans: Iterable[SourceSpan]) -> tuple[Cite, ...]:
        """One link for each report, to the first span given of it; independent reports before copies."""
        first: dict[ArticleId, SourceSpan] = {}
        for span in spans:
            if self.knows(span):
                first.setdefault(span.article_id, span)
        return tuple(sorted(map(self.cite, first.values()), key=lambda cite: cite.is_copy))


def _same_words(one: Statement, other: Statement) -> float:
    """The share of the shorter one's terms that the other has too."""
    first, second = set(one.terms), set(other.terms)
    return len(first & second) / min(len(first), len(second)) if first and second else 0.0


def grounded(dossier: Dossier) -> Dossier:
    """The dossier without entries that have no span in a report in view: such an entry is not shown."""
    links, listed = Links(dossier), {row.id for row in dossier.reports}
    return replace(
        dossier, lead=dossier.lead if links.knows(dossier.lead) else None,
        knowledge=tuple(item for item in dossier.knowledge if links.knows(item.chosen)),
        origin_edges=tuple(edge for edge in dossier.origin_edges if edge.later in listed
                           and (edge.kind != CITES or all(map(links.knows, edge.spans)))),
        key_points=tuple(item for item in dossier.key_points if links.knows(item.event.chosen)),
        timeline=tuple(item for item in dossier.timeline if links.knows(item.chosen)),
        statements=tuple(item for item in dossier.statements if links.cites(item.spans)),
        disputes=tuple(item for item in dossier.disputes if all(links.cites(side.spans) for side in item.positions)),
        theories=tuple(item for item in dossier.theories if links.knows(item.chosen)),
        forecasts=tuple(item for item in dossier.forecasts if links.knows(item.chosen)))


def web_address(url: str | None) -> str | None:
    """The address when it is a plain http or https one that may be linked; else None."""
    if not url:
        return None
    try:
        parts = urlsplit(url)
    except ValueError:
        return None
    return url if parts.scheme in ("http", "https") and parts.netloc else None


def original(article: Article, span: SourceSpan) -> str | None:
    """Address of the original that asks the browser to show these words (URL Fragment Text Directives); None where the
    report has no address that may be linked."""
    address = web_address(article.url)
    if address is None:
        return None
    words = span.exact.split()
    ends = [words] if len(words) <= 2 * FRAGMENT_WORDS else [words[:FRAGMENT_WORDS], words[-FRAGMENT_WORDS:]]
    # a dash or comma of the words themselves would be read as syntax
    text = ",".join(quote(" ".join(part), safe="").replace("-", "%2D") for part in ends)
    return f"{address}{'' if '#' in address else '#'}:~:text={text}"


def citation(article: Article, span: SourceSpan) -> str:
    """The words, outlet, day, address and hash in one line, to be copied."""
    parts = (f"“{' '.join(span.exact.split())}”", article.outlet.label, article.published_day or "undated",
             article.url or article.name, f"characters {span.start} to {span.end}", f"SHA-256 {article.source}")
    return ", ".join(parts)


def evidence_split(theory: Theory) -> tuple[tuple[Evidence, ...], tuple[Evidence, ...]]:
    """Evidence for and against a theory; the neutral is in neither."""
    return (tuple(item for item in theory.evidence if item.rating in FOR),
            tuple(item for item in theory.evidence if item.rating in AGAINST))


def said_spans(row: StatementRow) -> tuple[SourceSpan, ...]:
    """What a statement's links open: its words, or the sentence around them when they stand in several pieces."""
    own = [span for span in row.spans if span.article_id == row.sentence.article_id]
    return row.spans if len(own) == 1 else (row.sentence, *row.spans)


Resting = Mapping[tuple[ArticleId, int, int], tuple[tuple[str, str], ...]]
"""Span -> (section, id of the item) of everything that rests on it."""
_SECTION_OF = {"event": "timeline", "statement": "statements", "claim": "claims", "dispute": "disputes",
               "theory": "theories", "evidence": "theories", "forecast": "forecasts", "resolution": "forecasts",
               "hedge": "forecasts", "knowledge": "knowledge", "person": "people", "place": "places"}


def resting(dossier: Dossier) -> Resting:
    """What rests on each span, so that a report leads back to the dossier."""
    found: defaultdict[tuple[ArticleId, int, int], dict[tuple[str, str], None]] = defaultdict(dict)
    for one in citations(dossier):
        if one.kind in _SECTION_OF:
            found[one.span.article_id, one.span.start, one.span.end][_SECTION_OF[one.kind], one.item] = None
    return {place: tuple(items) for place, items in found.items()}


def silent_outlets(dossier: Dossier, dispute: Dispute) -> tuple[str, ...]:
    """Outlets with no words in a dispute. They do not count for any side."""
    heard = {span.article_id for side in dispute.positions for span in side.spans}
    speaking = {item.article.outlet.label for item in dossier.articles if item.article.id in heard}
    return tuple(sorted({row.outlet for row in dossier.reports} - speaking))


class Versions:
    """The ways in which reports print one statement."""

    def __init__(self, dossier: Dossier) -> None:
        self._statements = {statement.id: (item.article, statement) for item in dossier.articles
                            for statement in item.statements}

    def __call__(self, row: StatementRow) -> tuple[tuple[Article, SourceSpan, tuple[Piece, ...]], ...]:
        """(report, first words, pieces, those marked that not every version has) of every wording of a quotation, the
        one shown first; empty for indirect speech, and where all reports print the same words."""
        wordings: dict[str, tuple[Article, SourceSpan]] = {}
        shown = self._statements.get(row.id)
        if shown is None or row.kind == AttributionKind.INDIRECT:
            return ()
        for member in (row.id, *row.variants):
            article, statement = self._statements.get(member, shown)
            if statement.kind != AttributionKind.INDIRECT and _same_words(statement, shown[1]) >= SAME_QUOTATION:
                wordings.setdefault(statement.text, (article, statement.content[0]))
        if len(wordings) < 2:
            return ()
        marked = unshared(list(wordings))
        return tuple((*found, words) for found, words in zip(wordings.values(), marked, strict=True))


def marked_sides(dispute: Dispute) -> tuple[tuple[Piece, ...], ...]:
    """The words of each position, those marked that the other positions do not use.

    Where most words of a position differ, it is worded another way altogether and marks would show nothing: then only
    its figures are marked.
    """
    rows = unshared([side.text for side in dispute.positions])
    return tuple(row if _differing(row) <= MOST_DIFFERING else _figures_marked(row) for row in rows)


def _differing(row: Sequence[Piece]) -> float:
    words = sum(len(piece.text.split()) for piece in row)
    return sum(len(piece.text.split()) for piece in row if piece.differs) / max(words, 1)


def _figures_marked(row: Sequence[Piece]) -> tuple[Piece, ...]:
    return tuple(Piece(part, piece.differs and part[0].isdigit())
                 for piece in row for part in _FIGURE.split(piece.text) if part)


def shortened(change: Change, most: int | None = None) -> tuple[tuple[str, str], ...]:
    """The pieces of a change with the middle of long unchanged stretches left out, and of changed ones what is over
    `most` words."""
    last = len(change.pieces) - 1
    return tuple((kind, _middle_left_out(words, first=number == 0, last=number == last) if kind == "same"
                  else _cut(words, most)) for number, (kind, words) in enumerate(change.pieces))


def _cut(words: str, most: int | None) -> str:
    parts = words.split()
    return words if most is None or len(parts) <= most else " ".join(parts[:most]) + " […] "


def _middle_left_out(words: str, *, first: bool, last: bool) -> str:
    parts: Sequence[str] = words.split()
    if len(parts) <= 2 * CONTEXT_WORDS:
        return words
    head = "" if first else " ".join(parts[:CONTEXT_WORDS])
    tail = "" if last else " ".join(parts[-CONTEXT_WORDS:])
    return f"{head} […] {tail} " if head else f"[…] {tail} "
