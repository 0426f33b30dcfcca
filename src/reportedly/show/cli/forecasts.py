"""`reportedly forecasts`."""

from __future__ import annotations

from reportedly.show.cli import arguments as the
from reportedly.show.cli.printing import Column, print_table

COLUMNS = (
    Column("who", "who", style="bold"),
    Column("text", "forecast", wide=True),
    Column("hedge", "hedge", spare=True),
    Column("horizon", "by", style="cyan"),
    Column("state", "state"),
    Column("id", "id", style="dim"))


def forecasts(
    story: the.StoryFolder, speaker: the.Speaker = None, outlet: the.Outlet = None, kind: the.Kind = None, since:
    the.Since = None, until: the.Until = None, contains: the.Contains = None, limit: the.Limit = None, as_of:
    the.AsOf = None, revision: the.RevisionNumber = None, as_json: the.AsJson = False, as_csv: the.AsCsv = False,
    quiet: the.Quiet = False,
) -> None:
    """What is predicted, how surely, and whether it came true.

    Examples:

      reportedly forecasts quake

      reportedly forecasts quake --kind open
    """
    from reportedly.show import api

    story_in_view = api.open(story, as_of=as_of, revision=revision)
    table = story_in_view.forecasts.where(
        speaker=speaker, outlet=outlet, kind=kind, since=since, until=until, contains=contains, limit=limit)
    print_table(table, COLUMNS, as_json=as_json, as_csv=as_csv, quiet=quiet)
