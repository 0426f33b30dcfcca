"""`reportedly timeline`."""

from __future__ import annotations

import sys
from enum import StrEnum
from typing import Annotated

import typer

from reportedly.errors import InputError
from reportedly.show.cli import arguments as the


class Level(StrEnum):
    """How closely the timeline is laid out."""

    DAY = "day"
    HOUR = "hour"


Brief = Annotated[bool, typer.Option(
    "--brief", help="The 20 weightiest entries, one line each: the default.",
    rich_help_panel=the.FORM)]
Full = Annotated[bool, typer.Option(
    "--full", help="Every entry under its day, with outlets, times given, delay of the first report and id.",
    rich_help_panel=the.FORM)]
At = Annotated[Level, typer.Option(
    "--level", help="By day; or by hour: only what is known to the hour or the part of a day.",
    rich_help_panel=the.FORM)]


def timeline(
    story: the.StoryFolder, kind: the.Kind = None, outlet: the.Outlet = None, since: the.Since = None, until:
    the.Until = None, contains: the.Contains = None, limit: the.Limit = None, as_of: the.AsOf = None, revision:
    the.RevisionNumber = None, brief: Brief = False, full: Full = False, level: At = Level.DAY,
    as_json: the.AsJson = False, as_csv: the.AsCsv = False, quiet: the.Quiet = False,
) -> None:
    """What happened, when, in order of time: in brief, or in full by day or by hour.

    The number in a line counts independent origins; ≠ marks accounts that conflict, ~ a day that is only about right:
    as a rule that of the report. --json and --csv give every entry unless --brief or --limit says otherwise.

    Examples:

      reportedly timeline quake

      reportedly timeline quake --full --since 2031-05-04 --until 2031-05-06

      reportedly timeline quake --level hour

      reportedly timeline quake --csv > timeline.csv
    """
    from reportedly.show import api
    from reportedly.show.cli.printing import is_terminal, print_table, width
    from reportedly.show.cli.timeline_lines import Look, laid_out, print_lines
    from reportedly.show.timelines import BRIEF_LINES

    if brief and full:
        raise InputError("--brief and --full exclude each other")
    if as_json and as_csv:
        raise InputError("--json and --csv exclude each other")
    opened = api.open(story, as_of=as_of, revision=revision)
    found = opened.timeline.where(kind=kind, outlet=outlet, since=since, until=until, contains=contains)
    found = found.with_hours() if level is Level.HOUR else found
    is_brief = brief or not (full or as_json or as_csv or level is Level.HOUR)
    chosen = found.brief(limit or BRIEF_LINES) if is_brief else found.brief(limit) if limit else found
    if as_json or as_csv:
        print_table(chosen, (), as_json=as_json, as_csv=as_csv, quiet=quiet)
    elif not quiet:
        look = Look.of(opened.dossier, width() if is_terminal(sys.stdout) else None)
        print_lines(laid_out(found, chosen, look, story=str(story), level=level, is_brief=is_brief))
