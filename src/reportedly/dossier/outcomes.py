"""What people said of forecasts, over what later reports propose."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from operator import itemgetter

from reportedly.records.judgement import RESOLVE, Judgement, Ruling, said_by
from reportedly.records.weighed import Forecast


def with_outcomes(forecasts: Iterable[Forecast], rulings: Iterable[Ruling]) -> tuple[Forecast, ...]:
    """The forecasts, each with the last outcome that a person gave one of its members."""
    said: dict[str, tuple[int, Judgement]] = {}
    for place, ruling in enumerate(rulings):
        if ruling.is_applied and ruling.judgement.kind == RESOLVE:
            said.update(dict.fromkeys(ruling.judgement.members, (place, ruling.judgement)))
    return tuple(_with_outcome(item, said) for item in forecasts)


def _with_outcome(item: Forecast, said: Mapping[str, tuple[int, Judgement]]) -> Forecast:
    found = [said[member] for member in (item.id, *item.members) if member in said]
    if not found:
        return item
    _, last = max(found, key=itemgetter(0))
    settled = None if last.value == "open" else last.day or item.settled or last.said_at[:10]
    return replace(item, state=last.value or item.state, settled=settled, settled_by=said_by(last))
