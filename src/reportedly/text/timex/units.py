"""From a match of the grammar to a TIMEX3 value: units pointed at ("last week") or counted off ("two weeks ago")."""

from __future__ import annotations

from datetime import date

from reportedly.text.calendar import Bounds, bounds_of, shift, week_value
from reportedly.text.timex.context import Context, Reading
from reportedly.text.timex.patterns import Match
from reportedly.text.timex.readings import (
    STEP,
    duration_mod,
    duration_value,
    is_price,
    mod_of,
    point_value,
    quantity,
    span_to_anchor,
    unit_of,
    unknown_point,
)
from reportedly.text.timex.words import Token


def read_relative_unit(match: Match, ctx: Context) -> list[Reading]:
    """ "last week", "the next day", "later that year", "this morning", "the past decade"."""
    part = match.find("daypart")
    unit = unit_of(match)
    side = [
        token for token in match.tokens if token.kind in ("this", "that", "last", "next", "past", "following", "same")
    ]
    if unit is None and part is None:
        return []
    code = str(unit.value) if unit else "D"
    following = match.following()
    previous = match.before()
    led = "the" in match.kinds or (previous is not None and previous.kind == "the")
    if led and side[-1].kind in ("last", "past") and following and following.kind == "of" and code != "Y":
        return []  # "the final day of the battle" is counted from no date
    if code in ("TS", "TM") or (code == "TH" and side[-1].kind in ("this", "that", "same")):
        return []
    if _is_span(match, side[-1]) and unit and code not in ("D", "N", "TH", "WE"):
        return [span_to_anchor(match, 1.0, code, ctx, 1 if side[-1].kind == "next" else -1)]
    return _pointed(match, side, code, part, ctx)


def _is_span(match: Match, side: Token) -> bool:
    """ "the past year", "over the next decade": a length, where "last year" is a date."""
    previous = match.before()
    over = previous is not None and (previous.text in ("over", "for", "throughout") or previous.kind == "within")
    return "the" in match.kinds and (side.text in ("past", "last") or (side.kind in ("past", "next") and over))


def _pointed(match: Match, side: list[Token], code: str, part: Token | None, ctx: Context) -> list[Reading]:
    anchor, words = _pointed_anchor(match, side, ctx)
    step = STEP.get(side[-1].kind, 0)
    if anchor is None and ctx.last_era and ctx.last_bc and code in ("Y", "E"):
        return [_before_christ(match, ctx.last_bc, step, code)]
    if code == "D" and side[-1].kind == "last" and part is not None and not match.find("unit"):
        part_code = str(part.value)  # "last night" is the night of the day before
    else:
        part_code = str(part.value) if part else "NI" if code == "N" else ""
    if part_code == "NI" and side[-1].kind == "this":
        step = 0
    suffix = f"T{part_code}" if part_code else ""
    day = (
        shift(anchor, step * (7 if code == "WE" else 1), "D" if code in ("N", "WE", "TH") else code) if anchor else None
    )
    value = (point_value(day, code) if day else unknown_point(code)) + suffix
    if code == "TH":
        return [Reading("DURATION", "PT1H", match.rule)]
    reading = Reading("TIME" if suffix else "DATE", value, match.rule, mod_of(match), anchor=words)
    reading.bounds = side_of_anchor(match, value, anchor)
    return [reading]


def _before_christ(match: Match, year: int, step: int, code: str) -> Reading:
    """ "the following year" after 491 BC is 490 BC: years are counted down."""
    moved = year - step * (10 if code == "E" else 1)
    value = f"BC{moved:04}" if moved > 0 else "XXXX"
    return Reading("DATE", value[:5] if code == "E" and moved > 0 else value, match.rule, mod_of(match))


def _pointed_anchor(match: Match, side: list[Token], ctx: Context) -> tuple[date | None, str | None]:
    """ "the next day", "that week" point from the last date told; "next week" from publication."""
    told = {"that", "same"} & {token.kind for token in side} or side[-1].text in (
        "following",
        "previous",
        "preceding",
        "ensuing",
        "subsequent",
    )
    if told or ("the" in match.kinds and side[-1].kind == "next"):
        return ctx.narrated(whole_day=bool(match.find("daypart") or (unit_of(match) or side[0]).value in ("D", "N")))
    if match.find("daypart", "earlier", "later") or (unit_of(match) or side[0]).value in ("D", "N"):
        return ctx.published, ctx.published_anchor  # "earlier this year" is the report's own, also in a history
    return ctx.deictic()


def side_of_anchor(match: Match, value: str, anchor: date | None) -> Bounds | None:
    """ "earlier this year" ends, "later this year" begins on the day of the anchor."""
    bounds = bounds_of(value)
    kinds = match.kinds
    if bounds is None or anchor is None or not kinds & {"earlier", "later"} or "T" in bounds.earliest:
        return None
    day = anchor.isoformat()
    if not bounds.earliest <= day <= bounds.latest:
        return None
    if "earlier" in kinds:
        return Bounds(bounds.earliest, day, bounds.precision)
    return Bounds(day, bounds.latest, bounds.precision)


def read_part_of_unit(match: Match, ctx: Context) -> list[Reading]:
    """ "the end of the month", "later in the year"."""
    unit = match.find("unit")
    anchor, words = ctx.deictic()
    if unit is None or str(unit.value) not in ("W", "M", "Y", "E", "C"):
        return []
    code = str(unit.value)
    value = point_value(anchor, code) if anchor else unknown_point(code)
    reading = Reading("DATE", value, match.rule, mod_of(match), anchor=words)
    reading.bounds = side_of_anchor(match, value, anchor)
    return [reading]


def read_weekend(match: Match, ctx: Context) -> list[Reading]:
    """ "the weekend": the nearest on the side that the tense asks for."""
    anchor, words = ctx.deictic()
    if anchor is None:
        return [Reading("DATE", "XXXX-WXX-WE", match.rule)]
    past = ctx.tense != "future" and anchor.weekday() < 5
    day = shift(anchor, -7 if past else 0, "D") or anchor
    return [Reading("DATE", f"{week_value(day)}-WE", match.rule, anchor=words)]


def read_ago(match: Match, ctx: Context) -> list[Reading]:
    """ "three months ago", "two weeks later", "hours before", "a year from now"."""
    unit = unit_of(match)
    if unit is None or _before_an_event(match) or is_price(match):
        return []
    code, count, kinds = str(unit.value), quantity(match), match.kinds
    if match.find("half"):
        count = 0.5 if count in (None, 1.0) else count
    forward = bool(kinds & {"later", "from"})
    if count is None:
        return [_vague_ago(match, code, forward)]
    anchor, words = ctx.deictic() if kinds & {"ago", "from"} else ctx.narrated(whole_day=code in ("D", "N"))
    if code.startswith("T") or anchor is None or ("later" in kinds and ctx.last is None):
        return [_hours_off(match, count, code, forward, anchor, words)]
    if ctx.quarter and code == "Y" and count == 1 and not forward:
        year, quarter = ctx.quarter
        return [Reading("DATE", f"{year - 1:04}-Q{quarter}", match.rule, anchor=ctx.quarter_words)]
    whole, code = (int(count * 12), "M") if count != int(count) and code == "Y" else (int(count), code)
    day = shift(anchor, whole if forward else -whole, "D" if code == "N" else code)
    if day is None:
        return [Reading("DURATION", duration_value(count, code), match.rule, duration_mod(match))]
    return [Reading("DATE", point_value(day, code), match.rule, _mod_of_point(match, forward=forward), anchor=words)]


def _mod_of_point(match: Match, *, forward: bool) -> str | None:
    """ "more than two years ago" and "less than a week later" are before: TIMEX3 has MORE_THAN for lengths alone."""
    mod = duration_mod(match)
    farther, nearer = ("AFTER", "BEFORE") if forward else ("BEFORE", "AFTER")
    return {
        "MORE_THAN": farther,
        "EQUAL_OR_MORE": f"ON_OR_{farther}",
        "LESS_THAN": nearer,
        "EQUAL_OR_LESS": f"ON_OR_{nearer}",
    }.get(mod or "", mod)


def _before_an_event(match: Match) -> bool:
    """ "two days before the vote": counted from what is not a date, so only the duration is known."""
    following = match.following()
    return bool(
        "before" in match.kinds and following and following.text not in (".", ",", ";", ":", "and", '"', "”", ")")
    )


def _vague_ago(match: Match, unit: str, forward: bool) -> Reading:
    if match.find("ago"):
        return Reading("DATE", "PAST_REF", match.rule)
    if match.find("from"):
        return Reading("DATE", "FUTURE_REF", match.rule)
    return Reading("DURATION", duration_value(None, unit), match.rule, "AFTER" if forward else "BEFORE")


def _hours_off(match: Match, count: float, unit: str, forward: bool, anchor: date | None, words: str | None) -> Reading:
    """Hours from an anchor that is known to the day: that day or the one beside it."""
    reading = Reading("DURATION", duration_value(count, unit), match.rule, duration_mod(match))
    if anchor is None or not unit.startswith("T") or count > 24 or "ago" not in match.kinds:
        return reading
    other = shift(anchor, 1 if forward else -1, "D") or anchor
    first, last = sorted((anchor, other))
    reading.bounds, reading.anchor = Bounds(first.isoformat(), last.isoformat(), "day"), words
    return reading


def read_day_before(match: Match, ctx: Context) -> list[Reading]:
    """ "the day before", "the night after", where no event follows to count from."""
    following = match.following()
    if (following and following.kind == "other" and following.text[0].isalpha()) or (
        following and following.kind in ("the", "a")
    ):
        return []
    unit, part = match.find("unit"), match.find("daypart")
    code = str(unit.value) if unit else "D"
    if code.startswith("T"):
        return []
    anchor, words = ctx.narrated(whole_day=code == "D")
    day = (
        shift(anchor, -1 if match.find("before", "earlier", "last") else 1, "D" if code == "N" else code)
        if anchor
        else None
    )
    value = point_value(day, code) if day else unknown_point(code)
    suffix = f"T{part.value}" if part else "TNI" if code == "N" else ""
    return [Reading("TIME" if suffix else "DATE", value + suffix, match.rule, anchor=words)]
