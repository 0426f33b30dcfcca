"""The Python face: `build`, `add`, `open`, and the `Story` they give. The commands and pages stand on it."""

from __future__ import annotations

import os
import re
import tempfile
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from reportedly.dossier.records import Dossier, ReportRow, StatementRow
from reportedly.engine.progress import ProgressListener, silent
from reportedly.errors import InputError, NothingReadableError
from reportedly.options import default
from reportedly.records.article import Unread
from reportedly.records.linked import Claim, Entity, OriginEdge, StoryState
from reportedly.records.weighed import Dispute, Forecast, KnowledgeRow, SourceSummary, Theory
from reportedly.show.chronology import in_time
from reportedly.show.explaining import Explained, Explainer
from reportedly.show.flat import Flat
from reportedly.show.tables import Table
from reportedly.show.timelines import Timeline

if TYPE_CHECKING:
    from reportedly.dossier.compose import Composition
    from reportedly.engine.build import BuildReport, Tools
    from reportedly.link.chronicle import ChronicleDay
    from reportedly.read.fetch import Fetched
    from reportedly.records.judgement import Ruling
    from reportedly.show.changed import Changes
    from reportedly.show.judge import Judge
    from reportedly.store.search import Hit
    from reportedly.store.verify import VerifyReport
    from reportedly.store.views import Revision

Paths = str | os.PathLike[str] | Iterable[str | os.PathLike[str]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Given:
    """What the user says of all reports of a call; wins over what they say of themselves."""

    published: str | None = None
    outlet: str | None = None
    url: str | None = None


class Story:
    """A story, opened for reading. What it shows is composed when it is first asked for."""

    def __init__(self, path: Path, *, as_of: str | None = None, revision: int | None = None,
                 built: BuildReport | None = None) -> None:
        self.path = path
        self.as_of = as_of
        self.revision = revision
        self.built = built
        """What the call of `build` or `add` that gave this story did; None for an opened one."""

    def __repr__(self) -> str:
        return f"<Story {self.path}>"

    @cached_property
    def state(self) -> StoryState:
        """Reports, pairs and unread ones in view."""
        from reportedly.store.views import load_state  # brings in SQLAlchemy

        return load_state(self.path, as_of=self.as_of, revision=self.revision)

    @cached_property
    def _composition(self) -> Composition:
        from reportedly.dossier.compose import Composition

        return Composition(self.state)

    @property
    def dossier(self) -> Dossier:
        """The record that pages, tables and exports are made of."""
        return self._composition.dossier

    @cached_property
    def _flat(self) -> Flat:
        return Flat(self._composition)

    @cached_property
    def _explainer(self) -> Explainer:
        return Explainer(self.dossier, self.state.pairs)

    @property
    def timeline(self) -> Timeline:
        """What happened, in order of time; undated entries last. Composes no other part of the dossier."""
        return Timeline("timeline", in_time(self._composition.timeline), self._flat.event)

    def chronicle(
        self, days: int | None = 20, *, sentences: int = 1, since: str | None = None, until: str | None = None
    ) -> tuple[ChronicleDay, ...]:
        """The days that most independent origins tell of, in order of time, each with the sentences that tell it best:
        the short way into a story of hundreds or thousands of reports. `days` None gives every day told."""
        from reportedly.dossier.chronicle import chronicle

        if days is not None and days < 1:
            raise InputError(f"a chronicle of {days} days has nothing to tell; give 1 or more, or None for all")
        return chronicle(self.state, count=days, first=since, last=until, sentences=sentences)

    @property
    def statements(self) -> Table[StatementRow]:
        """Who said what."""
        return Table("statements", self.dossier.statements, self._flat.statement)

    @property
    def claims(self) -> Table[Claim]:
        """What several statements assert or deny."""
        return Table("claims", self.dossier.claims, self._flat.claim)

    @property
    def disputes(self) -> Table[Dispute]:
        """Where accounts conflict."""
        return Table("disputes", self.dossier.disputes, self._flat.dispute)

    @property
    def theories(self) -> Table[Theory]:
        """Explanations that compete."""
        return Table("theories", self.dossier.theories, self._flat.theory)

    @property
    def forecasts(self) -> Table[Forecast]:
        """What was predicted, how surely, and what came of it."""
        return Table("forecasts", self.dossier.forecasts, self._flat.forecast)

    def forecasts_by(self, table: str | None) -> Table[Forecast]:
        """Forecasts with the ranges of one table of words: `ICD-203`, `PHIA`, `Kent` or `surveys`; None for the first
        that knows the word. Raises InputError for another name."""
        from reportedly.show.hedge_tables import by_table

        return Table("forecasts", by_table(self.dossier.forecasts, table), self._flat.forecast)

    @property
    def sources(self) -> Table[SourceSummary]:
        """Outlets, and what stands behind their reports."""
        return Table("sources", self.dossier.sources, self._flat.source)

    @property
    def knowledge(self) -> Table[KnowledgeRow]:
        """Who knew what when."""
        return Table("knowledge", self.dossier.knowledge, self._flat.knowing)

    @property
    def origins(self) -> Table[OriginEdge]:
        """Which report goes back to which, whom it credits and whom it cites."""
        return Table("origins", self.dossier.origin_edges, self._flat.origin)

    @property
    def people(self) -> Table[Entity]:
        """People, organisations and groups."""
        return Table("people", self.dossier.people, self._flat.entity)

    @property
    def places(self) -> Table[Entity]:
        """Places."""
        return Table("places", self.dossier.places, self._flat.entity)

    @property
    def entities(self) -> Table[Entity]:
        """People, organisations, groups and places."""
        return Table("entities", (*self.dossier.people, *self.dossier.places), self._flat.entity)

    @property
    def reports(self) -> Table[ReportRow]:
        """Every report in view."""
        return Table("reports", self.dossier.reports, self._flat.report)

    @property
    def unread(self) -> tuple[Unread, ...]:
        """Reports that could not be read, with the reasons."""
        return self.state.unread

    @property
    def revisions(self) -> tuple[Revision, ...]:
        """Every run that wrote something, oldest first."""
        from reportedly.store.views import revisions

        return revisions(self.path)

    def search(self, words: str, *, limit: int | None = None) -> tuple[Hit, ...]:
        """Sentences in view that hold all the words, best first; "words in double quotes" must follow each other."""
        from reportedly.store.search import search

        everything = self.as_of is None and self.revision is None
        return search(self.path, words, limit=limit,
                      reports=None if everything else {report.article.id for report in self.state.reports})

    def explain(self, item: str) -> Explained:
        """Why an item is there. Takes an id or its beginning. Raises UnknownItemError."""
        from reportedly.store.views import lookup

        composed = self._explainer.composed(item)
        if composed is not None:
            return self._explainer.explain(*composed)
        found = lookup(self.path, item)
        return self._explainer.explain(found.layer.value if found.layer else "report", found.record, found.article)

    def changed(self, *, since: str | None = None, revision: int | None = None) -> Changes:
        """What changed since the last revision before a day (`since`), since a revision, or since the one before the
        last. Raises InputError where there is none such."""
        from reportedly.show.changed import changes_between, revision_before
        from reportedly.store.views import checked_day

        if since is not None:
            checked_day(since)
        known = [(one.number, one.known_at) for one in self.revisions]
        before = revision_before(known, since, revision)
        return changes_between(Story(self.path, as_of=self.as_of, revision=before).dossier, self.dossier)

    @property
    def judgements(self) -> tuple[Ruling, ...]:
        """What people decided, in the order in which they said it, and whether each holds in this view."""
        return self.dossier.judgements

    def judge(self, who: str, *, reason: str | None = None, now: str | None = None,
              lock_wait: float | None = None) -> Judge:
        """Corrects the story in somebody's name: `story.judge("Ana Ruiz").merge("Prigozhin", "Prigozhi")`.

        `now`: the moment to take as now, ISO 8601; the clock's where None.
        """
        from reportedly.show.judge import By, Judge

        if not who.strip():
            raise InputError("a judgement needs a name: say who judges")
        moment = checked_moment(now) if now is not None else None
        wait = lock_wait if lock_wait is not None else float(default("lock-wait") or 0)
        return Judge(self, By(who=who.strip(), reason=reason, lock_wait=wait,
                              now=lambda: moment or datetime.now(UTC).isoformat(timespec="microseconds")))

    def forget(self) -> None:
        """Read the story anew when it is next asked for anything: something was written since."""
        for name in ("state", "_composition", "_flat", "_explainer"):
            self.__dict__.pop(name, None)

    def verify(self) -> VerifyReport:
        """Re-check every span, text, id and source."""
        from reportedly.store.verify import verify

        return verify(self.path)

    def figure(self, name: str) -> str:
        """A drawing as SVG text that stands alone: `timeline`, `lanes` (by who has a part in it), `map`, `origins` or
        `agreement`. It says so in words where there is nothing to draw. Raises InputError for another name."""
        from reportedly.show.web.figures import figure

        return figure(self.dossier, name)

    def to_html(self) -> str:
        """The whole dossier as one HTML page that needs no other file, no network and no script."""
        from reportedly.show.web.onepage import one_page

        return one_page(self.dossier)

    def export(self, format: str, folder: str | os.PathLike[str], *, share: bool = False,
               base: str | None = None) -> list[Path]:
        """Write the dossier in a format into a folder; gives the files written, the one to open first.

        `share`: pages fit to publish, which show of each report only the cited words with at most 40 around them;
        `base`: the address under which they will stand, for links that must be whole. Both are for `html` alone:
        raises InputError for other formats, and RegistryError, which lists the known formats.
        """
        if format == "html":
            from reportedly.show.export import html

            changes = self.changed() if self.revision is None and len(self.revisions) > 1 else None
            return html.export(self.dossier, Path(folder), shared=share, base=checked_base(base), changes=changes)
        if share or base is not None:
            raise InputError(f"only pages (html) are written to be shared, not {format}")
        from reportedly.show.export.formats import export

        return export(self.dossier, format, Path(folder))


def build(paths: Paths, story: str | os.PathLike[str] | None = None, *, now: str | None = None,
          published: str | None = None, outlet: str | None = None, url: str | None = None, title: str | None = None,
          note: str | None = None, progress: ProgressListener = silent, lock_wait: float | None = None,
          attribution_model: str | os.PathLike[str] | None = None, tools: Tools | None = None) -> Story:
    """Build a story from files, folders, globs and addresses; finish or extend it when it is there already.

    `story`: its folder; a temporary one when None. `now`: the moment to take as now, ISO 8601. `published`, `outlet`
    and `url` hold for all these reports. `attribution_model`: folder of a model that you trained. Raises
    NotFoundError for a path that is not there, NothingReadableError with all reasons when the story has no report at
    the end, ModelError for a folder without a model, StoreError and its kinds.
    """
    folder = Path(story) if story is not None else Path(tempfile.mkdtemp(prefix="reportedly-"))
    return _run(paths, folder, now, Given(published=published, outlet=outlet, url=url), title, note,
                tools or _tools(now, progress, lock_wait, attribution_model), command="reportedly build")


def add(story: str | os.PathLike[str], paths: Paths, *, now: str | None = None, published: str | None = None,
        outlet: str | None = None, url: str | None = None, progress: ProgressListener = silent,
        lock_wait: float | None = None, attribution_model: str | os.PathLike[str] | None = None,
        tools: Tools | None = None) -> Story:
    """Add reports to a story; only new ones are read. Raises as `build` does, and StoreError when there is no story."""
    from reportedly.store.connection import reading_engine

    reading_engine(Path(story)).dispose()  # before anything is read or fetched: is there a story?
    return _run(paths, Path(story), now, Given(published=published, outlet=outlet, url=url), None, None,
                tools or _tools(now, progress, lock_wait, attribution_model), command="reportedly add")


def open(path: str | os.PathLike[str], as_of: str | None = None, revision: int | None = None) -> Story:
    """Open a story for reading, whole, or as published by a day, or as the store held it at a revision.

    Raises StoreError when there is no story at this path.
    """
    from reportedly.store.connection import reading_engine

    reading_engine(Path(path)).dispose()
    return Story(Path(path), as_of=as_of, revision=revision)


def _run(paths: Paths, folder: Path, now: str | None, given: Given, title: str | None, note: str | None,
         tools: Tools, *, command: str) -> Story:
    from reportedly.engine.build import build as run
    from reportedly.read.inputs import find_reports

    if now is not None:
        checked_moment(now)
    listed = [paths] if isinstance(paths, (str, os.PathLike)) else list(paths)
    inputs = find_reports(listed, url=given.url, outlet=given.outlet, published=given.published, fetcher=_fetcher())
    built = run(inputs, folder, tools, title=title, note=note, command=command)
    if built.total == 0:
        raise NothingReadableError(f"none of the {len(built.unread)} reports could be read", built.unread)
    return Story(folder, built=built)


def _tools(now: str | None, progress: ProgressListener, lock_wait: float | None,
           attribution_model: str | os.PathLike[str] | None) -> Tools:
    from reportedly.engine.build import Tools
    from reportedly.engine.components import default_linkers, default_pipeline
    from reportedly.read.reader import read_report

    moment = now or datetime.now(UTC).isoformat(timespec="seconds")
    wait = lock_wait if lock_wait is not None else float(default("lock-wait") or 0)
    pipeline = default_pipeline(Path(attribution_model) if attribution_model is not None else None)
    return Tools(read=lambda raw: read_report(raw, now=moment), pipeline=pipeline, linkers=default_linkers(),
                 clock=lambda: moment, progress=progress, lock_wait_s=wait)


def _fetcher() -> Callable[[str], Fetched]:
    def fetched(address: str) -> Fetched:
        from reportedly.read.fetch import WebFetcher  # brings in httpx, which files do not need

        return WebFetcher()(address)

    return fetched


def checked_base(value: str | None) -> str:
    """The address with a slash at its end; `` for None. Raises InputError for what is no web address."""
    if value is None:
        return ""
    from reportedly.show.web.context import web_address

    if web_address(value) is None or "?" in value or "#" in value:
        raise InputError(f"{value!r} is no address of a folder; write https://example.org/dossier/")
    return value if value.endswith("/") else f"{value}/"


def checked_moment(value: str) -> str:
    """The moment itself. Raises InputError when it is no ISO 8601 day or moment."""
    try:
        datetime.fromisoformat(value)
        is_written_so = re.match(r"\d{4}-\d\d-\d\d", value) is not None
    except ValueError:
        is_written_so = False
    if not is_written_so:
        raise InputError(f"{value!r} is no day or moment; write 2031-05-04 or 2031-05-04T10:00:00+00:00")
    return value
