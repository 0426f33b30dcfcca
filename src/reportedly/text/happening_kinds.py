"""Words of one kind of happening, verbs and nouns alike: who says "gunman" tells of a shooting.

The table (`text/happening_kinds.tsv`) is general English of the news: what two accounts share depends on them alone.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache
from importlib.resources import files

from reportedly.text.weights import weight

LEAST_HEFT = 0.6
"""Weight of a kind of happening, however common its words are: what happened tells more than the words for it."""


@cache
def _kinds() -> dict[str, str]:
    table = files("reportedly.text").joinpath("happening_kinds.tsv").read_text(encoding="utf-8")
    rows = (line.partition("\t") for line in table.splitlines())
    return {word: kind for kind, _, words in rows for word in (kind, *words.split())}


def kind_of_happening(lemma: str) -> str | None:
    """The kind a folded lemma names or belongs to, `kill` for `deadly`; None for words of no kind."""
    return _kinds().get(lemma)


def by_kind(terms: Iterable[str]) -> frozenset[str]:
    """The terms, each word of a kind replaced by that kind."""
    return frozenset(_kinds().get(term, term) for term in terms)


def kinds_in(terms: Iterable[str]) -> frozenset[str]:
    """The kinds of happening that these terms name."""
    return frozenset(kind for term in terms if (kind := _kinds().get(term)))


@cache
def heft(term: str) -> float:
    """How much it tells that two accounts share a term, 0 to 1."""
    return max(weight(term), LEAST_HEFT if term in _kinds() else 0.0)
