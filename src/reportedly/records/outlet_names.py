"""How outlets write their own names, by the host of their address: `bbc.co.uk` is BBC News."""

from __future__ import annotations

from functools import cache
from importlib.resources import files


@cache
def _names() -> dict[str, str]:
    """Name by host."""
    rows = files("reportedly.records").joinpath("outlet_names.tsv").read_text("utf-8").splitlines()
    return dict(row.split("\t") for row in rows if row and not row.startswith("#"))


def called(outlet: str) -> str:
    """The name an outlet goes by, given by name or by host."""
    return outlet_name(outlet) or outlet


def outlet_name(host: str) -> str | None:
    """The name of the outlet at this host, or at the domain it belongs to; None for a host that is not listed."""
    labels = host.casefold().removeprefix("www.").split(".")
    found = (_names().get(".".join(labels[start:])) for start in range(max(1, len(labels) - 1)))
    return next(filter(None, found), None)
