"""The origin graph: what is joined to what, in which order."""

from __future__ import annotations

from dataclasses import replace

from lxml import etree

from reportedly.dossier.records import Dossier
from reportedly.records.linked import OriginEdge
from reportedly.show.web.origin_drawing import MOST_NODES, origin_graph
from tests.dossiers import HOSTILE, canal, crowded


def drawing(dossier: Dossier) -> etree._Element:
    return etree.fromstring(str(origin_graph(dossier, lambda report: f"reports/{report}.html")))


def dots(svg: etree._Element) -> dict[str, etree._Element]:
    """The mark of each report by its outlet."""
    return {str(link.findtext("title")).split(",")[0]: dot for link in svg.iter("a")
            if (dot := link.find("circle")) is not None}


def at(dot: etree._Element) -> float:
    return float(str(dot.get("cx"))[:-1])


def test_reports_stand_in_order_of_time_undated_last_and_lead_to_their_pages() -> None:
    svg = drawing(canal())
    found = dots(svg)
    assert sorted(found, key=lambda outlet: at(found[outlet])) == [
        "The Gannet", "Harbour Post", "Luthen Courier", "Fenmark Herald", "Uferbote"]
    assert {link.get("href") for link in svg.iter("a")} == {f"reports/{row.id}.html" for row in canal().reports}
    words = [str(text.text) for text in svg.iter("text")]
    assert "6 May 2031" in words and "24 May" in words and "no date" in words


def test_copy_is_open_joined_to_its_origin_and_in_its_lane() -> None:
    svg = drawing(canal())
    found = dots(svg)
    origin, copy, own = found["The Gannet"], found["Harbour Post"], found["Luthen Courier"]
    assert (origin.get("class"), copy.get("class"), own.get("class")) == ("origin", "copy", "origin")
    assert origin.get("cy") == copy.get("cy") != own.get("cy")
    [line] = [line for line in svg.iter("line") if line.get("class") == "copies"]
    assert {line.get("x1"), line.get("x2")} == {origin.get("cx"), copy.get("cx")}


def test_cited_name_outside_the_reports_is_a_node_with_a_dashed_line() -> None:
    svg = drawing(canal())
    [line] = [line for line in svg.iter("line") if line.get("class") == "cites"]
    assert line.get("x2") == dots(svg)["Luthen Courier"].get("cx")
    assert any(str(title.text).startswith(HOSTILE) for title in svg.iter("title")), "as words, not as markup"
    assert "1 copy, 1 cited or credited from outside" in str(svg.get("aria-label"))


def test_cited_report_is_joined_to_the_report_itself() -> None:
    dossier = canal()
    courier, herald = dossier.reports[2], dossier.reports[3]
    edge = OriginEdge(kind="cites", later=herald.id, earlier=courier.id, name=courier.outlet, reason="", passages=(),
                      spans=(), count=1)
    svg = drawing(replace(dossier, origin_edges=(edge,)))
    assert not list(svg.iter("rect"))
    [line] = [line for line in svg.iter("line") if line.get("class") == "cites"]
    assert {line.get("x1"), line.get("x2")} == {dots(svg)[name].get("cx") for name in (courier.outlet, herald.outlet)}


def test_many_reports_are_counted_and_joined_ones_are_drawn() -> None:
    svg = drawing(crowded(100))
    assert len(dots(svg)) <= MOST_NODES and {"The Gannet", "Harbour Post"} <= set(dots(svg))
    assert f"{105 - MOST_NODES} more not drawn" in str(svg.get("aria-label"))


def test_nothing_is_drawn_where_nothing_is_joined() -> None:
    dossier = canal()
    apart = replace(dossier, origin_edges=(), origins=tuple(item for item in dossier.origins if not item.reports[1:]))
    assert origin_graph(apart) == ""
    assert origin_graph(replace(apart, reports=(), origins=())) == ""
