"""How forecasts turned out: Brier and logarithmic scores by speaker, outlet, word or horizon, and calibration.

Only what a person settled is scored, and only once its last day is past: what comes true is told at once, what fails
can only be told at the end, so whoever scored earlier would flatter the forecasters (early-yes bias). The Brier score
is the squared distance of the probability from what came (Brier 1950), 0 best, .25 for always saying half; the
logarithmic score is minus the natural logarithm of the probability given to what came (Good 1952), 0 best.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from math import log

from reportedly.records.weighed import OUTCOMES, PROPOSED, Forecast

FEW = 20
"""Below so many scored forecasts a mean is hardly more than chance, which is said beside it."""
CERTAIN = 0.99
"""Nearest to certainty that a probability counts for the logarithmic score, which would else be without bound."""
BINS = 10
_TRUE, _FALSE = OUTCOMES[:2]
_BANDS = ((7, "within a week"), (31, "within a month"), (92, "within three months"), (366, "within a year"))


@dataclass(frozen=True, slots=True, kw_only=True)
class Scores:
    """The forecasts of one speaker, outlet, word or horizon."""

    name: str
    forecasts: int
    open: int
    """Neither settled nor due."""
    due: int
    """Their last day is past and nobody settled them."""
    proposed: int
    """Later reports seem to settle them; nobody has confirmed it."""
    settled: int
    came_true: int
    scored: int
    """Settled after their last day, with a probability."""
    brier: float | None
    """Mean; None where none is scored."""
    logarithmic: float | None
    """Mean, in nats; None where none is scored."""
    inside: bool | None
    """The share that came true lies in the mean range that their words give; None where none is scored."""
    note: str | None
    """`fewer than 20 scored` where a mean tells little."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Bin:
    """Forecasts of like probability, and how many of them came true: a point of the calibration chart."""

    low: int
    high: int
    """Percent."""
    said: float
    """Mean probability, 0 to 1."""
    came: float
    """Share that came true, 0 to 1."""
    count: int


def score(forecasts: Iterable[Forecast], today: str | None, by: str = "all") -> tuple[Scores, ...]:
    """Scores by `all`, `speaker`, `outlet`, `hedge` or `horizon`, those of most forecasts first."""
    groups: dict[str, list[Forecast]] = defaultdict(list)
    for item in forecasts:
        groups[_NAMES[by](item)].append(item)
    found = [_scores(name, items, today) for name, items in groups.items()]
    return tuple(sorted(found, key=lambda row: (-row.scored, -row.forecasts, row.name)))


def calibration(forecasts: Iterable[Forecast], today: str | None) -> tuple[Bin, ...]:
    """Bins of ten points that hold a scored forecast, lowest first."""
    bins: dict[int, list[Forecast]] = defaultdict(list)
    for item in forecasts:
        if is_scored(item, today):
            bins[min(BINS - 1, int(_chance(item) * BINS))].append(item)
    width = 100 // BINS
    return tuple(Bin(low=number * width, high=(number + 1) * width, count=len(items),
                     said=sum(map(_chance, items)) / len(items),
                     came=sum(item.state == _TRUE for item in items) / len(items))
                 for number, items in sorted(bins.items()))


def is_scored(item: Forecast, today: str | None) -> bool:
    """Settled by a person as true or false, with a probability, and its last day is past."""
    due = item.horizon.latest if item.horizon else None
    over = bool(due and today and due[:10] < today)
    return over and item.state in (_TRUE, _FALSE) and item.likelihood is not None


def _scores(name: str, items: Sequence[Forecast], today: str | None) -> Scores:
    scored = [item for item in items if is_scored(item, today)]
    count = len(scored)
    return Scores(
        name=name, forecasts=len(items), open=_count(items, "open"), due=_count(items, "due"),
        proposed=_count(items, *PROPOSED), settled=_count(items, *OUTCOMES), came_true=_count(items, _TRUE),
        scored=count, brier=sum(map(_brier, scored)) / count if count else None,
        logarithmic=sum(map(_log, scored)) / count if count else None, inside=_inside(scored),
        note=f"fewer than {FEW} scored" if count < FEW else None)


def _count(items: Sequence[Forecast], *states: str) -> int:
    return sum(item.state in states for item in items)


def _chance(item: Forecast) -> float:
    return item.likelihood.point / 100 if item.likelihood else 0.0


def _brier(item: Forecast) -> float:
    return (_chance(item) - (item.state == _TRUE)) ** 2


def _log(item: Forecast) -> float:
    chance = min(CERTAIN, max(1 - CERTAIN, _chance(item)))
    return -log(chance if item.state == _TRUE else 1 - chance)


def _inside(scored: Sequence[Forecast]) -> bool | None:
    ranges = [item.likelihood for item in scored if item.likelihood]
    if not ranges:
        return None
    came = 100 * sum(item.state == _TRUE for item in scored) / len(scored)
    return sum(one.low for one in ranges) / len(ranges) <= came <= sum(one.high for one in ranges) / len(ranges)


def _horizon(item: Forecast) -> str:
    due = item.horizon.latest if item.horizon else None
    if not due or not item.said:
        return "open-ended"
    days = (date.fromisoformat(due[:10]) - date.fromisoformat(item.said[:10])).days
    return next((name for most, name in _BANDS if days <= most), "later than a year")


_NAMES: dict[str, Callable[[Forecast], str]] = {
    "all": lambda item: "all", "speaker": lambda item: item.who, "outlet": lambda item: item.outlet,
    "hedge": lambda item: item.hedge.word if item.hedge else "no word", "horizon": _horizon}
GROUPS = tuple(_NAMES)
