"""Drawings on the pages: each where its words are, in full on the list pages, and light on the first."""

from __future__ import annotations

from dataclasses import replace
from functools import cache

from lxml import html

from reportedly.dossier.records import Dossier
from reportedly.records.annotation import EventMention
from reportedly.records.ids import MemberId
from reportedly.records.linked import Entity, Location
from reportedly.show.web.pages import render
from tests.dossiers import HAND, canal


def at(place: Entity, number: int, latitude: float, longitude: float, mentions: int) -> Entity:
    """A copy of a place that lies somewhere."""
    location = Location(geonames=number, name="Somewhere, NO", kind="city", country="NO", latitude=latitude,
                        longitude=longitude, rule="by hand")
    return replace(place, name=f"Town {number}", location=location, mentions=mentions)


def drawn() -> Dossier:
    """The canal dossier with two towns close by and one far away, an actor of two entries and three timed entries."""
    base = canal()
    osmarra, kalvik = base.places[0], base.people[0]
    towns: tuple[Entity, ...] = (
        at(osmarra, 1, 60.0, 10.0, 9), at(osmarra, 2, 61.0, 11.0, 5), at(osmarra, 3, -33.0, 18.0, 1))
    ids = tuple(MemberId(f"n-00000000000000{number:02}") for number in range(3))
    towns = tuple(replace(town, id=number) for town, number in zip(towns, ids, strict=True))
    first = base.timeline[0]
    timed = tuple(replace(first, id=MemberId(f"e-{number:016}"), members=(MemberId(f"e-{number:016}"),), when=replace(
        first.when, earliest=f"2031-05-06T0{4 + number}:00", latest=f"2031-05-06T0{4 + number}:00"))
        for number in range(3))
    mentions = tuple(EventMention(
        id=event.id, trigger=event.chosen, clause=event.chosen, lemma="fail", participants=kalvik.members[:1],
        places=(), time=event.when, status="happened", statement=None, is_title=False, terms=(), provenance=HAND)
        for event in timed)
    head, *rest = base.articles
    return replace(base, places=towns, timeline=(*timed, *base.timeline[1:]),
                   articles=(replace(head, events=mentions), *rest))


@cache
def pages() -> dict[str, html.HtmlElement]:
    """The pages with lists, parsed."""
    files = render(drawn())
    return {name: html.document_fromstring(str(files[name]))
            for name in ("index.html", "timeline.html", "people.html", "sources.html")}


def test_first_page_has_the_close_map_and_the_list_page_all_of_it_in_a_fold() -> None:
    for name, maps, folded in (("index.html", 1, 0), ("people.html", 2, 1)):
        section = pages()[name].xpath("//section[@id='people']")[0]
        drawings = section.xpath(".//*[local-name()='svg'][starts-with(@class, 'map')]")
        assert len(drawings) == maps
        assert "2 places" in drawings[0].get("aria-label")
        assert len(section.xpath(".//details//*[starts-with(@class, 'map')]")) >= folded
        assert section.xpath(".//ul[@class='names']"), "its twin in words"
    assert "Natural Earth" in pages()["index.html"].xpath("//section[@id='people']")[0].text_content()


def test_marks_of_the_map_lead_to_their_places() -> None:
    links = pages()["index.html"].xpath("//*[starts-with(@class, 'map')]//a/@href")
    assert links and all(str(link).startswith("items/n-") for link in links)


def test_origin_graph_stands_beside_the_copies() -> None:
    for name in ("index.html", "sources.html"):
        section = pages()[name].xpath("//section[@id='sources']")[0]
        [graph] = section.xpath(".//*[@class='graph']")
        assert graph.get("role") == "group" and section.xpath(".//ul[@class='copies']")
        assert {str(link).split("/")[0] for link in graph.xpath(".//a/@href")} == {"reports"}


def test_closer_drawings_fold_on_the_list_page_and_the_first_page_leads_there() -> None:
    assert pages()["index.html"].xpath("//a[@href='timeline.html#closer']")
    folds = pages()["timeline.html"].xpath("//details[.//*[@class='band']]")
    assert [" ".join(fold.xpath("string(./summary)").split()) for fold in folds] == [
        "Drawn by who has a part in it", "Drawn by the hour: 1 day"]
    assert folds[0].get("id") == "closer" and folds[0].get("open") is None
    [lanes] = folds[0].xpath(".//*[@class='band']")
    assert {str(link).split("#")[0] for link in lanes.xpath(".//a/@href")} == {"timeline.html"}
    ids = pages()["timeline.html"].xpath("//@id")
    assert len(ids) == len(set(ids))


def test_a_story_without_places_actors_and_hours_has_no_empty_drawings() -> None:
    files = render(replace(canal(), origin_edges=(), origins=()))
    for name in ("index.html", "timeline.html", "people.html", "sources.html"):
        found = html.document_fromstring(str(files[name]))
        assert not found.xpath("//*[@id='closer' or @class='graph' or starts-with(@class, 'map')]"), name
