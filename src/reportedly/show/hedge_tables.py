"""Forecasts with the ranges of a table of words that the reader chooses."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from reportedly.errors import InputError
from reportedly.records.weighed import Forecast
from reportedly.text.hedges import TABLES
from reportedly.weigh.likelihoods import by_word


def by_table(forecasts: Iterable[Forecast], table: str | None) -> tuple[Forecast, ...]:
    """The forecasts with their likelihood read off another table, where that knows the word."""
    if table is None:
        return tuple(forecasts)
    known = {name.casefold(): name for name in TABLES}
    if table.casefold() not in known:
        raise InputError(f"there is no table {table!r}; use {', '.join(TABLES)}")
    return tuple(replace(item, likelihood=by_word(item, known[table.casefold()])) for item in forecasts)
