"""What the templates are filled with."""

from dataclasses import replace

import pytest

from reportedly.dossier.records import Change
from reportedly.records.ids import ArticleId
from reportedly.show.web.context import (
    Links,
    citation,
    evidence_split,
    marked_sides,
    original,
    said_spans,
    shortened,
    web_address,
)
from tests.dossiers import article, canal


@pytest.mark.parametrize(("url", "linked"), [
    ("https://gannet.example/a", True), ("http://gannet.example", True), ("javascript:alert(1)", False),
    ("data:text/html,x", False), ("//gannet.example", False), ("https://[", False), ("file:///etc/passwd", False),
    ("", False), (None, False)])
def test_only_plain_web_addresses_are_linked(url: str | None, linked: bool) -> None:
    assert (web_address(url) is not None) == linked


def test_one_link_a_report_and_copies_last() -> None:
    dossier = canal()
    cites = Links(dossier).cites(dossier.timeline[0].spans * 2)
    assert [(cite.outlet, cite.is_copy) for cite in cites] == [
        ("The Gannet", False), ("Luthen Courier", False), ("Harbour Post", True)]


def test_the_year_is_left_out_when_it_is_the_dossiers_own() -> None:
    dossier = canal()
    assert Links(dossier).cite(dossier.timeline[0].chosen).day == "6 May"
    assert Links(replace(dossier, as_of="2033-01-01")).cite(dossier.timeline[0].chosen).day == "6 May 2031"


def test_words_in_pieces_open_the_sentence_around_them() -> None:
    row = canal().statements[0]
    article = canal().articles[0].article
    whole = article.span(row.spans[0].start, row.spans[0].end + 30)
    pieces = (row.spans[0], article.span(row.spans[0].end + 10, row.spans[0].end + 20))
    assert said_spans(row) == row.spans
    assert said_spans(replace(row, spans=pieces, sentence=whole))[0] == whole


def test_positions_worded_another_way_have_their_figures_marked_alone() -> None:
    dispute = canal().disputes[0]
    one, other = dispute.positions
    text = "After dark the search for 14 bargemen was called off at 21:30"
    sides = marked_sides(replace(dispute, positions=(one, replace(other, text=text))))
    assert [piece.text for piece in sides[1] if piece.differs] == ["14", "21:30"]
    assert "".join(piece.text for piece in sides[1]) == text


def test_evidence_is_split_by_its_rating() -> None:
    for_it, against = evidence_split(canal().theories[0])
    assert (len(for_it), len(against)) == (0, 1)


def test_long_unchanged_stretches_are_shortened() -> None:
    words = " ".join(f"w{number}" for number in range(100))
    change = Change(older=ArticleId("r-1"), newer=ArticleId("r-2"), outlet="The Gannet", title="t",
                    pieces=(("same", words), ("added", "twelve "), ("same", words)))
    first, added, last = shortened(change)
    assert added == ("added", "twelve ")
    assert first[1].startswith("[…] w86") and last[1].startswith("w0") and last[1].rstrip().endswith("[…]")


@pytest.mark.parametrize(("url", "words", "address"), [
    ("https://gannet.example/a", "well-known, she said", "https://gannet.example/a#:~:text=well%2Dknown%2C%20she%20said"),
    ("https://gannet.example/a#top", "Two", "https://gannet.example/a#top:~:text=Two"),
    ("https://gannet.example/a", "1 2 3 4 5 6 7 8 9 10 11",
     "https://gannet.example/a#:~:text=1%202%203%204%205,7%208%209%2010%2011"),
    ("javascript:alert(1)", "Two", None), (None, "Two", None)])
def test_original_is_linked_at_the_words(url: str | None, words: str, address: str | None) -> None:
    report = article(f"Title\n{words}", "The Gannet", "2031-05-07", url=url)
    assert original(report, report.span(6, 6 + len(words))) == address


def test_citation_gives_words_outlet_day_place_and_hash() -> None:
    report = article("Title\nIt  fell.", "The Gannet", None, url="https://gannet.example/a")
    assert citation(report, report.span(6, 15)) == (
        f"“It fell.”, The Gannet, undated, https://gannet.example/a, characters 6 to 15, SHA-256 {'ab' * 32}")
