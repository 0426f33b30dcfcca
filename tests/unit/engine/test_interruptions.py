"""What a kill, a second process and a full disk leave behind."""

from __future__ import annotations

import resource
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from reportedly.engine.build import build
from reportedly.errors import StoreFullError, StoreLockedError
from reportedly.store.verify import verify
from reportedly.store.views import load_state
from tests.fakes.rooms import WordPipeline, raw, rows_of, tools

ROOT = Path(__file__).parents[3]
REPORTS = [raw(f"Finch met Kalvik on bridge number {n}. The harbour was closed.", name=f"{n}.txt") for n in range(30)]
BUILD = f"""
import sys; sys.path.insert(0, {str(ROOT)!r})
from pathlib import Path
from reportedly.engine.build import build
from tests.unit.engine.test_interruptions import REPORTS
from tests.fakes.rooms import tools
print("begun", flush=True)
build(REPORTS, Path(sys.argv[1]), tools(lock_wait_s=float(sys.argv[2])))
"""


def started(folder: Path, wait_s: float = 30) -> subprocess.Popen[str]:
    """Another process that builds the same story and has got past its imports."""
    process = subprocess.Popen([sys.executable, "-c", BUILD, str(folder), str(wait_s)], stdout=subprocess.PIPE,
                               stderr=subprocess.PIPE, text=True, cwd=ROOT)
    assert process.stdout is not None and process.stdout.readline() == "begun\n"
    return process


@pytest.mark.parametrize("after_ms", [5, 40, 90, 150, 220, 300])
def test_killed_build_opens_again_and_the_next_run_finishes_it(tmp_path: Path, after_ms: int) -> None:
    process = started(tmp_path / "killed")
    time.sleep(after_ms / 1000)
    process.send_signal(signal.SIGKILL)
    process.communicate()
    build(REPORTS, tmp_path / "killed", tools())
    build(REPORTS, tmp_path / "whole", tools())
    assert verify(tmp_path / "killed").failures == ()
    assert rows_of(tmp_path / "killed") == rows_of(tmp_path / "whole")


def test_run_stopped_between_reports_keeps_what_it_wrote(tmp_path: Path) -> None:
    class Stops(WordPipeline):
        def annotate(self, articles):  # type: ignore[no-untyped-def]  # as its base says
            if len(self.annotated) == 3:
                raise KeyboardInterrupt
            return super().annotate(articles)

    with pytest.raises(KeyboardInterrupt):
        build(REPORTS, tmp_path / "stopped", tools(Stops()))
    assert len(load_state(tmp_path / "stopped").reports) == 3
    pipeline = WordPipeline()
    build(REPORTS, tmp_path / "stopped", tools(pipeline))
    build(REPORTS, tmp_path / "whole", tools())
    assert len(pipeline.annotated) == len(REPORTS) - 3
    assert rows_of(tmp_path / "stopped") == rows_of(tmp_path / "whole")


def test_two_processes_on_one_story_take_turns(tmp_path: Path) -> None:
    first, second = started(tmp_path / "s"), started(tmp_path / "s")
    outcomes = [process.communicate()[1] for process in (first, second)]
    assert [first.returncode, second.returncode] == [0, 0], outcomes
    assert len(load_state(tmp_path / "s").reports) == len(REPORTS)


def test_reading_goes_on_while_another_process_writes(tmp_path: Path) -> None:
    build(REPORTS[:2], tmp_path / "s", tools())
    seen = []

    class Looks(WordPipeline):
        def annotate(self, articles):  # type: ignore[no-untyped-def]  # as its base says
            seen.append(len(load_state(tmp_path / "s").reports))
            with pytest.raises(StoreLockedError, match="reportedly build"):
                build(REPORTS, tmp_path / "s", tools(lock_wait_s=0))
            return super().annotate(articles)

    build(REPORTS[:4], tmp_path / "s", tools(Looks()))
    assert seen == [2, 3]


def test_full_disk_is_said_and_the_store_stays_whole(tmp_path: Path) -> None:
    build(REPORTS[:5], tmp_path / "s", tools())
    size = (tmp_path / "s" / "store.sqlite").stat().st_size
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    ignored = signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    resource.setrlimit(resource.RLIMIT_FSIZE, (size // 2, hard))  # the log beside the store can grow no further
    try:
        with pytest.raises(StoreFullError, match="no space left"):
            build(REPORTS, tmp_path / "s", tools())
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))
        signal.signal(signal.SIGXFSZ, ignored)
    assert verify(tmp_path / "s").failures == ()
    assert len(load_state(tmp_path / "s").reports) >= 5
    build(REPORTS, tmp_path / "s", tools())
    assert len(load_state(tmp_path / "s").reports) == len(REPORTS)
