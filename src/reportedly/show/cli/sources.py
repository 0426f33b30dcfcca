"""`reportedly sources`."""

from __future__ import annotations

from reportedly.show.cli import arguments as the
from reportedly.show.cli.printing import Column, print_table

COLUMNS = (
    Column("outlet", "outlet", style="bold", wide=True),
    Column("grade", "grade"),
    Column("reports", "reports", numeric=True),
    Column("original", "own", numeric=True),
    Column("named", "named", numeric=True),
    Column("unnamed", "unnamed", numeric=True, spare=True),
    Column("copied_from", "copied from", wide=True))


def sources(
    story: the.StoryFolder, outlet: the.Outlet = None, limit: the.Limit = None, as_of: the.AsOf = None, revision:
    the.RevisionNumber = None, as_json: the.AsJson = False, as_csv: the.AsCsv = False, quiet: the.Quiet = False,
) -> None:
    """Outlets: reports, how many are their own, named and unnamed sources.

    Examples:

      reportedly sources quake

      reportedly sources quake --json
    """
    from reportedly.show import api

    story_in_view = api.open(story, as_of=as_of, revision=revision)
    table = story_in_view.sources.where(outlet=outlet, limit=limit)
    print_table(table, COLUMNS, as_json=as_json, as_csv=as_csv, quiet=quiet)
