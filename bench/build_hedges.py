#!/usr/bin/env python3
"""Writes `src/reportedly/text/hedges.tsv`: words of probability with the ranges that standards and readers give them.

usage: build_hedges.py ANSWERS.train.jsonl [-o hedges.tsv]

Standards: ICD-203 (US Intelligence Community Directive 203, 2015) and PHIA (the UK's probability yardstick) give ranges
only; Kent (Words of Estimative Probability, 1964) a point give or take some. Survey rows are computed from the answers
of two public surveys: the point is the median, the range holds the middle eight of ten answers. Words that no table
knows are listed with empty numbers, so that they are still found.
"""

from __future__ import annotations

import argparse
import json
import statistics
import sys
from collections import defaultdict
from pathlib import Path

ICD_203 = {
    "almost no chance": (1, 5),
    "remote": (1, 5),
    "remote chance": (1, 5),
    "remote possibility": (1, 5),
    "very unlikely": (5, 20),
    "highly unlikely": (5, 20),
    "highly improbable": (5, 20),
    "unlikely": (20, 45),
    "improbable": (20, 45),
    "roughly even chance": (45, 55),
    "roughly even odds": (45, 55),
    "about even": (45, 55),
    "even chance": (45, 55),
    "likely": (55, 80),
    "probable": (55, 80),
    "probably": (55, 80),
    "very likely": (80, 95),
    "highly likely": (80, 95),
    "highly probable": (80, 95),
    "most likely": (80, 95),
    "almost certain": (95, 99),
    "almost certainly": (95, 99),
    "nearly certain": (95, 99),
}
PHIA = {
    "remote chance": (0, 5),
    "highly unlikely": (10, 20),
    "unlikely": (25, 35),
    "realistic possibility": (40, 50),
    "likely": (55, 75),
    "probable": (55, 75),
    "probably": (55, 75),
    "highly likely": (80, 90),
    "almost certain": (95, 100),
    "almost certainly": (95, 100),
}
_KENT = {
    (87, 93, 99): "almost certain|almost certainly|virtually certain|all but certain|highly probable|highly likely",
    (63, 75, 87): "probable|probably|likely|we believe",
    (40, 50, 60): "about even|even chance|better than even",
    (20, 30, 40): "probably not|we doubt|improbable|unlikely",
    (2, 7, 12): "almost certainly not|almost no chance|highly unlikely|slight chance",
}
KENT = {word: numbers for numbers, words in _KENT.items() for word in words.split("|")}
"""Sherman Kent's five steps with the words that he names as variants, as far as news uses them."""
DOUBT = {"doubt": "we doubt", "doubts": "we doubt", "doubted": "we doubt", "doubtful": "we doubt"}
"""Forms that stand for a surveyed phrase."""
WITHOUT_RANGE = (
    """
may|might|could|can|will|would|shall|won't|is to|are to|going to|about to|bound to
certain to|sure to|due to|set to|poised to|on course to|on track to|on the verge of
expected|expected to|expect|expects|anticipate|anticipates|anticipated|predict|predicts|predicted|prediction
forecast|forecasts|forecasted|project|projects|projected to|foresee|foresees|tipped to|slated to|scheduled to
looks set to|stands to|warn|warns|warned|fear|fears|feared|hope|hopes|hoped|bet|bets|risk|risks|threatens to
perhaps|maybe|possible|possibly|potentially|presumably|conceivably|apparently|inevitable|inevitably|certain|certainly
months away|weeks away|days away|years away|appears to|seems to|chance|odds|prospect|unclear whether
""".replace("\n", "|")
    .strip("|")
    .split("|")
)


def rows(answers: list[dict[str, object]]) -> list[tuple[str, str, str, str, str]]:
    """Every row of the table, sorted by word; within a word ICD-203, PHIA, Kent, then the surveys."""
    table: list[tuple[str, str, str, str, str]] = []
    for name, ranges in (("ICD-203", ICD_203), ("PHIA", PHIA)):
        table += [(word, name, str(low), "", str(high)) for word, (low, high) in ranges.items()]
    table += [(word, "Kent", str(low), str(point), str(high)) for word, (low, point, high) in KENT.items()]
    table += survey_rows(answers)
    known = {row[0] for row in table}
    table += [(word, "none", "", "", "") for word in WITHOUT_RANGE if word not in known]
    return sorted(table, key=lambda row: (row[0], ("ICD-203", "PHIA", "Kent", "surveys", "none").index(row[1])))


def survey_rows(answers: list[dict[str, object]]) -> list[tuple[str, str, str, str, str]]:
    """Median and middle eighty per cent of the answers for each phrase, both surveys pooled."""
    values: dict[str, list[float]] = defaultdict(list)
    for answer in answers:
        if answer["kind"] == "probability":
            values[str(answer["phrase"])].append(float(str(answer["value"])))
    values |= {form: values[phrase] for form, phrase in DOUBT.items() if phrase in values}
    found = []
    for phrase, numbers in values.items():
        tenths = statistics.quantiles(numbers, n=10, method="inclusive")
        low, point, high = (round(number) for number in (tenths[0], statistics.median(numbers), tenths[-1]))
        found.append((phrase, "surveys", str(low), str(point), str(high)))
    return found


def main(arguments: list[str] | None = None) -> int:
    """Entry point; exit status 0."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("answers", type=Path)
    default = Path(__file__).resolve().parent.parent / "src" / "reportedly" / "text" / "hedges.tsv"
    parser.add_argument("-o", "--output", type=Path, default=default)
    options = parser.parse_args(arguments)
    lines = options.answers.read_text(encoding="utf-8").splitlines()
    table = rows([json.loads(line) for line in lines if line.strip()])
    body = "".join("\t".join(row) + "\n" for row in [("word", "table", "low", "point", "high"), *table])
    options.output.write_text(body, encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
