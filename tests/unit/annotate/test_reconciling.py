"""The model's findings are given as words, so that no model stands between a test and its subject."""

from __future__ import annotations

import pytest

from reportedly.annotate.found import Found, Piece
from reportedly.annotate.parse import Parse, text_of
from reportedly.annotate.pipeline import parse_article
from reportedly.annotate.quotes import quotations
from reportedly.annotate.reconciling import reconciled
from reportedly.annotate.set_off_speech import SetOffSpeech
from reportedly.records.annotation import CueClass
from tests.factory import article

Words = tuple[str, str, str]


def found_in(parse: Parse, place: int, words: Words) -> Found:
    start = parse.blocks[place].zone.start

    def pieces(part: str) -> tuple[Piece, ...]:
        places = [(parse.article.text.index(one), len(one)) for one in part.split(" … ")] if part else []
        return tuple((at - start, at + length - start) for at, length in places)

    source, cue, content = map(pieces, words)
    return Found(source=source, cue=cue, content=content, cue_class=CueClass.ASSERT, lemma="", negated=False,
                 distance="neutral", rule="model")


def contents(text: str, place: int, *given: Words, title: str | None = None) -> tuple[list[str], list[str]]:
    """Contents of what is kept of the model's and of the labels, in words."""
    parse = parse_article(article(text, title=title))
    marks = {at: quotations(text_of(block.doc)) for at, block in enumerate(parse.blocks)}
    kept, labels = reconciled([found_in(parse, place, words) for words in given], place, parse.blocks,
                              SetOffSpeech(parse, marks))
    start = parse.blocks[place].zone.start
    words = [[" … ".join(parse.article.text[first + start:last + start] for first, last in item.content)
              for item in items] for items in (kept, labels)]
    return words[0], words[1]


def test_content_does_not_run_from_a_headline_into_the_report() -> None:
    title, text = "Ferry was unsafe, the board says", "It sank at nine. Divers went down."
    kept, _ = contents(text, 0, ("the board", "says", f"{title[:16]} … {text[:15]}"), title=title)
    assert kept == ["Ferry was unsafe"]


@pytest.mark.parametrize(("after", "expected"), [
    ("“We go on.”", "“It held. … “We go on.”"),
    ("Shops were shut all day.", "“It held."),
])
def test_content_goes_on_in_the_next_paragraph_only_where_that_opens_with_a_mark(after: str, expected: str) -> None:
    kept, _ = contents(f"Finch said: “It held.\n{after}", 0, ("Finch", "said", f"“It held.\n{after}"))
    assert kept == [expected]


def test_words_that_a_lead_in_gives_to_one_are_not_the_next_speakers() -> None:
    text = "The board said:\n“It held.”\n“We shall see,” Finch said."
    kept, _ = contents(text, 2, ("Finch", "said.", "“It held.” … “We shall see,”"))
    assert kept == ["“We shall see,”"]


def test_the_labels_words_are_given_once() -> None:
    text = "Quote of the day: “I came for the herring.” — Else Moss"
    kept, labels = contents(text, 0, ("Quote", "of", "“I came for the herring.”"))
    assert (kept, labels) == ([], ["“I came for the herring.”"])


def test_a_word_of_a_speakers_turn_is_no_cue_of_that_speaker() -> None:
    text = "Q: Why did you go?\nA: To ask whether it held."
    kept, labels = contents(text, 1, ("A", "To ask", "whether it held."))
    assert (kept, labels) == ([], ["To ask whether it held."])


def test_what_others_say_inside_a_turn_stays() -> None:
    text = "Q: Why did you go?\nA: Moss said it held."
    kept, labels = contents(text, 1, ("Moss", "said", "it held."))
    assert (kept, labels) == (["it held."], ["Moss said it held."])


def test_a_lead_in_keeps_what_is_said_before_its_block() -> None:
    text = "Finch said it had held, adding to it:\n“We go on.”"
    _, labels = contents(text, 0, ("Finch", "adding", "it had held"))
    assert labels == ["it had held … “We go on.”"]
