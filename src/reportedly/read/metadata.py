"""What a page says of itself: JSON-LD first, then OpenGraph, meta and time tags, then what its visible parts show."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any
from urllib.parse import urljoin

from lxml import html

from reportedly.read.dates import Given, read_date
from reportedly.read.facts import Facts, host_of
from reportedly.read.headline import chosen_title
from reportedly.read.json_ld import article_object, objects_by_id, types_of
from reportedly.read.writers import clean_names
from reportedly.records.article import Finding
from reportedly.text.normalise import fold

_PUBLISHED = tuple(
    "article:published_time og:article:published_time og:published_time datepublished parsely-pub-date "
    "sailthru.date pubdate publishdate publish-date publish_date publication_date published_date "
    "article.published date.issued dc.date.issued dcterms.issued dcterms.created dcterms.date dc.date "
    "dc.date.created cxenseparse:recs:publishtime cxenseparse:publishtime article_date_original date_published "
    "rnews:datepublished originalpublicationdate published_at bt:pubdate displaydate ptime date".split())
_MODIFIED = ("article:modified_time", "og:article:modified_time", "og:updated_time", "datemodified", "last-modified",
             "lastmod", "dcterms.modified", "dc.date.modified", "article:updated_time", "updated_time")
_WRITER = ("author", "article:author", "parsely-author", "sailthru.author", "dc.creator", "dcterms.creator", "byl",
           "og:article:author", "article:author_name", "cxenseparse:author", "creator", "dc.author")
_LATEST_YEAR = "2099-12-31"
"""Handed to htmldate when nobody says when the page was retrieved: without a limit it would take today's date."""
_COMMENT_REACH = 5_000
"""Saving programs write their comment at the beginning or the end of the page."""
_SAVED_FROM = re.compile(r"saved from url=\(\d+\)(\S+)", re.IGNORECASE)
_SINGLE_FILE = re.compile(r"Page saved with SingleFile\s+url:\s*(\S+)\s+saved date:\s*([^\n(]+)", re.IGNORECASE)
_DURATION = re.compile(r"P(?:T|\d)")
"""ISO 8601 durations, which time elements hold, too: `PT15M` is the length of a video, not a date."""
_ARCHIVED = re.compile(r"FILE ARCHIVED ON\s+(\d\d:\d\d:\d\d)\s+(\w+ \d{1,2}, \d{4})", re.IGNORECASE)


def page_facts(tree: html.HtmlElement, markup: str, *, url: str | None, latest: str | None) -> Facts:
    """Title, writers, outlet, address and dates of a page, each with where it was found.

    `markup`: the page's source, for the comments that saving programs leave in it.
    `url`: the address it is known by, if any. `latest`: ISO 8601 moment after which it cannot have been published.
    """
    metas = _metas(tree)
    item = article_object(tree)
    saved_url, retrieved = _saved(markup)
    address = _address(tree, metas, item, saved_url)
    known = url or (address.value if address else None)
    outlet = _outlet(metas, item, tree)
    site = outlet.value if outlet else None
    published = tuple(given for given in _published(tree, metas, item) if not _DURATION.match(given.raw))
    if not any(read_date(given.raw) for given in published):
        published += tuple(_searched_date(tree, known, latest or retrieved))
    return Facts(
        title=chosen_title(tree, metas, item, site=site, host=host_of(known) if known else None),
        byline=_byline(tree, metas, item, site), outlet=outlet, url=address,
        published=published, modified=tuple(_modified(metas, item)), retrieved=retrieved)


def _metas(tree: html.HtmlElement) -> dict[str, list[str]]:
    """Contents of meta tags by name, property or itemprop in lower case, in page order."""
    metas: dict[str, list[str]] = {}
    for element in tree.iter("meta"):
        content = " ".join((element.get("content") or "").split())
        for key in ("property", "name", "itemprop"):
            if content and (name := element.get(key)):
                metas.setdefault(name.strip().casefold(), []).append(content)
    return metas


def _published(tree: html.HtmlElement, metas: Mapping[str, list[str]], item: Mapping[str, Any]) -> Iterator[Given]:
    for key in ("datePublished", "dateCreated", "uploadDate"):
        if raw := _word(item.get(key)):
            yield Given(raw, f"json-ld {key}")
    for name in _PUBLISHED:
        if name in metas:
            yield Given(metas[name][0], f"meta {name}")
    for element in tree.iter("time", "span", "meta"):
        marked = (element.get("itemprop") or "").casefold() == "datepublished" or element.get("pubdate") is not None
        if marked and (raw := element.get("datetime") or element.get("content") or element.text_content().strip()):
            yield Given(raw, f"{element.tag!s} datePublished")
            return
    yield from _time_tag(tree)


def _time_tag(tree: html.HtmlElement) -> Iterator[Given]:
    """The first time tag of the article, when it lies under no link: those of teasers do."""
    for element in tree.iter("time"):
        if (raw := element.get("datetime")) and not _inside(element, ("a", "aside", "nav", "footer", "li")):
            yield Given(raw, "time tag")
            return


def _inside(element: html.HtmlElement, tags: tuple[str, ...]) -> bool:
    return next(element.iterancestors(*tags), None) is not None


def _modified(metas: Mapping[str, list[str]], item: Mapping[str, Any]) -> Iterator[Given]:
    if raw := _word(item.get("dateModified")):
        yield Given(raw, "json-ld dateModified")
    for name in _MODIFIED:
        if name in metas:
            yield Given(metas[name][0], f"meta {name}")


def _searched_date(tree: html.HtmlElement, url: str | None, latest: str | None) -> Iterator[Given]:
    from htmldate import find_date  # only for pages that state no date in their head

    found = find_date(tree, original_date=True, url=url, max_date=(latest or _LATEST_YEAR)[:10])
    if found:
        yield Given(str(found), "htmldate, from the page's text")


def _byline(tree: html.HtmlElement, metas: Mapping[str, list[str]], item: Mapping[str, Any],
            outlet: str | None) -> tuple[Finding, ...]:
    """The first offer that names more than the outlet itself; else the first that names anyone."""
    fallback: tuple[Finding, ...] = ()
    for names, evidence in _offered_writers(tree, metas, item):
        found = tuple(Finding(field="byline", value=name, evidence=evidence) for name in clean_names(names))
        if any(fold(finding.value) != fold(outlet or "") for finding in found):
            return found
        fallback = fallback or found
    return fallback


def _offered_writers(tree: html.HtmlElement, metas: Mapping[str, list[str]],
                     item: Mapping[str, Any]) -> Iterator[tuple[list[str], str]]:
    for key in ("author", "creator"):
        if item.get(key):
            yield list(_named(item[key], objects_by_id(tree))), f"json-ld {key}"
    for name in _WRITER:
        if name in metas:
            yield metas[name], f"meta {name}"
    if item.get("author"):
        return  # the page names its outlet as the author; a guess at its visible parts is worse than that
    from trafilatura.metadata import extract_author

    if found := extract_author(tree):
        yield str(found).split("; "), "trafilatura"


def _named(value: Any, by_id: Mapping[str, Mapping[str, Any]]) -> Iterator[str]:
    """Names in a JSON-LD person, organisation, list of them, or reference to one."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, list):
        for one in value:
            yield from _named(one, by_id)
    elif isinstance(value, dict):
        name = value.get("name") or by_id.get(str(value.get("@id")), {}).get("name")
        if name:
            yield from _named(name, {})


def _outlet(metas: Mapping[str, list[str]], item: Mapping[str, Any], tree: html.HtmlElement) -> Finding | None:
    publisher = item.get("publisher") or item.get("sourceOrganization")
    names = _named(publisher, objects_by_id(tree) if publisher else {})
    named = next((name.strip() for name in names if name.strip()), None)
    if named and not named.startswith("http"):
        return Finding(field="outlet", value=html_unescaped(named), evidence="json-ld publisher")
    for name in ("og:site_name", "application-name", "dc.publisher", "publisher", "twitter:site"):
        if name in metas:
            return Finding(field="outlet", value=metas[name][0].lstrip("@"), evidence=f"meta {name}")
    return None


def html_unescaped(words: str) -> str:
    """The words with entities resolved (JSON-LD often holds them escaped twice), in single spaces."""
    from html import unescape

    return " ".join(unescape(words).split())


def _address(tree: html.HtmlElement, metas: Mapping[str, list[str]], item: Mapping[str, Any],
             saved: str | None) -> Finding | None:
    canonical = next((link.get("href") for link in tree.iter("link")
                      if (link.get("rel") or "").casefold() == "canonical" and link.get("href")), None)
    own = item.get("url") if types_of(item) else None
    for value, evidence in ((canonical, "link canonical"), (next(iter(metas.get("og:url", ())), None), "meta og:url"),
                            (own, "json-ld url"), (saved, "comment of the saved page")):
        if isinstance(value, str) and (full := _absolute(value, saved)):
            return Finding(field="url", value=full, evidence=evidence)
    return None


def _absolute(value: str, base: str | None) -> str | None:
    try:
        full = urljoin(base, value.strip()) if base else value.strip()
    except ValueError:
        return None
    if full.startswith("//"):
        full = f"https:{full}"
    return full if full.startswith(("http://", "https://")) and host_of(full) else None


def _saved(markup: str) -> tuple[str | None, str | None]:
    """Address and time of retrieval that the program which saved the page left in a comment."""
    for words in (markup[:_COMMENT_REACH], markup[-_COMMENT_REACH:]):
        if match := _SINGLE_FILE.search(words):
            return match[1], match[2].strip()
        if match := _ARCHIVED.search(words):
            return None, f"{match[2]} {match[1]} UTC"
        if match := _SAVED_FROM.search(words):
            return match[1], None
    return None, None


def _word(value: Any) -> str | None:
    if isinstance(value, list) and value:
        value = value[0]
    if isinstance(value, dict):
        value = value.get("@value")
    return value.strip() or None if isinstance(value, str) else None
