"""Time expressions of an English text, normalised to TIMEX3 against the day of publication.

Recognition and normalisation follow TIMEX3 (Pustejovsky et al. 2003, ISO 24617-1); what a value can mean is given as
first and last day, and in the Extended Date/Time Format. Nothing here reads the clock, the locale or the machine's time
zone: without a day of publication relative expressions keep `X` for what is not known.
"""

from __future__ import annotations

import datetime as dt
import re

from reportedly.errors import InputError
from reportedly.text.timex.reader import TenseAt, Timex, reader_of
from reportedly.text.timex.texts import rough_sentences

_OFFSET = re.compile(r"(?:UTC|GMT)?([+-])(\d{1,2})(?::?(\d{2}))?")


def times(text: str, date: str | dt.date | None = None, *, zone: str | None = None) -> tuple[Timex, ...]:
    """Every time expression of an English text, in reading order, without overlaps.

    `date` is the day on which the text was published: `YYYY-MM-DD`, an ISO 8601 date and time, or an object of
    `datetime`. Its day is taken in the zone in which it is written; `zone` (`+09:00`, or a name such as `Asia/Seoul`)
    counts it in another one instead, that of the events for instance, and needs a date with a time and an offset.
    Without `date` the date line of the text is used, if it has one; else what depends on it stays open (`XXXX-WXX-2`).

    Raises InputError for a date or a zone that cannot be read.
    """
    return tuple(find_times(text, _published_day(date, zone)))


def find_times(text: str, published_day: str | None, tense: TenseAt | None = None) -> list[Timex]:
    """The same for a day of publication as the records hold it, `YYYY-MM-DD` or None; one that is none counts as
    unknown. `tense` is asked with offsets of `text`; where it is not given the words around decide.
    """
    reader = reader_of(text, published_day)
    found: list[Timex] = []
    for start, end in rough_sentences(text):
        found += reader.read(text[start:end], offset=start, tense=tense)
    return found


def _published_day(date: str | dt.date | None, zone: str | None) -> str | None:
    if date is None:
        return None
    moment = _moment(date) if isinstance(date, str) else date
    if zone is None:
        return moment.isoformat()[:10]
    if not isinstance(moment, dt.datetime) or moment.tzinfo is None:
        raise InputError(
            f"cannot count {date} in the zone {zone}: it has no time with an offset; give it as "
            "2031-05-04T22:10:00Z, or leave the zone out"
        )
    return moment.astimezone(_zone(zone)).isoformat()[:10]


def _moment(words: str) -> dt.date:
    try:
        return dt.datetime.fromisoformat(words) if len(words) > 10 else dt.date.fromisoformat(words)
    except ValueError:
        raise InputError(f"{words!r} is no date; write it as 2031-05-04 or 2031-05-04T22:10:00+09:00") from None


def _zone(name: str) -> dt.tzinfo:
    if offset := _OFFSET.fullmatch(name):
        size = dt.timedelta(hours=int(offset[2]), minutes=int(offset[3] or 0))
        return dt.timezone(size if offset[1] == "+" else -size)
    from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

    try:
        return ZoneInfo(name)
    except (ZoneInfoNotFoundError, ValueError):
        raise InputError(f"no zone {name!r}; give an offset such as +09:00, or a name such as Asia/Seoul") from None
