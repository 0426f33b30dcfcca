from __future__ import annotations

import numpy as np
import pytest

from reportedly.annotate.attribution_words import DEPENDENCIES, FEATURES, TAGS, Words, words_of
from reportedly.annotate.pipeline import parse_article
from reportedly.models.spacy_pipeline import english
from tests.factory import article

COLUMN = {name: number for number, name in enumerate(FEATURES)}


def words(text: str, title: str | None = None) -> Words:
    return words_of(parse_article(article(text, title=title)))


def column(found: Words, name: str) -> list[int]:
    return [int(value) for value in found.features[:, COLUMN[name]]]


def test_words_are_runs_of_letters_or_single_marks_at_their_places() -> None:
    whole = article("“Don't,” she said.\nOK 12%.", title="Gate shut")
    found = words_of(parse_article(whole))
    assert found.texts == ("Gate", "shut", "“", "Don", "'", "t", ",", "”", "she", "said", ".", "OK", "12", "%", ".")
    assert [whole.text[start:end] for start, end in zip(found.starts, found.ends, strict=True)] == list(found.texts)


def test_shapes_tell_capitals_digits_and_marks() -> None:
    assert column(words("the Gate NATO A 12th iPad . 港"), "shape") == [0, 1, 2, 3, 4, 5, 6, 7]


def test_gaps_tell_what_stands_between_words() -> None:
    assert column(words("he said:\nno, never"), "gap") == [3, 1, 0, 3, 0, 1]


def test_zones_tell_headlines() -> None:
    assert column(words("It sank.", title="Ferry sinks"), "zone") == [1, 1, 0, 0, 0]


@pytest.mark.parametrize(("text", "expected"), [
    ("“It sank,” he said", [1, 2, 2, 2, 3, 0, 0]),
    ("the ‘safe’ gate", [0, 1, 4, 3, 0]),
    ("“It sank", [1, 5, 5]),
])
def test_quote_states(text: str, expected: list[int]) -> None:
    assert column(words(text), "quote") == expected


def test_sentences_are_counted_over_the_article() -> None:
    assert list(words("It sank. He swam.\nShe saw it.").sentences) == [0, 0, 0, 1, 1, 1, 2, 2, 2, 2]


def test_the_tables_know_every_label_of_the_parser() -> None:
    labels = english().meta["labels"]
    assert set(labels["tagger"]) <= set(TAGS)
    assert {label for label in labels["parser"] if label} <= set(DEPENDENCIES)


def test_every_feature_stays_within_its_size() -> None:
    found = words("“He (Mr. O'Neil, 45) said 3.5 million in EU–US talks” — Ann's view: “No…\nWhy? @ann #x http://a.b/c?d=e")
    assert (found.features.max(axis=0) < np.array(list(FEATURES.values()))).all()


def test_an_article_without_words_gives_empty_arrays() -> None:
    found = words("")
    assert len(found) == 0
    assert found.features.shape == (0, len(FEATURES))
