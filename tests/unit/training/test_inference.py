from __future__ import annotations

import random

import pytest

from training.inference.augment import CHANGED, ROUND, changed, names_of, pool_of, turned_round, unlabelled
from training.inference.pairs import (
    KEPT_HALF,
    TRAINED_HALF,
    Pair,
    apart,
    group_of,
    halves,
)

PLAIN = Pair("The gate at Port Tamsin shut in 1997.", "A gate in Port Tamsin shut in 1997.", "entailment", "t")


def test_the_halves_share_no_first_text_and_none_that_is_taken() -> None:
    pairs = [Pair(f"Gate {number} shut.", f"It {verb}.", "neutral", "snli.dev")
             for number in range(40) for verb in ("shut", "opened")]
    taken = [Pair("gate 7 shut", "Other.", "neutral", "cad-snli.dev")]
    trained, kept = halves(pairs, taken)
    assert {pair.part for pair in trained} == {TRAINED_HALF}
    assert {pair.part for pair in kept} == {KEPT_HALF}
    assert len(trained) + len(kept) == len(pairs)
    assert not {pair.first for pair in trained} & {pair.first for pair in kept}
    assert "Gate 7 shut." in {pair.first for pair in kept}


def test_what_shares_a_claim_or_holds_the_evidence_of_dev_is_left_out() -> None:
    dev = [Pair("The gate shut .", "A gate shut.", "entailment", "dev")]
    train = [Pair("Snow fell. The gate shut.", "Snow fell.", "entailment", "t"),
             Pair("Rain fell.", "a gate shut", "neutral", "t"), Pair("Rain fell.", "It rained.", "entailment", "t")]
    assert apart(train, dev) == train[2:]


def test_only_contradictions_are_turned_round_and_stay_in_their_group() -> None:
    denied = Pair("The gate shut.", "No gate shut.", "contradiction", "t")
    assert turned_round([denied, PLAIN]) == [
        Pair("No gate shut.", "The gate shut.", "contradiction", ROUND, "The gate shut.")]
    assert group_of(turned_round([denied])[0]) == group_of(denied)


def test_names_are_numbers_and_capitals_that_do_not_only_begin_the_sentence() -> None:
    assert names_of("Gates of Port Tamsin held 1,200 men in May.") == ["Port Tamsin", "1,200", "May"]
    assert names_of("Mara Holt left.") == ["Mara Holt"]


def test_a_shared_name_is_changed_in_the_claim_in_the_evidence_and_in_both() -> None:
    pool = {("number", 4): ["1934"], ("name", 2): ["Lake Orrin"]}
    made = changed(PLAIN, pool, random.Random(1))
    assert [pair.label for pair in made] == ["contradiction", "contradiction", "entailment"]
    assert {pair.part for pair in made} == {CHANGED}
    assert made[0].first == PLAIN.first
    assert made[1].second == PLAIN.second
    assert (made[2].first, made[2].second) == (made[1].first, made[0].second)
    assert made[0].second != PLAIN.second


@pytest.mark.parametrize("pair", [
    Pair("The gate shut in 1997.", "It shut in 1998.", "contradiction", "t"),
    Pair("The gate shut.", "It shut in 1997.", "entailment", "t"),
    Pair("By 1997 Mara Holt had left.", "Mara Holt left.", "entailment", "t"),
])
def test_nothing_is_changed_without_a_shared_name_beside_the_subject(pair: Pair) -> None:
    assert changed(pair, pool_of([PLAIN, pair]), random.Random(1)) == []


def test_unlabelled_pairs_have_no_label_and_never_pair_a_claim_with_itself() -> None:
    other = Pair(PLAIN.first, "Tamsin has a gate.", "neutral", "t")
    made = unlabelled([PLAIN, other, other], 3)
    assert {pair.label for pair in made} == {""}
    assert all(pair.first != pair.second for pair in made)
    assert {pair.origin for pair in made} == {PLAIN.first}
