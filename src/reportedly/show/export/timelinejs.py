"""The timeline for TimelineJS 3. It draws every date as exact, so the doubt goes into `display_date`."""

from __future__ import annotations

from collections.abc import Mapping
from html import escape
from pathlib import Path

from reportedly.dossier.records import Dossier
from reportedly.records.ids import ArticleId
from reportedly.records.linked import Event
from reportedly.show.export.plain import Plain, json_text, write
from reportedly.show.when import is_uncertain, order, when_in_words

LONGEST_HEADLINE = 110
STATUSES = {"future": "announced or expected", "negated": "reported as not happening",
            "possible": "reported as possible", "background": "earlier background"}


def export(dossier: Dossier, folder: Path) -> list[Path]:
    """Write `timelinejs.json`."""
    return [write(folder, "timelinejs.json", json_text(timeline(dossier)) + "\n")]


def timeline(dossier: Dossier) -> dict[str, Plain]:
    """Title slide and events in order of time; entries without any date are counted on the title slide.

    TimelineJS puts texts into its page as HTML, so all words are escaped.
    """
    outlets = {item.article.id: item.article.outlet.name for item in dossier.articles}
    dated = sorted((item for item in dossier.timeline if item.when.earliest or item.when.latest),
                   key=lambda item: (order(item.when), item.id))
    left_out = len(dossier.timeline) - len(dated)
    about = [dossier.lead.exact] if dossier.lead else []
    about += [dossier.note] if dossier.note else []
    about += [f"{left_out} entries without a date are left out."] if left_out else []
    events: list[Plain] = [_event(item, outlets) for item in dated]
    return {"title": {"text": {"headline": escape(dossier.title), "text": "<br>".join(map(escape, about))}},
            "events": events, "scale": "human"}


def _event(item: Event, outlets: Mapping[ArticleId, str]) -> dict[str, Plain]:
    words = when_in_words(item.when)
    shown = f"{words} (date uncertain)" if is_uncertain(item.when) else words
    headline = item.text
    if len(headline) > LONGEST_HEADLINE:
        headline = headline[:LONGEST_HEADLINE].rsplit(" ", 1)[0] + " …"
    origins = f"{len(item.origins)} independent origin{'s' if len(item.origins) != 1 else ''}"
    told_by = ", ".join(sorted({outlets[report] for report in item.reports if report in outlets}))
    notes = [STATUSES[item.status]] if item.status in STATUSES else []
    slide: dict[str, Plain] = {
        "unique_id": item.id, "display_date": shown,
        "start_date": _date(item.when.earliest or item.when.latest or "", shown),
        "text": {"headline": escape(headline),
                 "text": f"<p>{escape(item.text)}</p><p>{escape('; '.join([*notes, origins, told_by]))}</p>"}}
    if item.when.earliest and item.when.latest and item.when.latest[:10] != item.when.earliest[:10]:
        slide["end_date"] = _date(item.when.latest, shown)
    return slide


def _date(value: str, shown: str) -> dict[str, Plain]:
    day, _, time = value.partition("T")
    parts: dict[str, Plain] = dict(zip(("year", "month", "day"), day.split("-"), strict=False))
    parts |= dict(zip(("hour", "minute"), time.split(":")[:2] if time else (), strict=False))
    return {name: int(part) for name, part in parts.items() if isinstance(part, str) and part.isdigit()} | {
        "display_date": shown}
