"""`reportedly build`."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from reportedly.show.cli import arguments as the


def build(
    reports: the.Reports,
    story: Annotated[Path, typer.Option("--output", "-o", metavar="STORY", help="Folder of the story.",
                                        show_default=False)],
    title: Annotated[str | None, typer.Option("--title", metavar="WORDS", help="Title of the story.")] = None,
    note: Annotated[str | None, typer.Option("--note", metavar="WORDS", help="A note shown on top.")] = None,
    published: the.Published = None, outlet: the.OutletName = None, url: the.Address = None, now: the.Now = None,
    lock_wait: the.LockWait = None, attribution_model: the.AttributionModel = None, quiet: the.Quiet = False,
) -> None:
    """Build a story from reports, or finish one that was interrupted, and print a brief.

    Examples:

      reportedly build reports/ -o quake

      reportedly build page.html notes.txt https://gannet.example/quake -o quake

      reportedly build letter.txt -o quake --published 2031-05-04 --outlet "The Gannet"
    """
    from reportedly.show import api
    from reportedly.show.cli.brief import print_brief
    from reportedly.show.cli.progress_bar import progress_bars

    with progress_bars(quiet=quiet) as progress:
        made = api.build(reports, story, title=title, note=note, published=published, outlet=outlet, url=url, now=now,
                         lock_wait=lock_wait, attribution_model=attribution_model, progress=progress)
    if not quiet and made.built is not None:
        print_brief(made.dossier, made.built, story)
