"""`reportedly times`: a text file in, its dates out, with no story."""

from __future__ import annotations

import csv
import io
import json
import subprocess
import sys
from pathlib import Path

import pytest


def run(*arguments: object, given: bytes = b"") -> subprocess.CompletedProcess[bytes]:
    """The command in a process of its own."""
    code = "from reportedly.show.cli.main import run; run()"
    return subprocess.run([sys.executable, "-c", code, "times", *map(str, arguments)], input=given, capture_output=True,
                          check=False, timeout=60)


@pytest.fixture
def text(tmp_path: Path) -> Path:
    path = tmp_path / "report.txt"
    path.write_text("He left on Tuesday.\nIt rained\nin early May.", encoding="utf-8")
    return path


def test_one_line_an_expression(text: Path) -> None:
    done = run(text, "--date", "2031-05-08")
    assert done.stdout.decode().splitlines() == [
        "11-18  Tuesday  DATE 2031-05-06, from published 2031-05-08",
        "33-42  early May  DATE 2031-05 START  [2031-05-01 to 2031-05-10], from published 2031-05-08",
    ]


def test_json_and_csv_hold_every_field(text: Path) -> None:
    rows = json.loads(run(text, "--date", "2031-05-08", "--json").stdout)
    assert [row["value"] for row in rows] == ["2031-05-06", "2031-05"]
    (first, _) = csv.DictReader(io.StringIO(run(text, "--date", "2031-05-08", "--csv").stdout.decode()))
    assert set(first) == set(rows[0])
    assert first["edtf"] == "2031-05-06"


def test_standard_input_and_a_zone() -> None:
    done = run("-", "--date", "2031-05-08T23:00:00Z", "--zone", "+09:00", given=b"It fell today.")
    assert done.stdout == b"8-13  today  DATE 2031-05-09, from published 2031-05-09\n"


@pytest.mark.parametrize(
    ("arguments", "said"),
    [(("no-such-file",), "no-such-file is no file"), (("-", "--date", "May"), "'May' is no date")],
)
def test_what_cannot_be_used_is_said_with_code_2(arguments: tuple[str, ...], said: str) -> None:
    done = run(*arguments)
    assert (done.returncode, said in done.stderr.decode()) == (2, True)


def test_bytes_that_are_no_utf8_are_said() -> None:
    assert b"is not UTF-8 (byte 0)" in run("-", given=b"\xff").stderr
