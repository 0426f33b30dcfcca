"""Numbers that forecasts give."""

from __future__ import annotations

import pytest

from reportedly.weigh.likelihoods import number_in


@pytest.mark.parametrize(("words", "number"), [
    ("a 40 percent chance of rain", 40), ("the chance is about 12.5 % now", 12.5), ("a one-in-five chance", 20),
    ("a 1 in 3 chance", 33.3), ("it is 50-50", 50), ("40 percent of the houses", None), ("a five-in-one chance", None),
    ("one in five houses", None), ("a 140 percent chance", None)])
def test_a_probability_is_a_number_of_chance_and_not_of_things(words: str, number: float | None) -> None:
    assert number_in(words) == number
