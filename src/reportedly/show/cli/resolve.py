"""`reportedly resolve STORY FORECAST OUTCOME`: what came of a forecast, as a person says."""

from __future__ import annotations

import getpass

from reportedly.show.cli import arguments as the
from reportedly.show.cli.judge import Id, Outcome, Reason, Settled, Who


def resolve(
    story: the.StoryFolder, forecast: Id, outcome: Outcome, day: Settled = None, who: Who = None,
    reason: Reason = None, now: the.Now = None,
) -> None:
    """Say what came of a forecast; the same as `judge STORY resolve`.

    Examples:

      reportedly forecasts quake --due

      reportedly resolve quake f-1f0c9a2b came-true --on 2031-05-06 --who "Ana Ruiz"
    """
    from reportedly.show import api
    from reportedly.show.cli.judged import line_of
    from reportedly.show.cli.printing import write

    judge = api.open(story).judge(who or getpass.getuser(), reason=reason, now=now)
    write(line_of(judge.resolve(forecast, outcome, day)))
