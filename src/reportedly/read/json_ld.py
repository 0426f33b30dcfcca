"""schema.org JSON-LD of a page: the object that describes the article."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from typing import Any

from lxml import html

_ARTICLE = re.compile(r"(?:News|Reportage|Analysis|Opinion|Background|Review|Satirical|AskPublic|Tech|Scholarly|"
                      r"Report)?"
                      r"(?:NewsArticle|Article)$|^(?:BlogPosting|LiveBlogPosting|SocialMediaPosting|Report|Review|"
                      r"ReportageNewsArticle|MediaReview|ClaimReview)$")
_WEAKER = frozenset({"WebPage", "VideoObject", "ItemPage", "PodcastEpisode", "NewsVideo", "Recipe", "CreativeWork"})
_CONTROL = re.compile(r"[\x00-\x1f]+")
_COMMA_BEFORE_END = re.compile(r",\s*([}\]])")
_DEEPEST = 12


def article_object(tree: html.HtmlElement) -> Mapping[str, Any]:
    """The object of the article, however deep in graphs and lists; `{}` when the page has none.

    Where several describe articles, the one with a headline and the most of date and author wins.
    """
    objects = [item for value in _values(tree) for item in _objects(value, 0)]
    ranked = sorted(objects, key=_rank, reverse=True)
    return ranked[0] if ranked and _rank(ranked[0])[0] > 0 else {}


def objects_by_id(tree: html.HtmlElement) -> dict[str, Mapping[str, Any]]:
    """Every object with a name under its `@id`, for references inside a graph."""
    return {item["@id"]: item for value in _values(tree) for item in _objects(value, 0)
            if isinstance(item.get("@id"), str) and item.get("name")}


def types_of(item: Mapping[str, Any]) -> tuple[str, ...]:
    """The `@type` values of an object without the vocabulary's address."""
    value = item.get("@type")
    kinds = value if isinstance(value, list) else [value]
    return tuple(kind.rsplit("/", 1)[-1] for kind in kinds if isinstance(kind, str))


def _values(tree: html.HtmlElement) -> Iterator[Any]:
    for script in tree.iter("script"):
        if "ld+json" in (script.get("type") or "").casefold() and script.text:
            value = _parsed(script.text)
            if value is not None:
                yield value


def _parsed(words: str) -> Any:
    cleaned = words.strip().removeprefix("<!--").removesuffix("-->").strip()
    cleaned = cleaned.removeprefix("//<![CDATA[").removesuffix("//]]>")
    one_line = _CONTROL.sub(" ", cleaned)
    for attempt in (cleaned, one_line, _COMMA_BEFORE_END.sub(r"\1", one_line).rstrip("; ")):
        try:
            return json.loads(attempt)
        except (ValueError, RecursionError):
            continue
    return None


def _objects(value: Any, depth: int) -> Iterator[Mapping[str, Any]]:
    if depth > _DEEPEST:
        return
    if isinstance(value, list):
        for item in value:
            yield from _objects(item, depth + 1)
    elif isinstance(value, dict):
        yield value
        for key in ("@graph", "mainEntity", "mainEntityOfPage", "hasPart", "author", "publisher", "itemListElement"):
            if isinstance(value.get(key), (list, dict)):
                yield from _objects(value[key], depth + 1)


def _rank(item: Mapping[str, Any]) -> tuple[int, int]:
    kinds = types_of(item)
    kind = 2 if any(_ARTICLE.search(name) for name in kinds) else 1 if _WEAKER & set(kinds) else 0
    return kind, sum(bool(item.get(key)) for key in ("headline", "datePublished", "author"))
