"""From a match of the grammar to a TIMEX3 type and value: units counted or pointed at, durations, sets, vague times."""

from __future__ import annotations

from datetime import date

from reportedly.text.calendar import Bounds, bounds_of, shift, week_value
from reportedly.text.timex_context import Context, Reading
from reportedly.text.timex_patterns import Match
from reportedly.text.timex_values import Normaliser, mod_of
from reportedly.text.timex_words import Token

_DURATION_UNIT = {
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
_STEP = {"last": -1, "past": -1, "next": 1, "following": 1}
_BARE_UNITS = frozenset({"D", "W", "M", "Y", "E", "C", "TH"})
"""Plurals that are durations without a number; "minutes", "seconds" and "quarters" are other things as often."""
_COUNTED_BEFORE = frozenset("times once twice % percent people barrels dollars gallons tons tonnes cents".split())


_HALVES = {"TH": "H30M", "TM": "M30S"}
_LARGEST = 1e9
"""Larger counts are no times; cut so that a page of digits stays a number."""


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


def unit_of(match: Match) -> Token | None:
    """The last unit word of a match."""
    units = match.all("unit", "units", "quarter", "weekend")
    return units[-1] if units else None


def duration_value(count: float | None, unit: str) -> str:
    """`P2W`, `PT90M`, `PT5H30M`, `P2.5Y`, `PXD`."""
    clock, factor, letter = _DURATION_UNIT[unit]
    if unit in _HALVES and count is not None and count % 1 == 0.5:
        return f"PT{int(count)}{_HALVES[unit]}"
    if count is None:
        return f"PX{unit}" if unit in ("Q", "E", "C", "L") else f"P{clock}X{letter}"
    number = f"{count * factor:g}" if count * factor < 1e6 else f"{count * factor:.0f}"
    return f"P{clock}{number}{letter}"


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
        return [_span_to_anchor(match, 1.0, code, ctx, 1 if side[-1].kind == "next" else -1)]
    return _pointed(match, side, code, part, ctx)


def _is_span(match: Match, side: Token) -> bool:
    """ "the past year", "over the next decade": a length, where "last year" is a date."""
    previous = match.before()
    over = previous is not None and (previous.text in ("over", "for", "throughout") or previous.kind == "within")
    return "the" in match.kinds and (side.text in ("past", "last") or (side.kind in ("past", "next") and over))


def _pointed(match: Match, side: list[Token], code: str, part: Token | None, ctx: Context) -> list[Reading]:
    anchor, words = _pointed_anchor(match, side, ctx)
    step = _STEP.get(side[-1].kind, 0)
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
    reading.bounds = _side_of_anchor(match, value, anchor)
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
    if match.find("daypart") or (unit_of(match) or side[0]).value in ("D", "N"):
        return ctx.published, ctx.published_anchor
    return ctx.deictic()


def _side_of_anchor(match: Match, value: str, anchor: date | None) -> Bounds | None:
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


def _span_to_anchor(match: Match, count: float | None, unit: str, ctx: Context, direction: int) -> Reading:
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


def read_counted_span(match: Match, ctx: Context) -> list[Reading]:
    """ "the past 48 hours", "the next two weeks", "the first three days"."""
    unit, side = unit_of(match), match.all("last", "next", "past", "first", "following")
    if unit is None:
        return []
    count, mod = quantity(match), _duration_mod(match)
    if side[-1].kind in ("first", "following"):
        return [Reading("DURATION", duration_value(count, str(unit.value)), match.rule, mod)]
    reading = _span_to_anchor(match, count, str(unit.value), ctx, 1 if side[-1].kind == "next" else -1)
    reading.mod = mod
    return [reading]


def read_these_days(match: Match, ctx: Context) -> list[Reading]:
    """ "these days"."""
    return [Reading("DATE", "PRESENT_REF", match.rule)] if match.tokens[1].text == "days" else []


def read_vague_span(match: Match, ctx: Context) -> list[Reading]:
    """ "recent years", "the coming months"."""
    unit = unit_of(match)
    if unit is None or unit.value in ("TS", "Q", "TM"):
        return []
    return [Reading("DURATION", duration_value(None, str(unit.value)), match.rule)]


def _duration_mod(match: Match) -> str | None:
    kinds = match.kinds
    if "over" in kinds or ("more" in kinds and "than" in kinds):
        return "MORE_THAN"
    if "under" in kinds:
        return "LESS_THAN"
    if "least" in kinds:
        return "EQUAL_OR_MORE"
    return "EQUAL_OR_LESS" if "most" in kinds else "APPROX" if "about" in kinds else None


def read_ago(match: Match, ctx: Context) -> list[Reading]:
    """ "three months ago", "two weeks later", "hours before", "a year from now"."""
    unit = unit_of(match)
    if unit is None or _before_an_event(match) or _is_price(match):
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
        return [Reading("DURATION", duration_value(count, code), match.rule, _duration_mod(match))]
    return [Reading("DATE", point_value(day, code), match.rule, _duration_mod(match), anchor=words)]


def _is_price(match: Match) -> bool:
    """ "$1.3 million days before": the number belongs to the money."""
    near = (match.before(), match.before(2) if match.tokens[0].kind == "numword" else None)
    return any(token is not None and token.text in ("$", "£", "€", "¥") for token in near)


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
    reading = Reading("DURATION", duration_value(count, unit), match.rule, _duration_mod(match))
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
    reading = Reading("DURATION", duration_value(quantity(match), code), match.rule, _duration_mod(match))
    if _is_led_by_another_article(match):
        reading.first, reading.last = match.first + 1, match.last
    return [reading]


def _is_no_length(match: Match, code: str) -> bool:
    """ "a 60-year-old", "a quarter of the halls", "three-quarters", "60 Minutes", "$2 million days"."""
    following = match.following()
    if match.find("old") or (code == "WE" and match.find("a") is None) or _is_title(match) or _is_price(match):
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
    if low is None or high is None or low >= high or code not in _DURATION_UNIT:
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
    return [_span_to_anchor(match, 1.0 if unit.kind == "unit" else None, str(unit.value), ctx, 1)]


def read_set(match: Match, ctx: Context) -> list[Reading]:
    """ "daily", "annual"."""
    return [Reading("SET", str(match.tokens[0].value), match.rule)]


def read_every(match: Match, ctx: Context) -> list[Reading]:
    """ "every day", "each July", "every two weeks", "every other Friday"."""
    token = match.tokens[-1]
    if token.kind == "other" or (match.find("other") and match.tokens[1].text != "other"):
        return []
    if token.kind == "weekday":
        value = f"XXXX-WXX-{int(token.value or 0) + 1}"
    elif token.kind == "month":
        value = f"XXXX-{int(token.value or 0):02}"
    elif token.kind in ("season", "daypart"):
        value = f"XXXX-{token.value}" if token.kind == "season" else f"XXXX-XX-XXT{token.value}"
    else:
        value = duration_value(2 if match.find("other") else quantity(match) or 1, str(token.value))
    return [Reading("SET", value, match.rule)]


def read_weekdays(match: Match, ctx: Context) -> list[Reading]:
    """ "Tuesdays", "Tuesday nights"."""
    part = match.find("dayparts")
    value = f"XXXX-WXX-{int(match.tokens[0].value or 0) + 1}" + (f"T{part.value}" if part else "")
    return [Reading("SET", value, match.rule)]


def read_rate(match: Match, ctx: Context) -> list[Reading]:
    """ "per day"."""
    unit = unit_of(match)
    if unit is None or match.tokens[0].kind != "per":
        return []
    return [Reading("SET", duration_value(1, str(unit.value)), match.rule)]


def read_present(match: Match, ctx: Context) -> list[Reading]:
    """ "now", "currently"."""
    return [Reading("DATE", "PRESENT_REF", match.rule)]


def read_past(match: Match, ctx: Context) -> list[Reading]:
    """ "recently"; "the past" as a noun."""
    following = match.following()
    if match.find("past") and (
        "the" not in match.kinds or (following and following.text[0].isalnum() and following.kind == "other")
    ):
        return []
    if match.find("past") and match.tokens[-1].text != "past":
        return []
    return [Reading("DATE", "PAST_REF", match.rule)]


def read_future(match: Match, ctx: Context) -> list[Reading]:
    """ "the future" as a noun, not "the future king"."""
    previous, following = match.before(), match.following()
    if match.tokens[-1].text == "future" and (
        (following and following.kind == "other" and following.text.isalpha())
        or ("the" not in match.kinds and not (previous and previous.kind == "in"))
    ):
        return []
    return [Reading("DATE", "FUTURE_REF", match.rule)]


def read_vague_adjective(match: Match, ctx: Context) -> list[Reading]:
    """ "the former capital", "recent works", "future invasions" in a history, where the guidelines of TIMEX2 and TIMEX3
    are followed to the letter; in news, which is full of former ministers, such words tell no time."""
    word, following = match.tokens[-1].text, match.following()
    if not ctx.narrative or word not in ("former", "recent", "future") or not (following and following.text.isalpha()):
        return []
    return [Reading("DATE", "FUTURE_REF" if word == "future" else "PAST_REF", match.rule)]


def read_daypart(match: Match, ctx: Context) -> list[Reading]:
    """A bare part of the day, after a word that makes it a time ("in the morning", "at dawn"); its day comes later."""
    previous = match.before()
    if previous is None or previous.kind not in ("in", "at", "during", "on", "until", "since", "from", "following"):
        return []
    token = match.find("daypart")
    if token and token.value == "NI" and previous.kind == "at":
        return [Reading("TIME", "XXXX-XX-XXTNI", match.rule)]  # "moved only at night": no night of its own
    return [Reading("TIME", f"T{token.value}", match.rule, mod_of(match))] if token else []


def read_weekend(match: Match, ctx: Context) -> list[Reading]:
    """ "the weekend": the nearest on the side that the tense asks for."""
    anchor, words = ctx.deictic()
    if anchor is None:
        return [Reading("DATE", "XXXX-WXX-WE", match.rule)]
    past = ctx.tense != "future" and anchor.weekday() < 5
    day = shift(anchor, -7 if past else 0, "D") or anchor
    return [Reading("DATE", f"{week_value(day)}-WE", match.rule, anchor=words)]


def read_part_of_unit(match: Match, ctx: Context) -> list[Reading]:
    """ "the end of the month", "later in the year"."""
    unit = match.find("unit")
    anchor, words = ctx.deictic()
    if unit is None or str(unit.value) not in ("W", "M", "Y", "E", "C"):
        return []
    code = str(unit.value)
    value = point_value(anchor, code) if anchor else unknown_point(code)
    reading = Reading("DATE", value, match.rule, mod_of(match), anchor=words)
    reading.bounds = _side_of_anchor(match, value, anchor)
    return [reading]


SPAN_NORMALISERS: dict[str, Normaliser] = {
    "relative unit": read_relative_unit,
    "the day before": read_day_before,
    "part of unit": read_part_of_unit,
    "counted span": read_counted_span,
    "these days": read_these_days,
    "vague span": read_vague_span,
    "ago": read_ago,
    "duration": read_duration,
    "half unit": read_half_unit,
    "counts of one unit": read_counts_of_one_unit,
    "units or units": read_units_or_units,
    "bare units": read_bare_units,
    "units ahead": read_units_ahead,
    "set": read_set,
    "every": read_every,
    "weekdays": read_weekdays,
    "rate": read_rate,
    "present": read_present,
    "past reference": read_past,
    "future reference": read_future,
    "vague adjective": read_vague_adjective,
    "daypart": read_daypart,
    "weekend": read_weekend,
}
