"""`reportedly disputes`."""

from __future__ import annotations

from reportedly.show.cli import arguments as the
from reportedly.show.cli.printing import Column, print_table

COLUMNS = (
    Column("kind", "kind", style="cyan"),
    Column("text", "about", wide=True),
    Column("positions", "who says what", wide=True),
    Column("id", "id", style="dim"))


def disputes(
    story: the.StoryFolder, speaker: the.Speaker = None, outlet: the.Outlet = None, kind: the.Kind = None, contains:
    the.Contains = None, limit: the.Limit = None, as_of: the.AsOf = None, revision: the.RevisionNumber = None,
    as_json: the.AsJson = False, as_csv: the.AsCsv = False, quiet: the.Quiet = False,
) -> None:
    """Where accounts conflict, side by side.

    Examples:

      reportedly disputes quake

      reportedly disputes quake --kind number
    """
    from reportedly.show import api

    story_in_view = api.open(story, as_of=as_of, revision=revision)
    table = story_in_view.disputes.where(
        speaker=speaker, outlet=outlet, kind=kind, contains=contains, limit=limit)
    print_table(table, COLUMNS, as_json=as_json, as_csv=as_csv, quiet=quiet)
