"""Whatever the text, attributions are found without failing and every span says where its words stand."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from reportedly.annotate.attributions import ModelAttributions
from reportedly.annotate.pipeline import EnglishPipeline
from reportedly.annotate.sentences import ParsedSentences
from tests.factory import article

PIPELINE = EnglishPipeline([ParsedSentences(), ModelAttributions()])
WORDS = st.sampled_from([*"“”‘’\"'«»:;,.!?—-()[]{}@#%&*\n\t", "said", "Mara Holt", "the harbour master", "that",
                         "according to", "the gate was shut", "he", "told reporters", "denied", "JONES:", "Q:",
                         "claimed", "İstanbul", "港務局", "e\u0301", "\u200d", "\u202e", "🚢", "don't", "No.", "U.S.",
                         "1,234.5", "http://a.b/c"])


@settings(max_examples=60, deadline=None)
@given(st.lists(WORDS, max_size=60), st.booleans())
def test_odd_text_neither_fails_nor_gives_spans_outside_of_it(parts: list[str], glued: bool) -> None:
    report = article(("" if glued else " ").join(parts))
    for found in PIPELINE.annotate_one(report).attributions:
        for span in (*found.source, *found.cue, *found.content):
            assert 0 <= span.start < span.end <= len(report.text)
            assert span.exact == report.text[span.start:span.end]


@settings(max_examples=15, deadline=None)
@given(st.integers(0, 40))
def test_what_is_found_does_not_depend_on_what_was_read_before(count: int) -> None:
    report = article("Mara Holt said that the gate was shut. “We wait,” the captain told reporters.")
    first = PIPELINE.annotate_one(report).attributions
    PIPELINE.annotate_one(article("The captain denied it. " * count + "Gate."))
    assert PIPELINE.annotate_one(report).attributions == first
