"""Every cited span is a target whose words light up, also when spans nest or cross."""

from itertools import pairwise

import pytest
from lxml import html

from reportedly.records.span import SourceSpan
from reportedly.show.web.highlight import MOST_CROSSINGS, Layered, mark, marked_report
from reportedly.show.web.pages import static
from tests.dossiers import article

TEXT = "The gate <b>held</b> & the 🚒 crew left."


def _lit(markup: str, start: int, end: int) -> str:
    """The words that the style sheet would light up for this target."""
    root = html.fromstring(f"<p>{markup}</p>")
    (target,) = root.xpath(f'//*[@id="s-{start}-{end}"]')
    number = (target.get("class") or "").removeprefix("a")
    if not number:
        return str(target.text_content())
    pieces = [piece for piece in root.iter("span") if f"x{number}" in (piece.get("class") or "").split()]
    return "".join(str(piece.text_content()) for piece in pieces)


def _drawn(text: str, spans: list[tuple[int, int]]) -> str:
    """The words of a report of one paragraph, marked."""
    report = article(f"T\n{text}", "The Gannet", "2031-05-06")
    shown = marked_report(report, [report.span(2 + start, 2 + end) for start, end in spans])
    assert not shown.excerpts
    assert shown.blocks[1].cited == len(set(spans))
    return str(shown.blocks[1].words)


@pytest.mark.parametrize("spans", [
    [(4, 8)],
    [(0, 20), (4, 8)],
    [(0, 12), (4, 20)],
    [(0, 10), (4, 20), (6, 30)],
    [(0, len(TEXT)), (4, 16), (9, 27), (9, 10), (20, 30)],
    [(4, 8), (8, 12), (4, 12)],
    [(27, 28), (26, 32)],
])
def test_each_target_lights_exactly_its_words(spans: list[tuple[int, int]]) -> None:
    markup = _drawn(TEXT, spans)
    assert html.fromstring(f"<p>{markup}</p>").text_content() == TEXT
    for start, end in spans:
        assert _lit(markup, start + 2, end + 2) == TEXT[start:end]


def test_words_of_a_report_are_escaped() -> None:
    markup = mark(TEXT, 0, len(TEXT), [(4, 16)])
    assert "<b>" not in markup
    assert "&lt;b&gt;" in markup


def test_layers_cut_segments_and_are_told_in_words() -> None:
    layers = [Layered(4, 12, "says", 'Kalvik "K"'), Layered(9, 15, "when", "2031-05")]
    root = html.fromstring(f"<p>{mark(TEXT, 0, len(TEXT), [(0, 10)], [], layers)}</p>")
    assert root.text_content() == TEXT
    for layer, start, end in (("l-says", 4, 12), ("l-when", 9, 15)):
        found = [piece for piece in root.iter("span") if layer in (piece.get("class") or "").split()]
        assert "".join(str(piece.text_content()) for piece in found) == TEXT[start:end]
    assert 'Kalvik "K" · 2031-05' in root.xpath("//@title")
    assert root.xpath('//*[@id="s-0-10"]')[0].text_content() == TEXT[:10]


def test_span_over_two_paragraphs_is_cut_into_segments_of_one_number() -> None:
    report = article("Title\nOne line here.\nNext line here.", "The Gannet", "2031-05-06")
    start, end = report.text.index("line here."), report.text.index("Next") + 4
    shown = marked_report(report, [report.span(start, end)])
    page = "".join(f"<p>{block.words}</p>" for block in shown.blocks)
    assert not shown.excerpts
    assert _lit(f"</p>{page}<p>", start, end) == "line here.Next"


def test_words_that_no_longer_match_are_said_so_and_never_moved() -> None:
    report = article("Title\nThe gate held.", "The Gannet", "2031-05-06")
    stale = SourceSpan(article_id=report.id, start=6, end=14, exact="The door")
    (excerpt,) = marked_report(report, [stale]).excerpts
    assert (excerpt.expected, excerpt.words) == ("The door", "The gate")


def test_more_crossings_than_the_style_sheet_knows_are_shown_apart() -> None:
    words = "x" * 400
    report = article(f"Title\n{words}", "The Gannet", "2031-05-06")
    spans = [report.span(6 + number, 200 + number) for number in range(MOST_CROSSINGS + 5)]
    shown = marked_report(report, spans)
    assert len(shown.excerpts) == 4
    assert sum(block.cited for block in shown.blocks) == MOST_CROSSINGS + 1


def test_style_sheet_has_a_rule_for_every_number() -> None:
    rules = static("style.css").decode()
    assert all(f":root:has(.a{number}:target) .x{number}" in rules for number in range(MOST_CROSSINGS))
    assert f".x{MOST_CROSSINGS}" not in rules


def test_words_in_no_zone_are_not_lost() -> None:
    report = article("Title\nBody line.", "The Gannet", "2031-05-06")
    bare = type(report)(**{name: getattr(report, name) for name in report.__slots__} | {"zones": report.zones[:1]})
    shown = marked_report(bare, [])
    assert [str(block.words) for block in shown.blocks] == ["Title", "Body line."]


def test_zones_follow_one_another() -> None:
    report = article("Title\nBody line.", "The Gannet", "2031-05-06")
    assert all(left.end <= right.start for left, right in pairwise(report.zones))
