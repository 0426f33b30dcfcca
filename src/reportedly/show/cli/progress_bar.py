"""Progress bars on a terminal's standard error; nothing elsewhere."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager

from reportedly.engine.progress import Progress, ProgressListener, silent
from reportedly.show.cli.printing import console, is_terminal

_WORDS = {"receive": "Receiving", "read": "Reading", "renew": "Annotating anew"}


@contextmanager
def progress_bars(*, quiet: bool) -> Iterator[ProgressListener]:
    """A listener that draws one bar for each stage of a build."""
    if quiet or not is_terminal(sys.stderr):
        yield silent
        return
    from rich.progress import BarColumn, MofNCompleteColumn, TextColumn, TimeElapsedColumn
    from rich.progress import Progress as Bars

    columns = (TextColumn("{task.description:<16}"), BarColumn(bar_width=24), MofNCompleteColumn(),
               TimeElapsedColumn(), TextColumn("{task.fields[name]}", style="dim", markup=False))
    with Bars(*columns, console=console(sys.stderr), transient=True) as bars:
        tasks = {}

        def listen(step: Progress) -> None:
            if step.stage not in tasks:
                tasks[step.stage] = bars.add_task(_WORDS[step.stage], total=step.total, name="")
            bars.update(tasks[step.stage], completed=step.done, total=step.total, name=step.name[-24:])

        yield listen
