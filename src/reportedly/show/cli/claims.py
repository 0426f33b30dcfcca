"""`reportedly claims`."""

from __future__ import annotations

from reportedly.show.cli import arguments as the
from reportedly.show.cli.printing import Column, print_table

COLUMNS = (
    Column("text", "claim", wide=True),
    Column("asserted", "for", numeric=True),
    Column("denied", "against", numeric=True, spare=True),
    Column("denies", "denied by", spare=True),
    Column("since", "since", spare=True),
    Column("origins", "origins", numeric=True),
    Column("id", "id", style="dim"))


def claims(
    story: the.StoryFolder, speaker: the.Speaker = None, outlet: the.Outlet = None, contains: the.Contains = None,
    limit: the.Limit = None, as_of: the.AsOf = None, revision: the.RevisionNumber = None, as_json: the.AsJson =
    False, as_csv: the.AsCsv = False, quiet: the.Quiet = False,
) -> None:
    """What several statements assert or deny, with how many independent origins.

    Examples:

      reportedly claims quake

      reportedly claims quake --speaker finch --limit 10
    """
    from reportedly.show import api

    story_in_view = api.open(story, as_of=as_of, revision=revision)
    table = story_in_view.claims.where(speaker=speaker, outlet=outlet, contains=contains, limit=limit)
    print_table(table, COLUMNS, as_json=as_json, as_csv=as_csv, quiet=quiet)
