"""From a match of the grammar to a TIMEX3 value: durations."""

from __future__ import annotations

from reportedly.text.timex.context import Context, Reading
from reportedly.text.timex.patterns import Match
from reportedly.text.timex.readings import (
    DURATION_UNIT,
    duration_mod,
    duration_value,
    is_price,
    quantity,
    span_to_anchor,
    unit_of,
)

_BARE_UNITS = frozenset({"D", "W", "M", "Y", "E", "C", "TH"})
"""Plurals that are durations without a number; "minutes", "seconds" and "quarters" are other things as often."""


_COUNTED_BEFORE = frozenset("times once twice % percent people barrels dollars gallons tons tonnes cents".split())


def read_duration(match: Match, ctx: Context) -> list[Reading]:
    """ "two weeks", "a day", "10-year", "more than 40 days"; "a day" after a price or "twice" is a set."""
    unit = unit_of(match)
    if unit is None or _is_no_length(match, str(unit.value)):
        return []
    code = str(unit.value)
    if match.find("a") and match.last - match.first == 2 and _is_rate(match):
        return [Reading("SET", duration_value(1, code), match.rule)]
    if match.kinds == {"numword", "unit"} and code == "D" and ctx.tense == "future" and quantity(match) == 1:
        return [Reading("DATE", "FUTURE_REF", match.rule)]  # "will one day be"
    reading = Reading("DURATION", duration_value(quantity(match), code), match.rule, duration_mod(match))
    if _is_led_by_another_article(match):
        reading.first, reading.last = match.first + 1, match.last
    return [reading]


def _is_no_length(match: Match, code: str) -> bool:
    """ "a 60-year-old", "a quarter of the halls", "three-quarters", "60 Minutes", "$2 million days"."""
    following = match.following()
    if match.find("old") or (code == "WE" and match.find("a") is None) or _is_title(match) or is_price(match):
        return True
    if code == "Q" and (
        (following and following.kind == "of")
        or not match.find("units", "hyphen")
        or match.kinds >= {"units", "hyphen"}
    ):
        return True
    return match.kinds in ({"a", "units"}, {"a", "hyphen", "unit"})


def _is_rate(match: Match) -> bool:
    """ "twice a day", "358,000 jobs a month"."""
    previous, second = match.before(), match.before(2)
    if previous is None:
        return False
    counted = second is not None and second.kind in ("number", "small", "numword") and previous.text.endswith("s")
    return previous.text in _COUNTED_BEFORE or previous.kind in ("number", "small") or counted


def _is_led_by_another_article(match: Match) -> bool:
    """ "a two-week truce", "the two-week crisis": the article is that of the noun after."""
    first, second = match.tokens[0], match.tokens[1]
    if match.find("period", "same", "more"):
        return False
    if first.kind == "the":
        return second.kind == "a" or _is_adjectival(match)
    counted = second.kind == "numword" and int(second.value or 0) < 100
    return first.kind == "a" and (counted or match.kinds >= {"hyphen", "long"})


def _is_title(match: Match) -> bool:
    """ "60 Minutes", the programme."""
    return any(token.capital and token.kind == "units" and token.value in ("TM", "TS", "TH") for token in match.tokens)


def _is_adjectival(match: Match) -> bool:
    """ "the two-week crisis": the article is the crisis's."""
    following = match.following()
    return match.find("units") is None and bool(following and following.kind == "other" and following.text.isalpha())


def read_counts_of_one_unit(match: Match, ctx: Context) -> list[Reading]:
    """ "12 or 18 months": a duration each; "12 to 18 months": one of unknown length between both."""
    unit = match.tokens[-1]
    if match.find("next", "last", "past", "first") and match.find("or"):
        return []
    joint = next(
        place for place, token in enumerate(match.tokens) if token.kind in ("or", "to", "hyphen", "and") and place
    )
    begin = match.first + (match.tokens[0].kind == "between")
    halves = (
        Match(match.rule, match.sentence, begin, match.first + joint),
        Match(match.rule, match.sentence, match.first + joint + 1, match.last),
    )
    low, high = (quantity(half) for half in halves)
    code = str(unit.value)
    if low is None or high is None or low >= high or code not in DURATION_UNIT:
        return []
    if match.find("or", "between"):
        return [
            Reading("DURATION", duration_value(count, code), match.rule, first=half.first, last=half.last)
            for count, half in zip((low, high), halves, strict=True)
        ]
    return [Reading("DURATION", duration_value(None, code), match.rule)]


def read_units_or_units(match: Match, ctx: Context) -> list[Reading]:
    """ "weeks or months": one expression of unknown length."""
    first, second = match.tokens[0], match.tokens[-1]
    if first.value not in _BARE_UNITS or second.value not in _BARE_UNITS:
        return []
    return [Reading("DURATION", duration_value(None, str(first.value)), match.rule)]


def read_half_unit(match: Match, ctx: Context) -> list[Reading]:
    """ "half an hour", "a half-century"."""
    unit = unit_of(match)
    if unit is None:
        return []
    code = str(unit.value)
    smaller = {"TH": "PT30M", "Y": "P6M", "D": "PT12H", "E": "P5Y", "C": "P50Y", "TM": "PT30S"}
    return [Reading("DURATION", smaller[code], match.rule)] if code in smaller else []


def read_bare_units(match: Match, ctx: Context) -> list[Reading]:
    """ "years", "weeks"."""
    unit = match.tokens[0]
    previous, following = match.before(), match.following()
    if following and following.kind == "old":
        return []  # "Mr Roe, 52 years old"
    if unit.kind == "unit":
        return (
            [Reading("DURATION", duration_value(1, str(unit.value)), match.rule)] if unit.value in _BARE_UNITS else []
        )
    if unit.value not in _BARE_UNITS or (
        previous and previous.kind in ("hyphen", "other") and previous.text in ("-", "'")
    ):
        return []
    return [Reading("DURATION", duration_value(None, str(unit.value)), match.rule)]


def read_units_ahead(match: Match, ctx: Context) -> list[Reading]:
    """ "the weeks ahead", "the year ahead": a duration that begins at the anchor."""
    unit = match.tokens[1]
    if unit.value not in _BARE_UNITS:
        return []
    return [span_to_anchor(match, 1.0 if unit.kind == "unit" else None, str(unit.value), ctx, 1)]


def read_counted_span(match: Match, ctx: Context) -> list[Reading]:
    """ "the past 48 hours", "the next two weeks", "the first three days"."""
    unit, side = unit_of(match), match.all("last", "next", "past", "first", "following")
    if unit is None:
        return []
    count, mod = quantity(match), duration_mod(match)
    if side[-1].kind in ("first", "following"):
        return [Reading("DURATION", duration_value(count, str(unit.value)), match.rule, mod)]
    reading = span_to_anchor(match, count, str(unit.value), ctx, 1 if side[-1].kind == "next" else -1)
    reading.mod = mod
    return [reading]


def read_vague_span(match: Match, ctx: Context) -> list[Reading]:
    """ "recent years", "the coming months"."""
    unit = unit_of(match)
    if unit is None or unit.value in ("TS", "Q", "TM"):
        return []
    return [Reading("DURATION", duration_value(None, str(unit.value)), match.rule)]
