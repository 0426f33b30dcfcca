"""The forecasts of a story, what people say came of them, and how they are scored."""

from __future__ import annotations

from pathlib import Path

import pytest
from typer.testing import CliRunner

import reportedly
from reportedly.errors import InputError
from reportedly.records.weighed import Forecast
from reportedly.show.api import Story
from reportedly.show.cli.main import command
from reportedly.show.ledger import open_ledger

NOW = "2031-06-01T10:00:00+00:00"
FIRST = ("The Osmarra regatta is almost certain to be cancelled by May 20. Analyst Ada Finch said the Marl ferry is "
         "unlikely to sail before May 25. There is a 30 percent chance that the Vell dam will break this year.")
SECOND = "The Osmarra regatta was cancelled on May 18."


@pytest.fixture(scope="module")
def story(tmp_path_factory: pytest.TempPathFactory) -> Story:
    folder = tmp_path_factory.mktemp("ledger")
    for name, text, day in (("first", FIRST, "2031-05-05"), ("second", SECOND, "2031-05-19")):
        path = folder / f"{name}.txt"
        path.write_text(text)
        make = reportedly.build if name == "first" else reportedly.add
        make(*(([path], folder / "story") if name == "first" else (folder / "story", [path])),
             published=day, outlet=f"The {name.title()}", now=NOW)
    return reportedly.open(folder / "story")


def about(story: Story, word: str) -> Forecast:
    return next(item for item in story.forecasts if word in item.text)


def test_a_row_tells_who_when_how_surely_and_by_what(story: Story) -> None:
    regatta, ferry, dam = about(story, "regatta"), about(story, "ferry"), about(story, "dam")
    assert (regatta.said, regatta.window, regatta.state) == ("2031-05-05", "stated", "came-true?")
    assert regatta.settled == "2031-05-19" and regatta.settled_by is None
    assert regatta.criterion is not None and "by 2031-05-20" in regatta.criterion
    assert (ferry.who, ferry.role, ferry.negated) == ("Ada Finch", "Analyst", True)
    assert ferry.likelihood is not None and ferry.likelihood.point == 67.5  # that it does not sail
    assert dam.likelihood is not None and (dam.likelihood.point, dam.likelihood.table) == (30, "number")
    assert dam.window == "inferred"


def test_another_table_gives_other_ranges(story: Story) -> None:
    found = {item.text: item for item in story.forecasts_by("kent")}
    likely = found[about(story, "regatta").text].likelihood
    assert likely is not None and (likely.low, likely.point, likely.high) == (87, 93, 99)
    with pytest.raises(InputError, match="use ICD-203, PHIA, Kent, surveys"):
        story.forecasts_by("Delphi")


def test_only_what_a_person_settled_is_scored_and_only_when_due(story: Story) -> None:
    judge = story.judge("Ana Ruiz", now=NOW)
    assert open_ledger([story.path], now=NOW).scores("all")[0].scored == 0
    made = judge.resolve(about(story, "regatta").id, "came true", "2031-05-18")
    judge.resolve(about(story, "ferry").id, "did-not")  # it sailed: what was forecast did not come true
    judge.resolve(about(story, "dam").id, "came-true")
    row = open_ledger([story.path], now=NOW).scores("all")[0]
    assert (row.settled, row.scored, row.note) == (3, 2, "fewer than 20 scored")  # the dam is not due yet
    assert row.brier == pytest.approx(((0.97 - 1) ** 2 + 0.675 ** 2) / 2)
    assert about(story, "regatta").settled_by == "judged by Ana Ruiz on 2031-06-01"
    assert {item.name: item.scored for item in open_ledger([story.path], now=NOW).scores("speaker")}["Ada Finch"] == 1
    judge.undo(made.id)
    assert about(story, "regatta").state == "came-true?"


def test_the_chart_says_its_figures_in_words(story: Story) -> None:
    judge = story.judge("Ana Ruiz", now=NOW)
    judge.resolve(about(story, "regatta").id, "came-true")
    chart = open_ledger([story.path], now=NOW).chart()
    assert "said 97%, came true 100% of 1" in chart and "fewer than 20 forecasts" in chart


def test_outcomes_that_are_none_are_refused(story: Story) -> None:
    with pytest.raises(InputError, match="use came-true, did-not, partly, unclear, void or open"):
        story.judge("Ana Ruiz", now=NOW).resolve(about(story, "dam").id, "perhaps")
    with pytest.raises(InputError, match="cannot be counted by 'colour'"):
        open_ledger([story.path]).scores("colour")


def test_commands(story: Story, tmp_path: Path) -> None:
    run = CliRunner()
    due = run.invoke(command(), ["forecasts", str(story.path), "--due", "--csv"])
    assert due.exit_code == 0 and "dam" not in due.output
    settled = run.invoke(command(), ["resolve", str(story.path), about(story, "ferry").id, "void", "--who", "Ana",
                                     "--now", NOW])
    assert settled.exit_code == 0 and "resolve" in settled.output
    chart = tmp_path / "chart.svg"
    shown = run.invoke(command(), ["ledger", str(story.path), "--by", "hedge", "--chart", str(chart), "--now", NOW])
    assert shown.exit_code == 0 and "unlikely" in shown.output
    assert chart.read_text().startswith("<svg")
