"""From a match of the grammar to a TIMEX3 value: what is repeated, and what is only vaguely when."""

from __future__ import annotations

from reportedly.text.timex.context import Context, Reading
from reportedly.text.timex.patterns import Match
from reportedly.text.timex.readings import duration_value, quantity, unit_of


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


def read_current(match: Match, ctx: Context) -> list[Reading]:
    """ "the current names"; not "the Florida Current"."""
    token, previous, following = match.tokens[0], match.before(), match.following()
    if (token.capital and previous) or following is None or not following.text.isalpha():
        return []
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
    if match.tokens[-1].capital and (previous or match.tokens[0].capital):
        return []  # a title
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


def read_these_days(match: Match, ctx: Context) -> list[Reading]:
    """ "these days"."""
    return [Reading("DATE", "PRESENT_REF", match.rule)] if match.tokens[1].text == "days" else []
