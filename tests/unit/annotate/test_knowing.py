"""Who knew what when, in one report."""

from __future__ import annotations

import pytest

from tests.factory import annotated

Found = list[tuple[str, str, str | None, str]]


def known(text: str) -> Found:
    return [(item.kind, item.actor, item.informant, item.matter.exact) for item in annotated(text).knowing]


@pytest.mark.parametrize(("text", "expected"), [
    ("Jane Roe learned on Monday that the gate was broken.", ("learned", "Jane Roe", None, "that the gate was broken")),
    ("Jane Roe was told by Peter Tern that the gate was broken.",
     ("told", "Jane Roe", "Peter Tern", "that the gate was broken")),
    ("Peter Tern warned Jane Roe that the gate was broken.",
     ("warned", "Jane Roe", "Peter Tern", "that the gate was broken")),
    ("Jane Roe was aware of the crack in the gate.", ("knew", "Jane Roe", None, "of the crack in the gate")),
    ("Jane Roe did not know that the gate was broken.",
     ("did not know", "Jane Roe", None, "that the gate was broken")),
])
def test_knowing_and_telling(text: str, expected: tuple[str, str, str | None, str]) -> None:
    assert known(text) == [expected]


@pytest.mark.parametrize("text", [
    "You know that the gate was broken.", "Jane Roe knows how to mend a gate.", "Marl is known for its eels.",
    "Did Jane Roe know that the gate was broken?", "Jane Roe may know that the gate was broken.",
    "Peter Tern told Jane Roe to leave the harbour.", "Jane Roe told reporters that the gate was broken."])
def test_what_is_no_knowing(text: str) -> None:
    assert known(text) == []


def test_the_time_is_that_of_knowing() -> None:
    [item] = annotated("Jane Roe learned on May 2 that the gate had been broken since April 9.").knowing
    assert (item.time.earliest, item.time.rule) == ("2031-05-02", "expression beside the verb")
    [item] = annotated("Jane Roe knew that the gate had been broken since April 9.").knowing
    assert (item.time.earliest, item.time.latest, item.time.rule) == (None, "2031-05-04", "before publication")


def test_nobody_told() -> None:
    assert [kind for kind, *_ in known("Nobody warned Jane Roe about the broken gate.")] == ["was not told"]


def test_a_day_to_come_is_not_the_day_of_knowing() -> None:
    [item] = annotated("Jane Roe knew of the danger, and on May 20 the council votes.").knowing
    assert item.time.earliest is None


def test_what_is_denied_is_told_as_denied() -> None:
    assert [kind for kind, *_ in known("Jane Roe denied on Sunday that she had been warned about the broken gate.")] \
        == ["denied being told"]


def test_what_would_be_is_not_told_as_known() -> None:
    assert known("Jane Roe said she might resign if the inquiry found that she had been told of the danger.") == []
