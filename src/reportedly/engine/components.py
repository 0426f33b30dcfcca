"""Which components there are, by kind and versioned name, and which of them a build uses."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from reportedly.annotate.pipeline import EnglishPipeline, default_annotators
from reportedly.annotate.rule_attributions import RuleAttributions
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
    for annotator in (*default_annotators(), RuleAttributions()):
        registry.add("annotator", annotator.name, type(annotator))
    for linker in LINKERS:
        registry.add("linker", linker.name, linker)
    return registry


def default_pipeline(attribution_model: Path | None = None) -> Pipeline:
    """The English pipeline. Its models are loaded when the first article is annotated.

    `attribution_model`: folder of a model that a user trained. Raises ModelError when it holds none.
    """
    return EnglishPipeline(default_annotators(attribution_model), forgiving=True)


def default_linkers() -> Sequence[Linker]:
    """One linker for each kind of node."""
    return tuple(linker() for linker in LINKERS)
