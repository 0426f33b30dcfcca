"""`reportedly statements`."""

from __future__ import annotations

from reportedly.show.cli import arguments as the
from reportedly.show.cli.printing import Column, print_table

COLUMNS = (
    Column("said", "said", style="cyan"),
    Column("speaker", "speaker", style="bold"),
    Column("unnamed", "unnamed", spare=True),
    Column("kind", "kind", spare=True),
    Column("text", "words", wide=True),
    Column("origins", "origins", numeric=True, spare=True),
    Column("id", "id", style="dim"))


def statements(
    story: the.StoryFolder, speaker: the.Speaker = None, outlet: the.Outlet = None, kind: the.Kind = None, since:
    the.Since = None, until: the.Until = None, contains: the.Contains = None, limit: the.Limit = None, as_of:
    the.AsOf = None, revision: the.RevisionNumber = None, as_json: the.AsJson = False, as_csv: the.AsCsv = False,
    quiet: the.Quiet = False,
) -> None:
    """Who said what, through whom.

    Examples:

      reportedly statements quake --speaker finch

      reportedly statements quake --kind deny

      reportedly statements quake --contains bridge --json
    """
    from reportedly.show import api

    story_in_view = api.open(story, as_of=as_of, revision=revision)
    table = story_in_view.statements.where(
        speaker=speaker, outlet=outlet, kind=kind, since=since, until=until, contains=contains, limit=limit)
    print_table(table, COLUMNS, as_json=as_json, as_csv=as_csv, quiet=quiet)
