"""The timeline on a terminal and in a pipe."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from reportedly.records.linked import Event
from reportedly.show.chronology import days, in_time
from reportedly.show.cli.timeline_lines import (
    Line,
    Look,
    brief_lines,
    full_lines,
    laid_out,
    opening_time,
    short_day,
)
from reportedly.show.flat import Flat
from reportedly.show.timelines import Timeline
from tests.dossiers import GANNET, article, canal, event, span

DOSSIER = canal()
TABLE = Timeline("timeline", in_time(DOSSIER.timeline), Flat(DOSSIER).event)
HOME = article(GANNET + "\nOn 4 May, at noon, the mayor Otilia Verrin closed the whole length of the Osmarra canal.",
               "The Gannet", "2031-05-06")


def look(columns: int | None) -> Look:
    return Look.of(DOSSIER, columns)


def plain(lines: Iterable[Line]) -> list[str]:
    return ["".join(words for words, _ in line) for line in lines]


def opening() -> Event:
    words = "On 4 May, at noon, the mayor Otilia Verrin closed the whole length of the Osmarra canal."
    entry = event(HOME, words, "2031-05-04T12:00", precision="minute")
    return replace(entry, when=replace(entry.when, because=(span(HOME, "4 May"), span(HOME, "noon"))))


def test_brief_is_one_line_an_entry_and_one_a_year() -> None:
    found = plain(brief_lines(DOSSIER.timeline[:4], look(80)))
    assert len(found) == 1 + 4 and found[0] == "2031"
    assert all(len(line) <= 80 for line in found)
    assert found[1].split()[0] == "Mar" and found[2].startswith(" 6 May  04:00–07:00  A lock gate")
    assert found[3].startswith("        ") and found[3].endswith("≠1")


def test_undated_entries_have_a_heading_of_their_own() -> None:
    assert plain(brief_lines(DOSSIER.timeline, look(80)))[-2] == "No date given"


def test_a_pipe_gets_whole_words_and_the_whole_date_on_every_line() -> None:
    found = plain(brief_lines(DOSSIER.timeline, look(None)))
    assert len(found) == len(DOSSIER.timeline)
    assert all(entry.id[:10] in "".join(found) and entry.text in "".join(found) for entry in DOSSIER.timeline)
    assert sum(line.lstrip().startswith("6 May 2031") for line in found) == 2


def test_a_wide_terminal_shows_ids() -> None:
    assert DOSSIER.timeline[0].id[:10] in "".join(plain(brief_lines(DOSSIER.timeline, look(120))))


def test_status_and_approximate_days_are_marked() -> None:
    entry = replace(DOSSIER.timeline[3], status="negated", edtf="2031-05-23~", is_approximate=True)
    line = plain(brief_lines([entry], look(90)))[1]
    assert line.startswith("~23 May") and "[reported as not happening]" in line


def test_date_that_a_long_entry_opens_with_is_left_out_beside_its_day() -> None:
    assert opening_time(opening()) == len("On 4 May, at noon, ")
    assert opening_time(DOSSIER.timeline[0]) == 0
    assert "…the mayor Otilia" in plain(brief_lines([opening()], look(80)))[1]


def test_full_names_outlets_times_and_delay() -> None:
    entry = replace(DOSSIER.timeline[0], lag_days=3, first_report=DOSSIER.reports[0].id,
                    times=(("2031-05-06T04:00", "Gannet"), ("2031-05-06T04:30", "Tern")))
    found = " ".join("\n".join(plain(full_lines([entry], look(80), level="day"))).split())
    assert found.startswith("Tuesday 6 May 2031 04:00–04:30 A lock gate")
    assert "2 origins: Harbour Post, Luthen Courier, The Gannet" in found
    assert "accounts differ: 04:00 (Gannet), 04:30 (Tern)" in found
    assert "first reported 3 days later by The Gannet" in found
    assert entry.id[:10] in found


def test_background_stands_apart_before_the_story() -> None:
    old = replace(DOSSIER.timeline[2], is_background=True)
    found = plain(full_lines([DOSSIER.timeline[0], old], look(80), level="day"))
    assert found[0].startswith("BACKGROUND")
    assert found.index("March 2031") < found.index("THE STORY") < found.index("Tuesday 6 May 2031")
    assert "THE STORY" not in plain(full_lines([DOSSIER.timeline[0]], look(80), level="day"))


def test_hour_level_has_only_what_has_a_time_of_day() -> None:
    found = plain(full_lines(DOSSIER.timeline, look(None), level="hour"))
    assert [line for line in found if line and not line.startswith(" ")] == ["Tuesday 6 May 2031"]


def test_lines_fit_the_terminal() -> None:
    assert all(len(line) <= 60 for line in plain(full_lines(DOSSIER.timeline, look(60), level="day")))


def test_short_days() -> None:
    found = [short_day(day) for day in days(DOSSIER.timeline)]
    assert found == ["Mar", "6 May", "23 May", ""]
    assert [(short_day(day), short_day(day, with_year=True)) for first, last in
            (("2031-01-01", "2031-12-31"), ("2031-01-21", "2031-09-19"), ("2031-01-21", "2032-09-19"))
            for day in days([event(HOME, "sending eleven barges downstream", first, last)])] == [
        ("in 2031", "2031"), ("21 Jan–19 Sep", "21 Jan – 19 Sep 2031"),
        ("21 Jan–Sep 2032", "21 Jan 2031 – 19 Sep 2032")]


def test_what_is_left_out_is_counted_with_the_way_to_see_it() -> None:
    found = plain(laid_out(TABLE, TABLE.brief(2), look(80), story="canal", level="day", is_brief=True))
    assert found[-2:] == ["", "3 more: reportedly timeline canal --full"]
    whole = plain(laid_out(TABLE, TABLE, look(80), story="canal", level="day", is_brief=False))
    assert "more" not in whole[-1]


def test_nothing_found_is_said() -> None:
    none = TABLE.where(contains="tunnel")
    assert plain(laid_out(none, none, look(80), story="canal", level="day", is_brief=True)) == ["no timeline"]
    assert "time of day" in plain(laid_out(none, none, look(80), story="canal", level="hour", is_brief=False))[0]
