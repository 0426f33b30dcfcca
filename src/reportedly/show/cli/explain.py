"""`reportedly explain`."""

from __future__ import annotations

from typing import Annotated

import typer

from reportedly.show.cli import arguments as the


def explain(
    story: the.StoryFolder,
    item: Annotated[str, typer.Argument(metavar="ID", help="Id of an item, or its beginning.", show_default=False)],
    as_of: the.AsOf = None, revision: the.RevisionNumber = None, as_json: the.AsJson = False, quiet: the.Quiet = False,
) -> None:
    """Show why an item is there: its words in context, the rules that made it, what it belongs to.

    Examples:

      reportedly explain quake e-1f0c9a2b77d05e41

      reportedly explain quake s-77a --json
    """
    from reportedly.show import api
    from reportedly.show.cli.explained import print_explained

    print_explained(api.open(story, as_of=as_of, revision=revision).explain(item), as_json=as_json, quiet=quiet)
