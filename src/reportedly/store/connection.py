"""Opens the SQLite file of a story folder, makes or migrates its tables, and turns database errors into ours."""

from __future__ import annotations

import errno
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from sqlalchemy import Engine, create_engine, event, insert, text
from sqlalchemy.engine import Connection
from sqlalchemy.exc import DBAPIError
from sqlalchemy.pool import NullPool, QueuePool

from reportedly.errors import StoreError, StoreFullError
from reportedly.store.schema import HEAD, metadata, story, version

STORE = "store.sqlite"
CACHE_KIB = 65_536
"""Pages a writer keeps in memory: ids and keys are spread over whole trees, so a small cache reads them again and
again once a store is larger than it."""
LOG_PAGES = 16384
"""Pages of the log (64 MiB) from which a commit folds it into the file: a page changed by many reports is then written
there once for all of them."""
STORY_ID = 1
"""The story of a folder. The tables hold many; a folder holds one."""


def writing_engine(folder: Path) -> Engine:
    """An engine that may write; makes the tables of a new store and migrates an old one. Needs the story's lock.

    It keeps its connection until it is disposed of: SQLite folds its log into the file whenever the last one closes,
    which takes longer than writing a report.
    """
    engine = _engine(folder / STORE, read_only=False)
    with store_errors(folder), engine.connect() as connection:
        found = schema_version(connection)
    if found is None:
        with store_errors(folder), engine.begin() as connection:
            metadata.create_all(connection)
            connection.execute(insert(version), {"version_num": HEAD})
            connection.execute(insert(story), {"id": STORY_ID, "title": ""})
    elif found != HEAD:
        migrate(engine, folder, found)
    return engine


def reading_engine(folder: Path) -> Engine:
    """An engine that only reads, without any lock. Raises StoreError when the folder holds no story.

    A store of an older version is brought up to date by the next `build` or `add`, which hold the lock.
    """
    path = folder / STORE
    if not path.is_file():
        raise StoreError(f"{folder} holds no story (no {STORE} in it); make one with: "
                         f"reportedly build REPORTS -o {folder}")
    engine = _engine(path, read_only=True)
    with store_errors(folder), engine.connect() as connection:
        found = schema_version(connection)
    if found is None:
        raise StoreError(f"{path} has no tables: the build that made it was stopped at its start; run it again")
    if found != HEAD:
        raise StoreError(f"{path} has schema {found}, this version reads {HEAD}; run: reportedly add {folder} REPORTS")
    return engine


def migrate(engine: Engine, folder: Path, found: str) -> None:
    """Bring an older store to `HEAD`. Raises StoreError for a schema this version does not know."""
    from reportedly.store.migrations.upgrade import known_versions, upgrade  # imports Alembic, 0.3 s

    if found not in known_versions():
        raise StoreError(f"{folder / STORE} has schema {found!r}, which this version of reportedly does not know; "
                         "it was written by a newer one: update reportedly")
    with store_errors(folder), engine.begin() as connection:
        upgrade(connection)


def schema_version(connection: Connection) -> str | None:
    """The migration a store stands at; None for a file without tables."""
    tables = connection.execute(text("SELECT name FROM sqlite_master WHERE type = 'table'")).scalars().all()
    if "alembic_version" not in tables:
        return None
    return connection.execute(text("SELECT version_num FROM alembic_version")).scalar()


@contextmanager
def store_errors(folder: Path) -> Iterator[None]:
    """Turn errors of the database and the disk into StoreFullError or StoreError with what to try."""
    try:
        yield
    except DBAPIError as error:
        raise _translated(error.orig, folder) from error
    except OSError as error:
        if is_full(error):
            raise _full(folder) from error
        raise


def is_full(error: BaseException | None) -> bool:
    """True for the errors that mean no space or no further growth of a file."""
    if isinstance(error, OSError):
        return error.errno in (errno.ENOSPC, errno.EDQUOT, errno.EFBIG)
    code = getattr(error, "sqlite_errorcode", None)
    # A write cut short by a quota or a file size limit comes as an I/O error of the write, not as SQLITE_FULL.
    return code in (sqlite3.SQLITE_FULL, sqlite3.SQLITE_IOERR_WRITE)


def _translated(error: BaseException | None, folder: Path) -> StoreError:
    if is_full(error):
        return _full(folder)
    if isinstance(error, sqlite3.DatabaseError) and not isinstance(error, sqlite3.OperationalError):
        return StoreError(f"{folder / STORE} is damaged or no SQLite file ({error}); build the story again from its "
                          f"reports, whose bytes are kept in {folder / 'sources'}")
    return StoreError(f"{folder / STORE}: {error}; check that the file may be read and written")


def _full(folder: Path) -> StoreFullError:
    return StoreFullError(f"no space left for {folder}; what was stored before is whole: free some space and run "
                          "the same command again")


def _engine(path: Path, *, read_only: bool) -> Engine:
    def connect() -> sqlite3.Connection:
        address = f"{path.absolute().as_uri()}?mode={'ro' if read_only else 'rwc'}"
        connection = sqlite3.connect(address, uri=True, timeout=30, isolation_level=None, check_same_thread=False)
        if not read_only:
            connection.execute("PRAGMA journal_mode = WAL")
            # A commit then survives any kill; after a power cut the last ones may be missing, never half there.
            connection.execute("PRAGMA synchronous = NORMAL")
            connection.execute(f"PRAGMA cache_size = -{CACHE_KIB}")
            connection.execute(f"PRAGMA wal_autocheckpoint = {LOG_PAGES}")
        return connection

    engine = create_engine("sqlite://", creator=connect, poolclass=NullPool if read_only else QueuePool)
    # The driver opens no transaction before table definitions; ours opens one before everything.
    event.listen(engine, "begin",
                 lambda connection: connection.exec_driver_sql("BEGIN" if read_only else "BEGIN IMMEDIATE"))
    return engine
