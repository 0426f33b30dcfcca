"""Builds src/reportedly/text/term_weights.tsv: how common each lemma is in news, from the open benches.

    python bench/build_term_weights.py [--bench DIR] [--out FILE]

Rate of a lemma = share of documents that hold it, taken in each group of documents by itself (four topics of
Timeline17, and the political news of PolNeAR) and then the median over the groups: words that are frequent in one
story only (its names, its theme) stay rare, as they should for every other story.
"""

from __future__ import annotations

import argparse
import gzip
import json
import os
from collections import Counter
from pathlib import Path
from statistics import median

from reportedly.annotate.terms import terms_of
from reportedly.models.spacy_pipeline import english

EVERY = 2
"""One article of so many is counted in each topic: rates are stable from about 100 documents on."""
CHARACTERS_A_DOCUMENT = 4_000
KEEP = 8_000
SMALLEST_RATE = 0.0015


def documents(bench: Path) -> dict[str, list[str]]:
    """Texts by group."""
    groups: dict[str, list[str]] = {}
    with gzip.open(bench / "timeline" / "t17-articles.jsonl.gz", "rt", encoding="utf-8") as lines:
        for row in map(json.loads, lines):
            groups.setdefault(row["topic"], []).append(row["text"])
    with (bench / "attribution" / "train.jsonl").open(encoding="utf-8") as lines:
        groups["politics"] = [row["text"] for row in map(json.loads, lines)]
    return {topic: texts[::EVERY] for topic, texts in sorted(groups.items())}


def rates(texts: list[str]) -> dict[str, float]:
    """Share of the texts that hold each lemma."""
    counts: Counter[str] = Counter()
    short = (text[:CHARACTERS_A_DOCUMENT] for text in texts)
    for doc in english().pipe(short, disable=["parser", "ner"], batch_size=32):
        counts.update(set(terms_of(doc)))
    return {term: count / len(texts) for term, count in counts.items()}


def main() -> None:
    """Count and write."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("--bench", type=Path, default=Path(os.environ.get("REPORTEDLY_BENCH", "../shared/bench")))
    parser.add_argument("--out", type=Path, default=Path("src/reportedly/text/term_weights.tsv"))
    options = parser.parse_args()
    tables = [rates(texts) for texts in documents(options.bench).values()]
    terms = set().union(*tables)
    middle = {term: median(table.get(term, 0.0) for table in tables) for term in terms if not term[0].isdigit()}
    kept = sorted((term for term in middle if middle[term] >= SMALLEST_RATE), key=lambda term: (-middle[term], term))
    rows = (f"{term}\t{middle[term]:.4f}\n" for term in kept[:KEEP])
    options.out.write_text("".join(rows), encoding="utf-8")
    print(f"{len(kept)} terms kept of {len(terms)}, written to {options.out}")


if __name__ == "__main__":
    main()
