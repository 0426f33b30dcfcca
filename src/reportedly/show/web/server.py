"""The reader on localhost: the same pages as the static folder, their JSON, and search. What it writes are corrections
(`correcting`), where it may.

Each story stands at `/NAME/`, its pages at the addresses they have in a folder, and each page's JSON at the same path
with `.json`. What was written to a story since is seen at the next request.
"""

from __future__ import annotations

import asyncio
import re
import threading
from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from jinja2 import Environment, PackageLoader
from starlette.applications import Starlette
from starlette.exceptions import HTTPException
from starlette.middleware import Middleware
from starlette.middleware.trustedhost import TrustedHostMiddleware
from starlette.requests import Request
from starlette.responses import PlainTextResponse, RedirectResponse, Response
from starlette.routing import Route

from reportedly.dossier.records import Dossier
from reportedly.errors import InputError, UnknownItemError
from reportedly.records.span import SourceSpan
from reportedly.show.changed import Changes
from reportedly.show.plain import json_text
from reportedly.show.web.correcting import Corrections
from reportedly.show.web.guard import HEADERS, Guard
from reportedly.show.web.lists import FACETS, LIST_PAGES
from reportedly.show.web.pages import CARD, STATIC, Pages, static
from reportedly.show.web.related import Related, related
from reportedly.show.web.searching import FOUND, MOST_HITS, Finder, Search
from reportedly.store.views import checked_day

if TYPE_CHECKING:
    from reportedly.show.api import Story

MEDIA = {".html": "text/html", ".css": "text/css", ".js": "text/javascript", ".json": "application/json",
         ".atom": "application/atom+xml", ".png": "image/png"}
MOST_KEPT = 32
"""Comparisons with earlier states that are kept: each composes a dossier."""
READ_ONLY = Corrections(Guard(read_only=True))
"""Judgements are shown, and nothing can be written."""
_ITEM = re.compile(r"items/([\w-]+)(\.html|\.json)")
_SPAN = re.compile(r"(\d{1,12})-(\d{1,12})")


class Served:
    """One story as the server holds it: opened and composed at the first request, anew once something was written."""

    def __init__(self, name: str, story: Story) -> None:
        self.name = name
        self.story = story
        self._stamp: tuple[tuple[int, int], ...] | None = None
        self._pages: Pages | None = None
        self.see_also: Callable[[], Sequence[Related]] = tuple
        self._finder: tuple[Pages, Finder] | None = None
        self._changes: tuple[Pages, dict[tuple[str | None, int | None], Changes]] | None = None
        self._lock = threading.Lock()

    @property
    def finder(self) -> Finder:
        """Searches the story as it stands now."""
        pages = self.pages
        if self._finder is None or self._finder[0] is not pages:
            self._finder = (pages, Finder(pages.dossier))
        return self._finder[1]

    def changed(self, since: str | None, revision: int | None) -> Changes:
        """What changed, as `Story.changed` has it; kept until the story changes."""
        pages = self.pages
        if self._changes is None or self._changes[0] is not pages:
            self._changes = (pages, {})
        kept = self._changes[1]
        if (since, revision) not in kept:
            if len(kept) >= MOST_KEPT:
                kept.clear()
            kept[since, revision] = self.story.changed(since=since, revision=revision)
        return kept[since, revision]

    @property
    def pages(self) -> Pages:
        """The pages of the story as it stands now."""
        with self._lock:
            stamp = _stamp(self.story.path)
            if self._pages is None or stamp != self._stamp:
                self.story.forget()
                self._pages, self._stamp = Pages(self.story.dossier, served=True, see_also=self.see_also), stamp
            return self._pages


def _stamp(folder: Path) -> tuple[tuple[int, int], ...]:
    """Sizes and times of the files that hold the story."""
    names = ("store.sqlite", "store.sqlite-wal", "judgements.jsonl")
    return tuple((found.st_mtime_ns, found.st_size) if (path := folder / name).exists() and (found := path.stat())
                 else (0, 0) for name in names)


def named(stories: Iterable[Story]) -> dict[str, Served]:
    """The stories by the name of their folder; of two folders of one name the second gets `-2`."""
    served: dict[str, Served] = {}
    for story in stories:
        plain = story.path.resolve().name or "story"
        name = next(one for number in range(1, len(served) + 2)
                    if (one := plain if number == 1 else f"{plain}-{number}") not in served)
        served[name] = Served(name, story)
    for own in served.values():
        own.see_also = partial(_related, own, served)
    return served


def _related(own: Served, served: Mapping[str, Served]) -> Sequence[Related]:
    """Stories related to one; those that were not opened yet are opened for it."""
    return related(own.story.dossier, ((name, one.pages.dossier) for name, one in served.items() if one is not own))


def application(stories: Mapping[str, Served], hosts: Iterable[str], corrections: Corrections = READ_ONLY) -> Starlette:
    """The web application. Requests for a host that is not among `hosts` are refused, so that no other site can reach
    it under a name of its own (DNS rebinding)."""
    reader = _Reader(stories, corrections)
    return Starlette(
        routes=[Route("/", reader.index), *(Route(f"/{name}", _static) for name in STATIC),
                Route("/{story}", reader.front), Route("/{story}/", reader.front),
                Route("/{story}/{path:path}", reader.page),
                Route("/{story}/{path:path}", reader.corrected, methods=["POST"])],
        middleware=[Middleware(TrustedHostMiddleware, allowed_hosts=list(hosts))],
        exception_handlers={HTTPException: reader.refused})


class _Reader:
    """Answers requests."""

    def __init__(self, stories: Mapping[str, Served], corrections: Corrections) -> None:
        self._stories = stories
        self._corrections = corrections
        self._environment = Environment(loader=PackageLoader("reportedly.show.web"), autoescape=True,
                                        trim_blocks=True, lstrip_blocks=True)

    async def index(self, request: Request) -> Response:
        """The stories that are served."""
        return await asyncio.to_thread(self._index, True)

    async def front(self, request: Request) -> Response:
        """To the dossier of a story."""
        story = self._story(request)
        return RedirectResponse(request.url.replace(path=f"/{story.name}/index.html"), headers=HEADERS)

    async def page(self, request: Request) -> Response:
        """A page of a story, its JSON, or what a search finds."""
        return await asyncio.to_thread(self._page, self._story(request), request)

    async def corrected(self, request: Request) -> Response:
        """A correction from a page of a story, written."""
        return await self._corrections.post(self._story(request), request)

    async def refused(self, request: Request, error: Exception) -> Response:
        """The page for an address that is none; other refusals in a line."""
        assert isinstance(error, HTTPException)
        if error.status_code != 404:
            return PlainTextResponse(error.detail + "\n", error.status_code, {**HEADERS, **(error.headers or {})})
        story = self._stories.get(request.path_params.get("story", ""))
        if story is None:
            return await asyncio.to_thread(self._index, False)
        pages = await asyncio.to_thread(lambda: story.pages)
        return _answer(".html", pages.missing(request.path_params.get("path", "")), 404)

    def _index(self, found: bool) -> Response:
        rows = [(name, served.pages.dossier.title, served.pages.dossier.counts.reports)
                for name, served in self._stories.items()]
        text = self._environment.get_template("stories.j2").render(stories=rows, found=found)
        return _answer(".html", text, 200 if found else 404)

    def _story(self, request: Request) -> Served:
        name = request.path_params["story"]
        if name not in self._stories:
            raise HTTPException(404)
        return self._stories[name]

    def _page(self, served: Served, request: Request) -> Response:
        path, pages = request.path_params["path"], served.pages
        if (text := self._corrections.page(served, request)) is not None:
            return _answer(".html", text)
        if path in ("search.html", "search.json"):
            found = _search(served, request)
            return _answer(".html", pages.found(found)) if path.endswith(".html") else \
                _answer(".json", json_text(found) + "\n")
        if match := _ITEM.fullmatch(path):
            return _item(served, pages, *match.groups())
        if path in ("changed.html", "changed.json"):
            return _changed(served, pages, request)
        if path == "oembed.json":
            return _answer(".json", json_text(_oembed(pages, request)) + "\n")
        if path.endswith(".json") and path not in pages.names:
            return _answer(".json", json_text(_record(pages, path.removesuffix(".json"))) + "\n")
        if path not in pages.names:
            raise HTTPException(404)
        if path == "statements.html" and request.query_params:
            return _narrowed(pages, request)
        return _answer(Path(path).suffix, pages.page(path, _asked_span(pages, path, request)))


def _changed(served: Served, pages: Pages, request: Request) -> Response:
    """What changed since `?since=DAY` or `?revision=N`, else since the revision before. Raises HTTPException 422."""
    since, number = request.query_params.get("since") or None, request.query_params.get("revision") or None
    try:
        since = since and checked_day(since)
    except InputError as error:
        raise HTTPException(422, f"since={since!r}: {error}") from error
    if number is not None and not (number.isascii() and number.isdigit() and len(number) < 10):
        raise HTTPException(422, f"revision={number!r} is no number of a revision")
    revisions = tuple((one.number, one.known_at) for one in served.story.revisions)
    try:
        changes = served.changed(since, int(number) if number else None)
    except InputError as error:
        if since is not None or number is not None:
            raise HTTPException(422, str(error)) from error
        changes, problem = None, str(error)
    else:
        problem = ""
    if request.url.path.endswith(".json"):
        return _answer(".json", json_text(changes) + "\n")
    return _answer(".html", pages.changed(changes, revisions, since or "", problem))


def _oembed(pages: Pages, request: Request) -> dict[str, Any]:
    """The story, or the page that `?url=` names, for programs that show a link as a card (oEmbed 1.0, type link).

    Raises HTTPException 404 for an address of another story or host, 501 for a format that is not JSON.
    """
    if request.query_params.get("format", "json") != "json":
        raise HTTPException(501, "format is not json; no other is made")
    base = str(request.url.replace(path=f"/{request.path_params['story']}/", query=""))
    asked = request.query_params.get("url") or f"{base}index.html"
    if not asked.startswith(base):
        raise HTTPException(404)
    return {"version": "1.0", "type": "link", "title": pages.dossier.title, "provider_name": "reportedly",
            "provider_url": f"{base}index.html", "url": asked, "thumbnail_url": f"{base}{CARD}",
            "thumbnail_width": 1200, "thumbnail_height": 630}


def _search(served: Served, request: Request) -> Search:
    """What is found for `?q=WORDS&in=KIND&outlet=NAME`. Raises HTTPException 422 for a kind that is none."""
    asked = request.query_params
    words = asked.get("q", "").strip()
    chosen = {name: asked[name] for name in ("in", "outlet") if asked.get(name)}
    if chosen.get("in", "sentences") not in FOUND:
        raise HTTPException(422, f"in={chosen['in']!r} is no kind of find; use one of {', '.join(FOUND)}")
    return served.finder.search(words, served.story.search(words, limit=MOST_HITS + 1), chosen)


def _narrowed(pages: Pages, request: Request) -> Response:
    """Statements by facets: `?speaker=…&outlet=…&kind=…&cue_class=…&day=…&page=N`. Raises HTTPException 404, 422."""
    asked = request.query_params
    names = [name for name, _ in FACETS]
    if unknown := sorted(set(asked) - {*names, "page"}):
        raise HTTPException(422, f"{unknown[0]} is no facet of the statements; use {', '.join(names)} or page")
    number = asked.get("page") or "1"
    if not number.isascii() or not number.isdigit() or not 0 < int(number) < 1_000_000:
        raise HTTPException(422, f"page={number!r} is no page; write a number from 1")
    try:
        return _answer(".html", pages.narrowed({name: asked[name] for name in names if asked.get(name)}, int(number)))
    except KeyError as error:
        raise HTTPException(404) from error


def _item(served: Served, pages: Pages, name: str, suffix: str) -> Response:
    """One item's page or JSON, by the id of any of its members. Raises HTTPException 404 for an unknown id."""
    try:
        item = served.story.explain(name)
    except UnknownItemError as error:
        raise HTTPException(404) from error
    if item.id != name:  # a beginning is no permanent address: more ids may begin so later
        raise HTTPException(404)
    return _answer(suffix, pages.item(item) if suffix == ".html" else json_text(item) + "\n")


def _record(pages: Pages, name: str, view: Dossier | None = None) -> Any:
    """The record behind a page; of a further page of a list what that holds. Raises HTTPException 404 for none."""
    dossier = view or pages.dossier
    if name == "index":
        return {"title": dossier.title, "note": dossier.note, "as_of": dossier.as_of, "revision": dossier.revision,
                "known_at": dossier.known_at, "lead": dossier.lead, "counts": dossier.counts,
                "key_points": dossier.key_points, "changes": dossier.changes, "unread": dossier.unread}
    if name == "people":
        return {"people": dossier.people, "places": dossier.places}
    if name == "sources":
        return {"sources": dossier.sources, "reports": dossier.reports, "origins": dossier.origins,
                "origin_edges": dossier.origin_edges}
    if name == "theories":
        return {"theories": dossier.theories, "competing": dossier.competing}
    if name == "judgements":
        return dossier.judgements
    if name == "method":
        return {"components": dossier.components, "judgements": dossier.judgements}
    if outlet := pages.outlet(f"{name}.html"):
        return outlet
    if name in LIST_PAGES:
        return getattr(dossier, name)
    if f"{name}.html" in pages.lists.names:
        section, number = pages.lists.names[f"{name}.html"]
        return _record(pages, section, pages.lists.view(section, number))
    if article := pages.article(f"{name}.html"):
        return article
    raise HTTPException(404)


def _asked_span(pages: Pages, path: str, request: Request) -> tuple[SourceSpan, ...]:
    """The span that `?span=START-END` names (code points of the report's text). Raises HTTPException 422."""
    asked = request.query_params.get("span")
    article = pages.article(path)
    if asked is None or article is None:
        return ()
    match = _SPAN.fullmatch(asked)
    start, end = map(int, match.groups()) if match else (0, 0)
    if not start < end <= len(article.text):
        raise HTTPException(422, f"span={asked!r} is no place in this report; write START-END, "
                                 f"with START before END and END at most {len(article.text)}")
    return (article.span(start, end),)


async def _static(request: Request) -> Response:
    name = request.url.path.removeprefix("/")
    return _answer(Path(name).suffix, static(name))


def _answer(suffix: str, content: str | bytes, status: int = 200) -> Response:
    return Response(content, status, HEADERS, MEDIA[suffix])
