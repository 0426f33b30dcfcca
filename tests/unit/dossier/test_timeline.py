"""Entries of the timeline: their dates, how late they were reported, background, and what is left to the forecasts."""

from __future__ import annotations

from dataclasses import replace

import pytest

from reportedly.dossier.compose import compose
from reportedly.dossier.timeline import TOLD_BEFORE, brief, edtf_of_range, story_start, timeline
from reportedly.records.annotation import TimeRange
from reportedly.records.linked import Event, LinkedStory
from reportedly.records.span import SourceSpan
from tests.dossiers import canal
from tests.unit.weigh.story_of import story_of

SANK = ("The Gannet", "2031-05-06", "The ferry Marigold sank off Port Sorrel on 4 May 2031, killing 12 people.")
CLOSED = ("The Tern", "2031-05-07", "Mayor Jane Roe closed the harbour of Port Sorrel.")
OLD = ("The Tern", "2031-05-07", "The ferry Marigold struck a pier of Port Sorrel in June 2029.")


def entries(linked: LinkedStory) -> tuple[Event, ...]:
    return timeline(linked, ())


def of(found: tuple[Event, ...], words: str) -> Event:
    return next(event for event in found if words in event.text)


def over(linked: LinkedStory, words: str, earliest: str, latest: str | None = None, status: str = "happened",
         ) -> LinkedStory:
    """The story with another time, told by words, for the event that holds these words."""
    def changed(event: Event) -> Event:
        because: tuple[SourceSpan, ...] = (event.chosen,)
        when = TimeRange(earliest=earliest, latest=latest or earliest, precision="day", rule="expression in the clause",
                         because=because)
        return replace(event, when=when, status=status) if words in event.text else event

    return replace(linked, events=tuple(map(changed, linked.events)))


def test_lag_runs_from_the_day_told_to_the_first_report() -> None:
    sank = of(entries(story_of(SANK, CLOSED)), "sank")
    assert (sank.when.day, sank.first_reported, sank.lag_days, sank.lag_hours) == ("2031-05-04", "2031-05-06", 2, None)
    assert sank.edtf == "2031-05-04"


def test_a_day_of_publication_is_approximate_and_has_no_lag() -> None:
    closed = of(entries(story_of(SANK, CLOSED)), "closed")
    assert closed.lag_days is None
    assert closed.edtf == "2031-05-07~" and closed.is_approximate


def test_an_hour_that_is_about_right_says_so_and_leaves_the_day_sure() -> None:
    told = ("The Gannet", "2031-05-04", "The ferry Marigold sank off Port Sorrel at around 5 a.m. on 4 May.")
    sank = of(entries(story_of(told)), "sank")
    assert (sank.when.earliest, sank.is_approximate, sank.edtf) == ("2031-05-04T05:00", True, "2031-05-04")


def test_first_report_is_the_earliest_one() -> None:
    later = ("Harbour Post", "2031-05-08", SANK[2])
    linked = story_of(later, SANK)
    first = of(entries(linked), "sank").first_report
    assert first in {report.article.id for report in linked.state.reports if report.article.outlet.name == SANK[0]}


def test_hours_of_lag_need_the_hour_of_both() -> None:
    told = ("The Gannet", "2031-05-04T13:00:00+02:00", "The ferry Marigold sank off Port Sorrel at 10:00 on 4 May.")
    sank = of(entries(story_of(told)), "sank")
    assert (sank.lag_days, sank.lag_hours) == (0, 3)


def test_times_that_differ_make_the_value_as_wide_as_they_are() -> None:
    linked = story_of(SANK)
    clocks, days = ((("2031-05-04T10:27", "The Gannet"), ("2031-05-04T10:30", "The Tern")),
                    (("2031-05-04", "The Gannet"), ("2031-05-05", "The Tern")))
    values = [of(entries(replace(linked, events=tuple(replace(event, times=times) for event in linked.events))),
                 "sank").edtf for times in (clocks, days)]
    assert values == ["2031-05-04", "2031-05-04/2031-05-05"]


def test_what_was_over_long_before_the_story_is_background() -> None:
    found = entries(story_of(SANK, CLOSED, OLD))
    assert [event.is_background for event in (of(found, "sank"), of(found, "pier"))] == [False, True]


def test_a_story_told_long_after_has_no_background() -> None:
    late = ("The Gannet", "2031-05-06", "The ferry Marigold sank off Port Sorrel on 4 May 2019, killing 12 people.")
    assert not of(entries(story_of(late)), "sank").is_background


def test_a_story_reaches_back_as_long_as_there_is_no_gap() -> None:
    found = entries(story_of(SANK))
    early = over(over(story_of(SANK, OLD), "sank", "2031-03-01"), "pier", "2030-01-01").events
    assert story_start(found, "2031-05-06") == "2031-05-04"
    assert story_start(early, "2031-05-06") == "2031-03-01"
    assert story_start(found, None) is None


def test_nothing_is_dated_after_the_reports_that_tell_it() -> None:
    sank = of(entries(over(story_of(SANK), "sank", "2031-06-01")), "sank")
    assert (sank.when.earliest, sank.when.latest, sank.when.rule) == (None, "2031-05-06", TOLD_BEFORE)
    assert (sank.edtf, sank.lag_days) == ("../2031-05-06", None)


def test_an_hour_of_the_next_day_is_let_pass() -> None:
    sank = of(entries(over(story_of(SANK), "sank", "2031-05-07T01:00")), "sank")
    assert (sank.when.earliest, sank.edtf) == ("2031-05-07T01:00", "2031-05-07T01:00:00")


def test_what_stands_among_the_forecasts_is_not_on_the_timeline() -> None:
    linked = over(story_of(SANK, CLOSED), "closed", "2031-05-07", status="possible")
    closed = of(linked.events, "closed")
    forecast = replace(canal().forecasts[0], spans=(closed.chosen,))
    assert closed.id not in {event.id for event in timeline(linked, (forecast,))}
    assert closed.id in {event.id for event in timeline(linked, ())}


def test_what_may_happen_after_its_report_is_not_on_the_timeline() -> None:
    linked = over(story_of(SANK, CLOSED), "closed", "2031-05-12", status="possible")
    assert not any("closed" in event.text for event in entries(linked))


def test_what_is_announced_is_found_among_the_forecasts() -> None:
    dossier = compose(story_of(SANK, ("The Tern", "2031-05-07", "The council will vote on the harbour on 12 May 2031."),
                               ).state)
    assert not any("vote" in event.text for event in dossier.timeline)


def test_brief_has_the_weightiest_and_background_last() -> None:
    first, second, third = (replace(event, weight=float(weight)) for event, weight in
                            zip(canal().timeline[:3], (3, 2, 1), strict=True))
    old = replace(first, is_background=True)
    assert brief((old, second, third), 2) == (second, third)
    assert brief((old, second, third), 3) == (old, second, third)
    assert brief((old, second), 0) == ()


@pytest.mark.parametrize(("earliest", "latest", "approximate", "edtf"), [
    ("2031-05-04", "2031-05-04", False, "2031-05-04"),
    ("2031-05-04", "2031-05-04", True, "2031-05-04~"),
    ("2031-05-04", "2031-05-06", True, "2031-05-04~/2031-05-06~"),
    ("2031-05-04", "2031-05-06", False, "2031-05-04/2031-05-06"),
    ("2031-05-04T10:27", "2031-05-04T10:27", False, "2031-05-04T10:27:00"),
    ("2031-05-04T18:00", "2031-05-04T23:59", False, "2031-05-04"),
    (None, "2031-05-04", False, "../2031-05-04"),
    ("2031-05-04", None, True, "2031-05-04~/.."),
    (None, None, False, None)])
def test_range_in_edtf(earliest: str | None, latest: str | None, approximate: bool, edtf: str | None) -> None:
    assert edtf_of_range(earliest, latest, approximate=approximate) == edtf


def test_times_given_are_listed_with_their_outlets_and_make_a_range() -> None:
    event = replace(canal().timeline[0], times=(
        ("2031-05-04", "Post"), ("2031-05-04T10:27", "Gannet"), ("2031-05-04T10:30", "Tern"),
        ("2031-05-04T10:30", "Herald")))
    assert event.times_given == (("2031-05-04", ("Post",)), ("2031-05-04T10:27", ("Gannet",)),
                                 ("2031-05-04T10:30", ("Tern", "Herald")))
    assert event.time_range == ("2031-05-04T10:27", "2031-05-04T10:30")
    assert replace(event, times=()).time_range is None
