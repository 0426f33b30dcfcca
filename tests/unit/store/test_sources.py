from __future__ import annotations

from pathlib import Path

from reportedly.records.ids import digest
from reportedly.store import sources


def test_kept_bytes_come_back_as_received(tmp_path: Path) -> None:
    name = sources.keep(tmp_path, b"\xff\r\n\0words")
    assert name == digest(b"\xff\r\n\0words")
    assert sources.read(tmp_path, name) == b"\xff\r\n\0words"
    assert list(sources.names(tmp_path)) == [name]


def test_half_written_file_of_a_killed_run_is_replaced(tmp_path: Path) -> None:
    name = digest(b"all of it")
    (tmp_path / "sources").mkdir()
    (tmp_path / "sources" / name).write_bytes(b"all")
    (tmp_path / "sources" / f".{name}.part").write_bytes(b"al")
    assert sources.keep(tmp_path, b"all of it") == name
    assert sources.read(tmp_path, name) == b"all of it"
    assert list(sources.names(tmp_path)) == [name]
