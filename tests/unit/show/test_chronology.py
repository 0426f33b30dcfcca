"""The timeline by day and by hour, and what is said of an entry's doubt and delay."""

from __future__ import annotations

from dataclasses import replace

from reportedly.records.ids import MemberId
from reportedly.records.linked import Event
from reportedly.show.chronology import (
    clock,
    days,
    doubt_in_words,
    hours,
    in_time,
    is_soft,
    lag_in_words,
    standing,
    stretches,
    sure_start,
    times_in_words,
    when_in_words,
)
from reportedly.show.flat import Flat
from reportedly.show.timelines import Timeline
from tests.dossiers import GANNET, article, canal, event

HOME = article(GANNET, "The Gannet", "2031-05-06")
CLOCKS = (("2031-05-06T10:27", "Gannet"), ("2031-05-06T10:30", "Tern"), ("2031-05-06T10:30", "Herald"))


def entry(earliest: str | None, latest: str | None = None, *, words: str = "sending eleven barges downstream",
          precision: str = "day", weight: float = 1.0) -> Event:
    return event(HOME, words, earliest, latest, precision=precision, weight=weight)


def told_at(*times: tuple[str, str]) -> Event:
    return replace(entry("2031-05-06T10:30", precision="minute"), times=times)


def test_days_run_in_order_and_end_with_the_undated() -> None:
    found = days(canal().timeline)
    assert [day.heading for day in found] == ["March 2031", "6 May 2031", "23 May 2031", "No date given"]
    assert [day.weekday for day in found] == ["", "Tuesday", "Friday", ""]


def test_ranges_and_open_dates_have_headings_of_their_own() -> None:
    by_then = replace(entry("2031-05-06"), when=replace(entry("2031-05-06").when, earliest=None))
    found = days([by_then, entry("2031-05-04", "2031-05-06"), entry("2031-05-06"), by_then, entry("2031-05-06")])
    assert [(day.heading, len(day.events)) for day in found] == [
        ("4–6 May 2031", 1), ("6 May 2031", 2), ("by 6 May 2031", 2)]


def test_within_a_day_the_clock_comes_first_and_a_part_of_the_day_at_its_middle() -> None:
    late = entry("2031-05-06T18:00", "2031-05-06T23:59", precision="part-of-day")
    at_ten, at_eleven = entry("2031-05-06T20:00", precision="minute"), entry("2031-05-06T23:00", precision="minute")
    light, heavy = entry("2031-05-06", weight=1.0), entry("2031-05-06", weight=2.0)
    ordered = in_time([light, at_eleven, heavy, late, at_ten])
    assert [clock(item) or item.weight for item in ordered] == ["20:00", "late", "23:00", 2.0, 1.0]


def test_hours_leave_out_what_is_known_to_the_day_alone() -> None:
    found = hours([entry("2031-05-06"), entry("2031-05-06T10:27"), entry(None)])
    assert [[clock(item) for item in day.events] for day in found] == [["10:27"]]


def test_all_but_the_foremost_is_folded_into_its_days() -> None:
    heavy, light = entry("2031-05-06", weight=9.0), replace(entry("2031-05-06"), id=MemberId("e-1"))
    others = [replace(entry(f"2031-05-{day:02}"), id=MemberId(f"e-{day}")) for day in (7, 9)]
    found = stretches([heavy, light, *others], {heavy.id})
    assert [(part.day.heading if part.day else None, part.heading, part.entries) for part in found] == [
        ("6 May 2031", "6 May 2031", 1), (None, "7–9 May 2031", 2)]
    assert found[0].day is not None and found[0].day.events == (heavy,)
    assert [day.heading for day in found[1].folded] == ["7 May 2031", "9 May 2031"]


def test_accounts_that_differ_give_a_range_and_are_named() -> None:
    differing = told_at(*CLOCKS)
    assert clock(differing) == "10:27–10:30"
    assert when_in_words(differing) == "6 May 2031, 10:27–10:30"
    assert times_in_words(differing) == ("10:27 (Gannet)", "10:30 (Tern, Herald)")
    assert is_soft(differing) and sure_start(differing) == "2031-05-06"


def test_a_bare_day_beside_a_clock_time_is_no_other_time() -> None:
    assert times_in_words(told_at(*CLOCKS, ("2031-05-06", "Post"))) == times_in_words(told_at(*CLOCKS))


def test_days_that_differ_are_given_in_full_and_no_day_is_sure() -> None:
    differing = replace(entry("2031-05-06"), times=(("2031-05-06", "Gannet"), ("2031-05-07", "Tern")))
    assert times_in_words(differing) == ("6 May 2031 (Gannet)", "7 May 2031 (Tern)")
    assert sure_start(differing) is None


def test_a_day_of_the_report_says_so() -> None:
    rough = replace(entry("2031-05-06"), edtf="2031-05-06~", is_approximate=True)
    said = replace(rough, when=replace(rough.when, because=(rough.chosen,), rule="expression in the clause"))
    assert (doubt_in_words(rough), doubt_in_words(said), doubt_in_words(entry("2031-05-06"))) == (
        "day of the report", "about", "")
    assert when_in_words(rough) == "about 6 May 2031"
    assert is_soft(rough) and sure_start(rough) is None


def test_an_hour_that_is_about_right_says_so_itself() -> None:
    about = replace(entry("2031-05-06T10:30", precision="minute"), is_approximate=True)
    assert (clock(about), when_in_words(about), doubt_in_words(about)) == (
        "about 10:30", "6 May 2031, about 10:30", "")
    assert sure_start(about) == "2031-05-06"


def test_a_start_is_given_no_closer_than_it_is_sure() -> None:
    assert sure_start(entry("2031-05-06T10:27", precision="minute")) == "2031-05-06T10:27"
    assert sure_start(entry("2031-05-06T10:00", "2031-05-06T10:59", precision="hour")) == "2031-05-06"
    assert sure_start(entry("2031-05-04", "2031-05-06")) is None


def test_lag_is_said_from_two_days_or_in_hours() -> None:
    base = entry("2031-05-06")
    said = [lag_in_words(replace(base, lag_days=days, lag_hours=hours))
            for days, hours in ((None, None), (0, None), (1, None), (3, None), (0, 1), (1, 20), (0, 0))]
    assert said == ["", "", "", "first reported 3 days later", "first reported about 1 hour later",
                    "first reported about 20 hours later", ""]


def test_entries_stand_as_the_brief_counts_them() -> None:
    dossier = canal()
    found = list(standing(dossier).values())
    assert (found.count("agreed"), found.count("disputed"), found.count("single")) == (
        dossier.counts.agreed, dossier.counts.disputed, dossier.counts.single)


def test_timeline_filters_into_timelines() -> None:
    dossier = canal()
    old = replace(dossier.timeline[2], is_background=True)
    events = in_time((*dossier.timeline[:2], old, *dossier.timeline[3:]))
    table = Timeline("timeline", events, Flat(dossier).event)
    assert [item.weight for item in table.brief(2)] == [9.0, 6.0]
    assert [item.id for item in table.background()] == [old.id]
    assert [item.id for item in table.where(kind="background")] == [old.id]
    assert len(table.without_background()) == len(table) - 1
    assert [item.weight for item in table.with_hours()] == [9.0]
    assert [day.heading for day in table.where(contains="barges").days()] == ["6 May 2031"]
    assert [len(day.events) for day in table.hours()] == [1]


def test_flat_row_tells_doubt_lag_and_weight() -> None:
    dossier = canal()
    first = replace(dossier.timeline[0], first_report=dossier.reports[0].id, lag_days=2, edtf="2031-05-06",
                    times=CLOCKS)
    row = Flat(dossier).event(first)
    assert row["differing_times"] == "2031-05-06T10:27 (Gannet); 2031-05-06T10:30 (Tern, Herald)"
    assert (row["first_reported_by"], row["lag_days"], row["edtf"], row["background"], row["novelty"]) == (
        "The Gannet", 2, "2031-05-06", False, 1.0)
