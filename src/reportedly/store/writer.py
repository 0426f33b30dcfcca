"""Writes a story: one report, with everything that hangs on it, in one transaction.

A run (a build or an add) is one revision. A killed run leaves its revision unfinished, and the next run goes on
with it, so a finished story does not tell how often it was interrupted.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from contextlib import ExitStack
from functools import cache
from hashlib import sha256
from pathlib import Path
from types import TracebackType

from sqlalchemy import Column, ColumnElement, Table, bindparam, delete, exists, insert, literal_column, select, update
from sqlalchemy.engine import Connection

from reportedly.errors import StoreError
from reportedly.records.annotation import AnnotatedArticle, Layer
from reportedly.records.article import Unread
from reportedly.records.ids import ArticleId
from reportedly.records.linked import Linked
from reportedly.store import schema, sources
from reportedly.store.codec import pack_article, pack_node, unpack_article
from reportedly.store.connection import STORE, STORY_ID, store_errors, writing_engine
from reportedly.store.index import StoredNodes
from reportedly.store.lock import LOCK, story_lock


class StoryWriter:
    """A story opened for writing; holds its lock from `with` to the end of the block."""

    def __init__(self, folder: Path, *, command: str, clock: Callable[[], str], lock_wait_s: float) -> None:
        self.folder = folder
        self._command = command
        self._clock = clock
        self._lock_wait_s = lock_wait_s
        self._open = ExitStack()
        self._revision: int | None = None

    def __enter__(self) -> StoryWriter:
        check_folder(self.folder)
        with self._open, store_errors(self.folder):
            self.folder.mkdir(parents=True, exist_ok=True)
            self._open.enter_context(story_lock(self.folder, command=self._command, started=self._clock(),
                                                wait_s=self._lock_wait_s))
            self._engine = writing_engine(self.folder)
            self._open.callback(self._engine.dispose)
            self._open = self._open.pop_all()
            return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None,
                 trace: TracebackType | None) -> None:
        self._open.close()

    # What is there already

    def stored_nodes(self) -> StoredNodes:
        """The nodes of the story, asked for by key."""
        return StoredNodes(self._engine)

    def known_inputs(self) -> dict[str, ArticleId]:
        """Inputs that were read before -> the report they gave."""
        with store_errors(self.folder), self._engine.connect() as connection:
            rows = connection.execute(select(schema.ledger.c.input, schema.ledger.c.report)
                                      .where(schema.ledger.c.story == STORY_ID))
            return {row.input: ArticleId(row.report) for row in rows}

    def fingerprints(self) -> dict[ArticleId, str]:
        """Every report -> fingerprint of the pipeline that worked on it, in id order."""
        columns = schema.report.c
        with store_errors(self.folder), self._engine.connect() as connection:
            rows = connection.execute(select(columns.id, columns.pipeline).where(columns.story == STORY_ID)
                                      .order_by(columns.id))
            return {ArticleId(row.id): row.pipeline for row in rows}

    def article(self, article_id: ArticleId) -> AnnotatedArticle:
        """The stored report."""
        with store_errors(self.folder), self._engine.connect() as connection:
            payload = connection.execute(select(schema.report.c.payload).where(
                schema.report.c.story == STORY_ID, schema.report.c.id == article_id)).scalar_one()
        return unpack_article(payload)

    # What is added

    def keep_source(self, data: bytes) -> str:
        """Keep bytes as received; gives their SHA-256."""
        with store_errors(self.folder):
            return sources.keep(self.folder, data)

    def describe(self, *, title: str | None, note: str | None) -> None:
        """Set the story's title and note; None leaves what is there."""
        values = {name: value for name, value in (("title", title), ("note", note)) if value is not None}
        if values:
            with store_errors(self.folder), self._engine.begin() as connection:
                connection.execute(update(schema.story).where(schema.story.c.id == STORY_ID).values(values))

    def write_report(self, article: AnnotatedArticle, linked: Linked, *, inputs: Sequence[tuple[str, str]],
                     fingerprint: str) -> None:
        """Write a report with its members, nodes, pairs and sentences, in place of an earlier annotation of it.

        `inputs` are (input id, SHA-256 of its bytes) of what it was read from.
        """
        with store_errors(self.folder), self._engine.begin() as connection:
            number = self._current_revision(connection)
            first = self._forget(connection, article.article.id)
            _write_article(connection, article, fingerprint, number if first is None else first)
            _write_links(connection, article.article.id, linked)
            _ledger(connection, article.article.id, inputs, number)

    def unlink(self, article_ids: Sequence[ArticleId]) -> None:
        """Forget nodes and pairs of reports that are about to be annotated anew; nodes shared with others stay."""
        held, nodes, keys, pairs = schema.node_report, schema.node, schema.node_key, schema.pair
        with store_errors(self.folder), self._engine.begin() as connection:
            connection.execute(delete(held).where(held.c.story == bindparam("s"), held.c.report == bindparam("r")),
                               [{"s": STORY_ID, "r": article_id} for article_id in article_ids])
            connection.execute(delete(nodes).where(~exists().where(
                held.c.story == nodes.c.story, held.c.kind == nodes.c.kind, held.c.node == nodes.c.id)))
            connection.execute(delete(keys).where(~_has_node(keys.c.node, keys)))
            connection.execute(delete(pairs).where(~_has_node(pairs.c.a, pairs) | ~_has_node(pairs.c.b, pairs)))

    def note_inputs(self, article_id: ArticleId, inputs: Sequence[tuple[str, str]]) -> None:
        """Remember further inputs that gave a report which is stored already: the same text twice."""
        with store_errors(self.folder), self._engine.begin() as connection:
            _ledger(connection, article_id, inputs, self._current_revision(connection))

    def write_unread(self, unread: Unread) -> None:
        """List a report that could not be read; once for each name and reason."""
        columns = schema.unread.c
        same = (columns.story == STORY_ID, columns.name == unread.where, columns.reason == unread.reason)
        with store_errors(self.folder), self._engine.begin() as connection:
            if connection.execute(select(exists().where(*same))).scalar():
                return
            connection.execute(insert(schema.unread), {
                "story": STORY_ID, "name": unread.where, "reason": unread.reason, "hint": unread.hint,
                "source": unread.source, "revision": self._current_revision(connection)})

    def finish(self) -> int:
        """Close this run's revision; gives the number of the newest one, 0 when nothing was ever written."""
        columns = schema.revision.c
        with store_errors(self.folder), self._engine.begin() as connection:
            connection.execute(update(schema.revision).where(columns.story == STORY_ID).values(finished=True))
            newest = connection.execute(select(columns.number).where(columns.story == STORY_ID)
                                        .order_by(columns.number.desc()).limit(1)).scalar()
        self._revision = None
        return newest or 0

    def _current_revision(self, connection: Connection) -> int:
        """This run's revision, made when the first thing is written; an unfinished one is gone on with."""
        if self._revision is not None:
            return self._revision
        columns = schema.revision.c
        newest = connection.execute(select(columns.number, columns.finished).where(columns.story == STORY_ID)
                                    .order_by(columns.number.desc()).limit(1)).first()
        number = 1 if newest is None else newest.number + 1 if newest.finished else newest.number
        if newest is None or newest.finished:
            connection.execute(insert(schema.revision), {"story": STORY_ID, "number": number, "finished": False,
                                                         "known_at": self._clock(), "note": self._command})
        self._revision = number
        return number

    def _forget(self, connection: Connection, article_id: ArticleId) -> int | None:
        """Remove a report and what hangs on it; gives the revision in which it first came, None if it is new."""
        columns = schema.report.c
        first: int | None = connection.execute(select(columns.revision).where(
            columns.story == STORY_ID, columns.id == article_id)).scalar()
        if first is None:
            return None
        connection.execute(delete(schema.report).where(columns.story == STORY_ID, columns.id == article_id))
        owned = connection.execute(select(schema.node_report.c.kind, schema.node_report.c.node).where(
            schema.node_report.c.story == STORY_ID, schema.node_report.c.report == article_id)).all()
        for table in (schema.member, schema.sentence, schema.node_report):
            connection.execute(delete(table).where(table.c.story == STORY_ID, table.c.report == article_id))
        _forget_nodes(connection, [(kind, node) for kind, node in owned if not connection.execute(select(exists().where(
            schema.node_report.c.story == STORY_ID, schema.node_report.c.kind == kind,
            schema.node_report.c.node == node))).scalar()])
        return first


def check_folder(folder: Path) -> None:
    """Raise StoreError when a folder is there, is no story and holds other things."""
    if folder.exists() and not folder.is_dir():
        raise StoreError(f"{folder} is a file, not a folder for a story; give another name")
    ours = {STORE, f"{STORE}-wal", f"{STORE}-shm", LOCK, sources.SOURCES}
    if folder.is_dir() and not (folder / STORE).exists():
        foreign = sorted(path.name for path in folder.iterdir() if path.name not in ours)
        if foreign:
            raise StoreError(f"{folder} is no story and not empty (it holds {foreign[0]}); give a new folder")


def _write_article(connection: Connection, annotated: AnnotatedArticle, fingerprint: str, number: int) -> None:
    article = annotated.article
    connection.execute(insert(schema.report), {
        "story": STORY_ID, "id": article.id, "source": article.source, "name": article.name, "url": article.url,
        "outlet": article.outlet.name, "published": article.published and article.published.value,
        "modified": article.modified and article.modified.value, "retrieved": article.retrieved,
        "language": article.language, "text_hash": text_hash(article.text), "pipeline": fingerprint,
        "revision": number, "payload": pack_article(annotated)})
    members = [(STORY_ID, record.id, article.id, layer.value, position)
               for layer in Layer for position, record in enumerate(getattr(annotated, layer.value))
               if hasattr(record, "id")]
    _insert(connection, schema.member, members, replace=True)
    _insert(connection, schema.sentence, searchable(annotated))


def searchable(annotated: AnnotatedArticle) -> list[tuple[object, ...]]:
    """Rows for the full-text index: sentences, or the zones of a report that was not annotated."""
    article = annotated.article
    places = ([(sentence.span.start, sentence.span.end) for sentence in annotated.sentences]
              or [(zone.start, zone.end) for zone in article.zones])
    return [(STORY_ID, article.id, start, end, article.text[start:end].encode("utf-8", "replace").decode())
            for start, end in places]


def text_hash(text: str) -> str:
    """SHA-256 of a text in UTF-8."""
    return sha256(text.encode("utf-8", "surrogatepass")).hexdigest()


def _write_links(connection: Connection, article_id: ArticleId, linked: Linked) -> None:
    _forget_nodes(connection, [(node.kind, node.id) for node in linked.replaced])
    _insert(connection, schema.node, ((STORY_ID, node.kind, node.id, pack_node(node)) for node in linked.changed))
    _insert(connection, schema.node_key, ((STORY_ID, node.kind, key, node.id)
                                          for node in linked.changed for key in sorted(set(node.keys))))
    _insert(connection, schema.node_report, ((STORY_ID, node.kind, node.id, article_id) for node in linked.nodes))
    _insert(connection, schema.pair, ((STORY_ID, pair.kind, pair.a, pair.b, pair.score, pair.reason)
                                      for pair in linked.pairs))


def _forget_nodes(connection: Connection, nodes: Sequence[tuple[str, str]]) -> None:
    """Remove nodes with their keys and pairs, each table in one go."""
    rows = [{"of_kind": kind, "named": name} for kind, name in nodes]
    for table, column in ((schema.node, "id"), (schema.node_key, "node")):
        if rows:
            connection.execute(delete(table).where(table.c.story == STORY_ID, table.c.kind == bindparam("of_kind"),
                                                   table.c[column] == bindparam("named")), rows)
    shared = [{"named": name} for kind, name in nodes if kind == schema.SHARED_KIND]
    _forget_pairs(connection, literal_column(f"'{schema.SHARED_KIND}'"), shared)
    _forget_pairs(connection, bindparam("of_kind"), [row for row in rows if row["of_kind"] != schema.SHARED_KIND])


def _forget_pairs(connection: Connection, kind: ColumnElement[str], rows: Sequence[dict[str, str]]) -> None:
    """Remove the pairs of nodes of a kind. Only where the kind is written out is an index of that kind used."""
    pair = schema.pair.c
    for column in (pair.a, pair.b):
        if rows:
            connection.execute(delete(schema.pair).where(pair.story == STORY_ID, pair.kind == kind,
                                                         column == bindparam("named")), rows)


def _has_node(name: Column[str], table: Table) -> ColumnElement[bool]:
    node = schema.node.c
    return exists().where(node.story == table.c.story, node.kind == table.c.kind, node.id == name)


def _ledger(connection: Connection, article_id: ArticleId, inputs: Sequence[tuple[str, str]], number: int) -> None:
    _insert(connection, schema.ledger, ((STORY_ID, name, source, article_id, number) for name, source in inputs),
            replace=True)


def _insert(connection: Connection, table: Table, rows: Iterable[tuple[object, ...]], *, replace: bool = False) -> None:
    """Insert rows, each a value for every column but one that numbers itself, in the schema's order.

    An item that stands there already is replaced, or else is an error. Written as SQL: a report has thousands of rows,
    and making each a set of named parameters takes as long as writing it.
    """
    listed = list(rows)
    if listed:
        connection.exec_driver_sql(_insertion(table, replace=replace), listed)


@cache
def _insertion(table: Table, *, replace: bool) -> str:
    names = [column.name for column in table.columns if column is not table.autoincrement_column]
    columns = ", ".join(f'"{name}"' for name in names)
    verb = "INSERT OR REPLACE" if replace else "INSERT"
    return f'{verb} INTO "{table.name}" ({columns}) VALUES ({", ".join("?" * len(names))})'
