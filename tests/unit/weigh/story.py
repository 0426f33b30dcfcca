"""A small invented story, linked without a store."""

from __future__ import annotations

from reportedly.dossier.solve import solve
from reportedly.link.events import EventLinker
from reportedly.link.explanations import ExplanationLinker
from reportedly.link.forecasts import ForecastLinker
from reportedly.link.pairing import all_pairs
from reportedly.records.annotation import AnnotatedArticle
from reportedly.records.linked import LinkedStory, StoryState


def linked(*reports: AnnotatedArticle) -> LinkedStory:
    """The linked story of these reports, by events, explanations and forecasts alone."""
    pairs = all_pairs([EventLinker(), ExplanationLinker(), ForecastLinker()], reports)
    return solve(
        StoryState(
            title="The ferry",
            reports=reports,
            pairs=pairs,
            unread=(),
            superseded={},
            older=(),
            revision=1,
            known_at="2031-06-30T12:00:00",
            as_of=None,
        )
    )
