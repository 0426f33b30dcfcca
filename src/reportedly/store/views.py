"""Reads a story: its state at any revision or day, one item by its id. Needs no lock."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from sqlalchemy import Engine, select

from reportedly.collecting import without_collecting
from reportedly.errors import InputError, StoreError, UnknownItemError
from reportedly.records.annotation import AnnotatedArticle, Layer
from reportedly.records.article import UNKNOWN_OUTLET, Unread
from reportedly.records.ids import ArticleId
from reportedly.records.judgement import Judgement
from reportedly.records.linked import Pair, StoryState
from reportedly.store import judgements, schema
from reportedly.store.codec import unpack_article
from reportedly.store.connection import STORY_ID, reading_engine, store_errors


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """One item with the report it stands in."""

    article: AnnotatedArticle
    layer: Layer | None
    """None for a report itself."""
    record: Any
    """The record of that layer, or the Article."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Revision:
    """One run that wrote something."""

    number: int
    known_at: str
    note: str
    reports: int
    """Reports that came in it."""


def load_state(folder: Path, *, as_of: str | None = None, revision: int | None = None) -> StoryState:
    """All that is known of a story, cut at a day of publication (`YYYY-MM-DD`) or at a revision.

    With `as_of`, undated reports are left out. Raises StoreError for a folder without a story or an unknown
    revision, InputError for a day that is none.
    """
    cut = as_of and checked_day(as_of)
    engine = reading_engine(folder)
    with store_errors(folder), without_collecting():
        known = _revisions(engine)
        number, known_at = _chosen_revision(known, revision)
        title, note = _described(engine)
        stored = _report_rows(engine, number)
        latest = {row.name: row.revision for row in sorted(stored, key=lambda row: int(row.revision))}
        rows = {ArticleId(row.id): row for row in stored if not cut or _is_public(row, cut)}
        superseded = superseding(rows.values(), cut)
        articles = {name: unpack_article(row.payload) for name, row in rows.items()}
        reports = in_order(articles[name] for name in rows if name not in superseded)
        return StoryState(
            title=title, note=note, reports=reports,
            pairs=_pairs(engine, {report.article.id for report in reports}),
            unread=_unread(engine, number, latest), superseded=superseded,
            older=in_order(articles[name] for name in superseded), revision=number, known_at=known_at, as_of=cut,
            judgements=_judgements(folder, known, number))


def revisions(folder: Path) -> tuple[Revision, ...]:
    """Every run that wrote something, oldest first."""
    with store_errors(folder):
        return _revisions(reading_engine(folder))


def lookup(folder: Path, item: str) -> Found:
    """The item with this id, or with the only id that begins so. Raises UnknownItemError."""
    engine = reading_engine(folder)
    with store_errors(folder):
        report, layer, position = _place_of(engine, item)
        with engine.connect() as connection:
            payload = connection.execute(select(schema.report.c.payload).where(
                schema.report.c.story == STORY_ID, schema.report.c.id == report)).scalar_one()
    article = unpack_article(payload)
    record = article.article if layer is None else getattr(article, layer.value)[position]
    return Found(article=article, layer=layer, record=record)


def checked_day(value: str) -> str:
    """The day itself. Raises InputError when it is not written `YYYY-MM-DD`."""
    if not re.fullmatch(r"\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])", value):
        raise InputError(f"{value!r} is not a day; write it as YYYY-MM-DD, e.g. 2031-05-04")
    return value


def in_order(articles: Iterable[AnnotatedArticle]) -> tuple[AnnotatedArticle, ...]:
    """By date of publication, undated last, then by id."""
    def key(report: AnnotatedArticle) -> tuple[bool, str, str]:
        published = report.article.published
        return published is None, published.value if published else "", report.article.id

    return tuple(sorted(articles, key=key))


def superseding(rows: Iterable[Any], cut: str | None = None) -> dict[ArticleId, ArticleId]:
    """Older version -> the newest version in view of the same report.

    Versions share their address; without one, their bytes and outlet, or their bytes where no outlet was known. Of
    the same bytes the version known later stands, since only what is said about them was put right; of different
    bytes the one modified or published later, then retrieved later, then known later.
    """
    older: dict[ArticleId, ArticleId] = {}
    for group in _versions(rows):
        public = [row for row in group if not cut or not row.modified or row.modified[:len(cut)] <= cut]
        newest = _newest(public or group)
        older.update({ArticleId(row.id): ArticleId(newest.id) for row in group if row is not newest})
    return dict(sorted(older.items()))


def _versions(rows: Iterable[Any]) -> Iterable[list[Any]]:
    """Rows of one report together, in an order that depends on the rows alone."""
    listed = sorted(rows, key=lambda row: str(row.id))
    known = {row.source: row.url or row.outlet for row in listed if row.url or row.outlet != UNKNOWN_OUTLET}
    groups: dict[tuple[str, str], list[Any]] = defaultdict(list)
    for row in listed:
        name = row.url or (row.outlet if row.outlet != UNKNOWN_OUTLET else known.get(row.source, UNKNOWN_OUTLET))
        groups[("", name) if "://" in name else (row.source, name)].append(row)
    return groups.values()


def _newest(group: Iterable[Any]) -> Any:
    by_source: dict[str, list[Any]] = defaultdict(list)
    for row in group:
        by_source[row.source].append(row)
    return max((max(same, key=lambda row: (row.revision, _lateness(row))) for same in by_source.values()),
               key=_lateness)


def _lateness(row: Any) -> tuple[Any, ...]:
    numbered = tuple((int(part), "") if part.isdecimal() else (-1, part) for part in re.split(r"(\d+)", row.name))
    return row.modified or row.published or "", row.retrieved or "", row.revision, numbered, row.id


def _is_public(row: Any, cut: str) -> bool:
    """Published on or before the day; a month or a year counts when all of it lies before the day's end."""
    if not row.published:
        return False
    published = row.published[:10]
    padded = published + "-12-31"[len(published) - 4:] if len(published) < 10 else published
    return bool(padded <= cut)


def _revisions(engine: Engine) -> tuple[Revision, ...]:
    with engine.connect() as connection:
        numbers = connection.execute(select(schema.report.c.revision).where(
            schema.report.c.story == STORY_ID)).scalars().all()
        rows = connection.execute(select(schema.revision).where(schema.revision.c.story == STORY_ID)
                                  .order_by(schema.revision.c.number)).all()
    return tuple(Revision(number=row.number, known_at=row.known_at, note=row.note,
                          reports=numbers.count(row.number)) for row in rows)


def _chosen_revision(known: Sequence[Revision], asked: int | None) -> tuple[int, str]:
    """Number and time of the revision asked for, or of the newest."""
    times = {revision.number: revision.known_at for revision in known}
    if asked is None:
        return max(times.items(), default=(0, ""))
    if asked not in times:
        numbers = ", ".join(map(str, times)) or "none"
        raise StoreError(f"the story has no revision {asked}; it has {numbers}")
    return asked, times[asked]


def _judgements(folder: Path, known: Sequence[Revision], number: int) -> tuple[Judgement, ...]:
    """What people had said while this revision was the newest; all of it for the newest one.

    A day of publication cuts reports, not judgements: they put right how reports are read, whenever that was seen.
    """
    found, _ = judgements.read(folder)
    end = min((revision.known_at for revision in known if revision.number > number), default=None)
    return tuple(item for item in found if end is None or _moment(item.said_at) < _moment(end))


def _moment(value: str) -> datetime:
    """A moment that can be compared; without an offset it is taken as UTC."""
    moment = datetime.fromisoformat(value)
    return moment if moment.tzinfo else moment.replace(tzinfo=UTC)


def _report_rows(engine: Engine, number: int) -> Sequence[Any]:
    with engine.connect() as connection:
        return connection.execute(select(schema.report).where(
            schema.report.c.story == STORY_ID, schema.report.c.revision <= number).order_by(schema.report.c.id)).all()


def _described(engine: Engine) -> tuple[str, str | None]:
    """The story's title and note."""
    with engine.connect() as connection:
        row = connection.execute(select(schema.story.c.title, schema.story.c.note).where(
            schema.story.c.id == STORY_ID)).first()
    return (row.title, row.note) if row else ("", None)


def _pairs(engine: Engine, reports: set[ArticleId]) -> tuple[Pair, ...]:
    """Pairs whose two nodes both stand in these reports, by kind and ids."""
    nodes, pairs = schema.node_report.c, schema.pair
    with engine.connect() as connection:
        standing = {(row.kind, row.node) for row in connection.execute(
            select(nodes.kind, nodes.node, nodes.report).where(nodes.story == STORY_ID)) if row.report in reports}
        rows = connection.execute(select(pairs.c.kind, pairs.c.a, pairs.c.b, pairs.c.score, pairs.c.reason)
                                  .where(pairs.c.story == STORY_ID)
                                  .order_by(pairs.c.kind, pairs.c.a, pairs.c.b))
        return tuple(Pair(kind=kind, a=a, b=b, score=score, reason=reason) for kind, a, b, score, reason in rows
                     if (kind, a) in standing and (kind, b) in standing)


def _unread(engine: Engine, number: int, latest: Mapping[str, int]) -> tuple[Unread, ...]:
    """Reports that could not be read, without those that a later revision could (`latest`: name -> revision)."""
    columns = schema.unread.c
    with engine.connect() as connection:
        rows = connection.execute(select(schema.unread).where(columns.story == STORY_ID, columns.revision <= number)
                                  .order_by(columns.name, columns.reason)).all()
    return tuple(Unread(where=row.name, reason=row.reason, hint=row.hint, source=row.source)
                 for row in rows if latest.get(row.name, -1) <= row.revision)


def _place_of(engine: Engine, item: str) -> tuple[str, Layer | None, int]:
    """Report, layer and position of an id or of the only id that begins so."""
    member, report = schema.member.c, schema.report.c
    with engine.connect() as connection:
        # Ids are ASCII, so every id with this beginning lies between it and it followed by the last character.
        reports = connection.execute(select(report.id).where(
            report.story == STORY_ID, report.id.between(item, item + "\x7f")).limit(2)).all()
        members = connection.execute(select(member.id, member.report, member.layer, member.position).where(
            member.story == STORY_ID, member.id.between(item, item + "\x7f")).limit(2)).all()
    if not item or len(reports) + len(members) == 0:
        raise UnknownItemError(f"no item has the id {item!r}; ids stand in the first column of the tables, "
                               "e.g. of: reportedly timeline STORY")
    if len(reports) + len(members) > 1:
        raise UnknownItemError(f"more than one id begins with {item!r}; write more of it")
    if reports:
        return reports[0].id, None, 0
    return members[0].report, Layer(members[0].layer), members[0].position
