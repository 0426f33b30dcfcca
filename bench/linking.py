#!/usr/bin/env python3
"""What linking and weighing cost beside annotating with spaCy alone, and how it grows.

    python bench/linking.py annotate ARTICLES.jsonl.gz --into FOLDER [--topic bp-oil-spill]
    python bench/linking.py measure ARTICLES.jsonl.gz --from FOLDER [--topic bp-oil-spill] --reports 700 1400

`annotate` keeps each article with its layers in FOLDER (half a second of one core each), so that `measure` need not
do it again. `measure` starts a process for each number of reports, reads the annotated ones, scores their pairs in
order as a build does, and composes the whole dossier; seconds are of one processor, memory the process's peak with the
reports in it. spaCy's pipeline alone over the same texts runs in a process of its own.
"""

from __future__ import annotations

import argparse
import gzip
import json
import os
import pickle
import resource
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import Any

from speed import ONE_THREAD, spacy_alone, write_rows

BATCH = 100


def rows_of(path: Path, topic: str | None) -> list[dict[str, Any]]:
    """The articles of a topic, or all, in the order of the file."""
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        rows = [json.loads(line) for line in lines]
    return [{"url": f"https://bench.example/{row['id']}", "outlet": row["source"], "published": row["published"],
             "title": row["title"], "text": row["text"]} for row in rows if topic in (None, row["topic"])]


def annotate(path: Path, topic: str | None, folder: Path) -> None:
    """Write the annotated articles in batches; batches that are there already are left."""
    from reportedly.evaluate.story import annotate_rows

    folder.mkdir(parents=True, exist_ok=True)
    rows = rows_of(path, topic)
    for start in range(0, len(rows), BATCH):
        name = folder / f"{topic or 'all'}-{start:05}.pickle"
        if not name.exists():
            name.write_bytes(pickle.dumps(annotate_rows(rows[start:start + BATCH])))
            print(f"{start + BATCH} of {len(rows)}", flush=True)


def link(folder: Path, topic: str | None, reports: int) -> dict[str, float]:
    """Processor seconds of scoring pairs and of composing the dossier, and the peak of memory, in this process."""
    from reportedly.collecting import without_collecting
    from reportedly.dossier.compose import compose
    from reportedly.engine.components import default_linkers
    from reportedly.link.pairing import all_pairs
    from reportedly.records.linked import StoryState

    found: list[Any] = []
    with without_collecting():
        for name in sorted(folder.glob(f"{topic or 'all'}-*.pickle"))[:-(-reports // BATCH)]:
            found += pickle.loads(name.read_bytes())
        seen: dict[str, Any] = {report.article.id: report for report in found[:reports]}
        held = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024
        start = time.process_time()
        pairs = all_pairs(default_linkers(), seen.values())
        linked = time.process_time()
        ordered = sorted(seen.values(), key=lambda one: (one.article.published_day or "9999", one.article.id))
        compose(StoryState(title="bench", reports=tuple(ordered), pairs=pairs, unread=(), superseded={}, older=(),
                           revision=1, known_at="", as_of=None))
        weighed = time.process_time()
    return {"reports": len(seen), "pairs": len(pairs), "link_s": linked - start, "weigh_s": weighed - linked,
            "held_mb": held / 1e6, "peak_mb": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024 / 1e6}


def measure(path: Path, topic: str | None, folder: Path, reports: int) -> dict[str, float]:
    """`link` in a process of its own, beside spaCy's pipeline alone."""
    command = [sys.executable, __file__, "link", str(path), "--from", str(folder), "--reports", str(reports),
               *(("--topic", topic) if topic else ())]
    done = subprocess.run(command, check=True, stdout=subprocess.PIPE, text=True, env={**os.environ, **ONE_THREAD})
    figures: dict[str, float] = json.loads(done.stdout)
    with tempfile.TemporaryDirectory() as name:
        alone = spacy_alone(write_rows(Path(name) / "rows.jsonl", rows_of(path, topic)[:reports]), **ONE_THREAD)
    figures |= {"spacy_s": alone["cpu_s"], "words": alone["words"]}
    return figures | {"ratio": (figures["link_s"] + figures["weigh_s"]) / alone["cpu_s"]}


def main() -> None:
    reader = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    reader.add_argument("what", choices=("annotate", "measure", "link"))
    reader.add_argument("articles", type=Path)
    reader.add_argument("--topic")
    reader.add_argument("--into", "--from", dest="folder", type=Path, required=True)
    reader.add_argument("--reports", type=int, nargs="+", default=[700, 1400])
    options = reader.parse_args()
    if options.what == "annotate":
        annotate(options.articles, options.topic, options.folder)
    elif options.what == "link":
        print(json.dumps(link(options.folder, options.topic, options.reports[0])))
    else:
        for reports in options.reports:
            print(json.dumps(measure(options.articles, options.topic, options.folder, reports)), flush=True)


if __name__ == "__main__":
    main()
