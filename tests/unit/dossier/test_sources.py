"""Outlets, report rows, and what later versions changed."""

from __future__ import annotations

from dataclasses import replace

from reportedly.dossier.sources import change, changes, headline, report_rows, source_summaries
from reportedly.records.annotation import AnnotatedArticle
from reportedly.records.linked import StoryState
from tests.factory import article
from tests.unit.weigh.story_of import story_of

OLD = article("The fire killed 31 people, the office said.", url="https://gannet.example/1")
NEW = article("The fire injured 31 people, the office said.", url="https://gannet.example/1")


def test_a_change_is_the_words_removed_and_added() -> None:
    pieces = change(OLD, NEW).pieces
    assert ("removed", "killed ") in pieces
    assert ("added", "injured ") in pieces
    assert "".join(words for kind, words in pieces if kind != "added") == OLD.text
    assert "".join(words for kind, words in pieces if kind != "removed") == NEW.text


def test_only_replaced_versions_are_changes() -> None:
    state = StoryState(title="", reports=(AnnotatedArticle(article=NEW),), pairs=(), unread=(),
                       superseded={OLD.id: NEW.id}, older=(AnnotatedArticle(article=OLD),), revision=2, known_at="",
                       as_of=None)
    assert [(item.older, item.newer) for item in changes(state)] == [(OLD.id, NEW.id)]
    assert changes(replace(state, superseded={})) == ()


def test_a_report_without_a_title_is_called_by_its_first_words() -> None:
    long = article("The harbour of Port Sorrel was closed on Friday after a crane fell "
                   "into the water beside the old mill.")
    assert headline(long).endswith(" …")
    assert long.text.startswith(headline(long).removesuffix(" …"))


def test_named_and_unnamed_speakers_are_counted_by_outlet() -> None:
    linked = story_of(("The Gannet", "2031-05-04", "Mayor Jane Roe said that the bridge was safe.\n"
                                                   "Two officials said that it was not."))
    (summary,) = source_summaries(linked)
    assert (summary.outlet, summary.named, summary.unnamed, summary.original) == ("The Gannet", 1, 1, 1)


def test_every_report_has_a_row_with_its_origin() -> None:
    linked = story_of(("The Gannet", "2031-05-04", "The ferry sank."), ("The Tern", "2031-05-05", "A bridge fell."))
    rows = [(row.outlet, row.origin == row.id) for row in report_rows(linked)]
    assert rows == [("The Gannet", True), ("The Tern", True)]
