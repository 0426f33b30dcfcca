"""`reportedly export`."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from reportedly.show.cli import arguments as the


def export(
    story: the.StoryFolder,
    folder: Annotated[Path, typer.Option("--output", "-o", metavar="DIR", help="Folder to write into.",
                                         show_default=False)],
    format: Annotated[str, typer.Option(
        "--format", "-f", metavar="FORMAT",
        help="html, json, jsonl, jsonld, csv, md, timelinejs or annotations.")] = "html",
    share: Annotated[bool, typer.Option(
        "--share", help="Pages fit to publish: of each report only the cited words, at most 40 around them.")] = False,
    base: Annotated[str | None, typer.Option(
        "--base", metavar="URL", help="The address under which the pages will stand, for cards and feeds.")] = None,
    as_of: the.AsOf = None, revision: the.RevisionNumber = None, quiet: the.Quiet = False,
) -> None:
    """Write the dossier into a folder: pages to read, or data for other programs.

    Examples:

      reportedly export quake --format html -o quake-dossier

      reportedly export quake --share --base https://quake.example/ -o public

      reportedly export quake --format csv -o tables --as-of 2031-05-06
    """
    from reportedly.show import api
    from reportedly.show.cli.printing import write
    from reportedly.text.counted import counted

    files = api.open(story, as_of=as_of, revision=revision).export(format, folder, share=share, base=base)
    if not quiet:
        write(f"{counted(len(files), 'file')} in {folder}; open {files[0]}")
