"""Saved pages: one text, body aligned, furniture typed, metadata with evidence."""

from __future__ import annotations

import json

import pytest

from reportedly.errors import UnreadableReportError
from reportedly.read.reader import read_report
from reportedly.records.article import Article, RawReport, ZoneKind

PARAGRAPHS = [
    "The ferry Alder Queen burned for two days before the harbour was opened again to the boats, officials said.",
    "Nobody was hurt in the fire, which broke out on Sunday in the engine room, the harbour master told the council.",
    "The owner of the ferry has been asked to explain why the vessel sailed without a second engineer on board.",
    "An inquiry will begin its work next month and hear from the crew, a spokeswoman for the port authority said.",
]
REPORT = {
    "@type": "NewsArticle", "headline": "Ferry burns in Port Alder", "datePublished": "2031-05-04T07:30:00+02:00",
    "dateModified": "2031-05-05T09:00:00+02:00", "author": [{"@id": "#jane"}, {"@type": "Person", "name": "John Poe"}],
    "publisher": {"@type": "Organization", "name": "The Gannet"}}
NEWS = {"@context": "https://schema.org", "@graph": [
    {"@type": "WebSite", "name": "The Gannet"}, {"@type": "Person", "@id": "#jane", "name": "Jane Roe"}, REPORT]}


def page(*, head: str = "", inner: str = "", ld: object = NEWS) -> bytes:
    script = f'<script type="application/ld+json">{json.dumps(ld)}</script>' if ld else ""
    body = "".join(f"<p>{words}</p>" for words in PARAGRAPHS)
    return f"""<!DOCTYPE html><html><head><title>Ferry burns in Port Alder - The Gannet</title>{head}{script}
<style>p {{ color: red }}</style></head><body><nav><ul><li>Home</li><li>World</li></ul></nav><article>
<h1>Ferry burns in Port Alder</h1><div class="byline">By Jane Roe and John Poe</div>
<div class="share-tools"><button>Facebook</button><button>Twitter</button></div>{body}{inner}</article>
<aside class="related"><h3>Related</h3><a href="/x">Mayor asleep in park</a></aside>
<section class="comments"><p>Leave a comment</p></section><footer><p>© 2031 The Gannet</p></footer>
<script>var hidden = "never shown";</script></body></html>""".encode()


def read(data: bytes) -> Article:
    return read_report(RawReport(data=data, media="html", where="page.html", name="page.html"))


def words(article: Article, kind: ZoneKind) -> list[str]:
    return [article.text[zone.start:zone.end] for zone in article.zones if zone.kind is kind]


def test_body_title_and_byline_are_zones_of_one_text() -> None:
    article = read(page())
    assert words(article, ZoneKind.BODY) == PARAGRAPHS
    assert words(article, ZoneKind.TITLE) == ["Ferry burns in Port Alder"]
    assert words(article, ZoneKind.BYLINE) == ["By Jane Roe and John Poe"]
    assert "never shown" not in article.text and "color: red" not in article.text


def test_what_stands_around_the_report_is_furniture_with_its_kind() -> None:
    article = read(page())
    furniture = [zone for zone in article.zones if zone.kind is ZoneKind.FURNITURE]
    kinds = {article.text[zone.start:zone.end]: zone.detail for zone in furniture}
    assert kinds["Facebook"] == "share" and kinds["Leave a comment"] == "comments"
    assert kinds["Related"] == "see-also" and kinds["© 2031 The Gannet"] == "notice" and kinds["World"] == "navigation"


def test_json_ld_gives_title_writers_outlet_and_dates_with_evidence() -> None:
    article = read(page())
    assert (article.title, article.outlet.name) == ("Ferry burns in Port Alder", "The Gannet")
    assert article.byline == ("Jane Roe", "John Poe")
    assert article.published is not None and article.modified is not None
    assert article.published.value == "2031-05-04T07:30:00+02:00"
    assert article.published.evidence == "json-ld datePublished"
    assert article.published_day == "2031-05-04" and article.modified.day == "2031-05-05"
    assert {finding.field for finding in article.findings} == {"title", "outlet", "byline", "language"}


def test_meta_tags_are_asked_where_json_ld_is_missing_or_broken() -> None:
    head = """<meta property="og:title" content="Ferry burns in Port Alder | The Gannet">
    <meta property="og:site_name" content="The Gannet"><meta name="author" content="By Jane Roe">
    <meta property="article:published_time" content="2031-05-04">
    <link rel="canonical" href="https://www.gannet.example/ferry">
    <script type="application/ld+json">{"@type": </script>"""
    article = read(page(head=head, ld=None))
    assert (article.title, article.byline) == ("Ferry burns in Port Alder", ("Jane Roe",))
    assert article.url == "https://www.gannet.example/ferry"
    assert article.outlet.domain == "gannet.example"
    assert article.published is not None and article.published.evidence == "meta article:published_time"


def test_block_quote_markup_makes_quote_blocks_and_figcaption_a_caption() -> None:
    quote = "We were never told that the second pump had failed, and nobody asked us about it."
    inner = (f"<blockquote><p>{quote}</p></blockquote>"
             "<figure><img src=x><figcaption>The ferry at its quay in April</figcaption></figure>"
             f"<p>{PARAGRAPHS[0].replace('Sunday', 'Monday')} The council will meet again.</p>")
    article = read(page(inner=inner))
    assert words(article, ZoneKind.QUOTE_BLOCK) == [quote]
    assert words(article, ZoneKind.CAPTION) == ["The ferry at its quay in April"]


def test_comments_in_the_markup_do_not_cut_a_paragraph() -> None:
    inner = "<p>The pumps of the ferry<!-- --> were checked in March<b>, or so</b> the <a href=/x>papers</a> say.</p>"
    body = words(read(page(inner=inner)), ZoneKind.BODY)
    assert "The pumps of the ferry were checked in March, or so the papers say." in body


def test_time_of_retrieval_that_the_saved_page_states_refuses_a_later_date() -> None:
    data = page().replace(b"<html>", b"<html><!--\n Page saved with SingleFile \n url: https://gannet.example/f \n "
                                     b"saved date: Mon May 05 2025 10:00:00 GMT+0000 \n-->", 1)
    article = read(data)
    assert article.url == "https://gannet.example/f"
    assert article.published is None or article.published.value < "2025-05-06"
    assert "date-refused" in {notice.code for notice in article.notices}


def test_date_of_change_before_publication_is_left_out_with_a_notice() -> None:
    ld = {"@type": "NewsArticle", "headline": "Ferry", "datePublished": "2031-05-04", "dateModified": "2030-01-01"}
    article = read(page(ld=ld))
    assert article.modified is None and "date-contradictory" in {notice.code for notice in article.notices}


def test_report_that_the_page_holds_as_data_only_is_part_of_its_text() -> None:
    ld = {"@type": "NewsArticle", "headline": "Ferry burns", "articleBody": " ".join(PARAGRAPHS)}
    script = f'<script type="application/ld+json">{json.dumps(ld)}</script>'
    data = f"<html><head>{script}</head><body><div>Loading</div></body></html>"
    assert " ".join(words(read(data.encode()), ZoneKind.BODY)) == " ".join(PARAGRAPHS)


@pytest.mark.parametrize(("weak", "name"), [((), "The Tern"), (("outlet",), "The Gannet")])
def test_user_wins_over_the_page_and_the_page_over_reports_csv(weak: tuple[str, ...], name: str) -> None:
    raw = RawReport(data=page(), media="html", where="p", name="p", outlet="The Tern", catalogued=weak)
    assert read_report(raw).outlet.name == name


@pytest.mark.parametrize("data", [b"<html></html>", b"<!-- nothing -->", b"<script>x</script>"])
def test_page_without_words_is_refused(data: bytes) -> None:
    with pytest.raises(UnreadableReportError):
        read(data)


@pytest.mark.parametrize("data", [
    b"<div>" * 1000 + b"The ferry burned for two days." + b"</div>" * 1000,
    b"<p>" + b"The ferry burned. " * 60_000 + b"</p>",
    "<p>\u202bהמעבורת בערה\u202c \u00a0🚢🔥 and the harbour\u00a0burned too.</p>".encode(),
    b"<p>\x00\x01broken \xff\xfe bytes in a page</p>",
])
def test_odd_pages_are_read_and_spans_hold(data: bytes) -> None:
    article = read(data)
    for zone in article.zones:
        assert article.text[zone.start:zone.end].strip()


def test_page_nested_thousands_deep_is_read_whole() -> None:
    inner = "<div>" * 3000 + "<p>" + PARAGRAPHS[0] + "</p>" + "</div>" * 3000 + "<p>" + PARAGRAPHS[1] + "</p>"
    article = read(f"<html><head><title>Ferry burns</title></head><body>{inner}</body></html>".encode())
    assert PARAGRAPHS[0] in article.text and PARAGRAPHS[1] in article.text


def test_words_that_are_no_date_are_told_and_the_next_place_is_asked() -> None:
    article = read(page(head='<meta property="article:published_time" content="2031-05-04">',
                        ld={**REPORT, "datePublished": "the fourth of flood month"}))
    assert article.published is not None and article.published.value == "2031-05-04"
    assert [notice.code for notice in article.notices] == ["date-refused"]


def test_dates_of_one_page_that_contradict_are_lowered_to_what_they_share() -> None:
    article = read(page(head='<meta property="article:published_time" content="2031-05-20">',
                        ld={**REPORT, "dateModified": None}))
    assert article.published is not None and article.published.value == "2031-05"
    assert [notice.code for notice in article.notices] == ["date-contradictory"]


@pytest.mark.parametrize(("line", "detail"), [
    ("MOST READ: Heron, 12, wins swimming contest", "see-also"), ("Views: 48,112", "views"),
    ("This is a developing story.", "notice"), ("Sharing is caring!", "share"), ("Follow our live updates.", "promo"),
    ("Watch: our reporter swims to the wreck", "see-also"), ("Sign up for our newsletter", "promo")])
def test_furniture_between_paragraphs_is_typed(line: str, detail: str) -> None:
    article = read(page(inner=f"<p>{line}</p><p>The court sits on Friday to hear the owner of the ferry.</p>"))
    zone = next(zone for zone in article.zones if article.text[zone.start:zone.end] == line)
    assert (zone.kind, zone.detail) == (ZoneKind.FURNITURE, detail)
