"""`reportedly theories`."""

from __future__ import annotations

from reportedly.show.cli import arguments as the
from reportedly.show.cli.printing import Column, print_table

COLUMNS = (
    Column("text", "theory", wide=True),
    Column("proponents", "for", style="bold"),
    Column("opponents", "against"),
    Column("origins", "origins", numeric=True, spare=True),
    Column("id", "id", style="dim"))


def theories(
    story: the.StoryFolder, speaker: the.Speaker = None, outlet: the.Outlet = None, contains: the.Contains = None,
    limit: the.Limit = None, as_of: the.AsOf = None, revision: the.RevisionNumber = None, as_json: the.AsJson =
    False, as_csv: the.AsCsv = False, quiet: the.Quiet = False,
) -> None:
    """Explanations that compete, with who offers them.

    Examples:

      reportedly theories quake

      reportedly theories quake --contains valve
    """
    from reportedly.show import api

    story_in_view = api.open(story, as_of=as_of, revision=revision)
    table = story_in_view.theories.where(speaker=speaker, outlet=outlet, contains=contains, limit=limit)
    print_table(table, COLUMNS, as_json=as_json, as_csv=as_csv, quiet=quiet)
