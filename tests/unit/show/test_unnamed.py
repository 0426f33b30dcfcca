"""The line about an unnamed source: fixed phrases around the report's words."""

from __future__ import annotations

import pytest

from reportedly.records.annotation import UnnamedSource
from reportedly.show.unnamed import in_words, parts, spans
from tests.factory import article

REPORT = article("Three aides familiar with the talks spoke for fear of reprisals.")


def told(least: int, most: int | None, *words: str) -> UnnamedSource:
    """A source with role, access and reason of these words; `` for what is not told."""
    role, access, reason = (
        REPORT.span(REPORT.text.index(part), REPORT.text.index(part) + len(part)) if part else None for part in words)
    return UnnamedSource(least=least, most=most, role=role, access=access, reason=reason)


@pytest.mark.parametrize(("source", "line"), [
    (told(3, 3, "aides", "familiar with the talks", "for fear of reprisals"),
     "3 · aides · familiar with the talks · reason given: for fear of reprisals"),
    (told(2, None, "aides", "", ""), "at least 2 · aides"),
    (told(10, 15, "", "", ""), "10 to 15"),
    (told(1, 1, "", "", "for fear of reprisals"), "1 · reason given: for fear of reprisals"),
    (None, ""),
])
def test_line_says_what_is_told_and_nothing_else(source: UnnamedSource | None, line: str) -> None:
    assert in_words(source) == line


def test_every_word_of_the_report_has_its_span() -> None:
    source = told(3, 3, "aides", "familiar with the talks", "for fear of reprisals")
    assert [span.exact for span in spans(source)] == ["aides", "familiar with the talks", "for fear of reprisals"]
    assert [part.span is None for part in parts(source)] == [True, False, False, False]
