"""Orders the annotators and runs them over articles."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path

from reportedly.annotate.parse import Block, Parse
from reportedly.models.spacy_pipeline import english
from reportedly.records.annotation import AnnotatedArticle
from reportedly.records.article import Article, Notice, Zone, ZoneKind
from reportedly.registry import Annotator, check_order

PARSED = frozenset({ZoneKind.TITLE, ZoneKind.SUBTITLE, ZoneKind.HEADING, ZoneKind.CAPTION,
                    ZoneKind.BODY, ZoneKind.QUOTE_BLOCK})
LONGEST_PARSE = 20_000
"""Code points given to the parser at once: spaCy needs about 1 GB for each 100,000. Longer zones are cut at
whitespace, so one megabyte on a line is annotated piece by piece."""

LARGEST_BATCH = 60_000
"""Code points parsed together: what one batch holds in memory grows with it."""


def default_annotators(attribution_model: Path | None = None) -> tuple[Annotator[Parse], ...]:
    """The annotators of this version, in order. `attribution_model`: folder of one that a user trained."""
    from reportedly.annotate.attributions import ModelAttributions
    from reportedly.annotate.coreference import LocalEntities
    from reportedly.annotate.events import RuleEvents
    from reportedly.annotate.explanations import RuleExplanations
    from reportedly.annotate.figures import RuleFigures
    from reportedly.annotate.forecasts import RuleForecasts
    from reportedly.annotate.knowing import RuleKnowing
    from reportedly.annotate.sentences import ParsedSentences
    from reportedly.annotate.statements import ResolvedStatements
    from reportedly.annotate.times import RuleTimes

    return (ParsedSentences(), RuleTimes(), LocalEntities(), ModelAttributions(attribution_model), ResolvedStatements(),
            RuleEvents(), RuleFigures(), RuleExplanations(), RuleForecasts(), RuleKnowing())


class EnglishPipeline:
    """Article -> AnnotatedArticle for English. Articles in other languages pass through without layers."""

    def __init__(self, annotators: Sequence[Annotator[Parse]] | None = None, *, forgiving: bool = False) -> None:
        """`forgiving`: a layer whose annotator fails on a report stays empty there, with a notice on the report;
        otherwise the failure is raised, as a developer wants it."""
        self.forgiving = forgiving
        self.annotators = tuple(annotators if annotators is not None else default_annotators())
        check_order(self.annotators)
        self.names = tuple(annotator.name for annotator in self.annotators)

    def annotate(self, articles: Iterable[Article]) -> Iterator[AnnotatedArticle]:
        """One annotated article for each article, in order; never raises for odd text."""
        for article in articles:
            yield self.annotate_one(article)

    def annotate_one(self, article: Article) -> AnnotatedArticle:
        """The article with all layers, or without any when it is not English."""
        annotated = AnnotatedArticle(article=article)
        if article.language != "en":
            return annotated
        parse = parse_article(article)
        for annotator in self.annotators:
            try:
                annotated = annotator.annotate(annotated, parse)
            except Exception as error:  # one odd sentence must not cost a person the other 999 reports
                if not self.forgiving:
                    raise
                annotated = without_layer(annotated, annotator, error)
        return annotated


def without_layer(annotated: AnnotatedArticle, annotator: Annotator[Parse], error: Exception) -> AnnotatedArticle:
    """The article with a notice that says which layers it lacks and why."""
    layers = ", ".join(sorted(annotator.adds))
    message = f"{annotator.name} failed ({type(error).__name__}: {error}), so the report has no {layers}"
    notice = Notice(code="layer-failed", message=message)
    article = replace(annotated.article, notices=(*annotated.article.notices, notice))
    return replace(annotated, article=article)


def parse_article(article: Article) -> Parse:
    """Parse the readable zones. Every block's doc has exactly the characters of its stretch of text."""
    pieces = [(number, piece) for number, zone in enumerate(article.zones) if zone.kind in PARSED
              for piece in split_zone(article.text, zone)]
    longest = max((piece.end - piece.start for _, piece in pieces), default=1)
    docs = english().pipe((article.text[piece.start:piece.end] for _, piece in pieces),
                          batch_size=max(1, min(64, LARGEST_BATCH // longest)))
    return Parse(article, tuple(Block(number, piece, doc)
                                for (number, piece), doc in zip(pieces, docs, strict=True)))


def split_zone(text: str, zone: Zone) -> list[Zone]:
    """The zone itself, or pieces of at most `LONGEST_PARSE` code points, cut after whitespace where there is any."""
    pieces, start = [], zone.start
    while zone.end - start > LONGEST_PARSE:
        cut = max((text.rfind(mark, start + LONGEST_PARSE // 2, start + LONGEST_PARSE) + len(mark)
                   for mark in (". ", " ", "\n")), default=-1)
        if cut <= start + LONGEST_PARSE // 2:
            cut = start + LONGEST_PARSE
        pieces.append(replace(zone, start=start, end=cut))
        start = cut
    return [*pieces, replace(zone, start=start)]
