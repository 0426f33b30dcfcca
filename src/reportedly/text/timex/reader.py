"""Reads a text for its time expressions, sentence by sentence, and keeps what was told before as an anchor."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date

from reportedly.text.calendar import Bounds, bounds_of, edtf_of, shift
from reportedly.text.timex.context import Context, Reading
from reportedly.text.timex.normalisers import NORMALISERS
from reportedly.text.timex.patterns import Match, matches_at, starts, symbols_of
from reportedly.text.timex.speech import (
    SpeechDay,
    counted_from,
    goes_on_quoted,
    is_counted_from_publication,
    quoted_spans,
    speech_day,
)
from reportedly.text.timex.tense import tense_around, tense_of_possessive
from reportedly.text.timex.texts import has_date_lines, heading_years, is_date_line, is_narrative
from reportedly.text.timex.words import Token, tokens_of

TenseAt = Callable[[int, int], str | None]
"""Tense (`past`, `future` or None) of the words around an expression, given its first and last offset."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Timex:
    """One time expression: where it stands, what it says in TIMEX3, and which days it can mean."""

    start: int
    """First character, in Unicode code points of the text."""
    end: int
    """One past the last character."""
    text: str
    """The words of the expression."""
    type: str
    """`DATE`, `TIME`, `DURATION` or `SET`."""
    value: str
    """TIMEX3 value: `2031-05-04`, `2031-05-04T22:27`, `2031-W18`, `203`, `BC0490`, `P2W`, `PT48H`, `XXXX-WXX-6`,
    `PAST_REF`. `X` stands for what the text does not tell."""
    mod: str | None
    """TIMEX3 mod: `START`, `MID`, `END`, `APPROX`, `BEFORE`, `AFTER`, `MORE_THAN`, `LESS_THAN`, …; None if none."""
    earliest: str | None
    """First day or minute it can mean: `YYYY-MM-DD` or `YYYY-MM-DDTHH:MM`, years before 1 as in ISO 8601 (`-0489`).
    None for lengths without an anchor, sets, vague words, and where the text leaves the day open."""
    latest: str | None
    """Last day or minute; None exactly where `earliest` is None."""
    precision: str
    """`minute`, `hour`, `part-of-day`, `day`, `week`, `month`, `season`, `quarter`, `year`, `decade`, `century`
    or `unknown`."""
    edtf: str | None
    """The same range in the Extended Date/Time Format (ISO 8601-2); None exactly where `earliest` is None."""
    anchor: str | None
    """What a relative expression was counted from: `published 2031-05-04`, or the words of another date of the text;
    None for what needs no anchor and for what found none."""
    zone: str | None
    """Offset from UTC that the words name (`Z`, `-05:00`) or an abbreviation of several zones (`IST`); None for local
    time, whose days are counted as the text counts them."""
    rule: str
    """Name of the rule of the grammar that found it."""


def reader_of(text: str, published_day: str | None) -> TimeReader:
    """A reader for this text: a history or a report, anchored at its publication or else at the date line it has."""
    day = published_day if _day(published_day) else date_line(text)
    return TimeReader(day, is_narrative=is_narrative(text, day), is_chronology=has_date_lines(text))


class TimeReader:
    """Reads a text sentence by sentence; what was told before is the anchor of "the next day"."""

    def __init__(self, published_day: str | None, *, is_narrative: bool = False, is_chronology: bool = False) -> None:
        self._context = Context(_day(published_day), narrative=is_narrative)
        self._is_chronology = is_chronology
        self._said: SpeechDay | None = None

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
        out = self._finish(sentence, offset, tokens, readings)
        if self._is_chronology and is_date_line(sentence):
            self._open_day(out)
        return out

    def _open_day(self, found: list[Timex]) -> None:
        """What stands under a date line is told from that day."""
        day = _day(found[0].earliest) if len(found) == 1 and found[0].precision == "day" else None
        if day:
            self._context.published, self._context.date_line = day, found[0].text

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
        if (after := match.following()) and after.kind == "possessive":
            self._context.tense = tense_of_possessive(sentence, after.end)
        else:
            guessed = tense_around(sentence, start, end)
            # measured on TimeBank: where a parse and the words differ, the one that says future is right two to one
            self._context.tense = "future" if "future" in (told, guessed) else told or guessed
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
        self._count_from_speech(sentence, tokens, found, days)
        out = []
        for reading, first, last in found:
            start, end = tokens[first].start, tokens[last - 1].end
            if reading.value.startswith("T"):
                self._give_day(reading, start, days)
                self._remember(reading, sentence[start:end])
            if _SMALL_HOURS.search(sentence, max(0, start - 30), start):
                reading.bounds = _small_hours(reading)
            out.append(_timex(reading, sentence[start:end], offset + start))
        return out

    def _count_from_speech(
        self,
        sentence: str,
        tokens: list[Token],
        found: list[tuple[Reading, int, int]],
        days: list[tuple[int, str, str]],
    ) -> None:
        """Inside quotations count "yesterday" from the day they were said, where the report tells it."""
        quoted = quoted_spans(sentence)
        kept = self._said if quoted and goes_on_quoted(sentence) else None
        self._said = (speech_day(sentence, quoted, days) if days else None) or kept
        published = self._context.published
        if not quoted or self._said is None or published is None:
            return
        for reading, first, _ in found:
            inside = any(start <= tokens[first].start < end for start, end in quoted)
            if inside and is_counted_from_publication(reading):
                counted_from(reading, published, self._said)

    def _give_day(self, reading: Reading, start: int, days: list[tuple[int, str, str]]) -> None:
        """A clock time by itself takes the nearest date of its sentence, else the last day told; else none is known."""
        ctx = self._context
        if days:
            place, told, reading.anchor = min(days, key=lambda item: (abs(item[0] - start), item[0]))
            evening = told[11:] if place < start else ""
            day = _on_or_past_midnight(date.fromisoformat(told[:10]), evening, reading.value[1:])
        elif ctx.last_day:
            day, reading.anchor = _on_or_past_midnight(ctx.last_day, ctx.last_clock, reading.value[1:]), ctx.last_words
        else:
            day = "XXXX-XX-XX"  # that of publication would be right once in five times
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
    while last - first > 1 and (
        tokens[last - 1].kind in ("possessive", "apostrophe", "comma")
        or (is_length and reading.rule == "ago" and tokens[last - 1].kind in ("later", "before"))
    ):
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


def _timex(reading: Reading, words: str, start: int) -> Timex:
    bounds: Bounds | None = reading.bounds or (
        bounds_of(reading.value, reading.mod) if reading.type in ("DATE", "TIME") else None
    )
    edtf = edtf_of(bounds, value=reading.value, approximate=reading.mod == "APPROX") if bounds else None
    return Timex(
        start=start,
        end=start + len(words),
        text=words,
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
        if len(found) == 1 and found[0].text == line.group().strip() and found[0].earliest:
            day = found[0].earliest[:10]
            return day if day == (found[0].latest or "")[:10] and not day.startswith("-") else None
    return None
