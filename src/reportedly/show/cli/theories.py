"""`reportedly theories`."""

from __future__ import annotations

from typing import Annotated

import typer

from reportedly.show.cli import arguments as the
from reportedly.show.cli.printing import Column, print_table

Matrix = Annotated[bool, typer.Option("--matrix", help="Theories against items, and what leaving one out changes.")]
COLUMNS = (
    Column("text", "theory", wide=True),
    Column("proponents", "for", style="bold"),
    Column("opponents", "against"),
    Column("origins", "origins", numeric=True, spare=True),
    Column("id", "id", style="dim"))


def theories(
    story: the.StoryFolder, speaker: the.Speaker = None, outlet: the.Outlet = None, contains: the.Contains = None,
    limit: the.Limit = None, as_of: the.AsOf = None, revision: the.RevisionNumber = None, as_json: the.AsJson =
    False, as_csv: the.AsCsv = False, quiet: the.Quiet = False, matrix: Matrix = False,
) -> None:
    """Explanations that compete, with who offers them, and the evidence that separates them.

    Examples:

      reportedly theories quake

      reportedly theories quake --contains valve

      reportedly theories quake --matrix
    """
    from reportedly.show import api
    from reportedly.show.cli.competing import print_matrix

    story_in_view = api.open(story, as_of=as_of, revision=revision)
    if matrix:
        print_matrix(story_in_view.dossier, as_json=as_json)
        return
    table = story_in_view.theories.where(speaker=speaker, outlet=outlet, contains=contains, limit=limit)
    print_table(table, COLUMNS, as_json=as_json, as_csv=as_csv, quiet=quiet)
