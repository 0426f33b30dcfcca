"""What kind of text is read for its dates, and its sentences and headings, as marks and capitals show them."""

from __future__ import annotations

import re
from collections.abc import Iterable

_FULL_YEAR = re.compile(r"\b(?:1\d|20)\d\d\b(?!\s*(?:people|percent|%))|\b\d{1,4} ?B\.?C\b")
_DEICTIC = re.compile(
    r"\b(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|today|yesterday|tomorrow|(?:last|this|next) "
    r"(?:week|month|year|night))\b"
)


FEWEST_YEARS = 8
_DENSEST = 200
"""A history names a year in so many words or fewer."""


def is_narrative(text: str, published: str | None = None) -> bool:
    """A history rather than a report: many years written out that lie before publication, hardly a weekday or a
    "yesterday".

    Eight such years, three times as many as deictic words, one in 200 words: these hold for the 11 open WikiWars texts
    and for none of 316 news texts of TempEval-3 and MEANTIME. Two headings that are years count for eight.
    """
    years = _FULL_YEAR.findall(text)
    past = sum(not published or not year[:4].isdigit() or year[:4] < published[:4] for year in years)
    if len(_YEAR_HEADING.findall(text)) >= 2:
        past += FEWEST_YEARS
    if past < FEWEST_YEARS or past < 3 * len(_DEICTIC.findall(text)) or 2 * past < len(years):
        return False
    return bool(past * _DENSEST >= text.count(" "))


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


_MONTH_NAME = r"(?:Jan|Feb|Mar|Apr|May|June?|July?|Aug|Sept?|Oct|Nov|Dec)[a-z]*\.?"
_DATE_LINE = re.compile(
    rf"^[ \t*•–—-]*(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day,?[ \t]+)?(?:{_MONTH_NAME}[ \t]+\d{{1,2}}|"
    rf"\d{{1,2}}[ \t]+{_MONTH_NAME})(?:,?[ \t]+\d{{4}})?[ \t:–—-]*$",
    re.MULTILINE,
)


def has_date_lines(text: str) -> bool:
    """A chronology or a live report: two or more lines that hold nothing but a date, each over what it dates."""
    return len(_DATE_LINE.findall(text)) > 1


def is_date_line(line: str) -> bool:
    """The line holds nothing but a date."""
    return _DATE_LINE.fullmatch(line.strip()) is not None


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
