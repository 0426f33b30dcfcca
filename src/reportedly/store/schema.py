"""Every table, once. All are keyed by story, so one file may hold many.

What is stored of a report never changes after it is written, save when it is annotated anew by a newer pipeline:
reports with their layers (one compressed JSON payload each), nodes with their keys, and scored pairs. Clusters are
not here: they are solved from the pairs in view.
"""

from __future__ import annotations

from sqlalchemy import (
    DDL,
    Boolean,
    Column,
    Float,
    Index,
    Integer,
    LargeBinary,
    MetaData,
    Table,
    Text,
    event,
    text,
)

HEAD = "0002"
"""The newest migration. A store that says another is migrated when it is opened, which alone imports Alembic."""

SHARED_KIND = "entity"
"""The kind whose nodes many reports share, since they write one name; those of others belong to one report each."""

metadata = MetaData()

version = Table("alembic_version", metadata, Column("version_num", Text, primary_key=True))
"""Alembic's own table, made here too so that a new store needs no Alembic."""

story = Table(
    "story", metadata,
    Column("id", Integer, primary_key=True),
    Column("title", Text, nullable=False),  # empty when nobody gave one
    Column("note", Text),  # what the story's maker wants on top
)

revision = Table(
    "revision", metadata,
    Column("story", Integer, primary_key=True),
    Column("number", Integer, primary_key=True),
    Column("known_at", Text, nullable=False),
    Column("note", Text, nullable=False),
    Column("finished", Boolean, nullable=False),  # a killed run leaves False, and the next run goes on with it
    sqlite_with_rowid=False,
)

ledger = Table(
    "ledger", metadata,
    Column("story", Integer, primary_key=True),
    Column("input", Text, primary_key=True),  # id of bytes, name and given metadata: what need not be read again
    Column("source", Text, nullable=False),  # SHA-256 of the bytes
    Column("report", Text, nullable=False),
    Column("revision", Integer, nullable=False),
    sqlite_with_rowid=False,
)

report = Table(
    "report", metadata,
    Column("story", Integer, primary_key=True),
    Column("id", Text, primary_key=True),
    Column("source", Text, nullable=False),
    Column("name", Text, nullable=False),
    Column("url", Text),
    Column("outlet", Text, nullable=False),
    Column("published", Text),
    Column("modified", Text),
    Column("retrieved", Text),
    Column("language", Text, nullable=False),
    Column("text_hash", Text, nullable=False),  # SHA-256 of the text in UTF-8
    Column("pipeline", Text, nullable=False),  # fingerprint of the annotators and linkers that worked on it
    Column("revision", Integer, nullable=False),
    Column("payload", LargeBinary, nullable=False),  # zlib over the JSON of the annotated article
)

unread = Table(
    "unread", metadata,
    Column("story", Integer, primary_key=True),
    Column("name", Text, primary_key=True),
    Column("reason", Text, primary_key=True),
    Column("hint", Text),
    Column("source", Text),
    Column("revision", Integer, nullable=False),
    sqlite_with_rowid=False,
)

member = Table(
    "member", metadata,
    Column("story", Integer, primary_key=True),
    Column("id", Text, primary_key=True),
    Column("report", Text, nullable=False),
    Column("layer", Text, nullable=False),
    Column("position", Integer, nullable=False),  # index in that layer of the payload
    Index("member_by_report", "story", "report"),
    sqlite_with_rowid=False,
)

node = Table(
    "node", metadata,
    Column("story", Integer, primary_key=True),
    Column("kind", Text, primary_key=True),
    Column("id", Text, primary_key=True),
    Column("payload", LargeBinary, nullable=False),  # MessagePack of the node
    sqlite_with_rowid=False,
)

node_key = Table(
    "node_key", metadata,
    Column("story", Integer, primary_key=True),
    Column("kind", Text, primary_key=True),
    Column("key", Text, primary_key=True),
    Column("node", Text, primary_key=True),
    Index("node_key_by_node", "story", "kind", "node"),
    sqlite_with_rowid=False,
)

node_report = Table(
    "node_report", metadata,
    Column("story", Integer, primary_key=True),
    Column("kind", Text, primary_key=True),
    Column("node", Text, primary_key=True),
    Column("report", Text, primary_key=True),
    Index("node_report_by_report", "story", "report"),
    sqlite_with_rowid=False,
)

# Rows stand in the order in which they came: in the order of ids each pair of a report would be written to another page
# of the file. A pair is looked up by id only to take it back when one of its nodes changes, which happens to nodes
# that reports share.
pair = Table(
    "pair", metadata,
    Column("story", Integer, nullable=False),
    Column("kind", Text, nullable=False),
    Column("a", Text, nullable=False),
    Column("b", Text, nullable=False),
    Column("score", Float, nullable=False),
    Column("reason", Text, nullable=False),
    Index("pair_of_names_by_a", "story", "a", sqlite_where=text(f"kind = '{SHARED_KIND}'")),
    Index("pair_of_names_by_b", "story", "b", sqlite_where=text(f"kind = '{SHARED_KIND}'")),
)

sentence = Table(
    "sentence", metadata,
    Column("id", Integer, primary_key=True),
    Column("story", Integer, nullable=False),
    Column("report", Text, nullable=False),
    Column("start", Integer, nullable=False),
    Column("end", Integer, nullable=False),
    Column("text", Text, nullable=False),
    Index("sentence_by_report", "story", "report"),
)

FULL_TEXT = (
    "CREATE VIRTUAL TABLE sentence_fts USING fts5(text, content='sentence', content_rowid='id', "
    "tokenize='unicode61 remove_diacritics 2')",
    "CREATE TRIGGER sentence_added AFTER INSERT ON sentence BEGIN "
    "INSERT INTO sentence_fts(rowid, text) VALUES (new.id, new.text); END",
    "CREATE TRIGGER sentence_removed AFTER DELETE ON sentence BEGIN "
    "INSERT INTO sentence_fts(sentence_fts, rowid, text) VALUES ('delete', old.id, old.text); END",
)
"""The full-text index over `sentence`, which SQLAlchemy cannot say, and the triggers that keep it in step."""

for _statement in FULL_TEXT:
    event.listen(sentence, "after_create", DDL(_statement))  # type: ignore[no-untyped-call]  # SQLAlchemy types it not
