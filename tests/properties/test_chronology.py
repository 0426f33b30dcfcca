"""Laws of the timeline in order of time, over any dates that entries may have."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from reportedly.dossier.timeline import brief, edtf_of_range
from reportedly.records.annotation import TimeRange
from reportedly.records.ids import MemberId
from reportedly.records.linked import Event
from reportedly.show.chronology import clock, days, hours, in_time, is_soft, stretches, sure_start, when_in_words
from tests.dossiers import GANNET, article, event

HOME = article(GANNET, "The Gannet", "2031-05-06")
DAYS = st.integers(1, 28).map(lambda day: f"2031-05-{day:02}")
MOMENTS = st.one_of(st.none(), DAYS, st.builds(lambda day, minute: f"{day}T{minute // 60:02}:{minute % 60:02}", DAYS,
                                               st.integers(0, 1439)))


@st.composite
def entries(draw: st.DrawFn) -> tuple[Event, ...]:
    """Up to twelve entries of any time, open ends included."""
    found = []
    for number in range(draw(st.integers(0, 12))):
        first, last = draw(MOMENTS), draw(MOMENTS)
        if first and last and first > last:
            first, last = last, first
        when = TimeRange(earliest=first, latest=last, precision=draw(st.sampled_from(("minute", "day", "part-of-day"))),
                         rule="any", because=())
        base = event(HOME, "sending eleven barges downstream", "2031-05-06", weight=float(draw(st.integers(0, 3))))
        found.append(replace(base, id=MemberId(f"e-{number}"), when=when, is_approximate=draw(st.booleans())))
    return tuple(found)


@given(entries())
def test_every_entry_stands_in_one_day_and_every_day_once(events: tuple[Event, ...]) -> None:
    found = days(events)
    assert sorted(item.id for day in found for item in day.events) == sorted(item.id for item in events)
    keys = [(day.earliest, day.latest) for day in found]
    assert len(keys) == len(set(keys))


@given(entries())
def test_order_does_not_depend_on_what_came_in_first(events: tuple[Event, ...]) -> None:
    assert in_time(events) == in_time(reversed(events))


@given(entries())
def test_what_is_surely_earlier_stands_earlier(events: tuple[Event, ...]) -> None:
    ordered = in_time(events)
    for place, item in enumerate(ordered):
        later = [other for other in ordered[place + 1:] if other.when.latest and other.when.earliest]
        assert not any((other.when.latest or "")[:10] < (item.when.earliest or "")[:10] for other in later)


@given(entries())
def test_hours_are_those_with_a_time_of_day(events: tuple[Event, ...]) -> None:
    assert {item.id for day in hours(events) for item in day.events} == {item.id for item in events if clock(item)}


@given(entries(), st.integers(0, 14))
def test_folding_loses_nothing(events: tuple[Event, ...], lines: int) -> None:
    foremost = {item.id for item in brief(events, lines)}
    parts = stretches(events, foremost)
    shown = [item.id for part in parts if part.day for item in part.day.events]
    folded = [item.id for part in parts for day in part.folded for item in day.events]
    assert set(shown) == foremost
    assert sorted(shown + folded) == sorted(item.id for item in events)


@given(entries())
def test_a_sure_start_lies_in_the_range_and_is_no_closer_than_it(events: tuple[Event, ...]) -> None:
    for item in events:
        start = sure_start(item)
        assert start is None or (item.when.earliest or "")[:10] == start[:10] == (item.when.latest or "")[:10]
        assert is_soft(item) or start is not None
        assert when_in_words(item)


@given(MOMENTS, MOMENTS, st.booleans())
def test_edtf_tells_both_ends(first: str | None, last: str | None, approximate: bool) -> None:
    value = edtf_of_range(first, last, approximate=approximate)
    assert (value is None) == (first is None and last is None)
    for end in (first, last):
        assert end is None or end[:10] in str(value)
