"""`reportedly search`."""

from __future__ import annotations

from typing import Annotated

import typer

from reportedly.show.cli import arguments as the


def search(
    story: the.StoryFolder,
    words: Annotated[list[str], typer.Argument(metavar="WORDS...", help="All of them must stand in one sentence.",
                                               show_default=False)],
    limit: the.Limit = 20, as_of: the.AsOf = None, revision: the.RevisionNumber = None, as_json: the.AsJson = False,
    quiet: the.Quiet = False,
) -> None:
    """Find sentences by their words.

    Examples:

      reportedly search quake bridge closed

      reportedly search quake '"state of emergency"' finch
    """
    from reportedly.show import api
    from reportedly.show.cli.found import print_hits

    opened = api.open(story, as_of=as_of, revision=revision)
    print_hits(opened, opened.search(" ".join(words), limit=limit), as_json=as_json, quiet=quiet)
