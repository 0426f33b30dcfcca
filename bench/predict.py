#!/usr/bin/env python3
"""One door to every bench task: input fields in, predictions out; answers are never read.

    python bench/predict.py TASK INPUT -o PRED [--tasks FILE]

TASK: attribution, timex, entities, clusters, nli, copies, claims, disputes, sentences, extraction, timeline, story
(JSONL in, JSONL out; `.gz` is read; extraction takes the folder of pages; timeline needs --tasks; story and extraction
write one JSON).
"""

from __future__ import annotations

import argparse
import gzip
import json
import sys
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import Any

Row = dict[str, Any]
FIELDS = {
    "attribution": ("id", "publisher", "published", "title", "author", "text"),
    "timex": ("id", "dct", "text"),
    "entities": ("id", "genre", "published", "title", "text"),
    "clusters": ("id", "outlet", "published", "title", "text", "url"),
    "timeline": ("id", "topic", "source", "published", "title", "text"),
    "nli": ("premise", "hypothesis"),
    "copies": ("id", "published", "text"),
    "claims": ("story", "id", "url", "outlet", "published", "title", "text"),
    "sentences": ("id", "published", "text"),
    "disputes": ("story", "id", "url", "outlet", "published", "title", "text"),
    "story": ("url", "outlet", "published", "title", "text"),
    "tasks": ("id", "topic", "days", "first", "last", "sentences_a_day"),
}
"""What may be read of a row; whatever else it holds is dropped before a predictor sees it."""


def rows(path: Path, task: str) -> Iterator[Row]:
    """The rows of a JSONL file, input fields only."""
    with gzip.open(path, "rt", encoding="utf-8") if path.suffix == ".gz" else path.open(encoding="utf-8") as lines:
        for line in lines:
            if line.strip():
                row = json.loads(line)
                yield {field: row[field] for field in FIELDS[task] if field in row}


def attribution(path: Path, _: Path | None) -> Iterable[Row]:
    from reportedly.evaluate.attribution import predict
    return predict(rows(path, "attribution"))


def timex(path: Path, _: Path | None) -> Iterable[Row]:
    from reportedly.evaluate.timex import predict
    return predict(rows(path, "timex"))


def entities(path: Path, _: Path | None) -> Iterable[Row]:
    from reportedly.evaluate.entities import predict
    return predict(rows(path, "entities"))


def clusters(path: Path, _: Path | None) -> Iterable[Row]:
    from reportedly.evaluate.clusters import predict
    return predict(rows(path, "clusters"))


def nli(path: Path, _: Path | None) -> Iterable[Row]:
    from reportedly.evaluate.nli import predict
    return predict(rows(path, "nli"))


def copies(path: Path, _: Path | None) -> Iterable[Row]:
    from reportedly.evaluate.copies import predict
    return predict(rows(path, "copies"))


def claims(path: Path, _: Path | None) -> Iterable[Row]:
    from reportedly.evaluate.claims import predict
    return predict(rows(path, "claims"))


def sentences(path: Path, _: Path | None) -> Iterable[Row]:
    from reportedly.evaluate.sentences import predict
    return predict(rows(path, "sentences"))


def disputes(path: Path, _: Path | None) -> Iterable[Row]:
    from reportedly.evaluate.disputes import predict
    return predict(rows(path, "disputes"))


def timeline(path: Path, tasks: Path | None) -> Iterable[Row]:
    from reportedly.evaluate.timeline import predict
    if tasks is None:
        raise SystemExit("timeline needs --tasks FILE: how many days, which span, how many sentences a day")
    return predict(rows(path, "timeline"), rows(tasks, "tasks"))


def extraction(path: Path, _: Path | None) -> Any:
    from reportedly.evaluate.extraction import predict
    return predict(path)


def story(path: Path, _: Path | None) -> Any:
    from reportedly.evaluate.story import predict
    return predict(rows(path, "story"))


LINES: dict[str, Callable[[Path, Path | None], Iterable[Row]]] = {
    "attribution": attribution, "timex": timex, "entities": entities, "clusters": clusters, "nli": nli,
    "copies": copies, "claims": claims, "sentences": sentences, "disputes": disputes,
    "timeline": timeline}
WHOLE: dict[str, Callable[[Path, Path | None], Any]] = {"extraction": extraction, "story": story}


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("task", choices=sorted(LINES | WHOLE))
    parser.add_argument("input", type=Path)
    parser.add_argument("-o", "--output", type=Path, required=True)
    parser.add_argument("--tasks", type=Path)
    given = parser.parse_args()
    if not given.input.exists():
        print(f"{given.input} does not exist", file=sys.stderr)
        return 2
    with given.output.open("w", encoding="utf-8") as out:
        if given.task in LINES:
            for row in LINES[given.task](given.input, given.tasks):
                out.write(json.dumps(row, ensure_ascii=False) + "\n")
        else:
            json.dump(WHOLE[given.task](given.input, given.tasks), out, ensure_ascii=False)
    return 0


if __name__ == "__main__":
    sys.exit(main())
