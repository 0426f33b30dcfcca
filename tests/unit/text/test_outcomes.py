"""Verbs of one outcome and of contrary outcomes."""

from __future__ import annotations

import pytest

from reportedly.text.outcomes import contrary_outcome, same_outcome


@pytest.mark.parametrize(("predicted", "told"), [("resign", "quit"), ("see", "find"), ("reject", "reject")])
def test_kin_tell_one_outcome(predicted: str, told: str) -> None:
    assert same_outcome(predicted, told) and not contrary_outcome(predicted, told)


@pytest.mark.parametrize(("predicted", "told"), [("leave", "survive"), ("rise", "fall"), ("close", "reopen")])
def test_contraries_exclude_each_other(predicted: str, told: str) -> None:
    assert contrary_outcome(predicted, told) and contrary_outcome(told, predicted)
    assert not same_outcome(predicted, told)


def test_other_verbs_have_nothing_to_do_with_each_other() -> None:
    assert not same_outcome("rain", "testify") and not contrary_outcome("rain", "testify")
