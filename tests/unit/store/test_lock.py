from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from reportedly.errors import StoreLockedError
from reportedly.store.lock import LOCK, story_lock

HOLD = """
import sys, time
from pathlib import Path
from reportedly.store.lock import story_lock
with story_lock(Path(sys.argv[1]), command="reportedly add", started="2031-05-04", wait_s=0):
    print("held", flush=True)
    time.sleep(float(sys.argv[2]))
"""


def holder(folder: Path, seconds: float) -> subprocess.Popen[str]:
    """Another process that holds the lock for so long."""
    process = subprocess.Popen([sys.executable, "-c", HOLD, str(folder), str(seconds)], stdout=subprocess.PIPE,
                               text=True)
    assert process.stdout is not None and process.stdout.readline() == "held\n"
    return process


def test_second_process_is_told_who_holds_the_story(tmp_path: Path) -> None:
    process = holder(tmp_path, 60)
    try:
        with (pytest.raises(StoreLockedError, match=f"process {process.pid} .reportedly add, since 2031-05-04"),
              story_lock(tmp_path, command="reportedly build", started="", wait_s=0.2)):
            pass
    finally:
        process.kill()
        process.communicate()


def test_second_process_waits_its_turn(tmp_path: Path) -> None:
    process = holder(tmp_path, 0.3)
    with story_lock(tmp_path, command="reportedly build", started="", wait_s=20):
        assert str(process.pid) not in (tmp_path / LOCK).read_text()
    process.communicate()


def test_lock_of_a_killed_process_holds_nobody_up(tmp_path: Path) -> None:
    process = holder(tmp_path, 60)
    process.kill()
    process.communicate()
    assert str(process.pid) in (tmp_path / LOCK).read_text()
    with story_lock(tmp_path, command="reportedly build", started="", wait_s=0):
        pass


@pytest.mark.parametrize("left", ["", "not json", "[]", '{"pid": 3}'])
def test_unreadable_lock_words_still_give_an_answer(tmp_path: Path, left: str) -> None:
    with story_lock(tmp_path, command="reportedly build", started="", wait_s=0):
        (tmp_path / LOCK).write_text(left)
        with (pytest.raises(StoreLockedError, match="another process"),
              story_lock(tmp_path, command="reportedly add", started="", wait_s=0)):
            pass
