"""What is new, for feed readers: Atom (RFC 4287) and JSON Feed 1.1. A reader knows an entry by its id.

An entry has the id of its item and, where its state can change, that state, so a settled forecast or a later version
of a report comes as an entry of its own. Times are those of the reports, or of the run that stored them.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from xml.etree import ElementTree

from reportedly.dossier.records import Change, Dossier
from reportedly.records.weighed import OUTCOMES, PROPOSED
from reportedly.show.plain import json_text

ATOM = "http://www.w3.org/2005/Atom"
MOST_ENTRIES = 100
SETTLED = frozenset((*PROPOSED, *OUTCOMES))
"""States of a forecast that are news."""
_MOMENT = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d(\.\d+)?)?(Z|[+-]\d\d:\d\d)?")
At = Callable[[str, str], str]
"""Section and id of an item -> its path."""


@dataclass(frozen=True, slots=True)
class Entry:
    """One thing that is new."""

    id: str
    """`urn:reportedly:…`"""
    title: str
    words: str
    """Words of reports, and of a change what was and what is."""
    path: str
    moment: str
    """RFC 3339."""


def entries(dossier: Dossier, at: At) -> tuple[Entry, ...]:
    """The newest entries, newest first."""
    found = sorted(_all(dossier, at), key=lambda entry: entry.id)
    return tuple(sorted(found, key=lambda entry: entry.moment, reverse=True)[:MOST_ENTRIES])


def atom(dossier: Dossier, at: At, base: str = "") -> str:
    """The feed as Atom; `base` stands before every path."""
    ElementTree.register_namespace("", ATOM)
    root = ElementTree.Element(f"{{{ATOM}}}feed")
    _put(root, "title", _clean(dossier.title))
    _put(root, "id", _feed_id(dossier))
    _put(root, "updated", moment(dossier.known_at))
    _put(_put(root, "author"), "name", "reportedly")
    _put(root, "link", rel="self", href=f"{base}feed.atom")
    _put(root, "link", rel="alternate", href=f"{base}index.html")
    for entry in entries(dossier, at):
        node = _put(root, "entry")
        _put(node, "title", _clean(entry.title))
        _put(node, "id", entry.id)
        _put(node, "updated", entry.moment)
        _put(node, "link", rel="alternate", href=f"{base}{entry.path}")
        _put(node, "content", _clean(entry.words), type="text")
    ElementTree.indent(root)
    return '<?xml version="1.0" encoding="utf-8"?>\n' + ElementTree.tostring(root, encoding="unicode") + "\n"


def json_feed(dossier: Dossier, at: At, base: str = "") -> str:
    """The feed as JSON Feed 1.1."""
    return json_text({
        "version": "https://jsonfeed.org/version/1.1", "title": dossier.title, "home_page_url": f"{base}index.html",
        "feed_url": f"{base}feed.json", "items": [
            {"id": entry.id, "url": f"{base}{entry.path}", "title": entry.title, "content_text": entry.words,
             "date_published": entry.moment} for entry in entries(dossier, at)]}) + "\n"


def moment(value: str) -> str:
    """A day or moment as RFC 3339: a day begins at midnight; what names no zone is taken as UTC."""
    if not _MOMENT.fullmatch(value):
        return f"{value[:10]}T00:00:00Z"
    zone = re.search(r"(Z|[+-]\d\d:\d\d)$", value)
    clock = value[:zone.start()] if zone else value
    return f"{clock}{':00' if len(clock) == 16 else ''}{zone.group() if zone else 'Z'}"


def _all(dossier: Dossier, at: At) -> Iterator[Entry]:
    stored = moment(dossier.known_at)
    published = {row.id: row.published for row in dossier.reports}
    for event in dossier.timeline:
        if not event.is_background:
            yield Entry(f"urn:reportedly:{event.id}", f"Happened: {_short(event.text)}", event.text,
                        at("timeline", event.id), moment(event.first_reported) if event.first_reported else stored)
    for dispute in dossier.disputes:
        days = [day for side in dispute.positions for span in side.spans if (day := published.get(span.article_id))]
        yield Entry(f"urn:reportedly:{dispute.id}", f"Disputed: {_short(dispute.text)}",
                    "\n".join(f"{side.who}: {side.text}" for side in dispute.positions),
                    at("disputes", dispute.id), moment(max(days)) if days else stored)
    for forecast in dossier.forecasts:
        if forecast.state in SETTLED:
            yield Entry(f"urn:reportedly:{forecast.id}:{forecast.state}", f"Forecast, {forecast.state}: "
                        f"{_short(forecast.text)}", forecast.text, at("forecasts", forecast.id),
                        moment(forecast.settled) if forecast.settled else stored)
    for change in dossier.changes:
        yield Entry(f"urn:reportedly:{change.older}:{change.newer}", f"{change.outlet} changed: {_short(change.title)}",
                    _old_and_new(change), f"reports/{change.newer}.html",
                    moment(published.get(change.newer) or dossier.known_at))


def _old_and_new(change: Change) -> str:
    words = {kind: " … ".join(" ".join(piece.split()) for which, piece in change.pieces if which == kind)
             for kind in ("removed", "added")}
    return f"Before: {words['removed'] or 'nothing'}\nNow: {words['added'] or 'nothing'}"


def _short(text: str) -> str:
    words = " ".join(text.split())
    return words if len(words) <= 90 else words[:89].rsplit(" ", 1)[0] + " …"


def _feed_id(dossier: Dossier) -> str:
    first = min((row.id for row in dossier.reports), default="empty")
    return f"urn:reportedly:feed:{first}"


def _clean(text: str) -> str:
    """Text without the control characters that XML cannot hold."""
    return re.sub(r"[^\t\n\r\x20-\uD7FF\uE000-\uFFFD\U00010000-\U0010FFFF]", "�", text)


def _put(parent: ElementTree.Element, name: str, text: str | None = None, **attributes: str) -> ElementTree.Element:
    node = ElementTree.SubElement(parent, f"{{{ATOM}}}{name}", attributes)
    node.text = text
    return node
