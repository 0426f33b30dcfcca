"""The grammar of English time expressions, over the word classes of `words`.

A rule is a regular expression in which `<month>` stands for one token of that class and `{DATE}` for a fragment; spaces
are for the eye. Repetitions are bounded, so that a page of "twenty twenty twenty" stays cheap. The longest match at the
leftmost place is offered first.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from reportedly.text.timex.words import CLASS, Token

_FRAGMENTS = {
    "DOM": "(?:<small>|<ordinalday>)",
    "POS": "(?:(?:<early>|<late>|<mid>)<hyphen>?|<the>?(?:<start>|<middle>|<end>)<of>|<early><in>|<late><in>)",
    "QUAL": "(?:<about>|<more><than>|<over>|<under><than>?|<at><least>|<at><most>|<only>)",
    "PART": "(?:<daypart>|<daytime>)",
    "REL": "(?:<this>(?:<last>|<next>|<past>|<following>)?|(?:<that>)?<same>|<that>|<last>|<next>|<past>|<following>)",
    "THEN": "(?:<last>|<that>|<this>|<next>|<the>?<same>)",
}
_FRAGMENTS["MDAY"] = "(?:{DOM}|<ordinal>|<first>)"
_FRAGMENTS["DATE"] = """(?:(?:{REL}?<weekday><comma>?)?<month>{MDAY}(?:<comma>?<year>(?!<units>)|<of>{THEN}<unit>)?
    |(?:<weekday><comma>?)?<the>?{DOM}<of>?<month>(?:<comma>?<year>|<of>{THEN}<unit>)?|<iso>|<slash>)"""
_FRAGMENTS["NUM"] = """(?:(?:<small>|<number>|<year>)(?:<numword>|<half>)?
    |<a>?<numword>(?:(?:<and>|<hyphen>)?<numword>){0,6})(?:<and><a><half>)?"""
_FRAGMENTS["COUNT"] = "(?:{NUM}|<a>?<few>(?:<of>)?|<vague>|<a>)(?:<more>)?"
_FRAGMENTS["UNIT"] = "(?:<unit>|<units>|<quarter>|<weekend>)"
_FRAGMENTS["DAY"] = "(?:{DATE}|<weekday>|<relday>)"
_FRAGMENTS["CLOCK"] = """(?:<about>?(?:(?:<clock>|<small>)<ampm>(?:<zone>|<other><zone><other>)?|<clock><units>?<zone>?
    |<small><oclock><zone>?
    |(?:<number>|<year>)(?:<zone>|<units>)|<small><in><the><daypart>|<daytime>(?:<zone>|<other><zone><other>)?))"""

_RULES: dict[str, str] = {
    "clock and day": "{CLOCK}(?:<comma>|<on>|<comma>?<on>)?(?:<early>|<late>)?{DAY}(?:{PART})?<zone>?",
    "day and clock": "{DAY}(?:<daypart>)?(?:<comma>?<at>|<comma>)?{CLOCK}",
    "clock": "{CLOCK}",
    "part of date": "<the>?(?:<early>|<late>)?<daypart>(?:<of>|<on>)(?:<the>)?{DAY}",
    "date": "{POS}?(?:<last>|<next>|<this>)?{DATE}(?:<daypart>)?",
    "day beside day": "<the>?(?:<unit>|<daypart>)(?:<before>|<after>)(?:{REL}?<weekday>|<relday>|{DATE}|<holiday>)",
    "part and day": "(?:<the>|<mid><hyphen>?)?<daypart>(?:<relday>|<weekday>)",
    "week of": "<the>?(?:<unit>|<weekend>)<of>{DATE}",
    "week of month": "<the>?(?:<first>|<last>)<unit>(?:<of>|<in>){POS}?<month>(?:<comma>?<year>)?",
    "day range": "<month>{DOM}(?:<hyphen>|<and>|<to>|<or>){DOM}(?:<comma>?<year>)?(?!<month>|<unit>|<units>|<hyphen>)",
    "day range before month": "<the>?{DOM}(?:<hyphen>|<and>|<to>|<or>){DOM}<of>?<month>(?:<comma>?<year>)?",
    "month": """{POS}?(?:<earlier>|<later>)?(?:{REL})?<month>
        (?:(?:<comma>|<of>)?<year>|<of>?{THEN}<unit>)?""",
    "weekday": """(?:(?:<early>|<late>|<earlier>|<later>)<on>?)?{REL}{0,2}<weekday>
        (?:{PART}|(?:<last>|<this>|<next>)<unit>)?""",
    "weekday of week": "<weekday>(?:<of>)(?:<last>|<this>|<next>|<that>)<unit>",
    "relative day": "(?:(?:<early>|<late>|<earlier>|<later>)<on>?)?<relday>{PART}?",
    "year": "(?:{POS}|<about>)?(?:<the><unit>|<fiscal>)?<year>",
    "year range": "<year><hyphen>(?:<year>|<small>|<number>)",
    "decade": "<the>?{POS}?<decade>",
    "century": "<the>?{POS}?(?:<ordinal>|<ordinalday>|<first>)<hyphen>?<unit>(?:<bc>)?",
    "before Christ": """<about>?(?:{POS}?<month>(?:{DOM}<comma>?)?|{POS}?<the>?{POS}?<season><of>?|{POS})?
        (?:<year>|<number>|<small>)<bc>""",
    "range before Christ": "<about>?(?:<year>|<number>|<small>)(?:<hyphen>|<to>|<and>)(?:<year>|<number>|<small>)<bc>",
    "decade before Christ": "<the>?{POS}?<decade><bc>",
    "anno domini": "<about>?<ad>(?:<year>|<number>|<small>)|(?:<year>|<number>)<ad>",
    "season": """(?:{POS}|<earlier><in>|<later><in>)?<the>?{POS}?(?:{REL}){0,2}<season>
        (?:<of>?<year>|<of>?{THEN}<unit>)?""",
    "quarter": """(?:{REL}<unit><possessive>)?<the>?{POS}?
        (?:<fiscal><year>?|<year>|<unit><hyphen>(?:<ago>|<earlier>))?(?:<ordinal>|<ordinalday>|<first>|<last>|<this>|<next>|<past>|<following>|<same>){1,3}
        <hyphen>?<quarter>
        (?:<of>?(?:<fiscal>)?<year>|<of>?{THEN}<unit>)?""",
    "current unit": "<the>?<current>(?:<fiscal>)?(?:<unit>|<quarter>|<month>|<season>|<weekend>)",
    "current": "<current>",
    "fiscal unit": "<the>?<fiscal>(?:<unit>|<quarter>)",
    "year before": "(?:<the>|<a>)?<unit><hyphen>?(?:<ago>|<earlier>)(?:<quarter>|<period>|<unit>)?",
    "period": "<the>(?:<last>|<year>)(?:<period>|<quarter>)|<the><quarter>",
    "year reported": "<the><unit>",
    "unit end": "<the>?<unit>(?:<possessive>|<hyphen>)?<end>",
    "half": """<the>?(?:<ordinal>|<first>|<latter>|<last>)<half>
        (?:<of>(?:<year>|<the><unit>|{THEN}<unit>))""",
    "holiday": "(?:{REL})?<holiday>(?:<comma>?<year>|<daypart>)?",
    "relative unit": """(?:(?:<early>|<late>|<earlier>|<later>)<on>?|{POS})?<the>?{REL}
        (?:<unit>|<weekend>|<daypart>)
        (?:<daypart>)?""",
    "part of unit": """<the>?(?:<start>|<middle>|<end>)<of><the><unit>
        |(?:<earlier>|<later>|<early>|<late>)<in><the><unit>""",
    "the day before": "<the>(?:<unit>|<daypart>)(?:<before>|<earlier>|<after>|<following>|<last>)",
    "counted span": "<the>?(?:<last>|<next>|<past>|<first>|<following>)?(?:<last>|<next>|<past>|<first>|<following>)"
    "(?:{QUAL})?(?:{NUM}|<a>?<few>|<vague>)<units>|<the>?{NUM}(?:<last>|<next>|<past>|<following>)<units>",
    "these days": "<this><units>",
    "vague span": "<the>?(?:<past>|<last>|<next>)<units>",
    "ago": """{QUAL}?(?:{COUNT}(?:<hyphen>)?{UNIT}(?:<and><a><half>)?|<units>|<half><a><unit>)
        (?:<ago>|<earlier>|<later>|<before>|<from><now>|<from><relday>)""",
    "duration": """<the>?(?:<that>?<same>)?{QUAL}?{COUNT}<hyphen>?{UNIT}(?:<hyphen>?<old>|<and><a><half>)?
        (?:<hyphen>?<period>|<hyphen>?<long>|(?:<possessive>|<apostrophe>)<time>)?""",
    "counts of one unit": """(?:<the>(?:<next>|<last>|<past>|<first>))?
        (?:<between>{NUM}<and>|{QUAL}?{NUM}(?:<or>|<to>|<hyphen>)){NUM}<more>?<hyphen>?(?:<unit>|<units>)""",
    "units or units": "<units>(?:<or>|<and>)<units>",
    "half unit": "{QUAL}?(?:<half><a>|<a><half><hyphen>?|<half><hyphen>)<unit>",
    "bare units": "<units>(?:<hyphen><long>)?|<unit><hyphen><long>",
    "units ahead": "<the>(?:<units>|<unit>)<ahead>",
    "set": "<set>",
    "every": "<every>(?:{NUM}|<other>)?(?:<unit>|<units>|<weekday>|<daypart>|<month>|<season>|<weekend>)",
    "weekdays": "(?:<weekdays>|<weekday><dayparts>)",
    "rate": "(?:<per>|<a>)<unit>",
    "present": "<present>|<now>",
    "past reference": "<pastref>|<the>?<past>",
    "future reference": "<the>?<futureref>",
    "vague adjective": "<former>|<past>|<futureref>",
    "day of month": "<the><ordinalday>",
    "daypart": "<the>?(?:<early>|<late>)?<daypart>",
    "weekend": "<the><weekend>",
}


def _expand(pattern: str) -> str:
    while re.search(r"\{[A-Z]+\}", pattern):
        pattern = re.sub(r"\{([A-Z]+)\}", lambda match: _FRAGMENTS[match[1]], pattern)
    pattern = re.sub(r"<(\w+)>", lambda match: re.escape(CLASS[match[1]]), pattern)
    return re.sub(r"\s+", "", pattern)


RULES: tuple[tuple[str, re.Pattern[str]], ...] = tuple(
    (name, re.compile(_expand(pattern))) for name, pattern in _RULES.items()
)
"""Rule name and pattern over class characters; of equally long matches the earlier rule is offered first."""
_ANY = re.compile("|".join(pattern.pattern for _, pattern in RULES))
"""Whether any rule matches: one look where most words that may begin an expression begin none."""
_STARTS = re.compile(f"[^{re.escape(CLASS['other'])}{CLASS['break']}{CLASS['comma']}]")


@dataclass(frozen=True, slots=True)
class Match:
    """Tokens that a rule covers, in the sentence they stand in."""

    rule: str
    sentence: Sequence[Token]
    first: int
    """Index of the first token in `sentence`."""
    last: int
    """Index one past the last token."""

    @property
    def tokens(self) -> Sequence[Token]:
        """The tokens covered."""
        return self.sentence[self.first : self.last]

    @property
    def kinds(self) -> set[str]:
        """Classes that occur."""
        return {token.kind for token in self.tokens}

    def place(self, token: Token) -> int:
        """Index in `sentence` of a token of this match. Raises ValueError for any other."""
        return self.first + list(self.tokens).index(token)

    def find(self, *kinds: str) -> Token | None:
        """The first token of one of these classes."""
        return next((token for token in self.tokens if token.kind in kinds), None)

    def all(self, *kinds: str) -> list[Token]:
        """Every token of one of these classes, in order."""
        return [token for token in self.tokens if token.kind in kinds]

    def before(self, distance: int = 1) -> Token | None:
        """The token so many places before the first one."""
        return self.sentence[self.first - distance] if self.first >= distance else None

    def following(self, distance: int = 1) -> Token | None:
        """The token so many places after the last one."""
        index = self.last + distance - 1
        return self.sentence[index] if index < len(self.sentence) else None


def symbols_of(tokens: Sequence[Token]) -> str:
    """One class character for each token."""
    return "".join(CLASS[token.kind] for token in tokens)


def matches_at(tokens: Sequence[Token], symbols: str, position: int) -> list[Match]:
    """Every rule that matches from this token on, the longest first."""
    if not _ANY.match(symbols, position):
        return []
    found = [(match.end(), name) for name, pattern in RULES if (match := pattern.match(symbols, position))]
    found.sort(key=lambda item: -item[0])
    return [Match(name, tokens, position, end) for end, name in found]


def starts(symbols: str) -> Iterator[int]:
    """Places where an expression may begin."""
    return (match.start() for match in _STARTS.finditer(symbols))
