"""From the outlet to the speaker: every link, in order. The publishing outlet of all texts is The Gannet."""

from __future__ import annotations

import pytest

from reportedly.records.annotation import Statement
from tests.unit.annotate.attributed import Words, statements_of

FAILED = "the gate had failed"


def links(statement: Statement) -> list[str]:
    """Role letter and name of each link after the outlet."""
    return [f"{link.role}: {link.name}" for link in statement.chain[1:]]


@pytest.mark.parametrize(("text", "cue", "relay"), [
    (f"Ann Holt told Fox News that {FAILED}.", "told", "Fox News"),
    (f"Ann Holt told the Daily Heron on condition of anonymity that {FAILED}.", "told", "Daily Heron"),
    (f"Ann Holt told the Daily Heron's Jim Lane that {FAILED}.", "told", "Daily Heron"),
    (f"Ann Holt told state television that {FAILED}.", "told", "state television"),
    (f"Ann Holt said in an interview with the Daily Heron that {FAILED}.", "said", "Daily Heron"),
    (f"Ann Holt said in an interview with the Daily Heron that {FAILED}.",
     "said in an interview with the Daily Heron", "Daily Heron"),
    (f"In an interview with Reuters, Ann Holt said {FAILED}.", "said", "Reuters"),
    (f"Speaking to the BBC, Ann Holt said {FAILED}.", "said", "BBC"),
    (f"Ann Holt said in a statement carried by Reuters that {FAILED}.", "said", "Reuters"),
    (f"Ann Holt said in a statement published on Telegram that {FAILED}.", "said in a statement", "Telegram"),
    (f"Ann Holt said in remarks broadcast on state television that {FAILED}.", "said", "state television"),
    (f"Ann Holt said on the BBC's morning programme that {FAILED}.", "said", "BBC"),
    (f"Ann Holt wrote in the Daily Heron that {FAILED}.", "wrote", "Daily Heron"),
    (f"Ann Holt wrote on Twitter that {FAILED}.", "wrote", "Twitter"),
    (f"Ann Holt said in a Facebook post that {FAILED}.", "said in a Facebook post", "Facebook"),
    (f"Ann Holt took to Instagram to say that {FAILED}.", "took to Instagram to say", "Instagram"),
    (f"Ann Holt was quoted by the Daily Heron as saying that {FAILED}.",
     "was quoted by the Daily Heron as saying", "Daily Heron"),
])
def test_whoever_was_told_for_the_public_stands_before_the_speaker(text: str, cue: str, relay: str) -> None:
    [found] = statements_of(text, ("Ann Holt", cue, FAILED))
    assert [name.removeprefix("relay: the ").removeprefix("relay: ") for name in links(found)] == [
        relay, "speaker: Ann Holt"]
    assert all(link.span is not None and link.name.split()[-1] in link.span.exact for link in found.chain[1:])


@pytest.mark.parametrize("hearer", ["reporters", "us", "the Harbour Committee", "the court", "her brother",
                                    "The Gannet", "it"])
def test_hearers_who_do_not_publish_are_no_relay(hearer: str) -> None:
    [found] = statements_of(f"Ann Holt told {hearer} that {FAILED}.", ("Ann Holt", "told", FAILED))
    assert links(found) == ["speaker: Ann Holt"]


@pytest.mark.parametrize("text", [
    f"Ann Holt said in an address to the Harbour League that {FAILED}.",
    f"Speaking to the Harbour Workers Association, Ann Holt said {FAILED}.",
    f"Ann Holt said on social media that {FAILED}.",
])
def test_an_audience_is_no_relay(text: str) -> None:
    [found] = statements_of(text, ("Ann Holt", "said", FAILED))
    assert links(found) == ["speaker: Ann Holt"]


@pytest.mark.parametrize("place", ["in London", "on Monday", "at a hearing", "in a letter", "on behalf of the crew"])
def test_places_and_times_are_no_relay(place: str) -> None:
    [found] = statements_of(f"Ann Holt said {place} that {FAILED}.", ("Ann Holt", "said", FAILED))
    assert links(found) == ["speaker: Ann Holt"]


@pytest.mark.parametrize(("text", "attributions", "chain"), [
    (f"The Daily Heron reports that two officers told it that {FAILED}.",
     [("The Daily Heron", "reports", f"that two officers told it that {FAILED}"), ("two officers", "told", FAILED)],
     ["relay: Daily Heron", "speaker: two officers"]),
    (f"Two officers told the Daily Heron that Ann Holt had said {FAILED}.",
     [("Two officers", "told", f"that Ann Holt had said {FAILED}"), ("Ann Holt", "had said", FAILED)],
     ["relay: Daily Heron", "relay: Two officers", "speaker: Ann Holt"]),
    ("The gate had failed, Ann Holt said, according to the Daily Heron.",
     [("Ann Holt", "said", "The gate had failed"), ("the Daily Heron", "according to", "The gate had failed")],
     ["relay: Daily Heron", "speaker: Ann Holt"]),
    ("The gate had failed, Ann Holt said, the Daily Heron reported.",
     [("Ann Holt", "said", "The gate had failed"), ("the Daily Heron", "reported", "The gate had failed")],
     ["relay: Daily Heron", "speaker: Ann Holt"]),
    (f"The Daily Heron's report that two officers had said {FAILED} was read aloud.",
     [("The Daily Heron", "'s report", f"that two officers had said {FAILED}"), ("two officers", "had said", FAILED)],
     ["relay: Daily Heron", "speaker: two officers"]),
])
def test_enclosing_words_are_links_outermost_first(text: str, attributions: list[Words], chain: list[str]) -> None:
    found = statements_of(text, *attributions)
    assert [name.replace("the Daily", "Daily").replace("The Daily", "Daily") for name in max(
        map(links, found), key=len)] == chain


@pytest.mark.parametrize(("text", "words", "chain"), [
    (f"Court papers quote the witness as saying {FAILED}.", ("the witness", "quote … as saying", FAILED),
     ["relay: Court papers", "speaker: the witness"]),
    (f"Court papers quote the witness as saying {FAILED}.", ("the witness", "saying", FAILED),
     ["relay: Court papers", "speaker: the witness"]),
    (f"Ann Holt, quoted by the Daily Heron, said {FAILED}.", ("Ann Holt, quoted by the Daily Heron", "said", FAILED),
     ["relay: the Daily Heron", "speaker: Ann Holt"]),
    (f"According to a report by the Daily Heron, {FAILED}.", ("a report by the Daily Heron", "According to", FAILED),
     ["speaker: a report by the Daily Heron"]),
])
def test_who_quotes_is_a_relay(text: str, words: Words, chain: list[str]) -> None:
    [found] = statements_of(text, words)
    assert [name.replace("relay: Daily", "relay: the Daily") for name in links(found)] == chain


@pytest.mark.parametrize(("aside", "cited"), [
    ("citing two dam officers", ["cited: two dam officers"]),
    ("quoting court papers", ["cited: court papers"]),
    ("citing Jim Lane", ["cited: Jim Lane"]),
    ("citing the sensitivity of the talks", []),
    ("citing fears for its staff", []),
])
def test_whom_the_speaker_cites_stands_behind_the_speaker(aside: str, cited: list[str]) -> None:
    [found] = statements_of(f"The Daily Heron said, {aside}, that {FAILED}.", ("The Daily Heron", "said", FAILED))
    assert links(found)[1:] == cited


def test_citing_somebody_is_no_statement() -> None:
    text = f"The Daily Heron said, citing two dam officers, that {FAILED}."
    assert statements_of(text, ("The Daily Heron", "citing", "two dam officers")) == ()
