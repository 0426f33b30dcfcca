"""Every setting in one table: name, default, unit, help. The command, the library and the docs are read off it."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Option:
    """One setting."""

    name: str
    default: int | float | str | bool | None
    unit: str | None
    """None for settings without a unit."""
    help: str


OPTIONS: tuple[Option, ...] = (
    Option(name="max-report-bytes", default=50_000_000, unit="bytes",
           help="Largest file or response that is read; a larger one is listed as not read."),
    Option(name="fetch-timeout", default=20.0, unit="seconds", help="Longest wait for an address named by the user."),
    Option(name="fetch-max-redirects", default=5, unit="redirects", help="Redirects followed for one address."),
    Option(name="lock-wait", default=30.0, unit="seconds",
           help="How long a second process waits for a story before it says who holds it."),
    Option(name="earliest-year", default=1700, unit="year", help="Publication dates before this year are refused."),
    Option(name="brief-entries", default=20, unit="lines", help="Timeline entries in the brief."),
)
"""The table."""

_BY_NAME = {option.name: option for option in OPTIONS}


def default(name: str) -> int | float | str | bool | None:
    """Default value of an option. Raises KeyError for a name that is not in the table."""
    return _BY_NAME[name].default
