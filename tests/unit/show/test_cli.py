from __future__ import annotations

import csv
import io
import json
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

import pytest

import reportedly
from reportedly.show.cli import main
from reportedly.show.cli.exit_codes import MEANINGS
from reportedly.store.lock import story_lock
from tests.fakes.rooms import tools

VERBS = ("build", "add", "status", "chronicle", "timeline", "statements", "claims", "disputes", "theories", "forecasts",
         "knowledge", "sources", "origins", "people", "places", "search", "explain", "verify", "export", "judge",
         "times")
TABLES = VERBS[4:15]


def run(*arguments: object) -> subprocess.CompletedProcess[str]:
    """The command in a process of its own, its output a pipe."""
    code = "from reportedly.show.cli.main import run; run()"
    return subprocess.run([sys.executable, "-c", code, *map(str, arguments)], capture_output=True, text=True,
                          timeout=120)


@dataclass(frozen=True)
class Done:
    """What a command left."""

    returncode: int
    stdout: str
    stderr: str


class Here:
    """Runs commands in this process: the same, without the second that Python and its imports take."""

    def __init__(self, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
        self._capsys = capsys
        self._monkeypatch = monkeypatch

    def __call__(self, *arguments: object) -> Done:
        self._monkeypatch.setattr(sys, "argv", ["reportedly", *map(str, arguments)])
        with pytest.raises(SystemExit) as ended:
            main.run()
        said = self._capsys.readouterr()
        return Done(int(ended.value.code or 0), said.out, said.err)


@pytest.fixture
def here(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Here:
    return Here(capsys, monkeypatch)


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Two reports and a story of them."""
    folder = tmp_path_factory.mktemp("cli")
    (folder / "a.txt").write_text("Finch closed the bridge. Nobody was hurt.")
    (folder / "b.txt").write_text("Kalvik opened the bridge again.")
    (folder / "picture.html").write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(64))
    reportedly.build([folder / "a.txt", folder / "b.txt"], folder / "story", tools=tools())
    return folder


@pytest.mark.parametrize(("arguments", "code", "said"), [
    (("build", "none.txt", "-o", "s"), 2, "does not exist"),
    (("build", "picture.html", "-o", "refused"), 3, "PNG"),
    (("timeline", "nowhere"), 5, "holds no story"),
    (("timeline", "story", "--as-of", "today"), 2, "YYYY-MM-DD"),
    (("timeline", "story", "--json", "--csv"), 2, "exclude each other"),
    (("timeline", "story", "--brief", "--full"), 2, "exclude each other"),
    (("timeline", "story", "--no-such"), 2, "No such option"),
    (("explain", "story", "e-none"), 2, "no item"),
    (("export", "story", "--format", "docx", "-o", "out"), 2, "known:"),
    (("add", "nowhere", "a.txt"), 5, "holds no story")])
def test_exit_codes_of_errors(here: Here, folder: Path, arguments: tuple[str, ...], code: int, said: str) -> None:
    paths = {"none.txt", "picture.html", "nowhere", "story", "a.txt", "s", "refused", "out"}
    done = here(*(folder / word if word in paths else word for word in arguments))
    assert (done.returncode, "Traceback" in done.stderr) == (code, False), done.stderr
    assert said in done.stderr
    assert code in dict(MEANINGS)


def test_process_ends_with_the_code(folder: Path) -> None:
    done = run("build", folder / "none.txt", "-o", folder / "s")
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr.startswith("reportedly: ") and done.stderr.count("\n") == 1


def test_story_held_by_another_process(folder: Path) -> None:
    with story_lock(folder / "story", command="reportedly build", started="2031-05-04", wait_s=0):
        done = run("add", folder / "story", folder / "a.txt", "--lock-wait", "0")
    assert done.returncode == 4 and "is being written by process" in done.stderr


def test_verify_fails_with_one(folder: Path, tmp_path: Path) -> None:
    reportedly.build([folder / "a.txt"], tmp_path / "s", tools=tools())
    assert run("verify", tmp_path / "s").returncode == 0
    next((tmp_path / "s" / "sources").iterdir()).write_bytes(b"other")
    done = run("verify", tmp_path / "s", "--quiet")
    assert (done.returncode, done.stdout) == (1, "") and "another SHA-256" in done.stderr


@pytest.mark.parametrize("verb", VERBS)
def test_help_has_examples_and_exit_codes(here: Here, verb: str) -> None:
    done = here(verb, "--help")
    assert done.returncode == 0
    assert f"reportedly {verb} " in done.stdout and "Exit codes:" in done.stdout


def test_help_loads_nothing_heavy() -> None:
    code = ("import sys; from reportedly.show.cli.main import command; command(); "
            "print(sorted({'sqlalchemy', 'spacy', 'msgspec', 'lxml', 'onnxruntime'} & set(sys.modules)))")
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout == "[]\n"


def test_piped_tables_are_plain_json_or_csv(here: Here, folder: Path) -> None:
    plain = here("sources", folder / "story")
    assert plain.returncode == 0 and "\x1b" not in plain.stdout and "\t" not in plain.stdout
    assert plain.stdout.startswith("OUTLET")
    assert json.loads(here("sources", folder / "story", "--json").stdout)
    assert list(csv.DictReader(io.StringIO(here("sources", folder / "story", "--csv").stdout)))
    assert here("sources", folder / "story", "--quiet").stdout == ""


@pytest.mark.parametrize("verb", TABLES)
def test_every_table_prints(here: Here, folder: Path, verb: str) -> None:
    done = here(verb, folder / "story")
    assert (done.returncode, done.stderr) == (0, "")


@pytest.mark.parametrize("form", [(), ("--brief",), ("--full",), ("--level", "hour"), ("--limit", "3"), ("--json",)])
def test_timeline_prints_in_every_form(here: Here, folder: Path, form: tuple[str, ...]) -> None:
    done = here("timeline", folder / "story", *form)
    assert (done.returncode, done.stderr) == (0, "")


def test_search_prints_the_sentence_with_its_report(here: Here, folder: Path) -> None:
    done = here("search", folder / "story", "bridge", "closed")
    assert "  Finch closed the bridge." in done.stdout
    assert here("search", folder / "story", "tunnel").stdout == "nothing found\n"


def test_status_lists_revisions(here: Here, folder: Path) -> None:
    done = here("status", folder / "story")
    assert done.stdout.startswith("2 reports in 1 revision\n")
