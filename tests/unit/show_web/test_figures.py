"""Figures stand alone: one well-formed SVG text with its style inside."""

from __future__ import annotations

from dataclasses import replace

import pytest
from lxml import etree

from reportedly.dossier.records import Counts, Dossier
from reportedly.errors import InputError
from reportedly.records.linked import Location
from reportedly.show.web.figures import FIGURES, figure
from tests.dossiers import HOSTILE, canal

SVG = "{http://www.w3.org/2000/svg}"


def dossier() -> Dossier:
    """The canal dossier with its place on the map."""
    base = canal()
    where = Location(geonames=1, name="Osmarra, NO", kind="city", country="NO", latitude=60.0, longitude=10.0, rule="")
    return replace(base, places=(replace(base.places[0], name=HOSTILE, location=where),))


def bare() -> Dossier:
    """A dossier in which nothing can be drawn."""
    counts = Counts(reports=0, outlets=0, origins=0, agreed=0, disputed=0, single=0)
    return replace(canal(), timeline=(), places=(), people=(), reports=(), origins=(), origin_edges=(), counts=counts)


@pytest.mark.parametrize("name", FIGURES)
def test_figure_stands_alone(name: str) -> None:
    text = figure(dossier(), name)
    svg = etree.fromstring(text)
    assert svg.tag == f"{SVG}svg" and svg.get("viewBox") == f"0 0 {svg.get('width')} {svg.get('height')}"
    [style] = svg.findall(f"{SVG}style")
    assert "var(" not in str(style.text) and all(
        rule.strip().startswith(".reportedly-figure ") for rule in str(style.text).split("}") if rule.strip())
    assert "href" not in text and "<script" not in text and "@" not in str(style.text)
    assert figure(dossier(), name) == text


@pytest.mark.parametrize("name", FIGURES)
def test_figure_without_anything_to_draw_says_so(name: str) -> None:
    svg = etree.fromstring(figure(bare(), name))
    [words] = svg.findall(f"{SVG}text")
    assert str(words.text).endswith(".") and not svg.findall(f"{SVG}svg")


def test_figure_tells_what_its_colours_mean() -> None:
    words = " ".join(etree.fromstring(figure(dossier(), "agreement")).itertext())
    assert "1 agreed by two or more origins (green), 1 disputed (red), 3 from one origin (grey)" in words


def test_every_class_that_is_drawn_has_a_rule() -> None:
    for name in FIGURES:
        svg = etree.fromstring(figure(dossier(), name))
        style = str(svg.findtext(f"{SVG}style"))
        for element in svg.iter(f"{SVG}circle", f"{SVG}path"):
            assert f".{str(element.get('class')).split()[0]} " in style, (name, element.get("class"))


def test_unknown_figure_is_refused_with_the_names() -> None:
    with pytest.raises(InputError, match="no figure called 'pie'; there are timeline, lanes, map, origins, agreement"):
        figure(canal(), "pie")
