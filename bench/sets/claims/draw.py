#!/usr/bin/env python3
"""Draw the pairs to label: python bench/sets/claims/draw.py BENCH [--show FILE]

Units are what statements say and the outlets' own sentences (at least five words) of `korea-2024` and the open
stories of `story-clustering`; pairs are of two reports of one story. How alike their words are sorts the pairs into
strata, from each of which a seeded draw takes so many, at most `A_STORY` of one story; `pool` says how many pairs the
stratum has. `--show` writes the words of each pair as well, for whoever labels; that file stays out of the project.
"""
from __future__ import annotations

import argparse
import gzip
import json
import random
from collections import Counter, defaultdict
from collections.abc import Iterator
from itertools import combinations
from pathlib import Path
from typing import Any

from reportedly.evaluate.story import annotate_rows
from reportedly.records.annotation import AnnotatedArticle
from reportedly.records.article import ZoneKind
from reportedly.text.weights import similarity

STRATA = (("a", 0.45, 130), ("b", 0.3, 140), ("c", 0.18, 130), ("d", 0.08, 70), ("e", 0.0, 40))
"""Name, least likeness, how many are drawn."""
A_STORY = {"korea-2024": 30}
A_STORY_ELSE = 8
FEWEST_WORDS = 5
SEED = 20261126
Unit = tuple[str, int, int, str, tuple[str, ...], str]


def stories(bench: Path) -> Iterator[tuple[str, list[dict[str, Any]]]]:
    rows: dict[str, list[dict[str, Any]]] = defaultdict(list)
    with (bench / "stories/korea-2024.jsonl").open(encoding="utf-8") as lines:
        rows["korea-2024"] = [json.loads(line) for line in lines]
    for name in ("news-cluster", "basil"):
        with gzip.open(bench / f"story-clustering/{name}.dev.jsonl.gz", "rt", encoding="utf-8") as lines:
            for row in map(json.loads, lines):
                rows[row["story"]].append(row)
    yield from sorted(rows.items())


def units(report: AnnotatedArticle, name: str) -> Iterator[Unit]:
    """What is said, and sentences that no statement covers by half: report, start, end, words, terms, voice."""
    said = []
    for statement in report.statements:
        first, last = statement.content[0], statement.content[-1]
        said.append((first.start, last.end))
        if len(statement.text.split()) >= FEWEST_WORDS and last.end - first.start < 600:
            words = f"[{statement.speaker} {statement.cue}] {statement.text}"
            yield name, first.start, last.end, words, statement.terms, "said"
    terms = {mention.clause.start: mention.terms for mention in report.events}
    for sentence in report.sentences:
        span = sentence.span
        covered = sum(max(0, min(span.end, end) - max(span.start, start)) for start, end in said)
        is_own = sentence.zone is ZoneKind.BODY and covered * 2 < span.end - span.start
        if is_own and len(span.exact.split()) >= FEWEST_WORDS:
            own = {term for start, words in terms.items() if span.start <= start < span.end for term in words}
            yield name, span.start, span.end, span.exact, tuple(sorted(own)), "own"


def draw(bench: Path) -> Iterator[dict[str, Any]]:
    chance = random.Random(SEED)
    pools: dict[str, list[tuple[str, Unit, Unit, float]]] = defaultdict(list)
    for story, rows in stories(bench):
        names = {f"row:{number}": str(row.get("id") or row.get("url")) for number, row in enumerate(rows, 1)}
        of_report = [list(units(report, names[report.article.name])) for report in annotate_rows(rows)]
        for one, other in combinations(of_report, 2):
            for first in one:
                for second in other:
                    alike = similarity(first[4], second[4]) if first[4] and second[4] else 0.0
                    stratum = next(name for name, least, _ in STRATA if alike >= least)
                    pools[stratum].append((story, first, second, alike))
    for stratum, _, number in STRATA:
        pool, taken, used = pools[stratum], 0, Counter[str]()
        for story, first, second, _ in chance.sample(pool, len(pool)):
            if taken < number and used[story] < A_STORY.get(story, A_STORY_ELSE):
                taken += 1
                used[story] += 1
                yield {"story": story, "stratum": stratum, "pool": len(pool), "a": first, "b": second}


def main() -> None:
    reader = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    reader.add_argument("bench", type=Path)
    reader.add_argument("--show", type=Path)
    options = reader.parse_args()
    pairs = list(draw(options.bench))
    random.Random(SEED).shuffle(pairs)
    with Path(__file__).with_name("pairs.jsonl").open("w", encoding="utf-8") as out:
        for number, pair in enumerate(pairs, 1):
            kept = {key: pair[key] for key in ("story", "stratum", "pool")}
            sides = {side: [*pair[side][:3], pair[side][5]] for side in ("a", "b")}
            out.write(json.dumps({"pair": number, **kept, **sides}) + "\n")
    if options.show:
        with options.show.open("w", encoding="utf-8") as out:
            for number, pair in enumerate(pairs, 1):
                out.write(f"{number}\n A: {' '.join(pair['a'][3].split())}\n B: {' '.join(pair['b'][3].split())}\n")


if __name__ == "__main__":
    main()
