"""Arguments and options that several commands share, with one help text each."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

FILTERS, VIEW, FORM, GIVEN = "Filters", "View", "Form", "What you know of the reports"

StoryFolder = Annotated[Path, typer.Argument(metavar="STORY", help="Folder of the story.", show_default=False)]
Reports = Annotated[list[str], typer.Argument(
    metavar="REPORTS...", help="Files, folders, globs and http(s) addresses.", show_default=False)]

Published = Annotated[str | None, typer.Option(
    "--published", metavar="DATE", help="Date of publication of these reports, e.g. 2031-05-04.",
    rich_help_panel=GIVEN)]
OutletName = Annotated[str | None, typer.Option(
    "--outlet", metavar="NAME", help="Who published these reports.", rich_help_panel=GIVEN)]
Address = Annotated[str | None, typer.Option(
    "--url", metavar="URL", help="Address the report came from.", rich_help_panel=GIVEN)]
Now = Annotated[str | None, typer.Option(
    "--now", metavar="MOMENT", help="Take this as the present moment (ISO 8601); later dates are refused.")]
LockWait = Annotated[float | None, typer.Option(
    "--lock-wait", metavar="SECONDS", min=0, help="How long to wait for another process that holds the story.")]

AttributionModel = Annotated[Path | None, typer.Option(
    "--attribution-model", metavar="FOLDER",
    help="Find who said what with the model in this folder, which you trained on your own annotations.")]

AsOf = Annotated[str | None, typer.Option(
    "--as-of", metavar="DAY", help="Only what was published by this day; undated reports are left out.",
    rich_help_panel=VIEW)]
RevisionNumber = Annotated[int | None, typer.Option(
    "--revision", metavar="N", min=1, help="What the store held at this revision (see: reportedly status).",
    rich_help_panel=VIEW)]

AsJson = Annotated[bool, typer.Option("--json", help="Print JSON.", rich_help_panel=FORM)]
AsCsv = Annotated[bool, typer.Option("--csv", help="Print CSV.", rich_help_panel=FORM)]
Quiet = Annotated[bool, typer.Option("--quiet", "-q", help="Print nothing but errors.", rich_help_panel=FORM)]

Speaker = Annotated[str | None, typer.Option(
    "--speaker", metavar="NAME", help="Only from speakers whose name holds this.", rich_help_panel=FILTERS)]
Outlet = Annotated[str | None, typer.Option(
    "--outlet", metavar="NAME", help="Only from outlets whose name holds this.", rich_help_panel=FILTERS)]
Since = Annotated[str | None, typer.Option(
    "--since", metavar="DAY", help="Only what may be of this day or later.", rich_help_panel=FILTERS)]
Until = Annotated[str | None, typer.Option(
    "--until", metavar="DAY", help="Only what may be of this day or earlier.", rich_help_panel=FILTERS)]
Kind = Annotated[str | None, typer.Option(
    "--kind", metavar="KIND", help="Only of this kind, as the kind column says.", rich_help_panel=FILTERS)]
Contains = Annotated[str | None, typer.Option(
    "--contains", metavar="WORDS", help="Only what holds these words.", rich_help_panel=FILTERS)]
Limit = Annotated[int | None, typer.Option(
    "--limit", "-n", metavar="N", min=1, help="At most so many, the weightiest.", rich_help_panel=FILTERS)]
HedgeTable = Annotated[str | None, typer.Option(
    "--table", metavar="NAME", help="Ranges for words of probability: ICD-203, PHIA, Kent or surveys.")]
