from __future__ import annotations

import pytest

from reportedly.models.wordpiece import LONGEST_WORD, MOST_PIECES, WordPieces, folded

VOCABULARY = "[PAD] [UNK] [CLS] [SEP] harbour har ##bour ##s ##master e ##e cafe “".split()
PIECES = WordPieces.from_lines(f"{piece}\n" for piece in VOCABULARY)


@pytest.mark.parametrize(("word", "expected"), [
    ("harbour", ["harbour"]),
    ("Harbour", ["harbour"]),
    ("harbours", ["harbour", "##s"]),
    ("harbourmaster", ["harbour", "##master"]),
    ("Café", ["cafe"]),
    ("“", ["“"]),
    ("gate", ["[UNK]"]),
    ("\u200d", ["[UNK]"]),
    ("e" * (LONGEST_WORD + 1), ["[UNK]"]),
    ("e" * 20, ["e", *["##e"] * (MOST_PIECES - 1)]),
])
def test_a_word_is_split_longest_piece_first(word: str, expected: list[str]) -> None:
    assert [VOCABULARY[number] for number in PIECES.of(word)] == expected


def test_marks_of_the_sequence_are_known() -> None:
    assert [VOCABULARY[number] for number in (PIECES.begin, PIECES.end, PIECES.unknown)] == ["[CLS]", "[SEP]", "[UNK]"]


def test_folding_drops_case_accents_and_controls() -> None:
    assert folded("ÀB\u00adC") == "abc"
