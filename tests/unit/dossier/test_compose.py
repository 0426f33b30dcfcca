"""What the brief shows of a story."""

from __future__ import annotations

from reportedly.dossier.compose import Composition, compose, headline_of, latest_day
from reportedly.records.linked import StoryState
from tests.unit.weigh.story_of import story_of

SINKING = (
    ("The Gannet", "2031-05-04", "The ferry Marigold sank off Port Sorrel on Saturday, killing 12 people."),
    ("The Tern", "2031-05-05", "Twelve people died when the ferry Marigold sank off Port Sorrel on Saturday.\n"
                               "Captain Jane Roe denied that the ferry Marigold had been overloaded."),
)


def test_an_empty_story_has_an_empty_dossier() -> None:
    empty = StoryState(title="", reports=(), pairs=(), unread=(), superseded={}, older=(), revision=0, known_at="",
                       as_of=None)
    dossier = compose(empty)
    assert (dossier.title, dossier.lead, dossier.as_of, dossier.timeline) == ("", None, None, ())


def test_the_brief_counts_what_is_in_view() -> None:
    counts = compose(story_of(*SINKING).state).counts
    assert (counts.reports, counts.outlets, counts.origins) == (2, 2, 2)
    assert counts.agreed + counts.disputed + counts.single == len(compose(story_of(*SINKING).state).timeline)


def test_the_same_state_gives_the_same_dossier() -> None:
    assert compose(story_of(*SINKING).state) == compose(story_of(*reversed(SINKING)).state)


def test_a_story_nobody_named_is_called_by_the_words_that_lead_it() -> None:
    linked = story_of(*SINKING)
    assert "Marigold" in headline_of(linked)
    assert latest_day(linked.state) == "2031-05-05"


def test_key_points_stand_in_order_of_time() -> None:
    points = compose(story_of(*SINKING).state).key_points
    days = [point.event.when.earliest or "" for point in points]
    assert points and days == sorted(days)


def test_a_happening_whose_toll_is_contested_is_marked_disputed() -> None:
    dossier = compose(story_of(
        ("The Gannet", "2031-05-04", "The ferry Marigold sank off Port Sorrel on Saturday, killing 12 people."),
        ("The Tern", "2031-05-05", "The ferry Marigold sank off Port Sorrel on Saturday, killing 31 people.")).state)
    assert dossier.counts.disputed >= 1
    assert any(point.disputed for point in dossier.key_points)


def test_the_timeline_alone_is_that_of_the_dossier_and_makes_no_other_part() -> None:
    state = story_of(*SINKING).state
    composition = Composition(state)
    assert composition.timeline == compose(state).timeline
    assert composition.happenings.claims == () and "dossier" not in vars(composition)
    assert composition.dossier == compose(state)
