"""What changed between two states of a story."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

import reportedly
from reportedly.errors import InputError
from reportedly.records.ids import MemberId
from reportedly.show.changed import changes_between, revision_before
from tests.dossiers import canal


def test_nothing_changed_is_nothing() -> None:
    assert changes_between(canal(), canal()).items == ()


def test_new_gone_and_changed_items_are_told_apart_by_their_members() -> None:
    newer = canal()
    first, second, *rest = newer.timeline
    grown = replace(first, id=MemberId("e-0"), members=(MemberId("e-0"), first.id))
    forecast = replace(newer.forecasts[0], state="due")
    older = replace(newer, timeline=(first, *rest), forecasts=(forecast, *newer.forecasts[1:]),
                    reports=newer.reports[1:])
    newer = replace(newer, timeline=(grown, second, *rest[1:]))
    found = changes_between(older, newer)
    assert found.reports == (newer.reports[0].id,)
    told = {(item.kind, item.section, item.item) for item in found.items}
    assert ("new", "timeline", second.id) in told
    assert ("gone", "timeline", rest[0].id) in told
    assert not {kind for kind, _, item in told if item == grown.id} & {"new", "gone"}
    [change] = [item for item in found.items if item.section == "forecasts"]
    assert (change.kind, change.was, change.now) == ("changed", "due", newer.forecasts[0].state)


def test_revision_to_compare_with() -> None:
    revisions = [(1, "2031-05-03T10:00:00+00:00"), (2, "2031-05-06T10:00:00+00:00"), (3, "2031-05-09T10:00:00+00:00")]
    assert revision_before(revisions, None, None) == 2
    assert revision_before(revisions, "2031-05-06", None) == 1
    assert revision_before(revisions, "2031-05-07", None) == 2
    assert revision_before(revisions, None, 1) == 1
    for since, revision, words in (("2031-05-03", None, "begun on 2031-05-03"), (None, 9, "revision=9")):
        with pytest.raises(InputError, match=words):
            revision_before(revisions, since, revision)
    with pytest.raises(InputError, match="one revision"):
        revision_before(revisions[:1], None, None)


def test_added_report_is_what_changed(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("The lock gate at Osmarra failed on Tuesday, harbour master Teodor Kalvik said.")
    (tmp_path / "b.txt").write_text("Fire chief Runa Ostby said twelve barges sank in the harbour on Wednesday.")
    reportedly.build([tmp_path / "a.txt"], tmp_path / "canal", published="2031-05-07", outlet="The Gannet",
                     now="2031-05-07T10:00:00+00:00")
    story = reportedly.add(tmp_path / "canal", [tmp_path / "b.txt"], published="2031-05-08", outlet="Courier",
                           now="2031-05-08T10:00:00+00:00")
    found = story.changed()
    assert len(found.reports) == 1
    assert any(item.kind == "new" and "twelve barges" in item.words for item in found.items)
    assert not any("lock gate" in item.words for item in found.items)
    with pytest.raises(InputError):
        story.changed(since="2031-05-07")


def test_entries_that_became_one_are_told_as_joined() -> None:
    older = canal()
    first, second, *rest = older.timeline
    one = replace(first, members=(*first.members, first.id, second.id))
    found = changes_between(older, replace(older, timeline=(one, *rest))).items
    assert [(item.kind, item.words, item.item) for item in found if item.section == "timeline"] == [
        ("joined", second.text, first.id)]


def test_dispute_of_another_kind_over_the_same_statements_is_another() -> None:
    older = canal()
    other = replace(older.disputes[0], id=MemberId("d-0"), kind="place")
    found = changes_between(older, replace(older, disputes=(*older.disputes, other))).items
    assert [(item.kind, item.item) for item in found if item.section == "disputes"] == [("new", "d-0")]


def test_folder_tells_what_changed_since_the_revision_before(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("The lock gate at Osmarra failed on Tuesday, harbour master Teodor Kalvik said.")
    (tmp_path / "b.txt").write_text("Fire chief Runa Ostby said twelve barges sank in the harbour on Wednesday.")
    story = reportedly.build([tmp_path / "a.txt"], tmp_path / "canal", published="2031-05-07", outlet="The Gannet",
                             now="2031-05-07T10:00:00+00:00")
    assert tmp_path / "one" / "changed.html" not in story.export("html", tmp_path / "one")
    story = reportedly.add(tmp_path / "canal", [tmp_path / "b.txt"], published="2031-05-08", outlet="Courier",
                           now="2031-05-08T10:00:00+00:00")
    assert tmp_path / "two" / "changed.html" in story.export("html", tmp_path / "two")
    page = (tmp_path / "two" / "changed.html").read_text()
    assert "twelve barges" in page and "<form" not in page
    assert "changed.html" in (tmp_path / "two" / "index.html").read_text()


def test_claim_with_the_id_of_an_entry_is_no_entry() -> None:
    older = canal()
    claim = replace(older.claims[0], id=older.timeline[0].id)
    dossier = replace(older, claims=(claim, *older.claims[1:]))
    assert changes_between(dossier, dossier).items == ()
