from __future__ import annotations

import errno
import sqlite3
from pathlib import Path

import pytest

from reportedly.errors import StoreError
from reportedly.store.connection import is_full, reading_engine
from reportedly.store.views import load_state


def test_folder_without_a_story_says_how_to_make_one(tmp_path: Path) -> None:
    with pytest.raises(StoreError, match=r"holds no story.*reportedly build REPORTS -o"):
        reading_engine(tmp_path)
    assert list(tmp_path.iterdir()) == []


def test_file_that_is_no_database_is_named_as_damaged(tmp_path: Path) -> None:
    (tmp_path / "store.sqlite").write_bytes(b"not a database at all" * 400)
    with pytest.raises(StoreError, match="damaged or no SQLite file"):
        load_state(tmp_path)


def test_build_killed_before_its_first_table_says_so(tmp_path: Path) -> None:
    (tmp_path / "store.sqlite").touch()
    with pytest.raises(StoreError, match="stopped at its start; run it again"):
        load_state(tmp_path)


@pytest.mark.parametrize(("error", "expected"), [
    (OSError(errno.ENOSPC, "No space left on device"), True),
    (OSError(errno.EFBIG, "File too large"), True),
    (OSError(errno.EACCES, "Permission denied"), False),
    (sqlite3.OperationalError("no such table"), False),
    (None, False)])
def test_errors_that_mean_a_full_disk(error: BaseException | None, expected: bool) -> None:
    assert is_full(error) is expected
