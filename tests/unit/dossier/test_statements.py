"""The ledger of who said what."""

from __future__ import annotations

from reportedly.dossier.statements import statement_rows
from reportedly.weigh.disputes import disputes
from tests.unit.weigh.story_of import story_of


def test_the_same_words_of_one_speaker_are_one_row_with_both_reports() -> None:
    linked = story_of(
        ("The Gannet", "2031-05-04", "“The bridge will reopen before the summer regatta,” Mayor Jane Roe said."),
        ("The Tern", "2031-05-04", "Mayor Jane Roe said: “The bridge will reopen before the summer regatta.”"))
    row = next(item for item in statement_rows(linked, ()) if "regatta" in item.text)
    assert row.speaker == "Jane Roe"
    assert len(row.reports) == 2 and len(row.origins) == 2
    assert row.statement.text == row.text


def test_a_denial_is_noted_at_what_it_denies() -> None:
    linked = story_of(
        ("The Gannet", "2031-05-04", "Inspector Tom Vale said that Ada Finch had stolen the bell of the chapel."),
        ("The Tern", "2031-05-05", "Ada Finch denied that she had stolen the bell of the chapel."))
    rows = statement_rows(linked, disputes(linked))
    accusing = next(item for item in rows if item.speaker == "Tom Vale")
    assert accusing.denied_by == ("Ada Finch",)
    assert next(item for item in rows if item.speaker == "Ada Finch").denies
