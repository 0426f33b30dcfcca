"""The timeline for TimelineJS 3. It draws every date as exact, so the doubt goes into `display_date`."""

from __future__ import annotations

from collections.abc import Mapping
from html import escape
from pathlib import Path

from reportedly.dossier.records import Dossier
from reportedly.records.ids import ArticleId
from reportedly.records.linked import Event
from reportedly.show.chronology import STATUSES, in_time, is_soft, lag_in_words, times_in_words, when_in_words
from reportedly.show.plain import Plain, json_text, write

LONGEST_HEADLINE = 110
BACKGROUND = "Background, from long before"
"""The row of the slides' band that background stands in."""


def export(dossier: Dossier, folder: Path) -> list[Path]:
    """Write `timelinejs.json`."""
    return [write(folder, "timelinejs.json", json_text(timeline(dossier)) + "\n")]


def timeline(dossier: Dossier) -> dict[str, Plain]:
    """Title slide and events in order of time; entries without any date are counted on the title slide.

    TimelineJS puts texts into its page as HTML, so all words are escaped.
    """
    outlets = {item.article.id: item.article.outlet.label for item in dossier.articles}
    dated = in_time(item for item in dossier.timeline if item.when.earliest or item.when.latest)
    left_out = len(dossier.timeline) - len(dated)
    about = [dossier.lead.exact] if dossier.lead else []
    about += [dossier.note] if dossier.note else []
    about += [f"{left_out} entries without a date are left out."] if left_out else []
    events: list[Plain] = [_event(item, outlets) for item in dated]
    return {"title": {"text": {"headline": escape(dossier.title), "text": "<br>".join(map(escape, about))}},
            "events": events, "scale": "human"}


def _event(item: Event, outlets: Mapping[ArticleId, str]) -> dict[str, Plain]:
    words = when_in_words(item)
    shown = f"{words} (date uncertain)" if is_soft(item) else words
    headline = item.text
    if len(headline) > LONGEST_HEADLINE:
        headline = headline[:LONGEST_HEADLINE].rsplit(" ", 1)[0] + " …"
    origins = f"{len(item.origins)} independent origin{'s' if len(item.origins) != 1 else ''}"
    told_by = ", ".join(sorted({outlets[report] for report in item.reports if report in outlets}))
    notes = [STATUSES[item.status]] if item.status in STATUSES else []
    given = times_in_words(item)
    notes += ["accounts differ: " + ", ".join(given)] if given else []
    notes += filter(None, [lag_in_words(item)])
    slide: dict[str, Plain] = {
        "unique_id": item.id, "display_date": shown,
        "start_date": _date(item.when.earliest or item.when.latest or "", shown),
        "text": {"headline": escape(headline),
                 "text": f"<p>{escape(item.text)}</p><p>{escape('; '.join([*notes, origins, told_by]))}</p>"},
        "reportedly": timing(item)}
    if item.is_background:
        slide["group"] = BACKGROUND
    if item.when.earliest and item.when.latest and item.when.latest[:10] != item.when.earliest[:10]:
        slide["end_date"] = _date(item.when.latest, shown)
    return slide


def timing(item: Event) -> dict[str, Plain]:
    """What is known of an entry's time, in values; TimelineJS passes over it."""
    return {"edtf": item.edtf, "earliest": item.when.earliest, "latest": item.when.latest,
            "precision": item.when.precision, "first_reported": item.first_reported, "lag_days": item.lag_days,
            "lag_hours": item.lag_hours, "background": item.is_background}


def _date(value: str, shown: str) -> dict[str, Plain]:
    day, _, time = value.partition("T")
    parts: dict[str, Plain] = dict(zip(("year", "month", "day"), day.split("-"), strict=False))
    parts |= dict(zip(("hour", "minute"), time.split(":")[:2] if time else (), strict=False))
    return {name: int(part) for name, part in parts.items() if isinstance(part, str) and part.isdigit()} | {
        "display_date": shown}
