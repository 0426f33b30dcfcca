from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from reportedly.errors import ModelError
from reportedly.evaluate.nli import predict
from reportedly.models.inference import (
    LABELS,
    LONGEST,
    LONGEST_SECOND,
    Bearing,
    InferenceModel,
    inference_model,
    probabilities,
    read_pair,
    words,
)


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


def test_probabilities_sum_to_one_and_flatten_with_temperature() -> None:
    logits = np.array([[4.0, 0.0, -2.0], [900.0, 0.0, 0.0]], dtype=np.float32)
    sharp, flat = probabilities(logits, 1.0), probabilities(logits, 2.0)
    assert sharp.sum(1) == pytest.approx(1)
    assert flat[0, 0] < sharp[0, 0]


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
    assert said.entailment + said.neutral + said.contradiction == pytest.approx(1, abs=1e-5)
    assert said.label == label


def test_where_neither_is_the_premise_the_order_does_not_matter(model: InferenceModel) -> None:
    one, other = "The gate of the harbour is shut.", "The harbour's gate stands open."
    assert model.between(one, other) == model.between(other, one)
    assert model.between(one, other).label == "contradiction"


def test_the_likeliest_label_is_named() -> None:
    assert [Bearing(*values).label for values in ((0.5, 0.3, 0.2), (0.1, 0.5, 0.4), (0.2, 0.2, 0.6))] == list(LABELS)


def test_a_pair_says_the_same_alone_and_among_others(model: InferenceModel) -> None:
    alone = model.logits("The gate is shut.", "The gate is open.")
    model.logits("word " * 500, "The gate is open.")
    assert model.logits("The gate is shut.", "The gate is open.").tolist() == alone.tolist()
    assert model.logits("", "").shape == (3,)


def test_predictions_read_two_fields_and_keep_the_order() -> None:
    rows = [{"premise": "The gate is shut.", "hypothesis": text, "label": "?"}
            for text in ("The gate is open.", "The gate is shut.")]
    found = list(predict(rows))
    assert [row["label"] for row in found] == ["contradiction", "entailment"]
    assert all(set(row) == {"label", "p"} and set(row["p"]) == set(LABELS) for row in found)
