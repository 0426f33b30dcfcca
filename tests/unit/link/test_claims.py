"""Claim linking: statements of one proposition, asserted or denied."""

from __future__ import annotations

from tests.unit.weigh.story_of import story_of


def test_assertion_and_denial_of_one_thing_are_one_claim() -> None:
    story = story_of(("The Gannet", "2031-05-04", "Captain Jane Roe said that the ferry Petrel hit a rock."),
                     ("Harbour Post", "2031-05-05", "Admiral John Doe denied that the ferry Petrel hit a rock."))
    claim = story.claims[0]
    assert (len(claim.asserted), len(claim.denied)) == (1, 1)
    assert claim.speakers == ("Jane Roe", "John Doe")


def test_different_numbers_are_different_claims() -> None:
    story = story_of(("The Gannet", "2031-05-04", "Captain Jane Roe said that 12 crates of herring were lost."),
                     ("Harbour Post", "2031-05-05", "Admiral John Doe said that 40 crates of herring were lost."))
    assert story.claims == ()


def test_what_somebody_did_not_say_is_no_claim() -> None:
    story = story_of(("The Gannet", "2031-05-04", "Captain Jane Roe said that the ferry Petrel hit a rock."),
                     ("Harbour Post", "2031-05-05", "Admiral John Doe did not say that the ferry Petrel hit a rock."))
    assert story.claims == ()


def test_stances_tell_who_does_what_since_when() -> None:
    story = story_of(
        ("The Gannet", "2031-05-04", "Captain Jane Roe said that the ferry Petrel hit a rock off Skerry Island."),
        ("Harbour Post", "2031-05-06", "Admiral John Doe denied that the ferry Petrel hit a rock off Skerry Island."))
    claim = next(item for item in story.claims if item.denied)
    assert {(item.speaker, item.stance) for item in claim.stances} == {("Jane Roe", "asserts"), ("John Doe", "denies")}
    assert claim.since == {"asserts": "2031-05-04", "denies": "2031-05-06"}
    assert claim.speakers_of("doubts") == ()


def test_what_an_outlet_tells_itself_is_of_the_claim() -> None:
    story = story_of(
        ("The Gannet", "2031-05-04", "Captain Jane Roe said that the ferry Petrel hit a rock off Skerry Island."),
        ("Harbour Post", "2031-05-05", "The ferry Petrel hit a rock off Skerry Island on Sunday."))
    claim = next(item for item in story.claims if len(item.reports) == 2)
    assert claim.speakers_of("asserts") == ("Jane Roe", "Harbour Post")


def test_the_contrary_in_other_words_is_a_denial() -> None:
    story = story_of(
        ("The Gannet", "2031-05-04", "Captain Jane Roe said that the ferry Petrel had hit a rock off Skerry Island."),
        ("Harbour Post", "2031-05-05", "Admiral John Doe said the ferry Petrel did not hit a rock off Skerry Island."))
    claim = next(item for item in story.claims if len(item.reports) == 2)
    assert {(item.speaker, item.stance) for item in claim.stances} == {("Jane Roe", "asserts"), ("John Doe", "denies")}
