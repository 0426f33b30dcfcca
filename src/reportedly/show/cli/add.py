"""`reportedly add`."""

from __future__ import annotations

from reportedly.show.cli import arguments as the


def add(
    story: the.StoryFolder, reports: the.Reports, published: the.Published = None, outlet: the.OutletName = None,
    url: the.Address = None, now: the.Now = None, lock_wait: the.LockWait = None,
    attribution_model: the.AttributionModel = None, quiet: the.Quiet = False,
) -> None:
    """Add reports to a story. Only new ones are read.

    Examples:

      reportedly add quake reports/

      reportedly add quake https://gannet.example/quake-day-two
    """
    from reportedly.show import api
    from reportedly.show.cli.brief import print_added
    from reportedly.show.cli.progress_bar import progress_bars

    with progress_bars(quiet=quiet) as progress:
        made = api.add(story, reports, published=published, outlet=outlet, url=url, now=now, lock_wait=lock_wait,
                       attribution_model=attribution_model, progress=progress)
    if not quiet and made.built is not None:
        print_added(made.built)
