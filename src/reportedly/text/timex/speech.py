"""The day on which quoted words were said: inside a quotation "yesterday" is the day before it, not before publication.

Newsroom practice and the TIMEX3 guidelines agree: the anchor of deictic words is the speech's own time.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from reportedly.text.calendar import Bounds, shift
from reportedly.text.timex.context import Reading

_QUOTED = re.compile(r"“[^”]*”?|\"[^\"]*\"?|``.*?(?:''|$)|«[^»]*»?", re.DOTALL)
_SAYING = re.compile(
    r"\b(?:said|says|told|tells|wrote|writes|written|added|announced|declared|stated|tweeted|posted|testified|warned|"
    r"argued|claimed|insisted|replied|explained|recalled|admitted|wrote|read|reads|dated|quoted|remarked|noted)\b"
)
_OTHER_CLAUSE = re.compile(r"[,;:]|\b(?:that|will|would|to|which|who)\b")
REACH = 60
"""Characters between the verb of saying and its day ("said in a speech in the capital on Tuesday")."""
_DAYS_OFF = frozenset({"relative day", "relative unit", "ago", "part and day"})


@dataclass(frozen=True, slots=True)
class SpeechDay:
    """When the words at hand were said, with the words that tell it."""

    day: date
    words: str


def quoted_spans(sentence: str) -> list[tuple[int, int]]:
    """Start and end of each quotation of a sentence; one that is not closed runs to its end."""
    return [match.span() for match in _QUOTED.finditer(sentence)]


def goes_on_quoted(sentence: str) -> bool:
    """The sentence begins inside quotation marks, so it goes on with what was being said."""
    return sentence.lstrip().startswith(("“", '"', "``", "«"))


def speech_day(
    sentence: str, quoted: Sequence[tuple[int, int]], days: Iterable[tuple[int, str, str]]
) -> SpeechDay | None:
    """The one day that stands outside the quotations beside a verb of saying; None where there is none or several.

    `days` are place, TIMEX3 value and words of the sentence's days.
    """
    outside = [match for match in _SAYING.finditer(sentence) if not _is_inside(match.start(), quoted)]
    told = {
        value[:10]: words
        for place, value, words in days
        if not _is_inside(place, quoted)
        and any(_is_beside(sentence, verb, place, place + len(words)) for verb in outside)
    }
    if len(told) != 1:
        return None
    ((day, words),) = told.items()
    return SpeechDay(date.fromisoformat(day), words)


def _is_inside(place: int, spans: Iterable[tuple[int, int]]) -> bool:
    return any(start <= place < end for start, end in spans)


def _is_beside(sentence: str, verb: re.Match[str], start: int, end: int) -> bool:
    """ "said in a speech on Tuesday", "On Tuesday the minister said"."""
    if verb.end() <= start:
        return start - verb.end() <= REACH and not _OTHER_CLAUSE.search(sentence, verb.end(), start)
    return verb.start() - end <= REACH and not re.search(r"[.;:]", sentence[end : verb.start()])


def is_counted_from_publication(reading: Reading) -> bool:
    """ "yesterday", "last night", "two days ago": a day counted from the day of publication."""
    return reading.rule in _DAYS_OFF and (reading.anchor or "").startswith("published") and reading.value[4:5] == "-"


def counted_from(reading: Reading, published: date, said: SpeechDay) -> None:
    """Count the day of a reading from the day of speech instead of publication, in place."""
    off = (said.day - published).days
    try:
        day = date.fromisoformat(reading.value[:10])
    except ValueError:
        return  # a week, a month: the same from either day as a rule
    moved = shift(day, off, "D")
    if moved is None:
        return
    reading.value = moved.isoformat() + reading.value[10:]
    reading.anchor = said.words
    if reading.bounds:
        earliest, latest = (_moved(moment, off) for moment in (reading.bounds.earliest, reading.bounds.latest))
        reading.bounds = Bounds(earliest, latest, reading.bounds.precision)


def _moved(moment: str, days: int) -> str:
    day = shift(date.fromisoformat(moment[:10]), days, "D")
    return (day.isoformat() if day else moment[:10]) + moment[10:]
