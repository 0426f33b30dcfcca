"""`reportedly ledger STORY…`."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from reportedly.show.cli import arguments as the
from reportedly.show.cli.printing import Column, print_table

COLUMNS = (
    Column("name", "whose", style="bold", wide=True),
    Column("forecasts", "forecasts", numeric=True),
    Column("due", "due", numeric=True, spare=True),
    Column("proposed", "proposed", numeric=True, spare=True),
    Column("settled", "settled", numeric=True),
    Column("came_true", "came true", numeric=True),
    Column("scored", "scored", numeric=True),
    Column("brier", "Brier", numeric=True),
    Column("note", "note", style="dim"))
Stories = Annotated[list[Path], typer.Argument(metavar="STORY...", help="Folders of stories.", show_default=False)]
By = Annotated[str, typer.Option("--by", metavar="WHAT", help="all, speaker, outlet, hedge or horizon.")]
Chart = Annotated[Path | None, typer.Option("--chart", metavar="FILE", help="Write the calibration chart (SVG).")]


def ledger(
    stories: Stories, by: By = "speaker", table: the.HedgeTable = None, chart: Chart = None, now: the.Now = None,
    as_json: the.AsJson = False, as_csv: the.AsCsv = False, quiet: the.Quiet = False,
) -> None:
    """How forecasts of one story or many turned out, by who made them.

    Only what a person settled is scored, and only when its last day is past.

    Examples:

      reportedly ledger quake flood --by outlet

      reportedly ledger quake --chart calibration.svg
    """
    from reportedly.show import ledger as kept

    found = kept.open_ledger(stories, table=table, now=now)
    print_table(found.scores(by), COLUMNS, as_json=as_json, as_csv=as_csv, quiet=quiet)
    if chart is not None:
        chart.write_text(found.chart(), encoding="utf-8")
