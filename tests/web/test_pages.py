"""The pages as a reader's browser gets them: parsed, every link followed, every budget kept."""

from __future__ import annotations

import posixpath
from dataclasses import replace
from functools import cache
from itertools import pairwise
from urllib.parse import urldefrag

import pytest
from lxml import html

from reportedly.dossier.records import Counts, Dossier
from reportedly.records.ids import MemberId
from reportedly.show.web.lists import LIST_PAGES, Lists
from reportedly.show.web.outlets import addresses
from reportedly.show.web.pages import ITEM_SECTIONS, Pages, made_by, render
from tests.dossiers import canal, crowded

SECTIONS = ["brief", "timeline", "statements", "knowledge", "disputes", "theories", "forecasts", "sources", "people",
            "unknown", "changes", "unread", "method"]


@cache
def pages() -> dict[str, html.HtmlElement]:
    """Every page of the canal dossier, parsed."""
    return {name: html.document_fromstring(str(content)) for name, content in render(canal()).items()
            if name.endswith(".html")}


def index() -> html.HtmlElement:
    """The first page."""
    return pages()["index.html"]


def test_same_dossier_gives_same_bytes() -> None:
    assert render(canal()) == render(canal())


def test_every_section_has_its_page_and_every_report_its_own() -> None:
    expected = {"index.html", "method.html", "style.css", "page.js", "feed.atom", "feed.json", "card.png",
                *(f"{name}.html" for name in LIST_PAGES)}
    expected |= {f"reports/{item.article.id}.html" for item in canal().articles}
    expected |= {f"items/{item.id}.html" for name in ITEM_SECTIONS for item in getattr(canal(), name)}
    expected |= set(addresses(canal()).values())
    assert set(render(canal())) == expected


def test_sections_stand_in_the_order_of_the_design() -> None:
    assert [section.get("id") for section in index().xpath("//main/section")] == SECTIONS


def test_first_screen_gives_the_counts() -> None:
    words = " ".join(index().xpath("//section[@id='brief']")[0].text_content().split())
    assert "As of 24 May 2031 · 5 reports · 5 outlets · 4 independent origins" in words
    assert "1 agreed" in words and "1 disputed" in words and "3 from one origin" in words


def test_note_stands_on_every_page() -> None:
    for name, page in pages().items():
        assert [note.text_content() for note in page.xpath("//*[@role='note']")] == [canal().note], name


@pytest.mark.parametrize("name", sorted(pages()))
def test_page_has_landmarks_and_headings_in_order(name: str) -> None:
    page = pages()[name]
    assert page.get("lang") == "en"
    for landmark in ("header", "nav", "main", "footer"):
        assert page.xpath(f"//{landmark}"), landmark
    levels = [int(str(item.tag)[1]) for item in page.iter("h1", "h2", "h3", "h4")]
    assert levels.count(1) == 1 and levels[0] == 1
    assert all(after - before <= 1 for before, after in pairwise(levels)), levels
    assert page.xpath("//a[@class='skip' and @href='#main']")


@pytest.mark.parametrize("name", sorted(pages()))
def test_every_link_leads_somewhere(name: str) -> None:
    page, files = pages()[name], render(canal())
    ids = {other: set(tree.xpath("//@id")) for other, tree in pages().items()}
    for link in page.xpath("//a/@href | //link/@href | //script/@src"):
        path, fragment = urldefrag(str(link))
        if path.startswith("https://"):
            continue
        target = posixpath.normpath(posixpath.join(posixpath.dirname(name), path)) if path else name
        assert target in files, link
        assert not fragment or fragment in ids[target], link


@pytest.mark.parametrize("name", sorted(pages()))
def test_ids_are_unique_and_labels_exist(name: str) -> None:
    ids = pages()[name].xpath("//@id")
    assert len(ids) == len(set(ids))
    for labels in pages()[name].xpath("//@aria-labelledby"):
        assert labels in ids


@pytest.mark.parametrize("name", sorted(pages()))
def test_nothing_runs_and_nothing_is_loaded_from_elsewhere(name: str) -> None:
    page = pages()[name]
    (policy,) = page.xpath("//meta[@http-equiv='Content-Security-Policy']/@content")
    assert policy.startswith("default-src 'none'; style-src 'self'; script-src 'self'; img-src data:")
    data = "@type='application/ld+json'"
    assert not page.xpath(f"//*[@style] | //style | //script[not(@src) and not({data})] | //iframe | //img")
    assert not page.xpath("//@*[starts-with(name(), 'on')]")
    assert [str(src) for src in page.xpath("//script/@src")] in (["page.js"], ["../page.js"])
    assert not [link for link in page.xpath("//@href") if str(link).startswith(("javascript:", "data:", "http:", "//"))]


def test_hostile_titles_are_shown_as_words() -> None:
    dossier = canal()
    hostile = '<img src=x onerror="alert(1)">'
    evil = replace(dossier, title=hostile, note=hostile, statements=tuple(
        replace(row, speaker=hostile, text=hostile, cue=hostile, outlet=hostile) for row in dossier.statements),
        disputes=tuple(replace(item, text=hostile, kind=hostile) for item in dossier.disputes),
        timeline=tuple(replace(item, text=hostile) for item in dossier.timeline))
    for name, content in render(evil).items():
        if name.endswith(".html"):
            page = html.document_fromstring(str(content))
            assert not page.xpath("//img | //@onerror"), name
            assert hostile in str(page.xpath("//*[@role='note']")[0].text_content())


def test_cited_words_are_the_targets_words() -> None:
    for cite in index().xpath("//a[contains(@class, 'cite') and contains(@href, '#c')]/@href"):
        path, fragment = urldefrag(str(cite))
        start, end = map(int, fragment[1:].split("-"))
        (target,) = pages()[path].xpath(f"//*[@id='{fragment}']")
        article = next(item.article for item in canal().articles if item.article.id in path)
        if not (target.get("class") or "").startswith("a"):
            assert target.text_content() == article.text[start:end]


def test_what_is_told_of_an_unnamed_source_opens_its_words() -> None:
    [line] = index().xpath("//span[@class='unnamed']")
    assert " ".join(line.text_content().split()) == "unnamed: 2 · rescue officials"
    assert [link.text_content() for link in line.xpath(".//a")] == ["rescue officials"]
    assert pages()["index.html"].xpath("//span[@class='via']")[0].text_content().strip() == \
        "The words came this way: Luthen Courier ← from Fenmark Radio ← from two rescue officials"


def test_furniture_is_shown_apart_with_its_kind() -> None:
    gannet = pages()[f"reports/{canal().articles[0].article.id}.html"]
    labels = [box.xpath("string(.//span[@class='label'])") for box in gannet.xpath("//*[@class='furniture']")]
    assert labels == ["share bar", "see also"]


def test_differing_words_of_a_dispute_are_marked() -> None:
    marks = [item.text_content() for item in index().xpath("//*[@class='sides']//mark")]
    assert "Twelve" in marks and "At least nine" in marks


def test_hedge_prints_with_its_range() -> None:
    assert "“likely” [55–80 %, PHIA]" in " ".join(index().xpath("//section[@id='forecasts']")[0].text_content().split())


def test_entry_without_a_span_in_view_is_not_shown() -> None:
    dossier = canal()
    without = replace(dossier, articles=dossier.articles[1:])
    words = str(render(without)["timeline.html"])
    assert "the gate had been inspected in March" not in words


def test_report_that_was_not_annotated_is_listed() -> None:
    words = index().xpath("//section[@id='unread']")[0].text_content()
    assert "Schleuse bricht" in words and "German" in words and "PNG image" in words


def test_older_version_has_a_page_that_names_the_later_one() -> None:
    older = pages()[f"reports/{canal().changes[0].older}.html"]
    assert older.xpath(f"//a[contains(@href, '{canal().changes[0].newer}')]")


def test_method_names_component_rule_and_hash() -> None:
    words = pages()["method.html"].text_content()
    assert "test.hand.v1" in words and "written by hand" in words and "ab" * 32 in words
    assert "reportedly verify" in words
    assert made_by(canal())[0][2] > 0


def test_empty_story_has_a_page() -> None:
    dossier = canal()
    empty = replace(dossier, lead=None, as_of=None, note=None, key_points=(), timeline=(), statements=(), claims=(),
                    disputes=(), theories=(), forecasts=(), sources=(), people=(), places=(), reports=(), origins=(),
                    changes=(), articles=(), components=(),
                    counts=Counts(reports=0, outlets=0, origins=0, agreed=0, disputed=0, single=0))
    assert "0 independent origins" in str(render(empty)["index.html"])


def test_first_page_of_fifty_reports_is_within_its_budget() -> None:
    files = render(crowded(50))
    assert len(str(files["index.html"]).encode()) <= 150_000
    assert len(files["style.css"]) + len(files["page.js"]) <= 60_000


def test_long_lists_go_on_on_their_own_page() -> None:
    files = render(crowded(50))
    assert "All 300 entries of the timeline" in str(files["index.html"])
    assert [str(files[name]).count('class="entry') for name in ("timeline.html", "timeline-2.html")] == [150, 150]
    page = html.document_fromstring(str(files["timeline.html"]))
    links = page.xpath("//nav[@aria-label='Pages of this list']/a/@href")
    assert links == ["timeline-2.html"]


def test_entry_opens_on_the_page_of_the_list_that_holds_it() -> None:
    dossier = crowded(50)
    files = render(dossier)
    for event in dossier.timeline:
        path, fragment = Lists(dossier).address("timeline", event.id).split("#")
        assert f'id="{fragment}"' in str(files[path])


def dated() -> Dossier:
    """The canal dossier with times that differ, a delay, a day of publication and background; one entry in brief."""
    dossier = canal()
    first, second, third, *rest = dossier.timeline
    times = (("2031-05-06T04:00", "The Gannet"), ("2031-05-06T04:30", "Harbour Post"))
    rough = replace(second, edtf="2031-05-06~", is_approximate=True)
    return replace(dossier, timeline=(replace(first, times=times, lag_days=3), rough,
                                      replace(third, is_background=True), *rest))


def section(name: str, dossier: Dossier) -> html.HtmlElement:
    """The timeline of a page."""
    page: html.HtmlElement = html.document_fromstring(str(render(dossier)[name]))
    found: html.HtmlElement = page.xpath("//section[@id='timeline']")[0]
    return found


def words_of(element: html.HtmlElement) -> str:
    return " ".join(element.text_content().split())


def test_timeline_tells_its_doubt_and_delay() -> None:
    words = words_of(section("index.html", dated()))
    assert "Tuesday 6 May 2031" in words
    assert "04:00–04:30" in words and "accounts differ: 04:00 (The Gannet) 04:30 (Harbour Post)" in words
    assert "first reported 3 days later" in words
    assert "≈ day of the report" in words


def test_background_is_folded_away_from_the_story() -> None:
    for name, is_open in (("index.html", False), ("timeline.html", True)):
        folds = section(name, dated()).xpath(".//details[summary[starts-with(., 'Background')]]")
        assert [(fold.get("open") is not None, "the gate had been inspected in March" in words_of(fold))
                for fold in folds] == [(is_open, True)]
        outside = section(name, dated()).xpath("./ol[@class='days']")[0]
        assert "the gate had been inspected in March" not in words_of(outside)


def test_brief_stands_open_and_the_rest_unfolds_without_a_script() -> None:
    base = crowded(8)
    dossier = replace(base, timeline=tuple(replace(item, id=MemberId(f"e-{number:016}"))
                                           for number, item in enumerate(base.timeline)))
    timeline = section("index.html", dossier)
    assert len(timeline.xpath("./ol/li/div/ol/li[contains(@class, 'entry')]")) == 20
    folds = timeline.xpath(".//details")
    assert [words_of(fold.xpath("./summary")[0]) for fold in folds] == ["4 more that day"]
    assert not section("timeline.html", dossier).xpath(".//details")


def test_hours_are_laid_out_where_there_are_some() -> None:
    dossier = canal()
    timed = tuple(replace(dossier.timeline[0], id=MemberId(f"e-{number:016}")) for number in range(3))
    folds = section("timeline.html", replace(dossier, timeline=timed)).xpath(".//details[contains(., 'Hour by hour')]")
    assert len(folds) == 1 and len(folds[0].xpath(".//ol[@class='clock']/li")) == 3
    assert not section("timeline.html", dossier).xpath(".//details[contains(., 'Hour by hour')]")


BIDI = "\u202eevil"
"""Words that turn round what follows them, where nothing keeps them apart."""


def turned(dossier: Dossier) -> Dossier:
    """The dossier with names and words that try to turn or restyle the page, everywhere a report's words go."""
    bad = f"{BIDI} <svg onload=alert(1)><style>*{{display:none}}</style>"
    articles = tuple(replace(item, article=replace(item.article, title=bad, url="javascript:alert(1)", outlet=replace(
        item.article.outlet, name=f"{BIDI} {item.article.outlet.name}"))) for item in dossier.articles)
    return replace(
        dossier, title=bad, articles=articles,
        reports=tuple(replace(row, title=bad, outlet=f"{BIDI} {row.outlet}") for row in dossier.reports),
        sources=tuple(replace(item, outlet=f"{BIDI} {item.outlet}") for item in dossier.sources),
        statements=tuple(replace(row, speaker=bad, text=bad, cue=bad) for row in dossier.statements),
        timeline=tuple(replace(item, text=bad) for item in dossier.timeline),
        claims=tuple(replace(item, text=bad, speakers=(bad,)) for item in dossier.claims),
        disputes=tuple(replace(item, text=bad, positions=tuple(replace(side, who=bad, text=bad, value=bad)
                                                               for side in item.positions))
                       for item in dossier.disputes),
        theories=tuple(replace(item, text=bad, proponents=(bad,)) for item in dossier.theories),
        forecasts=tuple(replace(item, text=bad, who=bad, role=bad) for item in dossier.forecasts),
        people=tuple(replace(item, name=bad, aliases=(bad,), roles=(bad,)) for item in dossier.people),
        places=tuple(replace(item, name=bad) for item in dossier.places),
        knowledge=tuple(replace(item, actor=bad, matter=bad, said_by=(bad,)) for item in dossier.knowledge))


@pytest.mark.parametrize("served", [False, True])
def test_words_of_reports_cannot_turn_restyle_or_leave_the_page(*, served: bool) -> None:
    pages = Pages(turned(canal()), served=served)
    loose = set()
    for name in pages.names:
        if not name.endswith(".html"):
            continue
        page = html.document_fromstring(str(pages.page(name)))
        assert not page.xpath("//style | //@onload | //svg[@onload] | //@href[starts-with(., 'javascript:')]"), name
        for text in page.xpath(f"//body//text()[contains(., '{BIDI[0]}')]"):
            home = text.getparent() if text.is_text else text.getparent().getparent()
            # each text of a drawing is a paragraph of its own to the browser
            if not home.xpath("ancestor-or-self::*[@dir='auto' or self::bdi or self::script or self::svg]"):
                loose.add((name.partition("/")[0], home.tag, home.get("class"), " ".join(text.split())[:60]))
    assert not loose, sorted(map(str, loose))
