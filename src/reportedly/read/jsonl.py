"""Reads one JSON object `{url, outlet, published, title, text}`: a line of a JSONL file."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from reportedly.errors import UnreadableReportError
from reportedly.read.assemble import article_of, facts_in_text
from reportedly.read.charset import decode, without_surrogates
from reportedly.read.dates import Given
from reportedly.read.facts import Facts
from reportedly.read.text_zones import zones_of
from reportedly.records.article import Article, Finding, Notice, RawReport

SHAPE = "one JSON object a line: {url, outlet, published, title, text}, any but text may be null"


@dataclass(frozen=True, slots=True)
class JsonRow:
    """The fields of one object. Raises nothing: `row_of` has checked them."""

    text: str
    fields: Mapping[str, Any]
    notices: tuple[Notice, ...]

    def words(self, key: str) -> str | None:
        """A field as text, trimmed; None when it is missing, null, empty or not text."""
        value = self.fields.get(key)
        if isinstance(value, int) and not isinstance(value, bool):
            value = str(value)
        return value.strip() or None if isinstance(value, str) else None

    def names(self) -> tuple[str, ...]:
        """The writers, from `byline`, `authors` or `author`."""
        value = self.fields.get("byline") or self.fields.get("authors") or self.fields.get("author")
        names = value if isinstance(value, list) else [value]
        return tuple(name.strip() for name in names if isinstance(name, str) and name.strip())


def row_of(raw: RawReport) -> JsonRow:
    """The object in these bytes. Raises UnreadableReportError that says what is wrong with it."""
    decoded = decode(raw.data, declared=raw.charset)
    try:
        row = json.loads(decoded.text)
    except RecursionError as error:
        raise UnreadableReportError(raw.where, "JSON is nested too deeply", SHAPE) from error
    except ValueError as error:
        raise UnreadableReportError(raw.where, f"broken JSON: {error}", SHAPE) from error
    if not isinstance(row, dict):
        raise UnreadableReportError(raw.where, f"holds a JSON {_kind(row)}, not an object", SHAPE)
    text = row.get("text")
    if not isinstance(text, str) or not text.strip():
        found = "no text" if text is None or isinstance(text, str) else f"a {_kind(text)} as text"
        raise UnreadableReportError(raw.where, f"object with {found}", SHAPE)
    clean, repaired = without_surrogates(text)
    notices = decoded.notices
    if repaired and not notices:
        notices = (Notice(code="encoding-repaired",
                          message="half characters (lone surrogates) in the text became U+FFFD"),)
    return JsonRow(clean, row, notices)


def _kind(value: object) -> str:
    kinds = {bool: "truth value", int: "number", float: "number", str: "string", list: "list", dict: "object"}
    return kinds.get(type(value), "null")


class JsonReader:
    """One JSON object. Its text is kept exactly as it stands there."""

    name = "reportedly.json-reader.v1"

    def read(self, raw: RawReport, *, now: str | None = None) -> Article:
        """The article. Raises UnreadableReportError for broken JSON or an object without text."""
        row = row_of(raw)
        title = row.words("title")
        zones = zones_of(row.text, title=title or raw.title, outlet=row.words("outlet") or raw.outlet)
        return article_of(raw, row.text, zones, _facts(row, facts_in_text(row.text, zones)), component=self.name,
                          rule="JSON object", now=now, notices=row.notices)


def _facts(row: JsonRow, in_text: Facts) -> Facts:
    def finding(key: str) -> Finding | None:
        value = row.words(key)
        return Finding(field=key, value=without_surrogates(value)[0], evidence=f"json {key}") if value else None

    def dates(key: str) -> tuple[Given, ...]:
        value = row.words(key)
        return (Given(value, f"json {key}"),) if value else ()

    byline = tuple(Finding(field="byline", value=without_surrogates(name)[0], evidence="json byline")
                   for name in row.names())
    return Facts(title=finding("title") or in_text.title, byline=byline or in_text.byline,
                 outlet=finding("outlet") or in_text.outlet, url=finding("url"), published=dates("published"),
                 modified=dates("modified"), retrieved=row.words("retrieved"))
