"""Small stand-ins for reading, annotating and linking: real records, made by rules that fit on a page."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path

from reportedly.engine.build import Tools
from reportedly.errors import UnreadableReportError
from reportedly.records.annotation import AnnotatedArticle, EntityKind, Layer, LocalEntity, Sentence
from reportedly.records.article import UNKNOWN_OUTLET, Article, DateReading, Outlet, RawReport, Zone, ZoneKind
from reportedly.records.ids import ArticleId, MemberId, article_id, content_id, digest
from reportedly.records.judgement import Provenance
from reportedly.records.linked import Linker, Node, Pair

MADE_BY = Provenance(component="fake", rule="fake")
NOON = "2031-06-01T12:00:00+00:00"


def raw(text: str, *, name: str = "a.txt", url: str | None = None, outlet: str | None = "The Gannet",
        published: str | None = "2031-05-04", retrieved: str | None = None) -> RawReport:
    """A report as received."""
    return RawReport(data=text.encode(), media="text", where=f"somewhere/{name}", name=name, url=url, outlet=outlet,
                     published=published, retrieved=retrieved)


def read_plain(report: RawReport) -> Article:
    """One body zone over the whole text. Bytes that begin with a NUL cannot be read; `lang=xx` sets the language."""
    if report.data[:1] == b"\0":
        raise UnreadableReportError(report.where, "looks like a picture, not text", "give the page's text")
    text = report.data.decode()
    language = re.match(r"lang=(\w\w)\b", text)
    date = report.published and DateReading(value=report.published, precision="day", evidence="given",
                                            raw=report.published)
    return Article(
        id=article_id(url=report.url, outlet=report.outlet or UNKNOWN_OUTLET, published=report.published, text=text),
        source=digest(report.data), name=report.name, url=report.url, title=None, byline=(),
        outlet=Outlet(name=report.outlet or UNKNOWN_OUTLET, domain=None),
        published=date or None, modified=None, retrieved=report.retrieved,
        language=language[1] if language else "en", text=text,
        zones=(Zone(kind=ZoneKind.BODY, start=0, end=len(text), rule="fake"),), findings=(), notices=(),
        made_by=MADE_BY)


class WordPipeline:
    """Sentences end at full stops; every capitalised word is an entity."""

    def __init__(self, names: tuple[str, ...] = ("fake.words.v1",)) -> None:
        self.names = names
        self.annotated: list[ArticleId] = []

    def annotate(self, articles: Iterable[Article]) -> Iterator[AnnotatedArticle]:
        for article in articles:
            self.annotated.append(article.id)
            yield annotated(article) if article.language == "en" else AnnotatedArticle(article=article)


def annotated(article: Article) -> AnnotatedArticle:
    """The layers of `WordPipeline`."""
    sentences = tuple(Sentence(span=article.span(*match.span()), zone=ZoneKind.BODY, paragraph=0)
                      for match in re.finditer(r"[^\s.][^.]*\.?", article.text))
    entities = tuple(
        LocalEntity(id=MemberId(content_id("n", article.id, match.start())), kind=EntityKind.PERSON, name=match[0],
                    aliases=(), roles=(), mentions=(article.span(*match.span()),), provenance=MADE_BY)
        for match in re.finditer(r"\b[A-Z][a-z]+", article.text))
    return replace(AnnotatedArticle(article=article), layers=frozenset({Layer.SENTENCES, Layer.ENTITIES}),
                   sentences=sentences, entities=entities, made_by=("fake.words.v1",))


class SentenceLinker:
    """Sentences that share a long word."""

    kind = "claim"
    name = "fake.sentence-linker.v1"

    def nodes(self, article: AnnotatedArticle) -> Iterable[Node]:
        for sentence in article.sentences:
            terms = tuple(sorted({word.lower() for word in re.findall(r"\w{4,}", sentence.span.exact)}))
            yield Node(id=content_id("s", article.article.id, sentence.span.start), kind=self.kind,
                       article_id=article.article.id, keys=terms, terms=terms, label=sentence.span.exact)

    def score(self, a: Node, b: Node) -> Pair | None:
        shared = sorted(set(a.terms) & set(b.terms))
        return Pair(kind=self.kind, a=a.id, b=b.id, score=len(shared) / len({*a.terms, *b.terms}),
                    reason=f"{a.label} / {b.label}: share {', '.join(shared)}") if shared else None


class SharedNameLinker:
    """One node for each folded name over all reports; names that begin alike are paired."""

    kind = "entity"
    name = "fake.shared-name-linker.v1"

    def nodes(self, article: AnnotatedArticle) -> Iterable[Node]:
        for entity in article.entities:
            folded = entity.name.lower()
            yield Node(id=content_id("k", folded), kind=self.kind, article_id=article.article.id, keys=(folded[:3],),
                       terms=(folded,), label=entity.name)

    def score(self, a: Node, b: Node) -> Pair | None:
        return Pair(kind=self.kind, a=a.id, b=b.id, score=0.5, reason=f"{a.label} and {b.label} begin alike")


LINKERS: Sequence[Linker] = (SentenceLinker(), SharedNameLinker())


def tools(pipeline: WordPipeline | None = None, *, lock_wait_s: float = 0.2, now: str = NOON,
          linkers: Sequence[Linker] = LINKERS) -> Tools:
    """What a build works with, all of it fake."""
    return Tools(read=read_plain, pipeline=pipeline or WordPipeline(), linkers=linkers, clock=lambda: now,
                 lock_wait_s=lock_wait_s)


def rows_of(folder: Path) -> dict[str, list[tuple[object, ...]]]:
    """Every row of every table of a story, sorted: what two equal stores agree in."""
    import sqlite3

    with sqlite3.connect(folder / "store.sqlite") as connection:
        names = [name for (name,) in connection.execute(
            "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sentence%'")]
        return {name: sorted(connection.execute(f"SELECT * FROM {name}"), key=repr) for name in names}
