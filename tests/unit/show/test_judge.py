"""Judgements on a story of four invented reports, read by the shipped pipeline."""

from __future__ import annotations

import json
import multiprocessing
import shutil
from dataclasses import replace
from itertools import permutations
from pathlib import Path

import pytest

import reportedly
from reportedly.dossier.judged import with_judgements
from reportedly.dossier.records import Dossier
from reportedly.errors import InputError, StoreLockedError, UnknownItemError
from reportedly.records.judgement import judgement
from reportedly.records.span import SourceSpan
from reportedly.show.api import Story
from reportedly.store.judgements import FILE, append, read
from reportedly.store.lock import story_lock

NOW = "2031-06-01T10:00:00+00:00"
REPORTS = {
    "gannet": "The lock gate at Osmarra failed on Tuesday, May 6. Harbour master Teodor Kalvik said the gate had been "
              "inspected in March. “Nobody was hurt,” Kalvik said.",
    "courier": "A gate of the Osmarra lock gave way on Tuesday. Harbour master Teodor Kalwick said the gate had been "
               "inspected in March and found sound.",
    "herald": "Runa Ostby, the fire chief, said nine people were missing after the gate failed. Mr Ostby of the union, "
              "Jon Ostby, blamed neglect.",
    "wire": "The Osmarra canal reopened on May 23, the harbour office said. Teodor Kalvik resigned on May 24.",
}


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("judged")
    for number, (outlet, text) in enumerate(REPORTS.items()):
        path = folder / f"{outlet}.txt"
        path.write_text(text)
        if not number:
            reportedly.build([path], folder / "story", published="2031-05-07", outlet="The Gannet", now=NOW)
        else:
            reportedly.add(folder / "story", [path], published=f"2031-05-{7 + 6 * number:02}",
                           outlet=f"The {outlet.title()}", now=NOW)
    return folder / "story"


@pytest.fixture
def story(built: Path, tmp_path: Path) -> Story:
    shutil.copytree(built, tmp_path / "story")
    return reportedly.open(tmp_path / "story")


def names(story: Story) -> set[str]:
    return {item.name for item in story.people}


def apart_from_judgements(dossier: Dossier) -> Dossier:
    return replace(dossier, judgements=())


def test_names_merged_and_undone_leave_the_dossier_as_it_was(story: Story) -> None:
    before = story.dossier
    judge = story.judge("Ana Ruiz", reason="the same office", now=NOW)
    made = judge.merge("Teodor Kalvik", "Runa Ostby")
    merged = next(item for item in story.people if "Runa Ostby" in (item.name, *item.aliases))
    assert "Teodor Kalvik" in (merged.name, *merged.aliases)
    assert "judged by Ana Ruiz on 2031-06-01: the same office" in story.explain(merged.id).judged[0]
    judge.undo(made.id)
    assert apart_from_judgements(story.dossier) == before
    assert story.judgements[0].because == f"undone by {story.judgements[1].judgement.id}"


def test_an_undoing_can_be_undone(story: Story) -> None:
    judge = story.judge("Ana", now=NOW)
    made = judge.name("Teodor Kalvik", "T. Kalvik")
    undo = judge.undo(made.id)
    with pytest.raises(InputError, match="undone by"):
        judge.undo(made.id)
    judge.undo(undo.id)
    assert "T. Kalvik" in names(story)


def test_names_taken_for_one_can_be_told_apart(story: Story) -> None:
    story.judge("Ana", now=NOW).merge("Teodor Kalvik", "Runa Ostby")
    story.judge("Bo", now=NOW).split("Teodor Kalvik", "Runa Ostby")
    assert {"Teodor Kalvik", "Runa Ostby"} <= names(story)
    with pytest.raises(InputError, match="not taken for one"):
        story.judge("Bo", now=NOW).split("Teodor Kalvik", "Runa Ostby")


def test_entries_are_linked_and_unlinked(story: Story) -> None:
    first, second = (next(item for item in story.timeline if word in item.text) for word in ("reopened", "resigned"))
    story.judge("Ana", now=NOW).link(first.id, second.id)
    joined = next(item for item in story.timeline if first.id in item.members)
    assert second.id in joined.members
    story.judge("Ana", now=NOW).unlink(second.id)
    assert not any({first.id, second.id} <= set(item.members) for item in story.timeline)


def test_rejected_items_go_from_every_list_and_are_counted(story: Story) -> None:
    gone = next(item for item in story.timeline if "resigned" in item.text)
    story.judge("Ana", now=NOW).reject(gone.id)
    assert not any("resigned" in item.text for item in story.timeline)
    assert story.dossier.rejected == 1
    with pytest.raises(UnknownItemError):
        story.judge("Ana", now=NOW).reject("e-none")


def test_a_speaker_and_a_day_are_put_right(story: Story) -> None:
    said = next(row for row in story.statements if "Nobody was hurt" in row.text)
    event = next(item for item in story.timeline if "reopened" in item.text)
    judge = story.judge("Ana", reason="heard it", now=NOW)
    judge.speaker(said.id, "Runa Ostby")
    judge.date(event.id, "2031-05-22")
    row = next(row for row in story.statements if row.id == said.id)
    assert (row.speaker, row.statement.provenance.component) == ("Runa Ostby", "a person")
    assert next(item for item in story.timeline if "reopened" in item.text).when.day == "2031-05-22"
    with pytest.raises(InputError, match="is no day"):
        judge.date(event.id, "yesterday")


def test_a_statement_is_added_from_its_words(story: Story) -> None:
    row = next(row for row in story.reports if row.outlet == "The Herald")
    start = REPORTS["herald"].index("nine people")
    made = story.judge("Ana", now=NOW).add_statement(row.id, start, start + 24, "Runa Ostby", denies=True)
    added = next(item for item in story.statements if item.statement.provenance.component == "a person")
    assert (added.text, added.speaker, added.denies) == ("nine people were missing", "Runa Ostby", True)
    assert added.statement.entity is not None and made.spans == added.spans
    with pytest.raises(InputError, match="outside the report"):
        story.judge("Ana", now=NOW).add_statement(row.id, 5, 99999, "X")


def test_sources_stand_at_f_until_a_person_grades_them(story: Story, tmp_path: Path) -> None:
    assert {row.grade for row in story.sources} == {"F"}
    table = tmp_path / "grades.csv"
    table.write_text("Outlet,Grade,Reason\nthe gannet,B,ten years of it\nThe Elsewhere,A,\n")
    assert len(story.judge("Ana", now=NOW).grades(table)) == 1
    row = next(row for row in story.sources if row.outlet == "The Gannet")
    assert (row.grade, row.grade_rule) == ("B", "judged by Ana on 2031-06-01: ten years of it")
    with pytest.raises(InputError, match="no grade"):
        story.judge("Ana", now=NOW).grade("The Gannet", "Z")
    table.write_text("paper,mark\nThe Gannet,B\n")
    with pytest.raises(InputError, match="needs the columns"):
        story.judge("Ana", now=NOW).grades(table)


def test_a_note_stands_beside_its_item(story: Story) -> None:
    item = next(iter(story.timeline))
    story.judge("Ana", now=NOW).note(item.id, "seen by three of us")
    assert "'seen by three of us'" in story.explain(item.id).judged[0]


def test_judgements_survive_what_is_read_later(story: Story, tmp_path: Path) -> None:
    story.judge("Ana", now=NOW).merge("Teodor Kalvik", "Runa Ostby")
    (tmp_path / "late.txt").write_text("Runa Ostby left the fire service on June 1, the town said.")
    later = reportedly.add(story.path, tmp_path / "late.txt", published="2031-06-01", outlet="The Late", now=NOW)
    assert any({"Teodor Kalvik", "Runa Ostby"} <= {item.name, *item.aliases} for item in later.people)


def test_a_member_whose_id_is_gone_is_found_by_its_words(story: Story) -> None:
    event = next(item for item in story.timeline if "resigned" in item.text)
    mention = next(record for report in story.state.reports for record in report.events if record.id == event.id)
    lost = judgement("reject", ("e-0000000000000000",), who="Ana", said_at=NOW, spans=(mention.clause,))
    state, rulings = with_judgements(replace(story.state, judgements=(lost,)))
    assert rulings[0].is_applied and not any(record.id == event.id for report in state.reports
                                             for record in report.events)
    elsewhere = SourceSpan(article_id=mention.clause.article_id, start=0, end=3, exact="Zzz")
    _, rulings = with_judgements(replace(story.state, judgements=(replace(lost, spans=(elsewhere,)),)))
    assert rulings[0].because == "no longer in view: e-0000000000000000"


def test_unrelated_judgements_give_one_dossier_in_any_order(story: Story) -> None:
    event = next(item for item in story.timeline if "resigned" in item.text)
    judge = story.judge("Ana", now=NOW)
    made = [judge.merge("Teodor Kalvik", "Runa Ostby"), judge.reject(event.id), judge.grade("The Gannet", "B")]
    dossiers = []
    for order in permutations(made):
        (story.path / FILE).unlink()
        for item in order:
            append(story.path, item, wait_s=1)
        story.forget()
        dossiers.append(apart_from_judgements(story.dossier))
    assert all(other == dossiers[0] for other in dossiers)


def test_an_older_revision_shows_what_had_been_judged_by_then(story: Story) -> None:
    story.judge("Ana", now=NOW).name("Teodor Kalvik", "T. Kalvik")
    older = reportedly.open(story.path, revision=1)
    assert "T. Kalvik" not in names(older) and "T. Kalvik" in names(story)
    with pytest.raises(InputError, match="whole story"):
        older.judge("Ana").name("Teodor Kalvik", "X")


def test_a_torn_line_is_told_and_loses_no_other(story: Story) -> None:
    judge = story.judge("Ana", now=NOW)
    judge.name("Teodor Kalvik", "T. Kalvik")
    with (story.path / FILE).open("ab") as file:
        file.write(b'{"id": "j-torn", "ki')
    judge.grade("The Gannet", "C")
    kept, faults = read(story.path)
    assert [item.kind for item in kept] == ["name", "grade"] and [fault.line for fault in faults] == [2]
    assert not story.verify().ok


def test_two_processes_judge_at_once(story: Story) -> None:
    processes = [multiprocessing.get_context("fork").Process(target=_note, args=(story.path, number))
                 for number in range(8)]
    for process in processes:
        process.start()
    for process in processes:
        process.join()
    assert len(read(story.path)[0]) == 8 and not read(story.path)[1]


def _note(folder: Path, number: int) -> None:
    append(folder, judgement("note", ("x",), value=str(number), who="Ana", said_at=NOW), wait_s=20)


def test_a_story_being_written_is_not_judged(story: Story) -> None:
    with story_lock(story.path, command="reportedly add", started=NOW, wait_s=0), \
            pytest.raises(StoreLockedError, match="reportedly add"):
        story.judge("Ana", now=NOW, lock_wait=0).grade("The Gannet", "C")


def test_the_command_writes_lists_and_exports(story: Story, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    from typer.testing import CliRunner

    from reportedly.show.cli.main import command

    run = CliRunner().invoke
    done = run(command(), ["judge", str(story.path), "grade", "The Gannet", "b", "--who", "Ana", "--now", NOW])
    assert done.exit_code == 0
    done = run(command(), ["judge", str(story.path), "list", "--json"])
    assert done.exit_code == 0
    listed = json.loads(capsys.readouterr().out or done.output)
    assert listed[0]["judgement"]["value"] == "B" and listed[0]["is_applied"]
    story.forget()
    story.export("csv", tmp_path / "csv")
    assert "judged by Ana" in (tmp_path / "csv" / "sources.csv").read_text()
    story.export("html", tmp_path / "html")
    assert "Judged by people" in (tmp_path / "html" / "method.html").read_text()
