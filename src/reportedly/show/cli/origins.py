"""`reportedly origins`."""

from __future__ import annotations

from reportedly.show.cli import arguments as the
from reportedly.show.cli.printing import Column, print_table

COLUMNS = (
    Column("outlet", "report of", style="bold"),
    Column("kind", "what"),
    Column("name", "whom", wide=True),
    Column("words", "words", numeric=True, spare=True),
    Column("reason", "why", wide=True),
    Column("id", "id", style="dim"))


def origins(
    story: the.StoryFolder, outlet: the.Outlet = None, kind: the.Kind = None, limit: the.Limit = None,
    as_of: the.AsOf = None, revision: the.RevisionNumber = None, as_json: the.AsJson = False,
    as_csv: the.AsCsv = False, quiet: the.Quiet = False,
) -> None:
    """Which report goes back to which: copies with the passages they share (--json), agencies credited, outlets cited.

    Examples:

      reportedly origins quake

      reportedly origins quake --kind copies --json
    """
    from reportedly.show import api

    table = api.open(story, as_of=as_of, revision=revision).origins.where(outlet=outlet, kind=kind, limit=limit)
    print_table(table, COLUMNS, as_json=as_json, as_csv=as_csv, quiet=quiet)
