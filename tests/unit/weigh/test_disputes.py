"""Disputes: denials, numbers, opposed verdicts; and what is no dispute."""

from __future__ import annotations

from reportedly.records.weighed import Dispute
from reportedly.weigh.disputes import disputes
from tests.unit.weigh.story_of import story_of


def of_kind(kind: str, *reports: tuple[str, str, str]) -> list[Dispute]:
    return [dispute for dispute in disputes(story_of(*reports)) if dispute.kind == kind]


def speakers(dispute: Dispute) -> set[str]:
    return {position.who for position in dispute.positions}


def test_denial_is_set_against_those_who_assert_it() -> None:
    found = of_kind(
        "denial",
        ("The Gannet", "2031-05-04", "Captain Jane Roe testified that the admiral ordered sailors to sink the ferry."),
        ("Harbour Post", "2031-05-05", "Admiral John Doe denied that he ordered sailors to sink the ferry."))
    assert [speakers(dispute) for dispute in found] == [{"John Doe", "Jane Roe"}]
    assert "sink the ferry" in found[0].text


def test_rejected_allegations_point_back_to_who_made_them() -> None:
    found = of_kind("denial", ("The Gannet", "2031-05-04", "Jane Roe alleged that the Lighthouse Board falsified the "
                               "tide tables. The Lighthouse Board called the allegations groundless."))
    assert any({"Jane Roe"} < speakers(dispute) for dispute in found)


def test_denials_of_other_things_start_no_dispute() -> None:
    assert not of_kind(
        "denial",
        ("The Gannet", "2031-05-04", "Jane Roe said that the harbour museum opens in June."),
        ("Harbour Post", "2031-05-05", "John Doe denied that he stole a bicycle."))


def test_figures_that_do_not_fit_are_one_dispute_with_each_value() -> None:
    found = of_kind(
        "number",
        ("The Gannet", "2031-05-04", "At least 40 people were killed when the ferry Petrel sank off Skerry Island."),
        ("Harbour Post", "2031-05-04", "Police said 12 people were killed when the ferry Petrel sank near Skerry."))
    assert [{position.value for position in dispute.positions} for dispute in found] == [{"at least 40", "12"}]


def test_figures_that_can_both_be_right_are_no_dispute() -> None:
    assert not of_kind(
        "number",
        ("The Gannet", "2031-05-04", "At least 40 people were killed when the ferry Petrel sank off Skerry Island."),
        ("Harbour Post", "2031-05-04", "Some 43 people were killed when the ferry Petrel sank off Skerry Island."))


def test_figures_of_two_countries_are_no_dispute() -> None:
    assert not of_kind(
        "number",
        ("The Gannet", "2031-05-04", "The leak exposed the names of 40,000 Canadian customers of the bank Skerry."),
        ("Harbour Post", "2031-05-04", "The leak exposed the names of 90,000 French customers of the bank Skerry."))


def test_act_that_one_defends_and_another_condemns_is_blame() -> None:
    found = of_kind(
        "blame",
        ("The Gannet", "2031-05-04", "Mayor John Doe defended the harbour curfew as necessary."),
        ("Harbour Post", "2031-05-05", "Jane Roe, leader of the Tide Party, called the harbour curfew illegal."))
    assert [speakers(dispute) for dispute in found] == [{"John Doe", "Jane Roe"}]


def test_word_and_its_negation_are_contrary() -> None:
    found = of_kind("denial",
                    ("The Gannet", "2031-05-04", "Jane Roe said that the two harbour fires at Skerry were related."),
                    ("Harbour Post", "2031-05-05", "John Doe said that the harbour fires at Skerry were unrelated."))
    assert [speakers(dispute) for dispute in found] == [{"Jane Roe", "John Doe"}]


def test_every_position_has_its_words() -> None:
    found = disputes(story_of(
        ("The Gannet", "2031-05-04", "Captain Jane Roe testified that the admiral ordered sailors to sink the ferry."),
        ("Harbour Post", "2031-05-05", "Admiral John Doe denied that he ordered sailors to sink the ferry.")))
    assert all(span.exact for dispute in found for position in dispute.positions for span in position.spans)
    assert all(len(dispute.positions) > 1 for dispute in found)


def test_story_without_reports_has_no_disputes() -> None:
    assert disputes(story_of()) == ()
