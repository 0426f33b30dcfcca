"""Event linking: what is one happening, which day it has, and in which order entries stand."""

from __future__ import annotations

from itertools import permutations

from reportedly.link.events import EventLinker, blocking_keys
from reportedly.records.ids import ArticleId
from reportedly.records.linked import Event, Node
from tests.unit.weigh.story_of import story_of


def node(name: str, terms: str, *, day: str | None = "2031-05-04", group: str = "happened|sink|dated") -> Node:
    words = tuple(sorted(terms.split()))
    return Node(id=name, kind="event", article_id=ArticleId(f"r-{name}"), keys=blocking_keys(words), terms=words,
                label=terms, earliest=day, latest=day, group=group)


def score(a: Node, b: Node) -> float:
    pair = EventLinker().score(a, b)
    return pair.score if pair else 0.0


def test_same_thing_on_the_same_day_scores_high() -> None:
    assert score(node("a", "ferry petrel sink skerry"), node("b", "petrel ferry sink rock")) > 0.6


def test_same_words_on_other_dated_days_are_another_happening() -> None:
    assert score(node("a", "ferry petrel sink"), node("b", "ferry petrel sink", day="2031-05-05")) == 0


def test_day_of_publication_may_be_one_day_off() -> None:
    told = (("The Gannet", "2031-05-04", "The ferry Petrel sank off Skerry Island on 4 May 2031."),
            ("Harbour Post", "2031-05-05", "The ferry Petrel has sunk off Skerry Island, leaving two dead."))
    assert [len(event.reports) for event in story_of(*told).events] == [2]


def test_other_verb_makes_another_happening_of_the_same_names() -> None:
    declared = node("a", "mayor curfew harbour declare", group="happened|declare|dated")
    lifted = node("b", "mayor curfew harbour lift", group="happened|lift|dated")
    assert score(declared, lifted) < 0.45 < score(declared, node("c", "mayor curfew harbour impose",
                                                                group="happened|impose|dated"))


def test_what_was_planned_is_not_what_happened() -> None:
    assert score(node("a", "ferry petrel sink"), node("b", "ferry petrel sink", group="negated|sink|dated")) == 0


REPORTS = (("The Gannet", "2031-05-04", "The ferry Petrel sank off Skerry Island on 4 May 2031."),
           ("Harbour Post", "2031-05-05", "On 4 May 2031 the ferry Petrel sank near Skerry Island, hitting rocks."),
           ("Tide Weekly", "2031-05-09", "Mayor Jane Roe closed the harbour museum on 8 May 2031."))


def events() -> tuple[Event, ...]:
    return story_of(*REPORTS).events


def test_accounts_of_one_happening_are_one_entry_and_the_heaviest() -> None:
    first = events()[0]
    assert (first.when.day, len(first.reports)) == ("2031-05-04", 2)
    assert "Petrel" in first.text


def test_order_of_reports_is_of_no_matter() -> None:
    stories = {story_of(*order).events for order in permutations(REPORTS)}
    assert len(stories) == 1


def test_entry_shows_words_of_a_report() -> None:
    assert all(event.chosen == event.spans[0] and event.text for event in events())
