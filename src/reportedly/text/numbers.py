"""Numbers in running text as values: digits, words, scales, hedges, ranges, percentages and money."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from math import inf

ONES = {word: value for value, word in enumerate(
    """zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen
    eighteen nineteen""".split())}
TENS = {word: 10 * value for value, word in enumerate(
    "twenty thirty forty fifty sixty seventy eighty ninety".split(), start=2)}
SCALES = {"hundred": 1e2, "thousand": 1e3, "k": 1e3, "million": 1e6, "mln": 1e6, "m": 1e6, "mn": 1e6, "billion": 1e9,
          "bn": 1e9, "b": 1e9, "trillion": 1e12, "tn": 1e12, "dozen": 12.0, "score": 20.0}
VAGUE = {"dozens": (24.0, 99.0), "scores": (40.0, 199.0), "hundreds": (200.0, 999.0), "thousands": (2e3, 9_999.0),
         "tens of thousands": (2e4, 99_999.0), "hundreds of thousands": (2e5, 999_999.0),
         "millions": (2e6, 9_999_999.0),
         "several": (3.0, 9.0), "a handful": (3.0, 6.0), "a couple": (2.0, 2.0), "a dozen": (12.0, 12.0),
         "half a dozen": (6.0, 6.0), "several dozen": (36.0, 99.0), "several hundred": (300.0, 999.0),
         "several thousand": (3e3, 9_999.0), "billions": (2e9, 9_999_999_999.0)}
"""Least and most meant by words of vague number. Medians of a survey of readers: several 7, dozens 36, scores 80,
hundreds 309; the upper ends are where the next word would be used."""
AT_LEAST = ("at least", "no fewer than", "no less than", "not less than", "a minimum of", "upwards of")
MORE_THAN = ("more than", "over", "greater than", "above", "well over", "exceeding", "in excess of")
AT_MOST = ("up to", "as many as", "as much as", "at most", "no more than", "not more than", "a maximum of")
LESS_THAN = ("fewer than", "less than", "under", "below", "not even")
NEARLY = ("nearly", "almost", "close to", "just under", "just over", "about", "around", "roughly", "approximately",
          "some", "an estimated", "estimated", "circa", "c.", "~", "or so")
APPROXIMATE_BY = 0.1
"""`about 300` overlaps with what lies within a tenth of it."""
CURRENCIES = {"$": "usd", "us$": "usd", "a$": "aud", "c$": "cad", "£": "gbp", "€": "eur", "¥": "jpy", "₩": "krw",
              "₹": "inr", "dollar": "usd", "euro": "eur", "pound": "gbp", "yen": "jpy", "won": "krw",
              "rupee": "inr", "yuan": "cny", "rouble": "rub", "ruble": "rub", "franc": "chf"}
_COUNT_WORDS = sorted((set(ONES) - {"zero", "one"}) | set(TENS), key=len, reverse=True)
_WORD = rf"(?:{'|'.join(sorted(TENS))})(?:[- ](?:{'|'.join(sorted(ONES))}))?|(?:{'|'.join(_COUNT_WORDS)})"
_DIGITS = r"\d{1,3}(?:[,\u00a0\u202f]\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?"
_HEDGES = "|".join(re.escape(words).replace(r"\ ", r"\s+") for words in
                   sorted((*AT_LEAST, *MORE_THAN, *AT_MOST, *LESS_THAN, *NEARLY), key=len, reverse=True))
_VAGUE_WORDS = "|".join(words.replace(" ", r"\s+") for words in sorted(VAGUE, key=len, reverse=True))
_SCALE = r"hundred|thousand|million|mln|billion|trillion|dozen|bn|mn|tn|k|m|b"
_MONEY = r"(?:US|A|C)?\$|£|€|¥|₩|₹"
_NUMBER = re.compile(
    rf"(?<![\w.,:/+])(?<![A-Za-z]-)(?:(?P<hedge>{_HEDGES})\s+)?(?P<money>{_MONEY})?\s?"
    rf"(?:(?P<vague>{_VAGUE_WORDS})|(?P<digits>{_DIGITS})|(?P<words>(?:an?\s+(?=hundred|thousand|million|billion))|{_WORD}))"
    rf"(?:(?:\s|-)?(?P<scale>{_SCALE})(?:\s+(?P<scale2>thousand|million|billion))?(?!\w))?"
    rf"(?P<percent>\s?%|\s?per\s?cent\b|\s?percent\b|\s?percentage\s+points?\b)?(?![\w%]|[.,:]\d)", re.IGNORECASE)
_CHANGE = re.compile(r"(?<!ranging )(?<!ranges )(?<!ranged )(?<!anywhere )\bfrom\s+$", re.IGNORECASE)
"""`rose from 12 to 14` is two values, `ranging from 12 to 14` a range."""
_JOINER = re.compile(r"\s*(?:-|–|—|\s+to\s+|\s+and\s+)\s*")


@dataclass(frozen=True, slots=True)
class Quantity:
    """A number as written, with the values it can mean."""

    start: int
    end: int
    low: float
    high: float
    approximate: bool
    unit: str | None
    """`percent` or a currency (`usd`); None where the unit is a noun beside the number."""
    digits: bool
    """Written with digits."""


def quantities(text: str) -> list[Quantity]:
    """Every number of the text in reading order; ranges ("20 to 30", "between 5 and 9") are one quantity.

    Ordinals, clock times, codes ("F-16") and numbers inside words are left out; dates and ages are not known here.
    """
    found = [quantity for match in _NUMBER.finditer(text) if (quantity := _quantity(match)) is not None]
    return _join_ranges(text, found)


def _quantity(match: re.Match[str]) -> Quantity | None:
    span = _value(match)
    if span is None:
        return None
    low, high = span
    money = (match["money"] or "").lower()
    unit = "percent" if match["percent"] else CURRENCIES.get(money)
    vague = match["vague"] is not None and low != high
    quantity = Quantity(match.start(), match.end(), low, high, vague, unit, match["digits"] is not None)
    return _hedged(quantity, " ".join((match["hedge"] or "").lower().split()))


def _value(match: re.Match[str]) -> tuple[float, float] | None:
    if match["vague"]:
        low, high = VAGUE[" ".join(match["vague"].lower().split())]
        factor = _scale(match) if match["scale"] else 1.0
        return low * factor, high * factor
    if match["digits"]:
        value = float(re.sub(r"[,\u00a0\u202f]", "", match["digits"]))
    else:
        value = word_value(match["words"])
    value *= _scale(match)
    return value, value


def _scale(match: re.Match[str]) -> float:
    factor = 1.0
    for name in ("scale", "scale2"):
        factor *= SCALES[match[name].lower()] if match[name] else 1.0
    return factor


def word_value(words: str) -> float:
    """`twenty-five` -> 25. `a` and `an` are 1. Raises KeyError for other words."""
    total = 0.0
    for word in re.split(r"[\s-]+", words.strip().lower()):
        total += 1.0 if word in ("a", "an") else TENS[word] if word in TENS else ONES[word]
    return total


def _hedged(quantity: Quantity, hedge: str) -> Quantity:
    if hedge in AT_LEAST or hedge in MORE_THAN:
        return replace(quantity, high=inf)
    if hedge in AT_MOST or hedge in LESS_THAN:
        return replace(quantity, low=0.0)
    if hedge in NEARLY:
        margin = APPROXIMATE_BY * quantity.high
        return replace(quantity, low=quantity.low - margin, high=quantity.high + margin, approximate=True)
    return quantity


def _join_ranges(text: str, found: list[Quantity]) -> list[Quantity]:
    out: list[Quantity] = []
    for quantity in found:
        before = out[-1] if out else None
        if before is not None and _is_range(text, before, quantity):
            out[-1] = replace(before, end=quantity.end, low=_low_of_range(before, quantity), high=quantity.high,
                              unit=quantity.unit or before.unit)
        else:
            out.append(quantity)
    return out


def _is_range(text: str, first: Quantity, second: Quantity) -> bool:
    gap = text[first.end:second.start]
    if not _JOINER.fullmatch(gap) or first.low >= second.high or first.high == inf:
        return False
    if "to" in gap.split() and _CHANGE.search(text[:first.start]):
        return False
    if "and" in gap.split():
        return text[:first.start].rstrip().lower().endswith("between")
    return True


def _low_of_range(first: Quantity, second: Quantity) -> float:
    """`5 to 7 million` means five million to seven million."""
    for factor in (1e3, 1e6, 1e9):
        if first.low < 1e3 <= second.low and second.low / factor < 1e3 and first.low < second.low / factor:
            return first.low * factor
    return first.low


def overlap(low: float, high: float, other_low: float, other_high: float) -> bool:
    """True when two ranges can mean one value."""
    return low <= other_high and other_low <= high


def written(low: float, high: float) -> str:
    """The range in short plain words: `12`, `at least 12`, `up to 400000`, `24-36`."""
    if low == high:
        return f"{low:,.10g}"
    if high == inf:
        return f"at least {low:,.10g}"
    if low == 0:
        return f"up to {high:,.10g}"
    return f"{low:,.10g}-{high:,.10g}"
