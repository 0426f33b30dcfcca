"""`reportedly serve`."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Annotated

import typer

from reportedly.show.cli import arguments as the

LOCAL = ("127.0.0.1", "localhost", "::1")


def serve(
    stories: Annotated[list[Path], typer.Argument(metavar="STORY...", help="Folders of stories.", show_default=False)],
    port: Annotated[int, typer.Option("--port", metavar="N", min=0, max=65535, help="0 takes a free one.")] = 8321,
    host: Annotated[str, typer.Option(
        "--host", metavar="ADDRESS", help="Address to listen at. Anything but this machine's own lets others read, and "
        "nobody write unless a password is set.",
    )] = "127.0.0.1",
    read_only: Annotated[bool, typer.Option("--read-only", help="Nothing can be corrected from the pages.")] = False,
    password_file: Annotated[Path | None, typer.Option(
        "--password-file", metavar="FILE", help="Ask for the password in this file before anything is written; else "
        "for the one in REPORTEDLY_PASSWORD, where that is set.")] = None,
    as_of: the.AsOf = None, revision: the.RevisionNumber = None,
) -> None:
    """Read and correct stories in the browser: pages, their JSON (same address, .json), search.

    Examples:

      reportedly serve quake

      reportedly serve quake flood --port 8000 --read-only
    """
    import uvicorn

    from reportedly.show import api
    from reportedly.show.cli.printing import warn
    from reportedly.show.web.correcting import Corrections
    from reportedly.show.web.guard import PASSWORD_VARIABLE, Guard, password_of
    from reportedly.show.web.server import application, named

    opened = named(api.open(story, as_of=as_of, revision=revision) for story in stories)
    is_local = host in LOCAL
    password = password_of(password_file, os.environ)
    if not is_local and password is None and not read_only:
        warn(f"{host} can be reached by others: served to be read only; to write from there set a password with "
             f"--password-file or {PASSWORD_VARIABLE}")
    guard = Guard(password=password, read_only=read_only or (not is_local and password is None))
    uvicorn.run(application(opened, ("localhost", "127.0.0.1", "[::1]") if is_local else ("*",), Corrections(guard)),
                host=host, port=port, log_level="info", access_log=False, server_header=False)
