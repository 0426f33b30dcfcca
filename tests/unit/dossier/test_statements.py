"""The ledger of who said what."""

from __future__ import annotations

from dataclasses import replace

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


def test_a_surname_that_one_report_leaves_bare_is_known_from_the_others() -> None:
    linked = story_of(
        ("The Gannet", "2031-05-04", "Harbour master Caspian Rudd said that the crane was safe.\nMr Rudd left."),
        ("The Tern", "2031-05-05", "Rudd said that he had checked the crane himself."))
    assert {(row.speaker, row.speaker_kind) for row in statement_rows(linked, ())} == {("Caspian Rudd", "person")}


def test_words_that_only_point_elsewhere_are_shown_with_their_sentence() -> None:
    linked = story_of(("The Gannet", "2031-05-04", "Two engineers said that the crane was rotten.\n"
                                                   "Director Ada Finch rejected the claim."))
    row = next(item for item in statement_rows(linked, ()) if item.denies)
    assert row.text == "Director Ada Finch rejected the claim."


def test_a_place_that_speaks_stands_for_who_governs_it() -> None:
    story = story_of(("The Gannet", "2031-05-04", "Norway said that it would close the strait. Jane Roe said that she "
                      "would sail."))
    marks = {row.speaker: row.is_metonym for row in statement_rows(story, ())}
    assert marks["Norway"] and not marks["Jane Roe"]


def test_a_name_taken_for_a_body_in_one_report_is_known_from_the_others() -> None:
    linked = story_of(
        ("The Gannet", "2031-05-04", "Harbour master Caspian Rudd said that the crane was safe.\nMr Rudd left."),
        ("The Tern", "2031-05-05", "Rudd said that he had checked the crane himself."))
    taken = {name: replace(item, speaker_kind="organization") for name, item in linked.statements.items()}
    rows = statement_rows(replace(linked, statements=taken), ())
    assert {row.speaker_kind for row in rows} == {"person"}
