"""`reportedly changed`."""

from __future__ import annotations

from dataclasses import asdict
from typing import Annotated, Any

import typer

from reportedly.show.cli import arguments as the
from reportedly.show.cli.printing import Column, print_table

COLUMNS = (
    Column("kind", "what", style="bold"),
    Column("section", "where"),
    Column("words", "words", wide=True),
    Column("was", "was", wide=True, spare=True),
    Column("now", "now", wide=True, spare=True),
    Column("item", "id", style="dim"))
Since = Annotated[str | None, typer.Option("--since", metavar="DAY", help="Compare with what was stored before a day.")]
Than = Annotated[int | None, typer.Option("--revision", metavar="N", help="Compare with this revision.")]


def changed(
    story: the.StoryFolder, since: Since = None, revision: Than = None, limit: the.Limit = None,
    as_json: the.AsJson = False, as_csv: the.AsCsv = False, quiet: the.Quiet = False,
) -> None:
    """What changed since a day or a revision; without either, since the revision before the last.

    Examples:

      reportedly changed quake --since 2031-05-06

      reportedly changed quake --revision 1 --json
    """
    from reportedly.show import api
    from reportedly.show.tables import Table

    found = api.open(story).changed(since=since, revision=revision)
    print_table(Table("changes", found.items[:limit], _row), COLUMNS, as_json=as_json, as_csv=as_csv, quiet=quiet)


def _row(item: Any) -> dict[str, Any]:
    row = asdict(item)
    del row["span"]
    return row
