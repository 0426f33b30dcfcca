"""What a time expression is read against: the day of publication, the dates told before, the tense around it."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date

from reportedly.text.calendar import Bounds, day_of, latest_weekday, next_weekday
from reportedly.text.timex.narrative import StoryTime


@dataclass(slots=True)
class Reading:
    """A normalised expression. `value` that begins with `T` waits for a day from the same sentence."""

    type: str
    value: str
    rule: str
    mod: str | None = None
    bounds: Bounds | None = None
    """Where they differ from those of the value: spans counted back from an anchor."""
    anchor: str | None = None
    first: int = -1
    """Tokens covered, where they are not all tokens of the match."""
    last: int = -1
    zone: str | None = None
    """Offset from UTC that the words name, or the abbreviation of several zones; None for local time."""
    explicit_year: bool = False
    """The year is written in the expression itself."""


_WRONG_SIDE = 6
"""How many times farther a date on the side that the tense speaks against may lie."""


@dataclass(slots=True)
class Context:
    """The state of reading, from the first sentence to the last."""

    published: date | None
    tense: str | None = None
    """`past`, `future` or None around the expression at hand."""
    narrative: bool = False
    """The text tells dates of its own (a history), so the day of publication is no anchor for them."""
    last: date | None = None
    """First day of the date told last."""
    last_words: str = ""
    last_day: date | None = None
    """The same, when it was told to the day."""
    last_clock: str = ""
    """`HH:MM` of the time of day told last, with its day in `last_day`."""
    last_era: bool = False
    """The last date was before Christ."""
    last_bc: int = 0
    """Its year."""
    story: StoryTime = field(default_factory=StoryTime)
    """Where a history stands."""
    quarter: tuple[int, int] | None = None
    """Year and quarter told last: what "a year earlier" and "the quarter" of a business report are counted from."""
    quarter_words: str | None = None
    explicit: date | None = None
    """First day of the last date told with its year."""
    explicit_sentence: int = -9
    sentence: int = 0
    """Number of the sentence being read, and of the one that told `explicit`."""

    date_line: str | None = None
    """Words of the line that dates this part of a chronology; its day stands in `published`."""

    @property
    def published_anchor(self) -> str | None:
        """For the record: `published 2031-05-04`, or the words of the date line that this part stands under."""
        if self.date_line:
            return self.date_line
        return f"published {self.published.isoformat()}" if self.published else None

    @property
    def open_year(self) -> str:
        """How a value begins whose year is not told: the year before Christ told last, else `XXXX`."""
        return f"BC{self.last_bc:04}" if self.last_era and self.last_bc else "XXXX"

    def deictic(self) -> tuple[date | None, str | None]:
        """Anchor of "last year", "three weeks ago": publication, or the story's own time in a history."""
        if self.last_era:
            return None, None
        if self.narrative and self.last:
            return self.last, self.last_words
        if self.published is None:
            return self.explicit, self.last_words if self.explicit else None
        return self.published, self.published_anchor

    def narrated(self, *, whole_day: bool = False) -> tuple[date | None, str | None]:
        """Anchor of "the next day", "two weeks later": the last date told, else publication."""
        if self.last_era:
            return None, None
        if whole_day and self.last and not self.last_day:
            return None, None  # "in March 2030 … the next day": of no day that is known
        if self.last:
            return self.last_day if whole_day else self.last, self.last_words
        return (None, None) if self.narrative else (self.published, self.published_anchor)

    def year_for(self, month: int, day: int = 1, *, whole_month: bool = False) -> tuple[int | None, str | None]:
        """Year of a month or day that is written without one.

        In a history, or after a date told with its year, the year goes on from there. Else the year that brings the
        day nearest to publication on the side that the tense asks for.
        """
        if self.last_era:
            return None, None
        if self.narrative:
            year, words = self.story.year_of(month, self.sentence)
            if year is not None:
                return year, words
        told = self.explicit if self.published is None or not whole_month else None
        if told is not None and self._is_retrospect(told):
            return told.year + (month + 6 < told.month), self.last_words
        if self.published is None:
            return None, None
        return self._nearest_year(self.published, month, day, whole_month), self.published_anchor

    def _is_retrospect(self, told: date) -> bool:
        # 270 days: nearer dates are told without a year as a matter of course, so the nearest year is right for them
        if self.published is None:
            return True
        near = self.sentence - self.explicit_sentence <= 1
        return near and self.tense != "future" and (self.published - told).days > 270

    def _nearest_year(self, anchor: date, month: int, day: int, whole_month: bool) -> int:
        distance = {}
        for year in (anchor.year - 1, anchor.year, anchor.year + 1):
            moment = day_of(year, month, day) if 1 <= year <= 9999 else None
            if moment:
                distance[year] = (moment - anchor).days
        if whole_month and month == anchor.month:
            return anchor.year
        return min(distance, key=lambda year: self._cost(distance[year]), default=anchor.year)

    def _cost(self, days: int) -> int:
        # The wrong side of publication counts so many times: "was set for Dec. 10" may be told in the past tense a week
        # before it, but not half a year before it.
        if self.tense == "future":
            return days if days >= 0 else -_WRONG_SIDE * days
        return -days if days <= 0 else _WRONG_SIDE * days if self.tense == "past" else 2 * days

    def weekday(self, number: int, side: str | None) -> tuple[date | None, str | None]:
        """The day of a weekday name. Sides: `last`, `next` (of the anchor), `told` (after the date told last)."""
        anchor, words = self.narrated() if side == "told" or self.narrative else (self.published, self.published_anchor)
        if anchor is None:
            return None, None
        if side is None and anchor.weekday() == number:
            return anchor, words  # also "will vote Tuesday" in a report of Tuesday: reports name the day they appear on
        if side in ("next", "told") or self.narrative or (self.tense == "future" and side is None):
            return next_weekday(anchor, number), words
        found = latest_weekday(anchor, number)
        if side == "last" and found == anchor and anchor.toordinal() > 7:
            found = date.fromordinal(anchor.toordinal() - 7)
        return found, words
