"""What holds for every report that can be read, whatever its words."""

from __future__ import annotations

import json

from hypothesis import given, settings
from hypothesis import strategies as st

from reportedly.errors import UnreadableReportError
from reportedly.read.charset import decode
from reportedly.read.dates import read_date
from reportedly.read.reader import read_report
from reportedly.read.render import parse_page, render
from reportedly.read.text_zones import zones_of
from reportedly.records.article import Article, RawReport, Zone

LINES = st.sampled_from([
    "See also The night the harbour burned", "by Walter", "Views: 12", "Leave a Comment", "[LEAD] The ferry burned.",
    "PORT ALDER (AP) — The ferry burned. READ MORE: The owner speaks", "I think that nobody knows what happened there",
    "The ferry burned on Sunday, two officials said.", "\u00a0", "🔥🚢 and\u00a0smoke", "\u202bהמעבורת\u202c",
    "He said:", "Most read",
    "The quay. (Photo by Jane Roe/Getty Images)", "Follow LIVE updates.", "…", "\u2028", "\ufeff"])
TEXTS = st.lists(st.one_of(LINES, st.text(max_size=60)), max_size=12).flatmap(
    lambda lines: st.sampled_from(["\n", "\r\n", "\n\n"]).map(lambda end: end.join(lines)))


def assert_zones_hold(text: str, zones: tuple[Zone, ...]) -> None:
    last = 0
    for zone in zones:
        assert last <= zone.start < zone.end <= len(text)
        assert not text[zone.start].isspace() and not text[zone.end - 1].isspace()
        last = zone.end


def read(raw: RawReport) -> Article | None:
    try:
        return read_report(raw)
    except UnreadableReportError:
        return None


@given(TEXTS)
@settings(max_examples=150, deadline=None)
def test_zones_lie_inside_the_text_and_never_overlap(text: str) -> None:
    assert_zones_hold(text, zones_of(text))


@given(TEXTS)
@settings(max_examples=100, deadline=None)
def test_every_visible_character_is_in_a_zone(text: str) -> None:
    inside = {offset for zone in zones_of(text) for offset in range(zone.start, zone.end)}
    assert all(offset in inside for offset, char in enumerate(text) if char.isalnum())


@given(TEXTS)
@settings(max_examples=60, deadline=None)
def test_text_of_json_is_exactly_the_input(text: str) -> None:
    article = read(RawReport(data=json.dumps({"text": text}).encode(), media="json", where="w", name="w"))
    assert article is None or article.text == text


@given(st.binary(max_size=300))
@settings(max_examples=100, deadline=None)
def test_any_bytes_decode_to_text_that_can_be_stored(data: bytes) -> None:
    decode(data).text.encode("utf-8")


@given(st.lists(st.text(max_size=40), max_size=8))
@settings(max_examples=60, deadline=None)
def test_blocks_of_a_page_are_its_text(lines: list[str]) -> None:
    tree = parse_page("<html><body>" + "".join(f"<p>{line}</p>" for line in lines) + "</body></html>")
    page = render(tree) if tree is not None else None
    for block in page.blocks if page else ():
        assert page is not None and page.text[block.start:block.end] == block.text


@given(st.text(max_size=40))
@settings(max_examples=200, deadline=None)
def test_any_words_give_a_date_or_none(words: str) -> None:
    read = read_date(words)
    assert read is None or read.value[:4].isdecimal()
