"""What in the world is happening? From reports to a dossier that can be checked.

    import reportedly

    story = reportedly.build(["reports/"], "my-story")
    for event in story.timeline:
        print(event.when.earliest, event.text)

Names are loaded when they are first used, so `import reportedly` costs nothing.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from reportedly.errors import ReportedlyError
    from reportedly.show.api import Story, add, build, open
    from reportedly.show.tables import Table
    from reportedly.text.timex import times
    from reportedly.text.timex.reader import Timex

_HOMES = {"build": "reportedly.show.api", "add": "reportedly.show.api", "open": "reportedly.show.api",
          "Story": "reportedly.show.api", "Table": "reportedly.show.tables", "times": "reportedly.text.timex",
          "Timex": "reportedly.text.timex.reader", "ReportedlyError": "reportedly.errors"}

__all__ = ["ReportedlyError", "Story", "Table", "Timex", "add", "build", "open", "times"]


def __getattr__(name: str) -> object:
    if name not in _HOMES:
        raise AttributeError(f"module 'reportedly' has no attribute {name!r}")
    value = getattr(import_module(_HOMES[name]), name)
    globals()[name] = value
    return value


def __dir__() -> list[str]:
    return sorted({*globals(), *__all__})
