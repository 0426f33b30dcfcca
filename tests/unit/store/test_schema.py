from __future__ import annotations

import sqlite3
from pathlib import Path

import pytest
from sqlalchemy import text

from reportedly.errors import StoreError
from reportedly.store import connection
from reportedly.store.migrations.upgrade import known_versions, scripts, upgrade
from reportedly.store.schema import HEAD, SHARED_KIND


def definitions(path: Path) -> dict[str, str]:
    """Every table, index and trigger as it was defined, without Alembic's own table."""
    with sqlite3.connect(path) as store:
        rows = store.execute("SELECT name, sql FROM sqlite_master WHERE sql IS NOT NULL AND name != 'alembic_version'")
        return {name: " ".join(sql.split()) for name, sql in rows}


def test_migrations_lead_to_the_tables_of_the_schema(tmp_path: Path) -> None:
    connection.writing_engine(tmp_path)
    migrated = connection._engine(tmp_path / "migrated.sqlite", read_only=False)
    with migrated.begin() as store:
        upgrade(store)
        assert connection.schema_version(store) == HEAD
    assert definitions(tmp_path / "migrated.sqlite") == definitions(tmp_path / connection.STORE)


def test_pairs_of_an_older_store_are_kept(tmp_path: Path) -> None:
    engine = connection._engine(tmp_path / connection.STORE, read_only=False)
    pairs = [(1, kind, f"{kind}-1", f"{kind}-{number}", number / 10, "test") for kind in ("claim", "entity")
             for number in (3, 2)]
    with engine.begin() as store:
        upgrade(store, "0001")
        for row in pairs:
            store.exec_driver_sql("INSERT INTO pair VALUES (?, ?, ?, ?, ?, ?)", row)
    engine.dispose()
    with connection.writing_engine(tmp_path).connect() as store:
        assert connection.schema_version(store) == HEAD
        assert [tuple(row) for row in store.execute(text("SELECT * FROM pair"))] == sorted(pairs)


def test_pairs_of_a_changed_name_are_found_by_its_id(tmp_path: Path) -> None:
    with connection.writing_engine(tmp_path).connect() as store:
        for column in "ab":
            plan = store.exec_driver_sql(
                f"EXPLAIN QUERY PLAN DELETE FROM pair WHERE story = ? AND kind = '{SHARED_KIND}' AND {column} = ?",
                (1, "en-1")).one()
            assert f"USING COVERING INDEX pair_of_names_by_{column}" in plan[3] \
                or f"USING INDEX pair_of_names_by_{column}" in plan[3]


def test_head_is_the_newest_migration() -> None:
    assert scripts().get_current_head() == HEAD
    assert HEAD in known_versions()


def test_store_of_a_newer_program_is_left_alone(tmp_path: Path) -> None:
    engine = connection.writing_engine(tmp_path)
    with engine.begin() as store:
        store.execute(text("UPDATE alembic_version SET version_num = '9999'"))
    with pytest.raises(StoreError, match="written by a newer one"):
        connection.writing_engine(tmp_path)
    with pytest.raises(StoreError, match="schema 9999"):
        connection.reading_engine(tmp_path)
