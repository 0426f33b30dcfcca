"""Dates as pages write them, turned into ISO 8601 as far as known; impossible ones are refused with the reason."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from reportedly.options import default
from reportedly.records.article import DateReading, Notice

_MONTHS = {name: number for number, names in enumerate(
    ("jan january", "feb february", "mar march", "apr april", "may", "jun june", "jul july", "aug august",
     "sep sept september", "oct october", "nov november", "dec december"), 1) for name in names.split()}
_ZONES = {"z": "Z", "utc": "+00:00", "gmt": "+00:00", "bst": "+01:00", "cet": "+01:00", "cest": "+02:00",
          "est": "-05:00", "edt": "-04:00", "cst": "-06:00", "cdt": "-05:00", "mst": "-07:00", "mdt": "-06:00",
          "pst": "-08:00", "pdt": "-07:00"}
_CLOCK = (
    r"(?P<h>\d{1,2})[:.](?P<mi>\d{2})(?::(?P<s>\d{2})(?:[.,]\d+)?)?\s*(?P<half>[ap]\.?m\.?)?\s*(?P<z>z|"
    r"[+-]\d{2}:?\d{2}|[+-]\d{2}\b|utc|gmt|bst|ces?t|[ecmp][sd]t)?")
_ISO = re.compile(r"(?P<y>\d{4})-(?P<m>\d{1,2})-(?P<d>\d{1,2})(?:[t\s,]+" + _CLOCK + r")?(?:\s|$|\[)", re.I)
_SLASHED = re.compile(r"(?P<y>\d{4})[/.](?P<m>\d{1,2})[/.](?P<d>\d{1,2})(?:\s+" + _CLOCK + r")?(?:\s|$)", re.I)
_COMPACT = re.compile(
    r"(?P<y>\d{4})(?P<m>\d{2})(?P<d>\d{2})(?:t?(?P<h>\d{2})(?P<mi>\d{2})(?P<s>\d{2})?(?P<z>z)?)?$", re.I)
_MONTH_ONLY = re.compile(r"(?P<y>\d{4})-(?P<m>\d{1,2})$")
_YEAR_ONLY = re.compile(r"(?P<y>\d{4})$")
_EPOCH = re.compile(r"\d{10}(?:\d{3})?$")
_NAME = "(?P<name>" + "|".join(sorted(_MONTHS, key=len, reverse=True)) + r")\.?"
_DAY_FIRST = re.compile(r"\b(?P<d>\d{1,2})(?:st|nd|rd|th)?[\s-]+(?:of\s+)?" + _NAME + r"[\s,-]+(?P<y>\d{4})\b", re.I)
_MONTH_FIRST = re.compile(r"\b" + _NAME + r"\s+(?P<d>\d{1,2})(?:st|nd|rd|th)?,?\s+(?P<y>\d{4})\b", re.I)
_CTIME = re.compile(
    r"\b" + _NAME + r"\s+(?P<d>\d{1,2})\s+(?P<t>\d{2}:\d{2}:\d{2}(?:\s+[a-z]{3,4})?)\s+(?P<y>\d{4})\b", re.I)
_NAMED_MONTH = re.compile(r"\b" + _NAME + r",?\s+(?P<y>\d{4})\b", re.I)
_NUMERIC = re.compile(r"\b(?P<a>\d{1,2})(?P<mark>[/.-])(?P<b>\d{1,2})(?P=mark)(?P<y>\d{4})\b")
_TIME = re.compile(r"(?<!\d)" + _CLOCK, re.I)
_LONGEST = 120


@dataclass(frozen=True, slots=True)
class ReadDate:
    """A date as far as the words give it."""

    value: str
    precision: str
    reason: str | None = None
    """Why the precision is lower than the words look; None when it is not."""


@dataclass(frozen=True, slots=True)
class Given:
    """Words offered as a date, and where they stood."""

    raw: str
    evidence: str


def read_date(words: str) -> ReadDate | None:
    """What the words say, keeping the zone they give; None when they hold no date that exists."""
    text = " ".join(words.split())[:_LONGEST]
    for pattern in (_ISO, _SLASHED, _COMPACT):
        if match := pattern.match(text):
            return _with_clock(match.groupdict(), match.groupdict())
    if match := _MONTH_ONLY.match(text):
        return _dated(int(match["y"]), int(match["m"]), None)
    if match := _YEAR_ONLY.match(text):
        return _dated(int(match["y"]), None, None)
    if _EPOCH.match(text):
        moment = datetime.fromtimestamp(int(text[:10]), UTC)
        return ReadDate(moment.strftime("%Y-%m-%dT%H:%M:%SZ"), "minute")
    return _named(text) or _numeric(text)


def _named(text: str) -> ReadDate | None:
    for pattern in (_DAY_FIRST, _MONTH_FIRST, _CTIME):
        if match := pattern.search(text):
            parts = {"y": match["y"], "m": str(_MONTHS[match["name"].lower()]), "d": match["d"]}
            inside = match.groupdict().get("t") or ""
            clock = _TIME.search(inside) or _TIME.search(text, match.end()) or _TIME.search(text[:match.start()])
            return _with_clock(parts, clock.groupdict() if clock else {})
    if match := _NAMED_MONTH.search(text):
        return _dated(int(match["y"]), _MONTHS[match["name"].lower()], None)
    return None


def _numeric(text: str) -> ReadDate | None:
    """`04/05/2031`: day first when one number is over 12 or the mark is a dot; else only the year is sure."""
    match = _NUMERIC.search(text)
    if match is None:
        return None
    first, second = int(match["a"]), int(match["b"])
    if first <= 12 and second <= 12 and first != second and match["mark"] != ".":
        return ReadDate(match["y"], "year", f"{match.group()} can be read with the day or the month first")
    day, month = (second, first) if second > 12 else (first, second)
    clock = _TIME.search(text, match.end())
    return _with_clock({"y": match["y"], "m": str(month), "d": str(day)}, clock.groupdict() if clock else {})


def _with_clock(date: dict[str, str | None], clock: dict[str, str | None]) -> ReadDate | None:
    day = _dated(int(date["y"] or 0), int(date["m"] or 0), int(date["d"] or 0))
    if day is None or not clock.get("h"):
        return day
    hour, minute, second = (int(clock.get(key) or 0) for key in ("h", "mi", "s"))
    if half := (clock.get("half") or "").lower()[:1]:
        hour = hour % 12 + (12 if half == "p" else 0)
    if hour > 23 or minute > 59 or second > 60:
        return day
    if hour == minute == second == 0:
        return day  # midnight to the second is how systems write a day without an hour
    return ReadDate(f"{day.value}T{hour:02}:{minute:02}:{min(second, 59):02}{_zone(clock.get('z'))}", "minute")


def _zone(words: str | None) -> str:
    if not words:
        return ""
    if words[0] in "+-":
        digits = words.replace(":", "")
        return f"{digits[:3]}:{digits[3:] or '00'}"
    return _ZONES.get(words.lower(), "")


def _dated(year: int, month: int | None, day: int | None) -> ReadDate | None:
    try:
        datetime(year, month or 1, day or 1)
    except ValueError:
        return None
    if day is not None:
        return ReadDate(f"{year:04}-{month:02}-{day:02}", "day")
    return ReadDate(f"{year:04}-{month:02}", "month") if month is not None else ReadDate(f"{year:04}", "year")


def date_reading(given: Given, *, latest: str | None = None,
                 what: str = "publication") -> tuple[DateReading | None, Notice | None]:
    """The date with its evidence; a notice when it was refused or lowered in precision.

    `latest`: ISO 8601 moment that the date cannot come after (retrieval, or now); None when neither is known.
    """
    read = read_date(given.raw)
    shown = f"{what} date {given.raw[:60]!r} ({given.evidence})"
    if read is None:
        return None, Notice(code="date-refused", message=f"{shown} is not a date that can be read")
    first_year = int(default("earliest-year") or 0)
    if int(read.value[:4]) < first_year:
        return None, Notice(code="date-refused", message=f"{shown} lies before {first_year}")
    if latest and is_later(read.value, latest):
        return None, Notice(code="date-refused", message=f"{shown} is later than {latest}, when the report was known")
    reading = DateReading(value=read.value, precision=read.precision, evidence=given.evidence, raw=given.raw[:_LONGEST])
    notice = read.reason and Notice(code="date-contradictory", message=f"{shown}: {read.reason}; kept as {read.value}")
    return reading, notice or None


def is_later(value: str, limit: str) -> bool:
    """True when a date lies after the limit in every zone that either may mean."""
    known = read_date(limit)
    if known is None:
        return False
    return _bounds(value)[0] > _bounds(known.value)[1]


def days_between(one: str, other: str) -> int:
    """Whole days between two dates of day precision or finer, as written."""
    return abs((datetime.fromisoformat(one[:10]) - datetime.fromisoformat(other[:10])).days)


def _bounds(value: str) -> tuple[datetime, datetime]:
    """Earliest and latest moment the value can mean, in UTC: an unstated zone lies between +14 and -12 hours."""
    if len(value) > 10:
        moment = datetime.fromisoformat(value)
        if moment.tzinfo is not None:
            return _shifted(moment.replace(tzinfo=None), -_offset(moment)), _shifted(moment.replace(tzinfo=None),
                                                                                    -_offset(moment))
        return _shifted(moment, -timedelta(hours=14)), _shifted(moment, timedelta(hours=12))
    year, month, day = (*map(int, value.split("-")), 0, 0)[:3]
    start = datetime(year, month or 1, day or 1)
    length = 1 if day else 31 if month else 366
    return _shifted(start, -timedelta(hours=14)), _shifted(start, timedelta(days=length, hours=12))


def _offset(moment: datetime) -> timedelta:
    return moment.utcoffset() or timedelta()


def _shifted(moment: datetime, by: timedelta) -> datetime:
    try:
        return moment + by
    except OverflowError:
        return moment
