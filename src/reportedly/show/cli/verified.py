"""Prints what a re-check found."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

import msgspec

from reportedly.show.cli.printing import warn, write
from reportedly.text.counted import counted

if TYPE_CHECKING:
    from reportedly.store.verify import VerifyReport

_FAILURES = 50


def print_verified(checked: VerifyReport, *, as_json: bool, quiet: bool) -> None:
    """Failures to standard error, counts to standard output; or all of it as JSON."""
    if as_json:
        sys.stdout.write(msgspec.json.format(msgspec.json.encode(checked), indent=2).decode() + "\n")
        return
    for failure in checked.failures[:_FAILURES]:
        warn(f"{failure.item}: {failure.problem}")
    if len(checked.failures) > _FAILURES:
        warn(f"… and {len(checked.failures) - _FAILURES} more (--json has all)")
    if not quiet:
        found = "all match" if checked.ok else f"{counted(len(checked.failures), 'failure')}"
        write(f"{counted(checked.reports, 'report')}, {checked.spans} spans, {counted(checked.sources, 'source')} "
              f"checked: {found}")
