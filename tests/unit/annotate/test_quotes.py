from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportedly.annotate.quotes import quotations


@pytest.mark.parametrize(("text", "inner"), [
    ("“We stay,” said Orla Finch.", ["We stay,"]),
    ('"We stay," said Orla Finch.', ["We stay,"]),
    ("''We stay,'' said Orla Finch.", ["We stay,"]),
    ("«We stay», said Orla Finch.", ["We stay"]),
    ("‘We stay,’ said Orla Finch.", ["We stay,"]),
    ("'We stay,' said Orla Finch.", ["We stay,"]),
    ("“We,” she said, “stay.”", ["We,", "stay."]),
    ("She called him a “coward“ twice.", ["coward"]),
    ("Then ”we stay,” she said.", ["we stay,"]),
])
def test_every_shape_of_mark_is_paired(text: str, inner: list[str]) -> None:
    assert [text[found.inner_start:found.inner_end] for found in quotations(text)] == inner


@pytest.mark.parametrize("text", [
    "The Finches' boat isn't Orla's; it's the 1990s' best.",
    "They couldn’t leave ’til the 'em of '96 came.",
    "A door of 5'10\" stood open.",
    "Rock 'n' roll was played.",
    "No closing partner” here.",
])
def test_apostrophes_and_inches_open_nothing(text: str) -> None:
    assert quotations(text) == []


def test_plural_possessive_does_not_close_a_single_quotation() -> None:
    text = "He spoke of 'the ferries' last hour' at length."
    [found] = quotations(text)
    assert text[found.inner_start:found.inner_end] == "the ferries' last hour"


def test_inner_marks_stay_inside_the_outer_quotation() -> None:
    text = "“She told me ‘never again’ and left,” Moss said."
    [found] = quotations(text)
    assert text[found.start:found.end] == "“She told me ‘never again’ and left,”"


def test_paragraph_that_opens_and_does_not_close_is_quoted_to_its_end() -> None:
    text = "“We stay. The harbour is ours."
    [found] = quotations(text)
    assert (found.start, found.end, found.closed) == (0, len(text), False)


def test_unclosed_mark_in_mid_sentence_reaches_to_the_end_of_its_sentence() -> None:
    text = "The sign read “no entry at all. The mayor left by train."
    [found] = quotations(text)
    assert text[found.start:found.end] == "“no entry at all."


def test_mark_never_reaches_beyond_the_stretch_asked_for() -> None:
    text = "“Open here\nclosed there”"
    assert all(found.end <= 10 for found in quotations(text, 0, 10))


@given(st.text(alphabet="“”\"'‘’«» as.,\n\u200f😀"))
def test_any_text_gives_ordered_quotations_inside_it(text: str) -> None:
    end = 0
    for found in quotations(text):
        assert end <= found.start < found.inner_start <= found.inner_end <= found.end <= len(text)
        end = found.end


@pytest.mark.parametrize("text", [
    "‘We stayed until the boats came. The harbour was dark.",
    "'We stayed until the boats came. The harbour was dark.",
])
def test_a_single_mark_that_opens_a_paragraph_may_be_left_open(text: str) -> None:
    [found] = quotations(text)
    assert (found.start, found.end, found.closed) == (0, len(text), False)


@pytest.mark.parametrize("text", [
    "‘Abd al-Malik Roe was born in Brill and died there.",
    "'Tis the season of the herring, they say in Brill.",
    "’90s music was played until nine in the evening.",
    "She rang the Finches. 'Not at home', the boy called back, in a manner of speaking, to the Roes' dog.",
    "‘Harbour Days, the book by Roe",
])
def test_no_name_and_no_clipped_word_is_left_open(text: str) -> None:
    assert all(found.closed for found in quotations(text))
