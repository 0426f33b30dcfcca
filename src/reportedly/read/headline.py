"""The title of a page without the name of its site."""

from __future__ import annotations

import re
from collections.abc import Mapping
from html import unescape
from typing import Any

from lxml import html

from reportedly.records.article import Finding
from reportedly.text.normalise import fold

_MARKS = r"[|\-–—·•:»«/~]"
_TITLES = ("og:title", "twitter:title", "dc.title", "parsely-title")
_SUFFIX = re.compile(rf"^(?P<title>.{{8,}}?)\s+(?:{_MARKS}+)\s+(?P<site>[^|]{{2,60}})$")
_PREFIX = re.compile(r"^(?P<site>[^|:]{2,40})\s*\|\s+(?P<title>.{8,})$")


def chosen_title(tree: html.HtmlElement, metas: Mapping[str, list[str]], item: Mapping[str, Any], *, site: str | None,
                 host: str | None) -> Finding | None:
    """JSON-LD headline, else OpenGraph, else the page's own heading, else its title tag; site names come off."""
    heads = _headings(tree)
    for words, evidence in _offered(tree, metas, item, heads):
        title = " ".join(unescape(unescape(words)).split())
        title = without_site(title, site=site, host=host, heads=heads)
        if title and not _is_site(title, site, host):
            return Finding(field="title", value=title, evidence=evidence)
    return None


def _offered(tree: html.HtmlElement, metas: Mapping[str, list[str]], item: Mapping[str, Any],
             heads: list[str]) -> list[tuple[str, str]]:
    offered = [(item.get("headline"), "json-ld headline")]
    offered += [(metas[name][0], f"meta {name}") for name in _TITLES if name in metas]
    if len(heads) == 1:
        offered.append((heads[0], "h1"))
    tag = next(iter(tree.iter("title")), None)
    offered.append((tag.text_content() if tag is not None else None, "title tag"))
    offered += [(head, "h1") for head in heads]
    return [(words, evidence) for words, evidence in offered if isinstance(words, str) and words.strip()]


def _headings(tree: html.HtmlElement) -> list[str]:
    return [words for head in tree.iter("h1") if (words := " ".join(head.text_content().split()))]


def without_site(title: str, *, site: str | None, host: str | None, heads: list[str]) -> str:
    """The title without " - Site" behind it or "Site | " before it.

    A part comes off when it is the site's name, its host, or when the rest alone is the page's heading.
    """
    for _ in range(3):
        match = _SUFFIX.match(title) or _PREFIX.match(title)
        if match is None:
            return title
        rest, part = match["title"].strip(), match["site"].strip()
        if not (_is_site(part, site, host) or any(fold(head) == fold(rest) for head in heads)):
            return title
        title = rest
    return title


def _is_site(part: str, site: str | None, host: str | None) -> bool:
    words = re.sub(r"[\W_]+", "", fold(part))
    names = [re.sub(r"[\W_]+", "", fold(name)) for name in (site, host) if name]
    if host:
        names += [re.sub(r"[\W_]+", "", label) for label in host.split(".")[:-1] if len(label) > 3]
    return any(words == name or (min(len(words), len(name)) > 3 and (words in name or name in words)) for name in names)
