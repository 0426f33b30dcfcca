"""Pairs stand in the order in which they came, and only those of names are looked up by id."""

from __future__ import annotations

from alembic import op
from sqlalchemy import Column, Float, Integer, Text, text

revision = "0002"
down_revision = "0001"


def upgrade() -> None:
    """Make the table of pairs anew: the old one kept its rows in the order of ids, so that every pair of a report was
    written to another page of the file."""
    op.execute("CREATE TEMPORARY TABLE pair_before AS SELECT story, kind, a, b, score, reason FROM pair")
    op.drop_table("pair")
    op.create_table(
        "pair",
        Column("story", Integer, nullable=False),
        Column("kind", Text, nullable=False),
        Column("a", Text, nullable=False),
        Column("b", Text, nullable=False),
        Column("score", Float, nullable=False),
        Column("reason", Text, nullable=False),
    )
    op.create_index("pair_of_names_by_a", "pair", ["story", "a"], sqlite_where=text("kind = 'entity'"))
    op.create_index("pair_of_names_by_b", "pair", ["story", "b"], sqlite_where=text("kind = 'entity'"))
    op.execute("INSERT INTO pair SELECT story, kind, a, b, score, reason FROM pair_before ORDER BY story, kind, a, b")
    op.execute("DROP TABLE pair_before")
