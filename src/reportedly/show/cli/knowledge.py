"""`reportedly knowledge`."""

from __future__ import annotations

from reportedly.show.cli import arguments as the
from reportedly.show.cli.printing import Column, print_table

COLUMNS = (
    Column("actor", "who", style="bold"),
    Column("kind", "what"),
    Column("text", "of what", wide=True),
    Column("when", "when"),
    Column("chain", "told by", spare=True),
    Column("speaker", "says who", spare=True),
    Column("id", "id", style="dim"))


def knowledge(
    story: the.StoryFolder, speaker: the.Speaker = None, outlet: the.Outlet = None, kind: the.Kind = None,
    contains: the.Contains = None, since: the.Since = None, until: the.Until = None, limit: the.Limit = None,
    as_of: the.AsOf = None, revision: the.RevisionNumber = None, as_json: the.AsJson = False,
    as_csv: the.AsCsv = False, quiet: the.Quiet = False,
) -> None:
    """Who knew what, when, and who told them, as the reports tell it.

    Examples:

      reportedly knowledge quake

      reportedly knowledge quake --kind warned --contains gate
    """
    from reportedly.show import api

    table = api.open(story, as_of=as_of, revision=revision).knowledge.where(
        speaker=speaker, outlet=outlet, kind=kind, contains=contains, since=since, until=until, limit=limit)
    print_table(table, COLUMNS, as_json=as_json, as_csv=as_csv, quiet=quiet)
