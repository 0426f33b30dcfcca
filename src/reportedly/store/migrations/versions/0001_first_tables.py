"""The first tables."""

from __future__ import annotations

from alembic import op
from sqlalchemy import Boolean, Column, Float, Integer, LargeBinary, Text

revision = "0001"
down_revision = None

FULL_TEXT = (
    "CREATE VIRTUAL TABLE sentence_fts USING fts5(text, content='sentence', content_rowid='id', "
    "tokenize='unicode61 remove_diacritics 2')",
    "CREATE TRIGGER sentence_added AFTER INSERT ON sentence BEGIN "
    "INSERT INTO sentence_fts(rowid, text) VALUES (new.id, new.text); END",
    "CREATE TRIGGER sentence_removed AFTER DELETE ON sentence BEGIN "
    "INSERT INTO sentence_fts(sentence_fts, rowid, text) VALUES ('delete', old.id, old.text); END",
)


def upgrade() -> None:
    """Make every table, and the full-text index with the triggers that keep it in step."""
    op.create_table(
        "ledger",
        Column("story", Integer, primary_key=True),
        Column("input", Text, primary_key=True),
        Column("source", Text, nullable=False),
        Column("report", Text, nullable=False),
        Column("revision", Integer, nullable=False),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "member",
        Column("story", Integer, primary_key=True),
        Column("id", Text, primary_key=True),
        Column("report", Text, nullable=False),
        Column("layer", Text, nullable=False),
        Column("position", Integer, nullable=False),
        sqlite_with_rowid=False,
    )
    op.create_index("member_by_report", "member", ["story", "report"])
    op.create_table(
        "node",
        Column("story", Integer, primary_key=True),
        Column("kind", Text, primary_key=True),
        Column("id", Text, primary_key=True),
        Column("payload", LargeBinary, nullable=False),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "node_key",
        Column("story", Integer, primary_key=True),
        Column("kind", Text, primary_key=True),
        Column("key", Text, primary_key=True),
        Column("node", Text, primary_key=True),
        sqlite_with_rowid=False,
    )
    op.create_index("node_key_by_node", "node_key", ["story", "kind", "node"])
    op.create_table(
        "node_report",
        Column("story", Integer, primary_key=True),
        Column("kind", Text, primary_key=True),
        Column("node", Text, primary_key=True),
        Column("report", Text, primary_key=True),
        sqlite_with_rowid=False,
    )
    op.create_index("node_report_by_report", "node_report", ["story", "report"])
    op.create_table(
        "pair",
        Column("story", Integer, primary_key=True),
        Column("kind", Text, primary_key=True),
        Column("a", Text, primary_key=True),
        Column("b", Text, primary_key=True),
        Column("score", Float, nullable=False),
        Column("reason", Text, nullable=False),
        sqlite_with_rowid=False,
    )
    op.create_index("pair_by_b", "pair", ["story", "kind", "b"])
    op.create_table(
        "report",
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
        Column("text_hash", Text, nullable=False),
        Column("pipeline", Text, nullable=False),
        Column("revision", Integer, nullable=False),
        Column("payload", LargeBinary, nullable=False),
    )
    op.create_table(
        "revision",
        Column("story", Integer, primary_key=True),
        Column("number", Integer, primary_key=True),
        Column("known_at", Text, nullable=False),
        Column("note", Text, nullable=False),
        Column("finished", Boolean, nullable=False),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "sentence",
        Column("id", Integer, primary_key=True),
        Column("story", Integer, nullable=False),
        Column("report", Text, nullable=False),
        Column("start", Integer, nullable=False),
        Column("end", Integer, nullable=False),
        Column("text", Text, nullable=False),
    )
    op.create_index("sentence_by_report", "sentence", ["story", "report"])
    op.create_table(
        "story",
        Column("id", Integer, primary_key=True),
        Column("title", Text, nullable=False),
        Column("note", Text),
    )
    op.create_table(
        "unread",
        Column("story", Integer, primary_key=True),
        Column("name", Text, primary_key=True),
        Column("reason", Text, primary_key=True),
        Column("hint", Text),
        Column("source", Text),
        Column("revision", Integer, nullable=False),
        sqlite_with_rowid=False,
    )
    for statement in FULL_TEXT:
        op.execute(statement)
