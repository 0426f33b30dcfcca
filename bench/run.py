#!/usr/bin/env python3
"""Runs every bench task that is quick and writes bench/RESULTS.md.

    python bench/run.py [--bench DIR] [--only TASK,...] [--reports N]

Each figure goes through the same door as anyone's: `bench/predict.py`, then the scorer beside the data. Results of
tasks that were not run this time are kept as they were in bench/results.json.
"""

from __future__ import annotations

import argparse
import datetime
import gzip
import hashlib
import json
import os
import platform
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).parent))

import pages
import results
import speed
import timex_errors

HERE = Path(__file__).parent
STORE = HERE / "results.json"


def predict(task: str, source: Path, output: Path, *more: str) -> float:
    """Run the door; wall seconds of the whole process."""
    start = time.perf_counter()
    subprocess.run([sys.executable, str(HERE / "predict.py"), task, str(source), "-o", str(output), *more], check=True)
    return time.perf_counter() - start


def score(scorer: Path, *arguments: str) -> str:
    """What the scorer prints."""
    done = subprocess.run([sys.executable, str(scorer), *arguments], check=True, capture_output=True, text=True)
    return done.stdout


def as_json(scorer: Path, *arguments: str) -> Any:
    """What a scorer that prints JSON prints."""
    return json.loads(score(scorer, *arguments))


def story(bench: Path, work: Path) -> dict[str, Any]:
    found = {}
    for pack in sorted((bench / "stories").glob("*.gold.json")):
        name = pack.name.removesuffix(".gold.json")
        source, output = pack.with_name(f"{name}.jsonl"), work / f"{name}.json"
        predict("story", source, output)
        found[name] = as_json(bench / "stories" / "check_story.py", str(pack), str(output), "--reports", str(source),
                              "--json")
    return found


def attribution(bench: Path, work: Path) -> dict[str, Any]:
    return jsonl(bench, work, "attribution", {"dev": "attribution/dev.jsonl"}, "--json")


def sets(bench: Path, _: Path) -> dict[str, Any]:
    """The project's own sets for what PolNeAR lacks, and the seed report against its marked copy."""
    from reportedly.evaluate import attribution_sets, seed

    quality = HERE.parent / "tests" / "quality"
    figures = attribution_sets.evaluate(quality / "attribution_sets")
    found: dict[str, Any] = {name: {key: value for key, value in row.items() if key != "failing"}
                             for name, row in figures.items()}
    report = (bench / "seed" / "report.txt").read_bytes()
    marked = seed.seed_score(report, quality / "seed_attributions.json")
    found["seed report"] = {"passages": 1, "score": marked.f1, "precision": marked.precision, "recall": marked.recall,
                            "speakers": list(marked.speakers), "classes": list(marked.classes)}
    return found


def timex(bench: Path, work: Path) -> dict[str, Any]:
    """Each set whole, the part of it that was kept aside, and the errors by kind."""
    found = {}
    for name in ("tbaq", "wikiwars-train", "meantime-train"):
        gold, output = bench / "timex" / f"{name}.jsonl", work / f"timex-{name}.jsonl"
        predict("timex", gold, output)
        rows, said = lines_of(gold), lines_of(output)
        scorer, both = bench / "timex" / "score.py", (str(gold), str(output), "--json")
        aside = ",".join(row["id"] for row in rows if timex_errors.is_aside(row["id"]))
        found[name] = {**as_json(scorer, *both), "aside": as_json(scorer, *both, "--only", aside),
                       "errors": timex_errors.by_kind(rows, said)}
    return found


def lines_of(path: Path) -> list[dict[str, Any]]:
    """The rows of a JSONL file."""
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines() if line]


def entities(bench: Path, work: Path) -> dict[str, Any]:
    found = {}
    for part in ("dev", "train"):
        source, output = bench / "entities" / f"{part}.jsonl", work / f"entities-{part}.jsonl"
        predict("entities", source, output)
        found[part] = score(bench / "entities" / "score.py", str(source), str(output)).strip()
    return found


def clusters(bench: Path, work: Path) -> dict[str, Any]:
    return jsonl(bench, work, "clusters", {name: f"story-clustering/{name}.dev.jsonl.gz"
                                           for name in ("news-cluster", "basil")}, folder="story-clustering")


def jsonl(bench: Path, work: Path, task: str, files: dict[str, str], *options: str,
          folder: str = "") -> dict[str, Any]:
    """Predict and score each file of a task whose scorer prints JSON."""
    found = {}
    for name, file in files.items():
        output = work / f"{task}-{name}.jsonl"
        predict(task, bench / file, output)
        found[name] = as_json(bench / (folder or task) / "score.py", str(bench / file), str(output), *options)
    return found


def extraction(bench: Path, work: Path) -> dict[str, Any]:
    """Ours and trafilatura alone, side by side on the same pages."""
    folder = bench / "extraction"
    ours, alone = work / "extraction.json", work / "trafilatura.json"
    predict("extraction", folder / "html", ours)
    peer = [sys.executable, str(HERE / "trafilatura_alone.py"), str(folder / "html"), "-o", str(alone)]
    subprocess.run(peer, check=True)
    truth = str(folder / "ground-truth.json")
    return {name: as_json(folder / "score.py", str(path), "--truth", truth, "--json")
            for name, path in (("reportedly", ours), ("trafilatura alone", alone))}


def timeline(bench: Path, work: Path) -> dict[str, Any]:
    """All open timelines, and those of each topic by themselves."""
    folder, output = bench / "timeline", work / "predicted.jsonl"
    truth = folder / "t17-timelines.jsonl"
    predict("timeline", folder / "t17-articles.jsonl.gz", output, "--tasks", str(folder / "t17-tasks.jsonl"))
    rows, said = lines_of(truth), {row["id"]: row for row in lines_of(output)}
    found = {"all": as_json(folder / "score.py", str(truth), str(output), "--json")}
    for topic in sorted({row["topic"] for row in rows}):
        part, answers = work / f"{topic}.truth.jsonl", work / f"{topic}.said.jsonl"
        own = [row for row in rows if row["topic"] == topic]
        part.write_text("".join(json.dumps(row) + "\n" for row in own), encoding="utf-8")
        answers.write_text("".join(json.dumps(said[row["id"]]) + "\n" for row in own), encoding="utf-8")
        found[topic] = as_json(folder / "score.py", str(part), str(answers), "--json")
    return found


SCALES = (200, 700)
"""Articles of the slices whose way to a timeline is measured: eleven minutes; `speed.py --timeline` takes any."""
def nli(bench: Path, work: Path) -> dict[str, Any]:
    """The inference model on the sets that the goal names; of SNLI the half that is never trained on."""
    found = {}
    kept = work / "snli-kept.jsonl"
    subprocess.run([sys.executable, "-m", "training.inference.kept_half", str(bench / "nli"), "-o", str(kept)],
                   check=True, cwd=HERE.parent)
    files = {name: bench / "nli" / f"{name}.dev.jsonl.gz" for name in ("lingnli", "fever", "fever-symmetric")}
    for name, file in {"snli (kept half)": kept, **files}.items():
        output = work / "nli.jsonl"
        predict("nli", file, output)
        found[name] = as_json(bench / "nli" / "score.py", str(file), str(output))
    return found


def _stories(bench: Path, work: Path) -> Path:
    """One file with the reports of the open stories."""
    packs = {"korea-2024": "stories/korea-2024.jsonl", "equifax-2017": "stories/equifax-2017.jsonl",
             "news-cluster": "story-clustering/news-cluster.dev.jsonl.gz",
             "basil": "story-clustering/basil.dev.jsonl.gz"}
    source = work / "stories.jsonl"
    with source.open("w", encoding="utf-8") as out:
        for name, path in packs.items():
            opened = gzip.open if path.endswith(".gz") else open
            with opened(bench / path, "rt", encoding="utf-8") as lines:
                for line in lines:
                    print(json.dumps({"story": name, **json.loads(line)}), file=out)
    return source


def disputes(bench: Path, work: Path) -> dict[str, Any]:
    """Disputes of the open stories against the project's labelled list."""
    predict("disputes", _stories(bench, work), work / "disputes.pred")
    return as_json(HERE / "sets" / "disputes" / "score.py", str(work / "disputes.pred"))  # type: ignore[no-any-return]


def claims(bench: Path, work: Path) -> dict[str, Any]:
    """Pairs of passages of the open stories that are put under one claim."""
    predict("claims", _stories(bench, work), work / "claims.pred")
    return as_json(HERE / "sets" / "claims" / "score.py", str(work / "claims.pred"))  # type: ignore[no-any-return]


def copies(bench: Path, work: Path) -> dict[str, Any]:
    """The project's set of altered copies, made anew from the open texts."""
    own = HERE / "sets" / "copies"
    subprocess.run([sys.executable, str(own / "make.py"), str(bench), "-o", str(work)], check=True)
    seconds = predict("copies", work / "reports.jsonl", work / "pred.jsonl")
    figures = as_json(own / "score.py", str(work / "gold.jsonl"), str(work / "pred.jsonl"))
    return {**figures, "seconds": round(seconds, 1)}


def sentences(bench: Path, work: Path) -> dict[str, Any]:
    """Forecasts and explanations by sentence: those that rules were written with in view, and the part kept aside."""
    own = HERE / "sets" / "sentences"
    rows, output = work / "sentences.jsonl", work / "sentences.pred"
    subprocess.run([sys.executable, str(own / "draw.py"), str(bench), "--rows", str(rows)], check=True)
    predict("sentences", rows, output)
    return {"in view": as_json(own / "score.py", str(output)),
            "kept aside": as_json(own / "score.py", str(output), "--check")}


def hedge_folds(bench: Path, _: Path) -> dict[str, Any]:
    """The number of a word of probability against what readers hear, over folds of respondents."""
    answers = bench / "probability-words" / "answers.train.jsonl"
    return as_json(HERE / "hedges.py", str(answers))  # type: ignore[no-any-return]


TASKS: dict[str, Callable[[Path, Path], dict[str, Any]]] = {
    "story": story, "attribution": attribution, "sets": sets, "timex": timex, "entities": entities,
    "clusters": clusters, "extraction": extraction, "timeline": timeline, "nli": nli,
    "copies": copies, "claims": claims, "disputes": disputes, "sentences": sentences, "hedges": hedge_folds}


def digests(bench: Path) -> dict[str, str]:
    """First 12 digits of the SHA-256 of every data file."""
    files = sorted(path for path in bench.rglob("*")
                   if path.suffix in (".jsonl", ".gz", ".json") and "html" not in path.parts)
    return {str(path.relative_to(bench)): hashlib.sha256(path.read_bytes()).hexdigest()[:12] for path in files}


def commit() -> str:
    """The commit measured, with `+` when the tree had changes."""
    return git("rev-parse", "--short", "HEAD") + ("+" if git("status", "--porcelain", "--", "src") else "")


def git(*arguments: str) -> str:
    """What git prints for this repository; empty outside of one."""
    done = subprocess.run(["git", *arguments], cwd=HERE.parent, capture_output=True, text=True)
    return done.stdout.strip()


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--bench", type=Path, default=Path(os.environ.get("REPORTEDLY_BENCH", "../shared/bench")))
    parser.add_argument("--only", help="tasks to run, with commas between")
    parser.add_argument("--reports", type=int, default=200, help="articles of the speed slice")
    parser.add_argument("--stories", type=Path, nargs="*", default=[], help="built stories, for the task pages")
    given = parser.parse_args()
    if not given.bench.is_dir():
        print(f"no bench data at {given.bench}; name the folder with --bench or REPORTEDLY_BENCH", file=sys.stderr)
        return 2
    wanted = given.only.split(",") if given.only else [*TASKS, "speed"]
    found: dict[str, Any] = json.loads(STORE.read_text(encoding="utf-8")) if STORE.exists() else {}
    for task in wanted:
        print(f"{task} …", flush=True)
        with tempfile.TemporaryDirectory() as work:
            articles = given.bench / "timeline" / "t17-articles.jsonl.gz"
            figures = (speed.measure(articles, given.reports) if task == "speed" else
                       speed.grown(articles, SCALES) if task == "scale" else
                       {folder.name: pages.measure(folder) for folder in given.stories} if task == "pages" else
                       TASKS[task](given.bench, Path(work)))
        found[task] = {"figures": figures, "commit": commit(), "day": datetime.date.today().isoformat(),
                       "machine": f"{os.cpu_count()} cores, {platform.machine()}, Python {platform.python_version()}"}
        STORE.write_text(json.dumps(found, indent=1, sort_keys=True) + "\n", encoding="utf-8")
    found = json.loads(STORE.read_text(encoding="utf-8"))  # in the order of the store, whatever was run this time
    (HERE / "RESULTS.md").write_text(results.page(found, digests(given.bench)), encoding="utf-8")
    print("bench/RESULTS.md is written")
    return 0


if __name__ == "__main__":
    sys.exit(main())
