"""Maps: what is in view, where marks stand, and that nothing is stretched."""

from __future__ import annotations

import json
from importlib.resources import files
from math import cos, radians

import pytest
from lxml import etree

from reportedly.records.annotation import EntityKind
from reportedly.records.ids import ArticleId, MemberId
from reportedly.records.linked import Entity, Location
from reportedly.show.web.maps import LONGEST_PATH, MOST_LABELS, near, place_map, sights
from reportedly.show.web.outlines import area, largest_ring, middle, outlines


def place(name: str, latitude: float | None = None, longitude: float | None = None, *, country: str = "DE",
          mentions: int = 1) -> Entity:
    """A place that is known on the map: a town, or a country where no point is given."""
    location = Location(geonames=1, name=f"{name}, {country}", kind="country" if latitude is None else "city",
                        country=country, latitude=latitude, longitude=longitude, rule="by hand")
    member = MemberId(f"n-{name}")
    return Entity(id=member, kind=EntityKind.PLACE, name=name, aliases=(), roles=(), members=(member,),
                  reports=(ArticleId("r-1"),), mentions=mentions, location=location)


HAMBURG, BERLIN, WARSAW = place("Hamburg", 53.55, 10.0), place("Berlin", 52.52, 13.4), place("Warsaw", 52.23, 21.01)
TOKYO, LOS_ANGELES = place("Tokyo", 35.68, 139.69, country="JP"), place("Los Angeles", 34.05, -118.24, country="US")
DENMARK = place("Denmark", country="DK")
UNKNOWN = place("Osmarra", country="")


def drawing(*places: Entity) -> etree._Element:
    return etree.fromstring(str(place_map(places, lambda entity: f"items/{entity.id}.html")))


def dots(svg: etree._Element) -> dict[str, tuple[float, float]]:
    """Percent of width and height of each dot, by its name."""
    found = {}
    for link in svg.iter("a"):
        dot = link.find("circle")
        if dot is not None:
            name = str(link.findtext("title")).split(" (")[0]
            found[name] = (float(str(dot.get("cx"))[:-1]), float(str(dot.get("cy"))[:-1]))
    return found


def test_outlines_are_small_named_by_code_and_say_where_they_are_from() -> None:
    data = files("reportedly.show.web").joinpath("outlines.json").read_bytes()
    assert len(data) <= 150_000
    whole = json.loads(data)
    assert "Natural Earth" in whole["source"] and "public domain" in whole["source"]
    assert len(outlines()) == 177 and {"KR", "FR", "NO", "XK"} <= set(outlines())
    assert all(-180 <= x <= 180 and -90 <= y <= 84 for rings in outlines().values() for ring in rings for x, y in ring)


@pytest.mark.parametrize(("code", "longitude", "latitude"), [("KR", 127.8, 36.4), ("EG", 29.9, 26.5), ("BO", -64, -17)])
def test_middle_of_a_country_is_where_it_lies(code: str, longitude: float, latitude: float) -> None:
    found = middle(code)
    assert found is not None
    assert abs(found[0] - longitude) < 1 and abs(found[1] - latitude) < 1
    assert abs(area(largest_ring(code) or ())) > 1
    assert middle("ZZ") is None


def test_nothing_is_drawn_where_no_place_is_known() -> None:
    assert place_map([]) == ""
    assert place_map([UNKNOWN]) == ""
    assert not sights([UNKNOWN])


def test_every_town_has_a_dot_that_leads_to_its_entry() -> None:
    svg = drawing(HAMBURG, BERLIN, WARSAW, DENMARK)
    assert [link.get("href") for link in svg.iter("a")] == [f"items/n-{name}.html" for name in
                                                            ("Warsaw", "Hamburg", "Denmark", "Berlin")]
    assert set(dots(svg)) == {"Hamburg", "Berlin", "Warsaw"}
    assert {str(text.text) for text in svg.iter("text")} == {"Hamburg", "Berlin", "Warsaw", "Denmark"}
    assert "4 places" in str(svg.get("aria-label"))
    assert svg.findall(".//path[@class='land told']"), "the country is tinted"


def test_without_addresses_nothing_is_linked() -> None:
    assert "<a " not in place_map([HAMBURG, BERLIN])


def test_nothing_is_stretched() -> None:
    found = dots(drawing(HAMBURG, BERLIN, WARSAW))
    ratio = 1.5 if 'class="map"' in place_map([HAMBURG, BERLIN, WARSAW]) else 2.0
    across = (found["Warsaw"][0] - found["Hamburg"][0]) * ratio
    down = found["Warsaw"][1] - found["Hamburg"][1]
    degrees_across = (21.01 - 10.0) * cos(radians((53.55 + 52.23) / 2))
    assert across / down == pytest.approx(degrees_across / (53.55 - 52.23), rel=0.01)


def test_a_single_town_stands_in_the_middle_of_some_land() -> None:
    assert dots(drawing(BERLIN))["Berlin"] == (50, 50)


def test_a_story_over_the_date_line_is_drawn_over_it() -> None:
    found = dots(drawing(TOKYO, LOS_ANGELES))
    assert found["Tokyo"][0] < 40 and found["Los Angeles"][0] > 60


def test_dots_stand_inside_also_where_the_whole_earth_is_drawn() -> None:
    far = (TOKYO, LOS_ANGELES, HAMBURG, place("Cape Town", -33.9, 18.4), place("Sydney", -33.9, 151.2),
           place("Tromsø", 69.6, 18.9))
    assert all(0 < x < 100 and 0 < y < 100 for x, y in dots(drawing(*far)).values())
    assert len(place_map(far)) < LONGEST_PATH + 4000


def test_a_close_map_leaves_far_places_out_where_few_mentions_are_of_them() -> None:
    often = place("Kiel", 54.32, 10.13, mentions=9)
    assert near((often, HAMBURG, TOKYO)) == (often, HAMBURG)
    assert near((HAMBURG, TOKYO)) == (HAMBURG, TOKYO), "half of the mentions are no far place"
    assert near((often, HAMBURG, BERLIN)) == (often, HAMBURG, BERLIN), "near enough"


def test_names_are_few_and_escaped() -> None:
    many = [place(f"Town {number}", 40 + number % 7 * 2, number * 2.0) for number in range(40)]
    svg = drawing(*many)
    assert len(dots(svg)) == 40 and 1 < len(list(svg.iter("text"))) <= MOST_LABELS
    assert "<img" not in place_map([place("<img src=x>", 50, 10)])
    assert place_map(many) == place_map(many)
