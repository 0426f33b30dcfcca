#!/usr/bin/env python3
"""Draw the sentences to label for forecasts and explanations: python bench/sets/sentences/draw.py BENCH [--show FILE]

Sentences of at least six words from the bodies of open reports: `korea-2024`, `equifax-2017`, the open stories of
`story-clustering`, and 400 articles of `timeline`. Three seeded draws, none twice: any sentence; sentences with a word
of a wide net for what is to come; sentences with a word of a wide net for causes. `pool` says how many sentences each
draw was made from. `--check` draws 230 more from other reports into `check.jsonl`: a part kept aside. `--show` writes
the words as well, for whoever labels; that file stays out of the project. `--rows FILE` draws nothing, but writes the
reports that hold the sentences drawn, for the door.
"""
from __future__ import annotations

import argparse
import gzip
import json
import random
import re
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from reportedly.annotate.pipeline import EnglishPipeline, default_annotators
from reportedly.evaluate.plain_articles import plain_article

SEED = 20261126
SIZES = (340, 320, 220)
"""Of any kind, with a word of what is to come, with a word of causes."""
CHECK = (50, 90, 90)
"""The same for the part kept aside."""
T17 = 400
A_REPORT = 4
_AHEAD = re.compile(r"""\b(?:will|won't|'ll|would|could|may|might|should|shall|likely|
    unlikely|expect\w*|forecast\w*|predict\w*|plan\w*|intend\w*|promis\w*|vow\w*|threat\w*|warn\w*|fear\w*|
    hop(?:e|es|ed|ing)|if|unless|until|by|next|tomorrow|soon|later|eventual\w*|possib\w*|probab\w*|potential\w*|risk\w*|
    prospect\w*|aim\w*|scheduled|upcoming|coming|future)\b""", re.IGNORECASE | re.VERBOSE)
_CAUSES = re.compile(r"""\b(?:because|cause[sd]?|causing|due\ to|owing|behind|motiv\w*|reason\w*|blam\w*|why|led\ to|
    leads?\ to|leading\ to|result\w*|stag\w+|attempt\w*|in\ order|so\ that|driven|over|theor\w*|suspect\w*|
    responsib\w*|after|amid|since|as|thanks\ to|trigger\w*|spark\w*|prompt\w*|fuel\w*|explain\w*|explanation|aimed|
    designed|effort\ to|bid\ to|fault|failure|error|accus\w*|allege\w*|sabotage|conspir\w*|orchestrat\w*|pretext|
    provo\w*|link\w*|attribut\w*|to\ (?:make|keep|stop|prevent|avoid|win|force))\b""", re.IGNORECASE | re.VERBOSE)


def articles(bench: Path, part: int) -> Iterator[tuple[str, str, str | None, str]]:
    """Set, id of the report, publication, text; the second part has other articles of `timeline`."""
    for name in ("korea-2024", "equifax-2017"):
        with (bench / f"stories/{name}.jsonl").open(encoding="utf-8") as lines:
            for row in map(json.loads, lines):
                yield f"stories/{name}", row["url"], row["published"], row["text"]
    for name in ("news-cluster", "basil"):
        with gzip.open(bench / f"story-clustering/{name}.dev.jsonl.gz", "rt", encoding="utf-8") as lines:
            for row in map(json.loads, lines):
                yield f"story-clustering/{name}", row["id"], row["published"], row["text"]
    with gzip.open(bench / "timeline/t17-articles.jsonl.gz", "rt", encoding="utf-8") as lines:
        rows = [json.loads(line) for line in lines]
    for row in random.Random(SEED).sample(rows, 2 * T17)[part * T17:(part + 1) * T17]:
        yield "timeline/t17", row["id"], row["published"], row["text"]


def sentences(found: Iterable[tuple[str, str, str | None, str]]) -> Iterator[dict[str, Any]]:
    splitter = EnglishPipeline(default_annotators()[:1])
    for source, name, published, text in found:
        [article] = splitter.annotate([plain_article(text, published=published)])
        before = ""
        for sentence in article.sentences:
            words = sentence.span.exact
            if len(words.split()) >= 6 and len(words) < 700:
                yield {"set": source, "id": name, "start": sentence.span.start, "end": sentence.span.end,
                       "published": published, "words": " ".join(words.split()), "before": before}
            before = " ".join(words.split())


def draw(found: list[dict[str, Any]], sizes: tuple[int, int, int], seed: int) -> Iterator[dict[str, Any]]:
    chance = random.Random(seed)
    taken: set[tuple[str, int]] = set()
    used: dict[str, int] = {}
    pools = (found, [x for x in found if _AHEAD.search(x["words"])], [x for x in found if _CAUSES.search(x["words"])])
    for name, pool, number in zip(("any", "ahead", "causes"), pools, sizes, strict=True):
        for item in chance.sample(pool, len(pool)):
            key = (item["id"], item["start"])
            if number and key not in taken and used.get(item["id"], 0) < A_REPORT:
                taken.add(key)
                used[item["id"]] = used.get(item["id"], 0) + 1
                number -= 1
                yield {"draw": name, "pool": len(pool), **item}


def write_rows(bench: Path, folder: Path, output: Path) -> None:
    """`{id, published, text}` of each report that holds a labelled sentence, once."""
    wanted = {json.loads(line)["id"] for name in ("sentences", "check")
              for line in (folder / f"{name}.jsonl").read_text("utf-8").splitlines()}
    with output.open("w", encoding="utf-8") as out:
        for part in (0, 1):
            for _, name, published, text in articles(bench, part):
                if name in wanted:
                    wanted.discard(name)
                    out.write(json.dumps({"id": name, "published": published, "text": text}) + "\n")


def main() -> None:
    reader = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    reader.add_argument("bench", type=Path)
    reader.add_argument("--show", type=Path)
    reader.add_argument("--check", action="store_true")
    reader.add_argument("--rows", type=Path)
    options = reader.parse_args()
    folder = Path(__file__).parent
    if options.rows:
        write_rows(options.bench, folder, options.rows)
        return
    first = {item[1] for item in articles(options.bench, 0)}
    if options.check:
        read = {json.loads(line)["id"] for line in (folder / "sentences.jsonl").read_text("utf-8").splitlines()}
        others = [item for part in (0, 1) for item in articles(options.bench, part)
                  if item[1] not in (first if part else read)]
        drawn = list(draw(list(sentences(others)), CHECK, SEED + 1))
    else:
        drawn = list(draw(list(sentences(articles(options.bench, 0))), SIZES, SEED))
    random.Random(SEED).shuffle(drawn)
    with (folder / ("check.jsonl" if options.check else "sentences.jsonl")).open("w", encoding="utf-8") as out:
        for number, item in enumerate(drawn, 1):
            kept = {key: value for key, value in item.items() if key not in ("words", "before")}
            out.write(json.dumps({"sentence": number, **kept}) + "\n")
    if options.show:
        with options.show.open("w", encoding="utf-8") as out:
            for number, item in enumerate(drawn, 1):
                out.write(f"{number} [{(item['published'] or 'undated')[:10]}]\n  before: {item['before']}\n"
                          f"  SENTENCE: {item['words']}\n")


if __name__ == "__main__":
    main()
