"""How likely a forecast says it is that it comes true: from its number, or the word and a named table."""

from __future__ import annotations

import re

from reportedly.records.annotation import ForecastMention
from reportedly.records.weighed import Forecast, Likelihood
from reportedly.text.hedges import hedge_range

EVEN = 50
_NUMBER = re.compile(
    r"(?P<a>\d{1,3}(?:\.\d+)?)\s?(?:%|per ?cent)\s+(?:chance|probability|likelihood|odds|certain\w*|sure|likely)|"
    r"(?:chance|probability|likelihood|odds)\s+(?:of\s+|at\s+|is\s+|was\s+)?(?:about\s+|around\s+|roughly\s+)?"
    r"(?P<b>\d{1,3}(?:\.\d+)?)\s?(?:%|per ?cent)|"
    r"(?P<one>\w+)[ -]in[ -](?P<of>\w+)\s+(?:chance|probability|odds)|(?P<even>50[-\u2013]50|fifty-fifty)",
    re.IGNORECASE)
"""`a 40 percent chance`, `the chance is about 40 %`, `a one-in-five chance`, `50-50`."""
_COUNT = {word: number for number, word in enumerate(
    "zero one two three four five six seven eight nine ten eleven twelve".split())} | {"hundred": 100, "thousand": 1000}


def likelihood_of(item: ForecastMention, table: str | None = None) -> Likelihood | None:
    """The number that the forecast gives, else its word's by the table asked for, or the first that knows it; None for
    a word without an agreed range.

    It is of the forecast as worded: `unlikely to resign` forecasts that nobody resigns, at what is left of a hundred.
    """
    number = number_in(item.clause.exact)
    if number is not None:
        return _turned(Likelihood(low=number, point=number, high=number, table="number"), item)
    found = _of_word(item.hedge.word, table) if item.hedge else None
    return _turned(found, item) if found else None


def by_word(item: Forecast, table: str) -> Likelihood | None:
    """A forecast's likelihood by another table; its number, where it gives one."""
    if item.likelihood is None or item.likelihood.table == "number" or item.hedge is None:
        return item.likelihood
    found = _of_word(item.hedge.word, table)
    return _turned(found, item) if found else None


def _of_word(word: str, table: str | None) -> Likelihood | None:
    entry = hedge_range(word, table)
    if entry is None or entry.low is None or entry.high is None:
        return None
    point = float(entry.point) if entry.point is not None else (entry.low + entry.high) / 2
    return Likelihood(low=entry.low, point=point, high=entry.high, table=entry.table)


def number_in(words: str) -> float | None:
    """The probability that words give as a number, 0 to 100; None where they give none."""
    match = _NUMBER.search(words)
    if match is None:
        return None
    if match["even"]:
        return float(EVEN)
    if match["one"]:
        first, of = _count(match["one"]), _count(match["of"])
        return round(100 * first / of, 1) if first and of and first <= of else None
    number = float(match["a"] or match["b"])
    return number if number <= 100 else None


def _count(word: str) -> int | None:
    return int(word) if word.isdigit() else _COUNT.get(word.lower())


def _turned(found: Likelihood, item: ForecastMention | Forecast) -> Likelihood:
    """What is left of a hundred, where a low number or word makes the forecast that it will not happen."""
    if not item.negated or found.point >= EVEN:
        return found
    return Likelihood(low=100 - found.high, point=100 - found.point, high=100 - found.low, table=found.table)
