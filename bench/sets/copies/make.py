#!/usr/bin/env python3
"""Make the set of altered copies: python bench/sets/copies/make.py BENCH -o FOLDER [--each 250] [--seed 7]

Originals are open texts of the bench (Timeline17, story-clustering); nothing of them is kept in this repository. Writes
`reports.jsonl`, what the door reads, and `gold.jsonl`: {id, of, kind} for each variant. Kinds: a new headline and date
line; furniture between paragraphs; half kept; 5 and 15 words in 100 changed; three sentences of another report put in;
40 in 100 of it inside another report; an excerpt of 25 in 100; and the 60 paraphrases of `paraphrases.jsonl`, each
beside the passage that it was written from.
"""

from __future__ import annotations

import argparse
import gzip
import json
import random
import re
from collections.abc import Callable, Container, Iterator
from pathlib import Path
from typing import Any

FEWEST_WORDS, MOST_WORDS = 250, 1200
RUN, MOST_SHARED = 6, 8
"""Words of a run, and runs that two originals may share."""
FURNITURE = ("Share this story", "Read more: ten quiet walks", "Advertisement", "Sign up for our newsletter",
             "Follow us on social media", "Related: what we know so far")
_SENTENCE = re.compile(r"(?<=[.!?])\s+")
Rng = random.Random


SETS = {"t17": "timeline/t17-articles.jsonl.gz", "news-cluster": "story-clustering/news-cluster.dev.jsonl.gz",
        "basil": "story-clustering/basil.dev.jsonl.gz"}


def texts(bench: Path) -> Iterator[tuple[str, str, str]]:
    """Set, id and text of every open report."""
    for name, path in SETS.items():
        with gzip.open(bench / path, "rt", encoding="utf-8") as lines:
            for line in lines:
                row = json.loads(line)
                yield name, row["id"], str(row["text"])


def originals(bench: Path, paraphrased: Container[tuple[str, str]]) -> Iterator[str]:
    """Texts of fitting length that share no more than a sentence or two with one before: reprints among the originals
    would count as mistakes. What is paraphrased is left out."""
    seen: set[tuple[str, ...]] = set()
    for name, number, text in texts(bench):
        words = re.findall(r"\w+", text.lower())
        runs = {tuple(words[at:at + RUN]) for at in range(len(words) - RUN + 1)}
        if FEWEST_WORDS <= len(words) <= MOST_WORDS and len(runs & seen) <= MOST_SHARED:
            seen |= runs
            if (name, number) not in paraphrased:
                yield text


def paraphrased() -> dict[tuple[str, str], dict[str, Any]]:
    """What was written, by set and id of the report."""
    with Path(__file__).with_name("paraphrases.jsonl").open(encoding="utf-8") as lines:
        return {(row["set"], row["id"]): row for row in map(json.loads, lines)}


def paraphrases(bench: Path) -> Iterator[tuple[str, str]]:
    """The passage that was read, and what was written of it."""
    rows = paraphrased()
    for name, number, text in texts(bench):
        if row := rows.get((name, number)):
            yield text[:row["read"]], row["text"]


def sentences(text: str) -> list[str]:
    return [part for part in _SENTENCE.split(" ".join(text.split())) if part]


def changed(text: str, other: str, rng: Rng, share: float) -> str:
    """That share of the words replaced by words of another report."""
    words, pool = text.split(), other.split()
    return " ".join(rng.choice(pool) if rng.random() < share else word for word in words)


def part_of(text: str, rng: Rng, share: float) -> list[str]:
    """Neighbouring sentences that make up about so much of the text."""
    parts, wanted = sentences(text), share * len(text.split())
    start = rng.randrange(max(1, int(len(parts) * (1 - share))))
    taken: list[str] = []
    for part in parts[start:]:
        if sum(len(other.split()) for other in taken) >= wanted:
            break
        taken.append(part)
    return taken


def local(text: str, other: str, rng: Rng) -> str:
    parts, new = sentences(text), sentences(other)[:3]
    at = rng.randrange(1, len(parts))
    return " ".join([*parts[:at], *new, *parts[at:]])


def furnished(text: str, rng: Rng) -> str:
    return "\n".join(line for part in sentences(text) for line in ([part, rng.choice(FURNITURE)]
                                                                   if rng.random() < 0.15 else [part]))


KINDS: dict[str, Callable[[str, str, Rng], str]] = {
    "headline and date line": lambda text, _, rng: f"NEW HEADLINE {rng.randrange(999)}\nMARL, May 4 — {text}",
    "furniture": lambda text, _, rng: furnished(text, rng),
    "half kept": lambda text, _, rng: " ".join(part_of(text, rng, 0.5)),
    "5 % of words changed": lambda text, other, rng: changed(text, other, rng, 0.05),
    "15 % of words changed": lambda text, other, rng: changed(text, other, rng, 0.15),
    "local insert": local,
    "40 % embedded": lambda text, other, rng: " ".join(
        [*sentences(other)[:8], *part_of(text, rng, 0.4), *sentences(other)[8:16]]),
    "25 % excerpt": lambda text, _, rng: " ".join(part_of(text, rng, 0.25)),
}


MIXED = ("local insert", "40 % embedded")
"""Kinds that hold sentences of another report: two of them with the same one share that."""


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("bench", type=Path)
    parser.add_argument("-o", "--output", type=Path, required=True)
    parser.add_argument("--each", type=int, default=250)
    parser.add_argument("--seed", type=int, default=7)
    given = parser.parse_args()
    written = list(paraphrases(given.bench))
    rng, found = Rng(given.seed), list(originals(given.bench, paraphrased()))
    rng.shuffle(found)
    chosen, spare = found[:given.each], found[given.each:]
    given.output.mkdir(parents=True, exist_ok=True)
    reports: list[dict[str, Any]] = [{"id": f"o{at}", "text": text} for at, text in enumerate(chosen)]
    gold: list[dict[str, Any]] = []
    for kind, change in KINDS.items():
        for at, text in enumerate(chosen):
            name, other = f"v{len(gold)}", rng.randrange(len(spare))
            reports.append({"id": name, "text": change(text, spare[other], rng)})
            gold.append({"id": name, "of": f"o{at}", "kind": kind, "with": other if kind in MIXED else None})
    for at, (passage, words) in enumerate(written):
        reports += [{"id": f"p{at}", "text": passage}, {"id": f"w{at}", "text": words}]
        gold.append({"id": f"w{at}", "of": f"p{at}", "kind": "paraphrase", "with": None})
    for file, rows in (("reports", reports), ("gold", gold)):
        (given.output / f"{file}.jsonl").write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")


if __name__ == "__main__":
    main()
