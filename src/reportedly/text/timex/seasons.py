"""From a match of the grammar to a TIMEX3 value: seasons."""

from __future__ import annotations

from reportedly.text.timex.context import Context, Reading
from reportedly.text.timex.months import relative_year
from reportedly.text.timex.patterns import Match
from reportedly.text.timex.readings import mod_of
from reportedly.text.timex.words import Token


def read_season(match: Match, ctx: Context) -> list[Reading]:
    """ "last winter", "the summer of 1994", "this fall"."""
    token, year = match.find("season"), match.find("year")
    if token is None or not _is_season(match, token, ctx):
        return []
    if year:
        return [
            Reading("DATE", f"{int(year.value or 0):04}-{token.value}", match.rule, mod_of(match), explicit_year=True)
        ]
    found, anchor = _season_year(match, str(token.value), ctx)
    value = f"{found:04}-{token.value}" if found else f"{ctx.open_year}-{token.value}"
    return [Reading("DATE", value, match.rule, mod_of(match), anchor=anchor)]


def _is_season(match: Match, token: Token, ctx: Context) -> bool:
    """ "in the spring", "this fall", "spring 2031"; but not "the spring tide", "a fall in shares"."""
    if match.find("year"):
        return True
    previous, following = match.before(), match.following()
    after_preposition = bool(previous and previous.kind in ("in", "until", "since", "during", "of"))
    if "the" in match.kinds and match.last - match.first == 2:
        if following and following.kind == "of":
            return False
        if not after_preposition and following and _is_named_by_season(following):
            return False
    if ctx.narrative and match.last - match.first == 1 and _is_bare_season(token, previous, following):
        return True
    if (
        token.text == "fall"
        and "the" in match.kinds
        and not after_preposition
        and following
        and (following.kind in ("from", "in", "to") or following.text == "into")
    ):
        return False  # "the fall from the peaks"
    led = match.last - match.first > 1 or after_preposition
    return led and (token.text not in ("fall", "spring") or not (previous and previous.kind == "to"))


def _is_bare_season(token: Token, previous: Token | None, following: Token | None) -> bool:
    """ "entered winter quarters", "the spring and summer" of a history; "fall" and "spring"
    are verbs, so only of campaigns."""
    if token.text in ("fall", "spring"):
        return bool(following and following.text in _CAMPAIGNS)
    named = token.capital and following and following.capital and following.text not in _CAMPAIGNS
    return not named and not (previous and previous.kind in ("hyphen", "apostrophe"))


_CAMPAIGNS = frozenset("offensive offensives campaign campaigns harvest semester quarters term".split())


_AFTER_A_SEASON = frozenset(
    "was is were are has had have will would and or but when that which while as with for after because it he she they "
    "we you i there came comes brought brings saw ended begins began so if then by at to".split()
)
"""Words that go on after "the spring" as a time; a noun instead makes it "the spring tide"."""


def _is_named_by_season(following: Token) -> bool:
    return following.kind == "other" and following.text.isalpha() and following.text.lower() not in _AFTER_A_SEASON


_SEASON_MONTH = {"SP": 4, "SU": 7, "FA": 10, "WI": 1}


def _season_year(match: Match, season: str, ctx: Context) -> tuple[int | None, str | None]:
    if match.find("unit"):
        return relative_year(match, ctx)
    month = _SEASON_MONTH[season]
    side, (anchor, words) = match.find("last", "past", "next", "following"), ctx.deictic()
    if side is None and anchor and match.find("this"):
        return anchor.year, words
    if side is None or anchor is None:
        return ctx.year_for(month, 15)
    if side.kind in ("last", "past"):
        return anchor.year - (month + 2 > anchor.month), words
    return anchor.year + (month <= anchor.month), words
