"""Correcting a served story from its pages: shows the forms, takes them back, writes the judgement, says what was done.

A form posts to the page it stands on. Once it is written the browser is sent to that page again, which says so and
offers to undo it; a form that cannot be written comes back as it was typed, with the reason.
"""

from __future__ import annotations

import asyncio
import copy
import unicodedata
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING
from urllib.parse import quote, unquote

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response

from reportedly.errors import InputError, StoreError, UnknownItemError
from reportedly.records.judgement import Judgement, Ruling
from reportedly.show.explaining import members_of
from reportedly.show.web.correction_forms import Field, Form, grade_form, in_words, item_forms, standing, undo_form
from reportedly.show.web.guard import HEADERS, Guard

if TYPE_CHECKING:
    from reportedly.show.explaining import Explained
    from reportedly.show.web.server import Served

JUDGEMENTS = "judgements.html"
WHO, REASON = Field(name="who", label="Your name"), Field(name="reason", label="Reason")
"""What every form asks."""
COOKIE = "reportedly-who"
_COOKIE_S = 365 * 24 * 3600
TURNING = frozenset({"LRE", "RLE", "LRO", "RLO", "PDF", "LRI", "RLI", "FSI", "PDI"})
"""Directions that a character forces on those after it."""
WAIT_S = 5.0
"""How long a correction waits for another writer: a person is waiting for it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Problem:
    """Why a form was not written."""

    form: str
    field: str
    words: str
    status: int = 422


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """A judgement in a list, with the form that takes it back."""

    ruling: Ruling
    words: str
    undo: Form | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Sheet:
    """What a page shows of corrections."""

    token: str
    who: str
    action: str
    """Address that its forms post to: the page with what was written just now, so that its undoing stands there too."""
    item: Explained | None = None
    """The item whose page it is; None for another page."""
    forms: tuple[Form, ...] = ()
    lines: tuple[Line, ...] = ()
    """Judgements about what the page shows."""
    done: Line | None = None
    """What was written just now."""
    problem: Problem | None = None
    typed: Mapping[str, str]
    """What the form with the problem was sent with."""

    def form(self, key: str) -> Form | None:
        """The form of the page with this key."""
        undoing = (line.undo for line in (*self.lines, *([self.done] if self.done else ())))
        return next((form for form in (*self.forms, *undoing) if form and form.key == key), None)

    def fields(self, form: Form) -> tuple[Field, ...]:
        """Everything that a form asks."""
        return (*form.fields, WHO, REASON)

    def value(self, form: Form, field: Field) -> str:
        """What a field stands at: what was typed into it, else the name that was given last."""
        if self.problem and self.problem.form == form.key:
            return self.typed.get(field.name, "")
        return self.who if field.name == WHO.name else ""


class Corrections:
    """The corrections of the stories of one server."""

    def __init__(self, guard: Guard, *, now: Callable[[], str] | None = None, lock_wait: float = WAIT_S) -> None:
        """`now`: gives the moment of a judgement; the clock's where None."""
        self._guard = guard
        self._now = now
        self._lock_wait = lock_wait

    def page(self, served: Served, request: Request) -> str | None:
        """A page with what can be corrected on it; None where it is no other than without corrections."""
        path = request.path_params["path"]
        if path != JUDGEMENTS and not self._is_open(served):
            return None
        return self._shown(served, path, self._sheet(served, path, request))

    async def post(self, served: Served, request: Request) -> Response:
        """Write a correction. Raises HTTPException for what is refused, and 405 for a page without forms."""
        path = request.path_params["path"]
        if path != JUDGEMENTS and not path.startswith(("items/", "sources/")):
            raise HTTPException(405, "this page has no form that can be sent", {"Allow": "GET, HEAD"})
        typed = await self._guard.form(request)
        if not self._is_open(served):
            raise HTTPException(403, "judgements are made on the whole story; this one is served as of a day or "
                                     "revision; nothing was written")
        return await asyncio.to_thread(self._posted, served, path, request, typed)

    def _is_open(self, served: Served) -> bool:
        return not self._guard.read_only and served.story.as_of is None and served.story.revision is None

    def _posted(self, served: Served, path: str, request: Request, typed: Mapping[str, str]) -> Response:
        sheet = self._sheet(served, path, request)
        if sheet is None:
            raise HTTPException(404)
        cleaned = {name: _cleaned(words) for name, words in typed.items()}
        made = self._written(served, sheet, cleaned)
        if isinstance(made, Problem):
            failed = replace(sheet, problem=made, typed=cleaned)
            return Response(self._shown(served, path, failed), made.status, HEADERS, "text/html")
        is_there = self._sheet(served, path, request) is not None  # a rejected dispute has no page any more
        back = path.rpartition("/")[2] if is_there else f"../{JUDGEMENTS}"
        answer = Response(None, 303, {**HEADERS, "Location": f"{back}?done={made.id}"})
        answer.set_cookie(COOKIE, quote(made.who, safe=""), max_age=_COOKIE_S, path="/", httponly=True,
                          samesite="strict")
        return answer

    def _written(self, served: Served, sheet: Sheet, typed: Mapping[str, str]) -> Judgement | Problem:
        """The judgement, in the story's file; or why there is none."""
        form = sheet.form(typed.get("form", ""))
        if form is None:
            return Problem(form="", field="", words="that form no longer stands on this page: the story has changed "
                                                    "since it was shown. Look at what stands here now")
        if problem := _unfit(form, typed):
            return problem
        story = copy.copy(served.story)  # composed already; readers keep theirs until they see the file has changed
        try:
            judge = story.judge(typed[WHO.name], reason=typed[REASON.name], lock_wait=self._lock_wait,
                                now=self._now() if self._now else None)
            return form.say(judge, typed)
        except (InputError, UnknownItemError) as error:
            return Problem(form=form.key, field=(*form.fields, REASON)[0].name, words=str(error))
        except StoreError as error:
            return Problem(form=form.key, field="", words=str(error), status=503)

    def _sheet(self, served: Served, path: str, request: Request) -> Sheet | None:
        """What a page shows of corrections; None for a page without any, or that is none."""
        rulings = {ruling.judgement.id: ruling for ruling in served.pages.dossier.judgements}
        is_open = self._is_open(served)
        forms: tuple[Form, ...] = ()
        about: tuple[Ruling, ...]
        item = _item_of(served, path)
        if path == JUDGEMENTS:
            about = tuple(rulings.values())
        elif item:
            forms, about = item_forms(served.pages.dossier, item), _about(served, item)
        elif view := served.pages.outlet(path):
            forms = (grade_form(view.source.outlet),)
            about = tuple(one for one in rulings.values() if one.judgement.members[:1] == (view.source.outlet,))
        else:
            return None
        done = rulings.get(request.query_params.get("done", "")) if is_open else None
        return Sheet(
            token=self._guard.token if is_open else "", who=_cleaned(unquote(request.cookies.get(COOKIE, ""))),
            action=path.rpartition("/")[2] + (f"?done={done.judgement.id}" if done else ""),
            item=item, forms=forms, typed={}, done=_line(done, rulings, is_open) if done else None,
            lines=tuple(_line(one, rulings, is_open and one is not done) for one in about))

    def _shown(self, served: Served, path: str, sheet: Sheet | None) -> str | None:
        if sheet is None:
            return None
        if path == JUDGEMENTS:
            return served.pages.judgements(sheet)
        if sheet.item:
            return served.pages.item(sheet.item, sheet=sheet)
        return str(served.pages.page(path, sheet=sheet))


def _item_of(served: Served, path: str) -> Explained | None:
    """The item whose page this is; None for another page, and for an id that is none."""
    folder, _, file = path.partition("/")
    name = file.removesuffix(".html")
    if folder != "items" or name == file:
        return None
    try:
        item = served.story.explain(name)
    except UnknownItemError:
        return None
    return item if item.id == name else None


def _about(served: Served, item: Explained) -> tuple[Ruling, ...]:
    """What people said, and holds, of an item and of all that it was put together with."""
    dossier = served.pages.dossier
    section, target = standing(item)
    whole = next((one for one in getattr(dossier, section, ()) if one.id == target), item.record)
    names = {item.id, target, *members_of(item.record), *members_of(whole)}
    return tuple(ruling for ruling in dossier.judgements
                 if ruling.is_applied and names.intersection(ruling.judgement.members))


def _line(ruling: Ruling, every: Mapping[str, Ruling], is_open: bool) -> Line:
    return Line(ruling=ruling, words=in_words(ruling.judgement, every), undo=undo_form(ruling) if is_open else None)


def _unfit(form: Form, typed: Mapping[str, str]) -> Problem | None:
    """What is missing in a form or not among its choices."""
    for field in (*form.fields, WHO, REASON):
        words = typed.get(field.name)
        if words is None or (field.required and not words):
            return Problem(form=form.key, field=field.name, words=f"{field.label}: it is empty; fill it in")
        if field.options and words not in {value for value, _ in field.options}:
            return Problem(form=form.key, field=field.name, words=f"{field.label}: {words!r} is not in the list; "
                                                                  "choose from it")
    return None


def _cleaned(words: str) -> str:
    """What was typed in one line, without characters that steer a terminal or turn the words after them around."""
    return " ".join("".join(one for one in words if one.isspace() or (
        unicodedata.category(one) != "Cc" and unicodedata.bidirectional(one) not in TURNING)).split())
