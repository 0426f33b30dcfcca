"""The origin graph: copies with their passages, credits, outlets cited."""

from __future__ import annotations

from itertools import permutations

from reportedly.link.copies import CopyLinker
from reportedly.link.origins import origin_edges
from reportedly.link.pairing import all_pairs
from reportedly.link.passages import shared_passages
from reportedly.records.annotation import AnnotatedArticle
from reportedly.records.linked import OriginEdge
from tests.factory import annotated, article
from tests.unit.link.test_copies import OTHER, STORY, report


def edges(*reports: AnnotatedArticle) -> tuple[OriginEdge, ...]:
    return origin_edges(reports, all_pairs((CopyLinker(),), reports))


def test_a_copy_shows_the_passages_that_both_hold() -> None:
    first, copy = report(STORY, "2031-05-03"), report("Our own line is here. " + STORY, "2031-05-04", "The Tern")
    [edge] = edges(first, copy)
    assert (edge.kind, edge.later, edge.earlier) == ("copies", copy.article.id, first.article.id)
    assert edge.reason.endswith("published 2031-05-03, before 2031-05-04")
    assert [passage.first.exact for passage in edge.passages] == [STORY.removesuffix(" .")]
    assert edge.passages[0].second.article_id == copy.article.id


def test_a_round_up_holds_part_of_what_it_took() -> None:
    late = report(OTHER + " " + " ".join(STORY.split()[:len(STORY.split()) // 2]), "2031-05-09", "The Tern")
    [edge] = edges(report(STORY, "2031-05-01"), late)
    assert edge.kind == "holds part of"


def test_an_agency_credited_is_a_node_though_it_is_absent() -> None:
    [edge] = edges(report("WEXMOUTH (AP) — The ferry sank at the pier.", outlet="The Tern"))
    assert (edge.kind, edge.name, edge.earlier) == ("credits", "AP", None)


def test_an_outlet_cited_is_one_edge_with_every_place() -> None:
    citing = annotated("The mayor resigned, the Harbour Post reported. The Harbour Post said that she had left the "
                       "town.", outlet="The Tern")
    cites = [edge for edge in edges(citing) if edge.kind == "cites"]
    assert {edge.name for edge in cites} <= {"Harbour Post"}
    assert all(edge.earlier is None and edge.count == len(edge.spans) for edge in cites)


def test_few_changed_words_do_not_break_a_passage() -> None:
    one = article("The grey ferry left the harbour before noon on Monday with nine people and a dog on board.")
    other = article("The grey ferry left the harbour before noon on Friday with nine people and a dog on board.")
    assert [passage.second.exact for passage in shared_passages(one, other)] == [
        "The grey ferry left the harbour before noon on Friday with nine people and a dog on board"]


def test_any_order_of_reports_gives_the_same_graph() -> None:
    reports = (report(STORY, "2031-05-01"), report(STORY + " " + OTHER, "2031-05-02", "The Tern"),
               report(OTHER, "2031-05-01", "The Auk"))
    assert len({edges(*order) for order in permutations(reports)}) == 1
