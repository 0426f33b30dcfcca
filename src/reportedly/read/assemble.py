"""Text, zones and facts -> Article."""

from __future__ import annotations

from collections.abc import Sequence

from reportedly.errors import UnreadableReportError
from reportedly.read.facts import Facts, believed_dates, outlet_of, settled
from reportedly.read.furniture import byline_of
from reportedly.read.language import language_of
from reportedly.records.article import Article, Finding, Notice, RawReport, Zone, ZoneKind
from reportedly.records.ids import article_id, digest
from reportedly.records.judgement import Provenance

ANNOTATED_LANGUAGES = frozenset({"en"})
_RUNNING = frozenset({ZoneKind.BODY, ZoneKind.QUOTE_BLOCK})


def article_of(raw: RawReport, text: str, zones: tuple[Zone, ...], own: Facts, *, component: str, rule: str,
               now: str | None = None, notices: Sequence[Notice] = ()) -> Article:
    """The article that these make. Raises UnreadableReportError when the text shows nothing.

    `own`: what the source says of itself; what the caller gave in `raw` is weighed against it.
    `now`: ISO 8601 moment after which nothing can have been published; None to allow any.
    """
    if not zones:
        raise UnreadableReportError(raw.where, "holds no readable text", "is it the page itself, saved whole?")
    facts = settled(raw, own)
    outlet = outlet_of(facts)
    dates = believed_dates(facts, now)
    language = language_of(_running_text(text, zones))
    url = facts.url.value if facts.url else None
    published = dates.published.value if dates.published else None
    return Article(
        id=article_id(url=url, outlet=outlet.name, published=published, text=text), source=digest(raw.data),
        name=raw.name, url=url, outlet=outlet, title=facts.title.value if facts.title else None,
        byline=tuple(name.value for name in facts.byline), published=dates.published, modified=dates.modified,
        retrieved=facts.retrieved, language=language, text=text, zones=zones, findings=_findings(facts, language),
        notices=(*notices, *dates.notices, *_language_notice(language)),
        made_by=Provenance(component=component, rule=rule))


def facts_in_text(text: str, zones: Sequence[Zone]) -> Facts:
    """Title, writers and outlet as the lines of a text give them."""
    title = next((_words(text, zone) for zone in zones if zone.kind is ZoneKind.TITLE), None)
    bylines = [zone for zone in zones if zone.kind is ZoneKind.BYLINE]
    writers = [name for zone in bylines for name in byline_of(text[zone.start:zone.end]) or ()]
    outlets = [_words(text, zone) for zone in bylines if zone.rule.startswith("name of the outlet")]
    return Facts(
        title=Finding(field="title", value=title, evidence="first line") if title else None,
        byline=tuple(Finding(field="byline", value=name, evidence="byline") for name in dict.fromkeys(writers)),
        outlet=Finding(field="outlet", value=outlets[0], evidence="line beside the byline") if outlets else None)


def _words(text: str, zone: Zone) -> str:
    return " ".join(text[zone.start:zone.end].split())


def _running_text(text: str, zones: Sequence[Zone]) -> str:
    running = [text[zone.start:zone.end] for zone in zones if zone.kind in _RUNNING]
    return "\n".join(running or [text[zone.start:zone.end] for zone in zones])


def _findings(facts: Facts, language: str) -> tuple[Finding, ...]:
    single = [finding for finding in (facts.title, facts.outlet, facts.url) if finding is not None]
    return (*single, *facts.byline, Finding(field="language", value=language, evidence="words of the body"))


def _language_notice(language: str) -> tuple[Notice, ...]:
    if language in ANNOTATED_LANGUAGES:
        return ()
    found = "a language that could not be told" if language == "und" else f"language {language}"
    return (Notice(code="not-annotated-language", message=f"{found}: kept as a source, not annotated"),)
