"""Disputes: denials, numbers, opposed verdicts; and what is no dispute."""

from __future__ import annotations

import pytest

from reportedly.records.weighed import Dispute
from reportedly.weigh.disputes import disputes
from reportedly.weigh.sides import same_side, stands_alone
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


def sides(dispute: Dispute) -> dict[str, str | None]:
    return {position.who: position.value for position in dispute.positions}


def test_only_those_who_assert_the_same_act_hold_what_is_denied() -> None:
    found = of_kind(
        "denial",
        ("The Gannet", "2031-05-04", "Mayor Jane Roe denied that she had been warned about the harbour crane."),
        ("Harbour Post", "2031-05-05", "Two officials said that city hall was told in April that the harbour crane "
                                       "could fall."),
        ("The Buoy", "2031-05-05", "An engineer said that a frayed cable had felled the harbour crane."),
        ("Quay Times", "2031-05-06", "A docker said that the harbour crane had crushed nine vans."))
    assert [{who.casefold() for who in speakers(dispute)} for dispute in found] == [{"jane roe", "two officials"}]
    assert "told in April" in found[0].text


@pytest.mark.parametrize("words", [
    "Inspector Jane Roe said that she did not yet know why the harbour crane had fallen on Skerry quay.",
    "Inspector Jane Roe said that police had not verified that the harbour crane had fallen on Skerry quay.",
    "Inspector Jane Roe asked whether the harbour crane had fallen on Skerry quay.",
])
def test_what_is_left_open_is_no_denial(words: str) -> None:
    assert not of_kind("denial", ("The Gannet", "2031-05-04", words),
                       ("Harbour Post", "2031-05-05", "John Doe said the harbour crane had fallen on Skerry quay."))


def test_denier_and_spokesman_are_one_side() -> None:
    assert not of_kind(
        "denial", ("The Gannet", "2031-05-04", "Kestrel Shipping denied that it sank the ferry Petrel."),
        ("Harbour Post", "2031-05-05", "A Kestrel Shipping spokesman said that nobody sank the ferry Petrel."))


def test_outlet_that_reports_the_denial_is_no_second_side() -> None:
    assert not of_kind(
        "denial", ("The Gannet", "2031-05-04", "Jane Roe denied that she sold the lighthouse lamp."),
        ("Harbour Post", "2031-05-05", "The keeper denies the sale of the lighthouse lamp."))


def test_position_that_only_points_is_shown_with_its_sentence() -> None:
    found = of_kind("denial", ("The Gannet", "2031-05-04", "Jane Roe alleged that the Lighthouse Board falsified the "
                               "tide tables. The Lighthouse Board rejected the claim."))
    assert [found[0].text, found[0].positions[0].text] == [
        "that the Lighthouse Board falsified the tide tables", "The Lighthouse Board rejected the claim."]


def test_toll_that_a_body_raises_is_one_dispute_that_tells_the_revision() -> None:
    found = of_kind(
        "number",
        ("The Gannet", "2031-05-03", "At least 14 people were injured when the crane fell, the fire brigade said."),
        ("Harbour Post", "2031-05-03", "Skerry Hospital has treated 20 people after the crane fell, Jane Roe said."),
        ("The Buoy", "2031-05-06", "The fire brigade raised the number of injured to 31 on Tuesday."))
    assert len(found) == 1
    assert {(position.value, position.day) for position in found[0].positions} == {
        ("at least 14", "2031-05-03"), ("20", "2031-05-03"), ("31", "2031-05-06")}
    assert "revised by the fire brigade: at least 14 on 2031-05-03, 31 on 2031-05-06" in found[0].provenance.rule
    assert "raised" in found[0].text


def test_dead_and_injured_are_two_slots() -> None:
    found = of_kind(
        "number",
        ("The Gannet", "2031-05-04", "The ferry fire at Skerry killed 12 people and injured 80."),
        ("Harbour Post", "2031-05-04", "The ferry fire at Skerry killed 15 people and injured 60."))
    assert sorted(tuple(sorted(filter(None, sides(dispute).values()))) for dispute in found) == [
        ("12", "15"), ("60", "80")]


def test_an_open_figure_far_from_the_other_is_no_dispute() -> None:
    found = of_kind(
        "number",
        ("The Gannet", "2031-05-04", "At least 14 people were killed when the ferry Petrel sank off Skerry Island."),
        ("Harbour Post", "2031-05-04", "Police said 31 people were killed when the ferry Petrel sank near Skerry."))
    assert found == []


def test_figures_of_two_acts_are_no_dispute() -> None:
    assert not of_kind(
        "number",
        ("The Gannet", "2031-05-04", "The bank Skerry holds records on 800,000 customers of its savings branch."),
        ("Harbour Post", "2031-05-04", "The leak at the bank Skerry hit 143,000 customers of its savings branch."))


def test_clock_times_of_one_happening_in_other_words_are_a_dispute() -> None:
    found = of_kind(
        "time",
        ("The Gannet", "2031-05-04", "The mayor declared the harbour curfew at 10:20 p.m. on May 3, 2031."),
        ("Harbour Post", "2031-05-05", "On May 3, 2031, at 11 p.m., the mayor announced the harbour curfew."))
    assert [sorted(filter(None, sides(dispute).values())) for dispute in found] == [
        ["2031-05-03T22:20", "2031-05-03T23:00"]]


def test_opinions_that_agree_are_no_dispute() -> None:
    assert not of_kind(
        "denial",
        ("The Gannet", "2031-05-04", "Sheriff Jane Roe said that the harbour arsonist was a lone wolf."),
        ("Harbour Post", "2031-05-05", "Captain John Doe believes the harbour arsonist was a lone wolf without "
                                       "helpers."))


@pytest.mark.parametrize(("who", "other", "expected"), [
    ("An officer", "an officer", True), ("Kestrel", "a Kestrel spokesman", True), ("Jane Roe", "Roe", True),
    ("city hall", "a city hall engineer", False), ("Jane Roe", "John Doe", False),
])
def test_names_of_one_side(who: str, other: str, expected: bool) -> None:
    assert same_side(who, other) is expected


@pytest.mark.parametrize(("words", "expected"), [
    ("the claim", False), ("that she had been warned", False), ("you", False), ("the crane fell on nine vans", True),
])
def test_words_that_stand_alone(words: str, expected: bool) -> None:
    assert stands_alone(words) is expected


def test_report_that_gives_two_values_itself_counts_two_things() -> None:
    assert not of_kind(
        "number",
        ("The Gannet", "2031-05-04", "The mast of the lightship Petrel is 70 feet tall and the deck 12 feet wide."),
        ("Harbour Post", "2031-05-04", "The mast of the lightship Petrel is 70 feet tall and the deck 12 feet wide."))


def test_one_verdict_under_a_negation_elsewhere_is_no_blame() -> None:
    assert not of_kind(
        "blame",
        ("The Gannet", "2031-05-04", "John Doe called the harbour curfew a legitimate measure no matter what."),
        ("Harbour Post", "2031-05-05", "Jane Roe called the harbour curfew a legitimate measure."))


def test_years_before_christ_stop_no_weighing() -> None:
    told = "In June 490 BC the army lost 6,400 men at Brell. On 12 June 490 BC it lost 192 men at Brell."
    found = disputes(story_of(("The Gannet", "2031-05-04", told),
                              ("Harbour Post", "2031-05-05", "The army lost 6,400 men at Brell on 12 June 490 BC.")))
    assert isinstance(found, tuple | list)


def test_who_found_what_a_new_figure_adds_is_a_side() -> None:
    found = of_kind(
        "number",
        ("The Gannet", "2031-05-04", "Police said 12,000 people were affected when the ferry leaked lists."),
        ("Harbour Post", "2031-05-09", "The ferry company said 15,000 people were affected when the ferry "
                                       "leaked lists. The additional people were found by the Tern Institute, a firm."))
    assert any(position.text.startswith("The additional") and "Tern Institute" in position.who
               for dispute in found for position in dispute.positions)


def test_a_verdict_on_what_was_said_just_before_is_set_against_it() -> None:
    found = of_kind("denial", ("The Gannet", "2031-05-04", "Jane Roe said that the harbour would be safer with "
                               "a second gate. To John Doe, head of the union, that is a nonstarter "
                               "because it costs jobs."))
    assert [speakers(dispute) for dispute in found] == [{"John Doe", "Jane Roe"}]
    assert "second gate" in found[0].text
