from __future__ import annotations

import gc

import pytest

from reportedly.collecting import without_collecting


def test_garbage_is_looked_for_again_afterwards() -> None:
    with without_collecting():
        assert not gc.isenabled()
    assert gc.isenabled()


def test_an_error_leaves_it_on_and_an_outer_block_keeps_it_off() -> None:
    with without_collecting():
        with pytest.raises(ValueError, match="broken"), without_collecting():
            raise ValueError("broken")
        assert not gc.isenabled()
    assert gc.isenabled()
