"""The errors of the timex task by kind: what a reader of the figures wants to know beside them."""

from __future__ import annotations

import hashlib
import re
from collections import Counter
from collections.abc import Mapping, Sequence
from typing import Any

Row = Mapping[str, Any]
_DAY = re.compile(r"\d{4}-\d\d-\d\d")
_MONTH = re.compile(r"\d{4}-\d\d")
_YEAR = re.compile(r"(?:BC)?\d{2,4}X?")


def is_aside(document: str) -> bool:
    """A fifth of each set, by name, was left unread while the rules were written, but for two texts of WikiWars."""
    return int(hashlib.sha1(document.encode()).hexdigest(), 16) % 5 == 0


def by_kind(gold: Sequence[Row], predicted: Sequence[Row]) -> dict[str, int]:
    """How many errors of each kind, most frequent first; an expression counts once."""
    found = {row["id"]: row["timexes"] for row in predicted}
    kinds: Counter[str] = Counter()
    for row in gold:
        kinds.update(_of_document(row["timexes"], found.get(row["id"], [])))
    return dict(kinds.most_common())


def _of_document(gold: Sequence[Row], predicted: Sequence[Row]) -> list[str]:
    """Pairs by the same span, then by overlap, as the scorer pairs."""
    pairs = sorted((not _same(one, other), -_overlap(one, other), i, j) for i, one in enumerate(gold)
                   for j, other in enumerate(predicted) if _overlap(one, other) > 0)
    left, right, out = set(range(len(gold))), set(range(len(predicted))), []
    for _, _, i, j in pairs:
        if i in left and j in right:
            left.remove(i)
            right.remove(j)
            if not _same(gold[i], predicted[j]):
                out.append("extent differs")
            if gold[i]["value"] and gold[i]["value"] != predicted[j]["value"]:
                out.append(f"value: {value_kind(gold[i]['value'], predicted[j]['value'])}")
    out += [f"missed: {_sort(gold[i]['value'])}" for i in left]
    return out + [f"not in the gold: {_sort(predicted[j]['value'])}" for j in right]


def _same(one: Row, other: Row) -> bool:
    return bool(one["start"] == other["start"] and one["end"] == other["end"])


def _overlap(one: Row, other: Row) -> int:
    return int(min(one["end"], other["end"]) - max(one["start"], other["start"]))


def _sort(value: str) -> str:
    """What kind of time a TIMEX3 value is."""
    if not value:
        return "event or period without a value"
    if value.endswith("_REF"):
        return "vague word"
    if value.startswith("P"):
        return "length or set"
    return "day or hour" if _DAY.match(value) else "month, year or other date"


def value_kind(gold: str, said: str) -> str:
    """What sets two values apart."""
    if "W" in gold and "W" in said and not gold.startswith("P"):
        return "another week, or the week left open"
    if _DAY.match(gold) and gold[:10] == said[:10]:
        return "part of the day kept or not"
    if _DAY.match(gold) and _DAY.match(said):
        return "another day"
    if "Q" in gold + said:
        return "another quarter, or quarter for year"
    if _MONTH.fullmatch(gold) and _MONTH.fullmatch(said):
        return "another month or its year"
    if _YEAR.fullmatch(gold) and _YEAR.fullmatch(said):
        return "another year or decade"
    if "REF" in gold + said:
        return "vague word or date"
    if gold.startswith("P") or said.startswith("P"):
        return "length or set written otherwise" if gold[0] == said[0] else "length for date or date for length"
    return "open or closer date"
