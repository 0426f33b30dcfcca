"""`reportedly timeline`."""

from __future__ import annotations

from reportedly.show.cli import arguments as the
from reportedly.show.cli.printing import Column, print_table

COLUMNS = (
    Column("when", "when", style="cyan"),
    Column("text", "what", wide=True),
    Column("origins", "origins", numeric=True),
    Column("id", "id", style="dim"))

DEFAULT_LIMIT = 40
"""Entries shown where no limit is given."""


def timeline(
    story: the.StoryFolder, kind: the.Kind = None, outlet: the.Outlet = None, since: the.Since = None, until:
    the.Until = None, contains: the.Contains = None, limit: the.Limit = None, as_of: the.AsOf = None, revision:
    the.RevisionNumber = None, as_json: the.AsJson = False, as_csv: the.AsCsv = False, quiet: the.Quiet = False,
) -> None:
    """What happened, when, in order of time.

    Examples:

      reportedly timeline quake

      reportedly timeline quake --since 2031-05-04 --until 2031-05-06

      reportedly timeline quake --csv > timeline.csv
    """
    from reportedly.show import api

    story_in_view = api.open(story, as_of=as_of, revision=revision)
    # A screenful of the weightiest for a person; everything for a program.
    limit = limit if limit or as_json or as_csv else DEFAULT_LIMIT
    table = story_in_view.timeline.where(
        kind=kind, outlet=outlet, since=since, until=until, contains=contains, limit=limit)
    print_table(table, COLUMNS, as_json=as_json, as_csv=as_csv, quiet=quiet)
