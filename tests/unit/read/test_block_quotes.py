"""Paragraphs in another's words, and paragraphs that only follow."""

from __future__ import annotations

import pytest

from reportedly.read.quoted_source import named_source
from reportedly.read.text_zones import zones_of
from reportedly.records.article import Zone, ZoneKind

NARRATOR = "I have no idea how this will end.\n\nI doubt that anyone in the harbour does.\n\n"
QUOTE = "The ferry left its berth at 4 a.m. on Sunday without lights, two officials said."


def quoted(text: str) -> list[tuple[str, Zone]]:
    return [(text[zone.start:zone.end], zone) for zone in zones_of(text) if zone.kind is ZoneKind.QUOTE_BLOCK]


@pytest.mark.parametrize("lead", [
    "But now the Alder Post is reporting that the ferry sailed without permission",
    "And it turns out that somebody knew all of this in advance…",
    "So the harbour master changed his mind, and that left everyone puzzled",
])
def test_paragraph_after_a_lead_in_that_breaks_off_is_a_quote_block(lead: str) -> None:
    text = f"{NARRATOR}{lead}\n\n{QUOTE}\n\nI cannot believe it."
    (words, zone), = quoted(text)
    assert words == QUOTE
    assert zone.lead_in is not None and text[zone.lead_in[0]:zone.lead_in[1]] == lead


def test_quote_block_goes_on_over_paragraphs_of_the_same_voice() -> None:
    text = (f"{NARRATOR}And the Alder Post has found out what happened on that night\n\n{QUOTE}\n\n"
            "They had loaded forty barrels before dawn.\n\n“We saw nothing,” the watchman told the paper on Monday.\n\n"
            "What a strange tale.")
    assert len(quoted(text)) == 3


@pytest.mark.parametrize("follower", [
    "I think that this is only the beginning of the affair.",
    "But nobody wanted to hear it at the time.",
    "Of course that was never going to work in the end.",
    "So where does that leave the people of Port Alder?",
])
def test_narrators_next_paragraph_is_not_swallowed(follower: str) -> None:
    text = f"{NARRATOR}And the Alder Post has found out what happened on that night\n\n{QUOTE}\n\n{follower}"
    assert [words for words, _ in quoted(text)] == [QUOTE]


def test_captions_without_end_mark_in_a_news_report_lead_nothing_in() -> None:
    text = ("The ferry burned on Sunday, officials said.\n"
            "The ferry at its quay on the morning before the fire broke out\n"
            "The owner said on Monday that nobody was on board.\nRescuers say that they found no one in the hold\n"
            "The court will sit on Friday, a clerk said.")
    assert quoted(text) == []


def test_statement_after_a_colon_is_a_quote_block_even_as_we() -> None:
    text = ("The owner of the ferry said in a statement:\n"
            "We regret the fire and will help everyone who was hurt by it.\n"
            "The court will sit on Friday.")
    (words, zone), = quoted(text)
    assert words.startswith("We regret") and "colon" in zone.rule


def test_words_in_quote_marks_after_a_colon_stay_body() -> None:
    text = "The owner of the ferry said in a statement:\n“We regret the fire and will help everyone.”\nHe left."
    assert quoted(text) == []


def test_lead_in_is_the_last_sentence_of_its_paragraph() -> None:
    lead = "But the Alder Post says that it was seen far out at sea"
    text = f"{NARRATOR}I wish I knew more.  {lead}\n\n{QUOTE}\n\nI cannot believe it."
    (_, zone), = quoted(text)
    assert zone.lead_in is not None and text[zone.lead_in[0]:zone.lead_in[1]] == lead


@pytest.mark.parametrize(("lead", "source"), [
    ("In fact, the Alder Post is telling us that they knew", "Alder Post"),
    ("Jane Roe told CNN that the ferry was empty", "CNN"),
    ("According to the Harbour Times, the ferry was empty", "Harbour Times"),
    ("And Admiral John Poe said this about it", "Admiral John Poe"),
    ("It is being reported that officials knew in advance", None),
    ("One former captain says that it was planned", None),
])
def test_source_is_the_name_in_the_lead_in(lead: str, source: str | None) -> None:
    assert named_source(lead, QUOTE) == source


def test_words_that_tell_of_a_person_are_not_that_persons() -> None:
    lead = "And Poe said that he would go all the way"
    assert named_source(lead, "Poe boasted that his crew needed no pilot.") is None


@pytest.mark.parametrize(("lead", "quote"), [
    ("On Friday the harbour office had no idea where the ferry was", "Poe said that he had not seen it since noon."),
    ("By Sunday all the town had a theory, and the baker had the best one…", "Two sailors said the compass was wrong."),
    ("By Sunday all the town had a theory, and the baker had the best one...", "A sailor told of a wrong compass."),
])
def test_short_block_after_a_lead_in_that_only_sets_a_time(lead: str, quote: str) -> None:
    text = ("My aunt has lived beside the quay for fifty years.\n\nWe never saw a ferry go missing before.\n\n"
            f"{lead}\n\n{quote}\n\nI think that she will turn up.")
    assert [words for words, _ in quoted(text)] == [quote]


@pytest.mark.parametrize("lines", [
    ("“I shall never sail with them again, whatever they pay.” ― Jane Roe",
     "“Nobody should, after what was done to us on that night, officials said.” ― John Poe."),
    ("we are turning back to port and nobody knows why", "The mix-up began at the gate, an official said on Monday."),
    ("The ledger does not name him… and he does not appear in any of the papers that we reported on...",
     "That single line deserves to be read again by everyone in the town."),
])
def test_voices_set_side_by_side_are_no_lead_in_and_quote(lines: tuple[str, str]) -> None:
    text = "The ferry turned back on Monday.\n\n" + "\n\n".join(lines) + "\n\nThe owner said that nobody was hurt."
    assert quoted(text) == []


STATED = ("The ministry said in a statement:\n\nThe gate was shut at nine and the keys were handed over.\n\n"
          "We regret the loss of the ferry and will pay for the funerals.\n\n")


@pytest.mark.parametrize(("before", "after", "count"), [
    ("", "The inquiry goes on at the quay.", 2),
    ("I went down to the quay that night and asked around.\n\n", "The inquiry goes on at the quay.", 1),
    ("", "We will publish the whole of the report.\n\nThe inquiry goes on at the quay.", 3),
])
def test_a_statement_goes_on_in_its_we_where_the_report_has_none(before: str, after: str, count: int) -> None:
    assert len(quoted(f"The ferry sank on Sunday night.\n\n{before}{STATED}{after}")) == count


def test_the_outlets_own_we_ends_a_statement() -> None:
    text = ("The ferry sank on Sunday night.\n\nThe board said in a statement:\n\n"
            "The gate was shut at nine and the keys were handed over.\n\nWe have contacted the ministry for comment.")
    assert len(quoted(text)) == 1
