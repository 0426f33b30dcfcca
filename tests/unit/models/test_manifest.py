from __future__ import annotations

from pathlib import Path

import pytest

from reportedly.errors import ModelError
from reportedly.models.manifest import PACKAGED, checked_bytes, manifest

LARGEST = 30_000_000


@pytest.mark.parametrize("name", sorted(manifest()))
def test_shipped_weights_are_whole_small_and_described(name: str) -> None:
    assert 0 < len(checked_bytes(name)) <= LARGEST
    entry = manifest()[name]
    card = (PACKAGED / entry.file).with_suffix(".md").read_text(encoding="utf-8")
    assert entry.licence == "Apache-2.0"
    assert entry.sha256[:12] in card
    assert (Path(__file__).parents[3] / entry.recipe / "README.md").exists()


def copied(folder: Path, data: bytes | None) -> Path:
    """A folder of weights with the packaged manifest and these bytes in place of the model."""
    (folder / "manifest.json").write_bytes((PACKAGED / "manifest.json").read_bytes())
    if data is not None:
        (folder / manifest()["attribution.v1"].file).write_bytes(data)
    return folder


def test_damaged_weights_are_refused(tmp_path: Path) -> None:
    with pytest.raises(ModelError, match="damaged"):
        checked_bytes("attribution.v1", copied(tmp_path, b"not these"))


def test_missing_weights_say_what_to_do(tmp_path: Path) -> None:
    with pytest.raises(ModelError, match="train them again"):
        checked_bytes("attribution.v1", copied(tmp_path, None))


def test_a_folder_without_a_manifest_says_which_one_to_name(tmp_path: Path) -> None:
    with pytest.raises(ModelError, match="name the folder that training wrote"):
        checked_bytes("attribution.v1", tmp_path)


def test_an_unknown_name_lists_the_known_ones() -> None:
    with pytest.raises(ModelError, match=r"known: attribution\.v1"):
        checked_bytes("attribution.v0")
