"""What the model finds, set right by the parse: findings made by hand."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from reportedly.annotate.cue_reading import read_cue
from reportedly.annotate.found import Found, Piece
from reportedly.annotate.refining import refined
from reportedly.models.spacy_pipeline import english

Parts = tuple[str, str, str]


def found(text: str, source: str, cue: str, content: str) -> Found:
    """The attribution of these words; pieces of content are set apart by ` … `."""
    doc = english()(text)

    def piece(words: str) -> Piece:
        return text.index(words), text.index(words) + len(words)

    def pieces(words: str) -> tuple[Piece, ...]:
        return tuple(piece(part) for part in words.split(" … ")) if words else ()

    tokens = [token for start, end in pieces(cue) for token in doc.char_span(start, end, alignment_mode="expand") or ()]
    reading = read_cue(tokens, ())
    return Found(source=pieces(source), cue=pieces(cue), content=pieces(content),
                 cue_class=reading.cue_class, lemma=reading.lemma, negated=reading.negated,
                 distance=reading.distance, rule=reading.rule, head=reading.head)


def words(text: str, item: Found) -> Parts:
    def of(pieces: Sequence[Piece]) -> str:
        return " … ".join(text[start:end] for start, end in pieces)
    return of(item.source), of(item.cue), of(item.content)


@pytest.mark.parametrize(("text", "model", "expected"), [
    ("Officer Lund was quoted by the Gannet as saying that the pier was safe.",
     [("the Gannet", "was quoted by", "Officer Lund"), ("the Gannet", "saying", "that the pier was safe")],
     [("Officer Lund", "was quoted by the Gannet as saying", "that the pier was safe")]),
    ("Court papers quote a porter as saying the man limped.",
     [("Court papers", "quote", "a porter as saying the man limped")],
     [("a porter", "quote … as saying", "the man limped")]),
    ("We were told that the ferry had left.", [("We", "were told", "that the ferry had left")],
     [("", "were told", "that the ferry had left")]),
    ("She said in a statement that the ferry had left before it sank.",
     [("She", "said", "that"), ("She", "statement", "it sank")],
     [("She", "said", "that the ferry had left before it sank")]),
    ("The shop is for sale, Lund said.", [("", "for", "sale"), ("Lund", "said", "The shop is for sale")],
     [("Lund", "said", "The shop is for sale")]),
    ("Saying that the gate is shut is no help.", [("", "Saying", "that the gate is shut")], []),
    ("Lund's page had the line: “Why shut the gate now, mayor?”",
     [("Lund's page … Why shut", "line", "“Why shut the gate now, mayor?”")],
     [("Lund's page", "line", "“Why shut the gate now, mayor?”")]),
])
def test_mistakes_of_a_kind_are_set_right(text: str, model: list[Parts], expected: list[Parts]) -> None:
    items = [found(text, *parts) for parts in model]
    assert [words(text, item) for item in refined(english()(text), items, [])] == expected


@pytest.mark.parametrize(("text", "parts"), [
    ("Lund told the board that the ferry had left.", ("Lund", "told", "that the ferry had left")),
    ("Lund was quoted in the Gannet.", ("Lund", "was quoted in", "the Gannet")),
    ("Lund was said to be angry.", ("", "was said", "to be angry")),
    ("According to Lund, the ferry had left.", ("Lund", "According to", "the ferry had left")),
    ("Lund quoted his mother as a witness.", ("Lund", "quoted", "his mother as a witness")),
])
def test_what_is_right_stays_as_it_is(text: str, parts: Parts) -> None:
    item = found(text, *parts)
    assert refined(english()(text), [item], []) == [item]


def test_a_refusal_of_the_rules_replaces_what_the_model_made_of_its_words() -> None:
    text = "The airline could not be reached for comment."
    refusal = found(text, "The airline", "could not be reached", "for comment")
    assert refined(english()(text), [found(text, "", "for", "The airline")], [refusal]) == [refusal]
