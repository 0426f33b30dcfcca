"""Plain text, line by line."""

from __future__ import annotations

from reportedly.read.text_zones import zones_of
from reportedly.records.article import ZoneKind

COMMENTARY = """What Is Going On In Port Alder?

Sharing is Caring!

by Walter

I have followed the ferry fire for a week, and I still cannot say who gave the order to sail.

See also  The night the harbour burned

The owner denies it all.\u00a0 We shall see.

Views: 77

Leave a Comment

This site uses Akismet to reduce spam."""


def kinds(text: str, title: str | None = None) -> list[tuple[str, str | None, str]]:
    return [(zone.kind.value, zone.detail, text[zone.start:zone.end]) for zone in zones_of(text, title=title)]


def test_every_furniture_line_of_a_commentary_is_typed_and_no_body_line_is_lost() -> None:
    found = kinds(COMMENTARY)
    assert [(kind, detail) for kind, detail, _ in found] == [
        ("title", None), ("furniture", "share"), ("byline", None), ("body", None), ("furniture", "see-also"),
        ("body", None), ("furniture", "views"), ("furniture", "comments"), ("furniture", "notice")]
    assert found[5][2] == "The owner denies it all.\u00a0 We shall see."


def test_outlet_line_above_the_byline_is_part_of_it() -> None:
    text = "The Alder Bugle\nBy Jane Roe\nThe ferry burned for two days before the harbour was opened again."
    assert [kind for kind, _, _ in kinds(text)] == ["byline", "byline", "body"]


def test_given_title_is_claimed_when_the_first_line_repeats_it() -> None:
    text = "Ferry burns in Port Alder\nThe ferry burned for two days."
    assert kinds(text, "Ferry burns in Port Alder")[0][0] == "title"


def test_first_sentence_is_no_title() -> None:
    text = "The ferry burned for two days.\nNobody was hurt."
    assert [kind for kind, _, _ in kinds(text)] == ["body", "body"]


def test_short_line_between_paragraphs_is_a_heading() -> None:
    text = ("The ferry burned for two days.\nWhat the crew saw\n"
            "The crew told the court that they had seen smoke at noon.")
    assert [kind for kind, _, _ in kinds(text)] == ["body", "heading", "body"]


def test_headlines_under_most_read_at_the_end_are_a_list() -> None:
    text = "The ferry burned for two days.\nMost read\nMayor found asleep in park\nRain until Friday"
    assert [detail for _, detail, _ in kinds(text)] == [None, "see-also", "see-also", "see-also"]


def test_body_goes_on_after_a_list_heading_in_mid_text() -> None:
    text = "The ferry burned.\nRelated\nThe owner was heard\nThe court will sit again on Monday, a clerk said."
    assert [kind for kind, _, _ in kinds(text)][-2:] != ["furniture", "furniture"]
    assert kinds(text)[-1][0] == "body"


def test_hard_wrapped_paragraph_is_one_zone() -> None:
    text = ("The ferry burned for two days before the harbour could be opened\n"
            "again to the fishing boats, which had waited outside the mole in\n"
            "heavy weather.\n\n"
            "Nobody was hurt in the fire, the harbour master told the council.\n")
    assert [text.index(piece) for _, _, piece in kinds(text)] == [0, text.index("Nobody")]


def test_nothing_but_blank_lines_has_no_zones() -> None:
    assert zones_of(" \n\u00a0\n\ufeff") == ()


def test_note_of_correction_is_body_and_no_title() -> None:
    text = "Correction: An earlier report gave the wrong ferry\n\nThe Heron burned on Sunday, officials said."
    assert [zone.kind for zone in zones_of(text)] == [ZoneKind.BODY, ZoneKind.BODY]
