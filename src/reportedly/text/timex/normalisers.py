"""Every rule of the grammar with the function that gives its value."""

from __future__ import annotations

from reportedly.text.timex.clocks import read_clock, read_clock_and_day, read_daypart
from reportedly.text.timex.days import (
    read_date,
    read_day_beside_day,
    read_day_of_month,
    read_day_range,
    read_relative_day,
    read_week_of,
)
from reportedly.text.timex.holidays import read_holiday
from reportedly.text.timex.lengths import (
    read_bare_units,
    read_counted_span,
    read_counts_of_one_unit,
    read_duration,
    read_half_unit,
    read_units_ahead,
    read_units_or_units,
    read_vague_span,
)
from reportedly.text.timex.months import read_month, read_week_of_month
from reportedly.text.timex.quarters import (
    read_current_unit,
    read_half,
    read_period,
    read_quarter,
    read_unit_end,
    read_year_before,
    read_year_reported,
)
from reportedly.text.timex.readings import Normaliser
from reportedly.text.timex.seasons import read_season
from reportedly.text.timex.sets import (
    read_current,
    read_every,
    read_future,
    read_past,
    read_present,
    read_rate,
    read_set,
    read_these_days,
    read_vague_adjective,
    read_weekdays,
)
from reportedly.text.timex.units import read_ago, read_day_before, read_part_of_unit, read_relative_unit, read_weekend
from reportedly.text.timex.years import (
    read_anno_domini,
    read_before_christ,
    read_before_christ_range,
    read_century,
    read_decade,
    read_decade_before_christ,
    read_year,
    read_year_range,
)

NORMALISERS: dict[str, Normaliser] = {
    "clock and day": read_clock_and_day,
    "day and clock": read_clock_and_day,
    "clock": read_clock,
    "part of date": read_date,
    "date": read_date,
    "day range": read_day_range,
    "day range before month": read_day_range,
    "month": read_month,
    "weekday": read_date,
    "weekday of week": read_date,
    "relative day": read_relative_day,
    "year": read_year,
    "day beside day": read_day_beside_day,
    "part and day": read_date,
    "week of": read_week_of,
    "week of month": read_week_of_month,
    "year range": read_year_range,
    "holiday": read_holiday,
    "day of month": read_day_of_month,
    "relative unit": read_relative_unit,
    "the day before": read_day_before,
    "part of unit": read_part_of_unit,
    "counted span": read_counted_span,
    "these days": read_these_days,
    "vague span": read_vague_span,
    "ago": read_ago,
    "duration": read_duration,
    "half unit": read_half_unit,
    "counts of one unit": read_counts_of_one_unit,
    "units or units": read_units_or_units,
    "bare units": read_bare_units,
    "units ahead": read_units_ahead,
    "set": read_set,
    "every": read_every,
    "weekdays": read_weekdays,
    "rate": read_rate,
    "present": read_present,
    "past reference": read_past,
    "future reference": read_future,
    "vague adjective": read_vague_adjective,
    "daypart": read_daypart,
    "weekend": read_weekend,
    "season": read_season,
    "quarter": read_quarter,
    "half": read_half,
    "decade": read_decade,
    "century": read_century,
    "before Christ": read_before_christ,
    "range before Christ": read_before_christ_range,
    "decade before Christ": read_decade_before_christ,
    "anno domini": read_anno_domini,
    "period": read_period,
    "year before": read_year_before,
    "current": read_current,
    "current unit": read_current_unit,
    "fiscal unit": read_current_unit,
    "year reported": read_year_reported,
    "unit end": read_unit_end,
}
"""Rule of the grammar -> the function that reads its matches."""
