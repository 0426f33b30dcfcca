"""Scores the attributions and speakers found in the seed report against gold that is nothing but offsets.

    python -m reportedly.evaluate.seed tests/quality/seed_attributions.json [BENCH]

BENCH is the folder of the bench data (default: REPORTEDLY_BENCH). The report's words are printed, never kept.
A found attribution is right when it shares at least half of its content with a gold one and their sources share a
token, or neither has a source. Gold marked `optional` is what careful readers differ about: finding it is neither
right nor wrong. `parent` is the number of the gold attribution it stands in, `note` says what is special about it.
"""

from __future__ import annotations

import json
import os
import re
import sys
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from typing import Any

from reportedly.annotate.pipeline import EnglishPipeline
from reportedly.read.reader import read_report
from reportedly.records.annotation import AnnotatedArticle
from reportedly.records.article import RawReport
from reportedly.text.normalise import fold

_TOKEN = re.compile(r"\w+|[^\w\s]")
_LEAST_SHARED = 0.5
_NAMED = frozenset({"person", "organization"})
Offsets = Sequence[Sequence[int]]


@dataclass(frozen=True, slots=True)
class Marked:
    """One attribution, of gold or of the product, by offsets."""

    source: Offsets
    cue: Offsets
    content: Offsets
    cue_class: str
    names: tuple[str, ...]
    """The name the speaker resolves to, of the product's with all its spellings; empty where nobody is named."""
    optional: bool = False


@dataclass(frozen=True, slots=True)
class SeedScore:
    """What was found of the gold."""

    pairs: tuple[tuple[Marked, Marked], ...]
    """(gold, found), optional gold included."""
    misses: tuple[Marked, ...]
    """Gold that was not found, optional gold left out."""
    false: tuple[Marked, ...]

    @property
    def counted(self) -> tuple[tuple[Marked, Marked], ...]:
        """The pairs whose gold counts."""
        return tuple(pair for pair in self.pairs if not pair[0].optional)

    @property
    def precision(self) -> float:
        """Share of what was found that is right."""
        return _share(len(self.counted), len(self.counted) + len(self.false))

    @property
    def recall(self) -> float:
        """Share of the gold that was found."""
        return _share(len(self.counted), len(self.counted) + len(self.misses))

    @property
    def f1(self) -> float:
        """Harmonic mean of both."""
        return _share(2 * self.precision * self.recall, self.precision + self.recall)

    @property
    def speakers(self) -> tuple[int, int]:
        """(right, of): the named speakers of all gold that counts; what was not found has none right."""
        named = [gold for gold in (*(gold for gold, _ in self.counted), *self.misses) if gold.names]
        return sum(same_name(*pair) for pair in self.counted if pair[0].names), len(named)

    @property
    def classes(self) -> tuple[int, int]:
        """(right, of): the cue classes of the pairs that count."""
        return sum(gold.cue_class == found.cue_class for gold, found in self.counted), len(self.counted)


def score(text: str, gold: Sequence[Marked], found: Sequence[Marked]) -> SeedScore:
    """Pair gold and found one to one, best content first."""
    tokens = [match.span() for match in _TOKEN.finditer(text)]
    owned = [[_tokens(tokens, offsets) for offsets in (item.source, item.content)] for item in (*gold, *found)]
    ours, theirs = owned[:len(gold)], owned[len(gold):]
    candidates = sorted((-shared, optional, g, f) for g, one in enumerate(ours) for f, other in enumerate(theirs)
                        if (shared := _shared(one[1], other[1])) >= _LEAST_SHARED and _same_source(one[0], other[0])
                        for optional in [gold[g].optional])
    taken: dict[int, int] = {}
    for _, _, g, f in candidates:
        if g not in taken and f not in taken.values():
            taken[g] = f
    return SeedScore(
        pairs=tuple((gold[g], found[f]) for g, f in sorted(taken.items())),
        misses=tuple(item for g, item in enumerate(gold) if g not in taken and not item.optional),
        false=tuple(item for f, item in enumerate(found) if f not in taken.values()))


def same_name(gold: Marked, found: Marked) -> bool:
    """The speaker is right when the words of one name hold those of a spelling of the other."""
    ours, theirs = ([set(fold(name).split()) - {"the"} for name in item.names] for item in (gold, found))
    return any(one <= other or other <= one for one in ours for other in theirs if one and other)


def gold_of(rows: Iterable[dict[str, Any]], text: str) -> list[Marked]:
    """The gold attributions; the name a speaker resolves to is read from the text."""
    return [Marked(row["source"], row["cue"], row["content"], row["class"],
                   (text[slice(*row["speaker"])],) if row["speaker"] else (), row.get("optional", False))
            for row in rows]


def found_of(annotated: AnnotatedArticle) -> list[Marked]:
    """The product's attributions, each with the speaker of its statement where it has one."""
    statements = {item.attribution: item for item in annotated.statements}
    aliases = {item.id: item.aliases for item in annotated.entities}
    out = []
    for item in annotated.attributions:
        statement = statements.get(item.id)
        names: tuple[str, ...] = ()
        if statement is not None and statement.speaker_kind in _NAMED:
            names = (statement.speaker, *(aliases[statement.entity] if statement.entity else ()))
        source, cue, content = ([[span.start, span.end] for span in spans]
                                for spans in (item.source, item.cue, item.content))
        out.append(Marked(source, cue, content, item.cue_class.value, names))
    return out


def read_gold(path: Path, report: bytes) -> list[Marked]:
    """The gold for exactly this report. Raises ValueError for another one."""
    gold = json.loads(path.read_text(encoding="utf-8"))
    if gold["sha256"] != sha256(report).hexdigest():
        raise ValueError(f"{path} marks another report than the one given: its digest is {gold['sha256']}")
    return gold_of(gold["attributions"], report.decode())


def seed_score(report: bytes, gold: Path, pipeline: EnglishPipeline | None = None) -> SeedScore:
    """The product on the seed report. Raises ValueError when the gold is not that report's."""
    marked = read_gold(gold, report)
    article = read_report(RawReport(data=report, media="text", where="seed", name="report.txt"))
    annotated = (pipeline or EnglishPipeline()).annotate_one(article)
    return score(article.text, marked, found_of(annotated))


def lines(result: SeedScore, text: str) -> Iterator[str]:
    """The score as a person reads it: figures, then misses, false ones and wrong speakers with their words."""
    right, named = result.speakers
    yield (f"attributions P {result.precision:.3f} R {result.recall:.3f} F1 {result.f1:.3f} "
           f"({len(result.counted)} right, {len(result.misses)} missed, {len(result.false)} false)")
    yield f"speakers {right}/{named}"
    yield "cue classes {}/{}".format(*result.classes)
    for title, items in (("missed", result.misses), ("false", result.false)):
        yield from (f"{title}: {_shown(item, text)}" for item in items)
    yield from (f"speaker: {_name(found)} for {_name(gold)}: {_shown(gold, text)}"
                for gold, found in result.counted if (gold.names or found.names) and not same_name(gold, found))
    yield from (f"class: {found.cue_class} for {gold.cue_class}: {_shown(gold, text)}"
                for gold, found in result.counted if found.cue_class != gold.cue_class)


def _name(item: Marked) -> str:
    return item.names[0] if item.names else "nobody named"


def _shown(item: Marked, text: str) -> str:
    parts = (" … ".join(text[start:end] for start, end in offsets) for offsets in (item.source, item.cue, item.content))
    at = [start for offsets in (item.source, item.cue, item.content) for start, _ in offsets]
    return f"[{min(at, default=0)}] " + " | ".join(parts)


def _tokens(tokens: Iterable[tuple[int, int]], offsets: Offsets) -> frozenset[int]:
    return frozenset(number for number, (start, end) in enumerate(tokens)
                     if any(start < last and first < end for first, last in offsets))


def _shared(one: frozenset[int], other: frozenset[int]) -> float:
    return _share(len(one & other), len(one | other))


def _same_source(one: frozenset[int], other: frozenset[int]) -> bool:
    return bool(one & other) or not (one or other)


def _share(part: float, whole: float) -> float:
    return part / whole if whole else 0.0


def main(arguments: Sequence[str]) -> int:
    """Print the score; 2 without the report."""
    folder = Path(arguments[1] if len(arguments) > 1 else os.environ.get("REPORTEDLY_BENCH", "."))
    report = folder / "seed" / "report.txt"
    if not arguments or not report.is_file():
        sys.stderr.write(f"{__doc__}\nNo report at {report}: give the gold's path and the folder of the bench data\n")
        return 2
    data = report.read_bytes()
    sys.stdout.write("\n".join(lines(seed_score(data, Path(arguments[0])), data.decode())) + "\n")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
