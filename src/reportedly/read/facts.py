"""What a source says of itself, and what is believed when sources differ."""

from __future__ import annotations

from dataclasses import dataclass
from urllib.parse import urlsplit

from reportedly.read.date_agreement import agreed
from reportedly.read.dates import Given, date_reading, days_between, is_later
from reportedly.records.article import UNKNOWN_OUTLET, DateReading, Finding, Notice, Outlet, RawReport


@dataclass(frozen=True, slots=True, kw_only=True)
class Facts:
    """What one source (a page, a JSON line, the lines of a text) says of itself. None or empty: it does not say."""

    title: Finding | None = None
    byline: tuple[Finding, ...] = ()
    outlet: Finding | None = None
    url: Finding | None = None
    published: tuple[Given, ...] = ()
    """Most trusted first."""
    modified: tuple[Given, ...] = ()
    retrieved: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Dates:
    """The dates that were believed, and what was refused or lowered on the way."""

    published: DateReading | None
    modified: DateReading | None
    notices: tuple[Notice, ...]


def settled(raw: RawReport, own: Facts) -> Facts:
    """What the caller insisted on, else the source's own words, else what `reports.csv` has."""
    return Facts(
        title=_first("title", raw, own.title),
        byline=own.byline,
        outlet=_first("outlet", raw, own.outlet),
        url=_first("url", raw, own.url),
        published=_ordered_dates(raw, own.published),
        modified=own.modified,
        retrieved=raw.retrieved or own.retrieved,
    )


def _first(field: str, raw: RawReport, own: Finding | None) -> Finding | None:
    given = _given(field, raw)
    if given is None or (own is not None and _is_weak(field, raw)):
        return own
    return given


def _given(field: str, raw: RawReport) -> Finding | None:
    value: str | None = getattr(raw, field)
    value = value.strip() if value else None
    return Finding(field=field, value=value, evidence=_evidence(field, raw)) if value else None


def _is_weak(field: str, raw: RawReport) -> bool:
    return field in raw.catalogued or raw.given_by == "reports.csv"


def _evidence(field: str, raw: RawReport) -> str:
    if _is_weak(field, raw):
        return "reports.csv"
    # What was fetched gives its address; anything else that is known beforehand came from the user.
    return raw.given_by if raw.given_by and (raw.given_by != "http" or field == "url") else f"--{field}"


def _ordered_dates(raw: RawReport, own: tuple[Given, ...]) -> tuple[Given, ...]:
    given = _given("published", raw)
    if given is None:
        return own
    offered = Given(given.value, given.evidence)
    return (*own, offered) if _is_weak("published", raw) else (offered, *own)


def outlet_of(facts: Facts) -> Outlet:
    """The outlet: its name as given, else the host of the address."""
    domain = host_of(facts.url.value) if facts.url else None
    name = facts.outlet.value if facts.outlet else None
    if name and _is_host(name):
        name = name.casefold().removeprefix("www.")
        domain = domain or name
    return Outlet(name=name or domain or UNKNOWN_OUTLET, domain=domain)


def host_of(url: str) -> str | None:
    """Host name of an address without `www.`, in lower case; None for what is no web address."""
    try:
        host = urlsplit(url).hostname
    except ValueError:
        return None
    return host.casefold().removeprefix("www.") if host else None


def _is_host(name: str) -> bool:
    return " " not in name and "." in name.strip(".") and name.rsplit(".", 1)[-1].isalpha() and len(name) > 4


def believed_dates(facts: Facts, now: str | None) -> Dates:
    """The first date of publication that is possible and not contradicted; the date of change unless it contradicts it.
    """
    notices: list[Notice] = []
    limit = _earlier(facts.retrieved, now)
    published = _first_possible(facts.published, limit, "publication", notices)
    modified = _first_possible(facts.modified, limit, "modification", notices)
    if published is not None:
        found = agreed(published, _possible(facts.published, limit), _possible(facts.modified, limit))
        published = found.reading
        notices += [found.notice] if found.notice else []
    if published and modified and published.day and modified.day and modified.day < published.day and (
            days_between(modified.day, published.day) > 1):
        notices.append(Notice(code="date-contradictory", message=(
            f"modified {modified.value} ({modified.evidence}) lies before published {published.value} "
            f"({published.evidence}); the date of change is left out")))
        modified = None
    if published is None:
        notices.append(Notice(code="no-date", message="no date of publication: relative dates stay without an anchor; "
                                                      "give one with --published or in reports.csv"))
    return Dates(published=published, modified=modified, notices=tuple(notices))


def _earlier(retrieved: str | None, now: str | None) -> str | None:
    if retrieved and now:
        return now if is_later(retrieved, now) else retrieved
    return retrieved or now


def _possible(offered: tuple[Given, ...], limit: str | None) -> list[DateReading]:
    readings = (date_reading(given, latest=limit)[0] for given in offered)
    return [reading for reading in readings if reading is not None]


def _first_possible(offered: tuple[Given, ...], limit: str | None, what: str,
                    notices: list[Notice]) -> DateReading | None:
    for given in offered:
        reading, notice = date_reading(given, latest=limit, what=what)
        if notice is not None and notice not in notices:
            notices.append(notice)
        if reading is not None:
            return reading
    return None
