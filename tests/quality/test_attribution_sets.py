"""The own sets for what PolNeAR lacks: none below its floor, which stands a little under what was measured."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from reportedly.evaluate import attribution_sets

HERE = Path(__file__).parent
FLOORS: dict[str, float] = json.loads((HERE / "floors.json").read_text(encoding="utf-8"))["attribution_sets"]


@pytest.fixture(scope="module")
def results() -> dict[str, dict[str, Any]]:
    return attribution_sets.evaluate(HERE / "attribution_sets")


@pytest.mark.parametrize("name", sorted(FLOORS))
def test_own_sets(results: dict[str, dict[str, Any]], name: str) -> None:
    assert results[name]["score"] >= FLOORS[name], results[name]["failing"]
