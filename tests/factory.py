"""Hand-made records for tests: short to write, valid by construction."""

from __future__ import annotations

from reportedly.annotate.attributions import ModelAttributions
from reportedly.annotate.pipeline import EnglishPipeline, default_annotators
from reportedly.annotate.rule_attributions import RuleAttributions
from reportedly.records.annotation import AnnotatedArticle
from reportedly.records.article import Article, DateReading, Outlet, Zone, ZoneKind
from reportedly.records.ids import ArticleId, content_id
from reportedly.records.judgement import Provenance


def article(text: str, *, title: str | None = None, published: str | None = "2031-05-04", outlet: str = "The Gannet",
            url: str | None = None, language: str = "en") -> Article:
    """An article whose paragraphs (separated by newlines) are body zones; a title, if given, is its first line."""
    whole = text if title is None else f"{title}\n{text}"
    zones, start = [], 0
    for number, line in enumerate(whole.split("\n")):
        if line.strip():
            kind = ZoneKind.TITLE if title is not None and number == 0 else ZoneKind.BODY
            left = start + len(line) - len(line.lstrip())
            zones.append(Zone(kind=kind, start=left, end=start + len(line.rstrip()), rule="test"))
        start += len(line) + 1
    reading = published and DateReading(value=published, precision="day", evidence="test", raw=published)
    identity = ArticleId(content_id("r", url, outlet, published, whole))
    return Article(id=identity, source="0" * 64, name="test.txt", url=url,
                   outlet=Outlet(name=outlet, domain=None), title=title, byline=(), published=reading or None,
                   modified=None, retrieved=None, language=language, text=whole, zones=tuple(zones), findings=(),
                   notices=(), made_by=Provenance(component="test", rule="test"))


def annotated(text: str, **settings: str | None) -> AnnotatedArticle:
    """The article of `article(...)` with every layer of the default pipeline."""
    return EnglishPipeline().annotate_one(article(text, **settings))  # type: ignore[arg-type]


def ruled(text: str, **settings: str | None) -> AnnotatedArticle:
    """The same with attributions by rule, for what is to hold whatever the trained model finds."""
    annotators = [RuleAttributions() if isinstance(item, ModelAttributions) else item for item in default_annotators()]
    return EnglishPipeline(annotators).annotate_one(article(text, **settings))  # type: ignore[arg-type]
