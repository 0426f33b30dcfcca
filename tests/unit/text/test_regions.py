"""Countries named beside a number."""

from __future__ import annotations

import pytest

from reportedly.text.regions import region_near, region_of


@pytest.mark.parametrize(("word", "code"), [("Canadians", "ca"), ("UK", "gb"), ("U.S.", "us"), ("us", None),
                                            ("Brits", "gb"), ("polish", None), ("Skerry", None), ("France's", "fr")])
def test_country_of_a_word(word: str, code: str | None) -> None:
    assert region_of(word) == code


def test_country_after_the_number_goes_before_one_in_front_of_it() -> None:
    text = "In France some 40 Canadian boats were lost"
    start = text.index("40")
    assert region_near(text, start, start + 2) == "ca"
