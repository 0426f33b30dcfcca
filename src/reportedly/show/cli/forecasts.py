"""`reportedly forecasts`."""

from __future__ import annotations

from typing import Annotated

import typer

from reportedly.records.weighed import PROPOSED, Forecast
from reportedly.show.cli import arguments as the
from reportedly.show.cli.printing import Column, print_table

Due = Annotated[bool, typer.Option("--due", help="Only what waits for somebody to say what came of it.")]
COLUMNS = (
    Column("who", "who", style="bold"),
    Column("text", "forecast", wide=True),
    Column("hedge", "hedge", spare=True),
    Column("low", "from %", numeric=True, spare=True),
    Column("high", "to %", numeric=True, spare=True),
    Column("horizon", "by", style="cyan"),
    Column("state", "state"),
    Column("id", "id", style="dim"))


def forecasts(
    story: the.StoryFolder, speaker: the.Speaker = None, outlet: the.Outlet = None, kind: the.Kind = None, since:
    the.Since = None, until: the.Until = None, contains: the.Contains = None, limit: the.Limit = None, as_of:
    the.AsOf = None, revision: the.RevisionNumber = None, as_json: the.AsJson = False, as_csv: the.AsCsv = False,
    quiet: the.Quiet = False, due: Due = False, table: the.HedgeTable = None,
) -> None:
    """What is predicted, how surely, and whether it came true.

    Examples:

      reportedly forecasts quake

      reportedly forecasts quake --due

      reportedly forecasts quake --kind open --table surveys
    """
    from reportedly.show import api

    story_in_view = api.open(story, as_of=as_of, revision=revision)
    found = story_in_view.forecasts_by(table).where(
        speaker=speaker, outlet=outlet, kind=kind, since=since, until=until, contains=contains, limit=limit)
    print_table(found.kept(is_unsettled) if due else found, COLUMNS, as_json=as_json, as_csv=as_csv, quiet=quiet)


def is_unsettled(item: Forecast) -> bool:
    """Its last day is past, or later reports seem to settle it, and nobody has said so."""
    return item.state == "due" or item.state in PROPOSED
