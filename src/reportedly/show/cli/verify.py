"""`reportedly verify`."""

from __future__ import annotations

import typer

from reportedly.show.cli import arguments as the
from reportedly.show.cli.exit_codes import VERIFY_FAILED


def verify(story: the.StoryFolder, as_json: the.AsJson = False, quiet: the.Quiet = False) -> None:
    """Re-check every stored span, text, id and source. Exit code 1 if one does not match.

    Examples:

      reportedly verify quake

      reportedly verify quake --quiet && echo whole
    """
    from reportedly.show import api
    from reportedly.show.cli.verified import print_verified

    checked = api.open(story).verify()
    print_verified(checked, as_json=as_json, quiet=quiet)
    if not checked.ok:
        raise typer.Exit(VERIFY_FAILED)
