"""Words as points, and a network taken out of another."""

from __future__ import annotations

import numpy as np
import pytest

from reportedly.errors import ModelError
from reportedly.models.inference import NAME as INFERENCE
from reportedly.models.manifest import checked_bytes
from reportedly.models.meanings import meaning_model, products_of, words_of
from reportedly.models.onnx_part import part_of


def test_words_have_one_point_each_and_marks_none() -> None:
    found = meaning_model().read("The ferry Petrel sank, off Skerry.")
    assert found.words == ("The", "ferry", "Petrel", "sank", "off", "Skerry")
    assert found.points.shape == (6, 64)
    assert np.allclose(np.linalg.norm(found.points.astype(float), axis=1), 127, atol=6)


def test_a_word_is_near_one_of_like_meaning() -> None:
    near = products_of(meaning_model().read("The ferry sank.").points,
                       meaning_model().read("The boat went down in spring.").points)
    assert near[1].argmax() == 1  # ferry, boat


@pytest.mark.parametrize("text", ["A ferry sank, off Skerry.", "§ 12 — naïve “Ω” 3,000 \u200b x_y", "so " * 300, ""])
def test_the_words_are_those_that_the_text_begins_with(text: str) -> None:
    found = meaning_model().read(text).words
    assert found == words_of(text)[:len(found)]


def test_a_text_without_words_has_no_points() -> None:
    assert meaning_model().read(" … !").words == ()


def test_a_part_is_smaller_and_refuses_what_is_not_there() -> None:
    data = checked_bytes(INFERENCE)
    assert len(part_of(data, "layer.0.norm2")) < len(data)
    with pytest.raises(ModelError, match=r"no part 'layer\.99' can be taken"):
        part_of(data, "layer.99")


@pytest.mark.parametrize("data", [b"", b"\x3a", b"\xff" * 20, b"\x3a\x05abc"])
def test_bytes_that_are_no_network_are_refused(data: bytes) -> None:
    with pytest.raises(ModelError):
        part_of(data, "layer.0.norm2")
