"""What a reader takes and gives: the bytes as received, and one frozen text with typed zones."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from reportedly.records.ids import ArticleId
from reportedly.records.judgement import Provenance
from reportedly.records.outlet_names import called
from reportedly.records.span import SourceSpan


class ZoneKind(StrEnum):
    """What a stretch of an article's text is."""

    TITLE = "title"
    SUBTITLE = "subtitle"
    HEADING = "heading"
    BYLINE = "byline"
    DATELINE = "dateline"
    CAPTION = "caption"
    BODY = "body"
    QUOTE_BLOCK = "quote-block"
    """A paragraph that is another outlet's or person's words, set apart by markup or by its lead-in."""
    FURNITURE = "furniture"
    """Part of the page, not of the report; `Zone.detail` says which kind."""


READABLE = frozenset({ZoneKind.TITLE, ZoneKind.SUBTITLE, ZoneKind.HEADING, ZoneKind.CAPTION,
                      ZoneKind.BODY, ZoneKind.QUOTE_BLOCK, ZoneKind.DATELINE})
"""Zones whose words are the report's own account; annotators read `BODY`, `QUOTE_BLOCK` and `TITLE`."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Zone:
    """A typed stretch of `Article.text`. Zones do not overlap; whitespace between them belongs to none."""

    kind: ZoneKind
    start: int
    end: int
    rule: str
    """Why it was typed so, e.g. `line begins with "See also"`."""
    detail: str | None = None
    """Furniture: `share`, `see-also`, `views`, `comments`, `notice`, `navigation`, `advert`, `credit`, `promo`,
    `other`. Quote block: the name of the outlet or person quoted where the lead-in gives it. Else None."""
    lead_in: tuple[int, int] | None = None
    """Quote block without marks: offsets of the sentence that introduces it. Else None."""


UNKNOWN_OUTLET = "unknown outlet"
"""Name of the outlet of a report that does not tell it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Outlet:
    """Who publishes."""

    name: str
    """As the page or the user gives it; the registered domain where nothing else is known."""
    domain: str | None
    """Host name without `www.`; None where no address is known."""

    @property
    def label(self) -> str:
        """The name to show: of an outlet known by its host alone the name that it goes by, `BBC News` for `bbc.com`."""
        return called(self.name)


@dataclass(frozen=True, slots=True, kw_only=True)
class DateReading:
    """A date of publication or modification, with what it rests on."""

    value: str
    """ISO 8601 as far as known: `2031-05-04`, `2031-05-04T07:30:00+02:00`, `2031-05`, `2031`."""
    precision: str
    """`minute`, `hour`, `day`, `month` or `year`."""
    evidence: str
    """Where it was found: `json-ld datePublished`, `meta article:published_time`, `--published`, `reports.csv`."""
    raw: str
    """The words found there."""

    @property
    def day(self) -> str | None:
        """`YYYY-MM-DD` in the zone the report uses; None when the precision is coarser than a day."""
        return self.value[:10] if self.precision in ("minute", "hour", "day") else None


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """A metadata value with its evidence: `title`, `byline`, `outlet`, `language`."""

    field: str
    value: str
    evidence: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Notice:
    """Something a person should know about a report that was read: a refused date, a lost mark, another language."""

    code: str
    """`date-refused`, `date-contradictory`, `not-annotated-language`, `encoding-repaired`, `no-date`,
    `layer-failed`."""
    message: str


@dataclass(frozen=True, slots=True, kw_only=True)
class RawReport:
    """One report as received, before any reading."""

    data: bytes
    """The bytes of the file, of the response body, or of one JSONL line."""
    media: str
    """`html`, `text` or `json` (one JSONL line)."""
    where: str
    """For messages: the path as the user gave it, with `:LINE` for JSONL, or the address."""
    name: str
    """File name without folders, with `:LINE` for JSONL: what is stored, so no path of a machine is kept."""
    url: str | None = None
    outlet: str | None = None
    published: str | None = None
    title: str | None = None
    given_by: str | None = None
    """Who supplied url, outlet, published, title above: `--published`, `reports.csv`, `http`; None if nobody."""
    retrieved: str | None = None
    """ISO 8601 time of retrieval that the source states (HTTP Date, file given by the user); None if unknown."""
    catalogued: tuple[str, ...] = ()
    """Names of the fields above that `reports.csv` supplied: these give way to what the page itself says."""
    charset: str | None = None
    """Character set that the transport states (HTTP Content-Type); None if it states none."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Unread:
    """A report that could not be read, with the reason: listed, never silently dropped."""

    where: str
    """Path with line, or address."""
    reason: str
    """What was found, in words: `looks like a PNG image, not HTML`."""
    hint: str | None = None
    """What to try; None if there is nothing to try."""
    source: str | None = None
    """SHA-256 of the bytes where they were received; None for a path that gave none."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Article:
    """One published text of one outlet: a report, read. The text is frozen: nothing is cut out of it."""

    id: ArticleId
    """Derived from address, outlet, date and text, so the same report read twice is the same row."""
    source: str
    """SHA-256 of the bytes it was read from."""
    name: str
    """File name (with `:LINE` for JSONL) it came from."""
    url: str | None
    outlet: Outlet
    title: str | None
    byline: tuple[str, ...]
    published: DateReading | None
    """None when no date is given or the one given was refused; then relative dates stay without an anchor."""
    modified: DateReading | None
    retrieved: str | None
    language: str
    """ISO 639-1 code of the body, `und` if it cannot be told."""
    text: str
    """The whole rendered text. Plain text and JSONL exactly as decoded; HTML rendered block by block."""
    zones: tuple[Zone, ...]
    """In order of `start`, not overlapping."""
    findings: tuple[Finding, ...]
    notices: tuple[Notice, ...]
    made_by: Provenance

    def span(self, start: int, end: int) -> SourceSpan:
        """The span of these offsets. Raises ValueError for offsets outside the text or an empty span."""
        if not 0 <= start < end <= len(self.text):
            raise ValueError(f"span {start}-{end} is not inside the text of {self.id} (0-{len(self.text)})")
        return SourceSpan(article_id=self.id, start=start, end=end, exact=self.text[start:end])

    @property
    def published_day(self) -> str | None:
        """`YYYY-MM-DD` of publication, or None."""
        return self.published.day if self.published else None
