from __future__ import annotations

from importlib.resources import files
from pathlib import Path

import pytest

from reportedly.errors import ModelError
from reportedly.models.manifest import checked_bytes, shipped

LARGEST = 30_000_000


@pytest.mark.parametrize("name", sorted(shipped()))
def test_shipped_weights_are_whole_small_and_described(name: str) -> None:
    assert 0 < len(checked_bytes(name)) <= LARGEST
    entry = shipped()[name]
    card = files("reportedly.models").joinpath("weights", Path(entry.file).stem + ".md").read_text("utf-8")
    assert entry.licence == "Apache-2.0"
    assert entry.sha256[:12] in card
    assert (Path(__file__).parents[3] / entry.recipe / "README.md").exists()


def test_damaged_weights_are_refused(tmp_path: Path) -> None:
    entry = shipped()["attribution.v1"]
    (tmp_path / entry.file).write_bytes(b"not these")
    with pytest.raises(ModelError, match="damaged"):
        checked_bytes("attribution.v1", folder=tmp_path)


def test_missing_weights_say_what_to_do(tmp_path: Path) -> None:
    with pytest.raises(ModelError, match="install reportedly again"):
        checked_bytes("attribution.v1", folder=tmp_path)


def test_an_unknown_name_lists_the_known_ones() -> None:
    with pytest.raises(ModelError, match=r"known: attribution\.v1"):
        checked_bytes("attribution.v0")
