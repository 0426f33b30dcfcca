"""Theories against evidence, in the command, in the page and as people rate it."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from typer.testing import CliRunner

import reportedly
from reportedly.errors import InputError
from reportedly.show.api import Story
from reportedly.show.cli.main import command
from reportedly.show.web.pages import render

NOW = "2031-06-01T10:00:00+00:00"
SLUICE = "The sluice of Selm opened in the night. The sluice of Selm flooded the mill. "
REPORTS = (
    ("The Gannet", "Inspector Ada Holm believes that hackers of Free Sluice opened the sluice of Selm. Free Sluice "
     "denies this."),
    ("The Heron", "The opening of the sluice of Selm was caused by an error in the sluice table, Judge Mara Quist "
     "said."),
    ("The Tern", "Police chief Olaf Tern said that there was no sign of sabotage."))


@pytest.fixture(scope="module")
def story(tmp_path_factory: pytest.TempPathFactory) -> Story:
    folder = tmp_path_factory.mktemp("matrix")
    rows = [{"url": f"https://{number}.example/sluice", "outlet": outlet, "published": f"2031-05-0{number}",
             "title": None, "text": SLUICE + text} for number, (outlet, text) in enumerate(REPORTS, 1)]
    path = folder / "reports.jsonl"
    path.write_text("".join(json.dumps(row) + "\n" for row in rows))
    reportedly.build([path], folder / "story", now=NOW)
    return reportedly.open(folder / "story")


def test_the_command_shows_rows_items_and_what_hangs_on_one_thing(story: Story) -> None:
    shown = CliRunner().invoke(command(), ["theories", str(story.path), "--matrix"])
    assert shown.exit_code == 0, shown.output
    assert "3.00  II  I  Inspector Ada Holm" in shown.output
    assert "No source, origin or item alone makes two theories change places." in shown.output
    found = json.loads(CliRunner().invoke(command(), ["theories", str(story.path), "--matrix", "--json"]).output)
    assert len(found["theories"]) == len(found["cells"]) == len(found["inconsistency"]) == 2


def test_the_page_says_each_rating_in_words(story: Story) -> None:
    page = render(story.dossier)["index.html"]
    text = page.decode() if isinstance(page, bytes) else page
    assert "strongly against" in text and "it is no chance and no verdict" in text
    assert 'href="#item-1"' in text and 'id="item-1"' in text


def test_a_rating_must_be_of_a_theory_and_one_of_five(story: Story) -> None:
    judge, theory = story.judge("Ana Ruiz", now=NOW), story.theories[0]
    statement = story.statements[0]
    with pytest.raises(InputError, match="no theory but stands among statements"):
        judge.rate(statement.id, statement.id, "I")
    with pytest.raises(InputError, match="use CC, C, N, I or II"):
        judge.rate(theory.id, statement.id, "X")


def test_a_persons_rating_stands_over_the_rule_until_undone(story: Story) -> None:
    before = story.dossier.competing
    assert before is not None
    judge = story.judge("Ana Ruiz", reason="she saw it", now=NOW)
    made = judge.rate(before.theories[0], before.items[0].member, "II")
    after = story.dossier.competing
    assert after is not None and 2.0 in after.inconsistency
    assert any(cell.judged and "she saw it" in cell.rule for row in after.cells for cell in row)
    judge.undo(made.id)
    assert story.dossier.competing == before


def test_the_story_is_a_folder_that_verifies(story: Story) -> None:
    done = CliRunner().invoke(command(), ["verify", str(story.path)])
    assert done.exit_code == 0 and Path(story.path).is_dir()
