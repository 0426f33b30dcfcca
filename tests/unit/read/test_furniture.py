"""Lines of the page, and lines of the report that look a little like them."""

from __future__ import annotations

import time

import pytest

from reportedly.read.furniture import byline_of, furniture_cue, split_body
from reportedly.read.lines import Line


@pytest.mark.parametrize(("line", "detail"), [
    ("Sharing is Caring!", "share"),
    ("Your support lets us keep watch on the harbour", "promo"),
    ("Facebook Twitter WhatsApp Email", "share"),
    ("Share on Facebook", "share"),
    ("Link copied", "share"),
    ("Click to share on Telegram (Opens in new window)", "share"),
    ("See also Harbour strike enters its second week", "see-also"),
    ("See also  \"We will not sail\"", "see-also"),
    ("Read more: Five questions on the ferry fire", "see-also"),
    ("READ MORE Minister quits over the ferry fire", "see-also"),
    ("Related: What the inspectors knew", "see-also"),
    ("Most read", "see-also"),
    ("Related articles", "see-also"),
    ("Analysis: Why the bridge was never mended", "see-also"),
    ("Views: 1,390", "views"),
    ("4.2K views", "views"),
    ("5 min read", "views"),
    ("Leave a Comment", "comments"),
    ("12 comments", "comments"),
    ("Your email address will not be published. Required fields are marked *", "comments"),
    ("Be the first to comment", "comments"),
    ("This site uses Akismet to reduce spam. Learn how your comment data is processed.", "notice"),
    ("We use cookies to improve your visit.", "notice"),
    ("© 2031 The Gannet. All rights reserved.", "notice"),
    ("This is a breaking news story. Please check back for updates.", "notice"),
    ("More to follow", "notice"),
    ("Advertisement", "advert"),
    ("Article continues below", "advert"),
    ("Sign up for our morning newsletter", "promo"),
    ("Follow LIVE updates", "promo"),
    ("Follow us on Twitter", "share"),
    ("https://gannet.example/live", "promo"),
    ("Photo: Jane Roe/The Gannet", "credit"),
    ("Jane Roe/Getty Images", "credit"),
    ("— Reuters", "credit"),
    ("Reporting by Jane Roe; editing by John Poe", "credit"),
    ("Jane Roe in Port Alder contributed to this report.", "credit"),
    ("Left Menu", "navigation"),
    ("Skip to main content", "navigation"),
    ("What's the story", "navigation"),
    ("Home > World > Port Alder", "navigation"),
    ("[LEAD]", "other"),
    ("featured-image", "other"),
    ("Image caption", "other"),
    ("Published May 4, 2031 7:30 am", "other"),
    ("* * *", "other"),
    ("MOST READ: Heron, 12, wins swimming contest", "see-also"),
    ("MOST READ IN NEWS OH BUOY Man marries lighthouse " + "WET WET WET Heron stops the tram " * 20, "see-also"),
    ("[Why the harbour inquiry was moved to May]", "see-also"),
    ("Harbour inquiry moved to May after a flood Read more", "see-also"),
    ("Watch: our reporter swims to the wreck.", "promo"),
    ("Listen again on our app", "promo"),
    ("We pay for your stories! Do you have a story for the Gannet news desk? Email us at desk@gannet.example", "promo"),
    ("Follow our live updates.", "promo"),
    ("Keep up with this story and more by subscribing now", "promo"),
    ("Read or Share this story: https://gannet.example/2Cc", "share"),
    ("Without written authorization from Alder Daily, such content shall not be republished or used in any form.",
     "notice"),
    ("No part of this article may be reproduced.", "notice"),
    ("A version of this article appears in print on May 5, on page A4.", "notice"),
    ("— With assistance by Jane Roe", "credit"),
    ("This article was originally published by Alder Post.", "credit"),
    ("jr/jp (AFP, dpa)", "credit"),
    ("QUAY Fire seen from HOTEL ALDER By The Alder Post | Source: Port Office", "credit"),
    ("HOTEL BROKEN QUAY VISIBLE HARBOUR STREET FERRY", "other"),
])
def test_furniture_is_known_by_its_words(line: str, detail: str) -> None:
    verdict = furniture_cue(line)
    assert verdict is not None and verdict.detail == detail


@pytest.mark.parametrize("line", [
    "Your support for the strike keeps the harbour closed, the owner told the crews.",
    "Related charges were filed against the captain on Monday.",
    "More than forty people were on board the ferry.",
    "Share prices fell by a tenth on the news of the fire.",
    "Sign language interpreters were brought to the harbour.",
    "Views on the bridge differ sharply among residents.",
    "Read more than once, the letter becomes stranger.",
    "Comments by the minister drew anger in the port.",
    "The closeness of owner and inspector contributed to the disaster.",
    "Print workers joined the strike on Tuesday.",
    "Live ammunition was found in the hold.",
    "Photographs of the wreck were shown to the court.",
    "Background: the yard had been warned twice before the fire.",
    "Next month the inquiry hears from the crew.",
    "Home owners near the quay were told to leave.",
    "Follow the money, the prosecutor said.",
    "Correction: an earlier version gave the wrong number of crew.",
    "Copyright law will not save the archive, a judge ruled, since the owners of the yard sold it long before the fire "
    "and nobody had kept the papers that the court asked for.",
    "Up to 300 people saw the play.",
    "Without permission from the owner, the letters were published on Monday.",
    "We pay for your mistakes, the mayor told the owner.",
    "Most read the letter as a threat.",
    "FERRY OWNER SAYS HE WILL NOT PAY FOR THE FIRE",
    "HERON BURNS GANNET SINKS OWNER FLEES PORT",
    "ИСКРА ПАРОМ ПОРТ NORTH SOUTH ПЕТР",
    "No part of this story can be checked from outside, the judge said.",
    "[Editor's note: the crew were freed later.]",
    "By noon the quay was closed | and so was the bridge",
    "He was right.",
])
def test_sentences_of_a_report_stay_body(line: str) -> None:
    assert furniture_cue(line) is None


@pytest.mark.parametrize(("line", "names"), [
    ("By Jane Roe", ("Jane Roe",)),
    ("by Michael", ("Michael",)),
    ("By JANE ROE and JOHN POE", ("JANE ROE", "JOHN POE")),
    ("By Jane Roe, Harbour Correspondent", ("Jane Roe",)),
    ("By Jane Roe | May 4, 2031", ("Jane Roe",)),
    ("By Jane van der Roe and Ana Poe for The Gannet", ("Jane van der Roe", "Ana Poe")),
])
def test_byline_names_the_writers(line: str, names: tuple[str, ...]) -> None:
    assert byline_of(line) == names


@pytest.mark.parametrize("line", ["By Monday the fire was out.", "By then it was too late", "By the river."])
def test_sentences_that_begin_with_by_are_no_bylines(line: str) -> None:
    assert byline_of(line) is None


def pieces(text: str, number: int = 0) -> list[tuple[str, str]]:
    zones = split_body(text, Line(0, len(text), text), number=number)
    return [(zone.kind.value, text[zone.start:zone.end]) for zone in zones]


@pytest.mark.parametrize(("text", "expected"), [
    ("PORT ALDER (AP) — The ferry burned.", [("dateline", "PORT ALDER (AP) —"), ("body", "The ferry burned.")]),
    ("PORT ALDER, May 4 (Reuters) - The ferry burned.",
     [("dateline", "PORT ALDER, May 4 (Reuters) -"), ("body", "The ferry burned.")]),
    ("Seoul – The ferry burned.", [("dateline", "Seoul –"), ("body", "The ferry burned.")]),
    ("(CNN) -- The ferry burned.", [("dateline", "(CNN) --"), ("body", "The ferry burned.")]),
    ("[LEAD] The ferry burned.", [("furniture", "[LEAD]"), ("body", "The ferry burned.")]),
    ("The ferry burned. READ MORE: The owner speaks",
     [("body", "The ferry burned."), ("furniture", "READ MORE: The owner speaks")]),
    ("The ferry burned. Follow LIVE updates.", [("body", "The ferry burned."), ("furniture", "Follow LIVE updates.")]),
    ("The ferry burned. — Reuters", [("body", "The ferry burned."), ("furniture", "— Reuters")]),
    ("The ferry burned. (Reporting by Jane Roe; Editing by John Poe)",
     [("body", "The ferry burned."), ("furniture", "(Reporting by Jane Roe; Editing by John Poe)")]),
    ("The ferry at its quay on Sunday. (Photo by Jane Roe/Getty Images)",
     [("caption", "The ferry at its quay on Sunday."), ("furniture", "(Photo by Jane Roe/Getty Images)")]),
])
def test_what_is_run_into_a_paragraph_comes_off(text: str, expected: list[tuple[str, str]]) -> None:
    assert pieces(text) == expected


@pytest.mark.parametrize("text", [
    "The captain – a man of sixty – left first.",
    "Money was sent by the Port Authority (PA).",
    "The minister said: \"Read more books.\"",
])
def test_paragraphs_without_furniture_stay_whole(text: str) -> None:
    assert pieces(text) == [("body", text)]


@pytest.mark.parametrize("line", [
    "© " + "Aa. Bb, " * 50, "the and " * 22, "Share " * 20, "By " + "Aa and " * 10 + "x!", "Aa Bb AP " * 2 + "?",
    "reporting and writing and editing by " * 8, "Aa-Bb-" * 20 + "!", "’ " * 200, "-" * 400])
def test_no_line_takes_long_however_it_repeats_itself(line: str) -> None:
    before = time.process_time()
    furniture_cue(line)
    byline_of(line)
    pieces(line)
    assert time.process_time() - before < 1
