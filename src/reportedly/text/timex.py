"""Time expressions of an English text, normalised to TIMEX3 against the day of publication.

Recognition and normalisation follow TIMEX3 (ISO-TimeML); what a value can mean is given as first and last day, and in
the Extended Date/Time Format. Nothing here reads the clock: without a day of publication relative expressions keep
`X` for what is not known.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from reportedly.text.calendar import Bounds, bounds_of, edtf_of, shift
from reportedly.text.timex_context import Context, Reading
from reportedly.text.timex_eras import ERA_NORMALISERS
from reportedly.text.timex_fiscal import FISCAL_NORMALISERS
from reportedly.text.timex_patterns import Match, matches_at, starts, symbols_of
from reportedly.text.timex_spans import SPAN_NORMALISERS
from reportedly.text.timex_tense import tense_around, tense_of_possessive
from reportedly.text.timex_values import DATE_NORMALISERS
from reportedly.text.timex_words import Token, tokens_of

NORMALISERS = DATE_NORMALISERS | SPAN_NORMALISERS | ERA_NORMALISERS | FISCAL_NORMALISERS
TenseAt = Callable[[int, int], str | None]
"""Tense (`past`, `future` or None) of the words around an expression, given its first and last offset."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Timex:
    """One time expression. Fields mean what those of `records.annotation.TimeExpression` mean."""

    start: int
    end: int
    type: str
    value: str
    mod: str | None
    earliest: str | None
    latest: str | None
    precision: str
    edtf: str | None
    anchor: str | None
    zone: str | None
    rule: str


def find_times(text: str, published_day: str | None, tense: TenseAt | None = None) -> list[Timex]:
    """Every time expression of a text, in reading order, without overlaps.

    `published_day` is `YYYY-MM-DD` or None; a day that is none counts as unknown. `tense` is asked with offsets of
    `text`; where it is not given the words around decide.
    """
    reader = reader_of(text, published_day)
    found: list[Timex] = []
    for start, end in rough_sentences(text):
        found += reader.read(text[start:end], offset=start, tense=tense)
    return found


def reader_of(text: str, published_day: str | None) -> TimeReader:
    """A reader for this text: a history or a report, anchored at its publication or else at the date line it has."""
    return TimeReader(published_day if _day(published_day) else date_line(text), is_narrative=is_narrative(text))


class TimeReader:
    """Reads a text sentence by sentence; what was told before is the anchor of "the next day"."""

    def __init__(self, published_day: str | None, *, is_narrative: bool = False) -> None:
        self._context = Context(_day(published_day), narrative=is_narrative)

    def read(self, sentence: str, *, offset: int = 0, tense: TenseAt | None = None) -> list[Timex]:
        """The expressions of the next sentence; their offsets, and those that `tense` is asked with, count from
        `offset`."""
        self._open_section(sentence)
        self._context.sentence += 1
        tokens = tokens_of(sentence)
        symbols = symbols_of(tokens)
        readings: list[tuple[Reading, int, int]] = []
        done = 0
        for position in starts(symbols):
            if position < done:
                continue
            for match in matches_at(tokens, symbols, position):
                here = self._normalise(match, sentence, offset, tense)
                if here:
                    readings += here
                    done = match.last
                    break
        return self._finish(sentence, offset, tokens, readings)

    def _open_section(self, sentence: str) -> None:
        """The years that a heading of a history names ("1926-1928: the march north") hold until the next ones."""
        if not self._context.narrative:
            return
        years = heading_years(sentence)
        if years:
            self._context.story.open_section(years, sentence.strip())
            self._context.last = None

    def _normalise(
        self, match: Match, sentence: str, offset: int, tense: TenseAt | None
    ) -> list[tuple[Reading, int, int]]:
        start, end = match.tokens[0].start, match.tokens[-1].end
        told = tense(offset + start, offset + end) if tense else None
        self._context.is_parsed = told is not None
        if (after := match.following()) and after.kind == "possessive":
            self._context.tense = tense_of_possessive(sentence, after.end)
        else:
            self._context.tense = told or tense_around(sentence, start, end)
        out = []
        for reading in NORMALISERS[match.rule](match, self._context):
            first, last = (reading.first, reading.last) if reading.first >= 0 else (match.first, match.last)
            first, last = _trimmed(match.sentence, first, last, reading)
            out.append((reading, first, last))
            words = sentence[match.sentence[first].start : match.sentence[last - 1].end]
            self._remember(reading, words)
            if self._context.narrative:
                self._tell(reading, words, match.before())
        return out

    def _tell(self, reading: Reading, words: str, previous: Token | None) -> None:
        """Move the history on; what something lasted until tells no new place of it."""
        told = _MONTH.match(reading.value)
        ctx = self._context
        if told and reading.type in ("DATE", "TIME"):
            if previous is None or previous.text not in ("until", "till"):
                ctx.story.move_to(int(told[1]), int(told[2]), words, ctx.sentence)
        elif reading.explicit_year and (year := _YEAR_ALONE.fullmatch(reading.value)):
            ctx.story.set_frame(int(year[1]), words, ctx.sentence, late=reading.mod == "END")

    def _remember(self, reading: Reading, words: str) -> None:
        """Make a date the anchor of what follows. Vague and repeated times are none."""
        quarter = _QUARTER.fullmatch(reading.value) if reading.rule == "quarter" else None
        if quarter and not _YEAR_BEFORE.search(words):
            self._context.quarter, self._context.quarter_words = (int(quarter[1]), int(quarter[2])), words
        elif reading.value in ("P9M", "P6M", "P1Y") or "fiscal" in words:
            self._context.quarter = None  # "for the nine months … a year earlier" compares longer periods
        if reading.value.startswith("BC"):
            self._context.last_era = True
            if len(reading.value) >= 6:
                self._context.last_bc = int(reading.value[2:6])
        bounds = reading.bounds or bounds_of(reading.value)
        if bounds is None or reading.type not in ("DATE", "TIME") or bounds.earliest.startswith(("-", "0000")):
            return
        ctx, first = self._context, date.fromisoformat(bounds.earliest[:10])
        if bounds.precision in ("decade", "century"):
            return
        ctx.last, ctx.last_words, ctx.last_era = first, words, False
        ctx.last_day = first if bounds.earliest[:10] == bounds.latest[:10] else None
        ctx.last_clock = bounds.earliest[11:]
        if reading.explicit_year and bounds.precision != "year":
            ctx.explicit, ctx.explicit_sentence = first, ctx.sentence
        elif reading.explicit_year or (reading.anchor or "").startswith("published"):
            ctx.explicit = first if reading.explicit_year else None

    def _finish(
        self, sentence: str, offset: int, tokens: list[Token], found: list[tuple[Reading, int, int]]
    ) -> list[Timex]:
        # (place, day, words) of every day told in this sentence
        days = [
            (tokens[first].start, reading.value, sentence[tokens[first].start : tokens[last - 1].end])
            for reading, first, last in found
            if re.match(r"\d{4}-\d\d-\d\d", reading.value)
        ]
        out = []
        for reading, first, last in found:
            start, end = tokens[first].start, tokens[last - 1].end
            if reading.value.startswith("T"):
                self._give_day(reading, start, days)
                self._remember(reading, sentence[start:end])
            if _SMALL_HOURS.search(sentence, max(0, start - 30), start):
                reading.bounds = _small_hours(reading)
            out.append(_timex(reading, offset + start, offset + end))
        return out

    def _give_day(self, reading: Reading, start: int, days: list[tuple[int, str, str]]) -> None:
        """A clock time by itself takes the nearest date of its sentence, else the last day told, else publication."""
        ctx = self._context
        if days:
            place, told, reading.anchor = min(days, key=lambda item: (abs(item[0] - start), item[0]))
            evening = told[11:] if place < start else ""
            day = _on_or_past_midnight(date.fromisoformat(told[:10]), evening, reading.value[1:])
        elif ctx.last_day:
            day, reading.anchor = _on_or_past_midnight(ctx.last_day, ctx.last_clock, reading.value[1:]), ctx.last_words
        elif ctx.published:
            day, reading.anchor = ctx.published.isoformat(), ctx.published_anchor
        else:
            day = "XXXX-XX-XX"
        reading.value = day + reading.value


_MONTH = re.compile(r"(\d{4})-(\d\d)(?!\d)")
_YEAR_ALONE = re.compile(r"(\d{4})(?:-(?:SP|SU|FA|WI))?")
_YEAR_BEFORE = re.compile(r"\b(?:ago|earlier)\b", re.IGNORECASE)
_QUARTER = re.compile(r"(\d{4})-Q([1-4])")


def _trimmed(tokens: Sequence[Token], first: int, last: int, reading: Reading) -> tuple[int, int]:
    """Without what is no part of the expression by TIMEX3: "only", the possessive, "about" before a length, the
    article that belongs to a noun after it ("the year-ago results"), "later" after a length."""
    is_length = reading.type == "DURATION"
    while last - first > 1 and (
        tokens[first].kind == "only"
        or (is_length and tokens[first].text in _ROUGHLY)
        or (tokens[first].kind in ("the", "a") and _is_modifier(tokens, last))
        or (tokens[first].kind in ("earlier", "later") and tokens[first + 1].kind == "weekday")
    ):
        first += 1
    while last - first > 1 and (tokens[last - 1].kind in ("possessive", "apostrophe", "comma") or (
            is_length and reading.rule == "ago" and tokens[last - 1].kind in ("later", "before"))):
        last -= 1
    return first, last


_ROUGHLY = frozenset({"about", "around", "roughly", "approximately"})


def _is_modifier(tokens: Sequence[Token], last: int) -> bool:
    """ "the third-quarter loss", "the year-earlier results": hyphenated, and a noun follows."""
    after = tokens[last] if last < len(tokens) else None
    return (
        tokens[last - 1].kind in ("quarter", "ago", "earlier")
        and tokens[last - 2].kind == "hyphen"
        and after is not None
        and (after.kind == "other" and (after.text.isalpha() or after.text == "$"))
    )


def _on_or_past_midnight(day: date, before: str, clock: str) -> str:
    """The day itself, or the next one when the small hours are told after an evening ("11 p.m. … at 1 a.m.")."""
    late = before >= "18:00" and before[:1].isdigit()
    after = shift(day, 1, "D") if late and clock[:1].isdigit() and clock < "09:00" else None
    return (after or day).isoformat()


_SMALL_HOURS = re.compile(
    r"\b(?:early|small|wee|first|predawn)\s+(?:morning\s+)?hours\s+(?:of|on)\s+(?:the\s+)?$", re.IGNORECASE
)


def _small_hours(reading: Reading) -> Bounds | None:
    """ "the early hours of Saturday": from midnight to six; the bounds as they are where no day is known."""
    day = re.match(r"\d{4}-\d\d-\d\d(?=TMO|$)", reading.value)
    if not day:
        return reading.bounds
    return Bounds(f"{day[0]}T00:00", f"{day[0]}T05:59", "part-of-day")


def _timex(reading: Reading, start: int, end: int) -> Timex:
    bounds: Bounds | None = reading.bounds or (
        bounds_of(reading.value, reading.mod) if reading.type in ("DATE", "TIME") else None
    )
    edtf = edtf_of(bounds, value=reading.value, approximate=reading.mod == "APPROX") if bounds else None
    return Timex(
        start=start,
        end=end,
        type=reading.type,
        value=reading.value,
        mod=reading.mod,
        earliest=bounds.earliest if bounds else None,
        latest=bounds.latest if bounds else None,
        precision=bounds.precision if bounds else "unknown",
        edtf=edtf,
        anchor=reading.anchor,
        zone=reading.zone,
        rule=reading.rule,
    )


def _day(words: str | None) -> date | None:
    try:
        return date.fromisoformat(words[:10]) if words else None
    except ValueError:
        return None


_LINE = re.compile(r"[^\n]{6,40}")
_TOP = 300


def date_line(text: str) -> str | None:
    """The day that a line of its own near the top gives, `YYYY-MM-DD`: the date of a report that came without one."""
    for line in _LINE.finditer(text, 0, min(len(text), _TOP)):
        found = TimeReader(None).read(line.group().strip())
        if len(found) == 1 and found[0].end - found[0].start == len(line.group().strip()) and found[0].earliest:
            day = found[0].earliest[:10]
            return day if day == (found[0].latest or "")[:10] and not day.startswith("-") else None
    return None


_FULL_YEAR = re.compile(r"\b(?:1\d|20)\d\d\b(?!\s*(?:people|percent|%))|\b\d{1,4} ?B\.?C\b")
_DEICTIC = re.compile(
    r"\b(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|today|yesterday|tomorrow|(?:last|this|next) "
    r"(?:week|month|year|night))\b"
)


def is_narrative(text: str) -> bool:
    """A history rather than a report: many years written out, hardly a weekday or a "yesterday".

    Eight years, and three times as many as deictic words, hold for 10 of 11 open WikiWars texts and for none of 316
    news texts of TempEval-3 and MEANTIME.
    """
    years = len(_FULL_YEAR.findall(text))
    if len(_YEAR_HEADING.findall(text)) >= 2:
        years += 8
    return years >= 8 and years >= 3 * len(_DEICTIC.findall(text))


_YEAR = r"\b(?:1\d|20)\d\d\b"
_YEAR_HEADING = re.compile(rf"^[ \t]*{_YEAR}(?:[ \t]*[-–][ \t]*\d{{2,4}})?[ \t]*(?::.*)?$", re.MULTILINE)
_HEADING_YEARS = re.compile(rf"({_YEAR})(?:\s*[-–]\s*(?:[A-Z][a-z]+\s+)?(\d\d(?:\d\d)?)\b)?")
LONGEST_HEADING = 80


def heading_years(sentence: str) -> tuple[int, int] | None:
    """First and last year that a heading names; None for a sentence of the text and for a heading without years."""
    line = sentence.strip()
    if len(line) > LONGEST_HEADING or line.endswith((".", "!", "?", ",", ";", '"', "”")) or "\n" in line:
        return None
    years = _HEADING_YEARS.search(line)
    if years is None or re.search(r"\b(?:since|after)\b", line[: years.start()], re.IGNORECASE):
        return None
    first, second = years[1], years[2] or years[1]
    last = int(first[: 4 - len(second)] + second)
    return (int(first), last) if last >= int(first) else None


_BREAK = re.compile(r"\n\s*\n|(?<=[.!?])[\"'”’)\]]*\s+(?=[\"'“‘(\[]*[A-Z0-9])")
_ABBREVIATION = re.compile(
    r"(?:\b(?:[A-Z]|Mr|Mrs|Ms|Dr|Sen|Rep|Gen|Gov|Lt|Col|Sgt|St|No|vs|Jr|Sr|Inc|Corp|Co|Jan|Feb|Mar|Apr|"
    r"Jun|Jul|Aug|Sept?|Oct|Nov|Dec|ca)|[ap]\.m|\.[A-Za-z])\.[\"'”’)\]]*\s*$"
)


def rough_sentences(text: str) -> Iterable[tuple[int, int]]:
    """Offsets of sentences as marks and capitals show them, good enough to keep dates of neighbours apart."""
    start = 0
    for mark in _BREAK.finditer(text):
        if "\n" not in mark.group().strip(" ") and _ABBREVIATION.search(
            text, max(start, mark.start() - 12), mark.end()
        ):
            continue
        if text[start : mark.end()].strip():
            yield start, mark.end()
        start = mark.end()
    if text[start:].strip():
        yield start, len(text)
