"""Re-checks everything stored: bytes, texts, ids, and the words of every span of every record."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, fields, is_dataclass
from pathlib import Path
from typing import Any

from sqlalchemy import select, text

from reportedly.errors import StoreError
from reportedly.records.annotation import AnnotatedArticle, Layer
from reportedly.records.article import Article
from reportedly.records.ids import ArticleId, article_id, digest
from reportedly.records.span import SourceSpan
from reportedly.store import judgements, schema, sources
from reportedly.store.codec import unpack_article
from reportedly.store.connection import STORY_ID, reading_engine, store_errors
from reportedly.store.writer import text_hash


@dataclass(frozen=True, slots=True, kw_only=True)
class Failure:
    """One thing that does not match."""

    item: str
    """Id of the report or member, or the SHA-256 of a source."""
    problem: str


@dataclass(frozen=True, slots=True, kw_only=True)
class VerifyReport:
    """What was checked and what failed."""

    reports: int
    spans: int
    sources: int
    failures: tuple[Failure, ...]

    @property
    def ok(self) -> bool:
        """True when everything matches."""
        return not self.failures


def verify(folder: Path) -> VerifyReport:
    """Re-check a story. Raises StoreError when it cannot be opened at all."""
    engine = reading_engine(folder)
    failures: list[Failure] = []
    reports = spans = 0
    with store_errors(folder), engine.connect() as connection:
        damage = connection.execute(text("PRAGMA quick_check(1)")).scalar()
        if damage != "ok":
            failures.append(Failure(item="store.sqlite", problem=str(damage)))
        members = _members_by_report(connection.execute(select(schema.member).where(
            schema.member.c.story == STORY_ID)))
        for row in connection.execute(select(schema.report).where(schema.report.c.story == STORY_ID)
                                      .order_by(schema.report.c.id)):
            reports += 1
            try:
                article = unpack_article(row.payload)
            except StoreError as error:
                failures.append(Failure(item=row.id, problem=str(error)))
                continue
            found = list(spans_in(article))
            spans += len(found)
            failures += check_row(article.article, row)
            failures += check_members(article, members.get(row.id, set()))
            failures += [failure for item, span in found for failure in check_span(article.article, item, span)]
    kept, bad = check_sources(folder)
    bad += [Failure(item=f"{judgements.FILE}, line {fault.line}", problem=fault.problem)
            for fault in judgements.read(folder)[1]]
    return VerifyReport(reports=reports, spans=spans, sources=kept, failures=(*failures, *bad))


def check_row(article: Article, row: Any) -> list[Failure]:
    """Whether the stored text, address and dates are still those that the report's row and id were made from."""
    problems = []
    if text_hash(article.text) != row.text_hash:
        problems.append("its text is not the text that was stored: the SHA-256 differs")
    published = article.published.value if article.published else None
    if article.id != article_id(url=article.url, outlet=article.outlet.name, published=published, text=article.text):
        problems.append("its id is not the one that its address, outlet, date and text give")
    given = (article.id, article.source, article.url, article.outlet.name, published)
    if given != (row.id, row.source, row.url, row.outlet, row.published):
        problems.append("its address, outlet, date or source differ from those it was stored with")
    return [Failure(item=row.id, problem=problem) for problem in problems]


def check_members(article: AnnotatedArticle, stored: set[tuple[str, str, int]]) -> list[Failure]:
    """Whether every member stands where the table of members says, and none is missing from either."""
    standing = {(record.id, layer.value, position) for layer in Layer
                for position, record in enumerate(getattr(article, layer.value)) if hasattr(record, "id")}
    # Of two records with one id, the later one is the one that the id opens.
    standing = set({name: (name, layer, position) for name, layer, position in sorted(standing)}.values())
    return [Failure(item=name, problem="the table of members and the stored report disagree about it")
            for name in sorted({name for name, _, _ in standing ^ stored})]


def check_span(article: Article, item: str, span: SourceSpan) -> Iterator[Failure]:
    """Whether the words of a span are the words of the text at its place."""
    if span.article_id != article.id:
        yield Failure(item=item, problem=f"a span of it names another report, {span.article_id}")
    elif not 0 <= span.start < span.end <= len(article.text):
        yield Failure(item=item, problem=f"span {span.start}-{span.end} lies outside the text")
    elif article.text[span.start:span.end] != span.exact:
        yield Failure(item=item, problem=f"span {span.start}-{span.end} should read {span.exact!r}, "
                                         f"the text reads {article.text[span.start:span.end]!r}")


def spans_in(article: AnnotatedArticle) -> Iterator[tuple[str, SourceSpan]]:
    """Every span of every record, with the id of the record (of the report where a record has none)."""
    for layer in Layer:
        for record in getattr(article, layer.value):
            for span in _walk(record):
                yield str(getattr(record, "id", article.article.id)), span


def check_sources(folder: Path) -> tuple[int, list[Failure]]:
    """How many sources are kept, and which of them are not what their name says or are missing."""
    kept = set(sources.names(folder))
    failures = [Failure(item=name, problem="the kept bytes have another SHA-256")
                for name in sorted(kept) if digest(sources.read(folder, name)) != name]
    with reading_engine(folder).connect() as connection:
        needed = connection.execute(select(schema.report.c.source).where(schema.report.c.story == STORY_ID)).scalars()
        failures += [Failure(item=name, problem="the bytes of this source are missing")
                     for name in sorted(set(needed) - kept)]
    return len(kept), failures


def _members_by_report(rows: Any) -> dict[ArticleId, set[tuple[str, str, int]]]:
    members: dict[ArticleId, set[tuple[str, str, int]]] = {}
    for row in rows:
        members.setdefault(ArticleId(row.report), set()).add((row.id, row.layer, row.position))
    return members


def _walk(value: object) -> Iterator[SourceSpan]:
    if isinstance(value, SourceSpan):
        yield value
    elif isinstance(value, (tuple, list, frozenset)):
        for part in value:
            yield from _walk(part)
    elif is_dataclass(value):
        for field in fields(value):
            yield from _walk(getattr(value, field.name))
