"""Causes that somebody meant, and causes by which something went wrong."""

from __future__ import annotations

import pytest

from reportedly.text.cause_kinds import cause_kind


@pytest.mark.parametrize(
    ("terms", "kind"),
    [(("sabotage", "gate"), "meant"), (("error", "table"), "went wrong"), (("mud",), ""), (("hacker", "error"), "")],
)
def test_kinds_exclude_each_other(terms: tuple[str, ...], kind: str) -> None:
    assert cause_kind(terms) == kind
