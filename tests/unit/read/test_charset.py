"""Bytes to text."""

from __future__ import annotations

import pytest

from reportedly.read.charset import decode

WORDS = "Der Kapitän sagte: „Schön war’s nicht“ – und ging."


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le"])
def test_unicode_encodings_are_known_by_their_bytes(encoding: str) -> None:
    assert decode(WORDS.encode(encoding)).text == WORDS


def test_declared_character_set_is_used_where_the_bytes_are_not_utf8() -> None:
    page = f'<html><head><meta charset="iso-8859-1"></head><body>{WORDS}</body></html>'.encode("cp1252")
    decoded = decode(page)
    assert WORDS in decoded.text and not decoded.notices


def test_utf8_wins_over_a_wrong_declaration() -> None:
    page = f'<meta charset="windows-1252"><p>{WORDS}</p>'.encode()
    assert WORDS in decode(page).text


def test_character_set_of_the_transport_is_used() -> None:
    assert decode("Привет, порт".encode("koi8-r"), declared="koi8-r").text == "Привет, порт"


def test_undeclared_bytes_are_guessed_with_a_notice() -> None:
    decoded = decode(("Le capitaine a été entendu à l’aube. " * 20).encode("cp1252"))
    assert "été" in decoded.text
    assert [notice.code for notice in decoded.notices] == ["encoding-repaired"]


def test_damaged_utf8_stays_utf8() -> None:
    decoded = decode((WORDS * 30).encode() + b"\xe2\x80")
    assert decoded.text.startswith(WORDS) and decoded.notices[0].code == "encoding-repaired"


def test_mojibake_of_the_source_is_told_and_not_touched() -> None:
    decoded = decode("The captainâ€™s log".encode())
    assert decoded.text == "The captainâ€™s log"
    assert [notice.code for notice in decoded.notices] == ["mojibake"]


@pytest.mark.parametrize("data", [b"", b"\xff", b"\x00", b"\xff\xfe\x00", bytes(range(256))])
def test_any_bytes_give_text_that_can_be_written(data: bytes) -> None:
    decode(data).text.encode("utf-8")


def test_english_without_a_declared_encoding_is_read_as_western() -> None:
    words = "The café in Münster was closed, the naïve mayor of the town said. It was “closed” by the city."
    found = decode(words.encode("cp1252"))
    assert "café" in found.text and "naïve" in found.text and "“closed”" in found.text
