"""Time expressions as a layer: spans of the article, tense from the parse."""

from __future__ import annotations

import pytest

from reportedly.annotate.pipeline import EnglishPipeline
from reportedly.annotate.sentences import ParsedSentences
from reportedly.annotate.times import RuleTimes
from reportedly.records.annotation import TimeExpression
from tests.factory import article

PIPELINE = EnglishPipeline([ParsedSentences(), RuleTimes()])


def times(text: str, published: str | None = "2031-12-10") -> tuple[TimeExpression, ...]:
    """The times layer of a text published on a Wednesday."""
    return PIPELINE.annotate_one(article(text, published=published)).times


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("Mira Vale resigned on Friday.", "2031-12-05"),
        ("Mira Vale will resign on Friday.", "2031-12-12"),
        ("The party plans to hold a rally on Saturday.", "2031-12-13"),
        ("The man who fled on Saturday will speak.", "2031-12-06"),
    ],
)
def test_weekday_goes_the_way_of_its_own_verb(text: str, value: str) -> None:
    assert [item.value for item in times(text)] == [value]


def test_spans_are_places_of_the_article_text() -> None:
    text = "🙂 Zoë\u00a0Tarn spoke on Monday.\n\n‘No,’ she said on Dec. 3 \u200fat noon."
    whole = article(text)
    found = EnglishPipeline([ParsedSentences(), RuleTimes()]).annotate_one(whole).times
    assert all(whole.text[item.span.start : item.span.end] == item.span.exact for item in found)
    assert found[0].span.exact == "Monday"


def test_relative_day_without_publication_stays_open() -> None:
    (item,) = times("Mira Vale resigned on Friday.", None)
    assert (item.value, item.earliest, item.edtf, item.anchor) == ("XXXX-WXX-5", None, None, None)


def test_anchor_says_what_was_counted_from() -> None:
    first, second = times("The bridge fell on March 4, 2031. Two days later the ferry sank.")
    assert first.anchor is None
    assert (second.value, second.anchor) == ("2031-03-06", "March 4, 2031")
