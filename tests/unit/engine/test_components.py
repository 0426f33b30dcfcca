from __future__ import annotations

import json
from pathlib import Path

import pytest

from reportedly.engine.components import components, default_linkers
from reportedly.errors import RegistryError

CONTENTS = Path(__file__).parents[2] / "registry_contents.json"


def test_registered_names_are_those_on_file() -> None:
    registry = components()
    kinds = sorted({kind for kind, _ in registry.factories})
    assert {kind: list(registry.names(kind)) for kind in kinds} == json.loads(CONTENTS.read_text())


def test_one_linker_for_each_kind_of_node() -> None:
    assert sorted(linker.kind for linker in default_linkers()) == [
        "claim", "copy", "entity", "event", "explanation", "forecast"]


def test_unknown_component_lists_the_known_ones() -> None:
    with pytest.raises(RegistryError, match="known: reportedly"):
        components().make("linker", "reportedly.no-linker.v1")
