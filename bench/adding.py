#!/usr/bin/env python3
"""What adding one report to a story of many takes above adding it to a story of one.

    python bench/adding.py ARTICLES.jsonl.gz --from FOLDER [--reports 1000]

FOLDER holds the annotated articles as `bench/linking.py annotate` leaves them; the first so many are linked into a
story (a quarter of a second each), which is copied for each run. Added are a short, a middling and a long one of the
hundred articles that follow. Wall seconds of whole processes, the least of three, in turns with the story of one, whose
time is start-up and annotating.
"""

from __future__ import annotations

import argparse
import json
import os
import pickle
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

from linking import BATCH
from speed import articles, timed, write_rows

REPORTEDLY = str(Path(sys.executable).with_name("reportedly"))
LENGTHS = {"short": 10, "middle": 50, "long": 90}
"""Places among the hundred by length."""
RUNS = 3


def linked_story(folder: Path, reports: int, story: Path) -> None:
    """Write a story of the first annotated articles, linked as a build does it."""
    from reportedly.collecting import without_collecting
    from reportedly.engine.build import Tools
    from reportedly.engine.components import default_linkers, default_pipeline
    from reportedly.engine.linking import StoryIndex, link_report
    from reportedly.read.reader import read_report
    from reportedly.store.writer import StoryWriter

    tools = Tools(read=read_report, pipeline=default_pipeline(), linkers=default_linkers(),
                  clock=lambda: "2031-01-01T00:00:00Z")
    with without_collecting(), StoryWriter(story, command="bench", clock=tools.clock, lock_wait_s=1.0) as writer:
        index, seen = StoryIndex(writer.stored_nodes()), set()
        for name in sorted(folder.glob("all-*.pickle"))[:-(-reports // BATCH)]:
            for report in pickle.loads(name.read_bytes()):
                if report.article.id not in seen:
                    seen.add(report.article.id)
                    writer.write_report(report, link_report(report, tools.linkers, index),
                                        inputs=[(report.article.id, report.article.source)],
                                        fingerprint=tools.fingerprint)
        writer.finish()


def measure(path: Path, folder: Path, reports: int, tell: Callable[[str], object]) -> list[dict[str, Any]]:
    """A row for each length: words, seconds for the story of many and for that of one, and what lies between."""
    rows = articles(path, reports + 100)
    following = sorted(rows[reports:reports + 100], key=lambda row: len(row["text"]))
    found = []
    with tempfile.TemporaryDirectory() as name:
        work = Path(name)
        tell(f"linking {reports} reports …")
        linked_story(folder, reports, work / "many")
        first = write_rows(work / "first.jsonl", rows[:1])
        subprocess.run([REPORTEDLY, "build", str(first), "-o", str(work / "one"), "--quiet"], check=True)
        for length, place in LENGTHS.items():
            new, least = write_rows(work / "new.jsonl", [following[place]]), {"many": 1e9, "one": 1e9}
            for _ in range(RUNS):
                for story in least:
                    shutil.rmtree(work / "copy", ignore_errors=True)
                    shutil.copytree(work / story, work / "copy")
                    os.sync()  # else the copy is what closing the store waits for
                    took = timed([REPORTEDLY, "add", str(work / "copy"), str(new), "--quiet"])
                    least[story] = min(least[story], took.wall_s)
            found.append({"length": length, "words": len(following[place]["text"].split()), "reports": reports,
                          **{f"{story}_s": seconds for story, seconds in least.items()},
                          "above_s": least["many"] - least["one"]})
            tell(json.dumps(found[-1]))
    return found


def main() -> None:
    reader = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    reader.add_argument("articles", type=Path)
    reader.add_argument("--from", dest="folder", type=Path, required=True)
    reader.add_argument("--reports", type=int, default=1000)
    options = reader.parse_args()
    measure(options.articles, options.folder, options.reports, lambda words: print(words, flush=True))


if __name__ == "__main__":
    main()
