"""Spellings of names, compared as strings."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportedly.text.organisation_names import compare_organisations
from reportedly.text.person_names import compare_people
from reportedly.text.similarity import edit_distance, is_one_slip, jaro_winkler, skeleton, sound_code


@pytest.mark.parametrize(("a", "b", "distance"), [
    ("harbour", "harbour", 0), ("harbour", "harbor", 1), ("abcd", "acbd", 1), ("", "ab", 2), ("gannet", "penguin", 3)])
def test_edit_distance_counts_up_to_its_limit(a: str, b: str, distance: int) -> None:
    assert edit_distance(a, b, 2) == distance


WORD = st.text("abc", max_size=5)


@given(WORD, WORD)
def test_one_slip_is_an_edit_distance_of_one(a: str, b: str) -> None:
    assert is_one_slip(a, b) == (edit_distance(a, b, 1) <= 1)


def test_jaro_winkler_of_the_textbook_pair() -> None:
    assert jaro_winkler("martha", "marhta") == pytest.approx(0.961, abs=0.001)


@pytest.mark.parametrize(("a", "b"), [
    ("Geun-hae", "Keun-hae"), ("Chun", "Jun"), ("Shik", "Sik"), ("Tschernow", "Chernov")])
def test_romanisations_share_a_skeleton(a: str, b: str) -> None:
    assert skeleton(a) == skeleton(b)


def test_vowels_keep_names_of_one_skeleton_apart() -> None:
    assert sound_code("Min-ji") != sound_code("Min-jae")


@pytest.mark.parametrize(("a", "b"), [
    ("Seo Tae-hoon", "Seo Tae-hun"), ("Bok Nam Shik", "Bok Nam-sik"), ("Jane Roe", "JANE ROE"),
    ("Jane F. Roe", "Jane Roe"), ("Vasily Korzhakovin", "Vasily Korzhakovi"), ("Mike Tern", "Michael Tern"),
    ("Rui da Costa Jr.", "Rui da Costa"), ("Mohammed Tern", "Muhammad Tern")])
def test_spellings_of_one_person_are_the_same(a: str, b: str) -> None:
    result = compare_people(a, b)
    assert result is not None and result[0] >= 0.8


@pytest.mark.parametrize(("a", "b"), [
    ("Seo Tae-hoon", "Seo Duk-soo"), ("Bok Yong-hyun", "Bok Yong-bin"), ("Jane Roe", "Peter Roe"),
    ("Bok Jae-myung", "Bok Jae-woong")])
def test_contradictory_given_names_must_stay_apart(a: str, b: str) -> None:
    result = compare_people(a, b)
    assert result is not None and result[0] < 0


def test_family_name_alone_is_a_weak_match_and_strangers_are_none() -> None:
    short = compare_people("Roe", "Jane Roe")
    assert short is not None and 0.5 <= short[0] < 0.72
    assert compare_people("Jane Roe", "Peter Tern") is None


@pytest.mark.parametrize(("a", "b", "least"), [
    ("Gannet Lines Inc.", "Gannet Lines", 1.0), ("NHC", "National Harbour Commission", 0.95),
    ("Assembly", "Island Assembly", 0.6), ("The Gannet", "Gannet", 1.0)])
def test_forms_of_one_organisation_match(a: str, b: str, least: float) -> None:
    result = compare_organisations(a, b)
    assert result is not None and result[0] >= least


@pytest.mark.parametrize(("a", "b"), [("Harbour Court", "Island Court"), ("Gannet Court", "Gannet"), ("NHC", "Gannet")])
def test_different_organisations_do_not(a: str, b: str) -> None:
    assert compare_organisations(a, b) is None


def test_firm_without_its_trade_is_a_short_form_and_no_equal() -> None:
    found = compare_organisations("Gannet Lines", "Gannet")
    assert found is not None and found[0] == 0.6
