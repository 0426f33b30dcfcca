"""`reportedly places`."""

from __future__ import annotations

from reportedly.show.cli import arguments as the
from reportedly.show.cli.printing import Column, print_table

COLUMNS = (
    Column("name", "name", style="bold", wide=True),
    Column("aliases", "also", wide=True),
    Column("location", "where"),
    Column("may_be", "may be", wide=True, spare=True),
    Column("reports", "reports", numeric=True),
    Column("mentions", "mentions", numeric=True),
    Column("id", "id", style="dim"))


def places(
    story: the.StoryFolder, outlet: the.Outlet = None, contains: the.Contains = None, limit: the.Limit = None,
    as_of: the.AsOf = None, revision: the.RevisionNumber = None, as_json: the.AsJson = False, as_csv: the.AsCsv =
    False, quiet: the.Quiet = False,
) -> None:
    """Places with their aliases.

    Examples:

      reportedly places quake

      reportedly places quake --contains harbour
    """
    from reportedly.show import api

    story_in_view = api.open(story, as_of=as_of, revision=revision)
    table = story_in_view.places.where(outlet=outlet, contains=contains, limit=limit)
    print_table(table, COLUMNS, as_json=as_json, as_csv=as_csv, quiet=quiet)
