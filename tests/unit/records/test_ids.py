"""Ids derived from content."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from reportedly.records.ids import content_id, digest


def test_an_id_names_its_kind_and_is_the_same_again() -> None:
    assert content_id("s", "a", 1) == content_id("s", "a", 1)
    assert content_id("s", "a", 1).startswith("s-")
    assert len(content_id("s", "a", 1)) == len("s-") + 16


def test_parts_do_not_run_together() -> None:
    assert content_id("s", "ab", "c") != content_id("s", "a", "bc")


@given(st.lists(st.text(max_size=20), max_size=4))
def test_any_text_gives_an_id(parts: list[str]) -> None:
    assert content_id("x", *parts) == content_id("x", *parts)


def test_a_digest_is_sha256() -> None:
    assert digest(b"") == "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"
