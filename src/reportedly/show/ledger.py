"""`reportedly.ledger`: the forecasts of many stories, and how they turned out."""

from __future__ import annotations

import os
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, datetime

from reportedly.errors import InputError
from reportedly.records.weighed import Forecast
from reportedly.show import api
from reportedly.show.calibration import chart_of
from reportedly.show.flat import Row
from reportedly.show.hedge_tables import by_table
from reportedly.show.tables import Table
from reportedly.weigh.scores import GROUPS, Bin, Scores, calibration, score


@dataclass(frozen=True, slots=True)
class Ledger:
    """Forecasts of one story or many, as known on a day."""

    forecasts: tuple[Forecast, ...]
    today: str
    """`YYYY-MM-DD`: what was due before it and is settled counts."""

    def scores(self, by: str = "speaker") -> Table[Scores]:
        """Scores by `all`, `speaker`, `outlet`, `hedge` or `horizon`. Raises InputError for another word."""
        if by not in GROUPS:
            raise InputError(f"forecasts cannot be counted by {by!r}; use {', '.join(GROUPS)}")
        return Table("ledger", score(self.forecasts, self.today, by), _row)

    def calibration(self) -> tuple[Bin, ...]:
        """Scored forecasts by their probability, in bins of ten points."""
        return calibration(self.forecasts, self.today)

    def chart(self) -> str:
        """The calibration chart as SVG; it says so where nothing is scored yet."""
        return chart_of(self.calibration())


def open_ledger(stories: Iterable[str | os.PathLike[str]], *, table: str | None = None,
                now: str | None = None) -> Ledger:
    """The ledger of these story folders. `table`: one of `text.hedges.TABLES`, for the words that it knows; `now`: the
    day from which it is seen, today unless given. Raises InputError for an unknown table."""
    today = (now or datetime.now(tz=UTC).isoformat())[:10]
    found = [item for story in stories for item in api.open(story).dossier.forecasts]
    return Ledger(by_table(found, table), today)


def _row(item: Scores) -> Row:
    return {"id": item.name, "name": item.name, "forecasts": item.forecasts, "open": item.open, "due": item.due,
            "proposed": item.proposed, "settled": item.settled, "came_true": item.came_true, "scored": item.scored,
            "brier": _rounded(item.brier), "log": _rounded(item.logarithmic), "inside": item.inside, "note": item.note}


def _rounded(number: float | None) -> float | None:
    return None if number is None else round(number, 3)
