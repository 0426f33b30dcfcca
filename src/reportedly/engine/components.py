"""Which components there are, by kind and versioned name, and which of them a build uses."""

from __future__ import annotations

from collections.abc import Sequence

from reportedly.annotate.pipeline import EnglishPipeline, default_annotators
from reportedly.link.claims import ClaimLinker
from reportedly.link.copies import CopyLinker
from reportedly.link.entities import NameLinker
from reportedly.link.events import EventLinker
from reportedly.link.explanations import ExplanationLinker
from reportedly.link.forecasts import ForecastLinker
from reportedly.records.linked import Linker
from reportedly.registry import Pipeline, Registry

LINKERS = (CopyLinker, NameLinker, EventLinker, ClaimLinker, ExplanationLinker, ForecastLinker)
PIPELINE = "reportedly.english-pipeline.v1"


def components() -> Registry:
    """Every component of this version. Importing it registers nothing; each call gives a new registry."""
    registry = Registry()
    registry.add("pipeline", PIPELINE, EnglishPipeline)
    for annotator in default_annotators():
        registry.add("annotator", annotator.name, type(annotator))
    for linker in LINKERS:
        registry.add("linker", linker.name, linker)
    return registry


def default_pipeline() -> Pipeline:
    """The English pipeline. Its spaCy part is loaded when the first article is annotated."""
    return EnglishPipeline(forgiving=True)


def default_linkers() -> Sequence[Linker]:
    """One linker for each kind of node."""
    return tuple(linker() for linker in LINKERS)
