"""Comparable terms."""

from __future__ import annotations

import pytest

from reportedly.annotate.pipeline import parse_article
from reportedly.annotate.terms import terms_of
from tests.factory import article


@pytest.mark.parametrize(("sentence", "terms"), [
    ("The ferries sank.", {"ferry", "sink"}),
    ("He paid 1,200 crowns.", {"pay", "1200", "crown"}),
    ("It was and it is.", set()),
])
def test_terms_are_lemmas_and_plain_numbers(sentence: str, terms: set[str]) -> None:
    parse = parse_article(article(sentence))
    assert set(terms_of(parse.blocks[0].doc)) == terms
