"""Where a history stands: in which year a month falls that is told without one."""

from __future__ import annotations

from dataclasses import dataclass

FORWARD = 7
"""Months that a history may jump ahead; a name farther ahead is the month before ("from October to March")."""
LOOKS_BACK = 1
"""So many sentences on, an earlier year told by itself still frames the months named; a later one does until the next
month is told."""


@dataclass(slots=True)
class StoryTime:
    """The last month told, the last year told by itself, and the years of the section."""

    year: int | None = None
    month: int = 1
    words: str = ""
    sentence: int = 0
    frame: int | None = None
    """Year told by itself after that month."""
    frame_words: str = ""
    frame_sentence: int = 0
    frame_is_late: bool = False
    """ "Late 1943": the first half of a year after it is the next one's."""
    section: tuple[int, int] | None = None
    section_words: str = ""

    def open_section(self, years: tuple[int, int], words: str) -> None:
        """A heading that names its years: what was told before is no guide any more."""
        self.section, self.section_words, self.year, self.frame = years, words, None, None

    def move_to(self, year: int, month: int, words: str, sentence: int) -> None:
        """A date told to the month or closer; one after the years of the section shows that it is over."""
        if self.section and year > self.section[1]:
            self.section = None
        self.year, self.month, self.words, self.sentence, self.frame = year, month, words, sentence, None

    def set_frame(self, year: int, words: str, sentence: int, *, late: bool) -> None:
        """A year told by itself."""
        self.frame, self.frame_words, self.frame_sentence, self.frame_is_late = year, words, sentence, late

    def year_of(self, month: int, sentence: int) -> tuple[int | None, str | None]:
        """Year of a month named without one, and the words it goes by; None where nothing was told yet."""
        year, words = self._going_on(month, sentence)
        if self.section is None:
            return year, words
        first, last = self.section
        near = sentence - self.sentence <= LOOKS_BACK
        if year is None or not (first <= year <= last or (near and year < first)):
            return min(max(year or first, first), last), self.section_words
        return year, words

    def _going_on(self, month: int, sentence: int) -> tuple[int | None, str | None]:
        if self._is_framed(sentence) and self.frame is not None:
            return self.frame + (self.frame_is_late and month <= 6), self.frame_words
        if self.year is None:
            return self.frame, self.frame_words or None
        ahead = (month - self.month) % 12
        if ahead <= FORWARD:
            return self.year + (month < self.month), self.words
        return self.year - (month > self.month), self.words

    def _is_framed(self, sentence: int) -> bool:
        if self.frame is None or self.frame == self.year:
            return False
        return self.frame > (self.year or 0) or sentence - self.frame_sentence <= LOOKS_BACK
