"""What the normalisers of all kinds share: TIMEX3 mods, the year beside a month, units and how they are written."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from reportedly.text.calendar import Bounds, shift, week_value
from reportedly.text.timex.context import Context, Reading
from reportedly.text.timex.patterns import Match
from reportedly.text.timex.words import Token

Normaliser = Callable[[Match, Context], list[Reading]]


def mod_of(match: Match) -> str | None:
    """TIMEX3 mod that the words ask for."""
    kinds = match.kinds
    if "early" in kinds or "start" in kinds:
        return "START"
    if "late" in kinds or "end" in kinds:
        return "END"
    if "mid" in kinds or "middle" in kinds:
        return "MID"
    return "APPROX" if "about" in kinds else None


def year_in(token: Token | None) -> int | None:
    return token.value if token and isinstance(token.value, int) else None


STEP = {"last": -1, "past": -1, "next": 1, "following": 1}


DURATION_UNIT = {
    "TS": ("T", 1, "S"),
    "TM": ("T", 1, "M"),
    "TH": ("T", 1, "H"),
    "D": ("", 1, "D"),
    "N": ("", 1, "D"),
    "W": ("", 1, "W"),
    "F": ("", 2, "W"),
    "M": ("", 1, "M"),
    "Q": ("", 1, "Q"),
    "Y": ("", 1, "Y"),
    "E": ("", 10, "Y"),
    "C": ("", 100, "Y"),
    "L": ("", 1000, "Y"),
    "WE": ("", 2, "D"),
}


_HALVES = {"TH": "H30M", "TM": "M30S"}


_LARGEST = 1e9
"""Larger counts are no times; cut so that a page of digits stays a number."""


def unit_of(match: Match) -> Token | None:
    """The last unit word of a match."""
    units = match.all("unit", "units", "quarter", "weekend")
    return units[-1] if units else None


def quantity(match: Match) -> float | None:
    """The number that the words of a match count with; None for "several" and for bare plurals."""
    if match.find("few", "vague"):
        return 2.0 if any(token.text == "couple" for token in match.tokens) else None
    total, current, seen = 0.0, 0.0, False
    for token in match.all("small", "number", "year", "numword"):
        value, seen = min(float(str(token.value)), _LARGEST), True
        if token.kind == "numword" and value >= 100:
            total += max(current, 1) * value
            current = 0
        elif token.kind == "numword" and token.text == "dozen":
            current = max(current, 1) * value
        else:
            current += value
    amount = total + current if seen else 1.0 if match.find("a") else None
    return amount + 0.5 if amount is not None and _and_a_half(match) else amount


def _and_a_half(match: Match) -> bool:
    return any(token.kind == "half" and place > 0 for place, token in enumerate(match.tokens))


def duration_value(count: float | None, unit: str) -> str:
    """`P2W`, `PT90M`, `PT5H30M`, `P2.5Y`, `PXD`."""
    clock, factor, letter = DURATION_UNIT[unit]
    if unit in _HALVES and count is not None and count % 1 == 0.5:
        return f"PT{int(count)}{_HALVES[unit]}"
    if count is None:
        return f"PX{unit}" if unit in ("Q", "E", "C", "L") else f"P{clock}X{letter}"
    number = f"{count * factor:g}" if count * factor < 1e6 else f"{count * factor:.0f}"
    return f"P{clock}{number}{letter}"


def duration_mod(match: Match) -> str | None:
    kinds = match.kinds
    if "over" in kinds or ("more" in kinds and "than" in kinds):
        return "MORE_THAN"
    if "under" in kinds:
        return "LESS_THAN"
    if "least" in kinds:
        return "EQUAL_OR_MORE"
    return "EQUAL_OR_LESS" if "most" in kinds else "APPROX" if "about" in kinds else None


def is_price(match: Match) -> bool:
    """ "$1.3 million days before": the number belongs to the money."""
    near = (match.before(), match.before(2) if match.tokens[0].kind == "numword" else None)
    return any(token is not None and token.text in ("$", "£", "€", "¥") for token in near)


def point_value(day: date, unit: str) -> str:
    """The date of a day at the granularity of a unit: its week, month, year, decade."""
    if unit in ("D", "N", "TH", "TM", "TS"):
        return day.isoformat()
    if unit in ("W", "F"):
        return week_value(day)
    if unit == "WE":
        return f"{week_value(day)}-WE"
    if unit == "M":
        return f"{day.year:04}-{day.month:02}"
    if unit == "Q":
        return f"{day.year:04}-Q{(day.month + 2) // 3}"
    return f"{day.year:04}"[: {"E": 3, "C": 2, "L": 1}.get(unit, 4)]


def unknown_point(unit: str) -> str:
    """The same where no day is known: `XXXX-WXX`."""
    return {
        "D": "XXXX-XX-XX",
        "N": "XXXX-XX-XX",
        "W": "XXXX-WXX",
        "F": "XXXX-WXX",
        "WE": "XXXX-WXX-WE",
        "M": "XXXX-XX",
        "Q": "XXXX-QX",
    }.get(unit, "XXXX")


def span_to_anchor(match: Match, count: float | None, unit: str, ctx: Context, direction: int) -> Reading:
    """A duration that ends (or begins) at the anchor: "the past 48 hours", "the next two weeks"."""
    reading = Reading("DURATION", duration_value(count, unit), match.rule)
    anchor, words = ctx.deictic()
    if anchor is None or count is None:
        return reading
    if unit.startswith("T"):
        days = -(-int(count * {"TH": 60, "TM": 1, "TS": 0}[unit]) // 1440)
        other = shift(anchor, direction * max(days, 1), "D")
    else:
        other = shift(anchor, direction * max(int(count), 1), "D" if unit in ("N", "WE") else unit)
    if other:
        first, last = sorted((anchor, other))
        reading.bounds = Bounds(first.isoformat(), last.isoformat(), "day" if unit.startswith("T") else "unknown")
        reading.anchor = words
    return reading
