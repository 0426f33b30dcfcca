"""`reportedly serve`."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from reportedly.show.cli import arguments as the

LOCAL = ("127.0.0.1", "localhost", "::1")


def serve(
    stories: Annotated[list[Path], typer.Argument(metavar="STORY...", help="Folders of stories.", show_default=False)],
    port: Annotated[int, typer.Option("--port", metavar="N", min=0, max=65535, help="0 takes a free one.")] = 8321,
    host: Annotated[str, typer.Option(
        "--host", metavar="ADDRESS", help="Address to listen at. Anything but this machine's own lets others read.",
    )] = "127.0.0.1",
    as_of: the.AsOf = None, revision: the.RevisionNumber = None,
) -> None:
    """Read stories in the browser: pages, their JSON (same address, .json), search. Nothing can be written.

    Examples:

      reportedly serve quake

      reportedly serve quake flood --port 8000
    """
    import uvicorn

    from reportedly.show import api
    from reportedly.show.web.server import application, named

    opened = named(api.open(story, as_of=as_of, revision=revision) for story in stories)
    hosts = ("localhost", "127.0.0.1", "[::1]") if host in LOCAL else ("*",)
    uvicorn.run(application(opened, hosts), host=host, port=port, log_level="info", access_log=False,
                server_header=False)
