"""A small linked story from invented reports."""

from __future__ import annotations

from reportedly.dossier.solve import solve
from reportedly.link.claims import ClaimLinker
from reportedly.link.entities import NameLinker
from reportedly.link.events import EventLinker
from reportedly.link.pairing import all_pairs
from reportedly.records.linked import LinkedStory, StoryState
from tests.factory import annotated


def story_of(*reports: tuple[str, str, str]) -> LinkedStory:
    """Reports given as outlet, day of publication and text, annotated and linked."""
    read = tuple(sorted((annotated(text, outlet=outlet, published=day) for outlet, day, text in reports),
                        key=lambda report: (report.article.published_day or "9999", report.article.id)))
    pairs = all_pairs((NameLinker(), EventLinker(), ClaimLinker()), read)
    return solve(StoryState(title="test", reports=read, pairs=pairs, unread=(), superseded={}, older=(), revision=1,
                            known_at="", as_of=None))
