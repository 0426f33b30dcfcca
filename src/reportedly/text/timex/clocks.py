"""From a match of the grammar to a TIMEX3 value: hours and minutes, with the zone they are given in."""

from __future__ import annotations

from reportedly.text.timex.context import Context, Reading
from reportedly.text.timex.days import day_in
from reportedly.text.timex.patterns import Match
from reportedly.text.timex.readings import mod_of
from reportedly.text.timex.words import Token


def clock_value(match: Match) -> str | None:
    """`T22:27` of the clock words of a match; None if they give no hour of the day."""
    if token := match.find("clock"):
        if (unit := match.find("units")) and unit.value != "TH":
            return None
        hour, minute = (int(part) for part in str(token.value).split(":")[:2])
    elif token := _military(match):
        hour, minute = int(token.text[:2]), int(token.text[2:])
    elif token := match.find("daytime"):
        return "T24:00" if token.text == "midnight" and not _is_after(match) else f"T{token.value}"
    elif ampm := match.find("ampm", "oclock"):
        hour, minute = int(match.sentence[match.place(ampm) - 1].value or 0), 0
    elif (part := match.find("daypart")) and (number := match.find("small")):
        return _hour_of_part(int(number.value or 0), str(part.value))
    else:
        return None
    ampm = match.find("ampm")
    if ampm:
        if not 1 <= hour <= 12:
            return None
        hour = hour % 12 + (12 if ampm.value == "p" else 0)
    return f"T{hour:02}:{minute:02}" if hour < 24 else None


def _is_after(match: Match) -> bool:
    """ "shortly after midnight on Tuesday" begins that day; "by midnight Tuesday" ends it."""
    previous = match.before()
    return previous is not None and previous.text in ("after", "past", "since", "from", "of")


def _military(match: Match) -> Token | None:
    """The `0735` of "0735 GMT", "1900 hrs"."""
    token = match.find("number", "year")
    if token is None or len(token.text) != 4 or not token.text.isdigit() or int(token.text[2:]) > 59:
        return None
    after = match.sentence[match.place(token) + 1]
    return token if after.kind == "zone" or (after.text in ("hrs", "hours") and token.kind == "number") else None


def zone_of(match: Match) -> str | None:
    """Offset of the zone that the words name: `Z`, `-05:00`, `IST`."""
    zone = match.find("zone")
    return str(zone.value) if zone else None


def _with_zone(value: str, zone: str | None) -> str:
    """TIMEX3 writes UTC into the value; other clocks are local ones, whose offset is kept beside it."""
    return value + "Z" if zone == "Z" and "T" in value else value


def _hour_of_part(hour: int, part: str) -> str | None:
    """ "4 in the morning", "9 in the evening"."""
    if not 1 <= hour <= 12 or part not in ("MO", "AF", "EV", "NI"):
        return None
    later = part in ("AF", "EV") or (part == "NI" and hour >= 6)
    return f"T{hour % 12 + 12 * later:02}:00"


def read_clock(match: Match, ctx: Context) -> list[Reading]:
    """A time of day by itself; its day is found in the sentence later."""
    value = clock_value(match)
    if (named := match.find("daytime")) and named.capital and match.before():
        return []  # "Midnight in Brell", a title
    if value is None or ("clock" in match.kinds and not match.find("ampm", "zone") and not _is_led_clock(match)):
        return []
    zone = zone_of(match)
    return [
        Reading(
            "TIME", _with_zone(value, zone), match.rule, mod="APPROX" if "about" in match.kinds else None, zone=zone
        )
    ]


def _is_led_clock(match: Match) -> bool:
    """Without "a.m." or a zone a clock needs a word before it that tells it from a score or a verse."""
    previous = match.before()
    return bool(previous and previous.kind in ("at", "until", "from", "since", "about", "between", "before", "after"))


def read_clock_and_day(match: Match, ctx: Context) -> list[Reading]:
    """ "10:27 p.m. on Dec. 3", "Tuesday at noon"."""
    clock, day = clock_value(match), _day_beside_clock(match, ctx)
    if clock is None or day is None:
        return []
    value, anchor, explicit = day
    zone = zone_of(match)
    mod = "APPROX" if match.find("about") else None
    value = _with_zone(value + clock, zone)
    return [Reading("TIME", value, match.rule, mod, anchor=anchor, explicit_year=explicit, zone=zone)]


def _day_beside_clock(match: Match, ctx: Context) -> tuple[str, str | None, bool] | None:
    """The day, read from the words that are not the hour: "9 a.m. Dec. 3" holds two small numbers."""
    ampm = match.find("ampm", "oclock")
    if ampm is None or match.find("clock"):
        return day_in(match, ctx)
    hour = match.place(ampm) - 1
    parts = (
        Match(match.rule, match.sentence, hour + 2, match.last),
        Match(match.rule, match.sentence, match.first, hour),
    )
    return next((day for part in parts if (day := day_in(part, ctx))), None)


def read_daypart(match: Match, ctx: Context) -> list[Reading]:
    """A bare part of the day, after a word that makes it a time ("in the morning", "at dawn"); its day comes later."""
    previous = match.before()
    if previous is None or previous.kind not in ("in", "at", "during", "on", "until", "since", "from", "following"):
        return []
    token = match.find("daypart")
    if token and token.value == "NI" and previous.kind == "at":
        return [Reading("TIME", "XXXX-XX-XXTNI", match.rule)]  # "moved only at night": no night of its own
    return [Reading("TIME", f"T{token.value}", match.rule, mod_of(match))] if token else []
