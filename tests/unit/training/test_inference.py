from __future__ import annotations

import gzip
import json
import random
import sys
from pathlib import Path

import numpy as np
import pytest

from reportedly.errors import ModelError
from reportedly.models.manifest import checked_bytes
from training.inference import predict
from training.inference.augment import CHANGED, ROUND, changed, names_of, pool_of, turned_round, unlabelled
from training.inference.judge import FOLDER, NAME, InferenceModel, inference_model, probabilities
from training.inference.pairs import (
    KEPT_HALF,
    LABELS,
    LONGEST,
    LONGEST_SECOND,
    TRAINED_HALF,
    Pair,
    apart,
    group_of,
    halves,
    read_pair,
    words,
)

PLAIN = Pair("The gate at Port Tamsin shut in 1997.", "A gate in Port Tamsin shut in 1997.", "entailment", "t")


@pytest.fixture(scope="module")
def model() -> InferenceModel:
    return inference_model()


def test_words_are_numbers_and_marks_too_and_treebank_brackets_come_back() -> None:
    assert words("Shut -LRB- in 1997 -RRB- , it's") == ("Shut", "(", "in", "1997", ")", ",", "it", "'", "s")


def test_kinds_tell_the_side_and_what_stands_on_both() -> None:
    pieces, kinds = read_pair("The gate shut.", "The gate opened.")
    assert len(pieces) == len(kinds)
    assert kinds == [0, 2, 2, 0, 2, 0, 3, 3, 1, 3, 1]


@pytest.mark.parametrize(("first", "second"), [(900, 3), (3, 900), (900, 900), (0, 0)])
def test_a_long_pair_is_cut_and_keeps_both_sides(first: int, second: int) -> None:
    pieces, kinds = read_pair("gate " * first, "shut " * second)
    assert len(pieces) <= LONGEST
    assert sum(kind % 2 for kind in kinds) <= LONGEST_SECOND + 1
    assert (kinds[0], kinds[-1]) == (0, 1)


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


def test_probabilities_sum_to_one_and_flatten_with_temperature() -> None:
    logits = np.array([[4.0, 0.0, -2.0], [900.0, 0.0, 0.0]], dtype=np.float32)
    sharp, flat = probabilities(logits, 1.0), probabilities(logits, 2.0)
    assert sharp.sum(1) == pytest.approx(1)
    assert flat[0, 0] < sharp[0, 0]


def test_the_weights_are_whole_small_and_described() -> None:
    data = checked_bytes(NAME, FOLDER)
    assert len(data) <= 30_000_000
    row = json.loads((FOLDER / "manifest.json").read_text(encoding="utf-8"))[0]
    assert row["sha256"][:12] in (FOLDER / "inference.md").read_text(encoding="utf-8")
    assert row["settings"]["labels"] == list(LABELS)


def test_weights_of_no_folder_say_so(tmp_path: Path) -> None:
    with pytest.raises(ModelError, match=r"manifest\.json"):
        inference_model(tmp_path)


@pytest.mark.parametrize(("second", "label"), [
    ("The gate of the harbour is closed.", "entailment"),
    ("The gate of the harbour is open.", "contradiction"),
    ("The harbour was built by monks.", "neutral"),
])
def test_plain_pairs_are_judged(model: InferenceModel, second: str, label: str) -> None:
    said = model.judge("The gate of the harbour is shut since Monday.", second)
    assert list(said) == list(LABELS)
    assert sum(said.values()) == pytest.approx(1, abs=1e-5)
    assert max(said, key=lambda name: said[name]) == label


def test_a_pair_says_the_same_alone_and_among_others(model: InferenceModel) -> None:
    alone = model.logits("The gate is shut.", "The gate is open.")
    model.logits("word " * 500, "The gate is open.")
    assert model.logits("The gate is shut.", "The gate is open.").tolist() == alone.tolist()
    assert model.logits("", "").shape == (3,)


def test_predictions_read_two_fields_and_keep_the_order(
        tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path, out = tmp_path / "in.jsonl.gz", tmp_path / "out.jsonl"
    rows = [{"premise": "The gate is shut.", "hypothesis": text} for text in ("The gate is open.", "The gate is shut.")]
    with gzip.open(path, "wt", encoding="utf-8") as lines:
        lines.write("\n".join(json.dumps(row) for row in rows))
    monkeypatch.setattr(sys, "argv", ["predict", str(path), "-o", str(out)])
    assert predict.main() == 0
    found = [json.loads(line) for line in out.read_text(encoding="utf-8").splitlines()]
    assert [row["label"] for row in found] == ["contradiction", "entailment"]
    assert all(set(row) == {"label", "p"} and set(row["p"]) == set(LABELS) for row in found)
