"""The command's entry: puts the commands together and turns errors into one line and an exit code."""

from __future__ import annotations

import sys

import typer

from reportedly.errors import NothingReadableError, ReportedlyError
from reportedly.show.cli.add import add
from reportedly.show.cli.build import build
from reportedly.show.cli.changed import changed
from reportedly.show.cli.chronicle import chronicle
from reportedly.show.cli.claims import claims
from reportedly.show.cli.disputes import disputes
from reportedly.show.cli.exit_codes import as_help, exit_code
from reportedly.show.cli.explain import explain
from reportedly.show.cli.export import export
from reportedly.show.cli.forecasts import forecasts
from reportedly.show.cli.judge import judge_app
from reportedly.show.cli.knowledge import knowledge
from reportedly.show.cli.ledger import ledger
from reportedly.show.cli.origins import origins
from reportedly.show.cli.people import people
from reportedly.show.cli.places import places
from reportedly.show.cli.resolve import resolve
from reportedly.show.cli.search import search
from reportedly.show.cli.serve import serve
from reportedly.show.cli.sources import sources
from reportedly.show.cli.statements import statements
from reportedly.show.cli.status import status
from reportedly.show.cli.theories import theories
from reportedly.show.cli.timeline import timeline
from reportedly.show.cli.times import times
from reportedly.show.cli.verify import verify

MAKE, READ, CHECK, ALONE = "Make a story", "Read a story", "Check and hand on", "Without a story"
CORRECT = "Correct a story"
PANELS = {
    MAKE: (build, add, status),
    READ: (timeline, chronicle, statements, claims, disputes, theories, forecasts, ledger, knowledge, sources,
           origins, people, places, changed, serve),
    CHECK: (search, explain, verify, export),
    ALONE: (times,),
}
"""Every command under the heading it stands at in `--help`."""


def command() -> typer.Typer:
    """The whole command, freshly made."""
    app = typer.Typer(name="reportedly", no_args_is_help=True, add_completion=False, pretty_exceptions_enable=False,
                      context_settings={"help_option_names": ["-h", "--help"]}, epilog=as_help(),
                      help="What in the world is happening? From a pile of reports to a dossier that can be checked.")
    for panel, verbs in PANELS.items():
        if panel == ALONE:
            app.add_typer(judge_app(), name="judge", rich_help_panel=CORRECT, epilog=as_help())
            app.command(rich_help_panel=CORRECT, epilog=as_help(), no_args_is_help=True)(resolve)
        for verb in verbs:
            app.command(rich_help_panel=panel, epilog=as_help(), no_args_is_help=True)(verb)
    return app


def run() -> None:
    """Run the command of this process's arguments."""
    try:
        command()()
    except ReportedlyError as error:
        sys.stderr.write(f"reportedly: {error}\n")
        if isinstance(error, NothingReadableError):
            from reportedly.show.cli.brief import print_unread

            print_unread(error.unread)  # type: ignore[arg-type]  # the error knows no records
        sys.exit(exit_code(error))
