"""Drawings as text: what is drawn where."""

from dataclasses import replace

from lxml import etree

from reportedly.dossier.records import Counts
from reportedly.records.linked import Event
from reportedly.show.web.drawings import MOST_MARKS, agreement_bar, day_number, origin_chain, time_band
from tests.dossiers import canal, crowded

SVG = "{*}"


def _band(events: tuple[Event, ...]) -> etree._Element:
    return etree.fromstring(str(time_band(events, {})))


def test_uncertain_dates_are_soft_bars_and_days_are_dots() -> None:
    band = _band(canal().timeline)
    soft = [str(rect.findtext("title")) for rect in band.iter("rect")]
    dots = [str(dot.findtext("title")) for dot in band.iter("circle")]
    assert any(title.startswith("March 2031") for title in soft)
    assert any(title.startswith("23 May 2031") for title in dots)
    assert not any("inquiry" in title for title in (*soft, *dots)), "an undated entry cannot be drawn"


def test_no_band_for_a_single_date() -> None:
    assert time_band(canal().timeline[:1], {}) == ""


def test_far_dates_are_counted_and_not_drawn() -> None:
    base = canal().timeline[3]
    many = tuple(replace(base, id=f"e-{number}") for number in range(40))  # type: ignore[arg-type]
    far = replace(base, when=replace(base.when, earliest="1931-05-01", latest="1931-05-01"))
    assert "1 earlier not drawn" in str(_band((*many, far)).get("aria-label"))
    assert "not drawn" not in str(_band((far, *many)).get("aria-label")), "the heaviest entries are in view"


def test_every_mark_stays_inside_the_drawing() -> None:
    for rect in _band(canal().timeline).iter("rect"):
        left, width = (float(str(rect.get(name)).rstrip("%")) for name in ("x", "width"))
        assert left >= 0 and left + width <= 100.01


def test_bar_is_as_wide_as_the_counts() -> None:
    bar = str(agreement_bar(Counts(reports=4, outlets=3, origins=3, agreed=1, disputed=1, single=2)))
    assert bar.count('width="25.00%"') == 2 and 'width="50.00%"' in bar
    assert "1 agreed, 1 disputed, 2 single" in bar
    assert agreement_bar(Counts(reports=1, outlets=1, origins=1, agreed=0, disputed=0, single=0)) == ""


def test_chain_has_one_open_dot_a_copy() -> None:
    assert str(origin_chain(3)).count('class="copy"') == 3


def test_day_number_of_what_is_no_date_is_unknown() -> None:
    assert day_number("PAST_REF") is None and day_number(None) is None
    assert day_number("2031-05-04T12:00") == (day_number("2031-05-04") or 0) + 0.5


def test_a_large_story_draws_its_heaviest_entries_only() -> None:
    events = crowded(400).timeline
    assert len(events) > MOST_MARKS
    assert str(time_band(events, {})).count("<title>") <= MOST_MARKS + 1
