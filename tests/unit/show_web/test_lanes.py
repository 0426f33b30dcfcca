"""Lanes by actor and bands by the hour: filled where it happened, open where it was first reported."""

from __future__ import annotations

from dataclasses import replace

from lxml import etree

from reportedly.dossier.records import Dossier
from reportedly.records.annotation import EventMention
from reportedly.records.ids import MemberId
from reportedly.records.linked import Event
from reportedly.show.chronology import standing
from reportedly.show.web.lanes import MOST_ACTORS, actor_lanes, actors, hour_bands
from tests.dossiers import HAND, HOSTILE, canal


def told_of(dossier: Dossier, *places: int) -> Dossier:
    """The dossier with its first person taking part in these entries of the timeline."""
    local = dossier.people[0].members[0]
    mentions = tuple(EventMention(
        id=event.members[0], trigger=event.chosen, clause=event.chosen, lemma="fail", participants=(local,), places=(),
        time=event.when, status="happened", statement=None, is_title=False, terms=(), provenance=HAND)
        for event in (dossier.timeline[place] for place in places))
    first, *rest = dossier.articles
    return replace(dossier, articles=(replace(first, events=mentions), *rest))


def drawing(dossier: Dossier) -> etree._Element:
    return etree.fromstring(str(actor_lanes(dossier, standing(dossier), lambda event: f"timeline.html#{event.id}")))


def timed(event: Event, number: int, earliest: str, latest: str | None = None) -> Event:
    """The entry at another time of day."""
    return replace(event, id=MemberId(f"e-{number:016}"), when=replace(
        event.when, earliest=earliest, latest=latest or earliest, precision="minute"))


def test_actors_are_those_with_a_part_in_most_entries() -> None:
    [actor] = actors(told_of(canal(), 0, 1, 4))
    assert actor.entity.name == "Teodor Kalvik"
    assert [event.id for event in actor.events] == [event.id for event in canal().timeline[:2]], "undated"
    assert actors(canal()) == ()


def test_no_more_lanes_than_can_be_read() -> None:
    dossier = told_of(canal(), 0, 1)
    person = dossier.people[0]
    many = tuple(replace(person, id=MemberId(f"n-{number}"), members=(MemberId(f"n-{number}"),)) for number in range(9))
    mentions = tuple(replace(mention, participants=tuple(one.id for one in many))
                     for mention in dossier.articles[0].events)
    crowd = replace(dossier, people=many, articles=(replace(dossier.articles[0], events=mentions),))
    assert len(actors(crowd)) == MOST_ACTORS


def test_lane_has_a_filled_mark_and_an_open_one_joined_where_it_was_reported_later() -> None:
    dossier = told_of(canal(), 1, 3)
    late = replace(dossier.timeline[1], lag_days=3, first_reported="2031-05-09")
    svg = drawing(replace(dossier, timeline=(dossier.timeline[0], late, *dossier.timeline[2:])))
    [link] = [link for link in svg.iter("a") if link.get("href") == f"timeline.html#{late.id}"]
    filled, opened = link.findall("circle")[::-1]
    line = link.find("line")
    assert line is not None
    assert (line.get("x1"), line.get("x2")) == (filled.get("cx"), opened.get("cx"))
    assert opened.get("class") == "reported is-disputed" and filled.get("class") == "fill-disputed"
    assert float(str(filled.get("cx"))[:-1]) < float(str(opened.get("cx"))[:-1])
    assert "(first reported 9 May 2031)" in str(link.findtext("title"))
    assert "Teodor Kalvik (2)" in str(svg.get("aria-label"))


def test_uncertain_dates_keep_their_soft_edges() -> None:
    svg = drawing(told_of(canal(), 0, 2))
    assert {str(rect.get("fill")) for rect in svg.iter("rect")} == {"url(#lanes-agreed)", "url(#lanes-single)"}
    assert {gradient.get("id") for gradient in svg.iter("linearGradient")} == {"lanes-agreed", "lanes-single"}


def test_no_lanes_where_nobody_has_a_part_in_two_entries() -> None:
    assert actor_lanes(canal(), {}) == "" and actor_lanes(told_of(canal(), 1), {}) == ""


def test_hours_are_drawn_for_days_with_three_timed_entries() -> None:
    dossier = canal()
    first = dossier.timeline[0]
    events = [timed(first, 1, "2031-05-06T04:10"), timed(first, 2, "2031-05-06T05:00", "2031-05-06T07:00"),
              timed(first, 3, "2031-05-06T09:30"), timed(first, 4, "2031-05-07T09:30")]
    [(day, band)] = hour_bands(events, dossier, {})
    svg = etree.fromstring(str(band))
    assert day.heading == "6 May 2031" and "3 entries" in str(svg.get("aria-label"))
    words = [str(text.text) for text in svg.iter("text")]
    assert words[0] == "04:00" and words[-1] == "10:00"
    left = {str(group.findtext("title"))[:17]: float(str(group[-1].get("cx") or group[-1].get("x"))[:-1])
            for group in svg.iter("g") if group.findtext("title")}
    assert sorted(left.values()) == list(left.values()) and len(left) == 3
    assert hour_bands(events[1:], dossier, {}) == ()


def test_first_report_of_a_known_hour_is_an_open_mark_on_the_day() -> None:
    dossier = canal()
    courier = dossier.reports[2]
    rows = tuple(replace(row, published="2031-05-06T08:00:00+02:00") if row is courier else row
                 for row in dossier.reports)
    late = replace(timed(dossier.timeline[0], 1, "2031-05-06T04:00"), lag_hours=4, first_report=courier.id)
    events = [late, *(timed(dossier.timeline[0], number, "2031-05-06T06:00") for number in (2, 3))]
    [(_, band)] = hour_bands(events, replace(dossier, reports=rows), {})
    assert band.count('class="reported') == 1
    assert "first reported 6 May, 08:00" in band


def test_hostile_words_stay_words() -> None:
    dossier = told_of(canal(), 0, 1)
    evil = replace(dossier, people=(replace(dossier.people[0], name=HOSTILE),),
                   timeline=tuple(replace(event, text=HOSTILE) for event in dossier.timeline))
    assert "<script" not in actor_lanes(evil, {})
