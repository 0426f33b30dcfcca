"""The chronicle: which days of a large story matter, and which sentences of its reports tell each.

A day matters when independent origins name it after it came, or appear on it, and still name it when it is over a
month past: what is only announced is no day of the chronicle, and what is told only while it is fresh stands behind
what lasts. A sentence tells the first such day that it names; one without any tells the day its report appeared on
while it stands near the top. Of a day's sentences those are shown that lie closest to what all of them have in common,
each next one for what the others do not say.

Reports are read once, in any order: the answer does not depend on it. Of every day a bounded number of sentences is
kept; everything else grows by a few numbers a sentence. No weight is fitted to data.
"""

from __future__ import annotations

import math
from bisect import insort
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from functools import lru_cache
from zlib import crc32

from reportedly.link.central import WordCounts, central, words_of
from reportedly.link.reprints import Reprints, signature
from reportedly.link.wording import standing

LASTING = 30
"""Days after which naming a day shows that it lasted. From 3 to 60 the choice hardly changes what is found in a large
collection; a month serves small ones best, since what is named then is not what was named at first."""
APPEARED = 0.5
"""What an origin counts that appeared on a day without naming it: in a small story half of the days are told so, in
a large one it changes little."""
TOP_SENTENCES = 3
"""Sentences without a day of their own that tell the day of publication: news puts what happened first."""
KEPT_A_DAY = 400
"""Sentences kept of one day, a fair sample of all: enough for what they have in common."""
KEPT_OF_A_REPORT = 5
"""Sentences of one report kept for one day, the first ones: a long page does not drown the others."""
FEWEST_WORDS, MOST_WORDS = 8, 60
"""Shorter pieces are headings and credits, longer ones lists."""


@dataclass(frozen=True, slots=True, kw_only=True)
class NamedTime:
    """A time that a sentence names: first and last day or minute it can mean, and how closely it is named."""

    earliest: str
    """`YYYY-MM-DD` or `YYYY-MM-DDTHH:MM`."""
    latest: str
    precision: str
    """`minute`, `hour`, `part-of-day`, `day`, or a longer one, which names no day."""

    @property
    def day(self) -> str | None:
        """`YYYY-MM-DD` where all of it lies on one day of the common era; else None."""
        first = self.earliest[:10]
        return first if first == self.latest[:10] and _ordinal(first) is not None else None


@dataclass(frozen=True, slots=True, kw_only=True)
class Telling:
    """A sentence of a report, in reading order, with the times it names."""

    start: int
    end: int
    text: str
    times: tuple[NamedTime, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Account:
    """What the chronicle needs of one report."""

    id: str
    origin: str | None
    """The origin its words go back to; None where it is not known: then reports with the same sentences are one."""
    published: str | None
    """`YYYY-MM-DD`; None where unknown: such a report tells only the days it names."""
    sentences: Sequence[Telling]


@dataclass(frozen=True, slots=True, kw_only=True)
class ChosenSentence:
    """A sentence shown for a day, with the place of its words."""

    report: str
    start: int
    end: int
    text: str
    named: bool
    """True where its own words name the day; False where it tells the day of publication."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ChronicleDay:
    """A day, what it is ranked by, and the sentences that tell it."""

    day: str
    score: float
    """log(1 + origins that name it within a month, others that appeared on it by half) + log(1 + origins that name it
    later)."""
    reports: int
    """Reports that name it, on it or after it."""
    origins: int
    """Independent origins of these."""
    lasting: int
    """Origins that name it when it is more than a month past."""
    published: int
    """Origins of the reports that appeared on it."""
    sentences: tuple[ChosenSentence, ...]


@dataclass(frozen=True, slots=True, order=True)
class _Kept:
    """A candidate; ordered by a number that its place alone decides, so that the least ones are a fair sample."""

    draw: int
    report: str
    start: int
    number: int = field(compare=False)
    mark: int = field(compare=False)
    sentence: Telling = field(compare=False)
    named: bool = field(compare=False)
    lag: int = field(compare=False)


@dataclass(slots=True)
class _Day:
    """What the reports tell of one day, by number of the report."""

    fresh: set[int] = field(default_factory=set)
    lasting: set[int] = field(default_factory=set)
    published: set[int] = field(default_factory=set)
    kept: list[_Kept] = field(default_factory=list)

    def keep(self, one: _Kept) -> None:
        """Add a candidate; the one with the greatest draw gives way when there are too many."""
        if len(self.kept) < KEPT_A_DAY or one < self.kept[-1]:
            insort(self.kept, one)
            del self.kept[KEPT_A_DAY:]


class Chronicle:
    """Takes reports one by one and gives the days they agree on. Ids of reports must differ."""

    def __init__(self) -> None:
        self._days: defaultdict[str, _Day] = defaultdict(_Day)
        self._reprints = Reprints()
        self._words = WordCounts()

    def add(self, report: Account) -> None:
        """Read one report."""
        number = self._reprints.next_number
        appeared = report.published[:10] if report.published and _ordinal(report.published[:10]) else None
        marks = []
        held: Counter[str] = Counter()
        for place, sentence in enumerate(report.sentences):
            if FEWEST_WORDS <= len(sentence.text.split()) <= MOST_WORDS:
                words = words_of(sentence.text)
                self._words.add(words)
                marks.append(signature(words))
                told = self._told(number, sentence, appeared, is_on_top=place < TOP_SENTENCES)
                if told and held[told[0]] < KEPT_OF_A_REPORT:
                    held[told[0]] += 1
                    self._keep(report.id, number, sentence, marks[-1], *told)
        if appeared:
            self._days[appeared].published.add(number)
        self._reprints.add(report.id, report.origin, appeared, marks)

    def _told(
        self, number: int, sentence: Telling, appeared: str | None, *, is_on_top: bool
    ) -> tuple[str, int, bool] | None:
        """The day a sentence tells, how many days it is past, and whether it is named: the first one it names that
        came before the report, which is counted, else that of the report; None for neither."""
        named = next(_past_days(sentence.times, appeared), None)
        if named is None:
            return (appeared, 0, False) if appeared and is_on_top else None
        day, lag = named
        (self._days[day].lasting if lag > LASTING else self._days[day].fresh).add(number)
        return day, lag, True

    def _keep(
        self, report: str, number: int, sentence: Telling, mark: int, day: str, lag: int, is_named: bool
    ) -> None:
        draw = crc32(f"{report} {sentence.start}".encode("utf-8", "surrogatepass"))
        self._days[day].keep(_Kept(draw, report, sentence.start, number, mark, sentence, is_named, lag))

    def days(
        self, *, count: int | None = None, first: str = "", last: str = "9999-12-31", sentences: int = 2
    ) -> tuple[ChronicleDay, ...]:
        """The days that matter most, heaviest first, at most `count`, from `first` to `last` (both included), each
        with at most so many sentences in order of report and place. Days that no sentence tells are left out."""
        roots = self._reprints.roots()
        inside = [_weighed(day, told, roots) for day, told in self._days.items() if first <= day <= last and told.kept]
        ranked = sorted(inside, key=lambda day: (-day.score, -day.published, day.day))[:count]
        return tuple(replace(day, sentences=self._shown(self._days[day.day], roots, sentences)) for day in ranked)

    def _shown(self, told: _Day, roots: Sequence[str], count: int) -> tuple[ChosenSentence, ...]:
        """The sentences that tell a day; copies of one origin are read once, from the report that appeared first."""
        once: dict[tuple[str, int], _Kept] = {}
        for one in sorted(told.kept, key=lambda one: (one.lag, one.report, one.start)):
            once.setdefault((roots[one.number], one.mark), one)
        kept = sorted(once.values(), key=lambda one: (one.report, one.start))
        vectors = [self._words.vector(words_of(one.sentence.text)) for one in kept]
        picked = central(vectors, [standing(one.sentence.text, is_title=False) for one in kept], count)
        return tuple(
            ChosenSentence(
                report=kept[place].report,
                start=kept[place].start,
                end=kept[place].sentence.end,
                text=kept[place].sentence.text,
                named=kept[place].named,
            )
            for place in sorted(picked)
        )


def _weighed(day: str, told: _Day, roots: Sequence[str]) -> ChronicleDay:
    """The day with its parts, still without sentences."""
    fresh, lasting, published = (
        {roots[number] for number in numbers} for numbers in (told.fresh, told.lasting, told.published)
    )
    at_once = len(fresh) + APPEARED * len(published - fresh)
    return ChronicleDay(
        day=day,
        score=round(math.log1p(at_once) + math.log1p(len(lasting)), 6),
        reports=len(told.fresh | told.lasting),
        origins=len(fresh | lasting),
        lasting=len(lasting),
        published=len(published),
        sentences=(),
    )


def _past_days(times: Sequence[NamedTime], appeared: str | None) -> Iterator[tuple[str, int]]:
    """The days named that had come when the report appeared, each with how many days it was past; all of them, as if
    on the day, where that is not known."""
    for time in times:
        if (day := time.day) is not None:
            lag = (_ordinal(appeared) or 0) - (_ordinal(day) or 0) if appeared else 0
            if lag >= 0:
                yield day, lag


@lru_cache(maxsize=65536)
def _ordinal(day: str) -> int | None:
    """Number of the day; None where it is none of the common era."""
    try:
        return date.fromisoformat(day).toordinal()
    except ValueError:
        return None
